import { type Choosing, FREE } from './choosing.js';

/** How much more may be spent: items, and hundredths. */
export interface Left {
  readonly items: number;
  readonly cost: number;
}

/** Weights are counted in parts so small that shares of up to eight are whole, and sums of them exact. */
const PARTS = 840;

/**
 * How much can still be freed at the most. Whatever set of a group is completed, each of the items it still misses is
 * given an equal share of the weight; so what a choice of items frees is the sum of what is given to each. An item is
 * given no more than
 * - the best share of each group, all added up; and
 * - the shares of the dearest completions it could be part of: beside it r - 1 more are chosen, so at most
 *   (r - 1 over m - 1) different completions of m items hold it.
 * The lesser of both is its `worth`, and the r greatest worths, or those that fill what may be spent (the last in
 * part), bound all that can be freed.
 */
export class Reach {
  /** By item that is free: no choice gives it more. Zero: it need not be chosen. */
  readonly worth: Float64Array;
  /** The free item of greatest worth, or of greatest worth for its cost where cost is limited; -1 if none has any. */
  lead = -1;
  /** The least of the worths that make up the bound by number. */
  #last = 0;
  #byNumber = 0;
  readonly #best: Float64Array;
  readonly #touched: Int32Array;
  readonly #sum: Float64Array;
  /** Shares of the completions of m items that hold item i, at place itemStart[i] x sizes + (m - 1) x its sets. */
  readonly #shares: Float64Array;
  readonly #held: Int32Array;
  readonly #sizes: number;
  /** Completions met so far, by mark: an open table of sets that stand for them. */
  readonly #table: Int32Array;
  readonly #turn: Int32Array;
  readonly #value: Float64Array;
  readonly #distinct: Int32Array;
  #now = 0;
  readonly #top: Float64Array;
  readonly #order: Int32Array;
  readonly #cheap: Float64Array;

