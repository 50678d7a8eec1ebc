import { heldAt } from '../held-on-the-way.js';
import { legsAt, type Terms } from '../legs.js';
import type { PlannedLeg } from '../plan.js';

/**
 * The first leg of a route, counted from 0, that cannot start in its month at its stage in terms that differ; null where
 * every one can. Each leg is studied to the same stage as before, with the same options if that can be; where its options
 * must differ, each choice is tried. A leg that runs into the start of the next keeps that from starting.
 */
export function firstBroken(
  terms: Terms,
  legs: readonly PlannedLeg[],
  again: readonly PlannedLeg[] = [],
): number | null {
  const leg = legs[again.length];
  if (!leg) return null;
  const delivery = terms.catalogue.deliveries.get(leg.delivery.id);
  if (!delivery) return again.length;
  const options = leg.options.join(' ');
  const ways = legsAt(terms, heldAt(terms, again, leg.start), delivery, leg.start)
    .filter((way) => way.from === leg.from && way.to === leg.to && !overlaps(again, way))
    .sort((a, b) => Number(b.options.join(' ') === options) - Number(a.options.join(' ') === options));
  let furthest = again.length;
  for (const way of ways) {
    const broken = firstBroken(terms, legs, [...again, way]);
    if (broken === null) return null;
    furthest = Math.max(furthest, broken);
  }
  return furthest;
}

const overlaps = (before: readonly PlannedLeg[], { delivery, start }: PlannedLeg): boolean =>
  !delivery.concurrent && before.some((other) => !other.delivery.concurrent && other.after > start);
