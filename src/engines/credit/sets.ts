import type { Id } from '../../domain/fact.js';
import type { Held } from '../../domain/holding.js';
import type { Objective } from '../../domain/questions.js';
import { type Group, liesWithin } from './curriculum.js';
import type { Item, Sums } from './items.js';
import { compareSolutions } from './solve.js';

/** Sets that are tried before one gives up. */
const MOST_SETS = 2_000;

/** What the sets are tried under. */
export interface Under {
  readonly sums: Sums;
  /** Option groups in which some item is credited. */
  readonly groups: readonly Group[];
  /** Whether a held module may be used more than once. */
  readonly reusable: boolean;
  /** The stage that may be joined with some modules done; null where it is always the first. */
  readonly stageReached: ((done: ReadonlySet<Id>) => number) | null;
  readonly objective: Objective;
}

/** An item with the held things that it uses. */
export interface Choice {
  readonly item: Item;
  readonly sources: readonly Held[];
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
 * The best set of some choices, at most 30 and in order of ids (spec 3.4), found by trying every set that may still be the
 * best; null if there are too many. Of equal ones the first tried is the least by its list of ids.
 */
export function bestSet(choices: readonly Choice[], under: Under): ItemSet | null {
  if (areAllowed(choices, under)) return setOf(choices, 1, under.reusable);
  const search = new Sets(choices, under);
  return search.run(0, 0) ? search.best : null;
}

/** Whether all choices together give most, as often they do: none bars another, all fit, and nothing else is to be asked. */
function areAllowed(choices: readonly Choice[], { sums, groups, stageReached, reusable }: Under): boolean {
  if (groups.length > 0 || stageReached) return false;
  for (let one = 0; one < choices.length; one++) {
    if (choices[one]!.item.credits === 0) return false;
    for (let at = one + 1; at < choices.length; at++) if (excludes(choices[one]!, choices[at]!, reusable)) return false;
  }
  for (let sum = 0; sum < sums.most.length; sum++) {
    let total = 0;
    for (const { item } of choices) total += item.amounts[sum]!;
    if (total > sums.most[sum]! || (total > 0 && total < sums.least[sum]!)) return false;
  }
  return true;
}

/** What a set of choices comes to. */
function setOf(chosen: readonly Choice[], entryStage: number, reusable: boolean): ItemSet {
  let [credits, guaranteed, guaranteedAndPrecedent, heldUsed] = [0, 0, 0, 0];
  for (const { item, sources } of chosen) {
    credits += item.credits;
    guaranteed += item.guaranteed;
    guaranteedAndPrecedent += item.firm;
    heldUsed += sources.length;
  }
  if (reusable) heldUsed = new Set(chosen.flatMap(({ sources }) => sources)).size;
  const used = chosen.map(({ item }) => item);
  return { used, credits, entryStage, guaranteed, guaranteedAndPrecedent, heldUsed };
}

class Sets {
  best: ItemSet | null = null;
  /** For each choice those after it that it cannot stand beside, as bits. */
  readonly #barred: readonly number[];
  readonly #chosen: Choice[] = [];
  readonly #totals: number[];
  /** For each choice the first that has the same first target: of those that share it one at the most is chosen. */
  readonly #rival: readonly number[];
  /** The most credits that one of the rivals of each choice could still give. */
  readonly #most: number[];
  #credits = 0;
  #tried = 0;

  constructor(
    readonly choices: readonly Choice[],
    readonly under: Under,
  ) {
    this.#totals = new Array<number>(under.sums.most.length).fill(0);
    this.#most = new Array<number>(choices.length).fill(0);
    this.#rival = choices.map(({ item }) => choices.findIndex((other) => other.item.places[0] === item.places[0]));
    this.#barred = choices.map((choice, one) => {
      let bits = 0;
      for (let at = one + 1; at < choices.length; at++)
        if (excludes(choice, choices[at]!, under.reusable)) bits |= 1 << at;
      return bits;
    });
  }

  /** Decides the choices from one on, without those barred; false if there are too many sets. */
  run(at: number, barred: number): boolean {
    let next = at;
    while (barred & (1 << next)) next++;
    const choice = this.choices[next];
    if (++this.#tried > MOST_SETS) return false;
    if (!choice) {
      this.#judge();
      return true;
    }
    if (
      this.under.objective === 'CREDITS' &&
      this.best &&
      this.#credits + this.#still(next, barred) < this.best.credits
    )
      return true;
    if (this.#fits(choice.item)) {
      this.#chosen.push(choice);
      this.#add(choice.item, 1);
      const done = this.run(next + 1, barred | this.#barred[next]!);
      this.#add(choice.item, -1);
      this.#chosen.pop();
      if (!done) return false;
    }
    return this.run(next + 1, barred);
  }

  /** No more credits than these can be had of the choices from one on. */
  #still(from: number, barred: number): number {
    let sum = 0;
    this.#most.fill(0);
    for (let at = from; at < this.choices.length; at++) {
      if (barred & (1 << at)) continue;
      const { credits } = this.choices[at]!.item;
      const more = credits - this.#most[this.#rival[at]!]!;
      if (more <= 0) continue;
      this.#most[this.#rival[at]!] = credits;
      sum += more;
    }
    return sum;
  }

  #fits({ amounts }: Item): boolean {
    const { most } = this.under.sums;
    for (let sum = 0; sum < most.length; sum++) if (this.#totals[sum]! + amounts[sum]! > most[sum]!) return false;
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
    for (let sum = 0; sum < sums.least.length; sum++)
      if (this.#totals[sum]! > 0 && this.#totals[sum]! < sums.least[sum]!) return;
    const done = groups.length > 0 || stageReached ? this.#done() : null;
    for (const group of groups) {
      const inside = [...done!].filter((module) => group.modules.has(module));
      if (!liesWithin(group, inside, group.choose)) return;
    }
    const next = setOf(this.#chosen, stageReached ? stageReached(done!) : 1, this.under.reusable);
    if (!this.best || compareSolutions(next, this.best, objective) < 0) this.best = next;
  }

  #done(): ReadonlySet<Id> {
    const done = new Set<Id>();
    for (const { item } of this.#chosen) for (const target of item.targets) done.add(target);
    return done;
  }
}

/** Whether two cannot be chosen together: they share a target, or a source that may be used once. */
const excludes = (a: Choice, b: Choice, reusable: boolean): boolean =>
  shares(a.item.places, b.item.places) || (!reusable && shares(a.sources, b.sources));

function shares<T>(some: readonly T[], others: readonly T[]): boolean {
  for (const one of some) if (others.includes(one)) return true;
  return false;
}
