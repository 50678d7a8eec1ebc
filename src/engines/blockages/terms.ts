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
  /** Through is who can be registered within so many months of the first; undefined: who is admitted. */
  readonly registeredWithin: number | undefined;
  /** The ways of study asked for, as a question about routes takes them. */
  readonly modes: BlockageQuestion['modes'];
}

export function termsOf(question: BlockageQuestion): Terms {
  const { first, registerParts, modes, kilometres, nominated, standard, registeredWithin } = question;
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
    registeredWithin,
    modes,
  };
}

/** Register parts asked for that a cohort has in mind. */
export const partsInMind = ({ parts }: Terms, { seeks }: Cohort): Id[] => seeks.filter((part) => parts.has(part));
