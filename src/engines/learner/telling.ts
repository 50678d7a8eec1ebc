import type { Id } from '../../domain/fact.js';
import { nearest } from '../../domain/nearest.js';
import type { Problem } from '../../domain/problem.js';
import { type Month, monthOf, textOf } from '../../domain/time.js';

/** Looking for what was meant takes time in a large catalogue: it is done for the first few slips. */
const SUGGESTIONS = 10;

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;

/** The month as of which is asked, and the month in which study would start. */
export interface When {
  readonly asOf: Month;
  readonly start: Month;
}

/** Collects what is wrong, each where it stands. Of what was given nothing is repeated. */
export class Telling {
  readonly problems: Problem[] = [];
  #suggested = 0;

  tell(code: string, field: string, message: string): void {
    this.problems.push({ code, message, field });
  }

  /** True if the id is known; tells of it otherwise, with the known id that is most like it. */
  known(id: Id, field: string, what: string, knows: (id: Id) => boolean, ids: () => Iterable<Id>): boolean {
    if (knows(id)) return true;
    if (!ID.test(id)) {
      this.tell(
        'BAD_ID',
        field,
        `this is no id: an id has letters, digits, dots, hyphens and underscores, at most 120; give that of ${what}.`,
      );
      return false;
    }
    const meant = this.#suggested++ < SUGGESTIONS ? nearest(id, ids()) : undefined;
    this.tell(
      'UNKNOWN_ID',
      field,
      `this id is not ${what} of this catalogue: ${meant === undefined ? 'correct it, or leave it out.' : `did you mean \`${meant}\`?`}`,
    );
    return false;
  }

  /** The month, if it is one and after neither the month as of which is asked nor the start; tells of it otherwise. */
  past(text: string | undefined, field: string, { asOf, start }: When): Month | undefined {
    const month = this.month(text, field);
    if (month !== undefined && month > asOf)
      this.tell(
        'IN_THE_FUTURE',
        field,
        `this month lies after ${textOf(asOf)}, as of which is asked, and what is held was gained before: correct it, or leave out what is not held yet.`,
      );
    else if (month !== undefined && month > start)
      this.tell(
        'AFTER_START',
        field,
        `this month lies after ${textOf(start)}, in which study would start, and what counts there was gained before: correct it, leave it out, or ask for a later start.`,
      );
    return month;
  }

  /** The month that a text names, if it names one; tells of it otherwise. */
  month(text: string | undefined, field: string): Month | undefined {
    if (text === undefined) return undefined;
    try {
      if (text.length === 7) return monthOf(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    this.tell('BAD_MONTH', field, 'this is no calendar month: write the year and the month, as 2026-09.');
    return undefined;
  }

  /** Tells of a number outside its bounds, both included. */
  within(value: number | undefined, field: string, least: number, most: number, unit: string): void {
    if (value === undefined || (value >= least && value <= most)) return;
    const rule = most === Number.POSITIVE_INFINITY ? `${least} or more` : `from ${least} to ${most}`;
    this.tell('OUT_OF_RANGE', field, `this number is not possible: give ${unit}, ${rule}.`);
  }

  /** Tells of a list with too many entries; true if it may be read. */
  fits(list: readonly unknown[], field: string, most: number): boolean {
    if (list.length <= most) return true;
    this.tell('TOO_MANY', field, `at most ${most} entries are read: leave out what does not matter to the question.`);
    return false;
  }
}
