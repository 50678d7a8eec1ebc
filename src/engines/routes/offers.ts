import type { Learner } from '../../domain/learner.js';
import { kilometresBetween } from '../../domain/place.js';
import type { Delivery } from '../../domain/provision.js';
import type { Constraints } from '../../domain/questions.js';
import type { Month } from '../../domain/time.js';
import { validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { isFullTime } from './plan.js';

/** The deliveries a learner can manage under the constraints, whatever the stages and the month; in order of ids. */
export function manageable(catalogue: Catalogue, learner: Learner, constraints: Constraints): Delivery[] {
  const nominated = constraints.nominated ?? learner.employment?.nominated ?? false;
  const { modes, institutions, regions, kilometres, releaseDays } = constraints;
  return [...catalogue.deliveries.values()]
    .filter((delivery) => {
      const programme = catalogue.programmes.get(delivery.programme);
      const place = delivery.place ?? catalogue.institutions.get(programme?.institution ?? '')?.place;
      const allowed = modes
        ? modes.some(({ pace, employment }) => pace === delivery.pace && employment === delivery.employment)
        : !isFullTime(delivery);
      return (
        programme !== undefined &&
        allowed &&
        (!delivery.nomination || nominated || (delivery.support?.length ?? 0) > 0) &&
        (releaseDays === undefined || (isFullTime(delivery) ? 5 : delivery.releaseDays) <= releaseDays) &&
        (!institutions || institutions.includes(programme.institution)) &&
        (!regions || delivery.distance || (place?.region !== undefined && regions.includes(place.region))) &&
        (kilometres === undefined ||
          delivery.distance ||
          (kilometresBetween(learner.home, place) ?? Number.POSITIVE_INFINITY) <= kilometres)
      );
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether an employer nominates: as asked or as the learner says, or by a valid support that the delivery names. */
export function isNominated(
  catalogue: Catalogue,
  { nomination, support }: Delivery,
  nominated: boolean,
  month: Month,
): boolean {
  return (
    !nomination || nominated || catalogue.rows.support.some((row) => support?.includes(row.id) && validIn(row, month))
  );
}
