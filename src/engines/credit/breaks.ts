import type { Claim, HourKind } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import { figure } from '../../domain/figure.js';
import type { HoursLimit, Limit, SpanLimit } from '../../domain/limits.js';
import { spoken } from '../../domain/time.js';
import type { Cap, LimitInForce } from '../../rules/limits/cap.js';
import { type HoursFloor, hoursFloors } from '../../rules/limits/hours.js';
import { caps } from '../../rules/limits/index.js';
import { type Group, liesWithin } from './curriculum.js';
import { openEntries } from './entries.js';
import { doneBy, isWhole, lackBefore } from './lacking.js';
import { creditsToStudy, monthsOfStages } from './savings.js';
import { exempt, ofKind, type Setting, yardstick } from './setting.js';
import type { Solution } from './solve.js';
import { creditsOf, moduleName, moduleNames, policyName } from './words.js';

/** A limit that some claims together would break, in words how, and the name of the policy that lays it down. */
export interface Break {
  readonly limit: Id;
  readonly says: string;
  readonly policy: string;
}

/** Every limit that these claims would break together, judged as spec 3.3 says it, without the solver. */
export const breaksOf = (solution: Solution, claims: readonly Claim[]): Break[] =>
  solution.setting.limits.flatMap((one) => {
    const says = broken(solution, one, claims);
    const policy = policyName(solution.setting.policies, one.policy);
    return says === null ? [] : [{ limit: one.limit.id, says, policy }];
  });

/** Option groups in which these claims and progress credit more than may be chosen. */
export function crowdedGroups({ setting, progress }: Solution, claims: readonly Claim[]): Group[] {
  const done = doneBy(claims, progress);
  return setting.stages
    .flatMap(({ groups }) => groups)
    .filter((group) => {
      const inside = [...group.modules].filter((module) => done.has(module));
      return inside.some((module) => !progress.has(module)) && !liesWithin(group, inside, group.choose);
    });
}

/** The highest stage that may be joined in the start month with some modules done. */
export const stageReached = (setting: Setting, done: ReadonlySet<Id>): number =>
  openEntries(setting)
    .filter((point) => lackBefore(setting, point, done)?.missing.length === 0)
    .reduce((highest, { stage }) => Math.max(highest, stage), 1);

function broken(solution: Solution, { limit }: LimitInForce, claims: readonly Claim[]): string | null {
  const { setting } = solution;
  const counted = claims.filter((claim) => !exempt(limit, claim));
  const credits = counted.reduce((sum, claim) => sum + claim.credits, 0);
  switch (limit.kind) {
    case 'minimum':
      return credits > 0 && credits < limit.credits
        ? `nothing under ${creditsOf(limit.credits)} is given, and this would make ${credits}`
        : null;
    case 'whole-stages':
      return brokenStages(solution, claims, counted);
    case 'span':
      return brokenSpan(solution, limit, claims);
    case 'module': {
      const never = counted.flatMap(({ targets }) => targets.filter((target) => limit.modules.includes(target)));
      return never.length > 0 ? `${moduleNames(setting, never)} is never credited` : null;
    }
    case 'hours':
      return (
        brokenCap(solution, limit, counted, (unit) =>
          unit === 'credits' ? 0 : toMakeGood(solution, claims, unit === 'theory hours' ? 'theory' : 'practice'),
        ) ?? brokenFloor(solution, limit, claims)
      );
    case 'share':
    case 'credits':
    case 'level':
    case 'stage':
    case 'experiential':
    case 'residency':
      return brokenCap(solution, limit, counted);
    case 'single-use': // whether two claims use one module is asked of each pair of them
    case 'mark': // these two judge sources, and what they refuse does not stand at all
    case 'currency':
      return null;
  }
}

function brokenCap(
  { setting }: Solution,
  limit: Limit,
  counted: readonly Claim[],
  besides: (unit: Cap['unit']) => number = () => 0,
): string | null {
  for (const { unit, counts, most, says } of caps(limit, yardstick(setting))) {
    const total = counted.reduce((sum, claim) => sum + counts(claim), besides(unit));
    if (total > most) {
      const allowed = most <= 0 || says.includes(`at most ${most} `) ? '' : `, which is ${most} ${unit}`;
      return most <= 0 ? `${says} is given` : `${says}${allowed}, and this would make ${total}`;
    }
  }
  return null;
}

