import type { Id } from '../domain/fact.js';
import type { CatalogueGraph } from './walk-types.js';

const indexes = new WeakMap<CatalogueGraph, Map<string, Id[]>>();

/**
 * The rows that people mean by a code they paste - a UKPRN, a KISCOURSEID, a UCAS or module code, or the id itself - in
 * order of ids. Case, and white space around or inside a code, do not matter. Several rows may share a code; none is an
 * empty list.
 */
export function findByCode(graph: CatalogueGraph, code: string): Id[] {
  const index = indexes.get(graph) ?? codesOf(graph);
  indexes.set(graph, index);
  const itself = graph.hasNode(code.trim()) ? [code.trim()] : [];
  return [...new Set([...itself, ...(index.get(plain(code)) ?? [])])].sort();
}

function codesOf(graph: CatalogueGraph): Map<string, Id[]> {
  const { institutions, programmes, regions, modules } = graph.getAttribute('rows');
  const index = new Map<string, Id[]>();
  const note = (id: Id, codes: readonly (string | undefined)[] = []): void => {
    for (const code of codes) {
      if (code === undefined) continue;
      const ids = index.get(plain(code));
      if (ids) ids.push(id);
      else index.set(plain(code), [id]);
    }
  };
  for (const { id, ukprn, hesa } of institutions) note(id, [ukprn, hesa]);
  for (const { id, codes } of programmes) note(id, codes);
  for (const { id, codes } of regions) note(id, codes);
  for (const { id, code } of modules) note(id, [code]);
  return index;
}

const plain = (code: string): string => code.replace(/\s+/g, '').toUpperCase();
