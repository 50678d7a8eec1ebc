import type { CreditRow } from '../../domain/credit-across.js';
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
  return lineOf(
    programme,
    delivery,
    proven ? 'OPTIMAL' : 'BOUNDED',
    credits,
    entryStage,
    left,
    false,
    summaryOf(solution),
  );
}

/** The line of a programme to which nothing held leads: nothing is credited, all of the stages from the one joined is to be studied. */
export function untouchedRow(programme: Programme, delivery: Delivery | undefined, entryStage: number): CreditRow {
  const left = leftOf(programme, delivery, entryStage, 0, (stage) => {
    const { credits } = programme.stages[stage - 1]!;
    return { credits, toStudy: credits ?? 0 };
  });
  return lineOf(programme, delivery, 'OPTIMAL', 0, entryStage, left, true, nothingCarried(programme));
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

/** All lines are made here, fields in one order: thousands of them are read at a time. */
const lineOf = (
  { id, title, institution, credits: whole }: Programme,
  delivery: Delivery | undefined,
  proof: CreditRow['proof'],
  credits: number,
  entryStage: number,
  { monthsLeft, fee }: Left,
  untouched: boolean,
  summary: string,
): CreditRow => ({
  programme: id,
  title,
  institution,
  delivery: delivery?.id ?? null,
  proof,
  credits,
  programmeCredits: whole ?? null,
  entryStage,
  monthsLeft,
  fee,
  untouched,
  summary,
});