  constructor(readonly choosing: Choosing) {
    const items = choosing.costs.length;
    const sets = choosing.groupOf.length;
    this.worth = new Float64Array(items);
    this.#best = new Float64Array(items);
    this.#touched = new Int32Array(items);
    this.#sum = new Float64Array(items);
    this.#sizes = choosing.missing.reduce((most, size) => Math.max(most, size), 0);
    this.#shares = new Float64Array(choosing.itemSet.length * this.#sizes);
    this.#held = new Int32Array(items * this.#sizes);
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * sets + 2)));
    this.#turn = new Int32Array(this.#table.length);
    this.#value = new Float64Array(sets);
    this.#distinct = new Int32Array(sets);
    this.#top = new Float64Array(items);
    this.#order = new Int32Array(items);
    this.#cheap = choosing.costs.slice().sort();
  }

  /** No choice that adds to this one what is left frees more than so much altogether. */
  bound(left: Left): number {
    const most = Math.min(left.items, this.#affordable(left.cost));
    this.#share(most, left.cost);
    this.#weigh(most);
    this.#byNumber = this.#numbered(most);
    const more = Number.isFinite(left.cost) ? Math.min(this.#byNumber, this.#bought(left.cost)) : this.#byNumber;
    return this.choosing.freed + Math.floor(more / PARTS);
  }

  /** Whether nothing that frees as much as `need` takes this free item: its worth is too small beside the greatest. */
  isBeneath(item: number, need: number): boolean {
    const taken = this.#byNumber - Math.max(this.#last - this.worth[item]!, 0);
    return this.choosing.freed + Math.floor(taken / PARTS) < need;
  }

  #affordable(cost: number): number {
    if (!Number.isFinite(cost)) return this.#cheap.length;
    let [count, spent] = [0, 0];
    while (count < this.#cheap.length && spent + this.#cheap[count]! <= cost) spent += this.#cheap[count++]!;
    return count;
  }

  /** Gathers each item's best share of each group, and the different completions with their shares. */
  #share(most: number, cost: number): void {
    const { groupOf, lost, missing, missingCost, whole, weights, setStart, setItem, state } = this.choosing;
    const [best, sum, touched] = [this.#best, this.#sum, this.#touched];
    sum.fill(0);
    this.#held.fill(0);
    this.#now++;
    let count = 0;
    for (let set = 0; set < groupOf.length; ) {
      const group = groupOf[set]!;
      let met = 0;
      for (; set < groupOf.length && groupOf[set] === group; set++) {
        if (whole[group] || lost[set] || missing[set]! > most || missingCost[set]! > cost) continue;
        const share = Math.ceil((PARTS * weights[group]!) / missing[set]!);
        for (let k = setStart[set]!; k < setStart[set + 1]!; k++) {
          const item = setItem[k]!;
          if (state[item] !== FREE) continue;
          if (best[item] === 0) touched[met++] = item;
          if (best[item]! < share) best[item] = share;
        }
        const stands = this.#standing(set);
        if (stands === set) {
          this.#value[set] = share;
          this.#distinct[count++] = set;
        } else this.#value[stands]! += share;
      }
      for (let k = 0; k < met; k++) {
        sum[touched[k]!]! += best[touched[k]!]!;
        best[touched[k]!] = 0;
      }
    }
    for (let d = 0; d < count; d++) this.#give(this.#distinct[d]!);
  }

  /** The set met first in this turn that asks for the same items. */
  #standing(set: number): number {
    const table = this.#table;
    const all = table.length - 1;
    for (let place = this.choosing.mark[set]! & all; ; place = (place + 1) & all) {
      if (this.#turn[place] !== this.#now) {
        this.#turn[place] = this.#now;
        table[place] = set;
        return set;
      }
      if (this.choosing.sameMissing(table[place]!, set)) return table[place]!;
    }
  }

  #give(set: number): void {
    const { missing, setStart, setItem, state, itemStart } = this.choosing;
    const size = missing[set]! - 1;
    for (let k = setStart[set]!; k < setStart[set + 1]!; k++) {
      const item = setItem[k]!;
      if (state[item] !== FREE) continue;
      const start = itemStart[item]! * this.#sizes + size * (itemStart[item + 1]! - itemStart[item]!);
      this.#shares[start + this.#held[item * this.#sizes + size]!++] = this.#value[set]!;
    }
  }

  #weigh(most: number): void {
    const { state, itemStart } = this.choosing;
    for (let item = 0; item < state.length; item++) {
      this.worth[item] = 0;
      if (state[item] !== FREE || this.#sum[item] === 0) continue;
      let given = 0;
      let others = 1;
      for (let size = 0; size < this.#sizes; size++) {
        const held = this.#held[item * this.#sizes + size]!;
        const start = itemStart[item]! * this.#sizes + size * (itemStart[item + 1]! - itemStart[item]!);
        given += sumOfGreatest(this.#shares, start, held, others);
        others = (others * (most - 1 - size)) / (size + 1);
      }
      this.worth[item] = Math.min(given, this.#sum[item]!);
    }
  }

  #numbered(most: number): number {
    const { worth } = this;
    const top = this.#top;
    let [count, sum] = [0, 0];
    this.lead = -1;
    for (let item = 0; item < worth.length; item++) {
      const own = worth[item]!;
      if (own === 0 || most === 0 || (count === most && own <= top[count - 1]!)) continue;
      if (count === 0 || own > top[0]!) this.lead = item;
      let place = count < most ? count++ : count - 1;
      for (; place > 0 && top[place - 1]! < own; place--) top[place] = top[place - 1]!;
      top[place] = own;
    }
    for (let place = 0; place < count; place++) sum += top[place]!;
    this.#last = count === most && count > 0 ? top[count - 1]! : 0;
    return sum;
  }

  /** The greatest worths for their cost until nothing is left, the last in part (Dantzig 1957). */
  #bought(cost: number): number {
    const { worth } = this;
    const { costs } = this.choosing;
    let count = 0;
    for (let item = 0; item < worth.length; item++) if (worth[item]! > 0) this.#order[count++] = item;
    const order = this.#order.subarray(0, count).sort((a, b) => worth[b]! * costs[a]! - worth[a]! * costs[b]!);
    if (count > 0) this.lead = order[0]!;
    let [left, sum] = [cost, 0];
    for (const item of order) {
      if (costs[item]! >= left) return sum + (worth[item]! * left) / costs[item]!;
      left -= costs[item]!;
      sum += worth[item]!;
    }
    return sum;
  }
}

/** Of so many numbers from a place on, the greatest few added up; their order there may change. */
function sumOfGreatest(numbers: Float64Array, start: number, count: number, few: number): number {
  if (count > few)
    for (let k = start + 1; k < start + count; k++) {
      const own = numbers[k]!;
      let place = k;
      for (; place > start && numbers[place - 1]! < own; place--) numbers[place] = numbers[place - 1]!;
      numbers[place] = own;
    }
  let sum = 0;
  for (let k = start; k < start + Math.min(count, few); k++) sum += numbers[k]!;
  return sum;
}
