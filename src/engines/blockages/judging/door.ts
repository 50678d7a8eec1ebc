import type { Rows } from '../../../domain/catalogue.js';
import type { Cohort } from '../../../domain/funding.js';
import { kilometresBetween, type Place } from '../../../domain/place.js';
import type { Delivery, EntryPoint } from '../../../domain/provision.js';
import { type Month, validIn } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { openEntries } from '../../credit/entries.js';
import type { Terms } from '../terms.js';

/** What of a catalogue doors hang on, besides deliveries. */
export interface DoorRows {
  readonly programmes: Catalogue['programmes'];
  readonly institutions: Catalogue['institutions'];
  readonly rows: Pick<Rows, 'support'>;
}

/** What of a cohort doors hang on. */
export type Asked = Pick<Cohort, 'region' | 'learner'>;

/** Where a delivery is given. */
export const placeOf = ({ programmes, institutions }: Omit<DoorRows, 'rows'>, delivery: Delivery): Place | undefined =>
  delivery.place ?? institutions.get(programmes.get(delivery.programme)?.institution ?? '')?.place;

/** Whether a delivery is within a cohort's reach: at distance, in the home region, or within the kilometres asked (spec 6.1). */
export function isWithinReach(
  catalogue: Omit<DoorRows, 'rows'>,
  delivery: Delivery,
  cohort: Asked,
  { kilometres }: Terms,
): boolean {
  if (delivery.distance) return true;
  const place = placeOf(catalogue, delivery);
  if (place?.region !== undefined && place.region === cohort.region) return true;
  return (
    kilometres !== undefined &&
    (kilometresBetween(cohort.learner.home, place) ?? Number.POSITIVE_INFINITY) <= kilometres
  );
}

/**
 * Whether a cohort's employer nominates for a delivery in a month: as the asker or the learner says, or because the
 * delivery names a support that a row valid in the month gives in the cohort's region (spec 6.1, *support*).
 */
export const isNominated = (
  { rows }: Pick<DoorRows, 'rows'>,
  { support }: Delivery,
  { learner, region }: Asked,
  { nominated }: Terms,
  month: Month,
): boolean =>
  nominated ||
  (learner.employment?.nominated ?? false) ||
  rows.support.some(
    (row) => support?.includes(row.id) && validIn(row, month) && (!row.regions || row.regions.includes(region)),
  );

/** The entry points by which a cohort could join a delivery at a stage in a month, whatever the entry rules and credit say. */
export function doorsAt(
  catalogue: DoorRows,
  delivery: Delivery,
  cohort: Asked,
  terms: Terms,
  { start, stage }: { start: Month; stage: number },
): EntryPoint[] {
  if (!terms.allows(delivery) || !isWithinReach(catalogue, delivery, cohort, terms)) return [];
  if (delivery.nomination && !isNominated(catalogue, delivery, cohort, terms, start)) return [];
  return openEntries({ delivery, start }).filter((point) => point.stage === stage);
}
