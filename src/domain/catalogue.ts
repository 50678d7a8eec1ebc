import type { Condition } from './conditions.js';
import type { Basis, Fact, Id, Provenance, Source } from './fact.js';
import type { FractionText } from './fraction.js';
import type { Learner } from './learner.js';
import type { Limit } from './limits.js';
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
  /** Practice hours that nobody supervised as the regulator asks; they never count. */
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

export type Strength = 'guaranteed' | 'precedent' | 'discretion';
export type Status = 'agreed' | 'proposed' | 'refused' | 'withdrawn';

/** Whom and what a mapping or agreement covers. All that is given must hold. */
export interface Scope {
  /** The learner's employer is one of these. */
  employers?: string[];
  /** Every source was gained in one of these awards (qualifications or programmes). */
  awards?: Id[];
  /** Every source was gained in one of these calendar years, both included. */
  years?: { from: number; to: number };
  /** The learner holds one of these registrations, current. */
  registrations?: Id[];
  /** The programme leads to one of these register parts. */
  registerParts?: Id[];
}

interface Recognition extends Fact {
  strength: Strength;
  status: Status;
  scope?: Scope;
  /** Hours the row itself gives, whatever the modules state. */
  hours?: { theory?: number; practice?: number };
  /** Evidence it wants besides what the policies want. */
  evidence?: string[];
}

/** "These source modules, together, cover these target modules." */
export interface Mapping extends Recognition {
  /** @minItems 1 */
  sources: Id[];
  /** Any so many of the sources, each choice a claim of its own; all of them where not given.
   * @asType integer
   * @minimum 1 */
  choose?: number;
  /** @minItems 1 */
  targets: Id[];
  /** The outcomes of the one target that it covers, where it does not cover all. */
  outcomes?: Id[];
}

/** "Holders of this award join this programme at this stage." */
export interface Agreement extends Recognition {
  /** A qualification, or a programme whose award it is. */
  award: Id;
  programme: Id;
  /** @asType integer
   * @minimum 2 */
  stage: number;
}

/** "This much experience of this kind, evidenced, covers these target modules", or gives hours alone. */
export interface ExperienceMapping extends Recognition {
  /** Settings of which the experience must be one. */
  settings: string[];
  /** @minimum 0 */
  months: number;
  hoursPerWeek?: number;
  /** Only for these programmes; for any that holds its targets where not given. Needed where it gives hours alone. */
  programmes?: Id[];
  /** None: it gives hours alone. */
  targets?: Id[];
  outcomes?: Id[];
}

/** What a policy asks of whoever claims. */
export interface ClaimTerms {
  /** A claim must be lodged so many months before the start.
   * @minimum 0
   * @asType integer */
  lodgeMonths?: number;
  /** What each claim costs. */
  fee?: Pounds;
  /** What a claim of the institution's own credit costs, if not the same. */
  ownCreditFee?: Pounds;
  /** What an experiential claim costs, if not the same. */
  experientialFee?: Pounds;
  /** What a claim costs as a part of the fee per credit of what it credits. */
  feeShare?: FractionText;
  /** Transcript, module descriptors of that year, verified hours, portfolio ... */
  evidence?: string[];
}

/** A set of limits laid down by a regulator, an institution or a programme. */
export interface Policy extends Fact {
  name: string;
  /** Whose it is to change. */
  owner?: string;
  /** For every programme that leads to one of these parts ... */
  registerParts?: Id[];
  /** ... or every programme of one of these institutions ... */
  institutions?: Id[];
  /** ... or these programmes. Where several are given, all must fit. */
  programmes?: Id[];
  limits: Limit[];
  claims?: ClaimTerms;
}

/** Who may start at all (spec 4). */
export interface EntryRule extends Fact {
  name: string;
  owner?: string;
  /** What it is a rule for; where several are given, all must fit. */
  registerParts?: Id[];
  institutions?: Id[];
  programmes?: Id[];
  deliveries?: Id[];
  /** Only for applicants by this route (`access`, `apprenticeship` ...). */
  entryRoute?: string;
  /** Only for starters of at least, at most this age, in years. */
  minimumAge?: number;
  maximumAge?: number;
  /** Only for entry at these stages. */
  stages?: number[];
  rule: Condition;
  /** A soft preference: said, never applied. */
  preference?: string;
}

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

/** One change laid over a catalogue. */
export type Change =
  /** Adds a row, or replaces the one of that id. */
  | { op: 'put'; kind: Kind; row: { id: Id } & Record<string, unknown> }
  /** Sets one field of a row; `path` is `field`, or `field.3.field` for what lies deeper. `null` takes it away. */
  | { op: 'set'; kind: Kind; id: Id; path: string; value: unknown }
  /** Takes a row away. */
  | { op: 'remove'; kind: Kind; id: Id };

/** A list of changes that people argue about. */
export interface Scenario extends Fact {
  title: string;
  changes: Change[];
}

/** The rows of a catalogue, by kind. */
export interface Rows {
  regions: Region[];
  institutions: Institution[];
  registerParts: RegisterPart[];
  modules: Module[];
  programmes: Programme[];
  deliveries: Delivery[];
  qualifications: Qualification[];
  mappings: Mapping[];
  agreements: Agreement[];
  experienceMappings: ExperienceMapping[];
  policies: Policy[];
  entryRules: EntryRule[];
  funding: FundingRule[];
  support: Support[];
  tariffs: Tariff[];
  levels: LevelRow[];
  pools: Pool[];
  cohorts: Cohort[];
  scenarios: Scenario[];
}
export type Kind = keyof Rows;

/** The kinds, in the order in which they are listed everywhere. */
export const KINDS = [
  'regions',
  'institutions',
  'registerParts',
  'modules',
  'programmes',
  'deliveries',
  'qualifications',
  'mappings',
  'agreements',
  'experienceMappings',
  'policies',
  'entryRules',
  'funding',
  'support',
  'tariffs',
  'levels',
  'pools',
  'cohorts',
  'scenarios',
] as const satisfies readonly Kind[];

/** A file of a dataset: rows of one or more kinds, with what its rows share. */
export type DatasetFile = { [K in Kind]?: Rows[K] } & {
  /** Source, basis and validity of every row of this file that does not give its own. */
  defaults?: Partial<Provenance>;
};
