import type { Proof } from './assessment.js';
import type { Id } from './fact.js';

/** One programme's line among many. */
export interface CreditRow {
  programme: Id;
  title: string;
  institution: Id;
  delivery: Id | null;
  proof: Proof;
  credits: number;
  programmeCredits: number | null;
  entryStage: number;
  monthsLeft: number | null;
  fee: number | null;
  /** True: nothing held leads to it, so that it was not worked through. */
  untouched: boolean;
  summary: string;
}

/** How many programmes take no credit, under 60, 60 to under 120, 120 or more. */
export interface CreditCounts {
  none: number;
  under60: number;
  from60: number;
  from120: number;
}

/** The programmes to which nothing held leads, and the reason that they have in common. */
export interface UntouchedProgrammes {
  programmes: number;
  reason: string;
}
