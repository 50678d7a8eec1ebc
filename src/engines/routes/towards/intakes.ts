import type { Delivery } from '../../../domain/provision.js';
import type { Month } from '../../../domain/time.js';
import type { Bounds } from '../bounds/bounds.js';
import { type Least, lesser, NEVER } from '../bounds/least.js';
import type { Start } from '../held-on-the-way.js';
import { openPoints } from '../legs.js';

/** The months in which a delivery may be joined, in order, and what joining it asks at the least. */
export class Intakes {
  readonly months: readonly Month[];
  readonly #open: readonly (readonly number[])[];
  /** By stages studied before: for each intake what it, or any later one, asks, with all that must come after. */
  readonly #asks = new Map<number, readonly Least[]>();

  constructor(
    start: Start,
    readonly delivery: Delivery,
    private readonly bounds: Bounds,
  ) {
    const months: Month[] = [];
    const open: (readonly number[])[] = [];
    for (let month = start.first; month < start.latest; month++) {
      const stages = [...new Set(openPoints(start, delivery, month).map(({ stage }) => stage))];
      if (stages.length === 0) continue;
      months.push(month);
      open.push(stages);
    }
    this.months = months;
    this.#open = open;
  }

  /** The first intake in a month or after it; as many as there are, where there is none. */
  from(month: Month): number {
    let low = 0;
    let high = this.months.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.months[middle]! < month) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What an intake, or any later one, asks of those who have studied the programme as far as some stage. */
  asks(at: number, studied: number): Least {
    let asks = this.#asks.get(studied);
    if (!asks) {
      asks = this.#work(studied);
      this.#asks.set(studied, asks);
    }
    return asks[at]!;
  }

  #work(studied: number): Least[] {
    const { programme } = this.delivery;
    const asks = new Array<Least>(this.months.length);
    const seen = new Set<number>();
    let least = NEVER;
    for (let at = this.months.length - 1; at >= 0; at--) {
      for (const stage of this.#open[at]!) {
        if (seen.has(stage)) continue;
        seen.add(stage);
        if (this.bounds.isJoinable(programme, stage, studied))
          least = lesser(least, this.bounds.through(this.delivery, stage, studied));
      }
      asks[at] = least;
    }
    return asks;
  }
}
