import type { BinaryModel, Row } from './binary-model.js';
import { Relaxation } from './relaxation.js';

/** A budget of steps (pivots and nodes), shared by the searches of one answer. */
export interface Steps {
  left: number;
}

export interface Best {
  /** The best assignment found; null if none is allowed (or none was found in time). */
  readonly values: Uint8Array | null;
  /** Nothing better exists; proven only if `proven`. */
  readonly value: number;
  /** No assignment is worth more than this. */
  readonly bound: number;
  readonly proven: boolean;
}

/**
 * The 0/1 assignment of greatest worth, by branch and bound on the linear relaxation. Every cut is an exact proof
 * (weak duality with prices on a grain), so rounding errors can cost time but never the optimum.
 * `objective` holds whole numbers. `known`, if given, is an allowed assignment to start from.
 */
export function bestBinary(model: BinaryModel, objective: readonly number[], steps: Steps, known?: Uint8Array): Best {
  const decides = model.decisions;
  const granule = objective.reduce(greatestCommonDivisor, 0) || 1;
  const worth = (values: Uint8Array): number => objective.reduce((sum, gain, j) => sum + gain * values[j]!, 0);
  let best = known ?? null;
  let value = known ? worth(known) : Number.NEGATIVE_INFINITY;
  let open = Number.NEGATIVE_INFINITY;

  const take = (values: Uint8Array): void => {
    const candidate = worth(values);
    if (candidate > value && model.allows(values)) {
      best = values;
      value = candidate;
    }
  };

  const search = (node: Relaxation | null, above: number): void => {
    if (!node) return;
    if (steps.left <= 0) {
      open = Math.max(open, above);
      return;
    }
    const { pivots, stuckAt } = node.solve(Math.max(200, 20 * (model.variables + model.rows.length)));
    steps.left -= pivots + 1;
    if (stuckAt !== null && node.refutes(node.ray(stuckAt))) return;
    const bound = Math.min(above, Math.floor(node.bound(node.prices()) / granule) * granule);
    if (bound <= value) return;
    const values = node.values();
    take(Uint8Array.from(values, Math.round));
    if (bound <= value) return;
    const variable = branching(values, node, decides);
    if (variable < 0) return;
    const first = values[variable]! >= 0.5 ? 1 : 0;
    search(node.fixing(variable, first), bound);
    search(node.fixing(variable, first ? 0 : 1), bound);
  };
  search(Relaxation.of(model, objective), Number.POSITIVE_INFINITY);
  return { values: best, value, bound: Math.max(value, open), proven: open <= value };
}

/**
 * Maximises the objectives one after the other, each among the best of those before it; then picks the least list
 * of `listed` variables that are 1: the first of them is in if it can be, then the second ...
 */
export function bestInOrder(
  model: BinaryModel,
  objectives: readonly (readonly number[])[],
  listed: readonly number[],
  steps: Steps,
): Best {
  let narrowed = model;
  let best: Best = { values: null, value: Number.NEGATIVE_INFINITY, bound: Number.POSITIVE_INFINITY, proven: true };
  let first: Best | null = null;
  for (const objective of objectives) {
    if (best.values && objective.every((gain) => gain === 0)) continue;
    best = bestBinary(narrowed, objective, steps, best.values ?? undefined);
    first ??= best;
    if (!best.values) return best;
    if (!best.proven) return unproven(first, best.values);
    narrowed = narrowed.with([locked(objective, best.value)]);
  }
  const values = leastList(narrowed, listed, best.values!, steps);
  return values ? { ...first!, values } : unproven(first!, best.values!);
}

const unproven = (first: Best, values: Uint8Array): Best => ({ ...first, values, proven: false });

/** Among assignments with equally many of `listed`, the one whose list of them is least; null if steps ran out. */
function leastList(model: BinaryModel, listed: readonly number[], start: Uint8Array, steps: Steps): Uint8Array | null {
  let current = start;
  const decided: Row[] = [];
  let open = listed.reduce((count, variable) => count + start[variable]!, 0);
  for (const variable of listed) {
    if (open === 0) break;
    if (!current[variable]) {
      const objective = new Array<number>(model.variables).fill(0);
      objective[variable] = 1;
      const tried = bestBinary(model.with(decided), objective, steps, current);
      if (!tried.proven) return null;
      current = tried.values!;
    }
    decided.push(current[variable] ? { terms: [[variable, -1]], most: -1 } : { terms: [[variable, 1]], most: 0 });
    open -= current[variable]!;
  }
  return current;
}

const locked = (objective: readonly number[], value: number): Row => ({
  terms: objective.flatMap((gain, j) => (gain === 0 ? [] : [[j, -gain] as const])),
  most: -value,
});

/** The unfixed decision farthest from whole, then the farthest of the other variables, which follow; -1 if none is left. */
function branching(values: Float64Array, { low, high }: Relaxation, decides: number): number {
  let found = -1;
  let farthest = -1;
  for (let j = 0; j < values.length; j++) {
    if (low[j] === high[j]) continue;
    const distance = Math.min(values[j]!, 1 - values[j]!) + (j < decides ? 1 : 0);
    if (distance > farthest) {
      farthest = distance;
      found = j;
    }
  }
  return found;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
