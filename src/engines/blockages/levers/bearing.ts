import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Holdings } from '../../../domain/holding.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import { calendarMonth, type Month } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import type { Names } from '../names.js';
import type { Terms } from '../terms.js';

/** What levers are sought for: a blocked cohort and a programme that it could join. */
export interface Bearing {
  readonly catalogue: Catalogue;
  readonly terms: Terms;
  readonly names: Names;
  readonly cohort: Cohort;
  readonly holdings: Holdings;
  readonly programme: Programme;
  /** Its deliveries that are run in a way allowed. */
  readonly deliveries: readonly Delivery[];
  /** Credits asked for, and the least stage to be joined. */
  readonly credits: number;
  readonly stage: number;
}

/** Months of the window in which a delivery has, or with a lever could have, an entry point. */
export function monthsOf({ terms }: Bearing, { entryPoints }: Delivery): Month[] {
  const open = new Set(entryPoints.flatMap(({ months }) => months));
  return terms.starts.filter((month) => open.has(calendarMonth(month)));
}

/** Stages beyond the first, from the least asked, that a programme has. */
export const laterStages = ({ programme, stage }: Bearing): number[] =>
  programme.stages.map((_, index) => index + 1).filter((number) => number >= Math.max(2, stage));

/** Whether credit is asked for at all, or stages to be whole. */
export const asksCredit = ({ credits, stage }: Bearing): boolean => credits > 0 || stage > 1;

/** The name by which agreements know an award: its programme's, where it is that programme's own. */
export const awardId = ({
  programme,
  complete,
  qualification,
}: {
  programme?: Id;
  complete: boolean;
  qualification: Id;
}): Id => (programme !== undefined && complete ? programme : qualification);
