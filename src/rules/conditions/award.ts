import type { AwardCondition } from '../../domain/conditions.js';
import { type Applicant, awardsOf, type Finding, reaches, type Shown, verdictIf } from './applicant.js';

/** One held award that is all of what is asked: of a kind or named, of a level, mark, grade and age. */
export function award(condition: AwardCondition, applicant: Applicant): Finding {
  const found = awardsOf(applicant).find((shown) => fits(condition, shown, applicant.start));
  return {
    verdict: verdictIf(found !== undefined),
    asks: asked(condition, applicant),
    finds: found ? `${found.qualification.name} is held` : 'no such award is held',
  };
}

function fits(condition: AwardCondition, shown: Shown, start: number): boolean {
  const { kinds, awards, minimumLevel, mark, grade, maximumMonths } = condition;
  const { award: held, qualification } = shown;
  const names = [qualification.id, ...(held.complete && held.programme ? [held.programme] : [])];
  return (
    (!kinds || kinds.includes(qualification.kind)) &&
    (!awards || awards.some((id) => names.includes(id))) &&
    (minimumLevel === undefined || qualification.level >= minimumLevel) &&
    (mark === undefined || (held.mark !== undefined && held.mark >= mark)) &&
    reaches(shown, grade) &&
    (maximumMonths === undefined || (held.on !== undefined && start - held.on <= maximumMonths))
  );
}

function asked(
  { kinds = [], awards = [], minimumLevel, mark, grade, maximumMonths }: AwardCondition,
  { title }: Applicant,
): string {
  const what = [...kinds, ...awards.map(title)].join(' or ') || 'an award';
  return [
    what,
    minimumLevel === undefined ? '' : `at level ${minimumLevel} or above`,
    mark === undefined ? '' : `with ${mark} %`,
    grade === undefined ? '' : `at grade ${grade}`,
    maximumMonths === undefined ? '' : `at most ${maximumMonths} months old`,
  ]
    .filter(Boolean)
    .join(', ');
}
