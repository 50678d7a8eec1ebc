import type { Fact, Id } from './fact.js';
import type { FractionText } from './fraction.js';
import type { Learner } from './learner.js';
import type { Credits, Level, Pounds } from './provision.js';

/** Who pays what part of a fee. */
export interface FundingRule extends Fact {
  name: string;
  /** `levy`, `employer`, `state`, `loan` ... `loan` draws on the learner's remaining entitlement. */
  payer: string;
  /** The part of the whole fee it pays. */
  part: FractionText;
  /** Which deliveries: all that is given must fit. */
  employment?: ('none' | 'apprenticeship' | 'beside')[];
  pace?: ('full-time' | 'part-time')[];
  levels?: Level[];
  programmes?: Id[];
  institutions?: Id[];
  countries?: string[];
  /** `singly`: only modules offered singly; `programme`: only programmes. */
  study?: 'singly' | 'programme';
  minimumCredits?: Credits;
  /** Which learners: all that is given must fit. */
  regions?: Id[];
  employers?: string[];
  minimumAge?: number;
  maximumAge?: number;
}

/** Salary, backfill or a grant given to a learner's employer or learner. */
export interface Support extends Fact {
  name: string;
  payer: string;
  kind: 'salary' | 'backfill' | 'grant';
  regions?: Id[];
  /** Pounds a year, where known. */
  perYear?: Pounds;
  employment?: ('none' | 'apprenticeship' | 'beside')[];
  pace?: ('full-time' | 'part-time')[];
  programmes?: Id[];
  registerParts?: Id[];
}

/** UCAS points, for entry in the years in which the table is valid. */
export interface Tariff extends Fact {
  name: string;
  points: { qualification?: Id; kind?: string; grade: string; points: number }[];
}

/** A row of the level ladder. */
export interface LevelRow extends Fact {
  fheq?: number;
  rqf: number;
  scqf: string;
  eqf: number;
  awards: string[];
}

/** Shared places, such as practice placements; a pool lies within at most one larger. */
export interface Pool extends Fact {
  name: string;
  /** @minimum 0
   * @asType integer */
  places: number;
  within?: Id;
}

/** People alike in what they hold and can manage. */
export interface Cohort extends Fact {
  name: string;
  /** Head count.
   * @asType integer
   * @minimum 0 */
  people: number;
  region: Id;
  learner: Learner;
  /** Register parts they have in mind; none: the role is their destination. */
  seeks: Id[];
}
