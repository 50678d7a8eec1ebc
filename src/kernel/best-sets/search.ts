import { Choosing } from './choosing.js';
import type { Component } from './component.js';
import { type Left, Reach } from './reach.js';

/** A budget of nodes, shared by the searches of one answer. */
export interface Steps {
  left: number;
}

/** What is known of the best sets of a component within a budget. Items are places in the component, in rising order. */
export interface Found {
  readonly freed: number;
  /** Nothing within the budget frees more; equal to `freed` where that is proven. */
  readonly bound: number;
  /** Sets that free as much and of which no item can be dropped; at least the one to choose is there. */
  readonly sets: readonly (readonly number[])[];
  /** Whether these are all of them. */
  readonly counted: boolean;
  /** Whether none comes before all of these: cheaper, smaller or lesser. */
  readonly first: boolean;
}

/**
 * The sets of a component's items that free the most, by branch and bound: at each node the item of greatest worth is
 * chosen, then excluded, and what `Reach` proves to lead nowhere is left.
 */
export class Search {
  readonly #choosing: Choosing;
  readonly #reach: Reach;
  readonly #excluded: number[] = [];
  #steps: Steps = { left: 0 };
  #best = 0;
  /** A set that frees as much as the best, for where the steps run out before any is listed. */
  #inHand: readonly number[] = [];
  #listed: number[][] = [];
  #tooMany = false;
  /** The greatest bound of what the steps left open. */
  #open = -1;
  #met: readonly number[] = [];

  /** `most`: so many sets of equal worth are listed; where there are more, only the first is still sought. */
  constructor(
    readonly component: Component,
    readonly most: number,
  ) {
    this.#choosing = new Choosing(component);
    this.#reach = new Reach(this.#choosing);
  }

