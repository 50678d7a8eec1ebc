import type { RouteQuestion } from '../../../domain/questions.js';
import type { Fragility, NextRoute, RouteAnswer } from '../../../domain/route.js';
import { type Month, spoken, textOf } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { holdingsOf } from '../../credit/holdings.js';
import { ofKind } from '../../credit/setting.js';
import { rowName, sentence } from '../../credit/words.js';
import { type Asked, ask } from '../ask.js';
import { Assessing } from '../assessing.js';
import type { Terms } from '../legs.js';
import { DEFAULT_CRITERIA, type Found } from '../measures.js';
import type { Plan, PlannedLeg } from '../plan.js';
import type { Searched } from '../search.js';
import { replay, sameLeg } from './replay.js';
import { idOf, keyOf, type Risk, risksOf, type Without, without } from './risks.js';
import { inBrief } from './summary.js';

/** How often a question is asked again for the best route left, over all routes of an answer. */
const MOST_ASKED = 12;

/** What the routes of one answer hang on; the same thing is asked once, whatever routes hang on it. */
export class Fragilities {
  readonly #worlds = new Map<string, Without>();
  readonly #next = new Map<string, Next>();
  /** Routes that may still go without something: none that takes longer need be looked for then. */
  readonly #known: Found[];
  #asks = 0;
  /** How many things were not asked again without, as the number of asks is limited. */
  left = 0;

  constructor(private readonly asked: Asked) {
    this.#known = [...asked.searched.found];
  }

  /** Everything without which some leg of a route can no longer start in its month at its stage (spec 5.3). */
  of({ legs }: Plan): Fragility[] {
    const { terms } = this.asked;
    return risksOf(terms, legs).flatMap((risk): Fragility[] => {
      const world = this.#world(risk);
      const again = replay(termsIn(this.asked, world), legs);
      if ('legs' in again) return [];
      const leg = legs[again.broken]!;
      const what = called(risk, legs);
      return [
        {
          kind: risk.kind,
          id: idOf(risk),
          leg: again.broken + 1,
          what,
          says: sentence(
            `without ${what}, ${leg.programme.title} could not start at stage ${leg.from} in ${spoken(leg.start)}`,
          ),
          countsUntil: countsUntil(risk, leg),
          changes: world.changes,
          ...(this.asked.question.nextBest ? this.#nextWithout(risk, world) : { next: null, nextProof: null }),
        },
      ];
    });
  }

  #world(risk: Risk): Without {
    const { catalogue, holdings } = this.asked.terms;
    const known = this.#worlds.get(keyOf(risk)) ?? without(catalogue, holdings.learner, risk);
    this.#worlds.set(keyOf(risk), known);
    return known;
  }

  #nextWithout(risk: Risk, world: Without): Next {
    const known = this.#next.get(keyOf(risk));
    if (known) return known;
    if (this.#asks >= MOST_ASKED) {
      this.left += 1;
      return { next: null, nextProof: null };
    }
    this.#asks += 1;
    const { found, proof } = firstRoute(this.asked, world, this.#known);
    if (found) this.#known.push(found);
    const { first } = this.asked.question;
    const next = { next: found ? nextRoute(world.catalogue, found, first) : null, nextProof: proof };
    this.#next.set(keyOf(risk), next);
    return next;
  }
}

type Next = Pick<Fragility, 'next' | 'nextProof'>;

/** The terms of a question in a world without something. */
function termsIn({ terms }: Asked, { catalogue, learner }: Without): Terms {
  return {
    ...terms,
    catalogue,
    holdings: learner === terms.holdings.learner ? terms.holdings : holdingsOf(catalogue, learner),
    assessing: new Assessing(catalogue, terms.constraints.include, terms.first),
  };
}

/**
 * The first route of the answer in a world without something. Where months count, only routes that end in time are asked
 * for, of which the first of the answer is one: in time for the soonest known route that still goes as before; where none
 * does, for the fewest months that there are.
 */
function firstRoute(
  asked: Asked,
  world: Without,
  known: readonly Found[],
): { found: Found | undefined; proof: RouteAnswer['proof'] } {
  const { question } = asked;
  const anew = (narrower: Partial<RouteQuestion>, months: number): Searched => {
    const latest = Number.isFinite(months) ? question.first + months : question.constraints?.latest;
    const constraints = { ...question.constraints, ...(latest === undefined ? {} : { latest }) };
    return ask(world.catalogue, { ...question, ...narrower, learner: world.learner, constraints }).searched;
  };
  const answered = (found: Found | undefined, searches: Searched[]) =>
    ({ found, proof: searches.every(({ complete }) => complete) ? 'COMPLETE' : 'BOUNDED' }) as const;
  if (!(question.criteria ?? DEFAULT_CRITERIA).includes('MONTHS')) {
    const all = anew({}, Number.POSITIVE_INFINITY);
    return answered(all.found[0], [all]);
  }
  const terms = termsIn(asked, world);
  const goes = ({ plan: { legs } }: Found): boolean => {
    const again = replay(terms, legs);
    return 'legs' in again && again.legs.every((leg, i) => sameLeg(leg, legs[i]!));
  };
  const soonest = Math.min(...known.filter(goes).map(({ measures }) => measures[0]!));
  if (Number.isFinite(soonest)) {
    const inTime = anew({}, soonest);
    return answered(inTime.found[0], [inTime]);
  }
  const fewest = anew({ criteria: ['MONTHS'] }, Number.POSITIVE_INFINITY);
  const months = fewest.found[0]?.measures[0];
  if (months === undefined) return answered(undefined, [fewest]);
  const first = anew({}, months);
  return answered(first.found[0], [fewest, first]);
}

const nextRoute = (catalogue: Catalogue, { measures, plan }: Found, first: Month): NextRoute => ({
  months: measures[0]!,
  registered: textOf(first + measures[0]!),
  learnerPart: measures[1]! / 100,
  releaseDays: measures[3]!,
  summary: inBrief(plan, catalogue),
});

/** A thing as people call it. */
function called(risk: Risk, legs: readonly PlannedLeg[]): string {
  switch (risk.kind) {
    case 'mapping':
    case 'agreement':
    case 'experience-mapping': {
      const user = legs.find(({ solution }) => solution.used.some(({ rows }) => rows.includes(risk.row)))!;
      return `${rowName(user.solution.setting, risk.row)} (${risk.row.strength})`;
    }
    case 'delivery':
      return `the delivery of ${titleOf(risk, legs)}`;
    case 'entry-point':
      return `entry to ${titleOf(risk, legs)} at stage ${risk.delivery.entryPoints[risk.index]!.stage}`;
    case 'held-module':
      return `‘${risk.held.title}’, achieved in ${spoken(risk.held.on)}`;
  }
}

const titleOf = ({ delivery }: Extract<Risk, { delivery: unknown }>, legs: readonly PlannedLeg[]): string => {
  const { programme } = legs.find((leg) => leg.delivery.id === delivery.id)!;
  const manner = delivery.employment === 'apprenticeship' ? 'as an apprenticeship' : delivery.pace;
  return `${programme.title} (${manner})`;
};

/** The last month of whose starts a module held still counts, under the hard limits on age of the leg that needs it. */
function countsUntil(risk: Risk, { solution: { setting } }: PlannedLeg): string | null {
  if (risk.kind !== 'held-module') return null;
  const hard = ofKind(setting.limits, 'currency').filter(({ limit }) => limit.remedy === undefined);
  return hard.length ? textOf(risk.held.on + Math.min(...hard.map(({ limit }) => limit.months))) : null;
}
