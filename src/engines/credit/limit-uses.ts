import type { LimitUse } from '../../domain/assessment.js';
import type { Claim } from '../../domain/claim.js';
import type { Limit } from '../../domain/limits.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import { hoursFloors } from '../../rules/limits/hours.js';
import { caps } from '../../rules/limits/index.js';
import { madeGood } from './hours-rows.js';
import { exempt, yardstick } from './setting.js';
import type { Solution } from './solve.js';
import { excludes } from './unchosen.js';

/** Every limit in force, how far it is used, and whether it stands in the way (spec 3.5). */
export const limitUses = (solution: Solution): LimitUse[] =>
  solution.setting.limits.flatMap((one) => uses(solution, one));

function uses(solution: Solution, one: LimitInForce): LimitUse[] {
  const { setting, used } = solution;
  const { limit } = one;
  const added = caps(limit, yardstick(setting));
  if (added.length > 0)
    return added.map(({ unit, counts, most, says }) => {
      const made = unit === 'credits' ? 0 : madeGoodUnder(solution, unit === 'theory hours' ? 'theory' : 'practice');
      const counted = (claim: Claim): number => (exempt(limit, claim) ? 0 : counts(claim));
      const total = used.reduce((sum, claim) => sum + counted(claim), made);
      return line(one, says, unit, total, most, heldBack(solution, counted, most - made));
    });
  if (limit.kind === 'hours')
    return hoursFloors(limit, yardstick(setting)).map(({ kind, least, slack, says }) => {
      const short = (claim: Claim): number =>
        exempt(limit, claim) || claim.kind === 'hours' ? 0 : claim.targetHours[kind] - claim.hours[kind];
      const made = madeGoodUnder(solution, kind);
      const total = least + slack + made - used.reduce((sum, claim) => sum + short(claim), 0);
      const binding = heldBack(solution, short, slack + made);
      return { ...line(one, says, `${kind} hours`, total, least, binding), slack: total - least };
    });
  return [structural(solution, one)];
}

/** Whether some claim that stands would bring a sum over a figure if it took the place of those used that it excludes. */
const heldBack = ({ setting, claims, used }: Solution, counts: (claim: Claim) => number, most: number): boolean =>
  claims.standing.some((claim) => {
    if (used.includes(claim) || counts(claim) <= 0) return false;
    const beside = used.filter((other) => !excludes(claim, other, setting.reusable));
    return beside.reduce((sum, other) => sum + counts(other), counts(claim)) > most;
  });

const madeGoodUnder = ({ setting, used }: Solution, kind: 'theory' | 'practice'): number =>
  [...madeGood(setting, used).values()].reduce((sum, hours) => sum + hours[kind], 0);

const line = (
  { limit, policy }: LimitInForce,
  says: string,
  unit: LimitUse['unit'],
  used: number,
  allowed: number,
  binding: boolean,
): LimitUse => ({ id: limit.id, policy, kind: limit.kind, says, unit, used, allowed, slack: allowed - used, binding });

/** Limits that judge sources, stages or months: what they say, and whether they refused something. */
function structural(solution: Solution, { limit, policy }: LimitInForce): LimitUse {
  const refused = solution.claims.refused.some(
    ({ code }) =>
      (limit.kind === 'mark' && code === 'MARK') ||
      (limit.kind === 'currency' && code === 'CURRENCY') ||
      (limit.kind === 'single-use' && code === 'SPENT'),
  );
  const inTheWay =
    (limit.kind === 'minimum' || limit.kind === 'whole-stages') &&
    solution.used.length < solution.claims.standing.length;
  return {
    id: limit.id,
    policy,
    kind: limit.kind,
    says: sentence(limit),
    unit: limit.kind === 'currency' || limit.kind === 'span' ? 'months' : 'none',
    used: null,
    allowed: 'months' in limit ? limit.months : 'credits' in limit ? (limit.credits ?? null) : null,
    slack: null,
    binding: refused || inTheWay,
  };
}

function sentence(limit: Limit): string {
  switch (limit.kind) {
    case 'minimum':
      return `nothing under ${limit.credits} credits is given`;
    case 'whole-stages':
      return 'credit only in stages that are credited whole';
    case 'span':
      return `at most ${limit.months} months from ${limit.since === 'enrolment' ? 'first enrolment' : 'the oldest credited source'} to completion`;
    case 'single-use':
      return (
        [
          limit.allow ? 'a held module may be used in several claims' : '',
          limit.refuseSpent ? 'credit spent on an award of the same level is refused' : '',
        ]
          .filter(Boolean)
          .join('; ') || 'a held module is used once'
      );
    case 'mark':
      return [
        limit.mark === undefined ? '' : `a mark of at least ${limit.mark} %`,
        limit.refuseCompensated ? 'not passed by compensation' : '',
      ]
        .filter(Boolean)
        .join('; ');
    case 'currency':
      return `learning at most ${limit.months} months old${limit.remedy ? `, or ${limit.remedy}` : ''}`;
    case 'share':
    case 'credits':
    case 'level':
    case 'stage':
    case 'module':
    case 'experiential':
    case 'hours':
    case 'residency':
      return `${limit.kind}: the programme states no figure it could be applied to`;
  }
}
