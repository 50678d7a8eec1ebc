import type { Delivery, EntryPoint, Outstanding } from '../../domain/provision.js';
import { calendarMonth, type Month, monthOf, validIn } from '../../domain/time.js';

/** Entry points of the delivery that are open in the start month, those of stage 1 among them. */
export function openEntries({ delivery, start }: { delivery: Delivery | undefined; start: Month }): EntryPoint[] {
  if (!delivery || !isOpen(delivery, start)) return [];
  return delivery.entryPoints.filter((point) => point.months.includes(calendarMonth(start)) && validIn(point, start));
}

const isOpen = (
  delivery: { from?: string; to?: string; firstEntry?: string; lastEntry?: string },
  start: Month,
): boolean =>
  validIn(delivery, start) &&
  (delivery.firstEntry === undefined || monthOf(delivery.firstEntry) <= start) &&
  (delivery.lastEntry === undefined || start <= monthOf(delivery.lastEntry));

/** The alternatives of what an entry point lets be outstanding: named modules, or credits; neither: nothing. */
export function alternatives(outstanding: Outstanding | undefined): Outstanding[] {
  const { modules, credits } = outstanding ?? {};
  const ways: Outstanding[] = [];
  if (modules) ways.push({ modules });
  if (credits !== undefined) ways.push({ credits });
  return ways.length ? ways : [{}];
}
