import { boundBy, NO_PRICES, onGrain, type Prices } from './bound.js';
import type { Compact } from './compact.js';
import { dive } from './dive.js';
import { BY_CHOICE, Fixings } from './fixings.js';
import type { Weighed } from './lexicographic.js';
import type { Implied, Tree } from './proof.js';
import { Relaxation } from './relaxation.js';

/** A budget of steps (pivots and nodes), shared by the searches of one answer. */
export interface Steps {
  left: number;
}

export interface Best {
  /** The best assignment found; null if none is allowed (or none was found in time). */
  readonly values: Uint8Array | null;
  /** What it is worth. */
  readonly worth: number;
  /** No assignment is worth more than this; equal to `worth` where that is proven. */
  readonly bound: number;
  /** The proof of `bound`. */
  readonly tree: Tree;
  /** Prices at the root of the search, which bound every assignment. */
  readonly prices: Prices;
}

/**
 * The 0/1 assignment of greatest worth, by branch and bound on the linear relaxation. Every cut is an exact proof
 * (weak duality with prices on a grain, or a single row), so rounding errors can cost time but never the optimum.
 * `known`, if given, is an allowed assignment to start from. `fixings` may fix variables beforehand; it is left as it was.
 */
export function bestBinary(
  model: Compact,
  decides: number,
  { objective, roundDown }: Weighed,
  steps: Steps,
  known: Uint8Array | null = null,
  fixings: Fixings = new Fixings(model),
): Best {
  return new Search(model, decides, objective, roundDown, steps, fixings).run(known);
}

/** Nodes that are all dived from; later only every eighth. */
const FIRST_DIVES = 6;

class Search {
  #best: Uint8Array | null = null;
  #worth = Number.NEGATIVE_INFINITY;
  #open = Number.NEGATIVE_INFINITY;
  #nodes = 0;
  #prices = NO_PRICES;
  readonly #size: number;
  #relaxation: Relaxation | undefined;

  constructor(
    readonly model: Compact,
    readonly decides: number,
    readonly objective: Float64Array,
    readonly roundDown: (bound: number) => number,
    readonly steps: Steps,
    readonly fixings: Fixings,
  ) {
    this.#size = objective.reduce((sum, gain) => sum + Math.abs(gain), 0);
  }

