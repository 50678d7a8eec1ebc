import type { Id } from '../../../domain/fact.js';
import type { Delivery } from '../../../domain/provision.js';
import type { Month } from '../../../domain/time.js';
import type { Terms } from '../legs.js';
import type { PlannedLeg } from '../plan.js';
import type { Relevance } from '../towards/relevance.js';
import type { StageCreditable } from './creditable.js';
import { followed, type Least, lesser, NEVER, undercuts } from './least.js';
import type { LegsAtLeast } from './legs-at-least.js';

/** A programme on the way: its stages, and where one may go on from them. */
interface Node {
  readonly id: Id;
  readonly offers: readonly Delivery[];
  readonly stages: readonly StageCreditable[];
  /** Stages with an entry point at which modules of those before may be outstanding. */
  readonly lenient: ReadonlySet<number>;
  readonly resumable: boolean;
  /** Whether some delivery may run beside others: then one may come back, with credit granted on entry, before a leg is over. */
  readonly beside: boolean;
  readonly final: boolean;
  /** By stage, from 1: programmes that what it gives helps to take up. */
  readonly onward: readonly (readonly Node[])[];
  /** By stages studied before, from none: what taking it up asks, or coming back to it. */
  readonly taking: Least[];
  /** By stages studied before: what completing it asks, of its own legs alone. */
  readonly completing: Least[];
}

/**
 * Lower bounds of all that must still come until the register is reached: exact shortest paths, for each measure by
 * itself, in the graph whose nodes are stages of programmes and whose steps are legs, worked backwards from the
 * programmes of the sets (as in NAMOA*: Mandow and Pérez de la Cruz, 2010). They hold for every plan: no waiting is
 * counted, and every programme is thought to help as much as it could.
 */
export class Bounds {
  readonly #nodes = new Map<Id, Node>();
  readonly #legs: LegsAtLeast;
  readonly #through = new Map<string, Least>();
  readonly #anyLeg = new Map<Delivery, Least>();

