import { fractionOf } from '../../domain/fraction.js';
import type { FundingRule } from '../../domain/funding.js';
import { monthOf, validIn } from '../../domain/time.js';
import type { Taken } from './taken.js';
import type { Terms } from './terms.js';

/** What one payer pays of a leg, in pence. */
export interface Payment {
  readonly payer: string;
  readonly rule: FundingRule | null;
  readonly pence: number;
}

/** Who pays the legs of a route, leg by leg, in order of start (spec 5.3): the loan is drawn as it goes. */
export function paidBy(terms: Terms, legs: readonly Taken[]): Payment[][] {
  let loan = Math.round((terms.question.learner.loanEntitlement ?? 0) * 100);
  return legs.map((leg) => {
    const payments = paymentsOf(terms, leg, loan);
    for (const { payer, rule, pence } of payments) if (payer === 'loan' && rule) loan -= pence;
    return payments;
  });
}

/** The learner's part of what is paid, in pence. */
export const learnersPart = (payments: readonly Payment[]): number =>
  payments.reduce((sum, { rule, pence }) => sum + (rule === null ? pence : 0), 0);

/** Rules valid at the start, in order of ids, each its part of the whole fee; the learner the rest and all claim fees. */
function paymentsOf(terms: Terms, leg: Taken, loan: number): Payment[] {
  const rules = terms.catalogue.rows.funding
    .filter((rule) => misfits(terms, rule, leg).every((misfit) => !misfit))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const payments: Payment[] = [];
  let left = leg.fee;
  let entitled = loan;
  for (const rule of rules) {
    const { n, d } = fractionOf(rule.part);
    const part = Math.floor((leg.fee * n) / d);
    const pence = Math.min(left, part, rule.payer === 'loan' ? entitled : part);
    if (rule.payer === 'loan') entitled -= pence;
    left -= pence;
    if (pence > 0) payments.push({ payer: rule.payer, rule, pence });
  }
  const rest = left + leg.claimFees;
  return rest > 0 ? [...payments, { payer: 'learner', rule: null, pence: rest }] : payments;
}

/** What of a rule does not fit a leg and its learner; all that a rule gives must fit. */
function misfits(
  { catalogue, question: { learner } }: Terms,
  rule: FundingRule,
  { delivery, programme, start, creditsStudied }: Taken,
): boolean[] {
  const outside = <T>(allowed: readonly T[] | undefined, value: T | undefined): boolean =>
    allowed !== undefined && (value === undefined || !allowed.includes(value));
  const age = learner.born === undefined ? undefined : Math.floor((start - monthOf(learner.born)) / 12);
  return [
    !validIn(rule, start),
    outside(rule.employment, delivery.employment),
    outside(rule.pace, delivery.pace),
    outside(rule.levels, programme.level),
    outside(rule.programmes, programme.id),
    outside(rule.institutions, programme.institution),
    outside<string>(rule.countries, catalogue.institutions.get(programme.institution)?.country),
    outside(rule.regions, learner.home?.region),
    outside(rule.employers, learner.employment?.employer),
    rule.study !== undefined && (rule.study === 'singly') !== catalogue.modules.has(programme.id),
    rule.minimumCredits !== undefined && creditsStudied < rule.minimumCredits,
    rule.minimumAge !== undefined && (age === undefined || age < rule.minimumAge),
    rule.maximumAge !== undefined && (age === undefined || age > rule.maximumAge),
  ];
}
