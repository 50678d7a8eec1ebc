import type { CreditsLimit } from '../../domain/limits.js';
import type { Cap } from './cap.js';

/** At most n credits in all. */
export const credits = ({ credits: most }: CreditsLimit): Cap => ({
  unit: 'credits',
  counts: (claim) => claim.credits,
  most,
  says: most === 0 ? 'no prior credit at all' : `at most ${most} credits in all`,
});
