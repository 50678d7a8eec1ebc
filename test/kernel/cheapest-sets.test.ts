import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheapestSets } from '../../src/kernel/cheapest-sets.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Every set of places, by counting in binary. */
const allSets = (length: number, most: number): number[][] =>
  Array.from({ length: 2 ** length - 1 }, (_, i) =>
    [...Array(length).keys()].filter((place) => (i + 1) & (1 << place)),
  ).filter((places) => places.length <= most);

test('every set comes once, and none before a cheaper one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (numbers, most) => {
      const costs = numbers.sort((a, b) => a - b);
      const found = [...cheapestSets(costs, most)];
      expect(found.map(({ places }) => places.join()).sort()).toEqual(
        allSets(costs.length, most)
          .map((places) => places.join())
          .sort(),
      );
      for (const { places, cost } of found) expect(cost).toBe(sum(places.map((place) => costs[place]!)));
      const order = found.map(({ cost }) => cost);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }),
  );
});

test('of sets that cost the same, what is held in another comes before it', () => {
  const order = [...cheapestSets([0, 0, 5], 3)].map(({ places }) => places.join(''));
  expect(order.indexOf('1')).toBeLessThan(order.indexOf('01'));
  expect(order.indexOf('2')).toBeLessThan(order.indexOf('012'));
  expect([...cheapestSets([], 3)]).toEqual([]);
});
