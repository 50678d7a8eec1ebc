import { describe, expect, test } from 'vitest';
import { monthOf } from '../../src/domain/time.js';
import { ask } from '../../src/engines/routes/ask.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import * as make from '../support/rows.js';
import { byCodeUnit } from './credit-oracle-claims.js';
import { type RouteCase, routeCase, routeCaseAsText } from './route-cases.js';
import { WITHOUT } from './route-cases-without.js';
import { type OracleRoute, routeOracle, TooMany } from './route-oracle.js';

const CASES = process.env.LAWS === 'long' ? 2_000 : 100;
/** Legs the brute force may try before a case is passed over. */
const EFFORT = 20_000;

/** Seeds of cases in which each thing matters: without it the answer is another. */
const MATTERS: Record<string, number[]> = {
  currency: [4, 76, 153],
  span: [3, 167, 192],
  'spent credit': [92, 186, 243],
  marks: [15, 128, 190],
  lodging: [3, 21, 93],
  withdrawal: [4, 8, 59],
  'a change of curriculum': [17, 45, 53],
  'exit awards': [87, 108, 168],
  'what is outstanding': [7, 21, 30],
  'pace by module': [4, 5, 16],
  'running beside others': [3, 17, 33],
  assessment: [3, 8, 12],
  nomination: [15, 17, 19],
  prerequisites: [20, 50, 91],
  loans: [6, 8, 10],
  'the dates of funding': [8, 40, 49],
  'dates of sets': [35, 39, 50],
  'entry rules': [2, 5, 7],
  'experience as credit': [8, 10, 13],
  'growing experience': [10, 13, 15],
  'what is proposed': [40, 87, 101],
};

type Told = Omit<OracleRoute, 'vector'>;

const told = (routes: OracleRoute[]): Told[] =>
  routes.map(({ vector: _, legs, ...route }) => ({
    ...route,
    legs: legs.map((leg) => ({ ...leg, entryStage: leg.claims.length ? leg.entryStage : leg.from })),
  }));

/** The engine's answer in the oracle's words. */
function answered({ rows, question }: RouteCase): Told[] {
  const catalogue = new Catalogue(rows);
  // What stands in the way of every route is another question, and takes many searches.
  if (ask(catalogue, question).searched.found.length === 0) return [];
  const { routes } = findRoutes(catalogue, question);
  return routes.map(({ months, learnerPart, totalFees, releaseDays, creditsStudied, institutions, legs }) => ({
    months,
    learnerPart,
    totalFees,
    releaseDays,
    creditsStudied,
    institutions,
    legs: legs.map(({ start, delivery, fromStage, toStage, options, subjectTo, assessment }) => ({
      start: monthOf(start),
      delivery,
      from: fromStage,
      to: toStage,
      options,
      subjectTo,
      claims: (assessment?.claims ?? []).map(({ id }) => id).sort(byCodeUnit),
      entryStage: assessment?.claims.length ? assessment.entryStage : fromStage,
    })),
  }));
}

