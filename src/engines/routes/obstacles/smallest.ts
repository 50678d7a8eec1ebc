import { compareLists } from '../../../domain/order.js';

/** Members of a set, and sets, at the most (spec 3.5). */
const MOST_MEMBERS = 4;
const MOST_SETS = 20;

export interface Opening {
  /** The smallest sets that open, by size and then ids. */
  readonly sets: readonly (readonly string[])[];
  /** What was cut, in a sentence; null where nothing was. */
  readonly cut: string | null;
  /** Whether everything together opens. */
  readonly all: boolean;
}

/**
 * All inclusion-minimal sets of ids that open something, up to four members and twenty sets, by size and then ids. A set
 * opens wherever a part of it does. Every set that opens holds some id of each *blocker*: what a greatest set that does
 * not open leaves out. So sets that hit all blockers known are tried, the smallest first; one that does not open is grown
 * to a greatest such set, whose rest is the next blocker (implicit hitting sets; after Reiter, 1987, and Liffiton and
 * Sakallah, 2008). `opens` answers null once it may not be asked any more: then what was found stands, and the cut is told.
 */
export function smallestOpening(ids: readonly string[], opens: (set: readonly string[]) => boolean | null): Opening {
  const all = opens(ids);
  if (!all) return { sets: [], cut: all === null ? UNASKED : null, all: false };
  const found: (readonly string[])[] = [];
  const blockers: (readonly string[])[] = [];
  const waiting = new Waiting();
  let larger = false;
  waiting.add([]);
  for (let set = waiting.next(); set; set = waiting.next()) {
    const now = set;
    if (found.some((known) => known.every((id) => now.includes(id)))) continue;
    let blocker = blockers.find((one) => !one.some((id) => now.includes(id)));
    if (!blocker) {
      const verdict = opens(now);
      if (verdict === null) return { sets: found, cut: UNASKED, all: true };
      if (verdict) {
        if (found.length === MOST_SETS) return { sets: found, cut: MORE, all: true };
        found.push(now);
        continue;
      }
      const rest = leftOut(now, ids, opens);
      if (rest === null) return { sets: found, cut: UNASKED, all: true };
      blockers.push(rest);
      blocker = rest;
    }
    if (now.length === MOST_MEMBERS) larger = true;
    else for (const id of blocker) waiting.add([...now, id].sort());
  }
  return { sets: found, cut: larger ? LARGER : null, all: true };
}

const UNASKED = 'Not every set of things in the way could be asked: that took too many searches.';
const MORE = `More than ${MOST_SETS} sets of things stand in the way: the first are told.`;
const LARGER = `Sets of more than ${MOST_MEMBERS} things were not asked.`;

/** What a greatest set that does not open, and holds a given one, leaves out; null where that could not be asked. */
function leftOut(
  set: readonly string[],
  ids: readonly string[],
  opens: (set: readonly string[]) => boolean | null,
): string[] | null {
  let grown = [...set];
  const out: string[] = [];
  const take = (some: readonly string[]): boolean => {
    if (some.length === 0) return true;
    const verdict = opens([...grown, ...some].sort());
    if (verdict === null) return false;
    if (!verdict) grown = [...grown, ...some];
    else if (some.length === 1) out.push(some[0]!);
    else {
      const half = some.length >> 1;
      return take(some.slice(0, half)) && take(some.slice(half));
    }
    return true;
  };
  return take(ids.filter((id) => !set.includes(id))) ? out : null;
}

/** Sets to be tried, each once: the smallest first, then by ids. */
class Waiting {
  readonly #seen = new Set<string>();
  readonly #bySize: string[][][] = [];

  add(set: string[]): void {
    const key = set.join(' ');
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#bySize[set.length] = [...(this.#bySize[set.length] ?? []), set];
  }

  next(): string[] | undefined {
    const sets = this.#bySize.find((some) => some !== undefined && some.length > 0);
    if (!sets) return undefined;
    let least = 0;
    for (let at = 1; at < sets.length; at++) if (compareLists(sets[at]!, sets[least]!) < 0) least = at;
    return sets.splice(least, 1)[0];
  }
}
