import type { Id } from '../../domain/fact.js';
import type { Terms } from './legs.js';
import { isFullTime, type Paid, type Plan, type PlannedLeg } from './plan.js';
import type { Relevance } from './relevance.js';

/**
 * Plans of the same legs with the same credit and payments. One that begins each leg no later beats the others: whatever
 * they can go on to do it can do too, unless it matters how old something is, or time passes out of employment.
 */
export class Earlier {
  readonly #known = new Map<string, Plan[]>();
  readonly #dated: boolean;
  readonly #grows: boolean;

  constructor(
    { catalogue, part, holdings }: Terms,
    private readonly relevance: Relevance,
  ) {
    this.#dated = catalogue.waysTo(part).some(({ from, to }) => from !== undefined || to !== undefined);
    this.#grows = holdings.experience.some(({ ongoing }) => ongoing);
  }

  /** Whether a plan is beaten by one seen before; else it is remembered. `beaten` tells of a programme that need not be taken up. */
  covers(plan: Plan, beaten: (programme: Id) => boolean): boolean {
    const ageing = new Set(plan.legs.flatMap((leg) => [...(this.relevance.ageing.get(leg.programme.id) ?? [])]));
    if (
      this.#dated ||
      (this.#grows && plan.legs.some(({ delivery }) => isFullTime(delivery))) ||
      ![...ageing].every(beaten)
    )
      return false;
    const key = plan.legs.map((leg, i) => alike(leg, plan.paid[i]!)).join(';');
    const known = this.#known.get(key) ?? [];
    if (
      known.some(
        (other) =>
          other.releaseDays <= plan.releaseDays && other.legs.every(({ start }, i) => start <= plan.legs[i]!.start),
      )
    )
      return true;
    known.push(plan);
    this.#known.set(key, known);
    return false;
  }
}

/** What makes two legs alike but for their months. */
const alike = (
  {
    delivery,
    from,
    to,
    options,
    stages,
    solution,
    creditsStudied,
    fee,
    claimFees,
    after,
    start,
    completes,
  }: PlannedLeg,
  paid: readonly Paid[],
): string =>
  [
    delivery.id,
    from,
    to,
    stages.map(({ gains }) => gains.map(({ module }) => module)),
    options,
    solution.used.map(({ id }) => id),
    [...solution.progress.keys()],
    creditsStudied,
    fee,
    claimFees,
    after - start,
    completes !== null,
    paid.map(({ rule, pence }) => `${rule}:${pence}`),
  ].join('|');
