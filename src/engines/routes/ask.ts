import type { Id } from '../../domain/fact.js';
import type { Constraints, RouteQuestion } from '../../domain/questions.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { holdingsOf } from '../credit/holdings.js';
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
  const relevance = relevanceOf(terms, registerPart, offers);
  const classed: Terms = { ...terms, classOf: (options) => classOf(catalogue, relevance.matters, options) };
  const searched = search(classed, relevance, criteria, again.legs ?? constraints.legs ?? DEFAULT_LEGS, again.enough);
  return { terms: classed, question, searched: { ...searched, found: [...searched.found].sort(compareFound) } };
}

function termsOf(
  catalogue: Catalogue,
  { learner, registerPart, first }: RouteQuestion,
  constraints: Constraints,
): Omit<Terms, 'admitted'> {
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
