import type { Id } from '../../domain/fact.js';
import type { Constraints, RouteQuestion } from '../../domain/questions.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { holdingsOf } from '../credit/holdings.js';
import { Assessing } from './assessing.js';
import { LegsAtLeast } from './bounds/legs-at-least.js';
import type { Start } from './held-on-the-way.js';
import type { Terms } from './legs.js';
import { compareFound, DEFAULT_CRITERIA } from './measures.js';
import { manageable } from './offers.js';
import { classOf } from './options.js';
import { type Searched, search } from './search.js';
import { Prospects } from './towards/relevance.js';

/** Nothing ends later than so many months after the first, unless a latest month is asked. */
const HORIZON = 180;
const DEFAULT_LEGS = 5;

/** A question taken apart: what every leg is judged by, and what was searched. */
export interface Asked {
  readonly terms: Terms;
  readonly question: RouteQuestion;
  readonly searched: Searched;
}

/** How a question is narrowed when it is asked again. */
export interface Again {
  readonly legs?: number;
  /** So many routes are enough. */
  readonly enough?: number;
  /** Programmes whose entry rules are taken as met. */
  readonly admitted?: ReadonlySet<Id>;
  /** Only this programme is studied. */
  readonly only?: Id;
}

/** The search alone; `again` narrows it for those who ask again with something changed. */
export function ask(catalogue: Catalogue, question: RouteQuestion, again: Again = {}): Asked {
  const { registerPart, criteria = DEFAULT_CRITERIA, constraints = {} } = question;
  if (!catalogue.registerParts.has(registerPart))
    throw new RangeError(`register part "${registerPart}" is not in the catalogue`);
  const terms = { ...termsOf(catalogue, question, constraints), admitted: again.admitted ?? new Set<Id>() };
  const offers = manageable(catalogue, question.learner, constraints).filter(
    ({ programme }) => again.only === undefined || again.only === programme,
  );
  const prospects = new Prospects(terms, offers, again.legs ?? constraints.legs ?? DEFAULT_LEGS);
  const searched = search(prospects, criteria, again.enough);
  const { telling } = prospects;
  return {
    terms: { ...terms, classOf: (options) => classOf(catalogue, telling, options) },
    question,
    searched: { ...searched, found: [...searched.found].sort(compareFound) },
  };
}

function termsOf(
  catalogue: Catalogue,
  { learner, registerPart, first }: RouteQuestion,
  constraints: Constraints,
): Omit<Terms, 'admitted' | 'classOf'> {
  const nominated = constraints.nominated ?? learner.employment?.nominated ?? false;
  const employed = learner.employment ? { ...learner, employment: { ...learner.employment, nominated } } : learner;
  const start: Start = {
    catalogue,
    first,
    holdings: holdingsOf(catalogue, employed),
    assumedMark: constraints.assumedMark,
    latest: constraints.latest ?? first + HORIZON,
  };
  return {
    ...start,
    constraints,
    nominated,
    part: registerPart,
    assessing: new Assessing(catalogue, constraints.include, first),
    legsAtLeast: new LegsAtLeast(start),
  };
}
