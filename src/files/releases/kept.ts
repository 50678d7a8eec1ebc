import type { Id } from '../../domain/fact.js';
import type { Institution } from '../../domain/provision.js';
import { placesOf } from '../discover-uni/place.js';
import type { Course, Release } from '../discover-uni/release.js';
import { courseKey, type Tables } from '../discover-uni/tables.js';

/** What a release is read with besides the tables that all releases share. */
export interface KeptTables extends Tables {
  /** What an accreditation names that is no register part kept in the catalogue, by `ACCTYPE`. */
  others: ReadonlyMap<string, { part: Id; name: string }>;
  /** What a radiographer's course of a year with one code for both leads to, by `courseKey`. */
  radiography: ReadonlyMap<string, { part: Id; judged: string }>;
  /** Names of providers that are no institution of the dataset, by UKPRN. */
  providers: ReadonlyMap<string, string>;
}

/** A row of a kept release as it is written. */
export interface KeptRow {
  ukprn: string;
  name: string;
  course: string;
  mode: string;
  title: string;
  distance: boolean | undefined;
  accreditations: string;
  /** By `ACCTYPE`: why the part is not promised. */
  withheld: Record<string, string> | undefined;
  /** By `ACCTYPE`: what the code stands for, and what told so. */
  judged: Record<string, { part: Id; why: string }> | undefined;
  nation: string;
  regions: string;
}

/** What became of a course row of a release. `kept` with notes: not just as it stands. */
export interface KeptEntry {
  course: Course;
  outcome: string;
  notes: string[];
}

export interface Kept {
  rows: KeptRow[];
  entries: KeptEntry[];
}

const REGULATED = 'kept: accredited for a part of a register of the NMC or HCPC';
const ANOTHER = 'kept: accredited for a register, by a code that names no register part of the catalogue';
export const LISTED = 'kept: without an accreditation here, with one in the other release';
const NOT_REGULATED = 'left out: not accredited for a register of the NMC, the HCPC or Social Work England';

/** `ACCTYPE`s that let onto a register of the NMC, the HCPC or Social Work England. */
export const isRegister = (type: string, { parts, others }: KeptTables): boolean => parts.has(type) || others.has(type);

/** What makes a course the same in two releases. */
export const keyAcross = ({ publishedBy, reportedBy, id, mode }: Course): string =>
  [publishedBy, reportedBy, id, mode].join('/');

/**
 * The courses of a release that are accredited for a register, and those that are so in the release it is compared with
 * (`elsewhere`, by `keyAcross`): one row for a course in one mode. Each course row of the release has an entry. Throws an
 * Error for a provider without a name, or two providers that report one course.
 */
export function keep(
  release: Release,
  tables: KeptTables,
  institutions: readonly Institution[],
  elsewhere: ReadonlySet<string>,
): Kept {
  const byUkprn = new Map(institutions.map((row) => [row.ukprn, row]));
  const kept: Kept = { rows: [], entries: [] };
  const keys = new Set<string>();
  for (const course of release.courses) {
    const outcome = outcomeOf(course, tables, elsewhere);
    if (!outcome.startsWith('kept')) {
      kept.entries.push({ course, outcome, notes: [] });
      continue;
    }
    const key = `${courseKey(course.publishedBy, course.id)} ${course.mode}`;
    if (keys.has(key)) throw new Error(`two providers report ${key}: a row would stand for both`);
    keys.add(key);
    const { row, notes } = rowOf(course, release, tables, byUkprn.get(course.publishedBy));
    kept.rows.push(row);
    kept.entries.push({ course, outcome, notes });
  }
  return kept;
}

function outcomeOf(course: Course, { parts, others, leftOut }: KeptTables, elsewhere: ReadonlySet<string>): string {
  const types = course.accreditations.map(({ type }) => type);
  const register = types.some((type) => parts.has(type))
    ? REGULATED
    : types.some((type) => others.has(type)) && ANOTHER;
  const known = course.mode === 'full-time' || course.mode === 'part-time';
  if (register) return known ? register : `left out: the mode ${course.mode} is neither full-time nor part-time`;
  if (elsewhere.has(keyAcross(course))) return LISTED;
  const telling = types.find((type) => leftOut.has(type));
  return telling === undefined ? NOT_REGULATED : `left out: accredited ${leftOut.get(telling)}`;
}

function rowOf(
  course: Course,
  release: Release,
  tables: KeptTables,
  institution: Institution | undefined,
): { row: KeptRow; notes: string[] } {
  const { publishedBy, id, mode } = course;
  const key = courseKey(publishedBy, id);
  const name = institution?.name ?? tables.providers.get(publishedBy);
  if (name === undefined) throw new Error(`the provider ${publishedBy} has no name: add it to tables/providers.csv`);
  const distance = course.detail?.distance || tables.facts.get(`${key}/${mode}`)?.distance || undefined;
  const nation = release.countries.get(publishedBy) || institution?.country || '';
  const places = distance ? [] : placesOf(course, { ...institution, country: nation } as Institution, release, tables);
  const own = course.accreditations.filter(({ type }) => isRegister(type, tables));
  const withheld = own.flatMap(({ type, depends }) => {
    const doubt = tables.doubts.get(`${key}/${tables.parts.get(type)?.id}`);
    if (depends) return [[type, 'it depends on what the student chooses']];
    return doubt === undefined ? [] : [[type, `the release is doubted: ${doubt}`]];
  });
  const told = tables.radiography.get(key);
  const judged = own.flatMap(({ type }) =>
    told && tables.others.get(type)?.part === 'radiographer' ? [[type, { part: told.part, why: told.judged }]] : [],
  );
  const row: KeptRow = {
    ...{ ukprn: publishedBy, name, course: id, mode },
    title: course.detail?.title || tables.titles.get(key) || '',
    distance,
    accreditations: own.map(({ type }) => type).join(';'),
    withheld: withheld.length > 0 ? Object.fromEntries(withheld) : undefined,
    judged: judged.length > 0 ? Object.fromEntries(judged) : undefined,
    nation,
    regions: places.flatMap(({ place }) => place?.region ?? []).join(';'),
  };
  return { row, notes: notesOf(row, places, course, tables) };
}

function notesOf(row: KeptRow, places: ReturnType<typeof placesOf>, course: Course, { others }: KeptTables): string[] {
  const untold = course.accreditations.some(({ type }) => others.get(type)?.part === 'radiographer') && !row.judged;
  return [
    ...Object.entries(row.withheld ?? {}).map(([type, why]) => `${type} is not promised: ${why}`),
    ...Object.entries(row.judged ?? {}).map(([type, { part, why }]) => `${type} is read as ${part}: ${why}`),
    ...(untold ? ['a radiographer of whom nothing tells which: add it to tables/radiography-2018.csv'] : []),
    ...places.flatMap(({ note, trouble }) => [note, trouble].flatMap((text) => text ?? [])),
    ...(row.distance ? ['at distance: it belongs to no region'] : []),
  ];
}
