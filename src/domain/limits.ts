import type { Basis, Id, Source } from './fact.js';
import type { FractionText } from './fraction.js';
import type { Validity } from './time.js';

/** For whom or what a limit does not hold. */
export interface Exceptions {
  /** Not for deliveries inside an apprenticeship. */
  apprenticeships?: boolean;
  /** Not for holders of a current registration on any of these register parts. */
  registrations?: Id[];
  /** Not for credit gained at the institution that runs the programme: such credit is exempt. */
  ownCredit?: boolean;
}

interface LimitBase extends Validity {
  id: Id;
  exceptions?: Exceptions;
  /** Only for programmes whose award is of one of these kinds (`honours`, `FdSc` ...). */
  awards?: string[];
  /** Its own source and basis, where they differ from the policy's. */
  source?: Source;
  basis?: Basis;
  remark?: string;
}

/** At most a fraction of the programme's stated credits. */
export interface ShareLimit extends LimitBase {
  kind: 'share';
  fraction: FractionText;
}
/** At most n credits in all. */
export interface CreditsLimit extends LimitBase {
  kind: 'credits';
  /** @minimum 0
   * @multipleOf 0.5 */
  credits: number;
}
/** At most n credits at one level of the target modules; 0 means none. */
export interface LevelLimit extends LimitBase {
  kind: 'level';
  /** @asType integer
   * @minimum 2
   * @maximum 8 */
  level: number;
  /** @minimum 0
   * @multipleOf 0.5 */
  credits: number;
}
/** At most n credits in one stage; 0 means none. */
export interface StageLimit extends LimitBase {
  kind: 'stage';
  /** The stage's number, or `final`. */
  stage: number | 'final';
  /** @minimum 0
   * @multipleOf 0.5 */
  credits: number;
}
/** Target modules that are never credited: a dissertation, a placement. */
export interface ModuleLimit extends LimitBase {
  kind: 'module';
  /** @minItems 1 */
  modules: Id[];
}
/** At most a fraction of the programme's credits, or n credits, from experience mappings. */
export interface ExperientialLimit extends LimitBase {
  kind: 'experiential';
  fraction?: FractionText;
  /** @minimum 0
   * @multipleOf 0.5 */
  credits?: number;
}
/** A cap on, or a floor under, hours. */
export interface HoursLimit extends LimitBase {
  kind: 'hours';
  /** At most this fraction of the programme's theory hours, and of its practice hours, may be credited. */
  cap?: FractionText;
  /** Hours credited plus hours still to study must reach these. */
  floor?: {
    /** @minimum 0 */
    theory?: number;
    /** @minimum 0 */
    practice?: number;
  };
  /** Which hours the cap holds for; both where it is not given. */
  of?: 'theory' | 'practice';
}
/** At least n credits of the programme must be left to study. */
export interface ResidencyLimit extends LimitBase {
  kind: 'residency';
  /** @minimum 0
   * @multipleOf 0.5 */
  credits: number;
}
/** A total under n credits is not given at all. */
export interface MinimumLimit extends LimitBase {
  kind: 'minimum';
  /** @minimum 0
   * @multipleOf 0.5 */
  credits: number;
}
/** Credit only in stages that are credited whole. */
export interface WholeStagesLimit extends LimitBase {
  kind: 'whole-stages';
}
/** Source modules must reach a mark (percent), or must not have been passed by compensation. */
export interface MarkLimit extends LimitBase {
  kind: 'mark';
  /** @minimum 0
   * @maximum 100 */
  mark?: number;
  /** True: a module passed by compensation earns nothing. */
  refuseCompensated?: boolean;
}
/** Source modules older than n months at the start month earn nothing (hard), or need a remedy (soft). */
export interface CurrencyLimit extends LimitBase {
  kind: 'currency';
  /** @minimum 0
   * @asType integer */
  months: number;
  /** What mends it; its presence makes the limit soft. */
  remedy?: string;
}
/** At most n months from first enrolment, or from the oldest credited source, to completion. */
export interface SpanLimit extends LimitBase {
  kind: 'span';
  /** @minimum 0
   * @asType integer */
  months: number;
  since: 'enrolment' | 'oldest-source';
}
/** How often held credit may be used. Without such a row each held module is used by at most one claim. */
export interface SingleUseLimit extends LimitBase {
  kind: 'single-use';
  /** True: a held module may be used in more than one claim. */
  allow?: boolean;
  /** True: credit already spent on an award of the programme's level is refused. */
  refuseSpent?: boolean;
}

/** A rule that holds credit back (spec 3.3). */
export type Limit =
  | ShareLimit
  | CreditsLimit
  | LevelLimit
  | StageLimit
  | ModuleLimit
  | ExperientialLimit
  | HoursLimit
  | ResidencyLimit
  | MinimumLimit
  | WholeStagesLimit
  | MarkLimit
  | CurrencyLimit
  | SpanLimit
  | SingleUseLimit;
export type LimitKind = Limit['kind'];
