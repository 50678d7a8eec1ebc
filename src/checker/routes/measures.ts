import type { Id } from '../../domain/fact.js';
import type { Criterion } from '../../domain/questions.js';
import { type Month, validIn } from '../../domain/time.js';
import { learnersPart, paidBy } from './paid.js';
import { compareTaken, peakDays, type Taken } from './taken.js';
import type { Terms } from './terms.js';

/** What routes are compared by, in the order of ties (spec 5.3). Money in pence. */
export interface Measured {
  readonly legs: readonly Taken[];
  readonly sums: Readonly<Record<Criterion | 'LEGS', number>>;
}

/** The order in which measures decide between routes. */
const ORDER = [
  'MONTHS',
  'LEARNER_PART',
  'TOTAL_FEES',
  'RELEASE_DAYS',
  'CREDITS_STUDIED',
  'INSTITUTIONS',
  'LEGS',
] as const satisfies readonly (Criterion | 'LEGS')[];

/** When the register is reached by a set of programmes complete and valid then, and every leg over; and by which. */
export function reachedBy(
  { catalogue, part, holdings, first, latest }: Terms,
  legs: readonly Taken[],
): { month: Month; by: Id[] } | null {
  const complete = new Map<Id, Month>();
  for (const award of holdings.awards) if (award.complete && award.programme) complete.set(award.programme, first);
  for (const { programme, completes } of legs)
    if (completes !== null && completes < (complete.get(programme.id) ?? Number.POSITIVE_INFINITY))
      complete.set(programme.id, completes);
  const reached = catalogue.waysTo(part.id).flatMap((way) => {
    const months = way.programmes.map((id) => complete.get(id) ?? Number.POSITIVE_INFINITY);
    const month = Math.max(...months);
    return month <= latest && validIn(way, month) ? [{ month, by: [...way.programmes] }] : [];
  });
  const soonest = Math.min(...reached.map(({ month }) => month));
  if (reached.length === 0 || legs.some(({ after }) => after > soonest)) return null;
  return reached.find(({ month }) => month === soonest)!;
}

/** The measures of legs that are over by a month. */
export function measured(terms: Terms, legs: readonly Taken[], end: Month): Measured {
  return {
    legs,
    sums: {
      MONTHS: end - terms.first,
      LEARNER_PART: paidBy(terms, legs).reduce((sum, payments) => sum + learnersPart(payments), 0),
      TOTAL_FEES: legs.reduce((sum, { fee, claimFees }) => sum + fee + claimFees, 0),
      RELEASE_DAYS: peakDays(legs),
      CREDITS_STUDIED: legs.reduce((sum, { creditsStudied }) => sum + creditsStudied, 0),
      INSTITUTIONS: new Set(legs.map(({ programme }) => programme.institution)).size,
      LEGS: legs.length,
    },
  };
}

/** Below 0 where the first comes before the second: by measures, then legs. */
export function compareMeasured(a: Measured, b: Measured): number {
  const measure = ORDER.find((one) => a.sums[one] !== b.sums[one]);
  if (measure) return a.sums[measure] - b.sums[measure];
  const differs = a.legs.findIndex((leg, index) => compareTaken(leg, b.legs[index]!) !== 0);
  return differs < 0 ? 0 : compareTaken(a.legs[differs]!, b.legs[differs]!);
}

/** Whether the first is no worse than the second in any criterion that counts. */
export const covers = ({ criteria }: Terms, a: Measured, b: Measured): boolean =>
  criteria.every((criterion) => a.sums[criterion] <= b.sums[criterion]);
