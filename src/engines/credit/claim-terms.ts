import type { UsedClaim } from '../../domain/assessment.js';
import type { Claim } from '../../domain/claim.js';
import { fractionOf } from '../../domain/fraction.js';
import type { Policy } from '../../domain/recognition.js';
import { textOf } from '../../domain/time.js';
import { madeGood } from './made-good.js';
import type { Setting } from './setting.js';
import type { Solution } from './solve.js';

/** A claim as the applicant meets it: what it rests on, wants and costs, and when it must be lodged. */
export function claimTerms({ setting, used }: Solution, claim: Claim): UsedClaim {
  const { policies, start } = setting;
  const hours = madeGood(setting, used).get(claim.id) ?? claim.hours;
  const lodge = lodgeMonths(policies);
  return {
    id: claim.id,
    kind: claim.kind,
    sources: claim.sources.map(({ id }) => id).sort(),
    targets: [...claim.targets].sort(),
    credits: claim.credits,
    strength: claim.strength,
    experiential: claim.experiential,
    rows: claim.rows.map(({ id, source, basis }) => ({ id, source, basis })),
    theoryHours: hours.theory,
    practiceHours: hours.practice,
    evidence: [
      ...new Set([
        ...policies.flatMap(({ claims }) => claims?.evidence ?? []),
        ...claim.rows.flatMap(({ evidence }) => evidence ?? []),
      ]),
    ],
    fee: claimFee(setting, claim),
    lodgeBy: lodge > 0 ? textOf(start - lodge) : null,
    flags: [...claim.flags, ...unknownFees(setting)],
  };
}

/** Months before the start by which a claim must be lodged; 0 where no policy says so. */
export const lodgeMonths = (policies: readonly Policy[]): number =>
  Math.max(0, ...policies.map(({ claims }) => claims?.lodgeMonths ?? 0));

/** That a policy asks for a part of the fee of what is credited, where the delivery states no fee per credit to take it of. */
const unknownFees = ({ policies, delivery }: Setting): string[] =>
  policies.flatMap(({ claims, name }) =>
    claims?.feeShare !== undefined && delivery?.fee.perCredit === undefined
      ? [
          `${claims.feeShare} of the fee of what is credited is to be paid besides (${name}); no fee per credit is stated`,
        ]
      : [],
  );

/** Pounds one claim costs: what each policy in force asks for it, in whole pence. */
export function claimFee({ policies, delivery }: Setting, claim: Claim): number {
  const pence = policies.reduce((sum, { claims }) => {
    if (!claims) return sum;
    const asked =
      (claim.own ? claims.ownCreditFee : undefined) ??
      (claim.experiential ? claims.experientialFee : undefined) ??
      claims.fee ??
      0;
    const { n, d } = fractionOf(claims.feeShare ?? '0');
    return (
      sum +
      Math.round(asked * 100) +
      Math.floor((Math.round((delivery?.fee.perCredit ?? 0) * 100) * claim.credits * n) / d)
    );
  }, 0);
  return pence / 100;
}
