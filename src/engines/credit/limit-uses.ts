import type { LimitSet, LimitUse } from '../../domain/assessment.js';
import type { Claim } from '../../domain/claim.js';
import type { Limit } from '../../domain/limits.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import { hoursFloors } from '../../rules/limits/hours.js';
import { caps } from '../../rules/limits/index.js';
import { claimsOf } from './claims.js';
import { gainWords, laidDownBy, limitSays, limitWords } from './limit-words.js';
import { madeGood } from './made-good.js';
import { monthsSince } from './savings.js';
import { exempt, lifting, type Setting, yardstick } from './setting.js';
import type { Solution } from './solve.js';
import type { Gains } from './told-gains.js';
import { excludes } from './unchosen.js';
import { listed } from './words.js';

/**
 * Every limit in force: what it says and who laid it down, how far it is used, whether it is in the way, and what
 * lifting it gains (spec 3.5). Limits that are in force on other deliveries asked, and not on the one assessed, are
 * listed after them where they hold credit back.
 */
export const limitUses = (solution: Solution, gains: Gains): LimitUse[] => [
  ...solution.setting.limits.flatMap((one) =>
    measures(solution, one).map((measure) => line(solution.setting, one, measure, gains)),
  ),
  ...gains.elsewhere.map(({ setting, inForce }) => {
    const says = `${limitSays(setting, inForce.limit).join('; ')} (on the delivery ${setting.delivery?.id}, not on this one)`;
    return line(setting, inForce, { says, ...UNMEASURED, inTheWay: true }, gains);
  }),
];

/** The smallest sets of limits that gain together, each with a sentence. */
export function limitSets(solution: Solution, { sets, elsewhere }: Gains): LimitSet[] {
  const { setting } = solution;
  const words = new Map(
    [...setting.limits.map((inForce) => ({ setting, inForce })), ...elsewhere].map(
      ({ setting, inForce }) => [inForce.limit.id, limitWords(setting, inForce)] as const,
    ),
  );
  return sets.map(({ limits, gain }) => ({
    limits,
    gain,
    sentence: `Lifted together, and only together, these give ${gainWords(gain, solution)}: ${listed(limits.map((id) => words.get(id) ?? id))}.`,
  }));
}

/** How far one figure of a limit is used. */
interface Measure {
  says: string;
  unit: LimitUse['unit'];
  used: number | null;
  allowed: number | null;
  slack: number | null;
  /** Whether a claim that would otherwise stand cannot be used for it. */
  inTheWay: boolean;
}
const UNMEASURED = { unit: 'none', used: null, allowed: null, slack: null } as const;

const line = (
  setting: Setting,
  { limit, policy }: LimitInForce,
  { says, unit, used, allowed, slack, inTheWay }: Measure,
  { alone, holding }: Gains,
): LimitUse => {
  const laidDown = setting.policies.find(({ id }) => id === policy)!;
  return {
    id: limit.id,
    policy,
    policyName: laidDown.name,
    laidDownBy: laidDownBy(setting, laidDown),
    source: limit.source ?? laidDown.source,
    kind: limit.kind,
    says,
    unit,
    used,
    allowed,
    slack,
    binding: inTheWay || holding.has(limit.id),
    gain: alone.get(limit.id) ?? null,
  };
};

function measures(solution: Solution, one: LimitInForce): Measure[] {
  const { setting, used } = solution;
  const { limit } = one;
  const programme = yardstick(setting);
  const capped = caps(limit, programme).map(({ unit, counts, most, says }): Measure => {
    const made = unit === 'credits' ? 0 : madeGoodUnder(solution, unit === 'theory hours' ? 'theory' : 'practice');
    const counted = (claim: Claim): number => (exempt(limit, claim) ? 0 : counts(claim));
    const total = used.reduce((sum, claim) => sum + counted(claim), made);
    const named = limit.kind === 'module' ? limitSays(setting, limit).join('; ') : says;
    const inTheWay = heldBack(solution, counted, most - made);
    return { says: named, unit, used: total, allowed: most, slack: most - total, inTheWay };
  });
  if (limit.kind !== 'hours') return capped.length ? capped : [measure(solution, limit)];
  const floors = hoursFloors(limit, programme).map(({ kind, least, slack, says }): Measure => {
    const short = (claim: Claim): number =>
      exempt(limit, claim) || claim.kind === 'hours' ? 0 : claim.targetHours[kind] - claim.hours[kind];
    const made = madeGoodUnder(solution, kind);
    const total = least + slack + made - used.reduce((sum, claim) => sum + short(claim), 0);
    const inTheWay = heldBack(solution, short, slack + made);
    return { says, unit: `${kind} hours`, used: total, allowed: least, slack: total - least, inTheWay };
  });
  return capped.length + floors.length ? [...capped, ...floors] : [measure(solution, limit)];
}

