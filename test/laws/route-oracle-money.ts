import { fractionOf } from '../../src/domain/fraction.js';
import type { FundingRule } from '../../src/domain/funding.js';
import { monthOf, validIn } from '../../src/domain/time.js';
import { byCodeUnit } from './credit-oracle-claims.js';
import type { PlacedLeg } from './route-oracle-situation.js';
import type { World } from './route-oracle-world.js';

/** Who pays a leg: what is left to the learner, claim fees included, and what is left of the loan; in pence. */
export function paid(world: World, leg: PlacedLeg, loan: number): { learnerPart: number; loan: number } {
  let left = leg.fee;
  let loanLeft = loan;
  const rules = world.rows.funding.filter((rule) => fits(world, rule, leg)).sort((a, b) => byCodeUnit(a.id, b.id));
  for (const { payer, part } of rules) {
    const { n, d } = fractionOf(part);
    const share = Math.min(left, Math.floor((leg.fee * n) / d));
    const amount = payer === 'loan' ? Math.min(share, loanLeft) : share;
    if (payer === 'loan') loanLeft -= amount;
    left -= amount;
  }
  return { learnerPart: left + leg.claimFees, loan: loanLeft };
}

/** Loan entitlement in pence; what is not given is not held. */
export const entitlement = (world: World): number => Math.round((world.question.learner.loanEntitlement ?? 0) * 100);

function fits(world: World, rule: FundingRule, { delivery, programme, start, creditsStudied }: PlacedLeg): boolean {
  const { learner } = world.question;
  const institution = world.rows.institutions.find(({ id }) => id === programme.institution);
  const age = learner.born === undefined ? undefined : Math.floor((start - monthOf(learner.born)) / 12);
  const region = learner.home?.region;
  const employer = learner.employment?.employer;
  return (
    validIn(rule, start) &&
    (!rule.employment || rule.employment.includes(delivery.employment)) &&
    (!rule.pace || rule.pace.includes(delivery.pace)) &&
    (!rule.levels || rule.levels.includes(programme.level)) &&
    (!rule.programmes || rule.programmes.includes(programme.id)) &&
    (!rule.institutions || rule.institutions.includes(programme.institution)) &&
    (!rule.countries || (institution !== undefined && rule.countries.includes(institution.country))) &&
    (rule.study === undefined || (rule.study === 'singly') === world.singles.has(programme.id)) &&
    (rule.minimumCredits === undefined || creditsStudied >= rule.minimumCredits) &&
    (!rule.regions || (region !== undefined && rule.regions.includes(region))) &&
    (!rule.employers || (employer !== undefined && rule.employers.includes(employer))) &&
    (rule.minimumAge === undefined || (age !== undefined && age >= rule.minimumAge)) &&
    (rule.maximumAge === undefined || (age !== undefined && age <= rule.maximumAge))
  );
}
