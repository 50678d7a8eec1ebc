import { expect, test } from 'vitest';
import { checkRoutes } from '../../src/checker/routes/check-routes.js';
import type { RouteQuestion } from '../../src/domain/questions.js';
import type { Leg, Route, RouteAnswer } from '../../src/domain/route.js';
import { monthOf, textOf } from '../../src/domain/time.js';
import { routeCase } from '../laws/route-cases.js';
import { Dice } from '../support/dice.js';
import { copy } from './asked.js';
import { another, at, type Path, put } from './forging.js';
import { type AskedRoutes, askRoutes } from './routes-asked.js';

const LONG = process.env.LAWS === 'long';
const FIRST = Number(process.env.SEED ?? 1);

const known = new Map<number, AskedRoutes | null>();

/** Answers with routes to random questions, each asked once. */
function* answers(cases: number): Iterable<AskedRoutes & { seed: number }> {
  for (let seed = FIRST; seed < FIRST + cases; seed += 1) {
    const { rows, question } = routeCase(seed);
    const asked = known.has(seed) ? known.get(seed)! : askRoutes(rows, question);
    known.set(seed, asked);
    if (asked) yield { ...asked, seed };
  }
}

test('what the engine answers is accepted, in random cases', { timeout: 1_200_000 }, () => {
  const seen = { routes: 0, legs: 0, credit: 0, later: 0, lapsed: 0, beside: 0, outstanding: 0 };
  for (const { catalogue, question, answer, seed } of answers(Number(process.env.CASES ?? (LONG ? 1500 : 60)))) {
    // Whether the list is whole is tried elsewhere.
    const { findings, proven } = checkRoutes(catalogue, { question, answer }, 0);
    expect(findings, `SEED=${seed}`).toEqual([]);
    expect(proven.length).toBeGreaterThan(0);
    const legs = answer.routes.flatMap((route) => route.legs);
    seen.routes += answer.routes.length;
    seen.legs += legs.length;
    seen.credit += legs.filter(({ assessment }) => assessment!.claims.length > 0).length;
    seen.later += legs.filter(({ fromStage }) => fromStage > 1).length;
    seen.lapsed += legs.filter(({ assessment }) => assessment!.certificate!.proofs[0]!.progress !== 'STANDS').length;
    seen.beside += legs.filter(({ concurrent }) => concurrent).length;
    seen.outstanding += legs.filter(({ delivery, fromStage }) =>
      catalogue.deliveries
        .get(delivery)!
        .entryPoints.some(({ stage, outstanding }) => stage === fromStage && outstanding),
    ).length;
  }
  for (const [shape, count] of Object.entries(seen))
    if (LONG || shape !== 'lapsed') expect([shape, count > 0]).toEqual([shape, true]);
});

/** What of an answer does not follow from its legs and their certificates, and is taken as it is read. */
const AS_READ =
  /\.(fragility|expires|applyBy|applyByWhy|whyNotEarlier|whyNotEarlierCode|certificate|bands|limitSetsCut)(\.|$)|assessment\.(proof|limitSets|limits\.\d+\.gain|stranded\.(ways|cut))|^(routes\.\d+\.)?notes|^proof$/;

