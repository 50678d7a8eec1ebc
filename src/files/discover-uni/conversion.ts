import type { Id } from '../../domain/fact.js';
import type { Institution } from '../../domain/provision.js';
import { type Conversion, CourseGroup } from './course-group.js';
import type { Entry } from './ledger.js';
import type { Course, Release } from './release.js';
import type { Tables } from './tables.js';

/**
 * The courses of a release that are accredited for a register part, as programmes and deliveries of the catalogue.
 * Nothing is dropped in silence: the ledger has an entry for every course row.
 */
export function convert(release: Release, tables: Tables, institutions: readonly Institution[]): Conversion {
  const conversion: Conversion = { programmes: [], deliveries: [], ledger: [] };
  const groups = new Map<string, Course[]>();
  for (const course of release.courses) {
    const reason = leftOutFor(course, tables);
    if (reason === undefined) push(groups, [course.publishedBy, course.reportedBy, course.id].join('/'), course);
    else conversion.ledger.push(leftOut(course, reason, release.countries.get(course.publishedBy)));
  }
  const providers = new Map(institutions.map((row) => [row.ukprn, row]));
  const taken = new Set<Id>();
  for (const courses of groups.values()) {
    const publisher = (courses[0] as Course).publishedBy;
    const institution = providers.get(publisher);
    if (institution) new CourseGroup(courses, institution, release, tables).into(conversion, taken);
    else
      for (const course of courses)
        conversion.ledger.push(
          leftOut(
            course,
            `the provider ${publisher} is not among the institutions: add it there`,
            release.countries.get(publisher),
          ),
        );
  }
  return conversion;
}

const leftOut = (course: Course, note: string, country = ''): Entry => ({
  course,
  outcome: 'left out',
  notes: [note],
  additions: [],
  parts: [],
  country,
});

/** Why a course is no way to a register part; nothing where it is one. */
function leftOutFor({ accreditations, mode }: Course, { parts, leftOut }: Tables): string | undefined {
  const types = accreditations.map(({ type }) => type);
  const telling = types.find((type) => leftOut.has(type));
  if (!types.some((type) => parts.has(type)))
    return telling === undefined
      ? 'not accredited for a part of a register of the NMC or HCPC'
      : `accredited, but ${leftOut.get(telling)}`;
  return mode === 'full-time' || mode === 'part-time'
    ? undefined
    : `the mode ${mode} is neither full-time nor part-time`;
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
