import type { Id } from '../../domain/fact.js';
import type { Place } from '../../domain/place.js';
import type { Institution } from '../../domain/provision.js';
import { regionOf } from './postcodes.js';
import { type Course, locationKey, type Release } from './release.js';
import type { Tables } from './tables.js';

/** Where a course is taught; `note` says what of it is not in the release, `trouble` what somebody has to mend. */
export interface CoursePlace {
  /** Ends the id of the delivery where a course has several places. */
  suffix: string;
  place?: Place;
  note?: string;
  trouble?: string;
}

const NATIONS: Record<string, Id> = {
  Scotland: 'nation-scotland',
  Wales: 'nation-wales',
  'Northern Ireland': 'nation-northern-ireland',
};

/** The places of a course, each with its region. An unnamed place beside named ones is none; alone it is the seat of the provider. */
export function placesOf(course: Course, institution: Institution, release: Release, tables: Tables): CoursePlace[] {
  const named = course.locations.filter((id) => id !== '');
  if (named.length === 0) return [seatOf(institution)];
  return named.map((id) => ({ suffix: id, ...placeAt(course.reportedBy, id, release, tables) }));
}

function seatOf({ place }: Institution): CoursePlace {
  const note = 'the release names no place: the seat of the provider';
  return {
    suffix: '',
    ...(place
      ? { place, note }
      : { trouble: 'the release names no place and the provider has none: give the institution a place' }),
  };
}

function placeAt(reportedBy: string, id: string, { locations }: Release, tables: Tables): Omit<CoursePlace, 'suffix'> {
  const key = locationKey(reportedBy, id);
  const location = locations.get(key);
  if (!location) return { trouble: `the place ${key} is not in LOCATION.csv` };
  const { country, ...known } = location;
  const nation = NATIONS[country];
  if (nation) return { place: { ...known, region: nation } };
  const district = tables.districts.get(key)?.district;
  const region = district && regionOf(district, tables.regions);
  if (!region)
    return {
      place: known,
      trouble: `no region is known for ${key} (${location.name}): add its postcode district to tables/locations.csv`,
    };
  return { place: { ...known, region, district } };
}
