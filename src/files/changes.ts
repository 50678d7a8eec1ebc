import type { Change, Kind, Rows } from '../domain/catalogue.js';
import { applyChanges } from '../domain/changes.js';
import { suggestion } from '../domain/nearest.js';
import type { Problem } from '../domain/problem.js';
import { checkRows, type Finding, type LeftOut } from './check.js';
import { rowFlaws } from './read/rows.js';
import { flawsOf } from './shape/fits.js';
import { textOfPath } from './shape/flaw.js';

/**
 * The rows with changes laid over them, and everything that is wrong with the changes or with what comes of them: their
 * form, the ids and paths they name, the shape of each changed row, and the new rows among each other. What was wrong
 * before the changes is not told again. `field` begins with `changes.2`, counted from 0.
 */
export function checkChanges(
  rows: Rows,
  changes: readonly Change[],
  leftOut?: LeftOut,
  before?: readonly Finding[],
): { rows: Rows; problems: Problem[] } {
  const misshapen = changes.flatMap((change, index) =>
    flawsOf(change, { $ref: '#/definitions/Change' }, 'dataset').map(({ code, message, path }) => ({
      code,
      message,
      field: textOfPath(['changes', index, ...path]),
    })),
  );
  if (misshapen.length > 0) return { rows, problems: misshapen };
  const made = applyChanges(rows, changes);
  const problems = made.problems
    .filter(({ code, field }) => !(code === 'UNKNOWN_ID' && isLeftOut(changes[indexIn(field)], leftOut)))
    .map((problem) => withSuggestion(problem, changes, rows));
  problems.push(...changedRowFlaws(made.rows, changes));
  if (problems.length > 0) return { rows: made.rows, problems };
  const known = new Set((before ?? checkRows(rows, leftOut)).map(keyOf));
  const fresh = checkRows(made.rows, leftOut).filter((finding) => !known.has(keyOf(finding)));
  return { rows: made.rows, problems: fresh.map((finding) => problemOf(finding, changes)) };
}

/** The shapes of the rows that changes name, each row once, blamed on the last change that names it. */
function changedRowFlaws(rows: Rows, changes: readonly Change[]): Problem[] {
  const last = new Map(changes.map((change, index) => [`${change.kind} ${idOf(change)}`, { change, index }]));
  const changed = new Map<Kind, Map<string, object>>();
  for (const { kind } of changes)
    if (!changed.has(kind)) changed.set(kind, new Map((rows[kind] ?? []).map((row) => [row.id, row])));
  return [...last.values()].flatMap(({ change, index }) => {
    const row = changed.get(change.kind)?.get(idOf(change));
    return row === undefined
      ? []
      : rowFlaws(change.kind, row).map(({ code, message, path }) => ({
          code,
          message: `this change leaves \`${idOf(change)}\` without its shape at ${path.length > 0 ? textOfPath(path) : 'its top'}: ${message}`,
          field: `changes.${index}`,
        }));
  });
}

function problemOf({ code, message, kind, row, path }: Finding, changes: readonly Change[]): Problem {
  const index = changes.findLastIndex((change) => change.kind === kind && idOf(change) === row.id);
  const where = textOfPath([kind, row.id, ...path]);
  return {
    code,
    message: `with these changes, at ${where}: ${message}`,
    field: index < 0 ? 'changes' : `changes.${index}`,
  };
}

const idOf = (change: Change): string => (change.op === 'put' ? change.row.id : change.id);
const keyOf = ({ code, kind, row, path, message }: Finding): string =>
  JSON.stringify([code, kind, row.id, path, message]);
const indexIn = (field = ''): number => Number(field.split('.')[1]);
const isLeftOut = (change: Change | undefined, leftOut?: LeftOut): boolean =>
  change !== undefined && leftOut !== undefined && (leftOut.unread || leftOut.refused.has(idOf(change)));

function withSuggestion(problem: Problem, changes: readonly Change[], rows: Rows): Problem {
  const change = changes[indexIn(problem.field)];
  if (problem.code !== 'UNKNOWN_ID' || !change) return problem;
  return {
    ...problem,
    message:
      problem.message +
      suggestion(
        idOf(change),
        rows[change.kind].map(({ id }) => id),
      ),
  };
}
