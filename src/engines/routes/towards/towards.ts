import type { Id } from '../../../domain/fact.js';
import type { Holdings } from '../../../domain/holding.js';
import type { Month } from '../../../domain/time.js';
import type { Bounds } from '../bounds/bounds.js';
import { CreditsAtLeast } from '../bounds/credits-at-least.js';
import { type Before, EntryAtLeast } from '../bounds/entry-at-least.js';
import { followed, greater, type Least, lesser, NEVER, NOTHING, withPrice } from '../bounds/least.js';
import { SetAtLeast } from '../bounds/set-at-least.js';
import { begin, grownBy } from '../growing.js';
import type { HeldByMonth } from '../held-by-month.js';
import { legsAt, type Terms } from '../legs.js';
import { type Front, type Measures, measuresOf } from '../measures.js';
import type { Plan } from '../plan.js';
import { reached } from '../reached.js';
import { Intakes } from './intakes.js';
import { type Label, Labels } from './labels.js';
import { LettingIn } from './letting-in.js';
import { Needs } from './needs.js';
import type { Relevance } from './relevance.js';
import { Waiting } from './waiting.js';

/** What is known whichever set is worked towards. */
export interface Shared {
  readonly front: Front;
  /** At most so many legs. */
  readonly legs: number;
  readonly heldAlong: (plan: Plan) => HeldByMonth;
  /** Puts a step in line. */
  readonly push: (step: Step) => void;
}

/** An intake of a delivery that may come next in a plan; it stands for the later ones too. */
export interface Step {
  readonly towards: Towards;
  readonly settled: Settled;
  readonly intakes: Intakes;
  readonly at: number;
  /** No route that takes this step, or a later intake of it, is less than this in any measure. */
  readonly least: Measures;
}

/** What no route that begins with a plan undercuts, whatever comes next. */
interface Floor {
  /** The month in which it ends. */
  readonly end: Month;
  /** Credits studied in all, and pence of the learner's part. */
  readonly credits: number;
  readonly learnerPart: number;
}

/** A plan that has been settled, and what all its next steps have in common. */
interface Settled extends Floor {
  readonly label: Label;
  readonly plan: Plan;
  readonly held: HeldByMonth;
  /** What coming back to something left before its end asks at the least. */
  readonly back: Least;
  /** What the programmes of the set still ask at the least; and what must come first, with them. */
  readonly set: Least;
  readonly first: Least;
  /** Programmes of the set that cannot be started before something else is studied. */
  readonly shut: ReadonlySet<Id>;
  /** Nothing may start in this month or later. */
  readonly until: Month;
}

/** The routes towards one set of programmes: plans that only what helps to complete it makes grow. */
export class Towards {
  /** Plans that were settled. */
  settled = 0;
  readonly #bounds: Bounds;
  readonly #set: SetAtLeast;
  readonly #credits: CreditsAtLeast;
  readonly #entry: EntryAtLeast;
  readonly #needs: Needs;
  readonly #lettingIn: LettingIn;
  readonly #waiting: Waiting;
  readonly #labels: Labels;
  /** Deliveries with their intakes. */
  readonly #intakes: readonly Intakes[];

