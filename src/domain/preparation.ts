import type { Assessment, RestsOn } from './assessment.js';

import type { Id } from './fact.js';
import type { Learner } from './learner.js';
import type { Problem } from './problem.js';
import type { Constraints, Include } from './questions.js';
import type { Month, MonthText } from './time.js';

/** What a preparation has as little of as can be; the other two, in this order, decide between equals. */
export type Fewest = 'MODULES' | 'CREDITS' | 'FEES';

/** Where a preparation shall lead: a programme, joined at a stage in an intake month. */
export interface PreparationTarget {
  programme: Id;
  /** Any delivery that can be joined so, where none is named. */
  delivery?: Id;
  /** Stage to be joined, 2 or later. */
  stage: number;
  intake: Month;
}

/** Which modules are on offer, and what a learner can manage of them. What is not given does not bind. */
export interface PreparationConstraints
  extends Pick<
    Constraints,
    'institutions' | 'regions' | 'kilometres' | 'releaseDays' | 'assumedMark' | 'entryRoute' | 'modes'
  > {
  /** True: only what is studied at distance; false: only what is not. */
  distance?: boolean;
}

/** Which modules should this learner study first, to join each target at its stage with credit? */
export interface PreparationQuestion {
  learner: Learner;
  targets: readonly PreparationTarget[];
  /** First month in which a module may start. */
  first: Month;
  fewest?: Fewest;
  include?: Include;
  constraints?: PreparationConstraints;
}

/** A module to study, as a leg with its months. */
export interface PreparationLeg {
  module: Id;
  title: string;
  /** The offer that is taken. */
  delivery: Id;
  institution: Id;
  institutionName: string;
  distance: boolean;
  start: MonthText;
  /** Last month of study; the module is held from the month after. */
  end: MonthText;
  credits: number;
  level: number;
  /** Pounds. */
  fee: number;
  /** Days a week. */
  releaseDays: number;
  concurrent: boolean;
  /** True: entry rests on a judgement or on declarations not given. */
  subjectTo: boolean;
  /** What it is subject to. */
  subjectToWhat: string[];
  /** Places, in the list of targets, of those whose credit uses it. */
  usedAt: number[];
  /** Modules of the preparation that ask for it first. */
  neededBy: Id[];
  says: string;
}

/** A target, and the credit that leads to it once the modules are held. */
export interface PreparedTarget {
  programme: Id;
  title: string;
  institution: Id;
  institutionName: string;
  delivery: Id | null;
  stage: number;
  intake: MonthText;
  /** The credit with which the stage is joined: the most that makes the stages before it whole. Null where none does. */
  assessment: Assessment | null;
  says: string;
}

/** Something that is missing before a stage, whatever is on offer. */
export interface ShortModule {
  module: Id;
  title: string;
  credits: number;
}

/** A target that nothing on offer leads into, with what it is short of. */
export interface ShortTarget {
  /** Place in the list of targets. */
  target: number;
  programme: Id;
  stage: number;
  intake: MonthText;
  /** The least that no claim can cover, with all that is on offer held; none where a limit or the time is what it lacks. */
  missing: ShortModule[];
  says: string;
}

export interface PreparationAnswer {
  fewest: Fewest;
  first: MonthText;
  /** OPTIMAL: no other modules would do with fewer. NONE: none on offer do, and that is proven. BOUNDED: the steps ran out. */
  proof: 'OPTIMAL' | 'NONE' | 'BOUNDED';
  /** The modules in order of start; none where nothing needs to be studied, or nothing leads to every target. */
  legs: PreparationLeg[];
  modules: number;
  credits: number;
  /** Pounds. */
  fees: number;
  /** Months from the first to the end of the last module. */
  months: number;
  /** The most release days a week in any month. */
  releaseDays: number;
  /** No less is possible of what is asked to be fewest: modules, credits, or pounds. Null where nothing leads to every target. */
  bound: number | null;
  targets: PreparedTarget[];
  /** Targets that nothing on offer leads into. */
  short: ShortTarget[];
  restsOn: RestsOn[];
  notes: string[];
  problems: Problem[];
  summary: string;
}

/** Which modules keep most doors open while it is not yet decided between targets? */
export type UndecidedQuestion = Omit<PreparationQuestion, 'fewest'>;

/** A module by its id and title. */
export interface PreparationModule {
  module: Id;
  title: string;
}

/** The best so many modules before one has decided. */
export interface UndecidedChoice {
  /** How many modules. */
  count: number;
  modules: PreparationModule[];
  /** Places, in the list of targets, of those that these modules lead to with nothing further. */
  opens: number[];
  /** For each target, the fewest modules that are still to be studied after these; null where nothing on offer leads there, or not any more. */
  further: (number | null)[];
  /** The largest, over targets, of these modules and the fewest further ones, less the fewest from scratch; null where some target is lost. */
  regret: number | null;
  says: string;
}

/** A target among several of which one will be taken. */
export interface UndecidedTarget {
  programme: Id;
  title: string;
  institutionName: string;
  stage: number;
  intake: MonthText;
  /** The fewest modules from scratch; null where nothing on offer leads there, which leaves it out of regret. */
  fewest: number | null;
}

export interface UndecidedAnswer {
  first: MonthText;
  proof: 'OPTIMAL' | 'BOUNDED';
  targets: UndecidedTarget[];
  /** For each number of modules those that open most doors: that lead to most targets with nothing further. */
  doors: UndecidedChoice[];
  /** For each number of modules those with the least regret. */
  leastRegret: UndecidedChoice[];
  notes: string[];
  problems: Problem[];
  summary: string;
}
