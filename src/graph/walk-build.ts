import { MultiDirectedGraph } from 'graphology';
import { KINDS, type Kind, type Rows } from '../domain/catalogue.js';
import { drawRecognition } from './walk-recognition.js';
import { drawRules } from './walk-rules.js';
import { drawStudy } from './walk-study.js';
import type { CatalogueGraph, CatalogueNode, Draw } from './walk-types.js';

/**
 * The catalogue as a graph that can be walked. Every row is a node, and so is each offer of a module by itself (a
 * delivery). A recognition row is joined to both its ends - it `requires` what it starts from, and `covers` or
 * `progresses to` what it reaches - and the ends are joined to each other, `by` that row. All rows are drawn, whatever
 * their status and dates: who asks says which count. Attributes of the graph: `rows`, and `dangling`, the references to
 * what is not there. Throws a RangeError if two rows have the same id.
 */
export function buildGraph(rows: Rows): CatalogueGraph {
  const graph: CatalogueGraph = new MultiDirectedGraph();
  graph.replaceAttributes({ rows, dangling: [] });
  for (const kind of KINDS) for (const row of rows[kind]) place(graph, kind, row);
  for (const module of rows.modules)
    for (const offer of module.offers ?? [])
      place(
        graph,
        'deliveries',
        { source: module.source, basis: module.basis, ...offer },
        `${module.title}, by itself`,
      );
  const draw: Draw = (from, type, to, by, detail) => {
    if (graph.hasNode(from) && graph.hasNode(to)) graph.addDirectedEdge(from, to, { type, by, ...detail });
    else graph.getAttribute('dangling').push({ from, type, to, by });
  };
  drawStudy(rows, draw);
  drawRecognition(rows, draw);
  drawRules(rows, draw);
  return graph;
}

function place(
  graph: CatalogueGraph,
  kind: Kind,
  row: CatalogueNode['row'] & { name?: string; title?: string },
  name?: string,
) {
  if (graph.hasNode(row.id)) {
    const first = graph.getNodeAttribute(row.id, 'kind');
    throw new RangeError(`two rows have the id ${row.id}, in ${first} and in ${kind}: give one of them another id`);
  }
  graph.addNode(row.id, { kind, name: name ?? row.name ?? row.title ?? row.id, row });
}
