import type { CourseRelease, StudyMode } from '../../domain/course-release.js';
import type { Id } from '../../domain/fact.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Where } from '../../domain/provision-change.js';
import { type Month, monthOf, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';

/** A course at one place, on the way to one register part. */
export interface Offered {
  readonly part: Id;
  readonly where: Exclude<Where, 'all'>;
  /** Undefined at distance, and where no region is known. */
  readonly region?: Id | undefined;
  readonly mode: StudyMode;
  readonly course: string;
  /** Institution or provider. */
  readonly by: string;
  readonly promised: boolean;
}

/** What the catalogue holds that one can enter in or after a month. */
export function offeredBy(catalogue: Catalogue, month: Month): Offered[] {
  return catalogue.rows.deliveries.flatMap((delivery) => {
    const programme = catalogue.programmes.get(delivery.programme);
    if (!programme || !isOpen(delivery, month) || !validIn(programme, month)) return [];
    const region = delivery.place?.region ?? catalogue.institutions.get(programme.institution)?.place?.region;
    const shared = {
      ...placed(delivery.distance === true, region),
      mode: modeOf(delivery),
      course: programme.id,
      by: programme.institution,
    };
    const parts = [...(catalogue.partsOf.get(programme.id) ?? [])];
    return [
      ...parts.map((part) => ({ ...shared, part, promised: true })),
      ...unpromised(programme).map((part) => ({ ...shared, part, promised: false })),
    ];
  });
}

const isOpen = (delivery: Delivery, month: Month): boolean =>
  validIn(delivery, month) && (delivery.lastEntry === undefined || monthOf(delivery.lastEntry) >= month);

const modeOf = ({ employment, pace }: Delivery): StudyMode => (employment === 'apprenticeship' ? employment : pace);

/** Register parts for which a programme is accredited and which it does not promise: its codes name them. */
const unpromised = ({ codes = [] }: Programme): Id[] =>
  codes.flatMap((code) => (code.startsWith('unpromised:') ? [code.slice('unpromised:'.length)] : []));

/** What a release holds: a course is there once for each of its places. */
export function offeredIn(release: CourseRelease): Offered[] {
  return release.courses.flatMap(({ provider, course, mode, distance, regions, accreditations }) => {
    const places = distance ? [placed(true, undefined)] : regions.length > 0 ? regions.map(inRegion) : [inRegion()];
    return accreditations.flatMap(({ part, withheld }) =>
      places.map((place) => ({
        ...place,
        ...{ part, mode, course: `${provider}/${course}`, by: provider, promised: withheld === null },
      })),
    );
  });
}

const inRegion = (region?: Id): Pick<Offered, 'where' | 'region'> => placed(false, region);

const placed = (distance: boolean, region: Id | undefined): Pick<Offered, 'where' | 'region'> =>
  distance ? { where: 'distance' } : region === undefined ? { where: 'unknown' } : { where: 'region', region };
