import type { Id } from '../../domain/fact.js';
import type { Delivery } from '../../domain/provision.js';
import type { Criterion } from '../../domain/questions.js';
import { type Month, validIn } from '../../domain/time.js';
import { Earlier } from './earlier.js';
import { payments } from './funding.js';
import { HeldByMonth } from './held-by-month.js';
import { legsAt, openPoints, type Terms } from './legs.js';
import { type Found, Front, type Measures, measuresOf } from './measures.js';
import { daysOf, type Plan, type PlannedLeg, peakDays } from './plan.js';
import type { Relevance } from './relevance.js';
import type { Rest } from './rest.js';
import { makesUseOf } from './use.js';

/** Legs that are tried at the most before the search is given up. */
const MOST_TRIED = 40_000;

export interface Searched {
  readonly found: readonly Found[];
  /** False where the search was given up: there may be routes that are not listed. */
  readonly complete: boolean;
}

/**
 * Every unbeaten route (spec 5). Plans grow leg by leg, in order of (start, delivery id), fewest legs first. A plan is
 * dropped only where something found is at least as good in every criterion as all that can grow out of it, and comes
 * before it among equals; a leg is not tried where nothing after it can need it. With `enough`, so many routes end it.
 */
export function search(
  terms: Terms,
  offers: readonly Delivery[],
  relevance: Relevance,
  criteria: readonly Criterion[],
  most: number,
  enough = Number.POSITIVE_INFINITY,
): Searched {
  const front = new Front(criteria);
  const growing = new Growing(terms, offers, relevance, front, most);
  let level: Plan[] = [growing.empty()];
  for (const plan of level) growing.record(plan);
  for (let legs = 0; legs <= most && level.length > 0 && front.found.length < enough; legs++)
    level = growing.grow(level);
  return { found: [...front.found], complete: growing.tried <= MOST_TRIED };
}

/** A month in which a delivery may be joined, and the least months from then to its completion. */
interface Intake {
  readonly month: Month;
  readonly months: number;
}

function intakesOf(terms: Terms, delivery: Delivery): Intake[] {
  const { paced, months, assessmentMonths = 0 } = delivery;
  const fromStage = (stage: number): number =>
    paced === 'module' ? assessmentMonths : months.slice(stage - 1).reduce((sum, own) => sum + own, assessmentMonths);
  const intakes: Intake[] = [];
  for (let month = terms.first; month < terms.latest; month++) {
    const points = openPoints(terms, delivery, month);
    if (points.length > 0) intakes.push({ month, months: Math.min(...points.map(({ stage }) => fromStage(stage))) });
  }
  return intakes;
}

class Growing {
  tried = 0;
  #earlier: Earlier;
  readonly #intakes = new Map<Id, Intake[]>();
  readonly #relevant: readonly Delivery[];

  constructor(
    private readonly terms: Terms,
    offers: readonly Delivery[],
    private readonly relevance: Relevance,
    private readonly front: Front,
    private readonly most: number,
  ) {
    this.#earlier = new Earlier(terms, relevance);
    const months = ({ programme }: Delivery): number => relevance.through(programme).months;
    this.#relevant = offers
      .filter(({ programme }) => relevance.legsLeft.has(programme))
      .sort((a, b) => months(a) - months(b));
    for (const delivery of this.#relevant) {
      this.#intakes.set(delivery.id, intakesOf(terms, delivery));
    }
  }

  empty(): Plan {
    const {
      first,
      holdings: { learner },
    } = this.terms;
    return {
      legs: [],
      unused: [],
      paid: [],
      learnerPart: 0,
      totalFees: 0,
      creditsStudied: 0,
      releaseDays: 0,
      institutions: 0,
      loanLeft: Math.round((learner.loanEntitlement ?? 0) * 100),
      free: first,
    };
  }

