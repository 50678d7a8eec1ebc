import type { Proof } from './assessment.js';
import type { Named } from './credit-into.js';
import type { Id } from './fact.js';
import type { Include } from './questions.js';
import type { Month, MonthText } from './time.js';

/** How far awards carry into pre-registration programmes. All that is given must fit. */
export interface PortabilityQuestion {
  start: Month;
  /** How many months from the start on are tried, 1 to 12: the best of them counts, the earliest of equals. */
  months?: number;
  include?: Include;
  /** Kinds of award; foundation degrees (`FdSc`) where not given. */
  kinds?: string[];
  /** Programmes that give the award. */
  awards?: Id[];
  /** Institutions that give the award. */
  institutions?: Id[];
  /** Register parts that the programmes carried into help to reach. */
  registerParts?: Id[];
  /** Institutions that run the programmes carried into. */
  into?: Id[];
}

/** What a holder carries into one programme. */
export interface Carriage {
  credits: number;
  /** No more than so many credits are possible; equal to `credits` where the proof is OPTIMAL. */
  bound: number;
  proof: Proof;
  entryStage: number;
  /** Months of study left on the delivery; null where no delivery is known. */
  monthsLeft: number | null;
  delivery: Id | null;
  start: MonthText;
  /** Options of the award that carry most; none where its core alone does. */
  options: Named[];
}

/** One award and one programme into which something of it may carry. */
export interface PortabilityCell extends Carriage {
  programme: Named;
  institution: Named;
  registerParts: Named[];
  programmeCredits: number | null;
  /** Both at one institution. */
  own: boolean;
  /** What more is carried by a holder for whom a rule or limit makes a difference, and who that is; null where nobody carries more. */
  conditional: { who: string; carriage: Carriage } | null;
  /** True where not every choice of options was tried, so that another may carry more. */
  choicesCut: boolean;
}

/** How many programmes take how much, of those whose modules or agreements are known. */
export interface PortabilityCounts {
  /** Nothing of the award is credited. */
  none: number;
  under60: number;
  from60: number;
  /** A year or more. */
  from120: number;
}

/** One award's row of the matrix. */
export interface AwardReach {
  award: Named;
  kind: string;
  institution: Named;
  /** False: the catalogue holds neither modules of it nor a row for it, so that nothing can be matched. */
  known: boolean;
  /** Programmes into which something may carry, most first; into all others nothing does. */
  cells: PortabilityCell[];
  counts: PortabilityCounts;
  /** Programmes that take 120 credits or more ... */
  reach: number;
  /** ... those of them at its own institution ... */
  reachOwn: number;
  /** ... and the institutions that run them. */
  reachInstitutions: number;
  /** It takes a year somewhere, and nowhere but at its own institution. */
  ownOnly: boolean;
  /** Programmes that take a year of some holder, also of those for whom a rule or limit makes a difference. */
  reachOfSome: number;
  summary: string;
}

/** Foundation degrees against pre-registration programmes. An estimate: the institution decides. */
export interface Portability {
  start: MonthText;
  months: number;
  include: Include;
  kinds: string[];
  /** Widest reach first. */
  awards: AwardReach[];
  /** Programmes asked ... */
  programmes: number;
  /** ... of which the catalogue holds modules or agreements: into the others nothing can be matched. */
  programmesKnown: number;
  /** Awards of which modules or rows are known. */
  awardsKnown: number;
  /** Of these: that carry a year or more somewhere, nowhere, and nowhere but at their own institution. */
  withReach: number;
  withoutReach: number;
  ownOnly: number;
  notes: string[];
  summary: string;
}
