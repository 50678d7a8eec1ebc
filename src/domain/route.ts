import type { Assessment, RestsOn } from './assessment.js';
import type { Id } from './fact.js';
import type { Problem } from './problem.js';
import type { Criterion } from './questions.js';
import type { Strength } from './recognition.js';
import type { MonthText } from './time.js';
import type { LearnerRepair, SystemRepair, Verdict } from './verdict.js';

/** Who pays what of a leg's fee, in pounds. */
export interface Payment {
  payer: string;
  rule: Id | null;
  amount: number;
}

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
  /** Why it cannot start earlier. */
  whyNotEarlier: string;
  /** What expires while it runs. */
  expires: string[];
  /** Last month by which the application must have started, if credit would otherwise lapse. */
  applyBy: MonthText | null;
}

export interface Route {
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
  restsOn: RestsOn[];
  summary: string;
}

/** One thing in the way; with the others of its set it stops every route. */
export interface Obstacle {
  kind: 'constraint' | 'entry' | 'catalogue';
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

export interface RouteAnswer {
  registerPart: Id;
  first: MonthText;
  criteria: Criterion[];
  proof: 'COMPLETE' | 'BOUNDED';
  /** Every unbeaten route, months first in order; the first is the shortest. */
  routes: Route[];
  obstacles: ObstacleSet[];
  problems: Problem[];
  notes: string[];
  summary: string;
}
