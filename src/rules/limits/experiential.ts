import { floorOf, fractionOf } from '../../domain/fraction.js';
import type { ExperientialLimit } from '../../domain/limits.js';
import type { Cap, Yardstick } from './cap.js';

/**
 * At most a fraction of the programme's credits, or n credits, may come from experience; null where a fraction is all
 * that is given, and the programme states no credits.
 */
export function experiential({ fraction, credits }: ExperientialLimit, { credits: whole }: Yardstick): Cap | null {
  const byFraction = fraction === undefined || whole === undefined ? [] : [floorOf(fractionOf(fraction), whole)];
  const figures = credits === undefined ? byFraction : [...byFraction, credits];
  if (figures.length === 0) return null;
  const most = Math.min(...figures);
  return {
    unit: 'credits',
    counts: (claim) => (claim.experiential ? claim.credits : 0),
    most,
    says: `at most ${most} credits from experience`,
  };
}
