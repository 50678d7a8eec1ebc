import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestBinary } from '../../src/kernel/best-binary.js';
import { bestInOrder } from '../../src/kernel/best-in-order.js';
import { BinaryModel } from '../../src/kernel/binary-model.js';
import { boundBy } from '../../src/kernel/bound.js';
import { Compact } from '../../src/kernel/compact.js';
import { type Part, weigh } from '../../src/kernel/lexicographic.js';
import type { Tree } from '../../src/kernel/proof.js';

const whole = fc.integer({ min: -5, max: 9 });
const problem = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    rows: fc.array(fc.tuple(fc.array(whole, { minLength: n, maxLength: n }), fc.integer({ min: -6, max: 15 })), {
      maxLength: 6,
    }),
    objectives: fc.array(fc.array(whole, { minLength: n, maxLength: n }), { minLength: 2, maxLength: 4 }),
  }),
);

const modelOf = (n: number, rows: [number[], number][]): BinaryModel => {
  const model = new BinaryModel();
  for (let j = 0; j < n; j++) model.variable(`x${j}`);
  for (const [coefficients, most] of rows)
    model.atMost(
      'row',
      coefficients.map((c, j) => [j, c] as const),
      most,
    );
  return model;
};

const everyAssignment = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, mask) => Array.from({ length: n }, (_, j) => (mask >> j) & 1));

const worth = (objective: ArrayLike<number>, values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value, j) => sum + value * (objective[j] ?? 0), 0);

const part = (gains: number[]): Part => ({
  gains,
  least: gains.reduce((sum, gain) => sum + Math.min(0, gain), 0),
  most: gains.reduce((sum, gain) => sum + Math.max(0, gain), 0),
});

test('the best assignment is the best of all, in order of the objectives and then of the list', () => {
  fc.assert(
    fc.property(problem, ({ n, rows, objectives }) => {
      const model = modelOf(n, rows);
      const counted = [...objectives, new Array<number>(n).fill(-1)];
      const allowed = everyAssignment(n)
        .filter((values) => model.allows(values))
        .sort((a, b) => {
          for (const objective of counted) {
            const difference = worth(objective, b) - worth(objective, a);
            if (difference) return difference;
          }
          const at = a.findIndex((x, j) => x !== b[j]);
          return at < 0 ? 0 : b[at]! - a[at]!;
        });
      const best = bestInOrder(
        model,
        weigh(n, counted.slice(0, 2).map(part)),
        counted.slice(2),
        Array.from({ length: n }, (_, j) => j),
        { left: 1e6 },
      );
      expect(best.values ? [...best.values] : null).toEqual(allowed[0] ?? null);
      expect(best.decided).toBe(allowed.length > 0);
      expect(best.bound).toBe(best.worth);
    }),
    { numRuns: 5000 },
  );
});

test('a worth is rounded down to the greatest that the gains can add up to, part by part', () => {
  fc.assert(
    fc.property(
      problem,
      fc.integer({ min: -200, max: 20_000 }).map((quarters) => quarters / 4),
      ({ n, objectives }, bound) => {
        const { objective, roundDown, sums } = weigh(n, objectives.map(part));
        for (const values of everyAssignment(n)) {
          const own = worth(objective, values);
          if (own <= bound) expect(roundDown(bound)).toBeGreaterThanOrEqual(own);
          expect(roundDown(own)).toBe(own);
          expect(sums(own)).toEqual(objectives.map((gains) => worth(gains, values)));
        }
        expect(roundDown(bound)).toBeLessThanOrEqual(bound);
      },
    ),
    { numRuns: 300 },
  );
});

/** The assignments that a leaf speaks of, each with that leaf. */
function* leavesOf(tree: Tree, fixed: Map<number, number>): Generator<[Tree, Map<number, number>]> {
  const here = new Map([...fixed, ...tree.implied.map(([variable, value]) => [variable, value] as const)]);
  if (!('on' in tree)) yield [tree, here];
  else
    for (const value of [0, 1])
      yield* leavesOf(value ? tree.one : tree.zero, new Map([...here, [tree.on, value] as const]));
}

test('every allowed assignment lies in a leaf whose prices bound it, however few the steps', () => {
  fc.assert(
    fc.property(problem, fc.integer({ min: 0, max: 40 }), ({ n, rows, objectives }, left) => {
      const model = modelOf(n, rows);
      const weighed = weigh(n, objectives.map(part));
      const compact = new Compact(n, model.rows);
      const cut = bestBinary(compact, model.turns, weighed, { left });
      const allowed = everyAssignment(n).filter((values) => model.allows(values));
      const leaves = [...leavesOf(cut.tree, new Map())];
      for (const values of allowed) {
        const own = leaves.filter(([, fixed]) => [...fixed].every(([j, value]) => values[j] === value));
        expect(own).toHaveLength(1);
        const [leaf] = own[0]!;
        if ('on' in leaf) throw new Error('not a leaf');
        expect(leaf.refutes).toBe(false);
        expect(worth(weighed.objective, values)).toBeLessThanOrEqual(cut.bound);
      }
      for (const [leaf, fixed] of leaves) {
        if ('on' in leaf) throw new Error('not a leaf');
        const low = Uint8Array.from({ length: n }, (_, j) => fixed.get(j) ?? 0);
        const high = Uint8Array.from({ length: n }, (_, j) => fixed.get(j) ?? 1);
        const bound = boundBy(compact, leaf.refutes ? null : weighed.objective, leaf.prices, low, high);
        if (leaf.refutes) expect(bound).toBeLessThan(0);
        else expect(weighed.roundDown(bound)).toBeLessThanOrEqual(cut.bound);
      }
      const best = Math.max(Number.NEGATIVE_INFINITY, ...allowed.map((values) => worth(weighed.objective, values)));
      expect(cut.bound).toBeGreaterThanOrEqual(best);
      expect(cut.worth).toBeLessThanOrEqual(best);
      if (cut.values) expect(model.allows(cut.values)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