  run(known: Uint8Array | null): Best {
    if (known) this.#take(known);
    const start = this.fixings.length;
    const tree = this.#root();
    this.fixings.undo(start);
    return {
      values: this.#best,
      worth: this.#worth,
      bound: Math.max(this.#worth, this.#open),
      tree,
      prices: this.#prices,
    };
  }

  #root(): Tree {
    const start = this.fixings.length;
    const stuck = this.fixings.settle();
    const implied = this.#since(start);
    if (stuck >= 0) return refuted(implied, stuck);
    if (!this.#best) this.#take(dive(this.fixings, this.objective));
    const cap = this.#best && this.#capped();
    if (cap) {
      this.#prices = cap;
      return { implied, prices: cap, refutes: false };
    }
    this.#relaxation = new Relaxation(this.model, this.objective, this.fixings);
    return this.#closed(implied, NO_PRICES);
  }

  /** One region: what follows from its fixings is known already. `above` are the prices of the region around it. */
  #closed(implied: Implied, above: Prices): Tree {
    this.#nodes++;
    const { fixings } = this;
    const relaxation = this.#relaxation!;
    if (this.steps.left <= 0) {
      this.#open = Math.max(this.#open, this.#bound(above));
      return { implied, prices: above, refutes: false };
    }
    const before = relaxation.pivots;
    const ended = relaxation.solve(fixings, this.#worth + 1, 500 + 4 * this.model.variables);
    this.steps.left -= relaxation.pivots - before + 1;
    if (ended === 'STUCK') {
      const ray = this.#refuting(relaxation.ray());
      if (ray) return { implied, prices: ray, refutes: true };
    }
    const prices = onGrain(this.model, relaxation.prices(), this.#size);
    const bound = this.#bound(prices);
    if (this.#nodes === 1) this.#prices = prices;
    if (bound > this.#worth && ended === 'OPTIMAL') this.#seek(relaxation.values(fixings));
    if (bound <= this.#worth) return { implied, prices: this.#plain(prices), refutes: false };
    const variable = branching(relaxation.values(fixings), fixings, this.decides);
    if (variable < 0) {
      this.#take(fixings.low.slice());
      return { implied, prices: NO_PRICES, refutes: false };
    }
    const first = relaxation.values(fixings)[variable]! >= 0.5 ? 1 : 0;
    const trees = [first, 1 - first].map((value) => this.#case(variable, value, prices));
    return { implied, on: variable, zero: trees[first]!, one: trees[1 - first]! };
  }

  #case(variable: number, value: number, above: Prices): Tree {
    const { fixings } = this;
    const start = fixings.length;
    fixings.fix(variable, value);
    const stuck = fixings.settle();
    const implied = this.#since(start);
    const tree = stuck >= 0 ? refuted(implied, stuck) : this.#closed(implied, above);
    fixings.undo(start);
    return tree;
  }

  /** Tries what lies near a solution of the relaxation: the solution itself, and a dive along it. */
  #seek(values: Float64Array): void {
    if (values.every((value) => value < 1e-6 || value > 1 - 1e-6)) this.#take(Uint8Array.from(values, Math.round));
    else if (this.#nodes <= FIRST_DIVES || this.#nodes % 8 === 0)
      this.#take(dive(this.fixings, this.objective, values));
  }

  #take(values: Uint8Array | null): void {
    if (!values) return;
    let worth = 0;
    for (let j = 0; j < values.length; j++) if (values[j]) worth += this.objective[j]!;
    if (worth <= this.#worth || !allows(this.model, values)) return;
    this.#best = values;
    this.#worth = worth;
  }

  #bound = (prices: Prices): number =>
    this.roundDown(boundBy(this.model, this.objective, prices, this.fixings.low, this.fixings.high));

  #refuting(ray: Prices): Prices | null {
    for (const grain of GRAINS) {
      const prices = onGrain(this.model, ray, 0, grain);
      if (boundBy(this.model, null, prices, this.fixings.low, this.fixings.high) < 0) return prices;
    }
    return null;
  }

  /** The same proof with whole or half prices, where these do as well. */
  #plain(prices: Prices): Prices {
    for (const grain of GRAINS) {
      const plain = onGrain(this.model, prices, this.#size, grain);
      if (this.#bound(plain) <= this.#worth) return plain;
    }
    return prices;
  }

  /** Prices of one row alone, or none at all, that prove the best known assignment to be the best. */
  #capped(): Prices | null {
    if (this.#bound(NO_PRICES) <= this.#worth) return NO_PRICES;
    const { rowStart, rowVariable, rowCoefficient, most } = this.model;
    for (let row = 0; row < most.length; row++) {
      let price = 0;
      for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++)
        if (rowCoefficient[k]! > 0) price = Math.max(price, this.objective[rowVariable[k]!]! / rowCoefficient[k]!);
      if (price === 0) continue;
      const prices = onGrain(this.model, { rows: [row], prices: [price] }, this.#size);
      if (this.#bound(prices) <= this.#worth) return prices;
    }
    return null;
  }

  #since(start: number): Implied {
    const { trail, reason, low, length } = this.fixings;
    const implied: [number, number, number][] = [];
    for (let k = start; k < length; k++)
      if (reason[k] !== BY_CHOICE) implied.push([trail[k]!, low[trail[k]!]!, reason[k]!]);
    return implied;
  }
}

/** Grains of prices from the plainest on. */
const GRAINS = [1, 1 / 2, 1 / 16, 2 ** -22];

const refuted = (implied: Implied, row: number): Tree => ({
  implied,
  prices: { rows: [row], prices: [1] },
  refutes: true,
});

/** Whether an assignment keeps every row, in exact whole numbers. */
function allows({ rowStart, rowVariable, rowCoefficient, most }: Compact, values: Uint8Array): boolean {
  for (let row = 0; row < most.length; row++) {
    let sum = 0;
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) if (values[rowVariable[k]!]) sum += rowCoefficient[k]!;
    if (sum > most[row]!) return false;
  }
  return true;
}

/** The unfixed decision farthest from whole, then the farthest of the other variables, which follow; -1 if none is left. */
function branching(values: Float64Array, fixings: Fixings, decides: number): number {
  let found = -1;
  let farthest = -1;
  for (let j = 0; j < values.length; j++) {
    if (!fixings.isFree(j)) continue;
    const distance = Math.min(values[j]!, 1 - values[j]!) + (j < decides ? 1 : 0);
    if (distance > farthest) {
      farthest = distance;
      found = j;
    }
  }
  return found;
}
