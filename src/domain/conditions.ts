import type { Basis, Id, Source } from './fact.js';

/** A held qualification that a subject condition names. */
export interface Accepts {
  /** A qualification of the catalogue ... */
  qualification?: Id;
  /** ... or every qualification of a kind: `GCSE`, `functional-skills`, `key-skills`, `access` ... */
  kind?: string;
  /** The least grade, on the qualification's own scale. What is not given is not held, grades included. */
  grade?: string;
}

interface ConditionBase {
  source?: Source;
  basis?: Basis;
  remark?: string;
}

/** Every one of these. */
export interface AllOf extends ConditionBase {
  kind: 'all';
  of: Condition[];
}
/** One of these. */
export interface AnyOf extends ConditionBase {
  kind: 'any';
  of: Condition[];
}
/** At least n of these. */
export interface AtLeast extends ConditionBase {
  kind: 'atLeast';
  /** @minimum 1
   * @asType integer */
  n: number;
  of: Condition[];
}
/** English, maths, science ... at a level, with what is accepted, considered and refused as proof. */
export interface SubjectCondition extends ConditionBase {
  kind: 'subject';
  subject: string;
  /** @asType integer
   * @minimum 1
   * @maximum 8 */
  level: number;
  accepted: Accepts[];
  considered?: Accepts[];
  refused?: Accepts[];
}
/** An award of some kind, or a named one. All that is given must hold of one held award. */
export interface AwardCondition extends ConditionBase {
  kind: 'award';
  /** Kinds of qualification: `FdSc`, `HND`, `A-level`, `access` ... */
  kinds?: string[];
  /** Named qualifications or programmes. */
  awards?: Id[];
  /** @asType integer */
  minimumLevel?: number;
  /** Least mark, in percent. */
  mark?: number;
  /** Least grade, on the qualification's own scale. */
  grade?: string;
  /** At most so many months old when study starts. */
  maximumMonths?: number;
}
/** At least n credits at or above a level. */
export interface CreditsCondition extends ConditionBase {
  kind: 'credits';
  /** @minimum 0
   * @multipleOf 0.5 */
  credits: number;
  /** @asType integer */
  level: number;
}
/** UCAS points, by the tariff table of the year of entry. */
export interface TariffCondition extends ConditionBase {
  kind: 'tariff';
  /** @minimum 0 */
  points: number;
}
/** Months of experience in a setting; only spells with the hours per week count, and their months are added. */
export interface ExperienceCondition extends ConditionBase {
  kind: 'experience';
  /** @minimum 0 */
  months: number;
  /** Any of these settings; any setting where none is given. */
  settings?: string[];
  hoursPerWeek?: number;
}
/** A present job: in a sector, of so many hours a week, nominated by the employer. */
export interface EmploymentCondition extends ConditionBase {
  kind: 'employment';
  sectors?: string[];
  hoursPerWeek?: number;
  nominated?: boolean;
}
/** A registration on one of these parts. */
export interface RegistrationCondition extends ConditionBase {
  kind: 'registration';
  parts: Id[];
  /** `current` where not given. */
  status?: 'current' | 'lapsed' | 'either';
  /** Held, or lapsed, for at least so many months. */
  sinceMonths?: number;
}
/** Something the learner declares: `dbs`, `occupational-health`, `good-character` ... Not given: undecided. */
export interface DeclarationCondition extends ConditionBase {
  kind: 'declaration';
  declaration: string;
}
/** Something only a person can say: an interview, a portfolio panel. Always undecided. */
export interface JudgementCondition extends ConditionBase {
  kind: 'judgement';
  judgement: string;
}

/** A node of an entry rule (spec 4). */
export type Condition =
  | AllOf
  | AnyOf
  | AtLeast
  | SubjectCondition
  | AwardCondition
  | CreditsCondition
  | TariffCondition
  | ExperienceCondition
  | EmploymentCondition
  | RegistrationCondition
  | DeclarationCondition
  | JudgementCondition;
export type ConditionKind = Condition['kind'];
