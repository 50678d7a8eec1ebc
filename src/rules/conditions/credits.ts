import type { CreditsCondition } from '../../domain/conditions.js';
import { type Applicant, type Finding, verdictIf } from './applicant.js';

/** At least n credits at or above a level, over everything held. */
export function credits({ credits: least, level }: CreditsCondition, { holdings }: Applicant): Finding {
  let held = 0;
  for (const { creditsByLevel } of holdings.sources.values())
    for (const [at, amount] of creditsByLevel) if (at >= level) held += amount;
  return {
    verdict: verdictIf(held >= least),
    asks: `${least} credits at level ${level} or above`,
    finds: `${held} are held`,
  };
}
