import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { LeverPool } from '../levers/pool.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Profile } from '../population.js';
import type { Terms } from '../terms.js';
import { CaseAnew } from './anew.js';
import { Case } from './case.js';
import type { Known } from './known.js';
import { type LeverSets, minimised } from './union.js';

/** A blocked cohort with the inclusion-minimal sets of levers that free it. */
export interface BlockedCohort {
  readonly cohort: Cohort;
  readonly sets: LeverSets;
  /** True: the search was cut, and there may be others. */
  readonly cut: boolean;
}

/**
 * What frees the cohorts of a blocked profile: each inclusion-minimal set of at most so many levers, over all programmes
 * that it could join (spec 6.1). What a cohort gains for itself is a lever of its own; `own` tells the lever.
 */
export function freeingOf(
  pool: LeverPool,
  terms: Terms,
  profile: Profile,
  programmes: readonly Id[],
  most: number,
  known: Known,
): { cohorts: BlockedCohort[]; levers: WorkedLever[] } {
  let sets: LeverSets = [];
  let cut = false;
  for (const programme of programmes) {
    const levers = pool.at(programme, profile.asked);
    const found = levers.some(({ kind }) => kind === 'asked')
      ? new CaseAnew(pool.catalogue, terms, profile.asked, programme, levers, most).freeing()
      : new Case(known, terms, profile.asked, programme, levers, most).freeing();
    sets = minimised([...sets, ...found.sets]);
    cut ||= found.cut;
  }
  const gains = pool.gains.get(profile.asked.id) ?? [];
  const cohorts = profile.cohorts.map((cohort): BlockedCohort => {
    const own = new Map(gains.map((lever) => [lever.id, ownId(lever.id, profile.asked, cohort)]));
    return { cohort, cut, sets: sets.map((set) => set.map((id) => own.get(id) ?? id).sort()) };
  });
  const others = profile.cohorts
    .slice(1)
    .flatMap((cohort) => gains.map((lever) => ownGain(lever, profile.asked, cohort)));
  return { cohorts, levers: others };
}

const ownId = (id: Id, asked: Cohort, cohort: Cohort): Id => id.replace(`gain:${asked.id}:`, `gain:${cohort.id}:`);

/** What one cohort may gain, as a lever of another that is alike. */
const ownGain = (lever: WorkedLever, asked: Cohort, cohort: Cohort): WorkedLever => ({
  ...lever,
  id: ownId(lever.id, asked, cohort),
  says: lever.says.replace(asked.name, cohort.name),
  edits: lever.edits.map((edit) =>
    edit.op === 'alter' && edit.kind === 'cohorts' ? { ...edit, id: cohort.id } : edit,
  ),
  concerns: ({ id }) => id === cohort.id,
});
