import type { Id } from '../../domain/fact.js';

/** Members of a set, and sets, at the most (spec 3.5). */
const MOST_MEMBERS = 4;
const MOST_SETS = 20;
/** Sets that could not be told, after which no more are asked. */
const MOST_UNTOLD = 20;
const UNTOLD = 'Not every set of limits could be asked: that took too long.';

export interface SmallestSets {
  readonly sets: readonly (readonly Id[])[];
  /** What was cut, in sentences. */
  readonly cut: readonly string[];
}

/**
 * All inclusion-minimal sets of two to four limits that gain, by size and then ids, of limits none of which gains alone;
 * twenty at the most. `gains` answers null where it cannot tell: then nothing is said of any set that holds it. `steady`
 * says that a set gains wherever a part of it does; so it is worth asking how far a set that does not gain can grow.
 */
export function smallestSets(
  limits: readonly Id[],
  gains: (limits: readonly Id[]) => boolean | null,
  steady: boolean,
): SmallestSets {
  if (limits.length < 2 || (steady && gains(limits) === false)) return { sets: [], cut: [] };
  const sets: (readonly Id[])[] = [];
  const untold: (readonly Id[])[] = [];
  for (let size = 2; size <= Math.min(MOST_MEMBERS, limits.length); size++)
    for (const set of choicesOf(limits, size)) {
      if ([...sets, ...untold].some((part) => holdsAll(set, part))) continue;
      const verdict = gains(set);
      if (verdict === null) untold.push(set);
      else if (verdict) sets.push(set);
      else if (steady) grow(set, limits, sets, gains);
      if (untold.length > MOST_UNTOLD) return { sets, cut: [UNTOLD] };
      if (sets.length > MOST_SETS)
        return {
          sets: sets.slice(0, MOST_SETS),
          cut: [`More than ${MOST_SETS} sets of limits gain: the first are told.`],
        };
    }
  return {
    sets,
    cut: [
      ...(untold.length ? [UNTOLD] : []),
      ...(limits.length > MOST_MEMBERS ? [`Sets of more than ${MOST_MEMBERS} limits were not asked.`] : []),
    ],
  };
}

/** Asks of ever larger sets whether they still gain nothing, so that their parts need not be asked. */
function grow(
  from: readonly Id[],
  limits: readonly Id[],
  sets: readonly (readonly Id[])[],
  gains: (limits: readonly Id[]) => boolean | null,
): void {
  let grown = from;
  for (const limit of limits) {
    if (grown.includes(limit)) continue;
    const larger = [...grown, limit];
    if (!sets.some((set) => holdsAll(larger, set)) && gains(larger) === false) grown = larger;
  }
}

const holdsAll = (set: readonly Id[], part: readonly Id[]): boolean => part.every((id) => set.includes(id));

/** Every choice of so many, in their order. */
function* choicesOf(from: readonly Id[], size: number): Generator<Id[]> {
  if (size === 0) yield [];
  else
    for (const [index, first] of from.entries())
      for (const rest of choicesOf(from.slice(index + 1), size - 1)) yield [first, ...rest];
}
