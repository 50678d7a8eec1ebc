import type { Rows } from '../../src/domain/catalogue.js';
import type { Id } from '../../src/domain/fact.js';
import type { Criterion, RouteQuestion } from '../../src/domain/questions.js';
import { type Month, validIn } from '../../src/domain/time.js';
import { byCodeUnit } from './credit-oracle-claims.js';
import { legsOf } from './route-oracle-legs.js';
import { entitlement, paid } from './route-oracle-money.js';
import { type PlacedLeg, type Situation, situationAt } from './route-oracle-situation.js';
import { isFullTime, openPoints, type World, worldOf } from './route-oracle-world.js';

export interface OracleLeg {
  start: Month;
  delivery: Id;
  from: number;
  to: number;
  options: Id[];
  subjectTo: boolean;
  claims: string[];
  entryStage: number;
}

/** Money in pounds. */
export interface OracleRoute {
  vector: number[];
  months: number;
  learnerPart: number;
  totalFees: number;
  releaseDays: number;
  creditsStudied: number;
  institutions: number;
  legs: OracleLeg[];
}

/** The search was given up, as there are too many ways to try them all. */
export class TooMany extends Error {}

const DEFAULT: Criterion[] = ['MONTHS', 'LEARNER_PART', 'RELEASE_DAYS'];

/** A route begun: its legs in order of (start, delivery id), and what they cost so far, in pence. */
interface Begun {
  legs: PlacedLeg[];
  learnerPart: number;
  totalFees: number;
  loan: number;
}

/** Months, learner's part, total fees, release days, credits studied, institutions, number of legs: ties go in this order. */
type Measures = number[];

interface Found {
  measures: Measures;
  legs: PlacedLeg[];
}

/** Every unbeaten vector with its least route, months first, by trying every sequence of legs.
 * Throws TooMany where more than `effort` legs would have to be tried. */
export function routeOracle(rows: Rows, question: RouteQuestion, effort = 60_000): OracleRoute[] {
  const world = worldOf(rows, question);
  const criteria = (question.criteria ?? DEFAULT).map((criterion) => MEASURED.indexOf(criterion));
  const found: Found[] = [];
  let tried = 0;
  const begin: Begun = { legs: [], learnerPart: 0, totalFees: 0, loan: entitlement(world) };
  for (let most = 0; most <= world.legs; most++) explore(begin, most);
  return found.sort((a, b) => compareFound(a, b)).map(({ measures, legs }) => told(measures, criteria, legs));

  function explore(begun: Begun, more: number): void {
    const reached = registered(world, begun.legs);
    if (more === 0 || reached === world.first) {
      if (reached !== null) keep(found, criteria, { measures: measuresOf(world, begun, reached), legs: begun.legs });
      return;
    }
    const last = begun.legs.at(-1);
    const until = Math.min(world.latest, reached ?? world.latest);
    for (let month = last?.start ?? world.first; month < until; month++) {
      const earliest = earliestEnd(world, begun.legs, month, more);
      if (earliest > world.latest || isHopeless(found, criteria, atLeast(world, begun, earliest, more))) return;
      let situation: Situation | undefined;
      for (const delivery of world.deliveries) {
        if (last && month === last.start && byCodeUnit(delivery.id, last.delivery.id) <= 0) continue;
        if (!delivery.concurrent && begun.legs.some((leg) => !leg.delivery.concurrent && month < leg.after)) continue;
        if (more === 1 && !isMissing(world, begun.legs, delivery.programme, month)) continue;
        if (openPoints(world, delivery, month).length === 0) continue;
        situation ??= situationAt(world, begun.legs, month);
        for (const leg of legsOf(world, situation, delivery)) {
          if (++tried > effort) throw new TooMany();
          const next = extended(world, begun, leg);
          if (next && (more > 1 || leg.completes !== null)) {
            const end = earliestEnd(world, next.legs, leg.start, more - 1);
            if (end <= world.latest && !isHopeless(found, criteria, atLeast(world, next, end, more - 1)))
              explore(next, more - 1);
          }
        }
      }
    }
  }
}

const MEASURED: Criterion[] = [
  'MONTHS',
  'LEARNER_PART',
  'TOTAL_FEES',
  'RELEASE_DAYS',
  'CREDITS_STUDIED',
  'INSTITUTIONS',
];

/** The route with one more leg, where it may run beside the others and nothing asked is exceeded. */
function extended(world: World, begun: Begun, leg: PlacedLeg): Begun | null {
  const { releaseDays, budget } = world.constraints;
  const beside = begun.legs.filter((other) => other.start < leg.after && leg.start < other.after);
  if (beside.some((other) => !other.delivery.concurrent && !leg.delivery.concurrent)) return null;
  if (
    begun.legs.some(
      (other) => other.delivery === leg.delivery && other.after === leg.start && other.to + 1 === leg.from,
    )
  )
    return null; // Back to back it is one leg, which is tried as such.
  const legs = [...begun.legs, leg];
  const { learnerPart, loan } = paid(world, leg, begun.loan);
  const next = {
    legs,
    loan,
    learnerPart: begun.learnerPart + learnerPart,
    totalFees: begun.totalFees + leg.fee + leg.claimFees,
  };
  if (budget !== undefined && next.learnerPart > Math.round(budget * 100)) return null;
  return releaseDays !== undefined && peakDays(legs) > releaseDays ? null : next;
}

/** Month in which each programme is complete, whose award is held or which a leg completes. */
function completed(world: World, legs: PlacedLeg[]): Map<Id, Month> {
  const months = new Map<Id, Month>();
  for (const { programme } of world.awards) if (programme !== undefined) months.set(programme, world.first);
  for (const { programme, completes } of legs)
    if (completes !== null) months.set(programme.id, Math.min(completes, months.get(programme.id) ?? completes));
  return months;
}

