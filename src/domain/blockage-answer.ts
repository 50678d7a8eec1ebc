import type { Proof } from './assessment.js';
import type { DatedChanges, Lever, OwnerRole, Standard } from './blockage.js';
import type { Id } from './fact.js';
import type { MonthText } from './time.js';

/** A head count; null where it is too small to be told. */
export type Count = number | null;

/** A step that people pass, one delivery passing it and all before it (spec 6.2). */
export interface FunnelStep {
  step: 'IN_MIND' | 'IN_REACH' | 'ENTRY_MET' | 'ANY_CREDIT' | 'CREDIT_120' | 'CREDIT_240';
  says: string;
  /** Head count. */
  people: Count;
}

/** Who has a part-time route, or one by the modes asked, to a register part they have in mind, of whatever length (spec 6.2). */
export interface WithRoute {
  /** False: it was not asked, and there are no figures. */
  asked: boolean;
  /** Head count of those with a route; null where not asked, too. */
  people: Count;
  /** Head count of those whose search was given up, or never begun: they may have one; null where not asked, too. */
  open: Count;
  says: string;
}

/** What others were given, and the most that the regulator allows, beside those let in here. */
export interface Benchmark {
  /** Head count of those whom the entry rules of some delivery in reach let in. */
  admitted: Count;
  /** Head count of those among them who carry 240 credits. */
  twoYears: Count;
  /** Head count of those among them to whom the regulators would allow 240 credits at a delivery that lets them in. */
  twoYearsAllowed: Count;
  /** The most credits that the regulators allow at any such delivery; null where none lets anyone in, or there is no cap. */
  mostAllowed: number | null;
  says: string;
}

/** A cohort, and what frees it. */
export interface CohortFreed {
  cohort: Id;
  name: string;
  people: Count;
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
  stops: Count;
  /** Head count of the cohorts that it alone stops. */
  alone: Count;
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
  freed: Count;
  /** No set within the budget frees more. */
  bound: Count;
  proof: Proof;
  levers: Id[];
  cost: number;
  /** The set as changes that a scenario takes, from the month on in which each holds. */
  changes: DatedChanges[];
  /** How many other sets of equal worth there are from which no lever can be dropped, and the first few. */
  others: { count: number; counted: boolean; shown: Id[][] };
  says: string;
}

/** An entry point or a shared pool of places, for the twelve months. */
export interface PlaceUse {
  kind: 'entry point' | 'pool';
  /** Id of the delivery or the pool. */
  id: Id;
  /** The stage one joins; null of a pool. */
  stage: number | null;
  title: string;
  /** Places; null where the catalogue does not say: then there is no end of them. */
  places: number | null;
  /** Places taken in a fullest placing. */
  taken: Count;
  /** Whether one more place here would place one more. */
  worthOneMore: boolean;
}

/** What share of a cohort is placed where the fewest are left behind, as a fraction. */
export interface Chance {
  cohort: Id;
  name: string;
  people: Count;
  /** Share placed: numerator and denominator. */
  n: Count;
  d: Count;
}

/** Who has a place: people as a flow into entry points (spec 6.2). An upper bound: others apply too. */
export interface Places {
  /** Head count of those who are through, and of these the most who can be placed at once. */
  through: Count;
  placed: Count;
  /** What holds the others back: the entry points and pools of the least cut nearest the places. */
  bottleneck: PlaceUse[];
  uses: PlaceUse[];
  /** Each cohort's share in the fairest fullest placing. */
  chances: Chance[];
  says: string;
}

/** A withdrawal that would strand people: through before it, not after. */
export interface Stranding {
  kind: 'delivery' | 'mapping' | 'agreement' | 'experience' | 'support';
  id: Id;
  title: string;
  /** Head count of those stranded. */
  people: Count;
  cohorts: Id[];
}

/** Where progression is blocked, and what would unblock the most people. */
export interface BlockageAnswer {
  region: Id;
  registerParts: Id[];
  first: MonthText;
  standard: Standard;
  /** Through is who can be registered within so many months of the first; null: who is admitted. */
  registeredWithin: number | null;
  proof: Proof;
  /** Head counts: of the population, of those with a register part in mind, through, and blocked. */
  people: Count;
  inMind: Count;
  through: Count;
  blocked: Count;
  /** Head count of the blocked for whom no set of levers was found. */
  beyond: Count;
  /** Head count of the cohorts for whom the search for sets was cut. */
  open: Count;
  funnel: FunnelStep[];
  withRoute: WithRoute;
  benchmark: Benchmark;
  cohorts: CohortFreed[];
  levers: Lever[];
  barriers: Barrier[];
  best: BestChanges[];
  places: Places;
  /** The single withdrawals that strand anyone, the worst first. */
  fragility: Stranding[];
  notes: string[];
  summary: string;
}
