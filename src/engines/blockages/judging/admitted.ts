import type { Cohort } from '../../../domain/funding.js';
import type { Delivery } from '../../../domain/provision.js';
import type { Month } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { type Setting, settingOf } from '../../credit/setting.js';
import { entryVerdict } from '../../entry/judge.js';
import type { Terms } from '../terms.js';
import { mostCredits } from './credit.js';
import { isNominated } from './door.js';
import { heldBy } from './held.js';

/** A start that is looked at: a delivery, joined at a stage in a month. */
export interface Start {
  readonly delivery: Delivery;
  readonly start: Month;
  readonly stage: number;
}

/** Whether something is so; `OPEN`: the steps ran out before it could be told. */
export type Told = 'YES' | 'NO' | 'OPEN';

/** Whether the entry rules let a cohort start there: met, or subject to what only a person can say (spec 4). */
export function isLetIn(
  catalogue: Catalogue,
  cohort: Cohort,
  terms: Terms,
  { delivery, start, stage }: Start,
): boolean {
  const programme = catalogue.programmes.get(delivery.programme)!;
  const nominated = isNominated(catalogue, delivery, cohort, terms, start);
  const holdings = heldBy(catalogue, cohort, terms, start, nominated);
  return entryVerdict(catalogue, holdings, { programme, delivery, start, stage }).verdict !== 'NOT_MET';
}

/** The credit question of a cohort there. */
export function creditSetting(
  catalogue: Catalogue,
  cohort: Cohort,
  terms: Terms,
  { delivery, start }: Omit<Start, 'stage'>,
): Setting {
  const programme = catalogue.programmes.get(delivery.programme)!;
  const nominated = isNominated(catalogue, delivery, cohort, terms, start);
  const holdings = heldBy(catalogue, cohort, terms, start, nominated);
  return settingOf(catalogue, holdings, { programme, delivery, start });
}

/** Whether a cohort joins there with so many credits. */
export function carriesEnough(catalogue: Catalogue, cohort: Cohort, terms: Terms, at: Start, credits: number): Told {
  // Nothing needs to be whole before the first stage, and no claims at all are always allowed.
  if (credits === 0 && at.stage === 1) return 'YES';
  const most = mostCredits(creditSetting(catalogue, cohort, terms, at), at.stage);
  if (most.credits !== null && most.credits >= credits) return 'YES';
  return most.bound !== null && most.bound >= credits ? 'OPEN' : 'NO';
}
