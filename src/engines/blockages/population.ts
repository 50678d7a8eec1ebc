import type { BlockageQuestion } from '../../domain/blockage.js';
import type { Id } from '../../domain/fact.js';
import type { Cohort } from '../../domain/funding.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { partsInMind, type Terms } from './terms.js';

/** Cohorts alike in all that counts: they are asked once, by the first of them. */
export interface Profile {
  readonly cohorts: readonly Cohort[];
  /** The cohort that stands for them all. */
  readonly asked: Cohort;
  /** Register parts asked for that they have in mind; none: they are not in question. */
  readonly parts: readonly Id[];
  /** Head count. */
  readonly people: number;
}

/** The cohorts asked: those named, the asker's own, or all of the region. */
export function populationOf({ rows }: Catalogue, { region, cohorts, own }: BlockageQuestion): Cohort[] {
  const named =
    cohorts || own
      ? rows.cohorts.filter(({ id }) => cohorts?.includes(id))
      : rows.cohorts.filter((one) => one.region === region);
  const given = (own ?? []).map(
    (cohort): Cohort => ({
      ...cohort,
      region: cohort.region ?? region,
      source: { document: 'Given with the question' },
      basis: 'assumed',
    }),
  );
  return [...named, ...given];
}

/** Cohorts with the same learner, region and register parts in mind, put together; in order of ids. */
export function profilesOf(terms: Terms, cohorts: readonly Cohort[]): Profile[] {
  const groups = new Map<string, Cohort[]>();
  for (const cohort of [...cohorts].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = JSON.stringify([cohort.learner, cohort.region, partsInMind(terms, cohort)]);
    groups.set(key, [...(groups.get(key) ?? []), cohort]);
  }
  return [...groups.values()].map((alike) => ({
    cohorts: alike,
    asked: alike[0]!,
    parts: partsInMind(terms, alike[0]!),
    people: alike.reduce((sum, { people }) => sum + people, 0),
  }));
}
