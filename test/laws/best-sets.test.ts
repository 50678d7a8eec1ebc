import { expect, test } from 'vitest';
import { bestSets } from '../../src/kernel/best-sets/best-sets.js';
import type { BestSet, ChosenSet, Group, SetsQuestion } from '../../src/kernel/best-sets/types.js';
import { Dice } from '../support/dice.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 20_000 : 1_500));

/** Up to nine items and nine groups: many of one weight or cost, pairs worthless apart, some that nothing frees. */
function questionOf(dice: Dice): SetsQuestion {
  const count = dice.whole(1, 9);
  const items = Array.from({ length: count }, (_, item) => item);
  const prices = dice.one([[1], [1], [1, 2], [0.5, 1, 2.25], [0.29, 0.57, 1.13, 3]]);
  const sizes = dice.one([[1, 2, 2, 3, 4], [2], [2, 3], [1]]);
  const weights = dice.one([[1], [1, 2, 3], [5, 7, 19, 40]]);
  const measure = dice.one(['count', 'cost'] as const);
  const groups = Array.from(
    { length: dice.whole(0, 9) },
    (): Group => ({
      weight: dice.one(weights),
      sets: Array.from({ length: dice.whole(0, 4) }, () =>
        dice.some(items.slice(dice.chance(0.3) ? count >> 1 : 0), dice.chance(0.02) ? 0 : dice.one(sizes)),
      ),
    }),
  );
  return {
    costs: items.map(() => dice.one(prices)),
    groups,
    ...dice.maybe(0.3, () => ({ allowed: dice.some(items, dice.whole(0, count)) })),
    budgets: measure === 'count' ? dice.some([0, 1, 2, 3, 4, 5, 8, 100], 8) : dice.some([0, 1, 1.5, 2.86, 4, 7, 60], 7),
    measure,
    shown: 3,
  };
}

interface Tried extends ChosenSet {
  readonly freed: number;
  readonly least: boolean;
}

/** Every subset of what is allowed, in the order of ties. */
function everySubset({ costs, groups, allowed }: SetsQuestion): Tried[] {
  const freedBy = (bits: number): number =>
    groups.reduce(
      (sum, { weight, sets }) => sum + (sets.some((set) => set.every((item) => bits & (1 << item))) ? weight : 0),
      0,
    );
  const usable = allowed ? allowed.reduce((bits, item) => bits | (1 << item), 0) : (1 << costs.length) - 1;
  const freed = Array.from({ length: 1 << costs.length }, (_, bits) => freedBy(bits));
  return freed
    .flatMap((weight, bits) => {
      if (bits & ~usable) return [];
      const items = costs.map((_, item) => item).filter((item) => bits & (1 << item));
      const cost = Math.round(items.reduce((sum, item) => sum + 100 * costs[item]!, 0)) / 100;
      return [{ items, cost, freed: weight, least: items.every((item) => freed[bits & ~(1 << item)]! < weight) }];
    })
    .sort((a, b) => a.cost - b.cost || a.items.length - b.items.length || (String(a.items) < String(b.items) ? -1 : 1));
}

function byTryingAll(tried: readonly Tried[], measure: SetsQuestion['measure'], budget: number): BestSet {
  const within = tried.filter(({ items, cost }) => (measure === 'count' ? items.length : cost) <= budget);
  const freed = Math.max(...within.map((set) => set.freed));
  const best = within.filter((set) => set.freed === freed);
  const [{ items, cost }] = best as [Tried];
  const others = best.filter((set) => set.least && set.items !== items);
  return {
    budget,
    items,
    cost,
    freed,
    bound: freed,
    proven: true,
    first: true,
    others: {
      count: others.length,
      counted: true,
      shown: others.slice(0, 3).map((set) => ({ items: set.items, cost: set.cost })),
    },
  };
}

test(`the best sets of few items are those that trying every subset finds, in ${CASES} random cases`, {
  timeout: 600_000,
}, () => {
  let [many, apart] = [0, 0];
  for (let seed = 1; seed <= CASES; seed++) {
    const question = questionOf(new Dice(seed));
    const tried = everySubset(question);
    const expected = question.budgets.map((budget) => byTryingAll(tried, question.measure, budget));
    expect(bestSets(question), `SEED=${seed}`).toEqual(expected);
    if (expected.some(({ others }) => others.count > 0)) many++;
    if (expected.some(({ items }) => items.length > 1)) apart++;
  }
  expect(Math.min(many, apart)).toBeGreaterThan(CASES / 4);
});
