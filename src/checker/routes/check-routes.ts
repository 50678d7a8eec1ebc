import type { RouteQuestion } from '../../domain/questions.js';
import type { Route, RouteAnswer } from '../../domain/route.js';
import { textOf } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { Checked } from '../check.js';
import { differences } from '../differences.js';
import type { Finding } from '../finding.js';
import { type Explored, explore } from './complete/explore.js';
import { compareMeasured, covers, type Measured, measured, reachedBy } from './measures.js';
import { paidBy } from './paid.js';
import { retoldLeg } from './retold-leg.js';
import { retoldRoute } from './retold-route.js';
import { peakDays, type Taken } from './taken.js';
import { type Terms, termsOf } from './terms.js';
import { type Walked, walk } from './walk.js';

/** A question with the answer that lists its routes, as it was saved. */
export interface SavedRoutes {
  question: RouteQuestion;
  answer: RouteAnswer;
}

/** Places that are tried to see whether the list is whole: some seconds' work. */
const MOST_PLACES = 20_000;

/**
 * Whether a saved answer about routes is right (spec 5.3), leg by leg: each can start then, at that stage, with what is
 * held then; its credit is the best for it; all months, sums and payments follow; the register is reached; no route
 * that is listed beats another; and, as far as `most` places to try reach, none is missing. Throws a RangeError for a
 * question about what the catalogue does not hold.
 */
export function checkRoutes(
  catalogue: Catalogue,
  { question, answer }: SavedRoutes,
  most: number = MOST_PLACES,
): Checked {
  const terms = termsOf(catalogue, question);
  const listed: unknown[] = Array.isArray(answer.routes) ? answer.routes : [];
  const judged = listed.map((route, index) => judgeRoute(terms, route, `routes[${index}]`));
  const findings = [
    ...answerFindings(terms, answer),
    ...judged.flatMap((one) => one.findings),
    ...orderFindings(terms, judged),
  ];
  if (findings.length > 0) return wrong(findings);
  const routes = judged.flatMap(({ measured: one }) => one ?? []);
  const explored = answer.proof === 'COMPLETE' ? explore(terms, routes, most) : null;
  if (explored && explored.findings.length > 0) return wrong(explored.findings);
  const unproven = new Set(judged.flatMap(({ walked }) => walked.unproven));
  return {
    ok: true,
    findings,
    proven: proven(terms, answer, explored),
    notProven: [...unproven, ...notProven(answer, explored)],
  };
}

const wrong = (findings: Finding[]): Checked => ({ ok: false, findings, proven: [], notProven: [] });

interface JudgedRoute {
  readonly walked: Walked;
  readonly findings: Finding[];
  /** Null where some leg could not be taken, or the register is not reached. */
  readonly measured: Measured | null;
}

function judgeRoute(terms: Terms, read: unknown, where: string): JudgedRoute {
  const { legs } = (typeof read === 'object' && read !== null ? read : {}) as Partial<Route>;
  const given = Array.isArray(legs) ? legs : [];
  const walked = walk(terms, given, where);
  const findings = [...walked.findings];
  if (!Array.isArray(legs)) findings.push({ where, says: 'this is no route: it has no list of legs.' });
  if (!Array.isArray(legs) || walked.legs.length < given.length) return { walked, findings, measured: null };
  const route = read as Route;
  findings.push(...exceeded(terms, walked.legs).map((says) => ({ where, says })));
  const payments = paidBy(terms, walked.legs);
  for (const [index, leg] of walked.legs.entries()) {
    const should = retoldLeg(terms, leg, payments[index]!, given[index]!);
    findings.push(...differences(given[index], should, `${where}.legs[${index}]`));
  }
  const reached = reachedBy(terms, walked.legs);
  if (!reached) {
    findings.push({ where: `${where}.reachedBy`, says: `these legs do not reach ${terms.part.name}.` });
    return { walked, findings, measured: null };
  }
  const sums = measured(terms, walked.legs, reached.month);
  if (findings.length === 0) findings.push(...differences(route, retoldRoute(terms, sums, reached.by, route), where));
  return { walked, findings, measured: sums };
}

/** What of the asker's constraints a route as a whole exceeds. */
function exceeded(terms: Terms, legs: readonly Taken[]): string[] {
  const { releaseDays, budget } = terms.constraints;
  const days = peakDays(legs);
  const { LEARNER_PART: pence } = measured(terms, legs, terms.first).sums;
  return [
    ...(legs.length > terms.legs ? [`it has ${legs.length} legs, and at most ${terms.legs} were asked.`] : []),
    ...(releaseDays !== undefined && days > releaseDays
      ? [`its legs take ${days} release days a week together, and ${releaseDays} are allowed.`]
      : []),
    ...(budget !== undefined && pence > Math.round(budget * 100)
      ? [`the learner pays £${pence / 100}, and £${budget} is the budget.`]
      : []),
  ];
}

