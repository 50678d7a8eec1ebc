import { type Change, KINDS, type Kind, type Rows } from './catalogue.js';
import type { Id } from './fact.js';
import type { Problem } from './problem.js';

type Row = { id: Id } & Record<string, unknown>;

/**
 * The rows with a list of changes laid over them, one after the other, and what keeps any of them from being made (such
 * a change is left out). Nothing given is altered: kinds and rows that no change touches are shared. `problem.field`
 * counts the changes from 0: `changes.2.path`. Whether the new rows have the right shape is not asked here.
 */
export function applyChanges(rows: Rows, changes: readonly Change[]): { rows: Rows; problems: Problem[] } {
  const problems: Problem[] = [];
  const touched = new Map<Kind, Map<Id, Row>>();
  const rowsOf = (kind: Kind): Map<Id, Row> => {
    const known = touched.get(kind) ?? new Map((rows[kind] as unknown as Row[]).map((row) => [row.id, row]));
    touched.set(kind, known);
    return known;
  };
  for (const [index, change] of changes.entries()) {
    const refused = (KINDS as readonly string[]).includes(change.kind)
      ? make(change, rowsOf(change.kind))
      : {
          code: 'UNKNOWN_KIND',
          message: `there is no kind of row called \`${change.kind}\`: the kinds are ${KINDS.join(', ')}.`,
          field: 'kind',
        };
    if (refused) problems.push({ ...refused, field: `changes.${index}.${refused.field}` });
  }
  const changed = Object.fromEntries([...touched].map(([kind, known]) => [kind, [...known.values()]]));
  return { rows: { ...rows, ...changed } as Rows, problems };
}

/** Makes one change, or says why it cannot be made. */
function make(change: Change, known: Map<Id, Row>): Problem | undefined {
  if (change.op === 'put') {
    known.set(change.row.id, change.row);
    return undefined;
  }
  const row = known.get(change.id);
  if (!row)
    return {
      code: 'UNKNOWN_ID',
      message: `there is no row \`${change.id}\` among the ${change.kind} to ${change.op === 'set' ? 'change' : 'remove'}: correct the id or the kind.`,
      field: 'id',
    };
  if (change.op === 'remove') {
    known.delete(change.id);
    return undefined;
  }
  const path = change.path.split('.');
  if (path[0] === 'id')
    return {
      code: 'ID_IS_FIXED',
      message: 'an id cannot be changed: remove the row and put one with the new id.',
      field: 'path',
    };
  try {
    known.set(change.id, withValue(row, path, change.value) as Row);
    return undefined;
  } catch (error) {
    if (!(error instanceof NoSuchPath)) throw error;
    return {
      code: 'UNKNOWN_PATH',
      message: `\`${change.path}\` leads nowhere in \`${change.id}\`: ${error.message}.`,
      field: 'path',
    };
  }
}

class NoSuchPath extends Error {}

/**
 * A copy of a value with another value at a path, `null` taking away what stands there. In a list, a part of the path is
 * an index from 0 (the next after the last adds an entry) or the id of an entry. Throws NoSuchPath where it leads nowhere.
 */
function withValue(owner: unknown, [part, ...deeper]: readonly string[], value: unknown): unknown {
  if (part === undefined) return value;
  if (part === '' || part === '__proto__') throw new NoSuchPath('a path is field names and indexes joined by dots');
  if (Array.isArray(owner)) return listWithValue(owner, part, deeper, value);
  if (owner !== undefined && (typeof owner !== 'object' || owner === null))
    throw new NoSuchPath(`what holds \`${part}\` is a simple value`);
  const fields = (owner ?? {}) as Record<string, unknown>;
  const here = Object.hasOwn(fields, part) ? fields[part] : undefined;
  if (deeper.length === 0 && value === null) {
    if (here === undefined) throw new NoSuchPath(`there is no \`${part}\` to take away`);
    const { [part]: _, ...rest } = fields;
    return rest;
  }
  return { ...fields, [part]: withValue(here, deeper, value) };
}

function listWithValue(list: readonly unknown[], part: string, deeper: readonly string[], value: unknown): unknown[] {
  const named = list.findIndex((entry) => (entry as { id?: unknown } | null)?.id === part);
  const index = named >= 0 ? named : /^\d+$/.test(part) ? Number(part) : -1;
  const takesAway = deeper.length === 0 && value === null;
  if (index < 0 || index > list.length || (index === list.length && (takesAway || deeper.length > 0)))
    throw new NoSuchPath(`of ${list.length} in the list, counted from 0, none is \`${part}\``);
  if (takesAway) return list.toSpliced(index, 1);
  return [...list.slice(0, index), withValue(list[index], deeper, value), ...list.slice(index + 1)];
}
