import type { Constraints, RouteQuestion } from '../../domain/questions.js';
import { findRoutes } from '../../engines/routes/find.js';
import type { Service } from '../context.js';
import type { ConstraintsInput, RoutesArgs } from '../types/question-input.js';
import type { RoutesAnswer } from '../types/route.js';
import { Asking } from './asking.js';
import { given } from './given.js';

/** More legs than anyone has taken; each one more makes the search longer. */
const MOST_LEGS = 10;

/** What are this learner's unbeaten routes to this register part? Throws BadInput for what is malformed. */
export function askRoutes(service: Service, args: RoutesArgs): RoutesAnswer {
  const asking = new Asking(service, args.asOf);
  const first = asking.month(args.first, 'first');
  const learner = asking.learner(args.learner, first);
  const { registerPart, criteria, nextBest } = args;
  const constraints = args.constraints ? readConstraints(args.constraints, asking) : undefined;
  if (criteria?.length === 0)
    asking.malformed.tell('EMPTY_LIST', 'criteria', 'no criterion is named: name at least one, or leave the list out.');
  if (constraints?.kilometres !== undefined && learner.home?.latitude === undefined)
    asking.malformed.tell(
      'MISSING_FIELD',
      'learner.home',
      'kilometres are counted from home, whose latitude and longitude are not given: give them, or leave the kilometres out.',
    );
  asking.settle();
  asking.one(registerPart, 'registerPart', 'a register part', service.catalogue.registerParts);
  if (asking.problems.length > 0) return { answer: null, problems: asking.problems };
  const question: RouteQuestion = { ...given({ registerPart, criteria, constraints, nextBest }), learner, first };
  const answer = findRoutes(service.catalogue, question);
  const noRoute = { code: 'NO_ROUTE', field: 'registerPart', message: answer.summary };
  const told = answer.routes.length > 0 || answer.problems.length > 0;
  return { answer, problems: told ? answer.problems : [noRoute] };
}

function readConstraints(input: ConstraintsInput, asking: Asking): Constraints {
  const { malformed, service } = asking;
  const { latest, ...rest } = given(input);
  malformed.within(rest.releaseDays, 'constraints.releaseDays', 0, 7, 'release days a week');
  malformed.within(rest.kilometres, 'constraints.kilometres', 0, 20_000, 'kilometres');
  malformed.within(rest.budget, 'constraints.budget', 0, Number.POSITIVE_INFINITY, 'pounds');
  malformed.within(rest.assumedMark, 'constraints.assumedMark', 0, 100, 'a mark in percent');
  malformed.within(rest.legs, 'constraints.legs', 1, MOST_LEGS, 'a number of legs');
  const month = malformed.month(latest, 'constraints.latest');
  const { institutions, regions } = service.catalogue;
  asking.each(rest.institutions, 'constraints.institutions', 'an institution', institutions);
  asking.each(rest.regions, 'constraints.regions', 'a region', regions);
  return { ...rest, ...(month !== undefined && { latest: month }) };
}