/** Limits that judge sources, stages, months or the total: the figure that comes nearest to what they ask, where there is one. */
function measure(solution: Solution, limit: Limit): Measure {
  const { setting, used, enrolled } = solution;
  const says = limitSays(setting, limit).join('; ');
  const judged = used.filter((claim) => !exempt(limit, claim));
  const sources = judged.flatMap((claim) => claim.sources);
  switch (limit.kind) {
    case 'minimum': {
      const total = judged.reduce((sum, { credits }) => sum + credits, 0);
      const slack = total === 0 ? null : total - limit.credits;
      return { says, unit: 'credits', used: total, allowed: limit.credits, slack, inTheWay: false };
    }
    case 'span': {
      const since = limit.since === 'enrolment' ? [enrolled] : sources.map(({ on }) => on);
      const months = since.length ? monthsSince(solution, Math.min(...since)) : null;
      return { says, unit: 'months', ...upTo(months, limit.months), inTheWay: false };
    }
    case 'currency': {
      const age = sources.length ? setting.start - Math.min(...sources.map(({ on }) => on)) : null;
      return { says, unit: 'months', ...upTo(age, limit.months), inTheWay: bringsClaims(solution, limit) };
    }
    case 'mark': {
      const marks = sources.flatMap(({ mark }) => mark ?? []);
      const lowest = limit.mark !== undefined && marks.length ? Math.min(...marks) : null;
      const slack = lowest === null ? null : lowest - limit.mark!;
      const inTheWay = bringsClaims(solution, limit);
      return { says, unit: 'percent', used: lowest, allowed: limit.mark ?? null, slack, inTheWay };
    }
    case 'single-use':
      return { says, ...UNMEASURED, inTheWay: bringsClaims(solution, limit) };
    case 'whole-stages':
    case 'share':
    case 'credits':
    case 'level':
    case 'stage':
    case 'module':
    case 'experiential':
    case 'hours':
    case 'residency':
      return { says, ...UNMEASURED, inTheWay: false };
  }
}

const upTo = (used: number | null, allowed: number): Pick<Measure, 'used' | 'allowed' | 'slack'> => ({
  used,
  allowed,
  slack: used === null ? null : allowed - used,
});

/** Whether some claim that stands would bring a sum over a figure if it took the place of those used that it excludes. */
const heldBack = ({ setting, claims, used }: Solution, counts: (claim: Claim) => number, most: number): boolean =>
  claims.standing.some((claim) => {
    if (used.includes(claim) || counts(claim) <= 0) return false;
    const beside = used.filter((other) => !excludes(claim, other, setting.reusable));
    return beside.reduce((sum, other) => sum + counts(other), counts(claim)) > most;
  });

/** Whether claims stand without a limit on sources that do not stand with it. */
function bringsClaims({ setting, claims, progress }: Solution, { id }: Limit): boolean {
  if (claims.refused.length === 0) return false;
  const standing = new Set(claimsOf(setting, progress).standing.map((claim) => claim.id));
  return claimsOf(lifting(setting, new Set([id])), progress).standing.some((claim) => !standing.has(claim.id));
}

const madeGoodUnder = ({ setting, used }: Solution, kind: 'theory' | 'practice'): number =>
  [...madeGood(setting, used).values()].reduce((sum, hours) => sum + hours[kind], 0);
