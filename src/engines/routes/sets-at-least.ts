import type { Id } from '../../domain/fact.js';
import type { Bounds } from './bounds.js';
import { type Least, lesser, NEVER, NOTHING } from './least.js';
import type { Terms } from './legs.js';
import type { Plan } from './plan.js';

/** What is still to be completed of the sets that reach the register: of every set all its programmes. */
export class SetsAtLeast {
  readonly #sets: readonly (readonly Id[])[];
  readonly #untouched: Least;
  /** Programmes of a set. */
  readonly members: ReadonlySet<Id>;

  constructor(
    { catalogue, part, holdings }: Terms,
    private readonly bounds: Bounds,
  ) {
    const held = new Set(holdings.awards.flatMap(({ complete, programme }) => (complete ? (programme ?? []) : [])));
    this.#sets = catalogue.waysTo(part).map(({ programmes }) => programmes.filter((id) => !held.has(id)));
    this.members = new Set(this.#sets.flat());
    this.#untouched = this.#least(() => 0);
  }

  /** What the legs of set programmes alone must still ask after a plan, in months from when the next leg can start. */
  after({ legs }: Plan): Least {
    const studied = new Map<Id, number>();
    for (const { programme, to } of legs)
      if (this.members.has(programme.id)) studied.set(programme.id, Math.max(to, studied.get(programme.id) ?? 0));
    if (studied.size === 0) return this.#untouched;
    const complete = new Set(legs.flatMap(({ completes, programme }) => (completes === null ? [] : [programme.id])));
    return this.#least((id) => (complete.has(id) ? null : (studied.get(id) ?? 0)));
  }

  /** The least over all sets; `studied` tells how far a programme is studied, null where it is complete. */
  #least(studied: (id: Id) => number | null): Least {
    return this.#sets
      .map((set) =>
        set
          .map((id) => {
            const stage = studied(id);
            return stage === null ? NOTHING : this.bounds.completing(id, stage);
          })
          .reduce(sideBySide, NOTHING),
      )
      .reduce(lesser, NEVER);
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
