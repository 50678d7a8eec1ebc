import type { Id } from './fact.js';
import type { Employment, Experience, Learner } from './learner.js';
import type { Month } from './time.js';

/** A held module, or an award whose modules are not known: one source of credit. */
export interface Held {
  readonly id: Id;
  /** Title of the module, or name of the award. */
  readonly title: string;
  readonly credits: number;
  readonly creditsByLevel: ReadonlyMap<number, number>;
  /** When it was achieved; its age runs from here. */
  readonly on: Month;
  readonly mark?: number;
  readonly compensated: boolean;
  /** Where it was taught; not known of an award without modules. */
  readonly institution?: Id;
  /** Awards that hold it: qualifications and programmes. */
  readonly awards: ReadonlySet<Id>;
  /** Levels of the awards on which it is spent. */
  readonly spentAt: ReadonlySet<number>;
  /** Programmes on which it was studied. */
  readonly studiedOn: ReadonlySet<Id>;
  readonly theoryHours?: number;
  readonly practiceHours?: number;
  /** First month in which it can be claimed with. */
  readonly since: Month;
}

/** An award that is held, with the sources it expands to. */
export interface HoldingAward {
  readonly qualification: Id;
  readonly programme?: Id;
  /** Whether it is the programme's own award, not one on the way. */
  readonly complete: boolean;
  readonly level: number;
  readonly sources: readonly Id[];
  readonly on?: Month;
  readonly mark?: number;
  readonly grade?: string;
  /** First month in which it is held, where it is gained on a route. */
  readonly since?: Month;
}

/** Credit granted on entering a programme: the month of that entry, and the date of its oldest source. */
export interface Grant {
  readonly on: Month;
  readonly oldest: Month;
}

/** All that a learner holds at a moment. */
export interface Holdings {
  readonly sources: ReadonlyMap<Id, Held>;
  readonly awards: readonly HoldingAward[];
  /** Credit granted on entering a programme earlier in a route, by programme and module. */
  readonly granted: ReadonlyMap<Id, ReadonlyMap<Id, Grant>>;
  /** First enrolment by programme. */
  readonly enrolled: ReadonlyMap<Id, Month>;
  readonly experience: readonly Experience[];
  readonly employment?: Employment;
  readonly learner: Learner;
}
