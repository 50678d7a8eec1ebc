import { floorOf, fractionOf } from '../../domain/fraction.js';
import type { ShareLimit } from '../../domain/limits.js';
import type { Cap, Yardstick } from './cap.js';

/** At most a fraction of the programme's stated credits may be credited; null where it states none. */
export const share = ({ fraction }: ShareLimit, { credits }: Yardstick): Cap | null =>
  credits === undefined
    ? null
    : {
        unit: 'credits',
        counts: (claim) => claim.credits,
        most: floorOf(fractionOf(fraction), credits),
        says: `at most ${fraction} of the programme's ${credits} credits`,
      };
