import { KINDS, type Kind, type Rows } from '../domain/catalogue.js';
import type { Id } from '../domain/fact.js';
import { type Check, type Finding, Known } from './check/known.js';
import { ids } from './check/ids.js';
import { references } from './check/references.js';

export type { Finding } from './check/known.js';

/** What is asked of the rows of a catalogue together, theme by theme. */
const CHECKS: readonly Check[] = [ids, references];

/**
 * Everything wrong with rows of the right shape among each other: what the engines could not apply is refused here.
 * `refused` are the ids of rows that exist but have the wrong shape. In the order of kinds, rows and checks.
 */
export function checkRows(rows: Rows, refused: ReadonlyMap<Id, Kind> = new Map()): Finding[] {
  const known = new Known(rows, refused);
  const findings = CHECKS.flatMap((check) => [...check(rows, known)]);
  const order = new Map(KINDS.map((kind, index) => [kind, index]));
  return findings.sort((a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0));
}
