import type { Problem } from '../../domain/problem.js';
import type { Constraints, Criterion, RouteQuestion } from '../../domain/questions.js';
import { findRoutes } from '../../engines/routes/find.js';
import { routeProfile } from '../../engines/routes/profile.js';
import { routeQuestionProblems } from '../../engines/routes/question-problems.js';
import type { Service } from '../context.js';
import type { ConstraintsInput, RoutesArgs } from '../types/question-input.js';
import type { RoutesAnswer } from '../types/route.js';
import type {
  PartsArgs,
  RouteProfileAnswer,
  RouteProfileArgs,
  RoutesToPartsAnswer,
  RoutesToPartsArgs,
} from '../types/route-profile.js';
import { Asking } from './asking.js';
import { given } from './given.js';

/** More legs than anyone has taken; each one more makes the search longer. */
const MOST_LEGS = 10;

/** Register parts that one question may name. */
const MOST_PARTS = 10;
/** First months that a profile may compare. */
const MOST_STARTS = 60;

/** What are this learner's unbeaten routes to this register part? Throws BadInput for what is malformed. */
export function askRoutes(service: Service, args: RoutesArgs): RoutesAnswer {
  const { question, problems } = routeQuestion(service, args);
  if (problems.length > 0) return { answer: null, problems };
  const answer = findRoutes(service.catalogue, question);
  const noRoute = { code: 'NO_ROUTE', field: 'registerPart', message: answer.summary };
  const told = answer.routes.length > 0 || answer.problems.length > 0;
  return { answer, problems: told ? answer.problems : [noRoute] };
}

/** A question about routes as the engines take one, with what keeps it from making sense. Throws BadInput. */
export function routeQuestion(service: Service, args: RoutesArgs): { question: RouteQuestion; problems: Problem[] } {
  const asking = new Asking(service, args.asOf);
  const { nextBest, registerPart } = args;
  const asked = read(asking, args, args.criteria);
  asking.settle();
  asking.one(registerPart, 'registerPart', 'a register part', service.catalogue.registerParts);
  if (asking.problems.length === 0) asking.problems.push(...routeQuestionProblems(service.catalogue, asked));
  return { question: { ...asked, registerPart, ...given({ nextBest }) }, problems: asking.problems };
}

/** The same asked of several register parts, side by side. Throws BadInput for what is malformed. */
export function askRoutesToParts(service: Service, args: RoutesToPartsArgs): RoutesToPartsAnswer {
  const asking = new Asking(service, args.asOf);
  const asked = read(asking, args, args.criteria);
  if (!settled(asking, asked, args.registerParts)) return { answers: [], problems: asking.problems };
  const answers = args.registerParts.map((registerPart) => findRoutes(service.catalogue, { ...asked, registerPart }));
  return { answers, problems: answers.flatMap(({ problems }, index) => atPart(problems, index)) };
}

/** From which month is it shortest? Throws BadInput for what is malformed. */
export function askRouteProfile(service: Service, args: RouteProfileArgs): RouteProfileAnswer {
  const asking = new Asking(service, args.asOf);
  const asked = read(asking, args, undefined);
  const { months } = given({ months: args.months });
  asking.malformed.within(months, 'months', 1, MOST_STARTS, 'a number of first months');
  if (!settled(asking, asked, args.registerParts)) return { profiles: [], problems: asking.problems };
  const profiles = args.registerParts.map((registerPart) =>
    routeProfile(service.catalogue, { ...asked, registerPart }, months),
  );
  const problems = profiles.flatMap(({ best, summary }, index) =>
    best === null ? atPart([{ code: 'NO_ROUTE', message: summary }], index) : [],
  );
  return { profiles, problems };
}

const atPart = (problems: readonly Problem[], index: number): Problem[] =>
  problems.map((problem) => ({ ...problem, field: `registerParts[${index}]` }));

/** Settles what is malformed; true if all register parts are known, and the question makes sense with the catalogue. */
function settled(asking: Asking, asked: Omit<RouteQuestion, 'registerPart'>, parts: readonly string[]): boolean {
  const { catalogue } = asking.service;
  asking.malformed.within(parts.length, 'registerParts', 1, MOST_PARTS, 'register parts');
  asking.settle();
  asking.each(parts, 'registerParts', 'a register part', catalogue.registerParts);
  if (asking.problems.length === 0) asking.problems.push(...routeQuestionProblems(catalogue, asked));
  return asking.problems.length === 0;
}

/** What questions about routes have in common: the learner, the first month, what can be managed, what counts. */
function read(
  asking: Asking,
  { first: month, learner: input, constraints: limits }: PartsArgs | RoutesArgs,
  criteria: Criterion[] | null | undefined,
): Omit<RouteQuestion, 'registerPart'> {
  const first = asking.month(month, 'first');
  const learner = asking.learner(input, first);
  const constraints = limits ? readConstraints(limits, asking) : undefined;
  if (criteria?.length === 0)
    asking.malformed.tell('EMPTY_LIST', 'criteria', 'no criterion is named: name at least one, or leave the list out.');
  if (constraints?.kilometres !== undefined && learner.home?.latitude === undefined)
    asking.malformed.tell(
      'MISSING_FIELD',
      'learner.home',
      'kilometres are counted from home, whose latitude and longitude are not given: give them, or leave the kilometres out.',
    );
  return { ...given({ criteria, constraints }), learner, first };
}

function readConstraints(input: ConstraintsInput, asking: Asking): Constraints {
  const { malformed, service } = asking;
  const { latest, ...rest } = given(input);
  malformed.within(rest.releaseDays, 'constraints.releaseDays', 0, 7, 'release days a week');
  malformed.within(rest.kilometres, 'constraints.kilometres', 0, 20_000, 'kilometres');
  malformed.within(rest.budget, 'constraints.budget', 0, Number.POSITIVE_INFINITY, 'pounds');
  malformed.within(rest.assumedMark, 'constraints.assumedMark', 0, 100, 'a mark in percent');
  malformed.within(rest.legs, 'constraints.legs', 1, MOST_LEGS, 'a number of legs');
  for (const name of ['modes', 'institutions', 'regions'] as const)
    if (rest[name]?.length === 0)
      malformed.tell(
        'EMPTY_LIST',
        `constraints.${name}`,
        'nothing is named, so nothing is allowed: name at least one, or leave the list out.',
      );
  const month = malformed.month(latest, 'constraints.latest');
  const { institutions, regions } = service.catalogue;
  asking.each(rest.institutions, 'constraints.institutions', 'an institution', institutions);
  asking.each(rest.regions, 'constraints.regions', 'a region', regions);
  return { ...rest, ...(month !== undefined && { latest: month }) };
}
