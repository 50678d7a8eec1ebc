import { boundBy, NO_PRICES, onGrain, type Prices } from './bound.js';
import { Branching, isWhole } from './branching.js';
import type { Compact } from './compact.js';
import { byYield, dive } from './dive.js';
import { BY_CHOICE, Fixings } from './fixings.js';
import type { Weighed } from './lexicographic.js';
import { lateRows } from './linear/late-rows.js';
import { Relaxation } from './linear/relaxation.js';
import type { Implied, Tree } from './proof.js';

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
 * `turns` says on what to branch first. `known`, if given, is an allowed assignment to start from. `fixings` may fix
 * variables beforehand; it is left as it was.
 */
export function bestBinary(
  model: Compact,
  turns: Uint8Array,
  weighed: Weighed,
  steps: Steps,
  known: Uint8Array | null = null,
  fixings: Fixings = new Fixings(model),
): Best {
  return new Search(model, turns, weighed, steps, fixings).run(known);
}

/**
 * Nodes of the first search; each one after it, which begins at another corner of the relaxation, may take twice as
 * many. What has been learnt stays: the best known assignment, and what branching costs.
 */
const FIRST_NODES = 64;
/** So many first nodes are dived from; then each node of this number's multiples. */
const DIVES = 8;
/** Swaps that are tried one after the other without gain. */
const SWAPS = 16;
/** Grains of prices from the plainest on. */
const GRAINS = [1, 1 / 2, 1 / 16, 2 ** -22];

class Search {
  #best: Uint8Array | null = null;
  #worth = Number.NEGATIVE_INFINITY;
  /** The least worth that would be better. */
  #enough = Number.NEGATIVE_INFINITY;
  /** The greatest bound of a region left open. */
  #open = Number.NEGATIVE_INFINITY;
  #nodes = 0;
  /** Nodes after which the search begins anew. */
  #most = 0;
  #prices = NO_PRICES;
  #relaxation: Relaxation | undefined;
  readonly #objective: Float64Array;
  #size = 0;
  readonly #room: Float64Array;
  readonly #order: Int32Array;
  /** How many variables gain something. */
  #gaining = 0;
  #branching: Branching | undefined;

