import { type Best, bestBinary, type Steps } from './best-binary.js';
import type { BinaryModel, Row } from './binary-model.js';
import { boundBy, reducedWorth } from './bound.js';
import { Compact } from './compact.js';
import { Fixings } from './fixings.js';
import { type Part, type Weighed, weigh } from './lexicographic.js';

/** The best of the leading objectives, with its proof; and among equals the best of the following ones. */
export interface InOrder extends Best {
  /** False where the steps ran out before all objectives were decided. */
  readonly decided: boolean;
}

/**
 * Maximises `leading`, weighed, then the `following` gains one after the other, each among the best of those before it;
 * then picks the least list of `listed` variables that are 1: the first of them is in if it can be, then the second ...
 */
export function bestInOrder(
  model: BinaryModel,
  leading: Weighed,
  following: readonly ArrayLike<number>[],
  listed: readonly number[],
  steps: Steps,
): InOrder {
  const compact = new Compact(model.variables, model.rows);
  const first = bestBinary(compact, model.turns, leading, steps);
  if (!first.values || first.bound > first.worth) return { ...first, decided: false };
  const ties = new Ties(model, compact, first, leading, steps);
  for (const gains of following) {
    const part = ties.part(gains);
    if (part && !ties.settle(weigh(model.variables, [part]))) return { ...first, values: ties.values, decided: false };
  }
  for (let free = ties.free(listed); free.length > 0; free = ties.free(listed)) {
    if (!ties.settle(byPowers(model.variables, free))) return { ...first, values: ties.values, decided: false };
    ties.fix(free);
  }
  return { ...first, values: ties.values, decided: true };
}

/** Listed variables that are decided in one search; with more of them, fractions of the last blur the first. */
const TOGETHER = 3;

/** Each of these variables is worth more than all those after it. */
function byPowers(variables: number, listed: readonly number[]): Weighed {
  const objective = new Float64Array(variables);
  listed.forEach((variable, k) => {
    objective[variable] = 2 ** (listed.length - 1 - k);
  });
  return {
    objective,
    granule: 1,
    roundDown: Math.floor,
    above: (worth) => worth + 1,
    next: (worth) => worth + 1,
    sums: (worth) => [worth],
  };
}

/** The assignments that are as good as the best so far: rows that keep its worth, and variables that cannot differ. */
class Ties {
  values: Uint8Array;
  readonly #locks: Row[] = [];
  readonly #fixed: Int8Array;

  constructor(
    readonly model: BinaryModel,
    compact: Compact,
    best: Best,
    leading: Weighed,
    readonly steps: Steps,
  ) {
    this.values = best.values!;
    this.#fixed = new Int8Array(model.variables).fill(FREE);
    this.#keep(compact, best, leading);
  }

  /** An objective with its range over what is still free, in its own granules; null where nothing can change it. */
  part(gains: ArrayLike<number>): Part | null {
    let [least, most, granule] = [0, 0, 0];
    for (let j = 0; j < this.#fixed.length; j++) {
      const gain = gains[j] ?? 0;
      if (gain === 0 || this.#fixed[j] !== FREE) continue;
      least += Math.min(0, gain);
      most += Math.max(0, gain);
      granule = greatestCommonDivisor(granule, gain);
    }
    if (granule === 0) return null;
    const own = Float64Array.from(this.#fixed, (fixed, j) => (fixed === FREE ? (gains[j] ?? 0) / granule : 0));
    return { gains: own, least: least / granule, most: most / granule };
  }

  /** The first listed variables that are free. */
  free(listed: readonly number[]): number[] {
    return listed.filter((variable) => this.#fixed[variable] === FREE).slice(0, TOGETHER);
  }

  fix(variables: readonly number[]): void {
    for (const variable of variables) this.#fixed[variable] = this.values[variable]!;
  }

  /** Takes the best among the ties; false if the steps ran out. */
  settle(weighed: Weighed): boolean {
    const compact = new Compact(this.model.variables, [...this.model.rows, ...this.#locks]);
    const fixings = new Fixings(compact);
    for (let j = 0; j < this.#fixed.length; j++) if (this.#fixed[j] !== FREE) fixings.fix(j, this.#fixed[j]!);
    const best = bestBinary(compact, this.model.turns, weighed, this.steps, this.values, fixings);
    this.values = best.values!;
    if (best.bound > best.worth) return false;
    this.#keep(compact, best, weighed);
    return true;
  }

  /** Only what is worth as much is left: a row says so, and a variable whose other value would cost too much is fixed. */
  #keep(compact: Compact, { prices, worth, tree }: Best, { objective }: Weighed): void {
    for (const [variable, value] of tree.implied) this.#fixed[variable] = value;
    const low = Uint8Array.from(this.#fixed, (fixed) => (fixed === FREE ? 0 : fixed));
    const high = Uint8Array.from(this.#fixed, (fixed) => (fixed === FREE ? 1 : fixed));
    const spare = boundBy(compact, objective, prices, low, high) - worth;
    const reduced = reducedWorth(compact, objective, prices);
    for (let j = 0; j < this.#fixed.length; j++)
      if (this.#fixed[j] === FREE && Math.abs(reduced[j]!) > spare) this.#fixed[j] = this.values[j]!;
    const terms = [...objective].flatMap((gain, j) => (gain === 0 ? [] : [[j, -gain] as const]));
    if (terms.length > 0) this.#locks.push({ name: `as good as ${this.#locks.length + 1}`, terms, most: -worth });
  }
}

const FREE = -1;

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