/** The expected routes of a case; none where there are too many ways to try. */
function expectedOf({ rows, question }: RouteCase): OracleRoute[] | null {
  try {
    return routeOracle(rows, question, EFFORT);
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

const expectLaw = (one: RouteCase, expected: OracleRoute[]): void =>
  expect(answered(one), routeCaseAsText(one)).toEqual(told(expected));

/** A degree paced by module, of which the last stage is done and the first may be outstanding. */
function outstandingAlone(): RouteCase {
  const first = monthOf('2026-09');
  const stages = ['d1', 'd2'].map((id) => ({ credits: 40, core: [id] }));
  const entryPoints = [make.entryPoint(1), make.entryPoint(2, { outstanding: { credits: 40 } })];
  return {
    seed: 0,
    rows: make.rowsWith({
      institutions: [make.institution('university')],
      registerParts: [make.registerPart('nurse')],
      qualifications: [make.qualification('honours')],
      modules: ['d1', 'd2'].map((id) => make.module(id, { credits: 40, institution: 'university' })),
      programmes: [make.programme('degree', { credits: 80, leadsTo: ['nurse'], stages })],
      deliveries: [make.delivery('degree-a', 'degree', { months: [6, 6], paced: 'module', entryPoints })],
    }),
    question: {
      learner: { modules: [{ module: 'd2', on: '2026-08', programme: 'degree' }] },
      registerPart: 'nurse',
      first,
      constraints: { latest: first + 48 },
    },
  };
}

/** A degree entered only at stage 2, each September, with a module not older than six months that can be studied twice a year. */
function freshOnlyLater(): RouteCase {
  const first = monthOf('2026-09');
  const offers = [{ id: 'b-single', fee: 100, intakes: [1, 9], months: 4, releaseDays: 0 }];
  const currency = { id: 'l-currency', kind: 'currency' as const, months: 6 };
  return {
    seed: 0,
    rows: make.rowsWith({
      institutions: [make.institution('university')],
      registerParts: [make.registerPart('nurse')],
      qualifications: [make.qualification('honours')],
      modules: [
        ...['d1', 'd2'].map((id) => make.module(id, { credits: 40, institution: 'university' })),
        make.module('b', { credits: 40, institution: 'university', offers }),
      ],
      programmes: [
        make.programme('degree', {
          credits: 80,
          leadsTo: ['nurse'],
          stages: ['d1', 'd2'].map((id) => ({ credits: 40, core: [id] })),
        }),
      ],
      deliveries: [
        make.delivery('degree-a', 'degree', { months: [6, 6], entryPoints: [make.entryPoint(2, { months: [9] })] }),
      ],
      mappings: [make.mapping('m', ['b'], ['d1'])],
      policies: [make.policy('p', [currency], { programmes: ['degree'] })],
    }),
    question: { learner: {}, registerPart: 'nurse', first, constraints: { latest: first + 48 } },
  };
}

describe('routes are those that a brute force over all sequences of legs leaves unbeaten', () => {
  const seen: { one: RouteCase; routes: OracleRoute[] }[] = [];

  test(`${CASES} random cases`, () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const one = routeCase(seed);
      const routes = expectedOf(one);
      if (routes) seen.push({ one, routes });
    }
    expect(seen.length).toBeGreaterThan(CASES * 0.95);
    for (const { one, routes } of seen) expectLaw(one, routes);
  }, 3_600_000);

  const legs = ({ routes }: { routes: OracleRoute[] }) => routes.flatMap((route) => route.legs);
  const claims = (case_: { routes: OracleRoute[] }, start: string): boolean =>
    legs(case_).some((leg) => leg.claims.some((id) => id.startsWith(start)));
  const studies = (case_: { routes: OracleRoute[] }, delivery: string): boolean =>
    legs(case_).some((leg) => leg.delivery.startsWith(delivery));
  const programme = (delivery: string): string => delivery.replace(/-[a-z]+$/, '');

  test.each<[string, number, (one: { one: RouteCase; routes: OracleRoute[] }) => boolean]>([
    ['has a route', 0.5, ({ routes }) => routes.length > 0],
    ['has several unbeaten routes', 0.2, ({ routes }) => routes.length > 1],
    ['has a route of two legs or more', 0.33, ({ routes }) => routes.some((route) => route.legs.length > 1)],
    ['has a route of three legs or more', 0.04, ({ routes }) => routes.some((route) => route.legs.length > 2)],
    ['rests on a mapping', 0.2, (one) => claims(one, 'm')],
    ['rests on an agreement', 0.03, (one) => claims(one, 'a')],
    ['rests on identity', 0.02, (one) => claims(one, '=')],
    ['rests on experience', 0.08, (one) => claims(one, 'x')],
    ['takes the evening class', 0.06, (one) => studies(one, 'evening')],
    ['takes the foundation degree', 0.05, (one) => studies(one, 'foundation')],
    ['takes the portfolio', 0.06, (one) => studies(one, 'portfolio')],
    ['takes a module offered singly', 0.02, (one) => legs(one).some((leg) => leg.delivery.endsWith('-single'))],
    ['is subject to a judgement or a declaration', 0.03, (one) => legs(one).some((leg) => leg.subjectTo)],
    ['chooses options', 0.1, (one) => legs(one).some((leg) => leg.options.length > 0)],
    ['joins a later stage', 0.2, (one) => legs(one).some((leg) => leg.from > 1)],
    [
      'comes back to a programme, or changes its delivery',
      0.01,
      ({ routes }) =>
        routes.some((route) => new Set(route.legs.map((leg) => programme(leg.delivery))).size < route.legs.length),
    ],
    [
      'starts two legs in one month',
      0.02,
      ({ routes }) => routes.some((route) => new Set(route.legs.map((leg) => leg.start)).size < route.legs.length),
    ],
  ])('the cases bite: one in so many %s', (_, share, does) => {
    expect(seen.filter(does).length / seen.length).toBeGreaterThan(share);
  });

  test.each(Object.entries(MATTERS))('the law holds where it turns on %s', (thing, seeds) => {
    for (const seed of seeds) {
      const one = routeCase(seed);
      const routes = expectedOf(one)!;
      expect(expectedOf(WITHOUT[thing]!(one)), `seed ${seed} no longer turns on it: find another`).not.toEqual(routes);
      expectLaw(one, routes);
    }
  });

  test.each([
    ['a stage studied under a new curriculum is carried into another delivery', 475],
    ['what was made good alongside one delivery counts in another', 1457],
    ['stepping off after the curriculum has changed, to go on elsewhere', 1483],
    ['what was gained too late to be claimed costs no claim fee', 2998],
    ['which option was studied tells on coming back', 2016],
    ['an option that stands in two stages tells on coming back', 2262],
  ])('the law holds in a case that was once missed: %s', (_, seed) => {
    const one = routeCase(seed);
    expectLaw(one, expectedOf(one)!);
  });

  test('a module studied sooner does not stand for one that is still fresh when it counts', () => {
    const one = freshOnlyLater();
    const [route] = expectedOf(one)!;
    expect(route).toMatchObject({ months: 18, legs: [{ start: monthOf('2027-01') }, { from: 2, to: 2 }] });
    expectLaw(one, [route!]);
  });

  test('what is outstanding takes a month of study at least', () => {
    const one = outstandingAlone();
    const [route] = expectedOf(one)!;
    expect(route).toMatchObject({ months: 6, creditsStudied: 40, legs: [{ from: 1, to: 2 }] });
    expectLaw(one, [route!]);
  });

  test('there is a case for each thing that may matter', () => {
    expect(Object.keys(MATTERS).sort()).toEqual(Object.keys(WITHOUT).sort());
  });
});
