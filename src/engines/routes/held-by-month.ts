import type { Holdings } from '../../domain/holding.js';
import type { Month } from '../../domain/time.js';
import { heldAt } from './held-on-the-way.js';
import type { Terms } from './legs.js';
import { isFullTime, type PlannedLeg } from './plan.js';

/** What is held along one plan, worked out once for each month in which it differs. */
export class HeldByMonth {
  readonly #known = new Map<string, Holdings>();
  readonly #events: readonly Month[];
  readonly #grows: boolean;

  constructor(
    private readonly terms: Terms,
    private readonly legs: readonly PlannedLeg[],
  ) {
    this.#events = legs.flatMap(({ start, stages, completes }) => [
      start,
      ...stages.map(({ after }) => after),
      ...(completes === null ? [] : [completes]),
    ]);
    this.#grows =
      terms.holdings.experience.some(({ ongoing }) => ongoing) || legs.some(({ delivery }) => isFullTime(delivery));
  }

  at(month: Month): Holdings {
    const key = this.#grows ? String(month) : String(this.#events.filter((event) => event <= month).length);
    const known = this.#known.get(key) ?? heldAt(this.terms, this.legs, month);
    this.#known.set(key, known);
    return known;
  }
}
