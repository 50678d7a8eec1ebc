import { Bounds } from '../../src/engines/routes/bounds/bounds.js';
import { type Least, NOTHING } from '../../src/engines/routes/bounds/least.js';
import type { Terms } from '../../src/engines/routes/legs.js';
import type { PlannedLeg } from '../../src/engines/routes/plan.js';
import type { Relevance } from '../../src/engines/routes/towards/relevance.js';

/** Bounds that say nothing: whatever comes after may ask nothing at all, and any stage may be joined. */
export class NoBounds extends Bounds {
  constructor(terms: Pick<Terms, 'catalogue' | 'legsAtLeast'>, relevance: Relevance) {
    super(terms, { ...relevance, offered: new Map(), helps: new Map(), finals: new Set() });
  }

  override through(): Least {
    return NOTHING;
  }

  override taking(): Least {
    return NOTHING;
  }

  override completing(): Least {
    return NOTHING;
  }

  override anyLeg(): Least {
    return NOTHING;
  }

  override endAfterUseOf({ after }: PlannedLeg): number {
    return after;
  }

  override isJoinable(): boolean {
    return true;
  }
}
