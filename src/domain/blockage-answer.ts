import type { Proof } from './assessment.js';
import type { DatedChanges, Lever, OwnerRole, Standard } from './blockage.js';
import type { Id } from './fact.js';
import type { MonthText } from './time.js';

/** A step that people pass, one delivery passing it and all before it (spec 6.2). */
export interface FunnelStep {
  step: 'IN_MIND' | 'IN_REACH' | 'ENTRY_MET' | 'ANY_CREDIT' | 'CREDIT_120' | 'CREDIT_240';
  says: string;
  /** Head count. */
  people: number;
}

/** What others were given, and the most that the regulator allows, beside those let in here. */
export interface Benchmark {
  /** Head count of those whom the entry rules of some delivery in reach let in. */
  admitted: number;
  /** Head count of those among them who carry 240 credits. */
  twoYears: number;
  /** Head count of those among them to whom the regulators would allow 240 credits at a delivery that lets them in. */
  twoYearsAllowed: number;
  /** The most credits that the regulators allow at any such delivery; null where none lets anyone in, or there is no cap. */
  mostAllowed: number | null;
  says: string;
}

/** A cohort, and what frees it. */
export interface CohortFreed {
  cohort: Id;
  name: string;
  people: number;
  through: boolean;
  /** Where it is through or, if it is not, the deliveries in reach; at most five, by id. */
  at: Id[];
  /** The inclusion-minimal sets of levers that free it, by size and then ids; the first twenty. */
  freedBy: Id[][];
  /** How many such sets there are. */
  sets: number;
  /** True: the search was cut, and there may be others. */
  cut: boolean;
}

/** A lever that stands in some minimal set: as long as it is not pulled, it stops people. */
export interface Barrier {
  lever: Id;
  says: string;
  /** Head count of the cohorts that it stops. */
  stops: number;
  /** Head count of the cohorts that it alone stops. */
  alone: number;
  /** Titles of the programmes where. */
  where: string[];
  owner: string;
  role: OwnerRole;
  source: string | null;
}

/** The set of levers that frees the most people within a budget. */
export interface BestChanges {
  /** So many levers, or so much cost. */
  budget: number;
  /** Whose levers alone were counted on; null: everyone's. */
  within: OwnerRole | null;
  /** Head count of those freed. */
  freed: number;
  /** No set within the budget frees more. */
  bound: number;
  proof: Proof;
  levers: Id[];
  cost: number;
  /** The set as changes that a scenario takes, from the month on in which each holds. */
  changes: DatedChanges[];
  /** How many other sets of equal worth there are from which no lever can be dropped, and the first few. */
  others: { count: number; counted: boolean; shown: Id[][] };
  says: string;
}

/** Where progression is blocked, and what would unblock the most people. */
export interface BlockageAnswer {
  region: Id;
  registerParts: Id[];
  first: MonthText;
  standard: Standard;
  proof: Proof;
  /** Head counts: of the population, of those with a register part in mind, through, and blocked. */
  people: number;
  inMind: number;
  through: number;
  blocked: number;
  /** Head count of the blocked for whom no set of levers was found. */
  beyond: number;
  /** Head count of the cohorts for whom the search for sets was cut. */
  open: number;
  funnel: FunnelStep[];
  benchmark: Benchmark;
  cohorts: CohortFreed[];
  levers: Lever[];
  barriers: Barrier[];
  best: BestChanges[];
  notes: string[];
  summary: string;
}
