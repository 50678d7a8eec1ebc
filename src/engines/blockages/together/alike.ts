import type { Cohort } from '../../../domain/funding.js';
import { add, type ProfileSet, setOf } from './profile-set.js';

/** What some profiles agree on, and who they are. */
export interface Alike<T> {
  readonly asked: T;
  readonly members: ProfileSet;
}

/** Profiles put together by what is looked at of each, told apart by its text as JSON; a profile is with each thing looked at. */
export function alike<T>(cohorts: readonly Cohort[], lookedAt: (cohort: Cohort) => readonly T[]): Alike<T>[] {
  const groups = new Map<string, { asked: T; places: number[] }>();
  cohorts.forEach((cohort, place) => {
    for (const asked of lookedAt(cohort)) {
      const key = JSON.stringify(asked);
      const known = groups.get(key);
      if (known) known.places.push(place);
      else groups.set(key, { asked, places: [place] });
    }
  });
  return [...groups.values()].map(({ asked, places }) => ({ asked, members: setOf(cohorts.length, places) }));
}

/** The profiles of the groups for which something is so. */
export function thoseOf<T>(groups: readonly Alike<T>[], size: number, isSo: (asked: T) => boolean): ProfileSet {
  const found = setOf(size, []);
  for (const { asked, members } of groups) if (isSo(asked)) add(found, members);
  return found;
}
