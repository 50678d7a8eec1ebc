import type { LevelLimit } from '../../domain/limits.js';
import type { Cap } from './cap.js';

/** At most n credits at one level of the target modules. */
export const level = ({ level: at, credits: most }: LevelLimit): Cap => ({
  unit: 'credits',
  counts: (claim) => claim.creditsByLevel.get(at) ?? 0,
  most,
  says: most === 0 ? `no credit at level ${at}` : `at most ${most} credits at level ${at}`,
});
