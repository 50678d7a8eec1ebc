import type { Assessment } from '../../domain/assessment.js';
import { STRENGTHS } from '../../domain/claim.js';
import { poundsText } from '../../domain/money.js';
import type { Route, RouteAnswer } from '../../domain/route.js';
import { textOf } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { bandsOf } from '../credit/bands.js';
import { certificateOf } from '../credit/certificate.js';
import { explain } from '../credit/explain.js';
import { unpublished } from '../credit/rests-on.js';
import { settingOf } from '../credit/setting.js';
import { solve } from '../credit/solve.js';
import { NOT_ASKED } from '../credit/told-gains.js';
import { cheapestWays } from '../credit/ways.js';
import type { Asked } from './ask.js';
import { basesOf, factsOf, strengthsOf } from './explain/facts.js';
import { Fragilities } from './explain/fragility.js';
import { practiceHoursOf } from './explain/practice.js';
import { inBrief } from './explain/summary.js';
import { describeLeg } from './leg-answer.js';
import type { Terms } from './legs.js';
import { DEFAULT_CRITERIA, type Found } from './measures.js';
import { inTheWay } from './obstacles/obstacles.js';
import { relaxations } from './obstacles/relaxations.js';
import { isFullTime, type Plan, type PlannedLeg } from './plan.js';

/** The answer an adviser reads, from what was searched. */
export function answer(asked: Asked): RouteAnswer {
  const { question, searched, terms } = asked;
  const fragilities = new Fragilities(asked);
  const way = searched.found.length ? null : inTheWay(asked);
  const routes = searched.found.map((found) => routeOf(asked, found, fragilities));
  const part = terms.catalogue.registerParts.get(question.registerPart)!;
  return {
    registerPart: part.id,
    registerPartName: part.name,
    first: textOf(question.first),
    criteria: [...(question.criteria ?? DEFAULT_CRITERIA)],
    proof: searched.complete ? 'COMPLETE' : 'BOUNDED',
    routes,
    obstacles: way?.sets ?? [],
    relaxations: routes.length ? [] : relaxations(asked),
    problems: routes.length ? [] : [{ code: 'NO_ROUTE', field: 'registerPart', message: noRoute(asked, part.name) }],
    notes: [
      'Credit is an estimate: the institution decides.',
      ...(searched.complete
        ? []
        : ['The search was given up before its end: there may be routes that are not listed.']),
      ...(way?.notes ?? []),
      ...(fragilities.left === 0
        ? []
        : [`The best route left was not asked for ${fragilities.left} more of the things that routes hang on.`]),
    ],
    summary: routes[0]?.summary ?? noRoute(asked, part.name),
  };
}

function noRoute({ terms, question }: Asked, part: string): string {
  return `No route to ${part} from ${textOf(question.first)} that ends by ${textOf(terms.latest)} within what was asked.`;
}

/**
 * The credit of a leg, solved once more in its own month to keep the proof. What lifting limits would gain is told where
 * credit is asked of one programme.
 */
function explained({ catalogue, constraints: { include }, first }: Terms, leg: PlannedLeg): Assessment {
  const { programme, delivery, start, solution, from } = leg;
  const asked = { programme, delivery, start, include, lodgedFrom: first };
  const setting = settingOf(catalogue, solution.setting.holdings, asked);
  const proven = solve(setting, 'CREDITS', { stage: from, proven: true });
  if (!proven) throw new Error(`${leg.key} has credit that does not reach its stage`);
  const beside = { bands: bandsOf([proven], 'CREDITS'), gains: NOT_ASKED, findWays: cheapestWays };
  return { ...explain(proven, 'CREDITS', beside), certificate: certificateOf([proven], proven) };
}

function routeOf(asked: Asked, { measures, plan, reachedBy }: Found, fragilities: Fragilities): Route {
  const { terms } = asked;
  const { catalogue, first } = terms;
  const [months = 0, learnerPart = 0, totalFees = 0, releaseDays = 0, creditsStudied = 0, institutions = 0] = measures;
  const legs = plan.legs.map((leg, i) => describeLeg(asked, plan, i, explained(terms, leg)));
  const used = plan.legs.flatMap(({ solution }) => solution.used);
  const ranks = used.map(({ strength }) => STRENGTHS.indexOf(strength));
  const part = catalogue.registerParts.get(asked.question.registerPart)!;
  const facts = factsOf(terms, plan);
  const rests = new Map(
    [...unpublished(facts), ...legs.flatMap(({ assessment }) => assessment?.restsOn ?? [])].map((one) => [one.id, one]),
  );
  const practice = plan.legs.flatMap((leg) => practiceHoursOf(leg) ?? []);
  return {
    registerPart: part.id,
    registerPartName: part.name,
    first: textOf(first),
    months,
    registered: textOf(first + months),
    learnerPart: learnerPart / 100,
    totalFees: totalFees / 100,
    releaseDays,
    creditsStudied,
    institutions,
    reachedBy: [...reachedBy],
    legs,
    strength: ranks.length ? STRENGTHS[Math.max(...ranks)]! : null,
    strengths: strengthsOf(plan.legs),
    bases: basesOf(facts),
    restsOn: [...rests.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    practiceHours: practice.length ? practice.reduce((sum, hours) => sum + hours, 0) : null,
    payKept: plan.legs.every(({ delivery }) => !isFullTime(delivery)),
    monthsWithoutPay: monthsWithoutPay(plan.legs),
    fragility: fragilities.of(plan),
    summary: summary(part.name, months, plan, catalogue, learnerPart / 100),
  };
}

/** Months in which some leg is full-time study outside employment. */
const monthsWithoutPay = (legs: readonly PlannedLeg[]): number =>
  legs.filter(({ delivery }) => isFullTime(delivery)).reduce((sum, { start, after }) => sum + after - start, 0);

function summary(part: string, months: number, plan: Plan, catalogue: Catalogue, learnerPart: number): string {
  if (plan.legs.length === 0) return `The register part ${part} is reached already.`;
  return `${months} months to ${part}: ${inBrief(plan, catalogue)}. The learner pays ${poundsText(learnerPart)}.`;
}
