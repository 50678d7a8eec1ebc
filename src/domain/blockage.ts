import type { Change } from './catalogue.js';
import type { Id, Source } from './fact.js';
import type { Learner } from './learner.js';
import type { Delivery } from './provision.js';
import type { Month, MonthText } from './time.js';

/** What counts as through: let in, met or subject to, with at least so many credits by one set of claims, joining at this stage or later (spec 6.1). */
export interface Standard {
  credits: number;
  stage: number;
}

/** Who has a change in their power. */
export const OWNERS = ['learner', 'employer', 'admissions', 'validation', 'regulator', 'commissioner'] as const;
export type OwnerRole = (typeof OWNERS)[number];

/** Whose a lever is: the part they play, and their name in the first month. */
export interface LeverOwner {
  role: OwnerRole;
  name: string;
}

/** What a lever does (spec 6.1); `asked` is one that the asker has added. */
export const LEVER_KINDS = [
  'accept',
  'agree',
  'lift',
  'extend',
  'open',
  'nominate',
  'support',
  'supervise',
  'gain',
  'asked',
] as const;
export type LeverKind = (typeof LEVER_KINDS)[number];

/** One change to the catalogue that someone has in their power. */
export interface Lever {
  id: Id;
  kind: LeverKind;
  /** The change in a sentence, with titles. */
  says: string;
  owner: LeverOwner;
  /** What it costs, in units of the asker; 1 where nothing is said. */
  cost: number;
  /** It holds for starts in the first month plus so many months, and later. */
  leadMonths: number;
  /** The change as an edit, to be laid over the catalogue. */
  changes: Change[];
  /** The programmes it bears on; none where it bears on all. */
  programmes: Id[];
  /** Where the row it changes was read. */
  source: Source | null;
}

/** A lever of the asker's own. */
export interface AskedLever {
  id: Id;
  says: string;
  owner: OwnerRole;
  cost?: number;
  leadMonths?: number;
  changes: Change[];
}

/** Another cost or lead for one lever, by its id, or for all of a kind. */
export interface LeverTerms {
  lever?: Id;
  kind?: LeverKind;
  cost?: number;
  leadMonths?: number;
}

/** An asker's own cohort: people alike, without names. */
export interface OwnCohort {
  id: Id;
  name: string;
  /** Head count. */
  people: number;
  /** Home region; that of the question where not given. */
  region?: Id;
  learner: Learner;
  /** Register parts they have in mind. */
  seeks: Id[];
}

/** Where is progression blocked, and what would unblock the most people? */
export interface BlockageQuestion {
  region: Id;
  /** Those who have one of these in mind are asked for. */
  registerParts: Id[];
  /** Cohorts of the catalogue; those of the region where neither these nor own ones are given. */
  cohorts?: Id[];
  own?: OwnCohort[];
  /** True: head counts are told as they may leave the service, none under 10 and the others in fives. */
  protectSmallNumbers?: boolean;
  first: Month;
  standard: Standard;
  /**
   * Through is, instead, who can be registered within so many months of the first. The standard then still says who is
   * admitted, which places and fragility are told of.
   */
  registeredWithin?: number;
  /** True: who has a route at all is asked as well, which takes a search for each profile. */
  routes?: boolean;
  /** Searches for routes, shared among the blocked, 400 where not given; one that is begun for a set is ended past them. */
  searches?: number;
  /** Ways of study allowed; anything but full-time study outside employment where not given. */
  modes?: { pace: Delivery['pace']; employment: Delivery['employment'] }[];
  /** Also within reach, besides the home region and distance learning: so many kilometres from home. */
  kilometres?: number;
  /** True: employers nominate for every delivery. */
  nominated?: boolean;
  levers?: {
    add?: AskedLever[];
    remove?: Id[];
    terms?: LeverTerms[];
    /** Only levers of these kinds are generated. */
    kinds?: LeverKind[];
    /** Only what these have in their power is counted on. */
    owners?: OwnerRole[];
  };
  /** How many levers, or how much of cost; 1, 2, 3 and 5 where not given. */
  budgets?: number[];
  measure?: 'count' | 'cost';
}

export const DEFAULT_STANDARD: Standard = { credits: 120, stage: 2 };
/** The most levers that a budget may allow. */
export const MOST_BUDGET = 10;
export const DEFAULT_BUDGETS: readonly number[] = [1, 2, 3, 5];
/** Searches for routes where nothing is said, and the most that may be asked for. */
export const DEFAULT_SEARCHES = 400;
export const MOST_SEARCHES = 5_000;
/** Starts are looked at in the first month and the eleven after it. */
export const WINDOW = 12;

/** Changes that hold from a month on. */
export interface DatedChanges {
  from: MonthText;
  changes: Change[];
}
