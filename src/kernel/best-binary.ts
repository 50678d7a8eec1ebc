import { boundBy, NO_PRICES, onGrain, type Prices } from './bound.js';
import { allWhole, Branching, rounded } from './branching.js';
import type { Compact } from './compact.js';
import { byYield, dive } from './dive.js';
import { BY_CHOICE, Fixings } from './fixings.js';
import type { Weighed } from './lexicographic.js';
import { Arena } from './linear/arena.js';
import { lateRows } from './linear/late-rows.js';
import { Relaxation } from './linear/relaxation.js';
import { type Implied, leaf, refuted, type Tree } from './proof.js';
import { Estimate } from './quick/estimate.js';
import { Exchange } from './quick/exchange.js';

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
/** Exchanges that are tried to better an assignment. */
const EXCHANGES = 30;
/** So many first regions are tried to be closed by overcharging a row. */
const FEW = 4;
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
  readonly #estimate: Estimate;
  readonly #arena = Arena.take();
  /** The solution of the relaxation that is looked at. */
  readonly #values: Float64Array;
  readonly #order: Int32Array;
  #exchange: Exchange | undefined;
  #branching: Branching | undefined;

  constructor(
    readonly model: Compact,
    readonly turns: Uint8Array,
    readonly weighed: Weighed,
    readonly steps: Steps,
    readonly fixings: Fixings,
  ) {
    this.#objective = weighed.objective;
    this.#values = this.#arena.floats(model.variables);
    let gaining = 0;
    for (let j = 0; j < turns.length; j++) {
      this.#size += Math.abs(this.#objective[j]!);
      if (this.#objective[j]! > 0) gaining++;
    }
    this.#estimate = new Estimate(this.#arena, model, this.#objective, fixings, this.#size, gaining);
    this.#order = byYield(fixings, this.#objective);
  }

  run(known: Uint8Array | null): Best {
    if (known) this.#take(known);
    const start = this.fixings.length;
    const tree = this.#root();
    this.fixings.undo(start);
    this.#arena.release();
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
    if (!this.#best) this.#begin();
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
      if (stuck < 0 && !this.#hasLike(lead)) this.#begin();
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

  /** Whether the best known has a lead that gains as much. */
  #hasLike(lead: number): boolean {
    for (let j = 0; j < this.turns.length; j++)
      if (this.turns[j] === 2 && this.#best?.[j] && this.#objective[j]! >= this.#objective[lead]!) return true;
    return false;
  }

  /** Takes what can be had in this region without more ado, bettered by exchanges. */
  #begin(): void {
    this.#exchange ??= new Exchange(this.#arena, this.fixings, this.#objective, this.#order);
    const exchange = this.#exchange;
    if (!exchange.fill()) {
      const found = dive(this.fixings, this.#objective, this.#order);
      if (!found) return;
      exchange.begin(found);
    }
    this.#take(exchange.values);
    this.#estimate.make();
    const reach = this.#reach(this.#estimate.prices);
    if (reach - exchange.worth >= this.weighed.granule) this.#take(exchange.better(reach, EXCHANGES));
  }

  #searched(implied: Implied): Tree {
    this.#estimate.make();
    this.#prices = this.#estimate.prices;
    if (this.#reach(this.#prices) <= this.#worth) return leaf(implied, this.#prices);
    const leads = this.#leads();
    for (let turn = 0; ; turn++) {
      const minor = leads.filter((lead) => this.#objective[lead]! < this.weighed.granule);
      const late = lateRows(this.model, this.#objective, minor);
      const gap = Math.min(this.weighed.granule, this.#enough - this.#worth);
      this.#relaxation = new Relaxation(this.model, this.#objective, this.fixings, this.#best, gap, turn, late);
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
    const values = this.#values;
    if (this.#reach(above) <= this.#worth) return leaf(implied, above);
    const ready = this.#estimate.prices;
    const reach = this.#reach(ready);
    if (reach <= this.#worth) return leaf(implied, ready);
    if (reach - this.#worth < this.weighed.granule) {
      const lead = this.#leads()[0];
      if (lead !== undefined) return this.#branch(implied, lead, 1, null, ready, this.#bound(ready));
      if (this.#nodes <= FEW)
        for (const dear of this.#estimate.overcharged())
          if (this.#reach(dear) <= this.#worth) return leaf(implied, dear);
    }
    for (const partly of [true, false]) {
      const before = relaxation.pivots;
      const enough = partly ? Math.max(this.#enough, this.weighed.next(this.#worth)) : this.#enough;
      const ended = relaxation.solve(fixings, enough, 500 + 4 * this.model.variables, partly);
      this.steps.left -= relaxation.pivots - before + 1;
      const ray = ended === 'STUCK' && this.#refuting(relaxation.ray());
      if (ray) return { implied, prices: ray, refutes: true };
      prices = onGrain(this.model, relaxation.prices(), this.#size);
      bound = this.#bound(prices);
      if (this.#nodes === 1) this.#prices = prices;
      const reach = this.weighed.roundDown(bound);
      if (reach > this.#worth) {
        relaxation.values(fixings, values);
        if (ended === 'OPTIMAL' || (ended === 'PARTLY' && this.#nodes === 1)) this.#seek(values, reach);
      }
      if (reach <= this.#worth) return leaf(implied, this.#nodes === 1 ? this.#plain(prices) : prices);
      if (ended !== 'PARTLY' && !(partly && ended === 'CUT')) break;
      if (reach - this.#worth < this.weighed.granule) {
        const lead = this.#leads()[0];
        if (lead !== undefined) return this.#branch(implied, lead, 1, values, prices, bound);
      } else if (ended === 'PARTLY' && !allWhole(values)) break;
    }
    this.#branching ??= new Branching(this.turns);
    const variable = this.#branching.next(values, fixings);
    if (variable < 0) {
      this.#take(fixings.low.slice());
      return leaf(implied, NO_PRICES);
    }
    return this.#branch(implied, variable, values[variable]! >= 0.5 ? 1 : 0, values, prices, bound);
  }

  #branch(
    implied: Implied,
    on: number,
    first: number,
    values: Float64Array | null,
    prices: Prices,
    bound: number,
  ): Tree {
    const value = values ? values[on]! : 0.5;
    const one = this.#case(on, first, value, prices, bound);
    const other = this.#case(on, 1 - first, value, prices, bound);
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
      const exchange = this.#exchange;
      if (exchange && this.#best && this.#nodes === 1 && reach - this.#worth >= this.weighed.granule) {
        exchange.begin(this.#best);
        this.#take(exchange.better(reach, EXCHANGES));
      }
    }
  }

  #take(values: Uint8Array | null): void {
    if (!values) return;
    let worth = 0;
    for (let j = 0; j < values.length; j++) if (values[j]) worth += this.#objective[j]!;
    if (worth <= this.#worth || !this.model.allows(values)) return;
    this.#best = values;
    this.#worth = worth;
    this.#enough = this.weighed.above(worth);
  }

  #bound(prices: Prices): number {
    return this.#estimate.bound(prices);
  }

  /** The greatest worth that prices leave possible. */
  #reach(prices: Prices): number {
    return this.weighed.roundDown(this.#bound(prices));
  }

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
      if (this.#reach(plain) <= this.#worth) return plain;
    }
    return prices;
  }

  #since(start: number): Implied {
    const { trail, reason, low, length } = this.fixings;
    const implied: [number, number, number][] = [];
    for (let k = start; k < length; k++)
      if (reason[k] !== BY_CHOICE) implied.push([trail[k]!, low[trail[k]!]!, reason[k]!]);
    return implied;
  }
}
