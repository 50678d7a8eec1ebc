import type { EntryRule } from '../../../domain/recognition.js';
import { textOf } from '../../../domain/time.js';
import type { Start } from '../held-on-the-way.js';

/** Whether an entry rule binds everybody who starts at whatever stage, by whatever delivery, in whatever month of the route. */
export const bindsAll = (
  { deliveries, entryRoute, minimumAge, maximumAge, stages, from, to }: EntryRule,
  { first, latest }: Pick<Start, 'first' | 'latest'>,
): boolean =>
  [deliveries, entryRoute, minimumAge, maximumAge, stages].every((narrowed) => narrowed === undefined) &&
  (from === undefined || from <= textOf(first)) &&
  (to === undefined || to > textOf(latest));
