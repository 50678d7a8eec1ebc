import type { Id } from '../../domain/fact.js';
import { type Month, validIn } from '../../domain/time.js';
import type { Terms } from './legs.js';
import type { Plan } from './plan.js';

/** When a plan reaches the register and by which programmes: a set complete while it is valid, and every leg over by then. */
export function reached(
  { first, latest, holdings, catalogue, part }: Terms,
  { legs }: Plan,
): { month: Month; by: Id[] } | null {
  const complete = new Map<Id, Month>();
  for (const { programme, complete: whole } of holdings.awards) if (programme && whole) complete.set(programme, first);
  for (const { programme, completes } of legs)
    if (completes !== null) complete.set(programme.id, Math.min(completes, complete.get(programme.id) ?? completes));
  if (complete.size === 0) return null;
  let best: { month: Month; by: Id[] } | null = null;
  for (const way of catalogue.waysTo(part)) {
    if (!way.programmes.every((id) => complete.has(id))) continue;
    const month = Math.max(...way.programmes.map((id) => complete.get(id)!));
    if (month <= latest && validIn(way, month) && month < (best?.month ?? Number.POSITIVE_INFINITY))
      best = { month, by: [...way.programmes] };
  }
  return best && legs.every(({ after }) => after <= best.month) ? best : null;
}
