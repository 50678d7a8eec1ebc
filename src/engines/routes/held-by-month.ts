import type { Holdings } from '../../domain/holding.js';
import type { Month } from '../../domain/time.js';
import { grownUntil, happenedBy, type Start } from './held-on-the-way.js';
import type { PlannedLeg } from './plan.js';

/** What is held along one plan, worked out once for each month in which something happens. */
export class HeldByMonth {
  readonly #known = new Map<number, Holdings>();
  readonly #events: readonly Month[];

  constructor(
    private readonly start: Start,
    private readonly legs: readonly PlannedLeg[],
  ) {
    this.#events = legs.flatMap(({ start, stages, completes }) => [
      start,
      ...stages.map(({ after }) => after),
      ...(completes === null ? [] : [completes]),
    ]);
  }

  /** The next month after one in which something happens; infinite where nothing does any more. */
  nextEvent(month: Month): Month {
    return Math.min(Number.POSITIVE_INFINITY, ...this.#events.filter((event) => event > month));
  }

  at(month: Month): Holdings {
    let happened = 0;
    for (const event of this.#events) if (event <= month) happened += 1;
    const held = this.#known.get(happened) ?? happenedBy(this.start, this.legs, month);
    this.#known.set(happened, held);
    return grownUntil(this.start, this.legs, month, held);
  }
}
