import type { Basis, Fact, Id, Source } from './fact.js';
import type { Place } from './place.js';
import type { MonthText, Validity } from './time.js';

/** Credits (CATS). 1 credit is 10 notional hours; half credits exist.
 * @minimum 0
 * @multipleOf 0.5 */
export type Credits = number;
/** FHEQ/RQF level.
 * @asType integer
 * @minimum 1
 * @maximum 8 */
export type Level = number;
/** Pounds sterling.
 * @minimum 0
 * @multipleOf 0.01 */
export type Pounds = number;
/** A month of the year, 1 for January.
 * @asType integer
 * @minimum 1
 * @maximum 12 */
export type MonthOfYear = number;

/** A name that held for a time. */
export interface DatedName extends Validity {
  name: string;
}

/** A LETB, a nation or another area. */
export interface Region extends Fact {
  name: string;
  kind: 'LETB' | 'nation' | 'other';
  codes?: string[];
  names?: DatedName[];
}

export interface Institution extends Fact {
  name: string;
  /** Names it had or has, dated. */
  names?: DatedName[];
  /** UK provider reference number.
   * @pattern ^1\d{7}$ */
  ukprn?: string;
  hesa?: string;
  country: 'England' | 'Scotland' | 'Wales' | 'Northern Ireland';
  place?: Place;
}

/** A set of programmes that, completed together, reach a register part. */
export interface RegistrationSet extends Validity {
  /** @minItems 1 */
  programmes: Id[];
  source?: Source;
  basis?: Basis;
}

/** A part of a register, or a profession on it. */
export interface RegisterPart extends Fact {
  name: string;
  regulator: string;
  /** False for voluntary registers, which are no register part in law. */
  statutory: boolean;
  titles?: string[];
  /** Sets of several programmes; a programme that reaches the part alone says so itself (`leadsTo`). */
  sets?: RegistrationSet[];
}

/** Hours a thing carries. A module states hours if it gives either. */
export interface StatedHours {
  /** @minimum 0 */
  theoryHours?: number;
  /** Practice hours supervised as the regulator asks.
   * @minimum 0 */
  practiceHours?: number;
}

export interface Outcome {
  id: Id;
  text: string;
}

/** Modules needed first: one, all of several, any of several. */
export type Prerequisite = Id | { all: Prerequisite[] } | { any: Prerequisite[] };

/** A module offered singly: a delivery of one stage. */
export interface SingleOffer extends Validity {
  id: Id;
  fee: Pounds;
  /** @minItems 1 */
  intakes: MonthOfYear[];
  /** @minimum 1
   * @asType integer */
  months: number;
  /** Days a week.
   * @minimum 0
   * @maximum 5 */
  releaseDays: number;
  concurrent?: boolean;
  distance?: boolean;
  place?: Place;
  source?: Source;
  basis?: Basis;
  assumed?: Record<string, string>;
}

/** A unit of study. */
export interface Module extends Fact, StatedHours {
  title: string;
  code?: string;
  institution: Id;
  credits: Credits;
  level: Level;
  /** Practice hours that nobody supervised as the regulator asks; they never count. 0 says that all were supervised so. */
  unsupervisedHours?: number;
  outcomes?: Outcome[];
  prerequisites?: Prerequisite;
  /** Offers of the module by itself, for credit. */
  offers?: SingleOffer[];
}

/** A module's place in a stage, where it is not there for everyone and always. */
export interface StageModule extends Validity {
  module: Id;
  /** Only in the curriculum of these deliveries. */
  deliveries?: Id[];
}

/** Several modules that are chosen together: a specialist pathway. */
export interface Bundle {
  bundle: Id;
  /** @minItems 1 */
  modules: Id[];
}

/** "Choose 2 of these", "choose 40 credits of these". */
export interface OptionGroup extends Validity {
  id: Id;
  choose: { members: number } | { credits: Credits };
  /** Modules or bundles of modules.
   * @minItems 1 */
  members: (Id | Bundle)[];
  deliveries?: Id[];
}

/** A block between points where one may join or step off. Stages are numbered 1, 2, 3 ... in their order. */
export interface Stage {
  credits?: Credits;
  core?: (Id | StageModule)[];
  groups?: OptionGroup[];
  /** Qualification given to who steps off after this stage. */
  exitAward?: Id;
}

/** Anything one enrols on that takes time. */
export interface Programme extends Fact, StatedHours {
  title: string;
  institution: Id;
  /** What it gives when complete. */
  award: Id;
  /** Stated credits; none for a portfolio or a class. */
  credits?: Credits;
  level: Level;
  /** @minItems 1 */
  stages: Stage[];
  /** Register parts that completing this programme alone reaches. */
  leadsTo?: Id[];
  /** Codes people paste: KISCOURSEID, UCAS code. */
  codes?: string[];
  /** Credits, by the end, that count towards the classification of the award. */
  classified?: Credits;
  /** Grade of the award that a route presumes for who completes it: a class that leads to GCSE grade 4. */
  grade?: string;
}

export interface Outstanding {
  /** These modules may be outstanding ... */
  modules?: Id[];
  /** ... or at most so many credits. */
  credits?: Credits;
}

/** A stage and the months in which one may join it. */
export interface EntryPoint extends Validity {
  /** @asType integer
   * @minimum 1 */
  stage: number;
  /** @minItems 1 */
  months: MonthOfYear[];
  /** @minimum 0
   * @asType integer */
  places?: number;
  pool?: Id;
  /** What of the stages before may be made good alongside. */
  outstanding?: Outstanding;
}

export interface PlacementBlock {
  /** @minimum 0 */
  weeks: number;
  ownWorkplace: boolean;
  /** @asType integer
   * @minimum 1 */
  stage?: number;
}

/** A fee per stage, or per credit. */
export interface Fee {
  /** One for each stage. */
  perStage?: Pounds[];
  perCredit?: Pounds;
}

/** One way a programme is run. */
export interface Delivery extends Fact {
  programme: Id;
  pace: 'full-time' | 'part-time';
  /** None; inside an apprenticeship; kept beside it. */
  employment: 'none' | 'apprenticeship' | 'beside';
  distance?: boolean;
  place?: Place;
  /** Months of each stage.
   * @minItems 1 */
  months: number[];
  /** Release days a week.
   * @minimum 0
   * @maximum 5 */
  releaseDays: number;
  fee: Fee;
  placements?: PlacementBlock[];
  /** @minItems 1 */
  entryPoints: EntryPoint[];
  /** First and last month in which one may enter. */
  firstEntry?: MonthText;
  lastEntry?: MonthText;
  /** Months of assessment after the last stage.
   * @minimum 0
   * @asType integer */
  assessmentMonths?: number;
  /** True: an employer must nominate. */
  nomination?: boolean;
  /** True: may run beside another programme. */
  concurrent?: boolean;
  paced: 'cohort' | 'module';
  /** Support rows it names: with one that is valid, an employer nominates. */
  support?: Id[];
}

/** What a learner may hold at the end of something. */
export interface Qualification extends Fact {
  name: string;
  /** `FdSc`, `CertHE`, `DipHE`, `HND`, `GCSE`, `functional-skills`, `NVQ`, `access`, `A-level`, `honours` ... */
  kind: string;
  level: Level;
  subject?: string;
  names?: string[];
  /** Credits by level of an award whose modules are not known, as one source. Keys are levels. */
  creditsByLevel?: Record<string, Credits>;
  theoryHours?: number;
  practiceHours?: number;
  /** Grades from best to least; labels in one list are equal. */
  grades?: string[][];
}
