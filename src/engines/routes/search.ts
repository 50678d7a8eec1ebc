import type { Id } from '../../domain/fact.js';
import type { Criterion } from '../../domain/questions.js';
import type { Month } from '../../domain/time.js';
import { Heap } from '../../kernel/heap.js';
import { Bounds } from './bounds.js';
import { begin, grownBy } from './growing.js';
import { HeldByMonth } from './held-by-month.js';
import { Intakes } from './intakes.js';
import { type Label, Labels } from './labels.js';
import { followed, greater, type Least, lesser, NEVER, NOTHING, withPrice } from './least.js';
import { legsAt, type Terms } from './legs.js';
import { compareMeasures, type Found, Front, type Measures, measuresOf } from './measures.js';
import { Needs } from './needs.js';
import type { Plan } from './plan.js';
import { reached } from './reached.js';
import type { Relevance } from './relevance.js';
import { SetsAtLeast } from './sets-at-least.js';

/** Intakes of deliveries, each for one plan, that are tried at the most before the search is given up. */
const MOST_TRIED = 40_000;

export interface Searched {
  readonly found: readonly Found[];
  /** False where the search was given up: there may be routes that are not listed. */
  readonly complete: boolean;
  /** Intakes of deliveries that were tried, each for one plan. */
  readonly tried: number;
  /** Plans that were settled. */
  readonly settled: number;
}

/** A plan that has been settled, and what all its next steps have in common. */
interface Settled {
  readonly label: Label;
  readonly plan: Plan;
  readonly held: HeldByMonth;
  /** No route that begins with it ends earlier. */
  readonly floor: Month;
  /** What coming back to something left before its end asks at the least. */
  readonly back: Least;
  /** What the programmes of some set still ask at the least. */
  readonly sets: Least;
  /** Nothing may start in this month or later. */
  readonly until: Month;
}

/** An intake of a delivery that may come next in a plan; it stands for the later ones too. */
interface Step {
  readonly settled: Settled;
  readonly intakes: Intakes;
  readonly at: number;
  /** No route that takes this step, or a later intake of it, is less than this in any measure. */
  readonly least: Measures;
}

/**
 * Every unbeaten route (spec 5): label setting over plans that grow leg by leg, in order of (start, delivery id). The
 * step that could still lead to the least is taken first; steps of which something found is at least as good in every
 * criterion, and comes before, are not taken at all; of plans that can go on in the same ways the beaten are dropped.
 * With `enough`, so many routes end it. (After Martins, 1984; Mandow and Pérez de la Cruz, 2010.) Other bounds than the
 * exact ones can be handed in by `boundsOf`, to see what they are worth.
 */
export function search(
  terms: Terms,
  relevance: Relevance,
  criteria: readonly Criterion[],
  most: number,
  enough = Number.POSITIVE_INFINITY,
  boundsOf = (...of: ConstructorParameters<typeof Bounds>): Bounds => new Bounds(...of),
): Searched {
  return new Searching(terms, relevance, new Front(criteria), most, boundsOf(terms, relevance)).run(enough);
}

class Searching {
  readonly #steps = new Heap<Step>((a, b) => compareMeasures(a.least, b.least));
  readonly #bounds: Bounds;
  readonly #sets: SetsAtLeast;
  readonly #needs: Needs;
  readonly #labels: Labels;
  /** Deliveries with their intakes; those that can still be taken with so many legs to come after. */
  readonly #intakes: readonly Intakes[];
  #settled = 0;

  constructor(
    private readonly terms: Terms,
    private readonly relevance: Relevance,
    private readonly front: Front,
    private readonly most: number,
    bounds: Bounds,
  ) {
    this.#bounds = bounds;
    this.#sets = new SetsAtLeast(terms, this.#bounds);
    this.#needs = new Needs(relevance);
    this.#labels = new Labels(terms, relevance);
    this.#intakes = [...relevance.legsLeft.keys()].flatMap((id) =>
      relevance.offered.get(id)!.map((delivery) => new Intakes(terms, delivery, this.#bounds)),
    );
  }

  run(enough: number): Searched {
    const { front } = this;
    let tried = 0;
    this.#take(begin(this.terms));
    for (let step = this.#steps.pop(); step && front.found.length < enough; step = this.#steps.pop()) {
      if (step.settled.label.beaten || front.excludes(step.least)) continue;
      if (tried >= MOST_TRIED) return this.#searched(tried, false);
      tried += 1;
      this.#push(step.settled, step.intakes, step.at + 1);
      this.#try(step);
    }
    return this.#searched(tried, true);
  }

  #searched(tried: number, complete: boolean): Searched {
    return { found: this.front.found, complete, tried, settled: this.#settled };
  }

  /** Grows the plan of a step by every leg that may start then. */
  #try({ settled: { plan, held }, intakes: { delivery, months }, at }: Step): void {
    const month = months[at]!;
    for (const leg of legsAt(this.terms, held.at(month), delivery, month)) {
      const grown = grownBy(this.terms, this.relevance, plan, leg, this.most - plan.legs.length - 1);
      if (grown) this.#take(grown);
    }
  }

