import type { Id } from '../../../domain/fact.js';
import { routeWithin, type Searches } from '../judging/routes.js';
import { withLevers } from '../levers/apply.js';
import type { LeverPool } from '../levers/pool.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Profile } from '../population.js';
import type { Terms } from '../terms.js';
import type { BlockedCohort } from './freed.js';
import { type Enough, minimalSets } from './minimal-sets.js';
import { type LeverSets, minimised } from './union.js';

/**
 * What opens a route in time to the cohorts of a blocked profile: each inclusion-minimal set of at most so many levers
 * with which the search for routes finds one (spec 6.1, *registered*). Study on the way is part of the routes. At most
 * about `share` searches are made; where they run out, or a search was given up, the sets are told as cut. More credit can
 * close a route, for a leg must leave something to study: so where all levers together open none, nothing is concluded.
 */
export function registeredBy(
  pool: LeverPool,
  terms: Terms,
  profile: Profile,
  programmes: readonly Id[],
  most: number,
  { searches, share }: { searches: Searches; share: number },
): BlockedCohort[] {
  const { asked, parts } = profile;
  const bearing = new Map(programmes.flatMap((id) => pool.at(id, asked)).map((lever) => [lever.id, lever]));
  const levers = [...bearing.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const known = new Map<string, Enough>();
  const enough = (set: readonly WorkedLever[]): Enough => {
    const key = set
      .map(({ id }) => id)
      .sort()
      .join(' ');
    const told =
      known.get(key) ??
      routeWithin(withLevers(pool.catalogue.rows, set), terms, asked, parts, terms.registeredWithin, searches).told;
    known.set(key, told);
    return told;
  };
  const end = searches.made + share;
  const left = (): number => end - searches.made;
  const fewer = levers.filter((lever) => lever.single !== true);
  let cut = false;
  let found: (readonly WorkedLever[])[] = [];
  for (const some of fewer.length < levers.length ? [fewer, levers] : [levers]) {
    if (left() <= 0) cut = true;
    if (left() <= 0) continue;
    const worked = (things: readonly number[]): WorkedLever[] => things.map((thing) => some[thing]!);
    const sets = minimalSets(some.length, (things) => enough(worked(things)), { most, tests: left() });
    cut ||= sets.cut;
    found = [...found, ...sets.sets.map(worked)];
  }
  // Where more levers are not always more, every set is asked by itself, the smaller first, as far as searches go.
  if (left() <= 0) cut = true;
  else if (enough(levers) !== 'YES' || levers.some(mayTake)) {
    cut = false;
    for (const set of subsetsOf(levers, most)) {
      if (left() <= 0) {
        cut = true;
        break;
      }
      const told = enough(set);
      cut ||= told === 'OPEN';
      if (told === 'YES') found = [...found, set];
    }
  }
  // A set that only seemed enough in parts opens nothing: it is dropped, and the search told as cut.
  const opening = found.filter((set) => enough(set) === 'YES');
  cut ||= opening.length < found.length;
  const sets: LeverSets = minimised(opening.map((set) => set.map(({ id }) => id).sort()));
  return profile.cohorts.map((cohort): BlockedCohort => ({ cohort, sets, cut }));
}

/** Levers of which more is not always more: hours that come to count may break a cap, and an asker's own may take anything. */
const mayTake = ({ kind }: WorkedLever): boolean => kind === 'supervise' || kind === 'asked';

/** Every set of at most so many of some things, the smaller first. */
function* subsetsOf<T>(things: readonly T[], most: number): Generator<T[]> {
  for (let size = 0; size <= Math.min(most, things.length); size++) yield* ofSize(things, size);
}

function* ofSize<T>(things: readonly T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (const [at, thing] of things.entries())
      for (const rest of ofSize(things.slice(at + 1), size - 1)) yield [thing, ...rest];
}
