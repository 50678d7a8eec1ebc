import type { BlockageQuestion } from './blockage.js';
import type { Count } from './blockage-answer.js';
import type { Change } from './catalogue.js';
import type { Id } from './fact.js';

/** What would a list of changes do to the people of a blockage question? */
export interface WhatIfQuestion extends BlockageQuestion {
  changes: Change[];
  /** What they cost together, in units of the asker; not told where not given. */
  cost?: number;
}

/** What a list of changes does to people. */
export interface WhatIfAnswer {
  /** Head counts: through before and after; freed by the changes; stopped by them. */
  before: Count;
  after: Count;
  freed: Count;
  stopped: Count;
  /** Cohorts that are freed, and that are stopped, by id. */
  freedCohorts: Id[];
  stoppedCohorts: Id[];
  /** Months of study saved, all people together: by joining later, or a shorter delivery; below 0 where they lose. */
  monthsSaved: number;
  /** Cost for each person freed, to two decimals; null where no cost is given or nobody is freed. */
  costPerPerson: number | null;
  /** Programmes that had to be asked again. */
  programmesAsked: number;
  says: string;
}
