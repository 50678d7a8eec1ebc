import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/catalogue.js';
import { applyChanges } from '../../src/domain/changes.js';
import type { RouteQuestion } from '../../src/domain/questions.js';
import type { Leg } from '../../src/domain/route.js';
import { monthOf, textOf } from '../../src/domain/time.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { routeProfile } from '../../src/engines/routes/profile.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type RouteCase, routeCase, routeCaseAsText } from './route-cases.js';
import { type OracleRoute, routeOracle, TooMany } from './route-oracle.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 20 : 5));
/** Legs the brute force may try before a case is passed over. */
const EFFORT = 2_000;

const oracle = (rows: RouteCase['rows'], question: RouteQuestion): OracleRoute[] | null => {
  try {
    return routeOracle(rows, question, EFFORT);
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
};

const changed = (rows: RouteCase['rows'], changes: Change[]): RouteCase['rows'] => {
  const laid = applyChanges(rows, changes);
  expect(laid.problems).toEqual([]);
  return laid.rows;
};

/** A random case of which months and the learner's part count. */
const caseOf = (seed: number): RouteCase => {
  const one = routeCase(seed);
  return { ...one, question: { ...one.question, criteria: ['MONTHS', 'LEARNER_PART'] } };
};

const steps = (legs: readonly Leg[]): string =>
  legs.map(({ delivery, start, fromStage, toStage }) => `${delivery}@${start}:${fromStage}-${toStage}`).join(' ');

const oracleSteps = ({ legs }: OracleRoute): string =>
  legs.map(({ delivery, start, from, to }) => `${delivery}@${textOf(start)}:${from}-${to}`).join(' ');

test(`what a route hangs on, and the best route left, in ${CASES} random cases`, () => {
  let hanging = 0;
  let left = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const { rows, question } = caseOf(seed);
    const { routes } = findRoutes(new Catalogue(rows), { ...question, nextBest: true });
    const [shortest] = routes;
    for (const { kind, changes, next, nextProof, leg } of shortest?.fragility ?? []) {
      if (kind === 'held-module') continue;
      hanging += 1;
      const without = changed(rows, changes);
      const routesLeft = oracle(without, question);
      if (!routesLeft) continue;
      const told = `${routeCaseAsText({ seed, rows, question })}\n${JSON.stringify(changes)}`;
      expect(leg, told).toBeLessThanOrEqual(shortest!.legs.length);
      expect(routesLeft.map(oracleSteps), told).not.toContain(steps(shortest!.legs));
      if (nextProof === null) continue;
      left += 1;
      const [first] = routesLeft;
      expect(next && [next.months, next.learnerPart], told).toEqual(first ? [first.months, first.learnerPart] : null);
    }
  }
  expect(hanging).toBeGreaterThan(CASES);
  expect(left).toBeGreaterThan(CASES / 2);
}, 3_600_000);

test(`what a route does not hang on can go, and there is a route still, in ${CASES} random cases`, () => {
  let gone = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const { rows, question } = caseOf(seed);
    const [shortest] = findRoutes(new Catalogue(rows), question).routes;
    if (!shortest) continue;
    const hangs = new Set(shortest.fragility.map(({ kind, id }) => `${kind} ${id}`));
    const used = new Set(
      shortest.legs.flatMap((leg) => leg.assessment?.claims.flatMap((claim) => claim.rows) ?? []).map(({ id }) => id),
    );
    for (const { id } of rows.mappings.filter((row) => used.has(row.id) && !hangs.has(`mapping ${row.id}`))) {
      const routesLeft = oracle(changed(rows, [{ op: 'remove', kind: 'mappings', id }]), question);
      if (!routesLeft) continue;
      gone += 1;
      // Study may take longer without it: what a route hangs on is what some leg cannot start without.
      expect(routesLeft, `seed ${seed}, without ${id}`).not.toEqual([]);
    }
  }
  expect(gone).toBeGreaterThan(0);
}, 3_600_000);