  constructor(
    readonly model: Compact,
    readonly turns: Uint8Array,
    readonly weighed: Weighed,
    readonly steps: Steps,
    readonly fixings: Fixings,
  ) {
    this.#objective = weighed.objective;
    this.#room = new Float64Array(model.variables);
    for (let j = 0; j < turns.length; j++) {
      this.#size += Math.abs(this.#objective[j]!);
      if (this.#objective[j]! > 0) this.#gaining++;
    }
    this.#order = byYield(fixings, this.#objective);
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
    if (!this.#best) this.#take(dive(this.fixings, this.#objective, this.#order));
    return this.#probed(implied, this.#leads());
  }

  /** Free variables on which to branch first and that gain something of their own, the most first. */
  #leads(): number[] {
    const leads: number[] = [];
    for (let j = 0; j < this.turns.length; j++)
      if (this.turns[j] === 2 && this.fixings.isFree(j) && this.#objective[j]! > 0) leads.push(j);
    return leads.sort((a, b) => this.#objective[b]! - this.#objective[a]!);
  }

  /** Tries to set each lead first: what is refuted at once is out of the way, and what is not may lead to a better best. */
  #probed(implied: Implied, leads: readonly number[]): Tree {
    const { fixings } = this;
    for (const [at, lead] of leads.entries()) {
      if (!fixings.isFree(lead)) continue;
      const start = fixings.length;
      fixings.fix(lead, 1);
      const stuck = fixings.settle();
      if (stuck < 0) this.#take(dive(fixings, this.#objective, this.#order));
      const one = stuck < 0 ? null : refuted(this.#since(start), stuck);
      fixings.undo(start);
      if (one === null) continue;
      fixings.fix(lead, 0);
      const other = fixings.settle();
      const own = this.#since(start);
      const zero = other < 0 ? this.#probed(own, leads.slice(at + 1)) : refuted(own, other);
      fixings.undo(start);
      return { implied, on: lead, zero, one };
    }
    return this.#searched(implied);
  }

  #searched(implied: Implied): Tree {
    const cap = this.#best && this.#capped();
    if (cap) {
      this.#prices = cap;
      return leaf(implied, cap);
    }
    const leads = this.#leads();
    for (let turn = 0; ; turn++) {
      const minor = leads.filter((lead) => this.#objective[lead]! < this.weighed.granule);
      const late = lateRows(this.model, this.#objective, minor);
      this.#relaxation = new Relaxation(this.model, this.#objective, this.fixings, turn, late);
      this.#nodes = 0;
      this.#most = FIRST_NODES * 2 ** turn;
      const tree = this.#closed(implied, NO_PRICES);
      this.#relaxation.release();
      if (this.#nodes <= this.#most) return tree;
      if (this.steps.left <= 0) return this.#left(implied, this.#prices);
    }
  }

  /** One region: what follows from its fixings is known already. `above` are the prices of the region around it. */
  #closed(implied: Implied, above: Prices): Tree {
    if (++this.#nodes > this.#most) return leaf(implied, NO_PRICES);
    if (this.steps.left <= 0) return this.#left(implied, above);
    const { fixings } = this;
    const relaxation = this.#relaxation!;
    let prices = NO_PRICES;
    let bound = Number.POSITIVE_INFINITY;
    let values: Float64Array = new Float64Array();
    for (const partly of [true, false]) {
      const before = relaxation.pivots;
      const ended = relaxation.solve(fixings, this.#enough, 500 + 4 * this.model.variables, partly);
      this.steps.left -= relaxation.pivots - before + 1;
      const ray = ended === 'STUCK' && this.#refuting(relaxation.ray());
      if (ray) return { implied, prices: ray, refutes: true };
      prices = onGrain(this.model, relaxation.prices(), this.#size);
      bound = this.#bound(prices);
      if (this.#nodes === 1) this.#prices = prices;
      const reach = this.weighed.roundDown(bound);
      if (reach > this.#worth) {
        values = relaxation.values(fixings);
        if (ended === 'OPTIMAL' || (ended === 'PARTLY' && this.#nodes === 1)) this.#seek(values, reach);
      }
      if (reach <= this.#worth) return leaf(implied, this.#nodes === 1 ? this.#plain(prices) : prices);
      if (ended !== 'PARTLY') break;
      const lead = reach - this.#worth < this.weighed.granule ? this.#leads()[0] : undefined;
      if (lead !== undefined) return this.#branch(implied, lead, 1, values, prices, bound);
    }
    this.#branching ??= new Branching(this.turns);
    const variable = this.#branching.next(values, fixings);
    if (variable < 0) {
      this.#take(fixings.low.slice());
      return leaf(implied, NO_PRICES);
    }
    return this.#branch(implied, variable, values[variable]! >= 0.5 ? 1 : 0, values, prices, bound);
  }

  #branch(implied: Implied, on: number, first: number, values: Float64Array, prices: Prices, bound: number): Tree {
    const one = this.#case(on, first, values[on]!, prices, bound);
    const other = this.#case(on, 1 - first, values[on]!, prices, bound);
    return first === 1 ? { implied, on, zero: other, one } : { implied, on, zero: one, one: other };
  }

  #case(variable: number, value: number, before: number, above: Prices, bound: number): Tree {
    const { fixings } = this;
    const start = fixings.length;
    fixings.fix(variable, value);
    const stuck = fixings.settle();
    const implied = this.#since(start);
    const tree = stuck >= 0 ? refuted(implied, stuck) : this.#closed(implied, above);
    const own = stuck >= 0 ? this.#worth : Math.min(bound, this.#bound('on' in tree ? above : tree.prices));
    this.#branching?.learn(variable, value, before, bound - own);
    fixings.undo(start);
    return tree;
  }

  /** A region that the steps left open: bounded by what prices there are. */
  #left(implied: Implied, prices: Prices): Tree {
    this.#open = Math.max(this.#open, this.weighed.roundDown(this.#bound(prices)));
    return leaf(implied, prices);
  }

  /** Tries what lies near a solution of the relaxation: the solution itself, or a dive along it. */
  #seek(values: Float64Array, reach: number): void {
    if (allWhole(values)) this.#take(rounded(values));
    else if (this.#nodes <= DIVES || this.#nodes % DIVES === 0) {
      this.#take(dive(this.fixings, this.#objective, this.#order, values));
      if (this.#nodes === 1 && reach - this.#worth >= this.weighed.granule) this.#swap(values);
    }
  }

  /** Takes into the best known what gains and is not in it, each for what it excludes: the likeliest first, a few of them. */
  #swap(values: Float64Array): void {
    const { fixings } = this;
    const likely = [...this.#order].filter((j) => fixings.isFree(j) && this.#objective[j]! > 0);
    likely.sort((a, b) => values[b]! - values[a]!);
    let tries = 0;
    for (let k = 0; k < likely.length && tries < SWAPS && this.#best; k++) {
      const best = this.#best;
      const variable = likely[k]!;
      if (best[variable]) continue;
      if (this.weighed.roundDown(this.#bound(this.#prices)) <= this.#worth) return;
      tries++;
      const start = fixings.length;
      fixings.fix(variable, 1);
      if (fixings.settle() < 0) this.#take(dive(fixings, this.#objective, this.#order, new Float64Array(best)));
      fixings.undo(start);
      if (this.#best !== best) [k, tries] = [-1, 0];
    }
  }

  #take(values: Uint8Array | null): void {
    if (!values) return;
    let worth = 0;
    for (let j = 0; j < values.length; j++) if (values[j]) worth += this.#objective[j]!;
    if (worth <= this.#worth || !allows(this.model, values)) return;
    this.#best = values;
    this.#worth = worth;
    this.#enough = this.weighed.above(worth);
  }

  #bound(prices: Prices): number {
    return boundBy(this.model, this.#objective, prices, this.fixings.low, this.fixings.high, this.#room);
  }

  #refuting(ray: Prices): Prices | null {
    for (const grain of GRAINS) {
      const prices = onGrain(this.model, ray, 0, grain);
      if (boundBy(this.model, null, prices, this.fixings.low, this.fixings.high, this.#room) < 0) return prices;
    }
    return null;
  }

  /** The same proof with whole or half prices, where these do as well. */
  #plain(prices: Prices): Prices {
    for (const grain of GRAINS) {
      const plain = onGrain(this.model, prices, this.#size, grain);
      if (this.weighed.roundDown(this.#bound(plain)) <= this.#worth) return plain;
    }
    return prices;
  }

  /** Prices of one row alone that holds much of what gains, or none at all, that prove the best known assignment to be the best. */
  #capped(): Prices | null {
    if (this.weighed.roundDown(this.#bound(NO_PRICES)) <= this.#worth) return NO_PRICES;
    const { rowStart, rowVariable, rowCoefficient, most } = this.model;
    for (let row = 0; row < most.length; row++) {
      if (2 * (rowStart[row + 1]! - rowStart[row]!) < this.#gaining) continue;
      let price = 0;
      for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++)
        if (rowCoefficient[k]! > 0) price = Math.max(price, this.#objective[rowVariable[k]!]! / rowCoefficient[k]!);
      if (price === 0) continue;
      const prices = onGrain(this.model, { rows: [row], prices: [price] }, this.#size);
      if (this.weighed.roundDown(this.#bound(prices)) <= this.#worth) return prices;
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

function allWhole(values: Float64Array): boolean {
  for (let j = 0; j < values.length; j++) if (!isWhole(values[j]!)) return false;
  return true;
}

function rounded(values: Float64Array): Uint8Array {
  const whole = new Uint8Array(values.length);
  for (let j = 0; j < values.length; j++) if (values[j]! > 0.5) whole[j] = 1;
  return whole;
}

const leaf = (implied: Implied, prices: Prices): Tree => ({ implied, prices, refutes: false });

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
