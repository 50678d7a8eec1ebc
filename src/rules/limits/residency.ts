import type { ResidencyLimit } from '../../domain/limits.js';
import type { Cap, Yardstick } from './cap.js';

/**
 * At least n credits of the programme must be left: its credits less those credited; null where it states none. Where it
 * has fewer than n, nothing is credited: what it lacks itself no applicant is to blame for.
 */
export const residency = ({ credits: least }: ResidencyLimit, { credits }: Yardstick): Cap | null =>
  credits === undefined
    ? null
    : {
        unit: 'credits',
        counts: (claim) => claim.credits,
        most: Math.max(0, credits - least),
        says: `at least ${least} of the ${credits} credits must be studied here`,
      };
