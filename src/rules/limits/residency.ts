import type { ResidencyLimit } from '../../domain/limits.js';
import type { Cap, Yardstick } from './cap.js';

/** At least n credits of the programme must be left: its credits less those credited. */
export const residency = ({ credits: least }: ResidencyLimit, { credits = 0 }: Yardstick): Cap => ({
  unit: 'credits',
  counts: (claim) => claim.credits,
  most: credits - least,
  says: `at least ${least} of the ${credits} credits must be studied here`,
});