/** Every value at the ends of an answer that follows from its legs. */
function ends(value: unknown, path: Path = []): Path[] {
  if (AS_READ.test(path.join('.'))) return [];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    ends(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

test('what follows from legs cannot be changed: each figure, name, month, sum and sentence', {
  timeout: 600_000,
}, () => {
  const dice = new Dice(FIRST);
  const missed: string[] = [];
  let tried = 0;
  for (const { catalogue, question, answer, seed } of answers(LONG ? 400 : 50))
    for (const path of dice.some(ends(answer), 16)) {
      const forged = copy(answer);
      put(forged, path, another(at(forged, path), dice));
      tried += 1;
      if (checkRoutes(catalogue, { question, answer: forged }).ok) missed.push(`SEED=${seed} ${path.join('.')}`);
    }
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(LONG ? 3000 : 350);
});

type Forgery = (answer: RouteAnswer, dice: Dice) => boolean;
const oneLeg = ({ routes }: RouteAnswer, dice: Dice): Leg | undefined => {
  const legs = routes.flatMap((route) => route.legs);
  return legs.length > 0 ? dice.one(legs) : undefined;
};
const moved = (month: string, by: number): string => textOf(monthOf(month) + by);

/** Changes that keep to themselves as far as they can, each of which makes an answer wrong. */
const FORGERIES: Record<string, Forgery> = {
  'a leg a month earlier': (answer, dice) => {
    const leg = oneLeg(answer, dice);
    if (!leg) return false;
    for (const name of ['start', 'end', 'completes'] as const)
      if (leg[name] !== null) (leg[name] as string) = moved(leg[name], -1);
    return true;
  },
  'a leg a year later': (answer, dice) => {
    const leg = oneLeg(answer, dice);
    if (!leg) return false;
    for (const name of ['start', 'end', 'completes'] as const)
      if (leg[name] !== null) (leg[name] as string) = moved(leg[name], 12);
    return true;
  },
  'a leg left out': ({ routes }, dice) => {
    const route = dice.one(routes);
    if (route.legs.length === 0) return false;
    route.legs.splice(dice.whole(0, route.legs.length - 1), 1);
    return true;
  },
  'a leg taken twice': ({ routes }, dice) => {
    const route = dice.one(routes);
    if (route.legs.length === 0) return false;
    route.legs.push(copy(dice.one(route.legs)));
    return true;
  },
  'a stage further': (answer, dice) => {
    const leg = oneLeg(answer, dice);
    if (leg) leg.toStage += dice.one([1, -1]);
    return leg !== undefined;
  },
  'joined later': (answer, dice) => {
    const leg = oneLeg(answer, dice);
    if (leg) leg.fromStage += dice.one([1, -1]);
    return leg !== undefined;
  },
  'a claim left out': (answer, dice) => {
    const claims = oneLeg(answer, dice)?.assessment?.claims ?? [];
    return claims.splice(0, 1).length > 0;
  },
  'no certificate': (answer, dice) => {
    const leg = oneLeg(answer, dice);
    if (leg?.assessment) leg.assessment.certificate = null;
    return leg !== undefined;
  },
  'the certificate of another leg': ({ routes }) => {
    const legs = routes.flatMap((route) => route.legs);
    const [one] = legs;
    const other = legs.find(({ delivery }) => delivery !== one?.delivery);
    if (!one?.assessment || !other?.assessment) return false;
    one.assessment.certificate = other.assessment.certificate;
    return true;
  },
  'no assessment': (answer, dice) => {
    const leg = oneLeg(answer, dice);
    if (leg) leg.assessment = null;
    return leg !== undefined;
  },
  'a fee': (answer, dice) => {
    const leg = oneLeg(answer, dice);
    if (leg) leg.fee += dice.one([1, -1, 100]);
    return leg !== undefined;
  },
  'a payment': (answer, dice) => {
    const payments = oneLeg(answer, dice)?.payments ?? [];
    if (payments.length > 0) dice.one(payments).amount += 10;
    return payments.length > 0;
  },
  'somebody else pays': (answer, dice) => {
    const payments = oneLeg(answer, dice)?.payments ?? [];
    if (payments.length > 0) dice.one(payments).payer = 'employer-of-somebody';
    return payments.length > 0;
  },
  'an option': (answer, dice) => {
    const leg = oneLeg(answer, dice);
    if (leg) leg.options = leg.options.length > 0 ? leg.options.slice(1) : ['nothing-known'];
    return leg !== undefined;
  },
  'fewer months in all': ({ routes }, dice) => {
    const route = dice.one(routes);
    route.months -= 1;
    route.registered = moved(route.registered, -1);
    return true;
  },
  'a route twice': ({ routes }, dice) => {
    routes.push(copy(dice.one(routes)));
    return true;
  },
  'routes in another order': ({ routes }) => {
    routes.reverse();
    return routes.length > 1;
  },
  'another delivery': (answer, dice) => {
    const leg = oneLeg(answer, dice);
    if (leg) leg.delivery = 'nowhere';
    return leg !== undefined;
  },
};

test('changes of legs, credit, fees and the list of routes are refused, with where', { timeout: 600_000 }, () => {
  const dice = new Dice(FIRST);
  const missed: string[] = [];
  const tried = new Map<string, number>();
  for (const { catalogue, question, answer, seed } of answers(LONG ? 400 : 60))
    for (const [name, forge] of Object.entries(FORGERIES)) {
      const forged = copy(answer);
      if (!forge(forged, dice)) continue;
      tried.set(name, (tried.get(name) ?? 0) + 1);
      const { ok, findings } = checkRoutes(catalogue, { question, answer: forged });
      if (ok || findings.length === 0) missed.push(`SEED=${seed} ${name}`);
    }
  expect(missed).toEqual([]);
  expect([...tried.keys()].sort()).toEqual(Object.keys(FORGERIES).sort());
  expect([...tried.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(500);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'routes'],
  ['no legs', {}],
  ['legs that are none', { legs: [null, 7, 'leg', {}] }],
  [
    'a leg of odd stages',
    { legs: [{ delivery: 'degree-a', start: '2026-09', fromStage: 3, toStage: 1, options: [] }] },
  ],
  ['a leg of an odd month', { legs: [{ delivery: 'degree-a', start: 'soon', fromStage: 1, toStage: 1, options: [] }] }],
])('a route that is %s is refused, not stumbled over', (_, route) => {
  const { catalogue, question, answer } = [...answers(20)][0]!;
  const { ok, findings } = checkRoutes(catalogue, { question, answer: { ...answer, routes: [route as Route] } });
  expect(ok).toBe(false);
  expect(findings.some(({ where }) => where.startsWith('routes[0]'))).toBe(true);
});

test('a route that another beats is refused where it is listed beside it', () => {
  let tried = 0;
  for (const { catalogue, question, answer } of answers(40)) {
    if (answer.routes.length < 2) continue;
    // Asked in months alone, all but the first are beaten.
    const asked: RouteQuestion = { ...question, criteria: ['MONTHS'] };
    const { findings } = checkRoutes(catalogue, { question: asked, answer: { ...answer, criteria: ['MONTHS'] } });
    expect(findings).toContainEqual({ where: 'routes[1]', says: 'routes[0] beats it in what was asked.' });
    tried += 1;
  }
  expect(tried).toBeGreaterThan(3);
});