/** Month in which the register is reached, if it is and every leg is over by then; null where it is not. */
function registered(world: World, legs: PlacedLeg[]): Month | null {
  const months = completed(world, legs);
  const reached = world.ways.flatMap((way) => {
    const done = way.programmes.flatMap((id) => months.get(id) ?? []);
    const month = Math.max(...done);
    return done.length === way.programmes.length && validIn(way, month) ? [month] : [];
  });
  const month = Math.min(...reached);
  return reached.length && month <= world.latest && legs.every(({ after }) => after <= month) ? month : null;
}

/** No extension that starts its next leg in this month or later, with so many legs more, is registered earlier. */
function earliestEnd(world: World, legs: PlacedLeg[], month: Month, more: number): Month {
  const months = completed(world, legs);
  const ends = world.ways.map(({ programmes }) => {
    if (programmes.filter((id) => !months.has(id)).length > more) return Number.POSITIVE_INFINITY;
    const again = (id: Id): Month => (more > 0 ? month + leastMonths(world, id) : Number.POSITIVE_INFINITY);
    return Math.max(...programmes.map((id) => Math.min(months.get(id) ?? Number.POSITIVE_INFINITY, again(id))));
  });
  return Math.max(Math.min(...ends), ...legs.map(({ after }) => after));
}

/** A last leg is there to complete what is missing; without that the route is reached as soon without it. */
function isMissing(world: World, legs: PlacedLeg[], programme: Id, month: Month): boolean {
  const months = completed(world, legs);
  return world.ways.some(({ programmes }) =>
    programmes.every((id) => (id === programme ? (months.get(id) ?? month + 1) > month : months.has(id))),
  );
}

const leastMonths = (world: World, programme: Id): number =>
  Math.min(
    ...world.deliveries
      .filter((delivery) => delivery.programme === programme)
      .map(
        ({ paced, months, assessmentMonths }) => (paced === 'module' ? 1 : months.at(-1)!) + (assessmentMonths ?? 0),
      ),
  );

/** The most release days in any month; full-time study outside employment counts 5. */
function peakDays(legs: PlacedLeg[]): number {
  const days = legs.map(({ start }) =>
    legs
      .filter((other) => other.start <= start && start < other.after)
      .reduce((sum, { delivery }) => sum + (isFullTime(delivery) ? 5 : delivery.releaseDays), 0),
  );
  return Math.max(0, ...days);
}

const measuresOf = (world: World, { legs, learnerPart, totalFees }: Begun, end: Month): Measures => [
  end - world.first,
  learnerPart,
  totalFees,
  peakDays(legs),
  legs.reduce((sum, { creditsStudied }) => sum + creditsStudied, 0),
  new Set(legs.map(({ programme }) => programme.institution)).size,
  legs.length,
];

/** What no continuation by so many legs undercuts: every measure only grows. */
const atLeast = (world: World, begun: Begun, earliest: Month, more: number): Measures =>
  measuresOf(world, begun, earliest).map((value, at) => (at === 6 ? value + more : value));

const compareMeasures = (a: Measures, b: Measures): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
};

/** Something found is no worse in any criterion and comes first among equals. */
const isHopeless = (found: Found[], criteria: number[], least: Measures): boolean =>
  found.some(
    ({ measures }) => criteria.every((at) => measures[at]! <= least[at]!) && compareMeasures(measures, least) < 0,
  );

function keep(found: Found[], criteria: number[], route: Found): void {
  const beats = (a: Found, b: Found): boolean =>
    criteria.every((at) => a.measures[at]! <= b.measures[at]!) &&
    (criteria.some((at) => a.measures[at]! < b.measures[at]!) || compareFound(a, b) <= 0);
  if (found.some((other) => beats(other, route))) return;
  found.splice(0, found.length, ...found.filter((other) => !beats(route, other)), route);
}

function compareFound(a: Found, b: Found): number {
  return (
    compareMeasures(a.measures, b.measures) ||
    a.legs.reduce((order, leg, at) => order || compareLegs(leg, b.legs[at]!), 0)
  );
}

const compareLegs = (a: PlacedLeg, b: PlacedLeg): number =>
  a.start - b.start ||
  byCodeUnit(a.delivery.id, b.delivery.id) ||
  a.from - b.from ||
  a.to - b.to ||
  compareLists(a.options, b.options);

function compareLists(a: Id[], b: Id[]): number {
  const at = a.findIndex((id, index) => id !== b[index]);
  return at < 0 ? a.length - b.length : b[at] === undefined ? 1 : byCodeUnit(a[at]!, b[at]);
}

function told(measures: Measures, criteria: number[], legs: PlacedLeg[]): OracleRoute {
  const [months, learnerPart, totalFees, releaseDays, creditsStudied, institutions] = [
    measures[0]!,
    measures[1]! / 100,
    measures[2]! / 100,
    measures[3]!,
    measures[4]!,
    measures[5]!,
  ];
  const all = [months, learnerPart, totalFees, releaseDays, creditsStudied, institutions];
  return {
    vector: criteria.map((at) => all[at]!),
    months,
    learnerPart,
    totalFees,
    releaseDays,
    creditsStudied,
    institutions,
    legs: legs.map(({ start, delivery, from, to, options, subjectTo, claims, entryStage }) => ({
      start,
      delivery: delivery.id,
      from,
      to,
      options,
      subjectTo,
      claims: claims.map(({ id }) => id).sort(byCodeUnit),
      entryStage,
    })),
  };
}
