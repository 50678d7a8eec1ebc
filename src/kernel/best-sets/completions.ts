import { type Choosing, FREE } from './choosing.js';

/**
 * The different ways in which sets can still be completed, each with the shares it gives to every item it misses: sets
 * that miss the same items are one completion.
 */
export class Completions {
  /** Sets that stand for a completion, and what each gives. */
  readonly #distinct: Int32Array;
  readonly #value: Float64Array;
  #count = 0;
  /** An open table of those sets, by mark; entries of an earlier turn are empty. */
  readonly #table: Int32Array;
  readonly #turn: Int32Array;
  #now = 0;
  /** The shares of completions of m items that hold item i begin at itemStart[i] x sizes + (m - 1) x its sets. */
  readonly #shares: Float64Array;
  readonly #held: Int32Array;
  readonly #sizes: number;

  constructor(readonly choosing: Choosing) {
    const sets = choosing.groupOf.length;
    this.#distinct = new Int32Array(sets);
    this.#value = new Float64Array(sets);
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * sets + 2)));
    this.#turn = new Int32Array(this.#table.length);
    this.#sizes = choosing.missing.reduce((most, size) => Math.max(most, size), 0);
    this.#shares = new Float64Array(choosing.itemSet.length * this.#sizes);
    this.#held = new Int32Array(choosing.costs.length * this.#sizes);
  }

  /** Begins anew; of the items those are named that were given anything. */
  clear(items: Int32Array, count: number): void {
    const sizes = this.#sizes;
    for (let k = 0; k < count; k++) for (let size = 0; size < sizes; size++) this.#held[items[k]! * sizes + size] = 0;
    this.#count = 0;
    this.#now++;
  }

  /** Counts in a set that can be completed. */
  add(set: number, share: number): void {
    const table = this.#table;
    const all = table.length - 1;
    let place = this.choosing.mark[set]! & all;
    for (; this.#turn[place] === this.#now; place = (place + 1) & all)
      if (this.choosing.sameMissing(table[place]!, set)) {
        this.#value[table[place]!]! += share;
        return;
      }
    this.#turn[place] = this.#now;
    table[place] = set;
    this.#value[set] = share;
    this.#distinct[this.#count++] = set;
  }

  /** Gives the shares to the items, once all sets are counted in. */
  give(): void {
    const { missing, setStart, setItem, state, itemStart } = this.choosing;
    for (let d = 0; d < this.#count; d++) {
      const set = this.#distinct[d]!;
      const size = missing[set]! - 1;
      for (let k = setStart[set]!; k < setStart[set + 1]!; k++) {
        const item = setItem[k]!;
        if (state[item] !== FREE) continue;
        const start = itemStart[item]! * this.#sizes + size * (itemStart[item + 1]! - itemStart[item]!);
        this.#shares[start + this.#held[item * this.#sizes + size]!++] = this.#value[set]!;
      }
    }
  }

  /**
   * What an item can be given where at most so many are chosen, it among them: beside it are most - 1 others, so no more
   * than (most - 1 over m - 1) completions of m items that hold it.
   */
  worth(item: number, most: number): number {
    const { itemStart } = this.choosing;
    const sets = itemStart[item + 1]! - itemStart[item]!;
    let given = 0;
    let ways = 1;
    for (let size = 0; size < this.#sizes; size++) {
      const held = this.#held[item * this.#sizes + size]!;
      if (held > 0) given += sumOfGreatest(this.#shares, itemStart[item]! * this.#sizes + size * sets, held, ways);
      ways = (ways * (most - 1 - size)) / (size + 1);
    }
    return given;
  }
}

/** Of so many numbers from a place on, the greatest few added up; what is there is not kept. */
function sumOfGreatest(numbers: Float64Array, start: number, count: number, few: number): number {
  const kept = Math.min(count, few);
  if (kept === 0) return 0;
  if (count > few)
    for (let k = start + 1; k < start + count; k++) {
      const own = numbers[k]!;
      let place = Math.min(k, start + few);
      if (place === start + few && numbers[--place]! >= own) continue;
      for (; place > start && numbers[place - 1]! < own; place--) numbers[place] = numbers[place - 1]!;
      numbers[place] = own;
    }
  let sum = 0;
  for (let k = start; k < start + kept; k++) sum += numbers[k]!;
  return sum;
}
