import type { Id } from '../../domain/fact.js';
import type { Tariff } from '../../domain/funding.js';
import type { HoldingAward, Holdings } from '../../domain/holding.js';
import type { Qualification } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';
import type { Verdict } from '../../domain/verdict.js';

/** Whom an entry condition is asked of, and when study would start. */
export interface Applicant {
  readonly holdings: Holdings;
  readonly start: Month;
  readonly qualification: (id: Id) => Qualification | undefined;
  /** A qualification, a programme with who gives it, or a register part, as people call it; by its id where it is not known. */
  readonly title: (id: Id) => string;
  /** The tariff table of the year of entry. */
  readonly tariff: Tariff | undefined;
}

/** What a condition asks, what was found, and the verdict. */
export interface Finding {
  readonly verdict: Verdict;
  readonly asks: string;
  readonly finds: string;
}

export const verdictIf = (met: boolean): Verdict => (met ? 'MET' : 'NOT_MET');

/** A held award with the qualification it is. */
export interface Shown {
  readonly award: HoldingAward;
  readonly qualification: Qualification;
}

export const awardsOf = ({ holdings, qualification }: Applicant): Shown[] =>
  holdings.awards.flatMap((award) => {
    const known = qualification(award.qualification);
    return known ? [{ award, qualification: known }] : [];
  });

/** Whether a grade reaches another on the qualification's own scale. A grade not given, or not on it, reaches nothing. */
export function reaches({ award, qualification }: Shown, least: string | undefined): boolean {
  if (least === undefined) return true;
  const rank = (grade: string | undefined): number =>
    (qualification.grades ?? []).findIndex((labels) => grade !== undefined && labels.includes(grade));
  const held = rank(award.grade);
  const asked = rank(least);
  if (asked < 0 || held < 0) return award.grade === least;
  return held <= asked;
}
