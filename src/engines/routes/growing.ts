import { payments } from './funding.js';
import type { Terms } from './legs.js';
import { type Plan, type PlannedLeg, peakDays } from './plan.js';
import type { Relevance } from './towards/relevance.js';
import { makesUseOf } from './use.js';

/** A route not yet begun. */
export const begin = ({ first, holdings: { learner } }: Terms): Plan => ({
  legs: [],
  unused: [],
  paid: [],
  learnerPart: 0,
  totalFees: 0,
  creditsStudied: 0,
  releaseDays: 0,
  institutions: 0,
  loanLeft: Math.round((learner.loanEntitlement ?? 0) * 100),
  free: first,
});

/** The plan with one more leg, `left` more may come after it; null where what is asked does not allow it, or some leg cannot be needed. */
export function grownBy(terms: Terms, { finals }: Relevance, plan: Plan, leg: PlannedLeg, left: number): Plan | null {
  const {
    catalogue,
    holdings: { learner },
    constraints: { releaseDays: days, budget },
  } = terms;
  if (left === 0 && leg.completes === null) return null;
  if (plan.legs.some((other) => isOneStudy(other, leg))) return null;
  const legs = [...plan.legs, leg];
  const { paid, learnerPart, loanLeft } = payments(catalogue, learner, leg, plan.loanLeft);
  const unused = plan.legs.map((one, i) => plan.unused[i]! && !makesUseOf(terms, plan.legs, one, leg));
  const isFinal = ({ completes, programme }: PlannedLeg): boolean => completes !== null && finals.has(programme.id);
  if (left === 0 && plan.legs.some((one, i) => unused[i] && !isFinal(one))) return null;
  const grown: Plan = {
    unused: [...unused, true],
    legs,
    paid: [...plan.paid, paid],
    loanLeft,
    learnerPart: plan.learnerPart + learnerPart,
    totalFees: plan.totalFees + leg.fee + leg.claimFees,
    creditsStudied: plan.creditsStudied + leg.creditsStudied,
    releaseDays: peakDays(legs),
    institutions: new Set(legs.map(({ programme }) => programme.institution)).size,
    free: leg.delivery.concurrent ? plan.free : Math.max(plan.free, leg.after),
  };
  if (days !== undefined && grown.releaseDays > days) return null;
  return budget !== undefined && grown.learnerPart > Math.round(budget * 100) ? null : grown;
}

/** Stages of one delivery studied back to back are one leg, not two. */
const isOneStudy = (a: PlannedLeg, b: PlannedLeg): boolean =>
  a.delivery === b.delivery && a.after === b.start && a.to + 1 === b.from;
