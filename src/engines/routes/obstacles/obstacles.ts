import type { Id } from '../../../domain/fact.js';
import type { ObstacleSet } from '../../../domain/route.js';
import type { LearnerRepair, SystemRepair } from '../../../domain/verdict.js';
import { type Asked, ask } from '../ask.js';
import { type Candidate, lifted } from './candidate.js';
import { constraintCandidates } from './constraints.js';
import { entryCandidates } from './entry.js';
import { fewerLegs, legsAgain } from './legs-again.js';
import { smallestOpening } from './smallest.js';
import { withdrawnCandidates } from './withdrawn.js';

/** How often a question is asked again to find what stands in the way. */
const MOST_ASKED = 120;

/** What stands in the way of every route, and what was cut of that. */
export interface InTheWay {
  readonly sets: ObstacleSet[];
  readonly notes: string[];
}

/**
 * What stands in the way where there is no route (spec 5.3): the smallest sets of the asker's own constraints, of entry
 * conditions of the programmes that reach the part, and of deliveries of these that are withdrawn. Each set is verified
 * by asking again without it, and told with the shortest route that opens and with its repairs.
 */
export function inTheWay(asked: Asked, more: readonly Candidate[] = []): InTheWay {
  const candidates = [
    ...constraintCandidates(asked),
    ...entryCandidates(asked),
    ...withdrawnCandidates(asked),
    ...more,
  ];
  const byId = new Map(candidates.map((candidate) => [candidate.obstacle.id, candidate]));
  const opening = new Opens(asked, byId);
  const { sets, cut, all } = smallestOpening([...byId.keys()].sort(), (ids) => opening.opens(ids));
  const notes = [...(cut === null ? [] : [cut]), ...(opening.unproven ? [UNPROVEN] : []), ...fewerLegs(asked)];
  if (!all && cut === null) return { sets: [nothingOpens(asked)], notes };
  return {
    sets: sets.map((ids) =>
      setOf(
        asked,
        ids.map((id) => byId.get(id)!),
      ),
    ),
    notes,
  };
}

const UNPROVEN = 'Some searches without a thing in the way were given up before their end: there may be smaller sets.';

/** Whether there is a route without some things; the same question is asked once. */
class Opens {
  readonly #known = new Map<string, boolean>();
  unproven = false;

  constructor(
    private readonly asked: Asked,
    private readonly byId: ReadonlyMap<Id, Candidate>,
  ) {}

  /** Null where no more may be asked. */
  opens(ids: readonly string[]): boolean | null {
    const key = ids.join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_ASKED) return null;
    const { searched } = askWithout(
      this.asked,
      ids.map((id) => this.byId.get(id)!),
      1,
    );
    const opens = searched.found.length > 0;
    if (!opens && !searched.complete) this.unproven = true;
    this.#known.set(key, opens);
    return opens;
  }
}

/** The shortest routes without some things in the way; with `enough`, any so many. */
function askWithout(asked: Asked, candidates: readonly Candidate[], enough?: number): Asked {
  const { catalogue, constraints } = lifted(asked, candidates);
  const question = { ...asked.question, constraints, criteria: ['MONTHS' as const] };
  return ask(catalogue, question, { legs: legsAgain(asked), ...(enough === undefined ? {} : { enough }) });
}

function setOf(asked: Asked, candidates: readonly Candidate[]): ObstacleSet {
  const repairs = candidates.map(({ repairs }) => repairs?.() ?? { byLearner: [], bySystem: [] });
  const byLearner = new Map<Id, LearnerRepair>();
  for (const one of repairs.flatMap((each) => each.byLearner)) {
    const known = byLearner.get(one.delivery);
    byLearner.set(one.delivery, known ? { ...known, supplies: [...known.supplies, ...one.supplies] } : one);
  }
  const bySystem: SystemRepair[] = repairs.flatMap((each) => each.bySystem);
  return {
    obstacles: candidates.map(({ obstacle }) => obstacle),
    opensMonths: askWithout(asked, candidates).searched.found[0]?.measures[0] ?? null,
    byLearner: [...byLearner.values()].sort((a, b) => b.supplies.length - a.supplies.length),
    bySystem,
  };
}

function nothingOpens({ question, terms: { catalogue } }: Asked): ObstacleSet {
  const ways = catalogue.waysTo(question.registerPart).length;
  const says =
    ways === 0
      ? 'no programme in the catalogue reaches this register part'
      : 'neither the constraints asked, nor entry conditions, nor what is withdrawn explain it, not even together: the catalogue knows no delivery that fits';
  return {
    obstacles: [{ id: 'catalogue', kind: 'catalogue', says, programme: null, conditions: [] }],
    opensMonths: null,
    byLearner: [],
    bySystem: [],
  };
}
