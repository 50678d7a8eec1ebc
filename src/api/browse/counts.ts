import { KINDS, type Kind, type Rows } from '../../domain/catalogue.js';
import type { Fact } from '../../domain/fact.js';
import type { CatalogueSummary, KindCount } from '../types/rules.js';

/** How many rows of each kind there are, and what they rest on; the published share is 0 where there are none. */
export function summaryOf(rows: Rows): CatalogueSummary {
  const kinds = KINDS.map((kind) => countOf(kind, rows[kind]));
  const total = (count: (kind: KindCount) => number): number => kinds.reduce((sum, kind) => sum + count(kind), 0);
  const count = total((kind) => kind.count);
  return {
    count,
    withoutSource: total((kind) => kind.withoutSource),
    kinds,
    publishedShare: count === 0 ? 0 : total((kind) => kind.published) / count,
  };
}

function countOf(kind: Kind, rows: readonly Fact[]): KindCount {
  const those = (fits: (row: Fact) => boolean): number => rows.filter(fits).length;
  return {
    kind,
    count: rows.length,
    published: those(({ basis }) => basis === 'published'),
    partlyAssumed: those(({ basis, assumed }) => basis === 'published' && Object.keys(assumed ?? {}).length > 0),
    assumed: those(({ basis }) => basis === 'assumed'),
    illustrative: those(({ basis }) => basis === 'illustrative'),
    withoutSource: those(({ source }) => !source?.document),
  };
}