  /** `known` is the best set of a smaller budget: what it frees is a beginning. */
  within(left: Left, known: Found | null, steps: Steps): Found {
    this.#steps = steps;
    this.#best = known?.freed ?? 0;
    this.#inHand = known?.sets[0] ?? [];
    this.#listed = [];
    this.#tooMany = false;
    this.#open = -1;
    this.#reach.begin();
    this.#most(left);
    const cut = this.#open >= this.#best;
    const sets = this.#listed.length > 0 ? this.#listed : [this.#inHand];
    const counted = !cut && !this.#tooMany;
    const found = { freed: this.#best, bound: Math.max(this.#best, this.#open), sets, counted, first: counted };
    return this.#tooMany && !cut ? this.#withFirst(found, left) : found;
  }

  #most(left: Left): void {
    const { freed } = this.#choosing;
    this.#meet();
    if (left.items === 0) return;
    const start = this.#excluded.length;
    for (;;) {
      const need = this.#tooMany || freed === this.#best ? this.#best + 1 : this.#best;
      const bound = this.#reach.bound(left);
      if (bound < need) break;
      if (this.#steps.left <= 0) {
        this.#open = Math.max(this.#open, bound);
        break;
      }
      if (this.#thinned(left, need)) continue;
      const item = this.#reach.lead;
      this.#steps.left--;
      this.#choose(item);
      this.#most(this.#after(left, item));
      this.#unchoose();
      this.#exclude(item);
    }
    this.#includeFrom(start);
  }

  #meet(): void {
    const { freed, chosen } = this.#choosing;
    if (freed < this.#best) return;
    const isLeast = this.#choosing.isLeast();
    if (freed > this.#best) {
      [this.#best, this.#listed, this.#tooMany] = [freed, [], false];
      this.#inHand = isLeast ? rising(chosen) : leastOf(this.component, rising(chosen));
    }
    if (!isLeast) return;
    if (this.#listed.length < this.most) this.#listed.push(rising(chosen));
    else this.#tooMany = true;
  }

  /** Excludes the items that nothing of need takes; true if there were any. */
  #thinned({ items }: Left, need: number): boolean {
    if (items === 1) return false;
    const beneath = this.#reach.beneath(need);
    for (const item of beneath) this.#exclude(item);
    return beneath.length > 0;
  }

  /** The same sets and, where it is not among them, that which comes first: cheapest, then smallest, then least. */
  #withFirst(found: Found, left: Left): Found {
    const need = found.freed;
    const { costs } = this.component;
    const costOf = (set: readonly number[]): number => set.reduce((sum, item) => sum + costs[item]!, 0);
    let first = found.sets[0]!;
    const better = (limit: () => Left): void => {
      for (this.#reach.begin(); this.#reaches(limit(), need); this.#reach.begin()) first = this.#met;
    };
    better(() => ({ items: left.items, cost: costOf(first) - 1 }));
    const cost = costOf(first);
    better(() => ({ items: first.length - 1, cost }));
    first = this.#leastList(first, cost, need);
    // Where the steps ran out on the way, items may be left in it that it does not need.
    if (this.#steps.left <= 0) return found;
    const others = found.sets.filter((set) => set.join() !== first.join());
    return { ...found, sets: [first, ...others], first: true };
  }

  /** Of the sets that free as much as `need`, cost no more and are no larger than this one, the least list. */
  #leastList(known: readonly number[], cost: number, need: number): readonly number[] {
    let least = known;
    let left: Left = { items: known.length, cost };
    this.#reach.begin();
    for (let place = 0, item = 0; place < least.length; place++, item++) {
      while (item < least[place]!) {
        this.#choose(item);
        const reached = this.#reaches(this.#after(left, item), need);
        this.#unchoose();
        if (reached) least = this.#met;
        else this.#exclude(item++);
      }
      this.#choose(item);
      left = this.#after(left, item);
    }
    while (this.#choosing.chosen.length > 0) this.#unchoose();
    this.#includeFrom(0);
    return least;
  }

  /** Whether something within what is left frees as much; `#met` is then the first such set that was met. */
  #reaches(left: Left, need: number): boolean {
    if (left.items < 0 || left.cost < 0) return false;
    if (this.#choosing.freed >= need) {
      this.#met = rising(this.#choosing.chosen);
      return true;
    }
    const start = this.#excluded.length;
    let reached = false;
    while (!reached && left.items > 0 && this.#steps.left > 0 && this.#reach.bound(left) >= need) {
      if (this.#thinned(left, need)) continue;
      const item = this.#reach.lead;
      this.#steps.left--;
      this.#choose(item);
      reached = this.#reaches(this.#after(left, item), need);
      this.#unchoose();
      this.#exclude(item);
    }
    this.#includeFrom(start);
    return reached;
  }

  #after({ items, cost }: Left, item: number): Left {
    return { items: items - 1, cost: cost - this.component.costs[item]! };
  }

  #choose(item: number): void {
    this.#choosing.choose(item);
    this.#reach.enter();
  }

  #unchoose(): void {
    this.#reach.leave();
    this.#choosing.unchoose();
  }

  #exclude(item: number): void {
    this.#choosing.exclude(item);
    this.#excluded.push(item);
  }

  #includeFrom(start: number): void {
    while (this.#excluded.length > start) this.#choosing.include(this.#excluded.pop()!);
  }
}

/** What is left of a set once each item is dropped without which it frees as much. */
function leastOf({ groups }: Component, set: readonly number[]): readonly number[] {
  const freedBy = (items: readonly number[]): number =>
    groups.reduce(
      (sum, { weight, sets }) => sum + (sets.some((each) => each.every((item) => items.includes(item))) ? weight : 0),
      0,
    );
  const freed = freedBy(set);
  return set.reduce((least, item) => {
    const less = least.filter((other) => other !== item);
    return freedBy(less) === freed ? less : least;
  }, set);
}

const rising = (items: readonly number[]): number[] => [...items].sort((a, b) => a - b);
