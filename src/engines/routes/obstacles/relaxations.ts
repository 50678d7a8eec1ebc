import { poundsText } from '../../../domain/money.js';
import { kilometresBetween } from '../../../domain/place.js';
import type { Constraints, Criterion } from '../../../domain/questions.js';
import type { Relaxation } from '../../../domain/route.js';
import { spoken, textOf } from '../../../domain/time.js';
import { type Asked, ask } from '../ask.js';
import type { Found } from '../measures.js';
import { manageable } from '../offers.js';
import { ALL_MODES } from './constraints.js';
import { legsAgain, MOST_LEGS } from './legs-again.js';

/** Regions that are told besides those asked, nearest first in months. */
const MOST_REGIONS = 3;

/**
 * The nearest relaxations of single constraints that open a route where there is none (spec 5.3), each verified by asking
 * with it: the least release days, kilometres, pounds, legs and the earliest latest month with which there is one;
 * full-time study; a nomination; one more region.
 */
export function relaxations(asked: Asked): Relaxation[] {
  const { constraints = {} } = asked.question;
  return [
    ...modes(asked),
    ...nomination(asked),
    ...least(
      asked,
      'releaseDays',
      'RELEASE_DAYS',
      ({ measures }) => measures[3]!,
      (days) => `${days} release days a week`,
    ),
    ...kilometres(asked),
    ...regions(asked),
    ...least(
      asked,
      'latest',
      'MONTHS',
      ({ measures }) => asked.question.first + measures[0]!,
      (month) => `the latest month ${spoken(month)}`,
    ),
    ...least(
      asked,
      'budget',
      'LEARNER_PART',
      ({ measures }) => measures[1]! / 100,
      (pounds) => `${poundsText(pounds)} from the learner`,
    ),
    ...legs(asked, constraints.legs),
  ];
}

/** The shortest route with other constraints, or the best by another criterion; undefined where there is none. */
function shortest(asked: Asked, constraints: Constraints, criterion: Criterion = 'MONTHS'): Found | undefined {
  const { question, terms } = asked;
  const legs = constraints.legs ?? legsAgain(asked);
  return ask(terms.catalogue, { ...question, constraints, criteria: [criterion] }, { legs }).searched.found[0];
}

const told = (kind: Relaxation['kind'], says: string, value: number | null, found: Found): Relaxation => ({
  kind,
  says,
  value: kind === 'LATEST' ? null : value,
  month: kind === 'LATEST' && value !== null ? textOf(value) : null,
  opensMonths: found.measures[0]!,
});

/** Full-time study outside employment, where that alone opens a route; else every way of studying. */
function modes(asked: Asked): Relaxation[] {
  const { constraints = {} } = asked.question;
  const found = shortest(asked, { ...constraints, modes: ALL_MODES });
  if (!found) return [];
  const fullTime = found.plan.legs.some(
    ({ delivery }) => delivery.pace === 'full-time' && delivery.employment === 'none',
  );
  return [told('MODES', fullTime ? 'full-time study, the job given up' : 'every way of studying', null, found)];
}

function nomination(asked: Asked): Relaxation[] {
  if (asked.terms.nominated) return [];
  const found = shortest(asked, { ...asked.question.constraints, nominated: true });
  return found ? [told('NOMINATION', 'a nomination by the employer', null, found)] : [];
}

/** The least of what a constraint caps with which there is a route: the route that is best in just that. */
function least(
  asked: Asked,
  name: 'releaseDays' | 'latest' | 'budget',
  criterion: Criterion,
  of: (found: Found) => number,
  says: (value: number) => string,
): Relaxation[] {
  const { [name]: given, ...rest } = asked.question.constraints ?? {};
  const best = given === undefined ? undefined : shortest(asked, rest, criterion);
  if (!best) return [];
  const value = of(best);
  const found = shortest(asked, { ...rest, [name]: value });
  return found ? [told(KINDS[name], says(value), value, found)] : [];
}

const KINDS = { releaseDays: 'RELEASE_DAYS', latest: 'LATEST', budget: 'BUDGET' } as const;

/** The least kilometres with which there is a route: the more are allowed, the more routes there are, so halving finds it. */
function kilometres(asked: Asked): Relaxation[] {
  const { question, terms } = asked;
  const { kilometres: given, ...rest } = question.constraints ?? {};
  if (given === undefined || !shortest(asked, rest)) return [];
  const { catalogue } = terms;
  const away = manageable(catalogue, question.learner, rest).flatMap((delivery) => {
    const institution = catalogue.institutions.get(catalogue.programmes.get(delivery.programme)!.institution);
    return kilometresBetween(question.learner.home, delivery.place ?? institution?.place) ?? [];
  });
  const distances = [...new Set(away.map(Math.ceil))].filter((distance) => distance > given).sort((a, b) => a - b);
  let low = 0;
  let high = distances.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shortest(asked, { ...rest, kilometres: distances[middle]! })) high = middle;
    else low = middle + 1;
  }
  const value = distances[low];
  const found = value === undefined ? undefined : shortest(asked, { ...rest, kilometres: value });
  return found ? [told('KILOMETRES', `${value} kilometres from home`, value!, found)] : [];
}

/** Single regions that open a route besides those asked: those with the shortest first, then by id. */
function regions(asked: Asked): Relaxation[] {
  const { constraints = {} } = asked.question;
  const given = constraints.regions;
  if (!given) return [];
  return [...asked.terms.catalogue.regions.values()]
    .filter(({ id }) => !given.includes(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, name }) => {
      const found = shortest(asked, { ...constraints, regions: [...given, id] });
      return found ? [told('REGION', `study in ${name} as well`, null, found)] : [];
    })
    .sort((a, b) => a.opensMonths - b.opensMonths)
    .slice(0, MOST_REGIONS);
}

/** One more leg, and so on, up to as many as are allowed where nothing is asked. */
function legs(asked: Asked, given: number | undefined): Relaxation[] {
  const rest = asked.question.constraints ?? {};
  for (let count = (given ?? MOST_LEGS) + 1; count <= MOST_LEGS; count++) {
    const found = shortest(asked, { ...rest, legs: count });
    if (found) return [told('LEGS', `${count} legs`, count, found)];
  }
  return [];
}