  /** The plans that one more leg makes of all that are not beaten; those that reach the register are recorded at once. */
  grow(level: readonly Plan[]): Plan[] {
    const { first } = this.terms;
    const next: Plan[] = [];
    this.#earlier = new Earlier(this.terms, this.relevance);
    for (const plan of level) {
      const reached = this.#reached(plan)?.month;
      if (plan.legs.length < this.most && this.tried <= MOST_TRIED && reached !== first)
        this.#extend(plan, reached, next);
    }
    return next.sort((a, b) => this.#endsAtLeast(a) - this.#endsAtLeast(b));
  }

  /** Adds a plan that reaches the register to what was found. */
  record(plan: Plan): void {
    const end = this.#reached(plan);
    if (end) this.front.add({ plan, measures: measuresOf(plan, this.terms.first, end.month), reachedBy: end.by });
  }

  #extend(plan: Plan, reached: Month | undefined, next: Plan[]): void {
    const { first, latest } = this.terms;
    const left = this.most - plan.legs.length - 1;
    const last = plan.legs.at(-1);
    const held = new HeldByMonth(this.terms, plan.legs);
    const floor = this.#endsAtLeast(plan);
    if (this.front.excludes(this.#least(plan, floor))) return;
    if (
      this.#earlier.covers(plan, (programme) =>
        this.#beaten(plan, floor, last?.start ?? first, this.relevance.through(programme)),
      )
    )
      return;
    for (const delivery of this.#relevant) {
      if (this.relevance.legsLeft.get(delivery.programme)! > left || !this.#canBeNeeded(plan, delivery.programme, left))
        continue;
      const from = Math.max(last?.start ?? first, delivery.concurrent ? first : plan.free);
      for (const { month, months } of this.#intakes.get(delivery.id)!) {
        if (month < from || (last && month === last.start && delivery.id <= last.delivery.id)) continue;
        if (month >= (reached ?? latest)) break;
        if (this.#cannotServe(plan, floor, delivery, month, months)) continue;
        for (const leg of legsAt(this.terms, held.at(month), delivery, month)) {
          this.tried += 1;
          const grown = this.#with(plan, leg, left);
          if (!grown) continue;
          this.record(grown);
          if (!this.front.excludes(this.#least(grown, this.#endsAtLeast(grown)))) next.push(grown);
        }
      }
    }
  }

  /** Whether whatever grows out of a plan by a leg of a delivery in a month ends too late, or is beaten. */
  #cannotServe(plan: Plan, floor: Month, delivery: Delivery, month: Month, toTheEnd: number): boolean {
    const { finals, after } = this.relevance;
    const rest = after.get(delivery.programme);
    const days = daysOf(delivery);
    const ways: Rest[] = rest
      ? [{ ...rest, months: rest.months + shortestLeg(delivery), days: Math.max(rest.days, days) }]
      : [];
    if (finals.has(delivery.programme)) ways.push({ months: toTheEnd, days, pence: 0 });
    return ways.every((way) => this.#beaten(plan, floor, month, way));
  }

  /** Whether a plan that takes up so much more from a month on ends too late, or is beaten. */
  #beaten(plan: Plan, floor: Month, from: Month, { months, days, pence }: Rest): boolean {
    const end = Math.max(from + months, floor);
    if (end > this.terms.latest) return true;
    const least = [...this.#least(plan, end)];
    least[1]! += pence;
    least[2]! += pence;
    least[3] = Math.max(least[3]!, days);
    return this.front.excludes(least);
  }

  /** No route that begins with a plan ends earlier than this. */
  #endsAtLeast({ legs, unused }: Plan): Month {
    return Math.max(
      this.terms.first,
      ...legs.map((leg, i) => {
        if (this.#isFinal(leg)) return leg.after;
        if (!unused[i]) return leg.after;
        return Math.max(
          leg.after,
          leg.stages[0]!.after + (this.relevance.after.get(leg.programme.id)?.months ?? Number.POSITIVE_INFINITY),
        );
      }),
    );
  }

  /** What no route that begins with a plan, and is not yet complete, undercuts: every measure only grows. */
  #least(plan: Plan, end: Month): Measures {
    const measures = [...measuresOf(plan, this.terms.first, end)];
    measures[6]! += 1;
    return measures;
  }

  /** Whether, with so many legs to come after it, a leg of a programme can leave no leg of the plan unneeded. */
  #canBeNeeded({ legs, unused }: Plan, programme: Id, left: number): boolean {
    const { finals, helps } = this.relevance;
    const helped = (leg: PlannedLeg, by: Id): boolean => helps.get(leg.programme.id)?.has(by) ?? false;
    const pending = legs.filter((leg, i) => unused[i] && !this.#isFinal(leg));
    if (left === 0) return finals.has(programme) && pending.every((leg) => helped(leg, programme));
    if (left > 1 || pending.length === 0) return true;
    return (
      pending.every((leg) => helped(leg, programme)) ||
      [...finals].some(
        (last) =>
          (finals.has(programme) || helps.get(programme)?.has(last)) &&
          pending.every((leg) => helped(leg, programme) || helped(leg, last)),
      )
    );
  }

  /** Whether a leg completes a programme of a set, and so may be needed for itself. */
  readonly #isFinal = ({ completes, programme }: PlannedLeg): boolean =>
    completes !== null && this.relevance.finals.has(programme.id);

  /** The plan with one more leg; null where nothing asked allows it. */
  #with(plan: Plan, leg: PlannedLeg, left: number): Plan | null {
    const {
      catalogue,
      holdings: { learner },
      constraints: { releaseDays: days, budget },
    } = this.terms;
    if (left === 0 && leg.completes === null) return null;
    if (
      plan.legs.some(
        (other) => other.delivery === leg.delivery && other.after === leg.start && other.to + 1 === leg.from,
      )
    )
      return null;
    const legs = [...plan.legs, leg];
    const { paid, learnerPart, loanLeft } = payments(catalogue, learner, leg, plan.loanLeft);
    const unused = plan.legs.map((one, i) => plan.unused[i]! && !makesUseOf(this.terms, plan.legs, one, leg));
    if (left === 0 && plan.legs.some((one, i) => unused[i] && !this.#isFinal(one))) return null;
    const grown: Plan = {
      unused: [...unused, true],
      legs,
      paid: [...plan.paid, paid],
      loanLeft,
      learnerPart: plan.learnerPart + learnerPart,
      totalFees: plan.totalFees + leg.fee + leg.claimFees,
      creditsStudied: plan.creditsStudied + leg.creditsStudied,
      releaseDays: peakDays(legs),
      institutions: new Set(legs.map(({ programme }) => programme.institution)).size,
      free: leg.delivery.concurrent ? plan.free : Math.max(plan.free, leg.after),
    };
    if (days !== undefined && grown.releaseDays > days) return null;
    return budget !== undefined && grown.learnerPart > Math.round(budget * 100) ? null : grown;
  }

  /** When the register is reached and by which programmes: a set complete while it is valid, and every leg over by then. */
  #reached({ legs }: Plan): { month: Month; by: Id[] } | null {
    const { first, latest, holdings, catalogue, part } = this.terms;
    const complete = new Map<Id, Month>();
    for (const { programme, complete: whole } of holdings.awards)
      if (programme && whole) complete.set(programme, first);
    for (const { programme, completes } of legs)
      if (completes !== null) complete.set(programme.id, Math.min(completes, complete.get(programme.id) ?? completes));
    let best: { month: Month; by: Id[] } | null = null;
    for (const way of catalogue.waysTo(part)) {
      if (!way.programmes.every((id) => complete.has(id))) continue;
      const month = Math.max(...way.programmes.map((id) => complete.get(id)!));
      if (month <= latest && validIn(way, month) && month < (best?.month ?? Number.POSITIVE_INFINITY))
        best = { month, by: [...way.programmes] };
    }
    return best && legs.every(({ after }) => after <= best.month) ? best : null;
  }
}

/** The fewest months any leg of a delivery may take. */
const shortestLeg = ({ paced, months }: Delivery): number => (paced === 'module' ? 0 : Math.min(...months));
