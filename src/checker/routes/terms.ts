import type { Id } from '../../domain/fact.js';
import type { Holdings } from '../../domain/holding.js';
import { kilometresBetween } from '../../domain/place.js';
import type { Delivery, Programme, RegisterPart } from '../../domain/provision.js';
import type { Constraints, Criterion, RouteQuestion } from '../../domain/questions.js';
import { type Month, validIn } from '../../domain/time.js';
import { holdingsOf } from '../../engines/credit/holdings.js';
import type { Catalogue } from '../../graph/catalogue.js';

/** What every leg of an answer is judged by. */
export interface Terms {
  readonly catalogue: Catalogue;
  readonly question: RouteQuestion;
  readonly part: RegisterPart;
  readonly constraints: Constraints;
  readonly criteria: readonly Criterion[];
  readonly first: Month;
  /** Nothing ends later than this month. */
  readonly latest: Month;
  readonly legs: number;
  readonly nominated: boolean;
  /** What is held at the outset. */
  readonly holdings: Holdings;
}

/** What spec 5 takes where a question does not say it: months, legs, criteria. */
const HORIZON = 180;
const LEGS = 5;
const CRITERIA: readonly Criterion[] = ['MONTHS', 'LEARNER_PART', 'RELEASE_DAYS'];

/** A question taken apart. Throws a RangeError for what the catalogue does not hold. */
export function termsOf(catalogue: Catalogue, question: RouteQuestion): Terms {
  const { learner, first, constraints = {} } = question;
  const part = catalogue.registerParts.get(question.registerPart);
  if (!part) throw new RangeError(`register part "${question.registerPart}" is not in the catalogue`);
  const { employment } = learner;
  const nominated = constraints.nominated ?? employment?.nominated ?? false;
  return {
    catalogue,
    question,
    part,
    constraints,
    criteria: question.criteria ?? CRITERIA,
    first,
    latest: constraints.latest ?? first + HORIZON,
    legs: constraints.legs ?? LEGS,
    nominated,
    holdings: holdingsOf(catalogue, employment ? { ...learner, employment: { ...employment, nominated } } : learner),
  };
}

/** Full-time study outside employment: the job is given up, and it counts five days a week. */
export const givesUpJob = ({ pace, employment }: Delivery): boolean => pace === 'full-time' && employment === 'none';

/** Release days a week. */
export const daysOf = (delivery: Delivery): number => (givesUpJob(delivery) ? 5 : delivery.releaseDays);

/** Why a delivery cannot be managed within what was asked (spec 5.2), whatever the month; none where it can. */
export function unmanageable({ catalogue, constraints, question, nominated }: Terms, delivery: Delivery): string[] {
  const { modes, releaseDays, institutions, regions, kilometres } = constraints;
  const programme = catalogue.programmes.get(delivery.programme);
  const place = delivery.place ?? catalogue.institutions.get(programme?.institution ?? '')?.place;
  const far = kilometresBetween(question.learner.home, place) ?? Number.POSITIVE_INFINITY;
  const isAllowed = modes
    ? modes.some(({ pace, employment }) => pace === delivery.pace && employment === delivery.employment)
    : !givesUpJob(delivery);
  const near = delivery.distance ?? false;
  return [
    ...(isAllowed ? [] : [`study ${delivery.pace} with employment "${delivery.employment}" was not asked`]),
    ...(releaseDays !== undefined && daysOf(delivery) > releaseDays
      ? [`it takes ${daysOf(delivery)} release days a week, and ${releaseDays} are allowed`]
      : []),
    ...(institutions && !institutions.includes(programme?.institution ?? '')
      ? ['its institution is not among those asked']
      : []),
    ...(regions && !near && !regions.includes(place?.region ?? '') ? ['its region is not among those asked'] : []),
    ...(kilometres !== undefined && !near && far > kilometres ? ['it is further from home than was asked'] : []),
    ...(delivery.nomination && !nominated && !delivery.support?.length
      ? ['an employer must nominate, and none does']
      : []),
  ];
}

/** Whether an employer nominates in a month, or none need do so. */
export const isNominated = (
  { catalogue, nominated }: Terms,
  { nomination, support }: Delivery,
  month: Month,
): boolean =>
  !nomination || nominated || catalogue.rows.support.some((row) => support?.includes(row.id) && validIn(row, month));

/** The modules that stand in each stage of a programme, whatever the curriculum. */
export function stageOfModules({ stages }: Programme): Map<Id, number> {
  const found = new Map<Id, number>();
  for (const [index, { core = [], groups = [] }] of stages.entries()) {
    for (const entry of core) found.set(typeof entry === 'string' ? entry : entry.module, index + 1);
    for (const member of groups.flatMap(({ members }) => members))
      for (const module of typeof member === 'string' ? [member] : member.modules) found.set(module, index + 1);
  }
  return found;
}
