import type { Id } from '../../../domain/fact.js';
import type { Mapping } from '../../../domain/recognition.js';
import type { Catalogue } from '../../../graph/catalogue.js';

/** Choices of a mapping that are tried for one that stands. */
const MOST_CHOICES = 1_000;

/** A level at or above which a mapping gives more credits than it takes. */
export interface Excess {
  readonly level: number;
  readonly given: number;
  readonly taken: number;
}

/**
 * Where a mapping gives more than it takes, and so stands for nobody: the least level at or above which its targets hold more credits
 * than its sources (spec 3.2). Of "n of" mappings only if every choice does, then of the one that does least. Null where it stands.
 */
export function givesMore(catalogue: Catalogue, { sources, targets, choose = sources.length }: Mapping): Excess | null {
  let least: Excess | null = null;
  let tried = 0;
  for (const chosen of choices(sources, choose)) {
    if (tried++ >= MOST_CHOICES) return null;
    const excess = excessOf(catalogue, chosen, targets);
    if (!excess) return null;
    if (!least || excess.given - excess.taken < least.given - least.taken) least = excess;
  }
  return least;
}

function excessOf({ modules }: Catalogue, sources: readonly Id[], targets: readonly Id[]): Excess | null {
  const atLeast = (ids: readonly Id[], level: number): number =>
    ids.reduce((sum, id) => {
      const module = modules.get(id);
      return sum + (module && module.level >= level ? module.credits : 0);
    }, 0);
  for (let level = 1; level <= 8; level++) {
    const [given, taken] = [atLeast(targets, level), atLeast(sources, level)];
    if (given > taken) return { level, given, taken };
  }
  return null;
}

function* choices(from: readonly Id[], n: number, chosen: readonly Id[] = []): Generator<readonly Id[]> {
  if (chosen.length === n) yield chosen;
  else
    for (const [index, id] of from.entries())
      if (from.length - index >= n - chosen.length) yield* choices(from.slice(index + 1), n, [...chosen, id]);
}
