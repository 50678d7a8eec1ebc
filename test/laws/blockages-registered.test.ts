import { describe, expect, test } from 'vitest';
import type { BlockageQuestion } from '../../src/domain/blockage.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Cohort } from '../../src/domain/funding.js';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { withLevers } from '../../src/engines/blockages/levers/apply.js';
import { LeverPool } from '../../src/engines/blockages/levers/pool.js';
import { profilesOf } from '../../src/engines/blockages/population.js';
import { termsOf } from '../../src/engines/blockages/terms.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { Dice } from '../support/dice.js';
import { blockageCase } from './blockages-cases.js';
import { smallestEnough } from './blockages-oracle.js';
import { routeOracle, TooMany } from './route-oracle.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 700 : 120));
const SEED = Number(process.env.SEED ?? 1);
/** Levers that are left to be tried in every combination. */
const KEPT = 4;
/** Legs the brute force may try for one set of levers before a case is passed over. */
const EFFORT = 6_000;

interface Seen {
  readonly through: boolean;
  readonly cut: boolean;
  readonly sets: readonly string[][];
}

/** Whether a cohort has a route in time, by trying every sequence of legs over what is within its reach (spec 5.1, 6.1). */
function hasRoute(rows: Rows, question: BlockageQuestion, id: string): boolean {
  const cohort = rows.cohorts.find((one) => one.id === id)!;
  const { first, registeredWithin, nominated, modes } = question;
  const near = {
    ...rows,
    deliveries: rows.deliveries.filter((delivery) => isNear(rows, delivery, cohort)),
    support: rows.support.filter(({ regions }) => !regions || regions.includes(cohort.region)),
  };
  const constraints = { latest: first + registeredWithin!, ...(nominated && { nominated }), ...(modes && { modes }) };
  return cohort.seeks
    .filter((part) => question.registerParts.includes(part))
    .some((registerPart) => {
      const asked = { learner: cohort.learner, registerPart, first, constraints, criteria: ['MONTHS' as const] };
      return routeOracle(near, asked, EFFORT).length > 0;
    });
}

function isNear({ programmes, institutions }: Rows, delivery: Rows['deliveries'][number], { region }: Cohort): boolean {
  const institution = programmes.find(({ id }) => id === delivery.programme)?.institution;
  const place = delivery.place ?? institutions.find(({ id }) => id === institution)?.place;
  return delivery.distance === true || (place?.region !== undefined && place.region === region);
}

/** A random region whose people are to be registered within so many months, with few levers left. */
function registeredCase(seed: number): { rows: Rows; question: BlockageQuestion } {
  const { rows, question } = blockageCase(seed);
  const dice = new Dice(seed + 5_000_000);
  const asked = {
    ...question,
    registeredWithin: dice.one([11, 12, 23, 24, 26, 35, 36]),
    searches: 5_000,
    budgets: [dice.whole(1, 3)],
  };
  const all = findBlockages(new Catalogue(rows), { ...asked, searches: 1 }).levers.map(({ id }) => id);
  // What opens doors and recognises awards is kept sooner: it bears on most routes.
  const likely = all.filter((id) => /^(agree:.*@|open|nominate|accept|lift)/.test(id));
  const kept = new Set([...dice.some(likely, 3), ...dice.some(all, KEPT)].slice(0, KEPT));
  return { rows, question: { ...asked, levers: { ...question.levers, remove: all.filter((id) => !kept.has(id)) } } };
}

describe('what opens a route in time is what trying every subset of levers opens it by', () => {
  const seen: Seen[] = [];
  let passedOver = 0;

  test(`${CASES} random regions`, () => {
    for (let seed = SEED; seed < SEED + CASES; seed++) {
      try {
        seen.push(...judged(seed));
      } catch (error) {
        if (!(error instanceof TooMany)) throw error;
        passedOver++;
      }
    }
  });

  test('few cases are too large for brute force', () => expect(passedOver / CASES).toBeLessThan(0.25));

  test.each<[string, number, (one: Seen) => boolean]>([
    ['are registered in time as things are', 0.01, ({ through }) => through],
    ['are freed by one lever', 0.01, ({ sets }) => sets.some(({ length }) => length === 1)],
    ['are freed by two or more together', 0.01, ({ sets }) => sets.some(({ length }) => length > 1)],
    ['are freed by nothing', 0.1, ({ through, sets }) => !through && sets.length === 0],
    ['are told without a cut', 0.5, ({ cut }) => !cut],
  ])('the cases bite: one in so many %s', (_, share, does) => {
    expect(seen.filter(does).length / seen.length).toBeGreaterThan(share);
  });
});

/** The answer of one case held against brute force, cohort by cohort. */
function judged(seed: number): Seen[] {
  const { rows, question } = registeredCase(seed);
  const catalogue = new Catalogue(rows);
  const terms = termsOf(question);
  const profiles = profilesOf(terms, rows.cohorts).filter(({ parts }) => parts.length > 0);
  const pool = new LeverPool(
    catalogue,
    terms,
    question,
    profiles.map((profile) => ({ profile, programmes: ['degree'] })),
  );
  const { cohorts, levers } = findBlockages(catalogue, question);
  return cohorts.map(({ cohort, through, freedBy, cut }) => {
    const what = `seed ${seed} ${cohort}`;
    const enough = (set: readonly string[]): boolean =>
      hasRoute(
        withLevers(
          rows,
          set.map((id) => pool.all.get(id)!),
        ),
        question,
        cohort,
      );
    const ids = levers.map(({ id }) => id);
    const expected = smallestEnough(ids, question.budgets![0]!, enough);
    const isThrough = expected[0]?.length === 0;
    expect(through, what).toBe(isThrough);
    const told = freedBy.map((set) => set.join(' ')).sort();
    const sets = isThrough ? [] : expected;
    // A search that was cut may have missed sets; those that it tells are right all the same.
    if (cut)
      for (const set of told)
        expect(
          sets.map((one) => one.join(' ')),
          what,
        ).toContain(set);
    else expect(told, what).toEqual(sets.map((one) => one.join(' ')).sort());
    return { through, cut, sets };
  });
}
