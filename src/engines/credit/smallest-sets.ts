import type { Id } from '../../domain/fact.js';

/** Members of a set, and sets, at the most (spec 3.5). */
const MOST_MEMBERS = 4;
const MOST_SETS = 20;
/** Sets that could not be told, after which no more are asked. */
const MOST_UNTOLD = 20;
/** Ways to leave out a limit of each set that are tried to see whether there are larger sets. */
const MOST_WAYS = 64;

export interface SmallestSets {
  readonly sets: readonly (readonly Id[])[];
  /** What was cut, in a sentence; null where nothing was. */
  readonly cut: string | null;
}

/** Whether a set of limits gains; null where that cannot be told. */
type Gains = (limits: readonly Id[]) => boolean | null;

/**
 * All inclusion-minimal sets of two to four limits that gain, by size and then ids, of limits none of which gains alone;
 * twenty at the most. Of a set that holds one which cannot be told nothing is said. `steady` says that a set gains
 * wherever a part of it does: then, where all together gain nothing, no part of them is asked.
 */
export function smallestSets(limits: readonly Id[], gains: Gains, steady: boolean): SmallestSets {
  if (limits.length < 2 || (steady && gains(limits) === false)) return { sets: [], cut: null };
  const sets: (readonly Id[])[] = [];
  const untold: (readonly Id[])[] = [];
  for (let size = 2; size <= Math.min(MOST_MEMBERS, limits.length); size++)
    for (const set of choicesOf(limits, size)) {
      if ([...sets, ...untold].some((part) => holdsAll(set, part))) continue;
      const verdict = gains(set);
      if (verdict === null) untold.push(set);
      else if (verdict) sets.push(set);
      if (untold.length > MOST_UNTOLD) return { sets, cut: UNTOLD };
      if (sets.length > MOST_SETS) return { sets: sets.slice(0, MOST_SETS), cut: MORE };
    }
  return { sets, cut: untold.length ? UNTOLD : largerCut(limits, sets, gains, steady) };
}

const UNTOLD = 'Not every set of limits could be asked: that took too long.';
const MORE = `More than ${MOST_SETS} sets of limits gain: the first are told.`;
const LARGER = `Sets of more than ${MOST_MEMBERS} limits gain as well: they are not told.`;
const NOT_ASKED = `Sets of more than ${MOST_MEMBERS} limits were not asked.`;

/**
 * What is cut of sets larger than those told. A larger one leaves out some limit of each set told: so there is none where,
 * whichever are left out, all the others together gain nothing.
 */
function largerCut(
  limits: readonly Id[],
  sets: readonly (readonly Id[])[],
  gains: Gains,
  steady: boolean,
): string | null {
  if (limits.length <= MOST_MEMBERS) return null;
  if (!steady) return NOT_ASKED;
  let ways: (readonly Id[])[] = [[]];
  for (const set of sets) {
    ways = ways.flatMap((left) => (left.some((id) => set.includes(id)) ? [left] : set.map((id) => [...left, id])));
    if (ways.length > MOST_WAYS) return NOT_ASKED;
  }
  const rests = ways.map((left) => limits.filter((id) => !left.includes(id)));
  const verdicts = rests.filter(({ length }) => length > MOST_MEMBERS).map(gains);
  return verdicts.includes(true) ? LARGER : verdicts.includes(null) ? NOT_ASKED : null;
}

const holdsAll = (set: readonly Id[], part: readonly Id[]): boolean => part.every((id) => set.includes(id));

/** Every choice of so many, in their order. */
function* choicesOf(from: readonly Id[], size: number): Generator<Id[]> {
  if (size === 0) yield [];
  else
    for (const [index, first] of from.entries())
      for (const rest of choicesOf(from.slice(index + 1), size - 1)) yield [first, ...rest];
}
