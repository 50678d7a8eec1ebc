import { type BlockageQuestion, type Standard, WINDOW } from '../../domain/blockage.js';
import type { Id } from '../../domain/fact.js';
import type { Cohort } from '../../domain/funding.js';
import type { Delivery } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';

/** What everyone in a question is judged by. */
export interface Terms {
  readonly first: Month;
  /** The months in which one may start, in order. */
  readonly starts: readonly Month[];
  readonly parts: ReadonlySet<Id>;
  /** Whether a delivery's pace and employment are allowed. */
  readonly allows: (delivery: Delivery) => boolean;
  readonly kilometres: number | undefined;
  /** Employers nominate for every delivery. */
  readonly nominated: boolean;
  readonly standard: Standard;
}

export function termsOf({ first, registerParts, modes, kilometres, nominated, standard }: BlockageQuestion): Terms {
  return {
    first,
    starts: Array.from({ length: WINDOW }, (_, later) => first + later),
    parts: new Set(registerParts),
    allows: (delivery) =>
      modes
        ? modes.some(({ pace, employment }) => pace === delivery.pace && employment === delivery.employment)
        : delivery.pace !== 'full-time' || delivery.employment !== 'none',
    kilometres,
    nominated: nominated ?? false,
    standard,
  };
}

/** Register parts asked for that a cohort has in mind. */
export const partsInMind = ({ parts }: Terms, { seeks }: Cohort): Id[] => seeks.filter((part) => parts.has(part));
