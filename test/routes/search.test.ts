import { expect, test } from 'vitest';
import { country } from '../../bench/routes/country.js';
import { LEARNERS, questionOf } from '../../bench/routes/learners.js';
import { NoBounds } from '../../bench/routes/no-bounds.js';
import { ask } from '../../src/engines/routes/ask.js';
import { compareFound } from '../../src/engines/routes/measures.js';
import { manageable } from '../../src/engines/routes/offers.js';
import { type Searched, search } from '../../src/engines/routes/search.js';
import { Prospects } from '../../src/engines/routes/towards/relevance.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type RouteCase, routeCase } from '../laws/route-cases.js';

const CASES = process.env.LAWS === 'long' ? 100 : 15;

const told = ({ found, complete }: Searched) => ({
  complete,
  routes: [...found].sort(compareFound).map(({ measures, plan }) => [measures, plan.legs.map(({ key }) => key)]),
});

/** A case searched with the exact lower bounds, and again with none. */
function searches({ rows, question }: RouteCase): { bounded: Searched; boundless: Searched } {
  const catalogue = new Catalogue(rows);
  const { terms, searched: bounded } = ask(catalogue, question);
  const { learner, constraints = {}, criteria = ['MONTHS', 'LEARNER_PART', 'RELEASE_DAYS'] } = question;
  const without = (...of: ConstructorParameters<typeof NoBounds>) => new NoBounds(...of);
  const prospects = new Prospects(terms, manageable(catalogue, learner, constraints), constraints.legs ?? 5);
  return { bounded, boundless: search(prospects, criteria, Number.POSITIVE_INFINITY, without) };
}

test('bounds spare work and no route: without them the search finds the same', () => {
  let [spared, routes] = [0, 0];
  for (let seed = 1; seed <= CASES; seed++) {
    const { bounded, boundless } = searches(routeCase(seed));
    if (!bounded.complete || !boundless.complete) continue;
    expect(told(bounded), `seed ${seed}`).toEqual(told(boundless));
    routes += bounded.found.length;
    spared += boundless.tried - bounded.tried;
  }
  expect(routes).toBeGreaterThan(CASES / 2);
  expect(spared).toBeGreaterThan(CASES);
});

test('in a country of 300 stages the search towards each set ends: what helps towards others is kept out of it', () => {
  const catalogue = new Catalogue(country(300));
  const question = questionOf(LEARNERS['foundation degree']!, 'nurse');
  const { searched } = ask(catalogue, { ...question, criteria: ['MONTHS', 'LEARNER_PART', 'RELEASE_DAYS'] });
  expect(searched.complete).toBe(true);
  expect(searched.found.length).toBeGreaterThan(1);
  expect(searched.tried).toBeLessThan(400);
});
