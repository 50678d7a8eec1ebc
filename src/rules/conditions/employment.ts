import type { EmploymentCondition } from '../../domain/conditions.js';
import { type Applicant, type Finding, verdictIf } from './applicant.js';

/** A present job in a sector, of so many hours a week, whose employer nominates. */
export function employment(
  { sectors, hoursPerWeek, nominated }: EmploymentCondition,
  { holdings }: Applicant,
): Finding {
  const job = holdings.employment;
  const misses = [
    job ? '' : 'no job is given',
    job && sectors && !sectors.includes(job.sector ?? '') ? 'another sector' : '',
    job && hoursPerWeek !== undefined && (job.hoursPerWeek ?? 0) < hoursPerWeek
      ? `${job.hoursPerWeek ?? 0} hours a week`
      : '',
    job && nominated && !job.nominated ? 'no nomination' : '',
  ].filter(Boolean);
  const asks = [
    `a job${sectors ? ` in ${sectors.join(' or ')}` : ''}`,
    hoursPerWeek === undefined ? '' : `of ${hoursPerWeek} hours a week`,
    nominated ? 'and nomination by the employer' : '',
  ]
    .filter(Boolean)
    .join(' ');
  return { verdict: verdictIf(misses.length === 0), asks, finds: misses.join(', ') || 'held' };
}
