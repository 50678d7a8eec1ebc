import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import { compareLists } from '../../domain/order.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';
import type { World } from '../world.js';
import { daysOf } from './terms.js';

/** A module that is held once a stage has ended, and the month to which it is dated. */
export interface Gained {
  readonly module: Id;
  readonly on: Month;
  /** False: it was credited inside the stage. */
  readonly studied: boolean;
}

/** One stage of a leg: what is held from the month after it. */
export interface StageTaken {
  readonly stage: number;
  readonly after: Month;
  readonly gained: readonly Gained[];
}

/** A leg worked out anew from its delivery, month, stages and options, and what was held then. Money in pence. */
export interface Taken {
  readonly delivery: Delivery;
  readonly programme: Programme;
  readonly start: Month;
  readonly from: number;
  readonly to: number;
  readonly options: readonly Id[];
  readonly stages: readonly StageTaken[];
  /** First month after study. */
  readonly after: Month;
  /** Month in which it completes its programme, if it does. */
  readonly completes: Month | null;
  /** What its credit was judged by. */
  readonly world: World;
  readonly used: readonly Claim[];
  /** Progress had lapsed when it began. */
  readonly lapsed: boolean;
  readonly subjectTo: readonly string[];
  readonly creditsStudied: number;
  readonly fee: number;
  readonly claimFees: number;
}

/** The most release days a week in any month. */
export const peakDays = (legs: readonly Taken[]): number =>
  Math.max(
    0,
    ...legs.map(({ start }) =>
      legs
        .filter((other) => other.start <= start && start < other.after)
        .reduce((sum, { delivery }) => sum + daysOf(delivery), 0),
    ),
  );

/** Order of legs: by start, delivery id, stages, options (spec 5.3). */
export const compareTaken = (a: Taken, b: Taken): number =>
  a.start - b.start ||
  compareLists([a.delivery.id], [b.delivery.id]) ||
  a.from - b.from ||
  a.to - b.to ||
  compareLists(a.options, b.options);
