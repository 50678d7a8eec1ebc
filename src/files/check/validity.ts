import { KINDS, type Rows } from '../../domain/catalogue.js';
import { suggestion } from '../../domain/nearest.js';
import type { Validity } from '../../domain/time.js';
import type { Path } from '../shape/flaw.js';
import { PUBLISHED, resolved, rowSchema } from '../shape/schema.js';
import type { Finding } from './known.js';

/** The first day that a first date means: `2026` is 2026-01-01. */
const firstDay = (from = '0000'): string => from + '0000-01-01'.slice(from.length);
/** A day no earlier than the last that a last date means, and before the next: `2026-02` is 2026-02-31. */
const lastDay = (to = '9999'): string => to + '0000-12-31'.slice(to.length);

/** Whether two facts are ever in force on the same day. */
export const overlap = (a: Validity, b: Validity): boolean =>
  firstDay(a.from) <= lastDay(b.to) && firstDay(b.from) <= lastDay(a.to);

/** Every fact is in force on some day, however deep in a row it stands, and says only of its own fields that they are assumed. */
export function* validity(rows: Rows): Iterable<Finding> {
  for (const kind of KINDS) {
    const fields = Object.keys(resolved(rowSchema(kind), PUBLISHED.dataset).properties ?? {});
    for (const row of rows[kind]) {
      for (const path of kind === 'scenarios' ? neverIn(row, [], 0) : neverIn(row, [], 5))
        yield {
          code: 'NEVER_VALID',
          kind,
          row,
          path,
          message: '`from` is later than `to`, so this is never in force: exchange or correct them.',
        };
      for (const field of Object.keys(row.assumed ?? {}))
        if (!fields.includes(field.split('.')[0] ?? ''))
          yield {
            code: 'UNKNOWN_FIELD',
            kind,
            row,
            path: ['assumed', field],
            message: `\`assumed\` speaks of \`${field}\`, which is no field of ${kind}.${suggestion(field, fields) || ' Name the field that is assumed.'}`,
          };
    }
  }
}

/** The places in a value at which something is dated to end before it begins. */
function* neverIn(value: unknown, path: Path, depth: number): Iterable<Path> {
  if (typeof value !== 'object' || value === null) return;
  const { from, to } = value as { from?: unknown; to?: unknown };
  const never =
    typeof from === 'string' && typeof to === 'string'
      ? firstDay(from) > lastDay(to)
      : typeof from === 'number' && typeof to === 'number' && from > to;
  if (never) yield [...path, 'from'];
  if (depth > 0)
    for (const [key, inner] of Object.entries(value))
      yield* neverIn(inner, [...path, Array.isArray(value) ? Number(key) : key], depth - 1);
}
