import type { Held } from '../../domain/holding.js';
import type { Month } from '../../domain/time.js';

/** A decision on one source, with its explanation in the same home. */
export interface Ruling {
  /** Why the source earns nothing; null if it may. */
  readonly refuses: (held: Held, start: Month) => string | null;
  /** What must be said although it may. */
  readonly flags: (held: Held, start: Month) => string | null;
}
