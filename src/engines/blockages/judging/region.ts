import type { BlockageQuestion } from '../../../domain/blockage.js';
import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import { Catalogue } from '../../../graph/catalogue.js';
import { type Profile, populationOf, profilesOf } from '../population.js';
import { type Terms, termsOf } from '../terms.js';
import { type Standing, standingsOf } from './standing.js';

/** A profile with how far it comes at each delivery within its reach. */
export interface Judged {
  readonly profile: Profile;
  /** The programmes that help to reach what it has in mind. */
  readonly programmes: readonly Id[];
  readonly standings: readonly Standing[];
}

/** A question with everyone it is about judged as things are. */
export interface JudgedRegion {
  readonly catalogue: Catalogue;
  readonly terms: Terms;
  readonly population: readonly Cohort[];
  readonly judged: readonly Judged[];
}

/** How far everyone in question comes as things are. Throws a RangeError for an award or module that the catalogue does not hold. */
export function judgedRegion(base: Catalogue, question: BlockageQuestion): JudgedRegion {
  const terms = termsOf(question);
  const population = populationOf(base, question);
  const catalogue = withCohorts(base, population);
  const judged = profilesOf(terms, population)
    .filter(({ parts }) => parts.length > 0)
    .map((profile): Judged => {
      const programmes = programmesFor(catalogue, profile);
      return { profile, programmes, standings: standingsOf(catalogue, terms, profile.asked, programmes) };
    });
  return { catalogue, terms, population, judged };
}

/** Whether a profile meets the standard somewhere. */
export const isThrough = ({ standings }: Pick<Judged, 'standings'>): boolean =>
  standings.some(({ through }) => through === 'YES');

/** The catalogue with the asker's own cohorts among its own: levers are changes of rows. */
function withCohorts(base: Catalogue, population: readonly Cohort[]): Catalogue {
  const known = new Set(base.rows.cohorts.map(({ id }) => id));
  const own = population.filter(({ id }) => !known.has(id));
  return own.length === 0 ? base : new Catalogue({ ...base.rows, cohorts: [...base.rows.cohorts, ...own] });
}

/** The programmes that help to reach a register part that a profile has in mind, in order of ids. */
export const programmesFor = ({ rows, partsOf }: Catalogue, { parts }: Profile): Id[] =>
  rows.programmes
    .filter(({ id }) => parts.some((part) => partsOf.get(id)?.has(part)))
    .map(({ id }) => id)
    .sort();