  constructor(
    private readonly terms: Terms,
    private readonly relevance: Relevance,
    set: readonly Id[],
    private readonly shared: Shared,
    boundsOf: (...of: ConstructorParameters<typeof Bounds>) => Bounds,
  ) {
    this.#bounds = boundsOf(terms, relevance);
    this.#set = new SetAtLeast(terms, this.#bounds, set);
    this.#credits = new CreditsAtLeast(terms, relevance, this.#set.members, shared.legs);
    this.#waiting = new Waiting(terms, relevance);
    this.#entry = new EntryAtLeast(terms, relevance, this.#bounds);
    this.#needs = new Needs(relevance);
    this.#lettingIn = new LettingIn(terms, relevance);
    this.#labels = new Labels(terms, relevance);
    this.#intakes = [...relevance.offered.values()].flatMap((offers) =>
      offers.map((delivery) => new Intakes(terms, delivery, this.#bounds)),
    );
  }

  begin(): void {
    this.#take(begin(this.terms));
  }

  /** Takes a step: the plan grown by every leg that may start then, and the next intake that can differ put in line. */
  step({ settled, intakes, at }: Step): void {
    const { plan, held } = settled;
    const { delivery, months } = intakes;
    const month = months[at]!;
    const legs = legsAt(this.terms, held.at(month), delivery, month);
    const useful = legs.filter((leg) => this.#lettingIn.isOfUse(leg, held));
    const left = this.shared.legs - plan.legs.length - 1;
    const grown = useful.flatMap((leg) => grownBy(this.terms, this.relevance, plan, leg, left) ?? []);
    const next =
      legs.length === 0
        ? this.#waiting.whereNone(intakes, at, held)
        : useful.length === 0
          ? months.length // What can no longer let one in never can again.
          : legs.length === 1 && grown.length === 1
            ? Math.max(at + 1, intakes.from(this.#waiting.whereGrown(grown[0]!, plan)))
            : at + 1;
    this.#push(settled, intakes, next);
    for (const one of grown) this.#take(one);
  }

  /** A plan that has grown: recorded if it reaches the register; settled with its next steps, unless it is beaten. */
  #take(plan: Plan): void {
    const { latest } = this.terms;
    const { front, legs, heldAlong } = this.shared;
    const end = reached(this.terms, plan);
    if (end) front.add({ plan, measures: measuresOf(plan, this.terms.first, end.month), reachedBy: end.by });
    if (plan.legs.length >= legs || end?.month === this.terms.first) return;
    const floor = { end: this.#endsAtLeast(plan), ...this.#credits.after(plan, legs - plan.legs.length) };
    if (!this.#canServe(plan, floor, this.terms.first, NOTHING)) return;
    const held = heldAlong(plan);
    const before = this.#before(plan, held.at(latest));
    const shut = new Set([...before].flatMap(([id, { legs: needed }]) => (needed > 0 ? [id] : [])));
    const needed = Math.max(0, ...[...before.values()].map((one) => one.legs));
    if (end === null && plan.legs.length + needed + this.#set.left(plan) > legs) return;
    const label = this.#labels.add(plan, (programme, from) =>
      this.#canServe(plan, floor, from, this.#bounds.taking(programme, studiedOf(plan, programme))),
    );
    if (!label) return;
    this.settled += 1;
    const back = this.#comingBack(plan);
    const set = this.#set.after(plan);
    // Of several programmes one may wait for what comes first while another is studied.
    const first = before.size === 1 && this.#set.left(plan) === 1 ? followed([...before.values()][0]!.asks, set) : set;
    this.#pushAll({ label, plan, held, ...floor, back, set, first, shut, until: end?.month ?? latest });
  }

  /** Puts the first intake of every delivery that can come next in line. */
  #pushAll(settled: Settled): void {
    const { plan } = settled;
    const last = plan.legs.at(-1);
    const soonest = last?.start ?? this.terms.first;
    const needed = this.#needs.after(plan, this.shared.legs - plan.legs.length - 1);
    for (const intakes of this.#intakes) {
      const { programme, id, concurrent } = intakes.delivery;
      if (!needed(programme) || settled.shut.has(programme)) continue;
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
    const { plan, back, set, first } = settled;
    const { delivery } = intakes;
    const direct = intakes.asks(at, studiedOf(plan, delivery.programme));
    const leg = this.#bounds.anyLeg(delivery);
    // What was left before its end may be taken up again after this.
    const onward = back === NEVER ? direct : lesser(direct, followed(leg, back));
    const isOfSet = this.#set.members.includes(delivery.programme);
    const asks = greater(onward, isOfSet ? set : greater(first, withPrice(set, leg)));
    if (this.#canServe(plan, settled, month, asks))
      this.shared.push({ towards: this, settled, intakes, at, least: this.#least(plan, settled, month, asks) });
  }

  /** Whether a plan that takes up so much more from a month on can still make a route that nothing found beats. */
  #canServe(plan: Plan, floor: Floor, from: Month, rest: Least): boolean {
    const end = Math.max(from + rest.months, floor.end);
    return end <= this.terms.latest && !this.shared.front.excludes(this.#least(plan, floor, from, rest));
  }

  /** What no route undercuts that begins with a plan and takes up so much more from a month on: every measure only grows. */
  #least(plan: Plan, floor: Floor, from: Month, rest: Least): Measures {
    return [
      Math.max(from + rest.months, floor.end) - this.terms.first,
      Math.max(plan.learnerPart + rest.learnerPart, floor.learnerPart),
      plan.totalFees + rest.totalFees,
      Math.max(plan.releaseDays, rest.days),
      Math.max(plan.creditsStudied + rest.credits, floor.credits),
      plan.institutions,
      plan.legs.length + 1,
    ];
  }

  /** What must come before the programmes of the set that are not begun. */
  #before({ legs }: Plan, held: Holdings): Map<Id, Before> {
    const begun = new Set(legs.map(({ programme }) => programme.id));
    const open = this.#set.members.filter((id) => !begun.has(id));
    return new Map(open.map((id) => [id, this.#entry.of(id, held)]));
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
