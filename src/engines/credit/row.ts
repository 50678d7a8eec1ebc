import type { CreditRow } from '../../domain/credit-across.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import { nothingCarried, summaryOf } from './explain.js';
import { type Carried, creditsToStudy, monthsOfStages } from './savings.js';

/** A programme's line among many, from its best claims: months of study and pounds of fee left are those of the delivery chosen. */
export function rowOf(solution: Carried): CreditRow {
  const { standard } = solution;
  if (standard && solution.entryStage === 1)
    return {
      ...standard,
      credits: solution.credits,
      untouched: false,
      // Put into words only for those who read it.
      get summary() {
        return summaryOf(solution);
      },
    };
  const {
    setting: { programme, delivery },
    credits,
    entryStage,
    proven,
  } = solution;
  return {
    ...lineOf(programme, delivery, entryStage, credits, (stage) => creditsToStudy(solution, stage)),
    proof: proven ? 'OPTIMAL' : 'BOUNDED',
    untouched: false,
    summary: summaryOf(solution),
  };
}

/** The line of a programme to which nothing held leads: nothing is credited, all of the stages from the one joined is to be studied. */
export const untouchedRow = (programme: Programme, delivery: Delivery | undefined, entryStage: number): CreditRow => ({
  ...lineOf(programme, delivery, entryStage, 0, (stage) => {
    const { credits } = programme.stages[stage - 1]!;
    return { credits, toStudy: credits ?? 0 };
  }),
  proof: 'OPTIMAL',
  untouched: true,
  summary: nothingCarried(programme),
});

function lineOf(
  { id, title, institution, credits: programmeCredits, stages }: Programme,
  delivery: Delivery | undefined,
  entryStage: number,
  credits: number,
  left: Parameters<typeof monthsOfStages>[3],
): Omit<CreditRow, 'proof' | 'untouched' | 'summary'> {
  const fees = delivery?.fee.perStage?.slice(entryStage - 1).reduce((sum, fee) => sum + fee, 0);
  const perCredit = delivery?.fee.perCredit;
  return {
    programme: id,
    title,
    institution,
    delivery: delivery?.id ?? null,
    credits,
    programmeCredits: programmeCredits ?? null,
    entryStage,
    monthsLeft: delivery ? monthsOfStages(delivery, entryStage, stages.length, left) : null,
    fee: fees ?? (perCredit === undefined ? null : perCredit * ((programmeCredits ?? 0) - credits)),
  };
}