  /** A plan that has grown: recorded if it reaches the register; settled with its next steps, unless it is beaten. */
  #take(plan: Plan): void {
    const { first, latest } = this.terms;
    const end = reached(this.terms, plan);
    if (end) this.front.add({ plan, measures: measuresOf(plan, first, end.month), reachedBy: end.by });
    if (plan.legs.length >= this.most || end?.month === first) return;
    const floor = this.#endsAtLeast(plan);
    if (!this.#canServe(plan, floor, first, NOTHING)) return;
    const label = this.#labels.add(plan, (programme, from) =>
      this.#canServe(plan, floor, from, this.#bounds.taking(programme, studiedOf(plan, programme))),
    );
    if (!label) return;
    this.#settled += 1;
    const held = new HeldByMonth(this.terms, plan.legs);
    const [back, sets] = [this.#comingBack(plan), this.#sets.after(plan)];
    this.#pushAll({ label, plan, held, floor, back, sets, until: end?.month ?? latest });
  }

  /** Puts the first intake of every delivery that can come next in line. */
  #pushAll(settled: Settled): void {
    const { plan } = settled;
    const last = plan.legs.at(-1);
    const soonest = last?.start ?? this.terms.first;
    const needed = this.#needs.after(plan, this.most - plan.legs.length - 1);
    for (const intakes of this.#intakes) {
      const { programme, id, concurrent } = intakes.delivery;
      if (!needed(programme)) continue;
      const from = concurrent ? soonest : Math.max(soonest, plan.free);
      this.#push(
        settled,
        intakes,
        intakes.from(last && from === last.start && id <= last.delivery.id ? from + 1 : from),
      );
    }
  }

  /** Puts an intake in line, if it or a later one can still serve. */
  #push(settled: Settled, intakes: Intakes, at: number): void {
    const month = intakes.months[at];
    if (month === undefined || month >= settled.until) return;
    const { plan, floor, back, sets } = settled;
    const { delivery } = intakes;
    const direct = intakes.asks(at, studiedOf(plan, delivery.programme));
    const leg = this.#bounds.anyLeg(delivery);
    // What was left before its end may be taken up again after this.
    const onward = back === NEVER ? direct : lesser(direct, followed(leg, back));
    const asks = greater(onward, this.#sets.members.has(delivery.programme) ? sets : withPrice(sets, leg));
    if (this.#canServe(plan, floor, month, asks))
      this.#steps.push({ settled, intakes, at, least: this.#least(plan, floor, month, asks) });
  }

  /** Whether a plan that takes up so much more from a month on can still make a route that nothing found beats. */
  #canServe(plan: Plan, floor: Month, from: Month, rest: Least): boolean {
    const end = Math.max(from + rest.months, floor);
    return end <= this.terms.latest && !this.front.excludes(this.#least(plan, floor, from, rest));
  }

  /** What no route undercuts that begins with a plan and takes up so much more from a month on: every measure only grows. */
  #least(plan: Plan, floor: Month, from: Month, rest: Least): Measures {
    return [
      Math.max(from + rest.months, floor) - this.terms.first,
      plan.learnerPart + rest.learnerPart,
      plan.totalFees + rest.totalFees,
      Math.max(plan.releaseDays, rest.days),
      plan.creditsStudied + rest.credits,
      plan.institutions,
      plan.legs.length + 1,
    ];
  }

  #comingBack(plan: Plan): Least {
    return plan.legs
      .filter(({ completes }) => completes === null)
      .map(({ programme: { id } }) => this.#bounds.taking(id, studiedOf(plan, id)))
      .reduce(lesser, NEVER);
  }

  /** No route that begins with a plan ends earlier than this. */
  #endsAtLeast({ legs, unused }: Plan): Month {
    return legs.reduce(
      (end, leg, i) =>
        Math.max(end, unused[i] && !this.#needs.isFinal(leg) ? this.#bounds.endAfterUseOf(leg) : 0, leg.after),
      this.terms.first,
    );
  }
}

/** The last stage of a programme that a plan has studied; none: 0. */
function studiedOf({ legs }: Plan, programme: Id): number {
  let studied = 0;
  for (const leg of legs) if (leg.programme.id === programme && leg.to > studied) studied = leg.to;
  return studied;
}
