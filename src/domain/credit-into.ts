import type { Assessment, Proof, RestsOn } from './assessment.js';
import type { Basis, Id, Source } from './fact.js';
import type { Outcome } from './provision.js';
import type { Include } from './questions.js';
import type { Status, Strength } from './recognition.js';
import type { Month, MonthText } from './time.js';

/** Which awards and modules are asked: all that is given must fit. */
export interface IntoFilter {
  /** Institutions that teach them. */
  institutions?: Id[];
  /** Regions in which they are studied; at distance they are studied everywhere. */
  regions?: Id[];
  /** Kinds of award, such as `FdSc`; modules are not held to it. */
  kinds?: string[];
  /** Only awards that carry at least so many credits; counts and modules are not held to it. */
  atLeast?: number;
}

/** Who comes with credit into a programme, or into one module of it, and how far? */
export interface IntoQuestion {
  programme: Id;
  /** Only what covers this module of it. */
  module?: Id;
  /** Each delivery is asked by itself where none is named. */
  delivery?: Id;
  start: Month;
  include?: Include;
  filter?: IntoFilter;
}

/** Something by its id and by what people call it. */
export interface Named {
  id: Id;
  title: string;
}

/** One claim of a holder. */
export interface CarriedClaim {
  id: string;
  credits: number;
  strength: Strength;
  sources: Named[];
  targets: Named[];
  /** Ids of the rows it rests on; none for a module that both programmes share. */
  rows: Id[];
}

/** What one who holds an award and nothing else carries: the award gained in the month before the start, without a mark. */
export interface Carried {
  /** The registration they also hold; null for anyone. */
  registration: Named | null;
  /** The employer they also work for; null for anyone. */
  employer: string | null;
  /** The options they took; none where only the core is held. */
  options: Named[];
  delivery: Id | null;
  proof: Proof;
  credits: number;
  /** No more than so many credits are possible; equal to `credits` where the proof is OPTIMAL. */
  bound: number;
  entryStage: number;
  /** Months of study left on the delivery; null without one. */
  monthsLeft: number | null;
  bands: Assessment['bands'];
  claims: CarriedClaim[];
  /** Where a module is asked about: whether it is among what they are credited with. */
  coversModule: boolean | null;
}

/** A row that links an award with the programme, and what becomes of it for one who holds just that award. */
export interface IntoRow {
  /** The row's id; `=module` for a module that both programmes share. */
  id: string;
  kind: 'mapping' | 'agreement' | 'identity';
  sources: Named[];
  /** So many of the sources are enough; null where all are needed. */
  choose: number | null;
  targets: Named[];
  /** The stage an agreement opens. */
  stage: number | null;
  /** Outcomes of its one target that it covers, where it does not cover all. */
  outcomes: Outcome[];
  strength: Strength;
  status: Status;
  basis: Basis | null;
  source: Source | null;
  used: boolean;
  says: string;
}

/** An award whose holders have something that the programme may credit. */
export interface AwardInto {
  /** The programme, `programme@stage` for what it gives on leaving after a stage, or a qualification whose modules are not known. */
  id: string;
  title: string;
  /** `FdSc`, `CertHE` ...; null where no qualification is known. */
  kind: string | null;
  level: number;
  programme: Id | null;
  /** The last stage done, for an exit award. */
  stage: number | null;
  qualification: Named | null;
  institution: Named | null;
  /** Gained at the institution that runs the programme asked about. */
  own: boolean;
  /** The most that any holder carries: with the best options, and as whom the rows ask for. */
  most: number;
  /** With the core modules alone; null where it has none. */
  core: Carried | null;
  /** With the options that carry most; null where it has no options. */
  withOptions: Carried | null;
  /** Choices of options that were tried, choices that count alike as one. */
  choicesTried: number;
  /** True where there were more, so that another choice may carry more. */
  choicesCut: boolean;
  /** What more is carried by those who are also registered, or work for an employer that a row names. */
  conditional: Carried[];
  rows: IntoRow[];
  restsOn: RestsOn[];
  summary: string;
}

/** One way in which a module is a source. */
export interface ModuleWay {
  /** The row's id; `=module` for a module that stands in the programme itself. */
  id: string;
  kind: 'mapping' | 'identity';
  targets: Named[];
  /** The other sources it is taken together with, or chosen from. */
  together: Named[];
  /** So many of the sources are enough; null where all are needed. */
  choose: number | null;
  /** Outcomes of its one target that it covers, where it does not cover all. */
  outcomes: Outcome[];
  strength: Strength;
  status: Status;
  inForce: boolean;
  /** False: it gives more credits at some level than it takes; null where the parts it is joined with decide. */
  standsByLevel: boolean | null;
  /** Nothing speaks against it but what the learner and the limits say. */
  stands: boolean;
  says: string;
  basis: Basis | null;
  source: Source | null;
}

/** A module that is a source of credit for the programme. */
export interface ModuleInto {
  module: Id;
  title: string;
  institution: Named | null;
  credits: number;
  level: number | null;
  ways: ModuleWay[];
}

/** Experience that the programme credits, or takes as hours. */
export interface ExperienceInto {
  id: Id;
  settings: string[];
  months: number;
  hoursPerWeek: number | null;
  /** None: it gives hours alone. */
  targets: Named[];
  outcomes: Outcome[];
  theoryHours: number | null;
  practiceHours: number | null;
  strength: Strength;
  status: Status;
  stands: boolean;
  says: string;
  evidence: string[];
  basis: Basis;
  source: Source;
}

/** How many awards carry how much, at the most. */
export interface IntoCounts {
  none: number;
  under60: number;
  from60: number;
  from120: number;
}

/** How far the awards of one institution carry; null for qualifications whose modules, and so whose institution, are not known. */
export interface IntoInstitution extends IntoCounts {
  institution: Named | null;
  own: boolean;
  awards: number;
  /** The most that an award of it carries. */
  most: number;
}

/** Which awards and modules of which institutions carry into a programme, and how far. An estimate: the institution decides. */
export interface CreditInto {
  programme: Named;
  institution: Named;
  programmeCredits: number | null;
  module: Named | null;
  start: MonthText;
  include: Include;
  /** Most first. */
  awards: AwardInto[];
  modules: ModuleInto[];
  experience: ExperienceInto[];
  institutions: IntoInstitution[];
  counts: IntoCounts;
  /** The counts of the programme's own institution. */
  ownCounts: IntoCounts;
  /** Facts that all of it rests on and that are not published, or not wholly. */
  restsOn: RestsOn[];
  notes: string[];
  summary: string;
}
