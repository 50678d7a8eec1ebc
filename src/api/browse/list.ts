import type { Id } from '../../domain/fact.js';
import { Telling } from '../../engines/learner/telling.js';
import { badCursor } from '../ask/credit.js';
import { BadInput } from '../guard/bad-input.js';
import { type Page, type PageArgs, pageOf, pageProblems } from '../paging.js';

/** A page of rows in order of ids. Throws BadInput for arguments that cannot be. */
export function pageOfRows<Row extends { id: Id }>(rows: Iterable<Row>, args: PageArgs): Page<Row> {
  const problems = pageProblems(args);
  if (problems.length > 0) throw new BadInput(problems);
  const page = pageOf([...rows].sort(byId), ({ id }) => id, args);
  if (!page) throw badCursor();
  return page;
}

/** Rows in order of ids, by code unit. */
export const byId = (a: { id: Id }, b: { id: Id }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Throws BadInput if an argument names what the catalogue does not hold. */
export function mustKnow(id: Id | undefined, field: string, what: string, rows: ReadonlyMap<Id, unknown>): void {
  if (id === undefined || id === null) return;
  const telling = new Telling();
  telling.known(
    id,
    field,
    what,
    (known) => rows.has(known),
    () => rows.keys(),
  );
  if (telling.problems.length > 0) throw new BadInput(telling.problems);
}
