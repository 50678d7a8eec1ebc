import type { Proof } from '../../domain/assessment.js';
import type { CreditRow } from '../../domain/credit-across.js';
import type { Id } from '../../domain/fact.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import { nothingCarried, summaryOf } from './explain.js';
import { type Carried, creditsToStudy, monthsOfStages } from './savings.js';

/** A programme's line among many, from its best claims: months of study and pounds of fee left are those of the delivery chosen. */
export function rowOf(solution: Carried): CreditRow {
  const { setting, credits, entryStage, proven, standard } = solution;
  const { programme, delivery } = setting;
  const left =
    standard && entryStage === 1
      ? standard
      : leftOf(programme, delivery, entryStage, credits, (stage) => creditsToStudy(solution, stage));
  return new Line(programme, delivery, proven ? 'OPTIMAL' : 'BOUNDED', credits, entryStage, left, solution);
}

/** The line of a programme to which nothing held leads: nothing is credited, all of the stages from the one joined is to be studied. */
export function untouchedRow(programme: Programme, delivery: Delivery | undefined, entryStage: number): CreditRow {
  const left = leftOf(programme, delivery, entryStage, 0, (stage) => {
    const { credits } = programme.stages[stage - 1]!;
    return { credits, toStudy: credits ?? 0 };
  });
  return new Line(programme, delivery, 'OPTIMAL', 0, entryStage, left, null);
}

/** All lines are made here, fields in one order: thousands of them are read at a time. */
class Line implements CreditRow {
  readonly programme: Id;
  readonly title: string;
  readonly institution: Id;
  readonly delivery: Id | null;
  readonly programmeCredits: number | null;
  readonly monthsLeft: number | null;
  readonly fee: number | null;
  readonly untouched: boolean;
  readonly #solution: Carried | null;

  constructor(
    { id, title, institution, credits: whole }: Programme,
    delivery: Delivery | undefined,
    readonly proof: Proof,
    readonly credits: number,
    readonly entryStage: number,
    { monthsLeft, fee }: Left,
    solution: Carried | null,
  ) {
    this.programme = id;
    this.title = title;
    this.institution = institution;
    this.delivery = delivery?.id ?? null;
    this.programmeCredits = whole ?? null;
    this.monthsLeft = monthsLeft;
    this.fee = fee;
    this.untouched = solution === null;
    this.#solution = solution;
  }

  /** Put into words only for those who read it. */
  get summary(): string {
    return this.#solution ? summaryOf(this.#solution) : nothingCarried(this);
  }
}

/** What is left to study and to pay. */
type Left = Pick<CreditRow, 'monthsLeft' | 'fee'>;

function leftOf(
  { credits: whole = 0, stages }: Programme,
  delivery: Delivery | undefined,
  entryStage: number,
  credits: number,
  toStudy: Parameters<typeof monthsOfStages>[3],
): Left {
  if (!delivery) return { monthsLeft: null, fee: null };
  const { perStage, perCredit } = delivery.fee;
  const fees = perStage?.slice(entryStage - 1).reduce((sum, fee) => sum + fee, 0);
  return {
    monthsLeft: monthsOfStages(delivery, entryStage, stages.length, toStudy),
    fee: fees ?? (perCredit === undefined ? null : perCredit * (whole - credits)),
  };
}
