import type { Id } from './fact.js';
import type { MonthText } from './time.js';

/** The shortest route from one first month. */
export interface ProfileRow {
  first: MonthText;
  /** Months from the first month to registration; null where there is no route. */
  months: number | null;
  registered: MonthText | null;
  /** First month of study. */
  starts: MonthText | null;
  /** Its legs in a line; empty where there is no route. */
  summary: string;
  proof: 'COMPLETE' | 'BOUNDED';
}

/** How long the shortest route to a register part takes, by the month in which one sets out. */
export interface RouteProfile {
  registerPart: Id;
  registerPartName: string;
  /** One for each first month, in order. */
  rows: ProfileRow[];
  /** The first month from which it takes the fewest months, the earliest of these; null where there is no route. */
  best: MonthText | null;
  /** The earliest registration of all; null where there is no route. */
  earliest: MonthText | null;
  /** How many searches that took: the route of one month is often that of the next. */
  searches: number;
  notes: string[];
  summary: string;
}
