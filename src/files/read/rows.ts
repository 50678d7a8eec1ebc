import type { Kind } from '../../domain/catalogue.js';
import { flawsOf } from '../shape/fits.js';
import type { Flaw } from '../shape/flaw.js';
import { rowSchema } from '../shape/schema.js';
import { hasType } from '../shape/words.js';
import type { Defaults } from './content.js';

/** A row with what it leaves to the defaults of its file: its source field by field, all else whole. */
export function completed(kind: Kind, value: unknown, defaults: Defaults): unknown {
  if (!hasType(value, 'object')) return value;
  const row: Record<string, unknown> = { ...defaults, ...(value as object) };
  const own = (value as { source?: unknown }).source;
  if (hasType(own, 'object') && defaults.source) row.source = { ...defaults.source, ...(own as object) };
  if (kind === 'scenarios' && Array.isArray(row.changes))
    row.changes = row.changes.map((change) => completedChange(change, row));
  return row;
}

/** A row that a scenario puts rests on what the scenario rests on, where it does not say. */
function completedChange(change: unknown, { source, basis }: Record<string, unknown>): unknown {
  const { op, row } = (change ?? {}) as { op?: unknown; row?: unknown };
  if (op !== 'put' || !hasType(row, 'object')) return change;
  return { ...(change as object), row: { source, basis, ...(row as object) } };
}

/** Everything in which a row of a kind, defaults included, does not have the right shape. */
export function rowFlaws(kind: Kind, row: unknown): Flaw[] {
  const flaws = flawsOf(row, rowSchema(kind), 'dataset');
  if (!hasType(row, 'object')) return flaws;
  const { source, basis } = row as { source?: unknown; basis?: unknown };
  const where = 'say so in the row, or once for all rows in the `defaults` of the file';
  if (source === undefined)
    flaws.push({
      code: 'MISSING_FIELD',
      path: ['source'],
      message: `\`source\` is missing, which says where the fact was read: ${where}.`,
    });
  else if (hasType(source, 'object') && (source as { document?: unknown }).document === undefined)
    flaws.push({
      code: 'MISSING_FIELD',
      path: ['source', 'document'],
      message: `\`source.document\` is missing, the document in which the fact was read: ${where}.`,
    });
  if (basis === undefined)
    flaws.push({
      code: 'MISSING_FIELD',
      path: ['basis'],
      message: `\`basis\` is missing, which is published, assumed or illustrative: ${where}.`,
    });
  return flaws;
}

/** Everything that is wrong with the defaults of a file. */
export function defaultsFlaws(value: unknown): Flaw[] {
  return flawsOf(value, { $ref: '#/definitions/Defaults' }, 'dataset');
}
