import type { MultiDirectedGraph } from 'graphology';
import type { Kind, Rows } from '../domain/catalogue.js';
import type { Id, Provenance } from '../domain/fact.js';
import type { Validity } from '../domain/time.js';

/** The types of edge, in the order in which they are listed everywhere (spec 2). */
export const EDGE_TYPES = [
  'taught by',
  'part of',
  'covers',
  'progresses to',
  'leads to',
  'requires',
  'limits',
  'in region',
] as const;
export type EdgeType = (typeof EDGE_TYPES)[number];

/** What an entry rule says of a qualification. */
export type Verdict = 'accepted' | 'considered' | 'refused';

/** A row of the catalogue, or an offer of a module by itself, which is a delivery. */
export interface CatalogueNode {
  kind: Kind;
  name: string;
  row: { id: Id } & Provenance;
}

/** What an edge says besides its type; what does not apply is not there. */
export interface EdgeDetail {
  /** The stage of a programme: where a module stands, what an agreement reaches, after which an award is given. */
  stage?: number;
  /** The option group in which the module may be chosen, and its bundle. */
  group?: Id;
  bundle?: Id;
  /** What the rule says of the qualification, for which subject, at which least grade. */
  verdict?: Verdict;
  subject?: string;
  grade?: string;
  /** One of several that would do: a prerequisite below an `any`, sources of which only some are needed. */
  alternative?: true;
  /** The other programmes of the set that reach the register part only together. */
  together?: readonly Id[];
  /** When the edge holds, where that is less than the row behind it. */
  valid?: Validity;
}

/** Of an edge to one of several that would do. */
export const ALTERNATIVE = { alternative: true } as const satisfies EdgeDetail;

export interface CatalogueEdge extends EdgeDetail {
  type: EdgeType;
  /** The row that says so: a mapping for a module that covers another, else most often one of the ends. */
  by: Id;
}

/** A reference to what the catalogue does not hold; no edge is drawn for it. */
export interface Dangling {
  from: Id;
  type: EdgeType;
  to: Id;
  by: Id;
}

/** The catalogue as a graph. Nodes are its rows under their ids; several edges may join the same two. */
export type CatalogueGraph = MultiDirectedGraph<CatalogueNode, CatalogueEdge, { rows: Rows; dangling: Dangling[] }>;

/** Draws one edge. Where an end is not in the catalogue the reference is noted as dangling instead. */
export type Draw = (from: Id, type: EdgeType, to: Id, by: Id, detail?: EdgeDetail) => void;
