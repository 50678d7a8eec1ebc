import type { Assessment, RestsOn } from './assessment.js';
import type { Change } from './catalogue.js';
import type { Basis, Id } from './fact.js';
import type { Problem } from './problem.js';
import type { Criterion } from './questions.js';
import type { Strength } from './recognition.js';
import type { MonthText } from './time.js';
import type { LearnerRepair, SystemRepair, Verdict } from './verdict.js';

/** Who pays what of a leg's fee, in pounds. */
export interface Payment {
  payer: string;
  rule: Id | null;
  /** Name of the funding rule. */
  ruleName: string | null;
  amount: number;
}

/**
 * What keeps a leg from starting earlier: nothing, it starts in the first month asked; no intake; other study; nobody
 * nominates; entry conditions or credit that are not held yet; claims that must be lodged first; or only the choice of
 * the route, as it could start earlier.
 */
export type NotEarlierCode =
  | 'FIRST_MONTH'
  | 'INTAKE'
  | 'STUDY'
  | 'RELEASE_DAYS'
  | 'NOMINATION'
  | 'ENTRY'
  | 'RESULT'
  | 'LODGING'
  | 'CHOICE';

/** The study of one delivery from one stage to another, without a gap. */
export interface Leg {
  delivery: Id;
  programme: Id;
  title: string;
  institution: Id;
  institutionName: string;
  place: string;
  start: MonthText;
  /** Last month of study. */
  end: MonthText;
  /** Month in which the programme's award is given, with months of assessment; null if the leg does not complete it. */
  completes: MonthText | null;
  fromStage: number;
  toStage: number;
  options: Id[];
  pace: 'full-time' | 'part-time';
  employment: 'none' | 'apprenticeship' | 'beside';
  concurrent: boolean;
  /** True: entry rests on a judgement or on declarations not given. */
  subjectTo: boolean;
  /** What it is subject to. */
  subjectToWhat: string[];
  entry: Verdict;
  assessment: Assessment | null;
  creditsStudied: number;
  /** Pounds. */
  fee: number;
  claimFees: number;
  payments: Payment[];
  learnerPart: number;
  support: string[];
  /** Whether the pay of the job is kept. */
  payKept: boolean;
  releaseDays: number;
  placements: { weeks: number; ownWorkplace: boolean; stage: number | null }[];
  /** Hours of supervised practice still to do in it; null where neither its modules nor its programme state any. */
  practiceHours: number | null;
  /** Why it cannot start earlier; each earlier month in which its stage can be joined was tried. */
  whyNotEarlier: string;
  whyNotEarlierCode: NotEarlierCode;
  /** The last earlier month in which its stage could be joined; null where there is none. */
  earlierIntake: MonthText | null;
  /** What goes out of date, or out of force, while it runs. */
  expires: string[];
  /** Last month by which the application must have started, if credit would otherwise lapse. */
  applyBy: MonthText | null;
  /** What is lost after it. */
  applyByWhy: string | null;
}

/** The first route left once something is gone. */
export interface NextRoute {
  months: number;
  registered: MonthText;
  learnerPart: number;
  releaseDays: number;
  summary: string;
}

/** One thing that a route hangs on: without it some leg can no longer start in its month at its stage. */
export interface Fragility {
  kind: 'mapping' | 'agreement' | 'experience-mapping' | 'delivery' | 'entry-point' | 'held-module';
  /** The row, or the module held. */
  id: Id;
  /** What it is: the mapping of one module to another, a delivery, entry at a stage, a module. */
  what: string;
  /** The first leg that can no longer start, from 1. */
  leg: number;
  says: string;
  /** Of a module held: the last month of which it counts for starts under a limit on age; null where none is in force. */
  countsUntil: MonthText | null;
  /** The same as changes to lay over the catalogue; none for a module held. */
  changes: Change[];
  /** The first route left without it; null where there is none, or where it was not asked. */
  next: NextRoute | null;
  /** What is proven of the first route left, or of there being none; null where it was not asked. */
  nextProof: 'COMPLETE' | 'BOUNDED' | null;
}

/** Credits of the claims of one strength on a route. */
export interface StrengthShare {
  strength: Strength;
  credits: number;
  claims: number;
}

/** How many facts of one basis a route rests on. */
export interface BasisShare {
  basis: Basis;
  facts: number;
}

export interface Route {
  registerPart: Id;
  registerPartName: string;
  /** First month asked. */
  first: MonthText;
  months: number;
  registered: MonthText;
  learnerPart: number;
  totalFees: number;
  releaseDays: number;
  creditsStudied: number;
  institutions: number;
  /** Programmes completed that reach the register part. */
  reachedBy: Id[];
  legs: Leg[];
  /** The weakest strength of the credit it rests on; null if it rests on none. */
  strength: Strength | null;
  /** Credits carried by strength, strongest first; those that occur. */
  strengths: StrengthShare[];
  /** Facts it rests on by basis: programmes, deliveries, rows of credit, policies, entry and funding rules. */
  bases: BasisShare[];
  restsOn: RestsOn[];
  /** Hours of supervised practice still to do; null where none of its legs states any. */
  practiceHours: number | null;
  /** Whether the pay of the job is kept all the way. */
  payKept: boolean;
  /** Months of full-time study outside employment. */
  monthsWithoutPay: number;
  /** What it hangs on. */
  fragility: Fragility[];
  summary: string;
}

/** One thing in the way; with the others of its set it stops every route. */
export interface Obstacle {
  /** `constraint:` and its name, `entry:` and the path of the condition, `withdrawn:` and the delivery. */
  id: string;
  kind: 'constraint' | 'entry' | 'delivery' | 'catalogue';
  says: string;
  programme: Id | null;
  conditions: string[];
}

/** A smallest set of things in the way: without them there is a route. */
export interface ObstacleSet {
  obstacles: Obstacle[];
  /** Months of the shortest route that opens without them. */
  opensMonths: number | null;
  byLearner: LearnerRepair[];
  bySystem: SystemRepair[];
}

/** The least change of one constraint that opens a route. */
export interface Relaxation {
  kind: 'MODES' | 'NOMINATION' | 'RELEASE_DAYS' | 'KILOMETRES' | 'REGION' | 'LATEST' | 'BUDGET' | 'LEGS';
  says: string;
  /** The least release days, kilometres, pounds or legs that open one; null where it is no number. */
  value: number | null;
  /** The earliest latest month that opens one; null of all others. */
  month: MonthText | null;
  /** Months of the shortest route that opens. */
  opensMonths: number;
}

export interface RouteAnswer {
  registerPart: Id;
  registerPartName: string;
  first: MonthText;
  criteria: Criterion[];
  proof: 'COMPLETE' | 'BOUNDED';
  /** Every unbeaten route, months first in order; the first is the shortest. */
  routes: Route[];
  obstacles: ObstacleSet[];
  /** Where there is no route: the nearest relaxations of single constraints that open one. */
  relaxations: Relaxation[];
  problems: Problem[];
  notes: string[];
  summary: string;
}
