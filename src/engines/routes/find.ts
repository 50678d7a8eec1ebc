import type { Id } from '../../domain/fact.js';
import type { Constraints, RouteQuestion } from '../../domain/questions.js';
import type { RouteAnswer } from '../../domain/route.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { holdingsOf } from '../credit/holdings.js';
import { answer } from './answer.js';
import { Assessing } from './assessing.js';
import type { Terms } from './legs.js';
import { compareFound, DEFAULT_CRITERIA } from './measures.js';
import { manageable } from './offers.js';
import { relevanceOf } from './relevance.js';
import { type Searched, search } from './search.js';

/** Nothing ends later than so many months after the first, unless a latest month is asked. */
const HORIZON = 180;
const DEFAULT_LEGS = 5;

/** A question taken apart: what every leg is judged by, and what was searched. */
export interface Asked {
  readonly terms: Terms;
  readonly question: RouteQuestion;
  readonly searched: Searched;
}

/**
 * Every unbeaten route to a register part, months first; or what stands in the way (spec 5).
 * Throws a RangeError for a register part, award or module that the catalogue does not hold.
 */
export function findRoutes(catalogue: Catalogue, question: RouteQuestion): RouteAnswer {
  return answer(ask(catalogue, question));
}

/** The search alone, for those who ask again with something changed. */
export function ask(catalogue: Catalogue, question: RouteQuestion): Asked {
  const { registerPart, criteria = DEFAULT_CRITERIA, constraints = {} } = question;
  if (!catalogue.registerParts.has(registerPart))
    throw new RangeError(`register part "${registerPart}" is not in the catalogue`);
  const terms = termsOf(catalogue, question, constraints);
  const offers = manageable(catalogue, question.learner, constraints);
  const relevance = relevanceOf(terms, registerPart, offers);
  const classed: Terms = { ...terms, classOf: (options) => classOf(catalogue, relevance.matters, options) };
  const searched = search(classed, offers, relevance, criteria, constraints.legs ?? DEFAULT_LEGS);
  return { terms: classed, question, searched: { ...searched, found: [...searched.found].sort(compareFound) } };
}

function termsOf(
  catalogue: Catalogue,
  { learner, registerPart, first }: RouteQuestion,
  constraints: Constraints,
): Terms {
  const nominated = constraints.nominated ?? learner.employment?.nominated ?? false;
  const employed = learner.employment ? { ...learner, employment: { ...learner.employment, nominated } } : learner;
  return {
    catalogue,
    first,
    constraints,
    nominated,
    part: registerPart,
    holdings: holdingsOf(catalogue, employed),
    assumedMark: constraints.assumedMark,
    latest: constraints.latest ?? first + HORIZON,
    assessing: new Assessing(catalogue, constraints.include, first),
    classOf: (options) => options.join(','),
  };
}

/** Options that nothing relevant asks for are alike if they hold the same credits by level, and hours. */
function classOf(catalogue: Catalogue, matters: ReadonlySet<Id>, options: readonly Id[]): string {
  const alike = options
    .filter((id) => !matters.has(id))
    .map((id) => {
      const { level = 0, credits = 0, theoryHours, practiceHours } = catalogue.modules.get(id) ?? {};
      return `${level}:${credits}:${theoryHours}:${practiceHours}`;
    });
  return [...options.filter((id) => matters.has(id)), ...alike.sort()].join(',');
}
