/** Sets of levers by id, each in order, none of which holds another: by size and then ids. */
export type LeverSets = readonly (readonly string[])[];

/** What frees a cohort, as sets of ids of levers. */
export interface Freeing {
  readonly sets: LeverSets;
  /** True: there may be other sets of the size asked. */
  readonly cut: boolean;
}

/** The inclusion-minimal of some sets, each once. */
export function minimised(sets: LeverSets): LeverSets {
  const distinct = [...new Map(sets.map((set) => [set.join(' '), set])).values()].sort(
    (a, b) => a.length - b.length || compareIds(a, b),
  );
  const kept: (readonly string[])[] = [];
  for (const set of distinct) {
    const own = new Set(set);
    if (!kept.some((smaller) => smaller.every((id) => own.has(id)))) kept.push(set);
  }
  return kept;
}

/** Every union of one set of each, of at most so many levers; in no order, and not yet minimal. */
export const unions = (one: LeverSets, other: LeverSets, most: number): LeverSets =>
  one.flatMap((a) => other.map((b) => [...new Set([...a, ...b])].sort())).filter(({ length }) => length <= most);

function compareIds(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((id, i) => id !== b[i]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
