import type { Id } from '../../../domain/fact.js';
import type { Terms } from '../legs.js';
import type { Plan } from '../plan.js';
import type { Bounds } from './bounds.js';
import { type Least, NEVER, NOTHING } from './least.js';

/** What is still to be completed of a set that reaches the register: all its programmes. */
export class SetAtLeast {
  /** Programmes of the set that are not complete from the first. */
  readonly members: readonly Id[];
  /** What completing the set asks from the beginning. */
  readonly untouched: Least;

  constructor(
    { holdings }: Pick<Terms, 'holdings'>,
    private readonly bounds: Bounds,
    set: readonly Id[],
  ) {
    const held = new Set(holdings.awards.flatMap(({ complete, programme }) => (complete ? (programme ?? []) : [])));
    this.members = set.filter((id) => !held.has(id));
    this.untouched = this.#least(() => 0);
  }

  /** How many of the set's programmes a plan has not completed: each takes a leg at the least. */
  left({ legs }: Plan): number {
    return this.members.filter(
      (id) => !legs.some(({ programme, completes }) => programme.id === id && completes !== null),
    ).length;
  }

  /** What the legs of the set's programmes alone must still ask after a plan, in months from when the next leg can start. */
  after({ legs }: Plan): Least {
    const studied = new Map<Id, number>();
    for (const { programme, to } of legs)
      if (this.members.includes(programme.id)) studied.set(programme.id, Math.max(to, studied.get(programme.id) ?? 0));
    if (studied.size === 0) return this.untouched;
    const complete = new Set(legs.flatMap(({ completes, programme }) => (completes === null ? [] : [programme.id])));
    return this.#least((id) => (complete.has(id) ? null : (studied.get(id) ?? 0)));
  }

  /** `studied` tells how far a programme is studied, null where it is complete. */
  #least(studied: (id: Id) => number | null): Least {
    return this.members
      .map((id) => {
        const stage = studied(id);
        return stage === null ? NOTHING : this.bounds.completing(id, stage);
      })
      .reduce(sideBySide, NOTHING);
  }
}

/** One beside the other: months and days are the most of both, all else adds up. */
const sideBySide = (a: Least, b: Least): Least =>
  a === NEVER || b === NEVER
    ? NEVER
    : {
        months: Math.max(a.months, b.months),
        learnerPart: a.learnerPart + b.learnerPart,
        totalFees: a.totalFees + b.totalFees,
        days: Math.max(a.days, b.days),
        credits: a.credits + b.credits,
      };
