import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDataset } from '../dataset.js';
import { csvOf, type Fields, readFields } from '../discover-uni/csv.js';
import { locationKey, type Release, readRelease } from '../discover-uni/release.js';
import { courseKey, readTables } from '../discover-uni/tables.js';
import { isRegister, type KeptTables, keep, keyAcross } from './kept.js';
import { keptLedger } from './ledger.js';

/** Writes the kept releases anew: npm run releases -- 2018=FOLDER-OF-THE-RELEASE 2025=FOLDER-OF-THE-RELEASE. */
const TO = 'seeds/releases';
const given = process.argv.slice(2).map((text) => text.split('='));
if (given.length !== 2 || given.some(([year, dir]) => !/^\d{4}$/.test(year ?? '') || !dir)) {
  console.error('Which releases? npm run releases -- 2018=FOLDER 2025=FOLDER, the earlier one first.');
  process.exit(2);
}

const tablesIn = fileURLToPath(new URL('../discover-uni/tables', import.meta.url));
const rowsOf = (name: string): Fields[] => readFields(join(tablesIn, `${name}.csv`));
const shared = readTables();
const others = new Map(rowsOf('other-registers').map((row) => [row.acctype!, { part: row.part!, name: row.name! }]));
const radiography = new Map(
  rowsOf('radiography-2018').map((row) => [
    courseKey(row.ukprn!, row.kiscourseid!),
    { part: row.part!, judged: row.judged! },
  ]),
);
const providers = new Map(rowsOf('providers').map((row) => [row.ukprn!, row.name!]));
const { institutions } = loadDataset('seeds/england/places').rows;

/** The tables of a year: places of its own; titles are known of 2025 alone, and one code for both radiographers was of 2018. */
function tablesOf(year: string): KeptTables {
  const own = rowsOf('locations-kept').filter(({ release }) => release === '' || release === year);
  const districts = new Map([
    ...shared.districts,
    ...own.map(
      (row) => [locationKey(row.ukprn!, row.locid!), { district: row.district!, judged: row.judged! }] as const,
    ),
  ]);
  const titles = year === '2025' ? shared.titles : new Map<string, string>();
  return { ...shared, districts, titles, others, providers, radiography: year === '2018' ? radiography : new Map() };
}

/** By the full text of an accreditation. */
const REGULATORS = [
  ['(HCPC)', 'HCPC'],
  ['(NMC)', 'NMC'],
  ['Social Work England', 'Social Work England'],
] as const;

/** What each accreditation code of a release says, as the release words it. */
function accreditedIn(year: string, dir: string, tables: KeptTables): Record<string, string>[] {
  return readFields(join(dir, 'ACCREDITATIONTABLE.csv'))
    .filter(({ ACCTYPE }) => isRegister(ACCTYPE!, tables))
    .sort((a, b) => (a.ACCTYPE! < b.ACCTYPE! ? -1 : 1))
    .map(({ ACCTYPE, ACCTEXT }) => {
      const regulator = REGULATORS.find(([words]) => ACCTEXT!.includes(words))?.[1];
      if (!regulator) throw new Error(`the accreditation ${ACCTYPE} names no regulator that is known here`);
      const own = tables.parts.get(ACCTYPE!);
      const { part, name } = own ? { part: own.id, name: own.subject } : tables.others.get(ACCTYPE!)!;
      return { release: year, acctype: ACCTYPE!, part, name, regulator, text: ACCTEXT!.trim() };
    });
}

/** Of each provider with a course here or in the other release: all its courses and all its accreditations. */
function providersIn(
  year: string,
  { courses }: Release,
  asked: ReadonlySet<string>,
): Record<string, string | number>[] {
  return [...asked].sort().map((ukprn) => {
    const own = courses.filter(({ publishedBy }) => publishedBy === ukprn);
    return {
      ...{ release: year, ukprn, courses: own.length },
      accreditations: own.reduce((sum, { accreditations }) => sum + accreditations.length, 0),
    };
  });
}

const releases = given.map(([year, dir]) => {
  const tables = tablesOf(year!);
  const release = readRelease(dir!);
  const regulated = release.courses.filter((course) =>
    course.accreditations.some(({ type }) => isRegister(type, tables)),
  );
  return { id: year!, dir: dir!, tables, release, keys: new Set(regulated.map(keyAcross)) };
});
const kept = releases.map(({ id, dir, tables, release }, at) => ({
  ...{ id, dir, tables, release },
  ...keep(release, tables, institutions, releases[1 - at]!.keys),
}));

const write = (file: string, text: string): void => {
  mkdirSync(TO, { recursive: true });
  writeFileSync(join(TO, file), text);
};
const COURSE = ['ukprn', 'name', 'course', 'mode', 'title', 'distance', 'accreditations'];
for (const { id, rows } of kept)
  write(
    `${id}.csv`,
    csvOf(
      [...COURSE, 'withheld', 'judged', 'nation', 'regions'],
      rows.map((row) => ({ ...row })),
    ),
  );
write(
  'accreditations.csv',
  csvOf(
    ['release', 'acctype', 'part', 'name', 'regulator', 'text'],
    kept.flatMap(({ id, dir, tables }) => accreditedIn(id, dir, tables)),
  ),
);
const asked = new Set(kept.flatMap(({ rows }) => rows.map(({ ukprn }) => ukprn)));
write(
  'providers.csv',
  csvOf(
    ['release', 'ukprn', 'courses', 'accreditations'],
    kept.flatMap(({ id, release }) => providersIn(id, release, asked)),
  ),
);
write('LEDGER.md', keptLedger(kept));
console.log(
  kept.map(({ id, rows, entries }) => `${id}: ${rows.length} of ${entries.length} course rows kept`).join('\n'),
);
