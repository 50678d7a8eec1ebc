import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Fields, readFields } from './csv.js';

/** What a course may be accredited for. */
export interface Accreditation {
  /** `ACCTYPE`, the code of the accreditation. */
  type: string;
  /** True where it depends on what the student chooses, so that nobody may promise it. */
  depends: boolean;
}

/** One row of the course file, which not every copy of a release holds. */
export interface CourseDetail {
  title: string;
  /** Label of the award, such as `BSc`. */
  aim: string;
  honours: boolean;
  /** Years of study; part-time courses have none. */
  stages?: number;
  foundationYear: boolean;
  distance: boolean;
}

/** A course in one mode. `publishedBy` teaches it; `reportedBy` is the provider that awards it and reports the data. */
export interface Course {
  publishedBy: string;
  reportedBy: string;
  id: string;
  mode: string;
  accreditations: Accreditation[];
  /** `LOCID`s; an empty one is a place that the release does not name. */
  locations: string[];
  detail?: CourseDetail;
}

export interface Location {
  name: string;
  latitude?: number;
  longitude?: number;
  country: string;
}

export interface Release {
  courses: Course[];
  /** By `locationKey`. */
  locations: ReadonlyMap<string, Location>;
  /** Country of each provider that publishes courses, by UKPRN. */
  countries: ReadonlyMap<string, string>;
}

/** A place is known by the provider that reports it: `LOCID`s repeat from provider to provider. */
export const locationKey = (reportedBy: string, id: string): string => `${reportedBy}/${id}`;

const COUNTRIES: Fields = { XF: 'England', XG: 'Northern Ireland', XH: 'Scotland', XI: 'Wales' };
/** `01` since 2019, `1` before; what is neither stays as it is. */
const MODES: Fields = { '01': 'full-time', '1': 'full-time', '02': 'part-time', '2': 'part-time' };
const keyOf = (row: Fields): string => [row.PUBUKPRN, row.UKPRN, row.KISCOURSEID, row.KISMODE].join('/');

/**
 * Reads the folder of a Discover Uni (Unistats, KIS) release of any year: who runs which course in which mode, where,
 * accredited for what. Courses come in the order of their keys. Throws where a file is missing or misshapen.
 */
export function readRelease(dir: string): Release {
  const table = (name: string): Fields[] => readFields(join(dir, `${name}.csv`));
  const courses = new Map<string, Course>();
  const course = (row: Fields): Course => {
    const found = courses.get(keyOf(row)) ?? newCourse(row);
    courses.set(keyOf(row), found);
    return found;
  };
  if (existsSync(join(dir, 'KISCOURSE.csv'))) {
    const aims = new Map(table('KISAIM').map((row) => [row.KISAIMCODE!, row.KISAIMLABEL!]));
    for (const row of table('KISCOURSE')) course(row).detail = detailOf(row, aims);
  }
  for (const row of table('ENTRY')) course(row);
  for (const row of table('COURSELOCATION')) course(row).locations.push(row.LOCID!);
  for (const row of table('ACCREDITATION'))
    course(row).accreditations.push({ type: row.ACCTYPE!, depends: row.ACCDEPEND === '1' });
  return {
    courses: [...courses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found),
    locations: new Map(table('LOCATION').map((row) => [locationKey(row.UKPRN!, row.LOCID!), locationOf(row)])),
    countries: new Map(table('INSTITUTION').map((row) => [row.PUBUKPRN!, nameOfCountry(row.PUBUKPRNCOUNTRY)])),
  };
}

const newCourse = ({ PUBUKPRN, UKPRN, KISCOURSEID, KISMODE }: Fields): Course => ({
  publishedBy: PUBUKPRN!,
  reportedBy: UKPRN!,
  id: KISCOURSEID!,
  mode: MODES[KISMODE!] ?? KISMODE!,
  accreditations: [],
  locations: [],
});

const detailOf = (row: Fields, aims: ReadonlyMap<string, string>): CourseDetail => ({
  title: decoded(row.TITLE || row.TITLEW || ''),
  aim: aims.get(row.KISAIMCODE!) ?? '',
  honours: row.HONOURS === '1',
  ...(row.NUMSTAGE ? { stages: Number(row.NUMSTAGE) } : {}),
  foundationYear: row.FOUNDATION === '2',
  distance: row.DISTANCE === '1',
});

const locationOf = (row: Fields): Location => ({
  name: decoded(row.LOCNAME || row.LOCNAMEW || ''),
  ...(row.LATITUDE && row.LONGITUDE ? { latitude: Number(row.LATITUDE), longitude: Number(row.LONGITUDE) } : {}),
  country: nameOfCountry(row.LOCCOUNTRY),
});

const nameOfCountry = (code: string | undefined): string => COUNTRIES[code ?? ''] ?? '';

/** Older releases write names with character entities. */
const decoded = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
