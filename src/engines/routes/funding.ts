import { fractionOf } from '../../domain/fraction.js';
import type { FundingRule } from '../../domain/funding.js';
import type { Learner } from '../../domain/learner.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import { monthOf, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { Paid, PlannedLeg } from './plan.js';

type Studied = Pick<PlannedLeg, 'delivery' | 'programme' | 'start' | 'creditsStudied' | 'fee' | 'claimFees'>;

/**
 * Who pays a leg, in pence: funding rules valid at its start, in order of ids, each its part of the whole fee, rounded
 * down, but never more than is left; a loan within the entitlement left; the learner the rest and all claim fees.
 */
export function payments(
  catalogue: Catalogue,
  learner: Learner,
  leg: Studied,
  loanLeft: number,
): { paid: Paid[]; learnerPart: number; loanLeft: number } {
  let left = leg.fee;
  let loan = loanLeft;
  const paid: Paid[] = [];
  const rules = catalogue.rows.funding
    .filter((rule) => fits(catalogue, learner, rule, leg))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, payer, part } of rules) {
    const { n, d } = fractionOf(part);
    const share = Math.min(left, Math.floor((leg.fee * n) / d));
    const pence = payer === 'loan' ? Math.min(share, loan) : share;
    if (payer === 'loan') loan -= pence;
    if (pence > 0) paid.push({ payer, rule: id, pence });
    left -= pence;
  }
  const learnerPart = left + leg.claimFees;
  if (learnerPart > 0) paid.push({ payer: 'learner', rule: null, pence: learnerPart });
  return { paid, learnerPart, loanLeft: loan };
}

function fits(
  catalogue: Catalogue,
  learner: Learner,
  rule: FundingRule,
  { delivery, programme, start, creditsStudied }: Studied,
): boolean {
  const age = learner.born === undefined ? undefined : Math.floor((start - monthOf(learner.born)) / 12);
  const single = catalogue.modules.has(programme.id);
  const region = learner.home?.region;
  const employer = learner.employment?.employer;
  const country = catalogue.institutions.get(programme.institution)?.country;
  return (
    validIn(rule, start) &&
    (!rule.employment || rule.employment.includes(delivery.employment)) &&
    (!rule.pace || rule.pace.includes(delivery.pace)) &&
    (!rule.levels || rule.levels.includes(programme.level)) &&
    (!rule.programmes || rule.programmes.includes(programme.id)) &&
    (!rule.institutions || rule.institutions.includes(programme.institution)) &&
    (!rule.countries || (country !== undefined && rule.countries.includes(country))) &&
    (rule.study === undefined || (rule.study === 'singly') === single) &&
    (rule.minimumCredits === undefined || creditsStudied >= rule.minimumCredits) &&
    (!rule.regions || (region !== undefined && rule.regions.includes(region))) &&
    (!rule.employers || (employer !== undefined && rule.employers.includes(employer))) &&
    (rule.minimumAge === undefined || (age !== undefined && age >= rule.minimumAge)) &&
    (rule.maximumAge === undefined || (age !== undefined && age <= rule.maximumAge))
  );
}

/** What of a delivery funding rules look at: deliveries of one class are paid for alike. */
export function fundingClass(catalogue: Catalogue, { employment, pace }: Delivery, programme: Programme): string {
  const { id, institution, level } = programme;
  const { funding } = catalogue.rows;
  return [
    employment,
    pace,
    level,
    catalogue.modules.has(id),
    catalogue.institutions.get(institution)?.country,
    funding.some(({ programmes }) => programmes?.includes(id)) ? id : '',
    funding.some(({ institutions }) => institutions?.includes(institution)) ? institution : '',
  ].join('|');
}
