import type { Id } from './fact.js';
import type { Learner } from './learner.js';
import type { Month } from './time.js';

/** Which optimum is meant (spec 3.4). */
export type Objective = 'CREDITS' | 'ENTRY';
/** Whether proposed mappings and agreements count besides agreed ones. */
export type Include = 'AGREED' | 'PROPOSED';

/** What credit can this learner carry into this programme? */
export interface CreditQuestion {
  learner: Learner;
  programme: Id;
  /** Each delivery is asked by itself where none is named. */
  delivery?: Id;
  start: Month;
  objective?: Objective;
  include?: Include;
}

/** May this learner start at all? */
export interface EntryQuestion {
  learner: Learner;
  programme: Id;
  delivery?: Id;
  start: Month;
  /** Stage to be joined; 1 where not given. */
  stage?: number;
  /** The entry route applied by, such as `access`. */
  entryRoute?: string;
}

export type Criterion = 'MONTHS' | 'LEARNER_PART' | 'TOTAL_FEES' | 'CREDITS_STUDIED' | 'RELEASE_DAYS' | 'INSTITUTIONS';

/** What the asker can manage (spec 5.2). What is not given does not bind, but for pace and legs. */
export interface Constraints {
  /** Pace and employment allowed; a part-time route where not given: anything but full-time study outside employment. */
  modes?: { pace: 'full-time' | 'part-time'; employment: 'none' | 'apprenticeship' | 'beside' }[];
  /** Release days a week at the most. */
  releaseDays?: number;
  /** True: no placement block outside the own workplace. */
  noPlacementsElsewhere?: boolean;
  institutions?: Id[];
  /** Study in these regions, or at distance. */
  regions?: Id[];
  /** Study within so many kilometres of home, or at distance. */
  kilometres?: number;
  /** Pounds of the learner's part at the most. */
  budget?: number;
  /** Nothing ends later than this month. */
  latest?: Month;
  /** The employer will nominate; false where not given, unless the learner's employment says so. */
  nominated?: boolean;
  /** Mark assumed, in percent, for modules not yet studied; none where not given. */
  assumedMark?: number;
  include?: Include;
  /** Legs at the most; 5 where not given. */
  legs?: number;
  /** The entry route applied by, such as `access`. */
  entryRoute?: string;
}

/** What is this learner's shortest part-time route to this register part? */
export interface RouteQuestion {
  learner: Learner;
  registerPart: Id;
  /** First month of the route. */
  first: Month;
  constraints?: Constraints;
  /** Criteria that count; months, the learner's part and release days where not given. */
  criteria?: Criterion[];
  /** True: for what each route hangs on, ask again for the best route left without it. */
  nextBest?: boolean;
}