test(`the shortest route from each of eight first months is the brute force's, in ${CASES} random cases`, () => {
  let saved = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const { rows, question } = caseOf(seed);
    const profile = routeProfile(new Catalogue(rows), question, 8);
    for (const { first, months } of profile.rows) {
      const expected = oracle(rows, { ...question, first: monthOf(first), criteria: ['MONTHS'] });
      if (expected) expect(months, `seed ${seed}, ${first}`).toBe(expected[0]?.months ?? null);
    }
    const reached = profile.rows.flatMap(({ months }) => months ?? []);
    const best = profile.rows.find(({ first }) => first === profile.best);
    if (reached.length > 0) expect(best?.months).toBe(Math.min(...reached));
    saved += 8 - profile.searches;
  }
  expect(saved).toBeGreaterThan(CASES);
}, 3_600_000);

test('why a leg does not start earlier: with its earlier intakes alone, and what is held, it could not', () => {
  const codes = new Map<string, number>();
  for (let seed = 1; seed <= CASES * 2; seed++) {
    const { rows, question } = caseOf(seed);
    for (const { legs } of findRoutes(new Catalogue(rows), question).routes)
      for (const leg of legs) {
        codes.set(leg.whyNotEarlierCode, (codes.get(leg.whyNotEarlierCode) ?? 0) + 1);
        if (leg.whyNotEarlierCode === 'FIRST_MONTH') expect(leg.start).toBe(textOf(question.first));
        if (leg.earlierIntake === null) expect(['FIRST_MONTH', 'INTAKE']).toContain(leg.whyNotEarlierCode);
        else expect(leg.earlierIntake < leg.start).toBe(true);
        if (leg.applyBy !== null) expect(leg.applyByWhy).toMatch(/\.$/);
      }
  }
  for (const code of ['FIRST_MONTH', 'INTAKE', 'STUDY', 'ENTRY', 'CHOICE'])
    expect(codes.get(code), code).toBeGreaterThan(0);
});

test(`each smallest set of constraints in the way opens the route told, and no part of it does, in ${CASES * 2} random cases`, () => {
  let sets = 0;
  for (let seed = 1; seed <= CASES * 2; seed++) {
    const { rows, question } = caseOf(seed);
    const narrowed = narrow(question, seed);
    const { obstacles } = findRoutes(new Catalogue(rows), narrowed);
    for (const { obstacles: together, opensMonths } of obstacles) {
      if (together.some(({ kind }) => kind !== 'constraint')) continue;
      const ids = together.map(({ id }) => id);
      const open = oracle(rows, without(narrowed, ids));
      if (!open) continue;
      sets += 1;
      expect(opensMonths, `seed ${seed}, ${ids}`).toBe(open[0]?.months);
      for (const id of ids)
        expect(
          oracle(
            rows,
            without(
              narrowed,
              ids.filter((other) => other !== id),
            ),
          ) ?? [],
          `seed ${seed}, ${ids} but ${id}`,
        ).toEqual([]);
    }
  }
  expect(sets).toBeGreaterThan(CASES / 10);
}, 3_600_000);

/** A question that allows little. */
const narrow = (question: RouteQuestion, seed: number): RouteQuestion => ({
  ...question,
  constraints: {
    ...question.constraints,
    legs: 2,
    ...(seed % 2 ? { releaseDays: 0 } : {}),
    ...(seed % 3 ? { budget: 100 } : {}),
    ...(seed % 5 ? {} : { institutions: ['college'] }),
  },
});

/** A question without some of its constraints, by the ids of the obstacles that they are. */
function without(question: RouteQuestion, ids: readonly string[]): RouteQuestion {
  const names = ids.map((id) => id.replace('constraint:', ''));
  const kept = Object.entries(question.constraints ?? {}).filter(([name]) => !names.includes(name));
  const modes = (['full-time', 'part-time'] as const).flatMap((pace) =>
    (['none', 'apprenticeship', 'beside'] as const).map((employment) => ({ pace, employment })),
  );
  return {
    ...question,
    constraints: {
      ...Object.fromEntries(kept),
      ...(names.includes('modes') ? { modes } : {}),
      ...(names.includes('nominated') ? { nominated: true } : {}),
      ...(names.includes('include') ? { include: 'PROPOSED' as const } : {}),
      // With something out of the way, routes of up to three legs are looked for.
      legs: names.includes('legs') ? 3 : 2,
    },
  };
}
