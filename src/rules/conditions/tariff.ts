import type { TariffCondition } from '../../domain/conditions.js';
import { type Applicant, awardsOf, type Finding, verdictIf } from './applicant.js';

/** UCAS points by the tariff table of the year of entry; an award without a grade, or not in the table, has none. */
export function tariff({ points: least }: TariffCondition, applicant: Applicant): Finding {
  const table = applicant.tariff?.points ?? [];
  const total = awardsOf(applicant).reduce((sum, { award, qualification }) => {
    const row = table.find(
      ({ qualification: id, kind, grade }) =>
        (id === undefined || id === qualification.id) &&
        (kind === undefined || kind === qualification.kind) &&
        grade === award.grade,
    );
    return sum + (row?.points ?? 0);
  }, 0);
  const by = applicant.tariff ? `by ${applicant.tariff.name}` : 'no tariff table is known for the year';
  return { verdict: verdictIf(total >= least), asks: `${least} UCAS points`, finds: `${total} points, ${by}` };
}
