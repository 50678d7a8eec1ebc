import { type BlockageQuestion, DEFAULT_BUDGETS, MOST_BUDGET } from '../../domain/blockage.js';
import type { BlockageAnswer, CohortFreed } from '../../domain/blockage-answer.js';
import type { Id } from '../../domain/fact.js';
import { textOf } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { barriersOf } from './answer/barriers.js';
import { bestChanges } from './answer/best.js';
import { fragilityOf } from './answer/fragility.js';
import { benchmarkOf, funnelOf } from './answer/funnel.js';
import { placesOf } from './answer/places.js';
import { withProtectedCounts } from './answer/small-numbers.js';
import { toldLevers } from './answer/told-levers.js';
import { withRouteOf } from './answer/with-route.js';
import { notesOf, summaryOf } from './answer/words.js';
import { type BlockedCohort, freeingOf } from './freeing/freed.js';
import { Known } from './freeing/known.js';
import { registeredBy } from './freeing/registered.js';
import { isOpen, isThrough, type Judged, judgedRegion } from './judging/region.js';
import { LeverPool } from './levers/pool.js';
import type { WorkedLever } from './levers/worked.js';
import { Names } from './names.js';

/** The parts of an answer, in the order in which they are worked out. */
export type BlockagePart = 'judged' | 'levers' | 'sets' | 'best' | 'places' | 'fragility' | 'told';

/** Minimal sets of a cohort that are listed. */
const LISTED = 20;

/**
 * Who is through and who is blocked in a region, by what, and what change would free the most (spec 6).
 * Throws a RangeError for an award or module of a cohort that the catalogue does not hold. `done` is told of each part
 * of the answer as it is finished.
 */
export function findBlockages(
  base: Catalogue,
  question: BlockageQuestion,
  done: (part: BlockagePart) => void = () => {},
): BlockageAnswer {
  const { catalogue, terms, population, judged, searches } = judgedRegion(base, question);
  done('judged');
  const stopped = judged.filter((one) => !isThrough(one));
  const pool = new LeverPool(catalogue, terms, question, stopped);
  const levers = new Map<Id, WorkedLever>(pool.all);
  done('levers');
  const share = Math.floor(searches.left / Math.max(1, stopped.length));
  const known = new Known(catalogue, terms);
  const blocked = stopped.flatMap((one) => {
    const { profile, programmes } = one;
    const most = mostLevers(question, pool);
    if (one.registered) return registeredBy(pool, terms, profile, programmes, most, { searches, share });
    const open = isOpen(one);
    const freeing = freeingOf(pool, terms, profile, programmes, most, known);
    for (const lever of freeing.levers) levers.set(lever.id, lever);
    return freeing.cohorts.map((freed): BlockedCohort => ({ ...freed, cut: freed.cut || open }));
  });
  done('sets');
  const names = new Names(catalogue, terms.first, question.protectSmallNumbers);
  const people = (cohorts: readonly { people: number }[]): number => cohorts.reduce((sum, one) => sum + one.people, 0);
  const inMind = people(judged.map(({ profile }) => profile));
  const stoppedPeople = people(blocked.map(({ cohort }) => cohort));
  const open = people(blocked.filter(({ cut }) => cut).map(({ cohort }) => cohort));
  const best = bestChanges(names, question, blocked, levers);
  done('best');
  const places = placesOf(names, judged);
  done('places');
  const fragility = fragilityOf(names, terms, judged);
  done('fragility');
  const found = {
    region: question.region,
    registerParts: question.registerParts,
    first: textOf(question.first),
    standard: question.standard,
    registeredWithin: terms.registeredWithin ?? null,
    proof: open === 0 && best.every(({ proof }) => proof === 'OPTIMAL') ? ('OPTIMAL' as const) : ('BOUNDED' as const),
    people: people(population),
    inMind,
    through: inMind - stoppedPeople,
    blocked: stoppedPeople,
    beyond: people(blocked.filter(({ sets }) => sets.length === 0).map(({ cohort }) => cohort)),
    open,
    funnel: funnelOf(judged),
    withRoute: withRouteOf(names, judged),
    benchmark: benchmarkOf(names, terms, judged),
    cohorts: cohortsOf(judged, blocked),
    levers: toldLevers(catalogue.rows, levers.values()),
    barriers: barriersOf(blocked, levers, names),
    best,
    places,
    fragility,
  };
  const answer = {
    ...found,
    notes: notesOf(found, names, { searches: searches.made, later: pool.later }),
    summary: summaryOf(found, names),
  };
  done('told');
  return question.protectSmallNumbers ? withProtectedCounts(answer) : answer;
}

/** No set of more levers than the largest budget allows is sought. */
function mostLevers(
  { budgets = [...DEFAULT_BUDGETS], measure = 'count' }: BlockageQuestion,
  { all }: LeverPool,
): number {
  const largest = Math.max(...budgets);
  const least = Math.min(...[...all.values()].map(({ cost }) => cost));
  return Math.min(MOST_BUDGET, measure === 'count' ? largest : Math.floor(largest / least));
}

function cohortsOf(judged: readonly Judged[], blocked: readonly BlockedCohort[]): CohortFreed[] {
  return judged
    .flatMap(({ profile, standings, registered }) =>
      profile.cohorts.map(({ id, name, people }): CohortFreed => {
        const stopped = blocked.find(({ cohort }) => cohort.id === id);
        const at = standings.filter(({ through, inReach }) => (stopped ? inReach : through === 'YES'));
        return {
          cohort: id,
          name,
          people,
          through: stopped === undefined,
          at: (registered && !stopped ? [...registered.by] : at.map(({ delivery }) => delivery.id)).slice(0, 5),
          freedBy: (stopped?.sets ?? []).slice(0, LISTED).map((set) => [...set]),
          sets: stopped?.sets.length ?? 0,
          cut: stopped?.cut ?? false,
        };
      }),
    )
    .sort((a, b) => (a.cohort < b.cohort ? -1 : 1));
}
