import type { BlockageQuestion } from '../../../domain/blockage.js';
import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import { Catalogue } from '../../../graph/catalogue.js';
import { type Profile, populationOf, profilesOf } from '../population.js';
import { type Terms, termsOf } from '../terms.js';
import type { Told } from './admitted.js';
import { type RouteTold, routeWithin, Searches } from './routes.js';
import { type Standing, standingsOf } from './standing.js';

/** A profile with how far it comes at each delivery within its reach. */
export interface Judged {
  readonly profile: Profile;
  /** The programmes that help to reach what it has in mind. */
  readonly programmes: readonly Id[];
  readonly standings: readonly Standing[];
  /** Whether it can be registered in the months asked; undefined where the standard is to be admitted. */
  readonly registered?: RouteTold;
  /** Whether it has a route at all; undefined where that was not asked. */
  readonly route?: Told;
}

/** A question with everyone it is about judged as things are. */
export interface JudgedRegion {
  readonly catalogue: Catalogue;
  readonly terms: Terms;
  readonly population: readonly Cohort[];
  readonly judged: readonly Judged[];
  readonly searches: Searches;
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
  const searches = new Searches(question.searches);
  const inTime = withRegistered(catalogue, terms, judged, searches);
  return {
    catalogue,
    terms,
    population,
    judged: question.routes ? withRoutes(catalogue, terms, inTime, searches) : inTime,
    searches,
  };
}

/** Everyone with whether they can be registered in the months asked; as they were where none are. */
export function withRegistered(
  { rows }: Catalogue,
  terms: Terms,
  judged: readonly Judged[],
  searches: Searches,
): readonly Judged[] {
  const months = terms.registeredWithin;
  if (months === undefined) return judged;
  return judged.map((one): Judged => {
    const { asked, parts } = one.profile;
    const registered = searches.left > 0 ? routeWithin(rows, terms, asked, parts, months, searches) : UNASKED;
    return { ...one, registered };
  });
}

/** Everyone with whether they have a route at all: who can be registered in time has one. */
const withRoutes = ({ rows }: Catalogue, terms: Terms, judged: readonly Judged[], searches: Searches): Judged[] =>
  judged.map((one): Judged => {
    if (one.registered?.told === 'YES') return { ...one, route: 'YES' };
    const { asked, parts } = one.profile;
    const { told } = searches.left > 0 ? routeWithin(rows, terms, asked, parts, undefined, searches) : UNASKED;
    return { ...one, route: told };
  });

const UNASKED: RouteTold = { told: 'OPEN', by: [] };

/** Whether a profile meets the standard: registered in the months asked or, where none are, admitted somewhere. */
export const isThrough = ({ standings, registered }: Pick<Judged, 'standings' | 'registered'>): boolean =>
  registered ? registered.told === 'YES' : standings.some(({ through }) => through === 'YES');

/** Whether it could not be told. */
export const isOpen = ({ standings, registered }: Judged): boolean =>
  registered ? registered.told === 'OPEN' : standings.some(({ through }) => through === 'OPEN');

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
