import type { Id } from '../../../domain/fact.js';
import type { Holdings } from '../../../domain/holding.js';
import type { Delivery } from '../../../domain/provision.js';
import { type Month, textOf } from '../../../domain/time.js';
import { settingOf } from '../../../engines/credit/setting.js';
import type { Finding } from '../../finding.js';
import { openPoints } from '../../reached.js';
import { Worlds } from '../../world.js';
import { heldOn } from '../held.js';
import { type Credit, hindrances, isElsewhere, legsTo, type Place, pointsAt } from '../leg.js';
import { compareMeasured, covers, type Measured, measured, reachedBy } from '../measures.js';
import type { Taken } from '../taken.js';
import { peakDays } from '../taken.js';
import { daysOf, type Terms } from '../terms.js';
import { bestTried, TooManySets } from './best-tried.js';
import { LeastToCome, type Studied } from './least.js';
import { type Relevant, relevantTo } from './relevant.js';

/** What trying every way that the listed routes do not rule out comes to. */
export interface Explored {
  /** Routes that should be listed and are not. */
  readonly findings: Finding[];
  /** Places that were tried, each for one way begun. */
  readonly tried: number;
  /** Whether every way was tried. */
  readonly complete: boolean;
  /** Places whose credit was not made out, as there are too many sets of claims: what begins there is not ruled out. */
  readonly onTrust: number;
}

/** Choices of options of one leg that are told apart at the most. */
const MOST_CHOICES = 2_000;

/**
 * Tries every way to the register that could still be unbeaten beside the routes listed (spec 5.3): leg by leg, each from
 * what is held then. A way is given up only where what it has come to, with the least that must still come, is beaten by
 * a route of the list; or where one of its legs can help nothing. It ends with the first route that is missing, or after
 * so many places.
 */
export function explore(terms: Terms, listed: readonly Measured[], most: number): Explored {
  const exploring = new Exploring(terms, listed, most);
  exploring.go([]);
  return exploring;
}

class Exploring implements Explored {
  readonly findings: Finding[] = [];
  tried = 0;
  onTrust = 0;
  readonly #relevant: Relevant;
  readonly #least: LeastToCome;
  readonly #months = new Map<Delivery, readonly Month[]>();

  constructor(
    private readonly terms: Terms,
    private readonly listed: readonly Measured[],
    private readonly most: number,
  ) {
    this.#relevant = relevantTo(terms);
    this.#least = new LeastToCome(terms, this.#relevant);
    const { first, latest } = terms;
    const months = Array.from({ length: Math.max(0, latest - first) }, (_, index) => first + index);
    for (const delivery of this.#relevant.deliveries)
      this.#months.set(
        delivery,
        months.filter((start) => openPoints({ delivery, start }).length > 0),
      );
  }

  get complete(): boolean {
    return this.tried < this.most && this.onTrust === 0;
  }

  /** Tries whatever may come after some legs. */
  go(legs: readonly Taken[]): void {
    const reached = reachedBy(this.terms, legs);
    if (reached) this.#isListed(measured(this.terms, legs, reached.month));
    if (legs.length >= this.terms.legs || reached?.month === this.terms.first) return;
    const last = legs.at(-1);
    const held = new Map<Month, Holdings>();
    const free = Math.max(0, ...legs.map(({ delivery, after }) => (delivery.concurrent ? 0 : after)));
    const studied = studiedIn(legs);
    for (const delivery of this.#relevant.deliveries) {
      if (!this.#canHelp(legs, delivery.programme)) continue;
      const soonest = Math.max(last?.start ?? 0, delivery.concurrent ? 0 : free);
      for (const start of this.#months.get(delivery)!) {
        if (start < soonest || (last && start === last.start && delivery.id <= last.delivery.id)) continue;
        // Later ones begin, and end, no sooner.
        if (start >= (reached?.month ?? this.terms.latest) || this.#isOut(legs, delivery, start, studied)) break;
        if (this.findings.length > 0 || this.tried >= this.most) return;
        this.tried += 1;
        const holdings = held.get(start) ?? heldOn(this.terms, legs, start);
        held.set(start, holdings);
        for (const leg of this.#legsAt(delivery, start, holdings)) if (this.#goesOn(legs, leg)) this.go([...legs, leg]);
      }
    }
  }

  /** Whether legs with one more keep to what was asked. */
  #goesOn(legs: readonly Taken[], leg: Taken): boolean {
    const { releaseDays, budget } = this.terms.constraints;
    const isOneStudy = legs.some(
      ({ delivery, after, to }) => delivery === leg.delivery && after === leg.start && to + 1 === leg.from,
    );
    const all = [...legs, leg];
    return (
      !isOneStudy &&
      (leg.completes ?? leg.after) <= this.terms.latest &&
      (all.length < this.terms.legs || leg.completes !== null) &&
      (releaseDays === undefined || peakDays(all) <= releaseDays) &&
      (budget === undefined ||
        measured(this.terms, all, this.terms.first).sums.LEARNER_PART <= Math.round(budget * 100))
    );
  }

  /** The legs of a delivery that may start in a month: each stage joined, last stage, and class of options. */
  *#legsAt(delivery: Delivery, start: Month, holdings: Holdings): Iterable<Taken> {
    const { terms } = this;
    const { catalogue, constraints, first } = terms;
    const programme = catalogue.programmes.get(delivery.programme)!;
    const stages = new Set(openPoints({ delivery, start }).map(([, point]) => point.stage));
    for (const stage of stages) {
      const place: Place = { programme, delivery, start, stage, holdings };
      if (pointsAt(terms, place).length === 0) continue;
      const { says, subjectTo } = hindrances(terms, place);
      if (says.length > 0) continue;
      const asked = { programme, delivery, start, include: constraints.include, lodgedFrom: first };
      const credit = this.#credit(new Worlds(settingOf(catalogue, holdings, asked), stage));
      if (!credit) continue;
      for (let to = stage; to <= programme.stages.length; to += 1)
        if (!isElsewhere(terms, delivery, stage, to)) yield* this.#classes(legsTo(terms, place, credit, subjectTo, to));
    }
  }

  #credit(worlds: Worlds): Credit | null {
    try {
      return bestTried(worlds);
    } catch (error) {
      if (!(error instanceof TooManySets)) throw error;
      this.onTrust += 1;
      return null;
    }
  }

