import type { StageLimit } from '../../domain/limits.js';
import type { Cap, Yardstick } from './cap.js';

/** At most n credits in one stage; "not the final stage" is n = 0. */
export function stage({ stage: named, credits: most }: StageLimit, { finalStage }: Yardstick): Cap {
  const at = named === 'final' ? finalStage : named;
  return {
    unit: 'credits',
    counts: (claim) => claim.creditsByStage.get(at) ?? 0,
    most,
    says: `${most === 0 ? 'no credit' : `at most ${most} credits`} in ${named === 'final' ? 'the final stage' : `stage ${at}`}`,
  };
}
