import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type {
  Accredited,
  CourseAccreditation,
  CourseMode,
  CourseRelease,
  CourseReleases,
  ReleaseCourse,
} from '../../domain/course-release.js';
import type { Institution } from '../../domain/provision.js';
import { type Fields, readFields } from '../discover-uni/csv.js';

/** The releases that come with the package. */
const SHIPPED = fileURLToPath(new URL('../../../seeds/releases', import.meta.url));

/** What `releases.yaml` says of each release; the rest is in the tables beside it. */
type Described = Omit<CourseReleases, 'releases'> & {
  releases: Omit<CourseRelease, 'accredited' | 'providers' | 'courses'>[];
};

const MODES: readonly string[] = ['full-time', 'part-time'] satisfies CourseMode[];
const NATIONS: readonly string[] = [
  'England',
  'Northern Ireland',
  'Scotland',
  'Wales',
] satisfies Institution['country'][];
const list = (cell: string | undefined): string[] => (cell ? cell.split(';') : []);

/**
 * The kept releases of the national course data, in order of years: those shipped, or those of another folder. Throws an
 * Error that names the file and the row for what is misshapen, such as a code that the release does not explain.
 */
export function readReleases(dir = SHIPPED): CourseReleases {
  const described = parse(readFileSync(join(dir, 'releases.yaml'), 'utf8')) as Described;
  const accredited = readFields(join(dir, 'accreditations.csv'));
  const providers = readFields(join(dir, 'providers.csv'));
  const releases = described.releases.map((release): CourseRelease => {
    const own = accredited.filter((row) => row.release === release.id).map(accreditedOf);
    const byCode = new Map(own.map((row) => [row.code, row]));
    const file = `${release.id}.csv`;
    return {
      ...release,
      accredited: own,
      providers: providers
        .filter((row) => row.release === release.id)
        .map((row) => ({
          provider: row.ukprn!,
          courses: Number(row.courses),
          accreditations: Number(row.accreditations),
        })),
      courses: readFields(join(dir, file)).map((row, at) => courseOf(row, byCode, `${file}:${at + 2}`)),
    };
  });
  return { ...described, releases: releases.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

const accreditedOf = (row: Fields): Accredited => ({
  code: row.acctype!,
  part: row.part!,
  name: row.name!,
  regulator: row.regulator!,
  text: row.text!,
});

function courseOf(row: Fields, byCode: ReadonlyMap<string, Accredited>, at: string): ReleaseCourse {
  const { ukprn, name, course, mode, title, nation } = row as Record<string, string>;
  if (!MODES.includes(mode!)) throw new Error(`${at}: the mode is neither full-time nor part-time.`);
  if (!NATIONS.includes(nation!)) throw new Error(`${at}: the nation is none of ${NATIONS.join(', ')}.`);
  const withheld = row.withheld ? (JSON.parse(row.withheld) as Record<string, string>) : {};
  const judged = row.judged ? (JSON.parse(row.judged) as Record<string, { part: string; why: string }>) : {};
  const accreditations = list(row.accreditations).map((code): CourseAccreditation => {
    const known = byCode.get(code);
    if (!known) throw new Error(`${at}: accreditations.csv does not say what the code ${code} is of this release.`);
    return {
      code,
      coded: known.part,
      part: judged[code]?.part ?? known.part,
      judged: judged[code]?.why ?? null,
      regulator: known.regulator,
      withheld: withheld[code] ?? null,
    };
  });
  return {
    ...{ provider: ukprn!, name: name!, course: course!, mode: mode as CourseMode, title: title || null },
    ...{ distance: row.distance === 'true', nation: nation as Institution['country'] },
    ...{ regions: list(row.regions), accreditations },
  };
}