/** Routes come in the order of ties, and none is as good as another in all that counts. */
function orderFindings(terms: Terms, judged: readonly JudgedRoute[]): Finding[] {
  return judged.flatMap(({ measured: one }, index) =>
    judged.slice(0, index).flatMap(({ measured: other }, before): Finding[] => {
      if (!one || !other) return [];
      const where = `routes[${index}]`;
      if (compareMeasured(other, one) >= 0)
        return [{ where, says: `it comes before routes[${before}], or is the same.` }];
      if (covers(terms, other, one)) return [{ where, says: `routes[${before}] beats it in what was asked.` }];
      return covers(terms, one, other)
        ? [{ where: `routes[${before}]`, says: `routes[${index}] beats it in what was asked.` }]
        : [];
    }),
  );
}

const ESTIMATE = 'Credit is an estimate: the institution decides.';
const GIVEN_UP = 'The search was given up before its end: there may be routes that are not listed.';

/** The answer answers what was asked, and says of its routes what they are. */
function answerFindings({ part, first, latest, criteria }: Terms, answer: RouteAnswer): Finding[] {
  const [shortest] = Array.isArray(answer.routes) ? answer.routes : [];
  const none = `No route to ${part.name} from ${textOf(first)} that ends by ${textOf(latest)} within what was asked.`;
  const notes = [ESTIMATE, ...(answer.proof === 'BOUNDED' ? [GIVEN_UP] : [])];
  // How many things were not asked again, of what routes hang on or what is in the way, only who asked knows.
  const more = Array.isArray(answer.notes) ? answer.notes.slice(notes.length) : [];
  const should: RouteAnswer = {
    registerPart: part.id,
    registerPartName: part.name,
    first: textOf(first),
    criteria: [...criteria],
    proof: answer.proof === 'BOUNDED' ? 'BOUNDED' : 'COMPLETE',
    routes: Array.isArray(answer.routes) ? answer.routes : [],
    obstacles: shortest ? [] : answer.obstacles,
    relaxations: shortest ? [] : answer.relaxations,
    problems: shortest ? [] : [{ code: 'NO_ROUTE', field: 'registerPart', message: none }],
    notes: [...notes, ...more],
    summary: shortest ? (shortest.summary ?? '') : none,
  };
  return differences(answer, should, '');
}

function proven({ part }: Terms, { routes }: RouteAnswer, explored: Explored | null): string[] {
  const legs = routes.reduce((sum, route) => sum + route.legs.length, 0);
  const whole = explored?.complete
    ? [
        `${routes.length > 0 ? 'There is no other' : 'There is none'}: each place that could still lead to ${routes.length > 0 ? 'a route unbeaten by these' : part.name} was tried, ${explored.tried} in all, with every set of claims that could open it; a leg that helps nothing only costs.`,
      ]
    : [];
  if (routes.length === 0) return whole;
  return [
    `Each of the ${legs} legs can start in its month at its stage with what is held then, and reaches ${part.name} with the others of its route.`,
    'The credit that each leg rests on stands, keeps every limit, and no claims that make its stage open give more: certificates prove it, in exact fractions.',
    'Every month, fee, payment, sum and fact that is told of legs and routes follows from that.',
    'None of the routes listed beats another.',
    ...whole,
  ];
}

function notProven({ routes, obstacles }: RouteAnswer, explored: Explored | null): string[] {
  const missing = routes.length > 0 ? 'That no other route is unbeaten' : 'That there is no route';
  return [
    ...(explored?.complete ? [] : [`${missing}: ${shortOf(explored)}.`]),
    ...(routes.length > 0
      ? [
          'That of several best sets of claims a leg has the first, and what its bands of strength are: that was tested, not proven.',
          'Why a leg does not start earlier, what expires while it runs and until when to apply, beyond the months of intakes.',
          'What a route hangs on, and what is left without it.',
        ]
      : []),
    ...(obstacles.length > 0 ? ['What stands in the way: each was asked again without, not proven.'] : []),
  ];
}

/** How far the trying of all places came. */
function shortOf(explored: Explored | null): string {
  if (!explored) return 'the search was given up, and says so';
  if (explored.onTrust === 0) return `it was given up after ${explored.tried} places that could lead to one`;
  return `of ${explored.tried} places that were tried ${explored.onTrust} have too many sets of claims or of options to try them all`;
}