  /** Of legs that differ only in options that nothing asks for and that weigh the same, the first. */
  *#classes(legs: Iterable<Taken>): Iterable<Taken> {
    const { modules } = this.terms.catalogue;
    const least = new Map<string, Taken>();
    let seen = 0;
    for (const leg of legs) {
      seen += 1;
      if (seen > MOST_CHOICES) {
        this.onTrust += 1;
        break;
      }
      const weight = (id: Id): string => {
        const { level, credits, theoryHours, practiceHours } = modules.get(id) ?? {};
        return this.#relevant.matters.has(id) ? id : `${level}:${credits}:${theoryHours}:${practiceHours}`;
      };
      const gained = leg.stages.flatMap(({ stage, gained }) =>
        gained.map(({ module, on, studied }) => `${stage} ${weight(module)} ${on} ${studied}`),
      );
      const kind = [leg.after, leg.fee, leg.creditsStudied, ...gained.sort()].join('|');
      const known = least.get(kind);
      if (!known || leg.options.join() < known.options.join()) least.set(kind, leg);
    }
    yield* least.values();
  }

  /** Whether one more leg of a programme can leave each leg helping a later one, or completing what is asked. */
  #canHelp(legs: readonly Taken[], programme: Id): boolean {
    const { finals, helps } = this.#relevant;
    const isLast = legs.length + 1 >= this.terms.legs;
    if (!isLast) return true;
    const all = [...legs.map((leg) => leg.programme.id), programme];
    return (
      finals.has(programme) &&
      legs.every(
        (leg, index) =>
          (leg.completes !== null && finals.has(leg.programme.id)) ||
          all.slice(index + 1).some((later) => later === leg.programme.id || helps.get(leg.programme.id)?.has(later)),
      )
    );
  }

  /** Whether whatever takes up a delivery from a month on ends too late, or is beaten by a route of the list. */
  #isOut(legs: readonly Taken[], delivery: Delivery, start: Month, studied: Studied): boolean {
    const { first, latest } = this.terms;
    const rest = this.#least.taking(delivery.programme, studied);
    const end = Math.max(start + rest.months, ...legs.map(({ after }) => after));
    if (end > latest) return true;
    const { sums } = measured(this.terms, legs, end);
    const programme = this.terms.catalogue.programmes.get(delivery.programme)!;
    const institutions = new Set([...legs.map((leg) => leg.programme.institution), programme.institution]);
    const least: Measured = {
      legs: [],
      sums: {
        MONTHS: end - first,
        LEARNER_PART: sums.LEARNER_PART + rest.learnerPart,
        TOTAL_FEES: sums.TOTAL_FEES + rest.totalFees,
        RELEASE_DAYS: Math.max(sums.RELEASE_DAYS, rest.days, daysOf(delivery)),
        CREDITS_STUDIED: sums.CREDITS_STUDIED + rest.credits,
        INSTITUTIONS: institutions.size,
        LEGS: legs.length + 1,
      },
    };
    return this.listed.some((route) => isBeaten(this.terms, route, least, comesBefore(route, least)));
  }

  /** A route that was found is listed, or beaten by one that is. */
  #isListed(route: Measured): void {
    if (this.listed.some((other) => isBeaten(this.terms, other, route, compareMeasured(other, route) <= 0))) return;
    const legs = route.legs.map(({ delivery, start, from }) => `${delivery.id} from ${textOf(start)} at stage ${from}`);
    const { MONTHS, LEARNER_PART, RELEASE_DAYS } = route.sums;
    this.findings.push({
      where: 'routes',
      says: `a route is missing that none of the list beats: ${legs.join(', then ')} (${MONTHS} months, the learner pays £${LEARNER_PART / 100}, ${RELEASE_DAYS} release days a week).`,
    });
  }
}

/** Whether a route beats another: no worse in what counts, and better in some of it, or first of equals. */
const isBeaten = (terms: Terms, by: Measured, route: Measured, isFirst: boolean): boolean =>
  covers(terms, by, route) && (isFirst || !covers(terms, route, by));

/** Whether a route comes before whatever is no less in any measure. */
function comesBefore({ sums }: Measured, least: Measured): boolean {
  const bare = (of: Measured['sums']): Measured => ({ legs: [], sums: of });
  return compareMeasured(bare(sums), bare(least.sums)) < 0;
}

/** How far each programme was studied that legs have not completed. */
function studiedIn(legs: readonly Taken[]): Studied {
  const studied = new Map<Id, number>();
  for (const { programme, to } of legs) studied.set(programme.id, Math.max(to, studied.get(programme.id) ?? 0));
  return new Map([...studied].sort(([a], [b]) => (a < b ? -1 : 1)));
}
