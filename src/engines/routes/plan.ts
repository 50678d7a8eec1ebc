import type { Id } from '../../domain/fact.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';
import type { Solution } from '../credit/solve.js';

/** A module that is held once a stage has ended. */
export interface Gain {
  readonly module: Id;
  /** Last month of the stage; of a credited module the date of its oldest source. */
  readonly on: Month;
  /** False: it was credited inside the stage. */
  readonly studied: boolean;
}

export interface StudiedStage {
  readonly stage: number;
  /** First month after it. */
  readonly after: Month;
  readonly gains: readonly Gain[];
}

/** A payer's part of a leg's fee, in pence. */
export interface Paid {
  readonly payer: string;
  readonly rule: Id | null;
  readonly pence: number;
}

/** A leg with its place in a route. Money in pence. */
export interface PlannedLeg {
  readonly key: string;
  readonly start: Month;
  readonly delivery: Delivery;
  readonly programme: Programme;
  readonly from: number;
  readonly to: number;
  readonly options: readonly Id[];
  readonly stages: readonly StudiedStage[];
  /** First month after study. */
  readonly after: Month;
  /** Month in which the programme is complete, where the leg completes it. */
  readonly completes: Month | null;
  /** What entry is subject to; none where it is met. */
  readonly subjectTo: readonly string[];
  readonly solution: Solution;
  readonly creditsStudied: number;
  readonly fee: number;
  readonly claimFees: number;
}

/** A route begun. Money in pence. */
export interface Plan {
  readonly legs: readonly PlannedLeg[];
  /** For each leg, whether no later one has made use of it yet. */
  readonly unused: readonly boolean[];
  readonly paid: readonly (readonly Paid[])[];
  readonly learnerPart: number;
  readonly totalFees: number;
  readonly creditsStudied: number;
  readonly releaseDays: number;
  readonly institutions: number;
  readonly loanLeft: number;
  /** First month in which study that is not concurrent may start. */
  readonly free: Month;
}

/** Full-time study outside employment: the job is given up, and it takes five days a week. */
export const isFullTime = ({ pace, employment }: Delivery): boolean => pace === 'full-time' && employment === 'none';

/** Release days a week of a delivery. */
export const daysOf = (delivery: Delivery): number => (isFullTime(delivery) ? 5 : delivery.releaseDays);

/** The most release days a week in any month. */
export function peakDays(legs: readonly PlannedLeg[]): number {
  const at = (month: Month): number =>
    legs.reduce((sum, { start, after, delivery }) => sum + (start <= month && month < after ? daysOf(delivery) : 0), 0);
  return Math.max(0, ...legs.map(({ start }) => at(start)));
}
