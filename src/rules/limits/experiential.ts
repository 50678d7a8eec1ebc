import { floorOf, fractionOf } from '../../domain/fraction.js';
import type { ExperientialLimit } from '../../domain/limits.js';
import type { Cap, Yardstick } from './cap.js';

/** At most a fraction of the programme's credits, or n credits, may come from experience. */
export function experiential(limit: ExperientialLimit, { credits: whole = 0 }: Yardstick): Cap {
  const byFraction = limit.fraction ? floorOf(fractionOf(limit.fraction), whole) : Number.POSITIVE_INFINITY;
  const most = Math.min(byFraction, limit.credits ?? Number.POSITIVE_INFINITY);
  return {
    unit: 'credits',
    counts: (claim) => (claim.experiential ? claim.credits : 0),
    most,
    says: `at most ${most} credits from experience`,
  };
}
