import type { Id } from '../../domain/fact.js';
import type { Learner } from '../../domain/learner.js';
import type { Problem } from '../../domain/problem.js';
import { type Day, type Month, monthOf } from '../../domain/time.js';
import { Telling } from '../../engines/learner/telling.js';
import { learnerProblems } from '../../engines/learner-problems.js';
import type { Service } from '../context.js';
import { BadInput } from '../guard/bad-input.js';
import type { LearnerInput } from '../types/learner-input.js';
import { given } from './given.js';

/**
 * Reads a question. What is malformed is collected in `malformed` and thrown all at once by `settle`; what is well
 * formed and names something the catalogue does not hold is collected in `unknown`, which is a part of the answer.
 */
export class Asking {
  readonly malformed = new Telling();
  readonly unknown = new Telling();
  readonly asOf: Month;

  constructor(
    readonly service: Service,
    asOf: Day | null | undefined,
  ) {
    if (asOf !== null && asOf !== undefined && !isDay(asOf))
      this.malformed.tell('BAD_DAY', 'asOf', 'this is no day of the calendar: write it as 2026-09-01.');
    this.asOf = monthOf(asOf && isDay(asOf) ? asOf : service.now());
  }

  /** The learner as the engines know one, who would start in a month; a code that the catalogue does not hold is told as an answer, not as an error. */
  learner(input: LearnerInput, start: Month): Learner {
    const { declarations, ...rest } = given(input);
    const learner: Learner = {
      ...rest,
      ...(declarations && {
        declarations: Object.fromEntries(declarations.map(({ declaration, holds }) => [declaration, holds])),
      }),
    };
    for (const problem of learnerProblems(this.service.catalogue, learner, { asOf: this.asOf, start }))
      (problem.code === 'UNKNOWN_ID' ? this.unknown : this.malformed).problems.push(problem);
    return learner;
  }

  /** The month asked, or that of `asOf`. */
  month(text: string | null | undefined, field: string): Month {
    return this.malformed.month(text ?? undefined, field) ?? this.asOf;
  }

  /** Throws what is malformed, all of it, if anything is. */
  settle(): void {
    if (this.malformed.problems.length > 0) throw new BadInput(this.malformed.problems);
  }

  /** What is asked for and is not in the catalogue. */
  get problems(): Problem[] {
    return this.unknown.problems;
  }

  /** Notes which of these ids the catalogue does not hold; `field` is the list's. */
  each(ids: readonly Id[] | null | undefined, field: string, what: string, rows: ReadonlyMap<Id, unknown>): void {
    for (const [index, id] of (ids ?? []).entries()) this.one(id, `${field}[${index}]`, what, rows);
  }

  /** True if the catalogue holds this id; notes it otherwise. */
  one(id: Id, field: string, what: string, rows: ReadonlyMap<Id, unknown>): boolean {
    return this.unknown.known(
      id,
      field,
      what,
      (known) => rows.has(known),
      () => rows.keys(),
    );
  }

  /** Notes a programme that the catalogue does not hold, and a delivery that is none of it. */
  study({ programme, delivery }: { programme: Id; delivery?: Id | null }): void {
    const { programmes, deliveries, deliveriesOf } = this.service.catalogue;
    const known = this.one(programme, 'programme', 'a programme', programmes);
    if (delivery === undefined || delivery === null) return;
    if (!this.one(delivery, 'delivery', 'a delivery', deliveries)) return;
    if (!known || deliveries.get(delivery)?.programme === programme) return;
    const own = (deliveriesOf.get(programme) ?? []).map(({ id }) => `\`${id}\``).join(', ');
    const message = `\`${delivery}\` is no delivery of \`${programme}\`: ${own ? `name one of ${own}` : 'leave it out, it has none'}.`;
    this.unknown.tell('WRONG_OWNER', 'delivery', message);
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