  constructor(
    terms: Pick<Terms, 'catalogue' | 'legsAtLeast'>,
    { offered, creditable, helps, resumable, finals }: Relevance,
  ) {
    this.#legs = terms.legsAtLeast;
    const { catalogue } = terms;
    for (const [id, offers] of offered) {
      const programme = catalogue.programmes.get(id)!;
      const lenient = offers.flatMap(({ entryPoints }) => entryPoints.filter(({ outstanding }) => outstanding));
      this.#nodes.set(id, {
        id,
        offers,
        stages: creditable(programme),
        lenient: new Set(lenient.map(({ stage }) => stage)),
        resumable: resumable.has(id),
        beside: offers.some(({ concurrent }) => concurrent),
        final: finals.has(id),
        onward: programme.stages.map(() => []),
        taking: programme.stages.map(() => NEVER),
        completing: programme.stages.map(() => NEVER),
      });
    }
    const helpers = new Map<Node, Node[]>();
    for (const [id, helped] of helps) {
      const node = this.#nodes.get(id)!;
      for (const [other, stages] of helped) {
        const next = this.#nodes.get(other)!;
        for (const stage of stages) (node.onward[stage - 1] as Node[]).push(next);
        helpers.set(next, [...(helpers.get(next) ?? []), node]);
      }
    }
    this.#settle(
      [...finals].map((id) => this.#nodes.get(id)!),
      helpers,
    );
  }

  /** What a leg of a delivery that joins at a stage asks, with all that must come after it. */
  through(delivery: Delivery, from: number, studied: number): Least {
    const key = `${delivery.id} ${from} ${studied}`;
    const known = this.#through.get(key);
    if (known) return known;
    const found = this.#joined(this.#nodes.get(delivery.programme)!, delivery, from, studied);
    this.#through.set(key, found);
    return found;
  }

  /** What taking up a programme asks, of those who have studied it as far as some stage, or not at all. */
  taking(programme: Id, studied: number): Least {
    return taking(this.#nodes.get(programme)!, studied);
  }

  /** What completing a programme asks, of its own legs alone, of those who have studied it as far as some stage. */
  completing(programme: Id, studied: number): Least {
    return this.#nodes.get(programme)?.completing[studied] ?? NEVER;
  }

  /** What any leg of a delivery asks, whatever comes after. */
  anyLeg(delivery: Delivery): Least {
    const known = this.#anyLeg.get(delivery);
    if (known) return known;
    const stages = this.#nodes.get(delivery.programme)!.stages.map((stage) => ({ ...stage, toStudy: 0 }));
    const found = stages.map((_, index) => this.#legs.of(delivery, stages, index + 1, index + 1)).reduce(lesser, NEVER);
    this.#anyLeg.set(delivery, found);
    return found;
  }

  /** No route in which something makes use of a leg ends earlier. */
  endAfterUseOf({ programme, delivery, from, to, start, after, stages }: PlannedLeg): Month {
    const node = this.#nodes.get(programme.id)!;
    const back = (node.beside ? start : after) + (node.resumable ? taking(node, to).months : Number.POSITIVE_INFINITY);
    return stages.reduce(
      (end, { stage, after: ended }) =>
        Math.min(end, ended + onwardFrom(node, firstGiven(delivery, from, stage), stage).months),
      back,
    );
  }

  /** Whether a stage can be joined by those who have studied a programme as far as some stage, for all that is known. */
  isJoinable(programme: Id, stage: number, studied: number): boolean {
    return isReached(this.#nodes.get(programme)!, studied, stage);
  }

  #settle(begin: readonly Node[], helpers: ReadonlyMap<Node, readonly Node[]>): void {
    const waiting = new Set(begin);
    for (const node of waiting) {
      waiting.delete(node);
      if (this.#improves(node)) for (const helper of helpers.get(node) ?? []) waiting.add(helper);
    }
  }

  /** Works a node out anew; whether taking it up undercuts what was known. */
  #improves(node: Node): boolean {
    const before = node.taking[0]!;
    for (let studied = node.stages.length - 1; studied >= 0; studied--) {
      const joined = node.offers.flatMap((delivery) =>
        stagesJoined(delivery).flatMap((stage) => (isReached(node, studied, stage) ? [{ delivery, stage }] : [])),
      );
      node.taking[studied] = joined
        .map(({ delivery, stage }) => this.#joined(node, delivery, stage, studied))
        .reduce(lesser, NEVER);
      node.completing[studied] = joined
        .map(({ delivery, stage }) => this.#completed(node, delivery, stage, studied))
        .reduce(lesser, NEVER);
    }
    return undercuts(node.taking[0]!, before);
  }

  /** A delivery joined at a stage, and the programme completed from there by whatever legs of its own. */
  #completed(node: Node, delivery: Delivery, from: number, studied: number): Least {
    let best = NEVER;
    for (let to = Math.max(from, studied + 1); to <= node.stages.length; to++) {
      const leg = this.#leg(node, delivery, from, to, studied);
      best = lesser(best, to === node.stages.length ? whole(leg, delivery) : goneOn(node, leg, node.completing[to]!));
    }
    return best;
  }

  /** A delivery joined at a stage by those who have studied as far as some stage: over all last stages, its leg and what comes after. */
  #joined(node: Node, delivery: Delivery, from: number, studied: number): Least {
    let best = NEVER;
    for (let to = Math.max(from, studied + 1); to <= node.stages.length; to++) {
      const leg = this.#leg(node, delivery, from, to, studied);
      if (to === node.stages.length && node.final) best = lesser(best, whole(leg, delivery));
      if (node.resumable) best = lesser(best, goneOn(node, leg, taking(node, to)));
      best = lesser(best, followed(leg, onwardFrom(node, firstGiven(delivery, from, from), to)));
    }
    return best;
  }

  /** A leg from one stage to another, of those who have studied as far as some stage: what they have done is not studied again. */
  #leg({ stages }: Node, delivery: Delivery, from: number, to: number, studied: number): Least {
    const left = stages.map((stage, index) => (index < studied ? { ...stage, toStudy: 0 } : stage));
    return this.#legs.of(delivery, left, from, to);
  }
}

/** A leg of a programme, and what comes after it of the same. */
const goneOn = ({ beside }: Node, leg: Least, rest: Least): Least => {
  const both = followed(leg, rest);
  return beside && both !== NEVER ? { ...both, months: Math.max(leg.months, rest.months) } : both;
};

/** A leg that completes its programme, with the months of assessment. */
const whole = (leg: Least, { assessmentMonths = 0 }: Delivery): Least => ({
  ...leg,
  months: leg.months + assessmentMonths,
});

const stagesJoined = ({ entryPoints }: Delivery): number[] => [...new Set(entryPoints.map(({ stage }) => stage))];

/** Nothing is left to take up of what is studied to its end. */
const taking = ({ taking }: Node, studied: number): Least => taking[studied] ?? NEVER;

/** Whether one may come to a stage, having studied as far as another, by credit for all in between. */
const isReached = ({ stages, lenient }: Node, studied: number, stage: number): boolean =>
  stages
    .slice(0, stage - 1)
    .every(({ known, coverable }, index) => known && (index < studied || coverable || lenient.has(stage)));

/** What can be taken up with what was given in some stages. */
function onwardFrom({ onward }: Node, from: number, to: number): Least {
  let best = NEVER;
  for (let stage = from; stage <= to; stage++)
    for (const next of onward[stage - 1]!) best = lesser(best, next.taking[0]!);
  return best;
}

/** The first stage of which a leg, joined at one stage, gives something with another: what is made good is of any before. */
const firstGiven = ({ entryPoints }: Delivery, from: number, stage: number): number =>
  stage === from && entryPoints.some((point) => point.stage === from && point.outstanding) ? 1 : stage;
