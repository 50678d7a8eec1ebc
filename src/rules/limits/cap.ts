import type { Claim } from '../../domain/claim.js';
import type { Limit } from '../../domain/limits.js';

/** A limit in force, with the policy that lays it down. */
export interface LimitInForce<L extends Limit = Limit> {
  readonly limit: L;
  readonly policy: string;
}

/** What a limit needs to know of the programme. */
export interface Yardstick {
  readonly credits?: number;
  readonly theoryHours?: number;
  readonly practiceHours?: number;
  /** Number of the last stage. */
  readonly finalStage: number;
}

/** A rule that adds something up over the claims used and holds it at a figure. */
export interface Cap {
  readonly unit: 'credits' | 'theory hours' | 'practice hours';
  readonly counts: (claim: Claim) => number;
  /** The figure, rounded down to half a unit, which changes nothing as all that is counted comes in halves. */
  readonly most: number;
  readonly says: string;
}
