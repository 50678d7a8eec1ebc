import { expect, test } from 'vitest';
import { bestSets } from '../../src/kernel/best-sets/best-sets.js';
import type { BestSet, ChosenSet, Group, SetsQuestion } from '../../src/kernel/best-sets/types.js';
import { Dice } from '../support/dice.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 6_000 : 600));

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

test(`the first set is found where counting is cut, in ${CASES} random cases`, { timeout: 600_000 }, () => {
  let cut = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const dice = new Dice(seed);
    const question = questionOf(dice);
    const tried = everySubset(question);
    for (const best of bestSets({ ...question, listed: dice.whole(1, 2) })) {
      const { others, ...expected } = byTryingAll(tried, question.measure, best.budget);
      expect(best, `SEED=${seed}`).toMatchObject(expected);
      if (best.others.counted) expect(best.others, `SEED=${seed}`).toEqual(others);
      else expect(best.others.count, `SEED=${seed}`).toBeLessThanOrEqual(others.count);
      if (!best.others.counted) cut++;
    }
  }
  expect(cut).toBeGreaterThan(CASES / 10);
});

test(`where the steps run out nothing is said that is not so, in ${CASES} random cases`, { timeout: 600_000 }, () => {
  let open = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const dice = new Dice(seed);
    const question = questionOf(dice);
    const tried = everySubset(question);
    for (const best of bestSets({ ...question, steps: dice.whole(0, 12) })) {
      const expected = byTryingAll(tried, question.measure, best.budget);
      const own = tried.find(({ items }) => String(items) === String(best.items))!;
      expect([best.freed, best.cost], `SEED=${seed}`).toEqual([own.freed, own.cost]);
      expect(question.measure === 'count' ? best.items.length : best.cost, `SEED=${seed}`).toBeLessThanOrEqual(
        best.budget,
      );
      expect(best.freed, `SEED=${seed}`).toBeLessThanOrEqual(expected.freed);
      expect(best.bound, `SEED=${seed}`).toBeGreaterThanOrEqual(expected.freed);
      if (best.proven) expect(best.freed, `SEED=${seed}`).toBe(expected.freed);
      else open++;
      if (best.first) expect(best.items, `SEED=${seed}`).toEqual(expected.items);
      if (best.others.counted) expect(best.others, `SEED=${seed}`).toEqual(expected.others);
      else if (best.freed === expected.freed)
        expect(best.others.count, `SEED=${seed}`).toBeLessThanOrEqual(expected.others.count);
    }
  }
  expect(open).toBeGreaterThan(CASES / 50);
});

test('forty places of equal worth leave 76,904,684 other choices of eight', () => {
  const costs = Array.from({ length: 40 }, () => 1);
  const groups = costs.map((_, item) => ({ weight: 10, sets: [[item]] }));
  const [best] = bestSets({ costs, groups, budgets: [8], measure: 'count', shown: 1 });
  expect(best).toMatchObject({ items: [0, 1, 2, 3, 4, 5, 6, 7], freed: 80, proven: true, first: true });
  expect(best!.others).toEqual({
    count: 76_904_684,
    counted: true,
    shown: [{ items: [0, 1, 2, 3, 4, 5, 6, 8], cost: 8 }],
  });
});

const some = { costs: [1, 2], groups: [{ weight: 3, sets: [[0, 1]] }], budgets: [1], measure: 'count' as const };

test.each([
  [
    'a cost of nothing',
    { ...some, costs: [1, 0] },
    'item 1 costs 0: give a number above zero with at most two decimals',
  ],
  [
    'a third of a pound',
    { ...some, costs: [1 / 3, 1] },
    'item 0 costs 0.3333333333333333: give a number above zero with at most two decimals',
  ],
  ['a budget under zero', { ...some, budgets: [-1] }, 'a budget is -1: give a whole number of items at or above zero'],
  [
    'half a person',
    { ...some, groups: [{ weight: 0.5, sets: [[0]] }] },
    'group 0 weighs 0.5: give a whole number above zero',
  ],
  [
    'an item that is not there',
    { ...some, groups: [{ weight: 1, sets: [[2]] }] },
    'group 0 asks for an item that is not there: items are numbered from 0 to 1',
  ],
  [
    'leave for what is not there',
    { ...some, allowed: [7] },
    'an item that is not there is allowed: items are numbered from 0 to 1',
  ],
])('a question is refused: %s', (_, question, says) => {
  expect(() => bestSets(question)).toThrow(new RangeError(says));
});
