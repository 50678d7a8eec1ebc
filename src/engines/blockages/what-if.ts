import type { Change } from '../../domain/catalogue.js';
import { applyChanges } from '../../domain/changes.js';
import type { Id } from '../../domain/fact.js';
import type { WhatIfAnswer, WhatIfQuestion } from '../../domain/what-if.js';
import { Catalogue } from '../../graph/catalogue.js';
import {
  isThrough,
  type Judged,
  type JudgedRegion,
  judgedRegion,
  programmesFor,
  withRegistered,
} from './judging/region.js';
import { Searches } from './judging/routes.js';
import { standingsOf } from './judging/standing.js';
import { programmesTouched } from './judging/touched.js';
import { Names } from './names.js';
import { type Profile, profilesOf } from './population.js';

/**
 * What a list of changes does: who is freed, who is stopped, how many months of study are saved, and at what cost for each
 * person freed. Months count only for those who can join somewhere both before and after.
 */
export function whatIf(base: Catalogue, question: WhatIfQuestion): WhatIfAnswer {
  const before = judgedRegion(base, question);
  const { judged, asked } = judgedAgain(before, question.changes);
  return answerOf(question, before, judged, asked);
}

/**
 * Everyone judged again under changes, as judging anew would: only at the programmes on which some change bears, and only
 * who has one of them in mind.
 */
export function judgedAgain(
  { catalogue, terms, population, judged, searches }: JudgedRegion,
  changes: readonly Change[],
): { judged: readonly Judged[]; asked: number } {
  const after = new Catalogue(applyChanges(catalogue.rows, changes).rows);
  const cohorts = new Map(after.rows.cohorts.map((cohort) => [cohort.id, cohort]));
  const same = population.every((cohort) => cohorts.get(cohort.id) === cohort);
  const touched = programmesTouched(catalogue, after, changes);
  const again = (profile: Profile, known: Judged | undefined): Judged => {
    if (known && touched !== 'ALL' && !known.programmes.some((id) => touched.has(id))) return known;
    const programmes = known && touched !== 'ALL' ? known.programmes : programmesFor(after, profile);
    const asked = known && touched !== 'ALL' ? programmes.filter((id) => touched.has(id)) : programmes;
    const kept = (known?.standings ?? []).filter(({ delivery }) => !asked.includes(delivery.programme));
    const standings = [...(asked === programmes ? [] : kept), ...standingsOf(after, terms, profile.asked, asked)];
    return { profile, programmes, standings };
  };
  const now = same
    ? judged.map((one) => again(one.profile, one))
    : profilesOf(terms, population.map(({ id }) => cohorts.get(id)!).filter(Boolean))
        .filter(({ parts }) => parts.length > 0)
        .map((profile) => again(profile, undefined));
  // Any change may bear on a route: all are searched for again.
  return {
    judged: withRegistered(after, terms, now, new Searches(searches.most)),
    asked: same && touched !== 'ALL' ? touched.size : after.rows.programmes.length,
  };
}

function answerOf(
  { cost, protectSmallNumbers }: WhatIfQuestion,
  { catalogue, terms, judged }: JudgedRegion,
  after: readonly Judged[],
  programmesAsked: number,
): WhatIfAnswer {
  const stateOf = (all: readonly Judged[]) =>
    new Map(
      all.flatMap((one) =>
        one.profile.cohorts.map(
          (cohort) => [cohort.id, { cohort, through: isThrough(one), months: monthsOf(one) }] as const,
        ),
      ),
    );
  const [was, is] = [stateOf(judged), stateOf(after)];
  const people = (ids: readonly Id[], of: ReturnType<typeof stateOf>): number =>
    ids.reduce((sum, id) => sum + of.get(id)!.cohort.people, 0);
  const through = (of: ReturnType<typeof stateOf>): Id[] => [...of].filter(([, one]) => one.through).map(([id]) => id);
  const freedCohorts = through(is)
    .filter((id) => !was.get(id)?.through)
    .sort();
  const stoppedCohorts = through(was)
    .filter((id) => !is.get(id)?.through)
    .sort();
  const monthsSaved = [...is].reduce((sum, [id, { months, cohort }]) => {
    const earlier = was.get(id)?.months ?? null;
    return earlier === null || months === null ? sum : sum + (earlier - months) * cohort.people;
  }, 0);
  const freed = people(freedCohorts, is);
  const stopped = people(stoppedCohorts, was);
  const costPerPerson = cost === undefined || freed === 0 ? null : Math.round((100 * cost) / freed) / 100;
  const names = new Names(catalogue, terms.first, protectSmallNumbers);
  const counts = { before: people(through(was), was), after: people(through(is), is), freed, stopped };
  const told = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, names.count(count)]));
  return {
    ...(told as Pick<WhatIfAnswer, 'before' | 'after' | 'freed' | 'stopped'>),
    freedCohorts,
    stoppedCohorts,
    monthsSaved,
    costPerPerson,
    programmesAsked,
    says: `${names.people(freed)} people are freed and ${names.people(stopped)} stopped; ${monthsSaved} months of study are saved in all.`,
  };
}

/** The fewest months of study left at any delivery; null where none can be joined. */
function monthsOf({ standings }: Judged): number | null {
  const months = standings.flatMap(({ monthsLeft }) => monthsLeft ?? []);
  return months.length > 0 ? Math.min(...months) : null;
}
