import type { Id } from '../domain/fact.js';
import type { Include } from '../domain/questions.js';
import type { Agreement, ExperienceMapping, Mapping, Status } from '../domain/recognition.js';
import type { Month } from '../domain/time.js';
import { nodeOf, walk } from './walk.js';
import type { CatalogueGraph } from './walk-types.js';

/** Which rows count. */
export interface Counting {
  /** Rows valid in this month; all, whatever their dates, where it is not given. */
  asOf?: Month;
  /** Agreed rows, or proposed ones too; agreed where not given. Refused and withdrawn ones never count. */
  include?: Include;
}

/** A row that covers a module. */
export type Coverage =
  | { kind: 'mapping'; row: Mapping }
  | { kind: 'experience'; row: ExperienceMapping }
  /** An agreement covers what stands in the stages before the one it reaches. */
  | { kind: 'agreement'; row: Agreement; stage: number };

/**
 * What covers this module? Mappings, each whole with all that it takes together; experience; and agreements to a later
 * stage of a programme in which the module stands. In order of the ids of the rows. Throws a RangeError if there is no
 * such row.
 */
export function coveredBy(graph: CatalogueGraph, module: Id, counting: Counting = {}): Coverage[] {
  const found = new Map<Id, Coverage>();
  for (const { node, kind } of walk(graph, module, { ...counted(counting), edge: 'covers', direction: 'in' })) {
    if (kind === 'mappings') found.set(node, { kind: 'mapping', row: rowOf<Mapping>(graph, node) });
    if (kind === 'experienceMappings')
      found.set(node, { kind: 'experience', row: rowOf<ExperienceMapping>(graph, node) });
  }
  for (const { node: programme, edge } of walk(graph, module, {
    ...counted(counting),
    edge: 'part of',
    direction: 'out',
  })) {
    const stage = edge.stage ?? 1;
    for (const { node, kind } of walk(graph, programme, {
      ...counted(counting),
      edge: 'progresses to',
      direction: 'in',
    })) {
      if (kind !== 'agreements') continue;
      const row = rowOf<Agreement>(graph, node);
      if (row.stage > stage) found.set(node, { kind: 'agreement', row, stage });
    }
  }
  return [...found.values()].filter(({ row }) => counts(row.status, counting)).sort((a, b) => byId(a.row, b.row));
}

/** A programme to which an award opens a way. */
export interface Opening {
  programme: Id;
  /** Agreements that name the award, or the qualification that the programme gives. */
  agreements: Agreement[];
  /** Mappings for which the award's modules are enough, with the programme on which these were studied. */
  mappings: { row: Mapping; through: Id }[];
  /** Modules of the award that stand in the programme too. */
  shared: { module: Id; through: Id }[];
}

/**
 * Where can holders of this award - a qualification, or a programme - go with credit? In order of the ids of programmes.
 * For a qualification, the modules of each programme that gives it count for themselves; options count as if taken.
 * Entry rules and limits are not asked here. Throws a RangeError if there is no such row.
 */
export function opensTo(graph: CatalogueGraph, award: Id, counting: Counting = {}): Opening[] {
  const when = counted(counting);
  const openings = new Map<Id, Opening>();
  const opening = (programme: Id): Opening => {
    const known = openings.get(programme) ?? { programme, agreements: [], mappings: [], shared: [] };
    openings.set(programme, known);
    return known;
  };
  const isProgramme = nodeOf(graph, award).kind === 'programmes';
  const given = walk(graph, award, { ...when, edge: 'leads to', direction: isProgramme ? 'out' : 'in' }).filter(
    // An exit award is given without the last stage; holding it is not holding the programme.
    ({ kind, edge }) => kind === (isProgramme ? 'qualifications' : 'programmes') && edge.stage === undefined,
  );
  const names = new Set([award, ...given.map(({ node }) => node)]);
  for (const name of names)
    for (const { node } of walk(graph, name, { ...when, edge: 'requires', direction: 'in' })) {
      if (nodeOf(graph, node).kind !== 'agreements') continue;
      const row = rowOf<Agreement>(graph, node);
      if (counts(row.status, counting) && graph.hasNode(row.programme)) opening(row.programme).agreements.push(row);
    }
  for (const through of isProgramme ? [award] : given.map(({ node }) => node)) {
    const held = modulesOf(graph, through, when);
    for (const row of mappingsFrom(graph, held, counting))
      for (const programme of programmesOf(graph, row.targets, when))
        opening(programme).mappings.push({ row, through });
    for (const module of held)
      for (const programme of programmesOf(graph, [module], when))
        if (programme !== through) opening(programme).shared.push({ module, through });
  }
  return [...openings.values()]
    .map((each) => ({ ...each, agreements: each.agreements.sort(byId) }))
    .sort((a, b) => (a.programme < b.programme ? -1 : 1));
}

type When = { asOf?: Month };
const counted = ({ asOf }: Counting): When => (asOf === undefined ? {} : { asOf });

const counts = (status: Status, { include = 'AGREED' }: Counting): boolean =>
  status === 'agreed' || (include === 'PROPOSED' && status === 'proposed');

const byId = (a: { id: Id }, b: { id: Id }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Which kind of row a node has is known from where the walk came. */
const rowOf = <T>(graph: CatalogueGraph, id: Id): T => graph.getNodeAttribute(id, 'row') as unknown as T;

const modulesOf = (graph: CatalogueGraph, programme: Id, when: When): Set<Id> =>
  new Set(
    walk(graph, programme, { ...when, edge: 'part of', direction: 'in' })
      .filter(({ kind }) => kind === 'modules')
      .map(({ node }) => node),
  );

const programmesOf = (graph: CatalogueGraph, modules: Iterable<Id>, when: When): Id[] => [
  ...new Set(
    [...modules]
      .filter((module) => graph.hasNode(module))
      .flatMap((module) => walk(graph, module, { ...when, edge: 'part of', direction: 'out' }).map(({ node }) => node)),
  ),
];

/** The mappings for which these modules are enough: all the sources, or as many as are to be chosen. */
function mappingsFrom(graph: CatalogueGraph, held: ReadonlySet<Id>, counting: Counting): Mapping[] {
  const found = new Map<Id, Mapping>();
  for (const module of held)
    for (const { node, kind } of walk(graph, module, { ...counted(counting), edge: 'requires', direction: 'in' })) {
      if (kind !== 'mappings' || found.has(node)) continue;
      const row = rowOf<Mapping>(graph, node);
      const enough = row.sources.filter((source) => held.has(source)).length >= (row.choose ?? row.sources.length);
      if (enough && counts(row.status, counting)) found.set(node, row);
    }
  return [...found.values()].sort(byId);
}
