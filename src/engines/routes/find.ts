import type { RouteQuestion } from '../../domain/questions.js';
import type { RouteAnswer } from '../../domain/route.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { answer } from './answer.js';
import { ask } from './ask.js';

/**
 * Every unbeaten route to a register part, months first; or what stands in the way (spec 5).
 * Throws a RangeError for a register part, award or module that the catalogue does not hold.
 */
export function findRoutes(catalogue: Catalogue, question: RouteQuestion): RouteAnswer {
  return answer(ask(catalogue, question));
}
