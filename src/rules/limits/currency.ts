import type { CurrencyLimit } from '../../domain/limits.js';
import { spoken } from '../../domain/time.js';
import type { Ruling } from './ruling.js';

/** Learning older than `months` when study starts earns nothing, or needs a remedy; the anniversary itself still counts. */
export function currency({ months, remedy }: CurrencyLimit): Ruling {
  const stale = ({ on }: { on: number }, start: number): boolean => start - on > months;
  const says = ({ title, on }: { title: string; on: number }, start: number): string =>
    `‘${title}’ was achieved in ${spoken(on)} and counts for starts up to ${spoken(on + months)}, not ${spoken(start)}`;
  return {
    refuses: (held, start) => (remedy === undefined && stale(held, start) ? says(held, start) : null),
    flags: (held, start) =>
      remedy !== undefined && stale(held, start) ? `${says(held, start)}, unless it comes with this: ${remedy}` : null,
  };
}
