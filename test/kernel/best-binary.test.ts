import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestBinary, bestInOrder } from '../../src/kernel/best-binary.js';
import { BinaryModel } from '../../src/kernel/binary-model.js';

const whole = fc.integer({ min: -5, max: 9 });
const problem = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    rows: fc.array(fc.tuple(fc.array(whole, { minLength: n, maxLength: n }), fc.integer({ min: -6, max: 15 })), {
      maxLength: 6,
    }),
    objectives: fc.array(fc.array(whole, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 3 }),
  }),
);

const modelOf = (n: number, rows: [number[], number][]): BinaryModel => {
  const model = new BinaryModel();
  for (let j = 0; j < n; j++) model.variable();
  for (const [coefficients, most] of rows)
    model.atMost(
      coefficients.map((c, j) => [j, c] as const),
      most,
    );
  return model;
};

const everyAssignment = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, mask) => Array.from({ length: n }, (_, j) => (mask >> j) & 1));

const worth = (objective: number[], values: ArrayLike<number>): number =>
  objective.reduce((sum, gain, j) => sum + gain * values[j]!, 0);

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
          return a.findIndex((x, j) => x !== b[j]) < 0 ? 0 : b[a.findIndex((x, j) => x !== b[j])]! ? 1 : -1;
        });
      const best = bestInOrder(
        model,
        counted,
        Array.from({ length: n }, (_, j) => j),
        { left: 1e6 },
      );
      expect(best.values ? [...best.values] : null).toEqual(allowed[0] ?? null);
      expect(best.proven).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('a search cut short says how much may be missing, never more than is true', () => {
  fc.assert(
    fc.property(problem, fc.integer({ min: 0, max: 6 }), ({ n, rows, objectives }, left) => {
      const model = modelOf(n, rows);
      const cut = bestBinary(model, objectives[0]!, { left });
      const full = bestBinary(model, objectives[0]!, { left: 1e6 });
      expect(cut.bound).toBeGreaterThanOrEqual(full.value);
      expect(cut.value).toBeLessThanOrEqual(full.value);
      if (cut.proven) expect(cut.value).toBe(full.value);
    }),
    { numRuns: 1000 },
  );
});
