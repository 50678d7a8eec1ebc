import type { Kind } from '../domain/catalogue.js';
import type { Id } from '../domain/fact.js';
import type { Mapping } from '../domain/recognition.js';
import { type Month, validIn } from '../domain/time.js';
import {
  ALTERNATIVE,
  type CatalogueEdge,
  type CatalogueGraph,
  type CatalogueNode,
  EDGE_TYPES,
  type EdgeType,
} from './walk-types.js';

export interface WalkOptions {
  /** Only edges of this type. */
  edge?: EdgeType;
  /** Along the edges, against them, or both, which is what happens where it is not given. */
  direction?: 'out' | 'in' | 'both';
  /** Only edges that are said by a row that is valid in this month. */
  asOf?: Month;
}

/** One edge from where one stands, and what is at its other end. */
export interface Step {
  direction: 'out' | 'in';
  edge: CatalogueEdge;
  node: Id;
  kind: Kind;
  name: string;
}

/**
 * What is one edge away from a row: along its edges first, by type of edge, then id, then the row that says so.
 * Throws a RangeError if the catalogue has no such row.
 */
export function walk(
  graph: CatalogueGraph,
  id: Id,
  { edge: type, direction = 'both', asOf }: WalkOptions = {},
): Step[] {
  nodeOf(graph, id);
  const steps: Step[] = [];
  for (const { towards, node, edge } of [...drawnAt(graph, id), ...mappingsAt(graph, id)]) {
    if (type !== undefined && edge.type !== type) continue;
    if (direction !== 'both' && direction !== towards) continue;
    if (asOf !== undefined && !holdsIn(graph, edge, asOf)) continue;
    const { kind, name } = graph.getNodeAttributes(node);
    steps.push({ direction: towards, edge, node, kind, name });
  }
  return inOrder(steps);
}

interface End {
  towards: 'out' | 'in';
  node: Id;
  edge: CatalogueEdge;
}

const drawnAt = (graph: CatalogueGraph, id: Id): End[] => [
  ...graph.mapOutEdges(id, (_, edge, _from, node): End => ({ towards: 'out', node, edge })),
  ...graph.mapInEdges(id, (_, edge, node): End => ({ towards: 'in', node, edge })),
];

/** What joins a mapping to its modules, which is not drawn: each `requires` its sources and `covers` its targets. */
function mappingsAt(graph: CatalogueGraph, id: Id): End[] {
  const { kind, row } = graph.getNodeAttributes(id);
  if (kind === 'mappings') {
    const mapping = row as Mapping;
    const present = (modules: readonly Id[]): Id[] => [...new Set(modules)].filter((module) => graph.hasNode(module));
    return [
      ...present(mapping.sources).map((node): End => ({ towards: 'out', node, edge: toSource(mapping) })),
      ...present(mapping.targets).map((node): End => ({ towards: 'out', node, edge: { type: 'covers', by: id } })),
    ];
  }
  const mappingsOf = (ends: readonly CatalogueEdge[]): Mapping[] =>
    [...new Set(ends.filter(({ type }) => type === 'covers').map(({ by }) => by))]
      .map((by) => graph.getNodeAttributes(by))
      .flatMap((node) => (node.kind === 'mappings' ? [node.row as Mapping] : []));
  return [
    ...mappingsOf(graph.mapOutEdges(id, (_, edge) => edge)).map(
      (mapping): End => ({ towards: 'in', node: mapping.id, edge: toSource(mapping) }),
    ),
    ...mappingsOf(graph.mapInEdges(id, (_, edge) => edge)).map(
      ({ id: by }): End => ({ towards: 'in', node: by, edge: { type: 'covers', by } }),
    ),
  ];
}

const toSource = ({ id, sources, choose }: Mapping): CatalogueEdge => ({
  type: 'requires',
  by: id,
  ...(choose !== undefined && choose < sources.length && ALTERNATIVE),
});

/** The row behind an id, with its kind and name. Throws a RangeError if the catalogue has no such row. */
export function nodeOf(graph: CatalogueGraph, id: Id): CatalogueNode {
  if (!graph.hasNode(id)) throw new RangeError(`the catalogue has no row with the id ${id}`);
  return graph.getNodeAttributes(id);
}

/** Whether the row that says so, and the part of it that says so, are valid in a month. */
function holdsIn(graph: CatalogueGraph, { by, valid }: CatalogueEdge, month: Month): boolean {
  return validIn(graph.getNodeAttribute(by, 'row'), month) && (valid === undefined || validIn(valid, month));
}

/** The graph promises no order; answers are sorted, ids by code unit. */
function inOrder(steps: Step[]): Step[] {
  const rank = ({ direction, edge, node }: Step): string =>
    JSON.stringify([direction === 'out' ? 0 : 1, EDGE_TYPES.indexOf(edge.type), node, edge.by, edge]);
  return steps
    .map((step) => ({ step, key: rank(step) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ step }) => step);
}
