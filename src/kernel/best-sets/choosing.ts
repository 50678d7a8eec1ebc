import type { Component } from './component.js';

export const FREE = 0;
export const CHOSEN = 1;
export const EXCLUDED = 2;

/** Which items of a component are chosen, excluded or still free, and what that frees; each step can be taken back. */
export class Choosing {
  readonly costs: Float64Array;
  readonly weights: Float64Array;
  /** Items of set s are those from setStart[s] up to setStart[s + 1]; sets of a group stand side by side. */
  readonly setStart: Int32Array;
  readonly setItem: Int32Array;
  readonly groupOf: Int32Array;
  /** Sets of item i are those from itemStart[i] up to itemStart[i + 1]. */
  readonly itemStart: Int32Array;
  readonly itemSet: Int32Array;
  readonly state: Uint8Array;
  /** By set: items of it that are not chosen, what these cost, and a mark that equal ones share. */
  readonly missing: Int32Array;
  readonly missingCost: Float64Array;
  readonly mark: Int32Array;
  /** By set: items of it that are excluded. */
  readonly lost: Int32Array;
  /** By group: sets of it that are chosen whole. */
  readonly whole: Int32Array;
  /** Chosen items, in the order of choosing. */
  readonly chosen: number[] = [];
  freed = 0;
  cost = 0;
  readonly #marks: Int32Array;

  constructor({ costs, groups }: Component) {
    const sets = groups.flatMap((group) => group.sets);
    this.costs = Float64Array.from(costs);
    this.weights = Float64Array.from(groups, ({ weight }) => weight);
    this.groupOf = Int32Array.from(groups.flatMap((group, at) => group.sets.map(() => at)));
    this.setStart = startsOf(sets.map((set) => set.length));
    this.setItem = Int32Array.from(sets.flat());
    const holding: number[][] = costs.map(() => []);
    for (const [at, set] of sets.entries()) for (const item of set) holding[item]!.push(at);
    this.itemStart = startsOf(holding.map((held) => held.length));
    this.itemSet = Int32Array.from(holding.flat());
    this.state = new Uint8Array(costs.length);
    this.missing = Int32Array.from(sets, (set) => set.length);
    this.missingCost = Float64Array.from(sets, (set) => set.reduce((sum, item) => sum + costs[item]!, 0));
    this.#marks = Int32Array.from(
      costs,
      (_, item) => Math.imul(item + 1, 0x9e3779b1) ^ Math.imul(item + 7, 0x85ebca6b),
    );
    this.mark = Int32Array.from(sets, (set) => set.reduce((mark, item) => mark ^ this.#marks[item]!, 0));
    this.lost = new Int32Array(sets.length);
    this.whole = new Int32Array(groups.length);
  }

  choose(item: number): void {
    const cost = this.costs[item]!;
    this.state[item] = CHOSEN;
    this.chosen.push(item);
    this.cost += cost;
    for (let k = this.itemStart[item]!; k < this.itemStart[item + 1]!; k++) {
      const set = this.itemSet[k]!;
      this.missingCost[set]! -= cost;
      this.mark[set]! ^= this.#marks[item]!;
      if (--this.missing[set]! > 0) continue;
      const group = this.groupOf[set]!;
      if (this.whole[group]!++ === 0) this.freed += this.weights[group]!;
    }
  }

  /** Takes back the choice made last. */
  unchoose(): void {
    const item = this.chosen.pop()!;
    const cost = this.costs[item]!;
    this.state[item] = FREE;
    this.cost -= cost;
    for (let k = this.itemStart[item]!; k < this.itemStart[item + 1]!; k++) {
      const set = this.itemSet[k]!;
      this.missingCost[set]! += cost;
      this.mark[set]! ^= this.#marks[item]!;
      if (this.missing[set]!++ > 0) continue;
      const group = this.groupOf[set]!;
      if (--this.whole[group]! === 0) this.freed -= this.weights[group]!;
    }
  }

  exclude(item: number): void {
    this.state[item] = EXCLUDED;
    for (let k = this.itemStart[item]!; k < this.itemStart[item + 1]!; k++) this.lost[this.itemSet[k]!]!++;
  }

  include(item: number): void {
    this.state[item] = FREE;
    for (let k = this.itemStart[item]!; k < this.itemStart[item + 1]!; k++) this.lost[this.itemSet[k]!]!--;
  }

  /** Whether no chosen item can be dropped without freeing less. */
  isLeast(): boolean {
    return this.chosen.every((item) => this.#isNeeded(item));
  }

  #isNeeded(item: number): boolean {
    for (let k = this.itemStart[item]!; k < this.itemStart[item + 1]!; ) {
      const group = this.groupOf[this.itemSet[k]!]!;
      let through = 0;
      for (; k < this.itemStart[item + 1]! && this.groupOf[this.itemSet[k]!] === group; k++)
        if (this.missing[this.itemSet[k]!] === 0) through++;
      if (through > 0 && through === this.whole[group]) return true;
    }
    return false;
  }

  /** Whether two sets ask for the same items still. */
  sameMissing(a: number, b: number): boolean {
    if (this.mark[a] !== this.mark[b] || this.missing[a] !== this.missing[b]) return false;
    for (let k = this.setStart[a]!; k < this.setStart[a + 1]!; k++) {
      const item = this.setItem[k]!;
      if (this.state[item] !== CHOSEN && !this.#holds(b, item)) return false;
    }
    return true;
  }

  #holds(set: number, item: number): boolean {
    for (let k = this.setStart[set]!; k < this.setStart[set + 1]!; k++) if (this.setItem[k] === item) return true;
    return false;
  }
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = starts[at]! + length;
  return starts;
}
