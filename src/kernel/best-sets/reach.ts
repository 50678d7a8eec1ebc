import { type Choosing, FREE } from './choosing.js';
import { Completions } from './completions.js';

/** How much more may be spent: items, and hundredths. */
export interface Left {
  readonly items: number;
  readonly cost: number;
}

/** Weights are counted in parts so small that shares of up to eight are whole, and sums of them exact. */
const PARTS = 840;
const PART = Float64Array.from({ length: 9 }, (_, size) => Math.ceil(PARTS / size));

/** What each of so many items is given of a weight of one. */
const partOf = (size: number): number => PART[size] ?? Math.ceil(PARTS / size);

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
  /** By item: no choice gives it more. Zero: it need not be chosen. */
  readonly worth: Float64Array;
  /** The free item of greatest worth, or of greatest worth for its cost where cost is limited; -1 if none has any. */
  lead = -1;
  /** The items that have any worth. */
  readonly #given: Int32Array;
  #count = 0;
  #byNumber = 0;
  /** The least of the worths that make up the bound by number. */
  #last = 0;
  /** By depth, the sets that can still be completed: what is out of reach stays so further down. */
  readonly #live: { readonly sets: Int32Array; length: number }[];
  #depth = 0;
  readonly #best: Float64Array;
  readonly #touched: Int32Array;
  readonly #sum: Float64Array;
  readonly #completions: Completions;
  readonly #top: Float64Array;
  /** Costs in rising order. */
  readonly #cheap: Float64Array;

  constructor(readonly choosing: Choosing) {
    const items = choosing.costs.length;
    this.worth = new Float64Array(items);
    this.#given = new Int32Array(items);
    this.#live = [{ sets: Int32Array.from(choosing.groupOf, (_, set) => set), length: choosing.groupOf.length }];
    this.#best = new Float64Array(items);
    this.#touched = new Int32Array(items);
    this.#sum = new Float64Array(items);
    this.#completions = new Completions(choosing);
    this.#top = new Float64Array(items);
    this.#cheap = choosing.costs.slice().sort();
  }

  /** Begins a search anew, with nothing out of reach yet. */
  begin(): void {
    const [root] = this.#live;
    root!.length = root!.sets.length;
    for (let set = 0; set < root!.length; set++) root!.sets[set] = set;
  }

  /** Goes down to a node below this one. */
  enter(): void {
    const { sets, length } = this.#live[this.#depth++]!;
    this.#live[this.#depth] ??= { sets: new Int32Array(sets.length), length };
    const below = this.#live[this.#depth]!;
    below.length = length;
    for (let k = 0; k < length; k++) below.sets[k] = sets[k]!;
  }

  leave(): void {
    this.#depth--;
  }

  /** No choice that adds to this one what is left frees more than so much altogether. */
  bound(left: Left): number {
    const most = Math.min(left.items, this.#affordable(left.cost));
    this.#share(most, left.cost);
    this.#byNumber = this.#numbered(most);
    const more = Number.isFinite(left.cost) ? Math.min(this.#byNumber, this.#bought(left.cost)) : this.#byNumber;
    return this.choosing.freed + Math.floor(more / PARTS);
  }

  /** The free items whose worth is too small beside the greatest: nothing that frees as much as `need` takes them. */
  beneath(need: number): number[] {
    const items: number[] = [];
    for (let k = 0; k < this.#count; k++) {
      const item = this.#given[k]!;
      const taken = this.#byNumber - Math.max(this.#last - this.worth[item]!, 0);
      if (this.choosing.freed + Math.floor(taken / PARTS) < need) items.push(item);
    }
    return items;
  }

  #affordable(cost: number): number {
    if (!Number.isFinite(cost)) return this.#cheap.length;
    let [count, spent] = [0, 0];
    while (count < this.#cheap.length && spent + this.#cheap[count]! <= cost) spent += this.#cheap[count++]!;
    return count;
  }

  /** The worth of each item: what is given to it by groups or by completions, whichever is less. */
  #share(most: number, cost: number): void {
    const { groupOf, lost, missing, missingCost, whole, weights, setStart, setItem, state } = this.choosing;
    const [best, sum, touched, given, completions] = [
      this.#best,
      this.#sum,
      this.#touched,
      this.#given,
      this.#completions,
    ];
    const live = this.#live[this.#depth]!;
    completions.clear(given, this.#count);
    for (let k = 0; k < this.#count; k++) this.worth[given[k]!] = sum[given[k]!] = 0;
    const { sets, length } = live;
    let [kept, count] = [0, 0];
    for (let at = 0; at < length; ) {
      const group = groupOf[sets[at]!]!;
      let met = 0;
      for (; at < length && groupOf[sets[at]!] === group; at++) {
        const set = sets[at]!;
        if (whole[group] || lost[set] || missing[set]! > most || missingCost[set]! > cost) continue;
        sets[kept++] = set;
        const share = weights[group]! * partOf(missing[set]!);
        completions.add(set, share);
        for (let k = setStart[set]!; k < setStart[set + 1]!; k++) {
          const item = setItem[k]!;
          if (state[item] !== FREE) continue;
          if (sum[item] === 0) given[count++] = item;
          // Of a group an item is given its best share once: what it is given now, less what it was.
          if (best[item] === 0) touched[met++] = item;
          else if (best[item]! >= share) continue;
          sum[item]! += share - best[item]!;
          best[item] = share;
        }
      }
      for (let k = 0; k < met; k++) best[touched[k]!] = 0;
    }
    live.length = kept;
    this.#count = count;
    completions.give();
    for (let k = 0; k < this.#count; k++) {
      const item = given[k]!;
      this.worth[item] = Math.min(completions.worth(item, most), sum[item]!);
    }
  }

  #numbered(most: number): number {
    const { worth } = this;
    const top = this.#top;
    let [count, sum] = [0, 0];
    this.lead = -1;
    for (let k = 0; k < this.#count; k++) {
      const item = this.#given[k]!;
      const own = worth[item]!;
      if (this.lead < 0 || own > top[0]!) this.lead = item;
      if (count === most) {
        if (own <= top[count - 1]!) continue;
        count--;
      }
      let place = count++;
      for (; place > 0 && top[place - 1]! < own; place--) top[place] = top[place - 1]!;
      top[place] = own;
    }
    for (let place = 0; place < count; place++) sum += top[place]!;
    this.#last = count === most ? top[count - 1]! : 0;
    return sum;
  }

  /** The greatest worths for their cost until nothing is left, the last in part (Dantzig 1957). */
  #bought(cost: number): number {
    const { worth } = this;
    const { costs } = this.choosing;
    const order = this.#given.slice(0, this.#count).sort((a, b) => worth[b]! * costs[a]! - worth[a]! * costs[b]!);
    if (order.length > 0) this.lead = order[0]!;
    let [left, sum] = [cost, 0];
    for (const item of order) {
      if (costs[item]! >= left) return sum + (worth[item]! * left) / costs[item]!;
      left -= costs[item]!;
      sum += worth[item]!;
    }
    return sum;
  }
}
