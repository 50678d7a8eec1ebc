import type { Id } from '../../src/domain/fact.js';
import { fractionOf } from '../../src/domain/fraction.js';
import type { HoursLimit, Limit, SpanLimit } from '../../src/domain/limits.js';
import { monthOf } from '../../src/domain/time.js';
import { type Claim, type Progress, totalHours } from './credit-oracle-claims.js';
import { creditsOf, type Frame } from './credit-oracle-frame.js';
import { statedHours } from './credit-oracle-held.js';
import { isWhole, monthsFrom } from './credit-oracle-stages.js';

/** A set of claims under test, with the progress beside it. */
export interface Chosen {
  claims: Claim[];
  progress: Progress[];
  /** Credited and progress modules. */
  done: ReadonlySet<Id>;
}

/** Some claim is refused because of this limit. Limits on sources are judged with the
 * claims, hours together below, and `span` apart, as progress may lapse under it. */
export function holdsBack(frame: Frame, limit: Limit, chosen: Chosen): boolean {
  const claims = countedUnder(limit, chosen.claims);
  const targets = targetsOf(claims);
  const credits = creditsOf(frame, targets);
  const stated = frame.programme.credits;
  switch (limit.kind) {
    case 'share':
      return stated !== undefined && exceeds(credits, limit.fraction, stated);
    case 'credits':
      return credits > limit.credits;
    case 'level':
      return (
        creditsOf(
          frame,
          targets.filter((id) => frame.modules.get(id)?.level === limit.level),
        ) > limit.credits
      );
    case 'stage': {
      const stage = limit.stage === 'final' ? frame.stages.length : limit.stage;
      return (
        creditsOf(
          frame,
          targets.filter((id) => frame.stageOf.get(id) === stage),
        ) > limit.credits
      );
    }
    case 'module':
      return targets.some((id) => limit.modules.includes(id));
    case 'experiential': {
      const gained = creditsOf(
        frame,
        claims.filter(({ experiential }) => experiential).flatMap((claim) => claim.targets),
      );
      return (
        (limit.credits !== undefined && gained > limit.credits) ||
        (limit.fraction !== undefined && stated !== undefined && exceeds(gained, limit.fraction, stated))
      );
    }
    case 'residency':
      return claims.length > 0 && stated !== undefined && stated - credits < limit.credits;
    case 'minimum':
      return credits > 0 && credits < limit.credits;
    case 'whole-stages':
      return frame.stages.some(
        (stage) => targets.some((id) => stage.modules.includes(id)) && !isWhole(frame, stage, chosen.done),
      );
    case 'mark':
    case 'currency':
    case 'single-use':
    case 'hours':
    case 'span':
      return false;
  }
}

const exceeds = (amount: number, fraction: string, of: number): boolean => {
  const { n, d } = fractionOf(fraction);
  return amount * d > n * of;
};

/** Some amount of the hours given alone, at most what the other claims fall short of, keeps every cap and every floor. */
export function hoursFit(frame: Frame, limits: HoursLimit[], claims: Claim[]): boolean {
  const { hours: programme } = statedHours(frame.programme);
  if (!programme) return true;
  const views = limits
    .map((limit) => ({ limit, counted: countedUnder(limit, claims).filter(({ kind }) => kind !== 'hours') }))
    .map(({ limit, counted }) => ({ limit, counted, targets: totalHours(frame, targetsOf(counted)) }));
  return (['theory', 'practice'] as const).every((of) => {
    if (frame.programme[`${of}Hours`] === undefined) return true;
    const given = (some: Claim[]): number => some.reduce((total, { hours }) => total + hours[of], 0);
    const alone = given(claims.filter(({ kind }) => kind === 'hours'));
    const needs = views.map(({ limit, counted, targets }) => {
      const floor = counted.length ? (limit.floor?.[of] ?? 0) : 0;
      const need = floor - (programme[of] - targets[of]) - given(counted);
      return { need: Math.max(0, need), most: Math.min(alone, Math.max(0, targets[of] - given(counted))) };
    });
    const amount = Math.max(0, ...needs.map(({ need }) => need));
    return (
      needs.every(({ need, most }) => need <= most) &&
      views.every(
        ({ limit: { cap, of: only }, counted }) =>
          cap === undefined || (only ?? of) !== of || !exceeds(given(counted) + amount, cap, programme[of]),
      )
    );
  });
}

/** Exempt credit is neither held back nor counted. */
const countedUnder = (limit: Limit, claims: Claim[]): Claim[] =>
  limit.exceptions?.ownCredit ? claims.filter(({ own }) => !own) : claims;

const targetsOf = (claims: Claim[]): Id[] => claims.flatMap(({ targets }) => targets);

/** From enrolment, or from the oldest source, to completion it takes no more months than the limit allows. */
export function spanFits(
  frame: Frame,
  limit: SpanLimit,
  { claims, progress, done }: Chosen,
  stage: number,
  enrolled: boolean,
): boolean {
  const completion = frame.start + monthsFrom(frame, stage, done);
  const carried = countedUnder(limit, claims);
  if (limit.since === 'enrolment')
    return completion - (enrolled ? enrolment(frame, progress) : frame.start) <= limit.months;
  const dates = carried.flatMap(({ sources }) => sources.flatMap((id) => frame.holdings.held.get(id)?.on ?? []));
  return dates.length === 0 || completion - Math.min(...dates) <= limit.months;
}

/** First enrolment, else the oldest date of progress, else the start. */
export function enrolment(frame: Frame, progress: Progress[]): number {
  const given = (frame.learner.enrolments ?? []).filter(({ programme }) => programme === frame.programme.id);
  if (given.length) return Math.min(...given.map(({ on }) => monthOf(on)));
  return progress.length ? Math.min(...progress.map(({ on }) => on)) : frame.start;
}
