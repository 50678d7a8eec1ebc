import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Id } from '../../domain/fact.js';
import type { MonthText } from '../../domain/time.js';
import { type Fields, readFields } from './csv.js';
import { regionsByDistrict } from './postcodes.js';
import { locationKey } from './release.js';

/** A part of a register as accreditations name it. */
export interface Part {
  id: Id;
  /** The subject, for courses whose title is not known. */
  subject: string;
}

/** What a course's code tells an expert about its award. */
export interface JudgedAward {
  award: Id;
  years: number;
  foundationYear: boolean;
  /** What in the code or title says so. */
  reason: string;
}

/** What is published about a course outside the release. */
export interface CourseFact {
  /** The first month of entry, where the catalogue describes how the course was run until then. */
  firstEntry?: MonthText;
  months?: number[];
  intakes?: number[];
  distance: boolean;
  document: string;
  url?: string;
  date?: string;
  note: string;
}

/** A course in one mode that the catalogue describes in detail, deliveries and all. */
export interface DescribedCourse {
  deliveries: Id[];
  /** How it is known to be the same course. */
  judged: string;
}

/** What the release leaves out and people have looked up or judged, by the keys of the release. */
export interface Tables {
  parts: ReadonlyMap<string, Part>;
  /** Why courses with some accreditation are none of a register part kept here, by `ACCTYPE`. */
  leftOut: ReadonlyMap<string, string>;
  regions: ReadonlyMap<string, Id>;
  /** Postcode district by `locationKey`, and how it was found. */
  districts: ReadonlyMap<string, { district: string; judged: string }>;
  titles: ReadonlyMap<string, string>;
  awards: ReadonlyMap<string, JudgedAward>;
  /** By `courseKey` and mode. */
  facts: ReadonlyMap<string, CourseFact>;
  /** Why an accreditation of the release is not believed, by `courseKey` and register part. */
  doubts: ReadonlyMap<string, string>;
  /** Programmes that the catalogue describes in detail, by `courseKey`. */
  curated: ReadonlyMap<string, Id>;
  /** Courses of which not even a delivery is written, so that nothing is offered twice, by `courseKey` and mode. */
  described: ReadonlyMap<string, DescribedCourse>;
}

export const courseKey = (publishedBy: string, id: string): string => `${publishedBy}/${id}`;

const numbers = (text: string | undefined): number[] | undefined => (text ? text.split(';').map(Number) : undefined);

/** Reads the committed tables beside this file, or those of another folder. */
export function readTables(dir = fileURLToPath(new URL('tables', import.meta.url))): Tables {
  const rows = (name: string): Fields[] => readFields(join(dir, `${name}.csv`));
  const byCourse = <T>(name: string, value: (row: Fields) => T, more: (row: Fields) => string[] = () => []) =>
    new Map(rows(name).map((row) => [[courseKey(row.ukprn!, row.kiscourseid!), ...more(row)].join('/'), value(row)]));
  return {
    parts: new Map(rows('register-parts').map((row) => [row.acctype!, { id: row.part!, subject: row.name! }])),
    leftOut: new Map(rows('left-out').map((row) => [row.acctype!, row.reason!])),
    regions: regionsByDistrict(rows('postcode-districts')),
    districts: new Map(
      rows('locations').map((row) => [
        locationKey(row.ukprn!, row.locid!),
        { district: row.district!, judged: row.judged! },
      ]),
    ),
    titles: byCourse('titles', (row) => row.title!),
    awards: byCourse('awards', (row) => ({
      award: row.award!,
      years: Number(row.years),
      foundationYear: row.foundation === 'yes',
      reason: row.judged!,
    })),
    facts: byCourse('facts', factOf, (row) => [row.mode!]),
    doubts: byCourse(
      'doubtful',
      (row) => row.reason!,
      (row) => [row.part!],
    ),
    curated: byCourse('curated', (row) => row.programme!),
    described: byCourse(
      'described',
      (row) => ({ deliveries: row.deliveries!.split(';'), judged: row.judged! }),
      (row) => [row.mode!],
    ),
  };
}

function factOf(row: Fields): CourseFact {
  const months = numbers(row.months);
  const intakes = numbers(row.intakes);
  return {
    ...(row.first ? { firstEntry: row.first } : {}),
    ...(months ? { months } : {}),
    ...(intakes ? { intakes } : {}),
    distance: row.distance === 'yes',
    document: row.document!,
    ...(row.url ? { url: row.url } : {}),
    ...(row.date ? { date: row.date } : {}),
    note: row.note!,
  };
}
