import type { Id } from './fact.js';
import type { Place } from './place.js';
import type { MonthText } from './time.js';

/** An award a learner holds. */
export interface HeldAward {
  /** A qualification, or the programme whose award it is. */
  award: Id;
  /** The programme it was gained on, where `award` names a qualification: its modules are then known. */
  programme?: Id;
  /** The last stage done, for an exit award of that programme. */
  stage?: number;
  /** When it was gained. */
  on?: MonthText;
  /** Percent. */
  mark?: number;
  grade?: string;
  /** Option modules taken on it. */
  options?: Id[];
}

/** A module a learner holds. */
export interface HeldModule {
  module: Id;
  on?: MonthText;
  /** Percent. */
  mark?: number;
  /** True: passed by compensation. */
  compensated?: boolean;
  /** The programme on which it was studied. */
  programme?: Id;
}

/** A spell of experience. */
export interface Experience {
  setting: string;
  /** Months so far. */
  months: number;
  hoursPerWeek?: number;
  /** True: it goes on, and grows month by month. */
  ongoing?: boolean;
  /** True: an employer or registrant has put it in writing. */
  evidenced?: boolean;
}

/** A present job. */
export interface Employment {
  employer?: string;
  sector?: string;
  hoursPerWeek?: number;
  /** The employer will nominate. */
  nominated?: boolean;
  /** Whether the job is expected to go on. */
  ongoing?: boolean;
}

/** A registration a learner holds or held. */
export interface Registration {
  part: Id;
  status: 'current' | 'lapsed';
  since?: MonthText;
}

/** What a person holds and can manage. Given with the question, never stored. */
export interface Learner {
  awards?: HeldAward[];
  modules?: HeldModule[];
  experience?: Experience[];
  employment?: Employment;
  registrations?: Registration[];
  /** `dbs`, `occupational-health`, `good-character`: declared true or false. */
  declarations?: Record<string, boolean>;
  /** When they first enrolled on a programme they have not finished. */
  enrolments?: { programme: Id; on: MonthText }[];
  born?: MonthText;
  home?: Place;
  /** Agenda for Change pay band of the post. */
  band?: number;
  /** Career-framework level of the post. */
  careerFrameworkLevel?: number;
  /** Pounds of loan entitlement left. */
  loanEntitlement?: number;
}

/** A learner with what a reader should know of the case; a file of its own. */
export interface LearnerFile {
  id: Id;
  title: string;
  /** The situation in a sentence or two. */
  story?: string;
  source?: { document: string; clause?: string; url?: string };
  basis?: 'published' | 'assumed' | 'illustrative';
  learner: Learner;
  /** What the case asks, for worked examples. */
  questions?: Record<string, unknown>[];
}
