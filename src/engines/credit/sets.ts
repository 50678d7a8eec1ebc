import type { Id } from '../../domain/fact.js';
import type { Objective } from '../../domain/questions.js';
import { type Group, liesWithin } from './curriculum.js';
import type { Item, Sum } from './items.js';
import { compareSolutions } from './solve.js';

/** Sets that are tried before one gives up. */
const MOST_SETS = 2_000;

/** What the sets are tried under. */
export interface Under {
  readonly sums: readonly Sum[];
  /** Option groups in which some item is credited. */
  readonly groups: readonly Group[];
  /** Whether a held module may be used more than once. */
  readonly reusable: boolean;
  /** The stage that may be joined with some modules done; null where it is always the first. */
  readonly stageReached: ((done: ReadonlySet<Id>) => number) | null;
  readonly objective: Objective;
}

/** A set of items with what it comes to. */
export interface ItemSet {
  readonly used: readonly Item[];
  readonly credits: number;
  readonly entryStage: number;
  readonly guaranteed: number;
  readonly guaranteedAndPrecedent: number;
  readonly heldUsed: number;
}

/**
 * The best set of some items, at most 30 and in order of ids (spec 3.4), found by trying every set that may still be the
 * best; null if there are too many. Of equal ones the first tried is the least by its list of ids.
 */
export function bestSet(items: readonly Item[], under: Under): ItemSet | null {
  const search = new Sets(items, under);
  return search.run(0, 0) ? search.best : null;
}

class Sets {
  best: ItemSet | null = null;
  /** For each item those after it that it cannot stand beside, as bits. */
  readonly #barred: readonly number[];
  readonly #chosen: Item[] = [];
  readonly #totals: number[];
  #credits = 0;
  /** Credits of the items not yet decided. */
  #rest = 0;
  #tried = 0;

  constructor(
    readonly items: readonly Item[],
    readonly under: Under,
  ) {
    this.#totals = under.sums.map(() => 0);
    this.#barred = items.map((item, one) => {
      let bits = 0;
      for (let at = one + 1; at < items.length; at++) if (excludes(item, items[at]!, under.reusable)) bits |= 1 << at;
      return bits;
    });
    for (const { credits } of items) this.#rest += credits;
  }

  /** Decides the items from one on, without those barred; false if there are too many sets. */
  run(at: number, barred: number): boolean {
    if (++this.#tried > MOST_SETS) return false;
    const item = this.items[at];
    if (!item) {
      this.#judge();
      return true;
    }
    if (this.under.objective === 'CREDITS' && this.best && this.#credits + this.#rest < this.best.credits) return true;
    this.#rest -= item.credits;
    let done = true;
    if ((barred & (1 << at)) === 0 && this.#fits(item)) {
      this.#chosen.push(item);
      this.#add(item, 1);
      done = this.run(at + 1, barred | this.#barred[at]!);
      this.#add(item, -1);
      this.#chosen.pop();
    }
    done = done && this.run(at + 1, barred);
    this.#rest += item.credits;
    return done;
  }

  #fits({ amounts }: Item): boolean {
    const { sums } = this.under;
    for (let sum = 0; sum < sums.length; sum++) if (this.#totals[sum]! + amounts[sum]! > sums[sum]!.most) return false;
    return true;
  }

  #add({ credits, amounts }: Item, times: 1 | -1): void {
    this.#credits += times * credits;
    for (let sum = 0; sum < amounts.length; sum++) this.#totals[sum]! += times * amounts[sum]!;
  }

  /** Takes what is chosen if it is allowed, and better than the best so far. */
  #judge(): void {
    const { sums, groups, stageReached, objective } = this.under;
    if (objective === 'CREDITS' && this.best && this.#credits < this.best.credits) return;
    for (let sum = 0; sum < sums.length; sum++)
      if (this.#totals[sum]! > 0 && this.#totals[sum]! < sums[sum]!.least) return;
    const done = groups.length > 0 || stageReached ? this.#done() : null;
    for (const group of groups) {
      const inside = [...done!].filter((module) => group.modules.has(module));
      if (!liesWithin(group, inside, group.choose)) return;
    }
    const next = this.#asSet(stageReached ? stageReached(done!) : 1);
    if (!this.best || compareSolutions(next, this.best, objective) < 0) this.best = next;
  }

  #done(): ReadonlySet<Id> {
    const done = new Set<Id>();
    for (const { targets } of this.#chosen) for (const target of targets) done.add(target);
    return done;
  }

  #asSet(entryStage: number): ItemSet {
    let [guaranteed, guaranteedAndPrecedent, heldUsed] = [0, 0, 0];
    for (const item of this.#chosen) {
      guaranteed += item.guaranteed;
      guaranteedAndPrecedent += item.firm;
      heldUsed += item.sources.length;
    }
    if (this.under.reusable) heldUsed = new Set(this.#chosen.flatMap(({ sources }) => sources)).size;
    return {
      used: [...this.#chosen],
      credits: this.#credits,
      entryStage,
      guaranteed,
      guaranteedAndPrecedent,
      heldUsed,
    };
  }
}

/** Whether two items cannot be chosen together: they share a target, or a source that may be used once. */
const excludes = (a: Item, b: Item, reusable: boolean): boolean =>
  shares(a.targets, b.targets) || (!reusable && shares(a.sources, b.sources));

function shares(some: readonly Id[], others: readonly Id[]): boolean {
  for (const id of some) if (others.includes(id)) return true;
  return false;
}
