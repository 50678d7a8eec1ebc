import type { AskedLever } from '../../domain/blockage.js';
import type { Change } from '../../domain/catalogue.js';

/**
 * Levers of an asker that cannot both be pulled: they leave the same row, or the same field of it, differently. `index`
 * is that of the later one, from 0.
 */
export function contradictions(levers: readonly AskedLever[]): { index: number; message: string }[] {
  return levers.flatMap(({ id, changes }, index) => {
    const before = levers.slice(0, index);
    if (before.some((other) => other.id === id))
      return [{ index, message: 'a lever before this one has the same id: choose another.' }];
    const other = before.findIndex((lever) => lever.changes.some((a) => changes.some((b) => areAtOdds(a, b))));
    if (other < 0) return [];
    return [
      {
        index,
        message: `this lever and add[${other}] leave the same row differently, so that both together mean nothing: make them one, or leave one out.`,
      },
    ];
  });
}

const idOf = (change: Change): string => (change.op === 'put' ? change.row.id : change.id);

/** Whether two changes of the same row cannot both be made, whichever comes first. */
function areAtOdds(a: Change, b: Change): boolean {
  if (a.kind !== b.kind || idOf(a) !== idOf(b)) return false;
  if (JSON.stringify(a) === JSON.stringify(b)) return false;
  if (a.op === 'set' && b.op === 'set')
    return `${a.path}.`.startsWith(`${b.path}.`) || `${b.path}.`.startsWith(`${a.path}.`);
  return true;
}