/**
 * Hours that credited targets carry and claims do not give, over what a floor lets fall short. A floor above the
 * programme's own hours asks nothing of those who claim nothing under it.
 */
function shortOf(limit: Limit, claims: readonly Claim[], { kind, slack }: HoursFloor): number {
  const counted = claims.filter((claim) => claim.kind !== 'hours' && !exempt(limit, claim));
  if (counted.length === 0) return 0;
  return counted.reduce((sum, { targetHours, hours }) => sum + targetHours[kind] - hours[kind], -slack);
}

/** Hours of one kind that experience could make good. */
const hoursAlone = ({ claims }: Solution, kind: HourKind): number =>
  claims.standing.reduce((sum, claim) => sum + (claim.kind === 'hours' ? claim.hours[kind] : 0), 0);

function brokenFloor(solution: Solution, limit: HoursLimit, claims: readonly Claim[]): string | null {
  for (const floor of hoursFloors(limit, yardstick(solution.setting))) {
    const { kind, least, slack } = floor;
    const missing = shortOf(limit, claims, floor) - (slack < 0 ? 0 : hoursAlone(solution, kind));
    if (missing > 0)
      return `credited and studied hours must come to ${figure(least)} of ${kind}, and ${figure(missing)} of them would be missing`;
  }
  return null;
}

/** Hours that experience must make good for the floors that it can reach: they may break no cap of hours. */
function toMakeGood(solution: Solution, claims: readonly Claim[], kind: HourKind): number {
  const { limits } = solution.setting;
  const needed = ofKind(limits, 'hours').flatMap(({ limit }) =>
    hoursFloors(limit, yardstick(solution.setting))
      .filter((floor) => floor.kind === kind)
      .map((floor) => shortOf(limit, claims, floor)),
  );
  const most = hoursAlone(solution, kind);
  return Math.max(0, ...needed.filter((hours) => hours <= most));
}

function brokenStages(
  { setting, progress }: Solution,
  claims: readonly Claim[],
  counted: readonly Claim[],
): string | null {
  const done = doneBy(claims, progress);
  const stages = setting.stages.filter(
    (stage) => counted.some(({ creditsByStage }) => creditsByStage.has(stage.number)) && !isWhole(setting, stage, done),
  );
  const numbers = stages.map(({ number }) => number).join(' and ');
  return stages.length > 0 ? `credit is given only in stages credited whole, and stage ${numbers} would not be` : null;
}

/** From first enrolment, or the oldest source, to the end of study begun at the highest stage that may be joined. */
function brokenSpan(solution: Solution, limit: SpanLimit, claims: readonly Claim[]): string | null {
  const { months, since } = limit;
  const { setting, progress, enrolled } = solution;
  const { delivery, start, stages } = setting;
  if (!delivery) return null;
  const joined = stageReached(setting, doneBy(claims, progress));
  const study = monthsOfStages(delivery, joined, stages.length, (at) =>
    creditsToStudy({ ...solution, used: claims }, at),
  );
  const end = start + study + (delivery.assessmentMonths ?? 0);
  const tells = (from: number, what: string): string =>
    `from ${what} to completion may take ${months} months, and it would take ${end - from}`;
  if (since === 'enrolment')
    return end - enrolled > months ? tells(enrolled, `enrolment in ${spoken(enrolled)}`) : null;
  const sources = claims.flatMap((claim) => (exempt(limit, claim) ? [] : claim.sources));
  const oldest = sources.reduce<(typeof sources)[number] | undefined>((a, b) => (a && a.on <= b.on ? a : b), undefined);
  return oldest && end - oldest.on > months
    ? tells(oldest.on, `${moduleName(setting, oldest.id)}, achieved in ${spoken(oldest.on)},`)
    : null;
}
