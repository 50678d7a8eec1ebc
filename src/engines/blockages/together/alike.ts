import type { Cohort } from '../../../domain/funding.js';
import { add, type ProfileSet, setOf } from './profile-set.js';

/** Profiles that agree on something, and one that is asked for them all. */
export interface Alike {
  readonly asked: Cohort;
  readonly members: ProfileSet;
}

/** Profiles put together by what is looked at of each; told apart by its text as JSON. */
export function alike(cohorts: readonly Cohort[], lookedAt: (cohort: Cohort) => unknown): Alike[] {
  const groups = new Map<string, number[]>();
  cohorts.forEach((cohort, place) => {
    const key = JSON.stringify(lookedAt(cohort)) ?? '';
    const known = groups.get(key);
    if (known) known.push(place);
    else groups.set(key, [place]);
  });
  return [...groups.values()].map((places) => ({
    asked: cohorts[places[0]!]!,
    members: setOf(cohorts.length, places),
  }));
}

/** The profiles of the groups for whose one asked something is so. */
export function thoseOf(groups: readonly Alike[], size: number, isSo: (asked: Cohort) => boolean): ProfileSet {
  const found = setOf(size, []);
  for (const { asked, members } of groups) if (isSo(asked)) add(found, members);
  return found;
}
