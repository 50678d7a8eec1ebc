import { heldAt } from '../held-on-the-way.js';
import { legsAt, type Terms } from '../legs.js';
import type { PlannedLeg } from '../plan.js';

/** The legs of a route as they would go in terms that differ, or the first, counted from 0, that cannot start. */
export type Replayed = { readonly legs: readonly PlannedLeg[] } | { readonly broken: number };

/**
 * Takes the legs of a route again in terms that differ, each in its month at its stage. Each is studied to the same stage
 * as before, with the same options if that can be; where its options must differ, each choice is tried. A leg that runs
 * into the start of the next keeps that from starting.
 */
export function replay(terms: Terms, legs: readonly PlannedLeg[], again: readonly PlannedLeg[] = []): Replayed {
  const leg = legs[again.length];
  if (!leg) return { legs: again };
  const delivery = terms.catalogue.deliveries.get(leg.delivery.id);
  if (!delivery) return { broken: again.length };
  const options = leg.options.join(' ');
  const ways = legsAt(terms, heldAt(terms, again, leg.start), delivery, leg.start)
    .filter((way) => way.from === leg.from && way.to === leg.to && !overlaps(again, way))
    .sort((a, b) => Number(b.options.join(' ') === options) - Number(a.options.join(' ') === options));
  let broken = again.length;
  for (const way of ways) {
    const rest = replay(terms, legs, [...again, way]);
    if ('legs' in rest) return rest;
    broken = Math.max(broken, rest.broken);
  }
  return { broken };
}

const overlaps = (before: readonly PlannedLeg[], { delivery, start }: PlannedLeg): boolean =>
  !delivery.concurrent && before.some((other) => !other.delivery.concurrent && other.after > start);

/** Whether two legs are the same study with the same credit, months and fees. */
export const sameLeg = (a: PlannedLeg, b: PlannedLeg): boolean =>
  a.key === b.key &&
  a.after === b.after &&
  a.completes === b.completes &&
  a.creditsStudied === b.creditsStudied &&
  a.fee === b.fee &&
  a.claimFees === b.claimFees &&
  a.solution.used.map(({ id }) => id).join(' ') === b.solution.used.map(({ id }) => id).join(' ');
