import type { CreditCounts, CreditRow, UntouchedProgrammes } from '../../domain/credit-across.js';
import type { Holdings } from '../../domain/holding.js';
import type { Learner } from '../../domain/learner.js';
import type { Include, Objective } from '../../domain/questions.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { invertedOf, type Leads } from '../../graph/inverted.js';
import { hasExperience } from './claims.js';
import { bestOfDeliveries } from './few.js';
import { type ProgrammeFilter, programmesAsked } from './filter.js';
import { holdingsOf } from './holdings.js';
import { preparedProgrammes } from './prepared.js';
import { type AcrossSort, inOrder, Ranking } from './ranking.js';
import { rowOf } from './row.js';
import { untouchedRows } from './untouched.js';

export interface AcrossQuestion {
  learner: Learner;
  start: Month;
  objective?: Objective;
  include?: Include;
  filter?: ProgrammeFilter;
  sort?: AcrossSort;
}

export interface AcrossAnswer {
  /** A line for each programme asked, best first. */
  rows: Ranking;
  counts: CreditCounts;
  untouched: UntouchedProgrammes;
}

/**
 * The same credit question of every programme that fits a filter, best first. Only programmes to which something held
 * leads are worked through; the lines of the others are the same for every learner, and say that they are untouched.
 * Throws a RangeError for a module or award that the catalogue does not hold.
 */
export function creditAcross(catalogue: Catalogue, question: AcrossQuestion): AcrossAnswer {
  const { learner, start, objective = 'CREDITS', include = 'AGREED', filter = {}, sort = 'CREDITS' } = question;
  const holdings = holdingsOf(catalogue, learner);
  const inverted = invertedOf(catalogue);
  const { programmes, placeOf } = inverted;
  const { marks, count } = programmesAsked(catalogue, filter, start, learner.home);
  const worked = new Map<number, CreditRow>();
  const rest = marks.slice();
  const prepared = preparedProgrammes(catalogue, start);
  for (const [place, lead] of leadsOf(catalogue, holdings))
    if (marks[place]) {
      const asked = { programme: programmes[place]!, prepared: prepared.at(place), lead };
      worked.set(
        place,
        rowOf(bestOfDeliveries({ catalogue, holdings, start, include, objective, inverted, ...asked })),
      );
      rest[place] = 0;
    }
  const untouched = untouchedRows(catalogue, start);
  const rows = new Ranking(count, sort, {
    worked: [...worked.values()].sort(inOrder(sort)),
    others: untouched.rows,
    order: untouched.order(sort),
    counts: (place) => rest[place] === 1,
    find: (programme) => {
      const place = placeOf.get(programme);
      if (place === undefined || !marks[place]) return undefined;
      return worked.get(place) ?? untouched.rows[place];
    },
  });
  return {
    rows,
    counts: countsOf([...worked.values()], count),
    untouched: {
      programmes: count - worked.size,
      reason: 'Nothing that the learner holds is taught there, or mapped, agreed or recognised as experience there.',
    },
  };
}

/** Where what is held leads, among the programmes of the catalogue. */
function leadsOf(catalogue: Catalogue, holdings: Holdings): Leads {
  const { sources, awards, enrolled, granted, experience } = holdings;
  return invertedOf(catalogue).leadsFrom({
    sources: sources.keys(),
    awards: new Set(
      awards.flatMap(({ qualification, programme, complete }) =>
        programme && complete ? [qualification, programme] : [qualification],
      ),
    ),
    begun: [...enrolled.keys(), ...granted.keys()],
    experienceMonths: experience.reduce((sum, { months, evidenced }) => sum + (evidenced ? months : 0), 0),
    hasExperience: (row) => hasExperience(holdings, row),
  });
}

function countsOf(rows: readonly CreditRow[], all: number): CreditCounts {
  const from = (least: number): number => rows.filter(({ credits }) => credits >= least).length;
  const some = from(0.5);
  return { none: all - some, under60: some - from(60), from60: from(60) - from(120), from120: from(120) };
}
