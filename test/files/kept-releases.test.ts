import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Course, Release } from '../../src/files/discover-uni/release.js';
import { type KeptTables, keep, keyAcross } from '../../src/files/releases/kept.js';
import { keptLedger } from '../../src/files/releases/ledger.js';
import { readReleases } from '../../src/files/releases/read.js';

const tables: KeptTables = {
  parts: new Map([
    ['11102', { id: 'nurse-adult', subject: 'Nursing (adult)' }],
    ['06901', { id: 'arts-therapist', subject: 'Arts therapy' }],
  ]),
  others: new Map([
    ['06913', { part: 'radiographer', name: 'Radiographer' }],
    ['06914', { part: 'social-worker', name: 'Social worker' }],
  ]),
  leftOut: new Map([['11107', 'for people who are on the register already']]),
  radiography: new Map([['10000001/XRAY', { part: 'diagnostic-radiographer', judged: 'the code says so' }]]),
  regions: new Map([['NE1', 'letb-north-east']]),
  districts: new Map([['10000001/AA', { district: 'NE1', judged: '' }]]),
  titles: new Map([['10000001/B740', 'Adult Nursing']]),
  facts: new Map([['10000001/AIR/part-time', { distance: true, document: 'a page', note: 'taught at distance' }]]),
  doubts: new Map([['10000001/ART/arts-therapist', 'the code says social work']]),
  awards: new Map(),
  curated: new Map(),
  described: new Map(),
  providers: new Map([['10000001', 'Northern College']]),
};

const course = (id: string, types: string[], over: Partial<Course> = {}): Course => ({
  ...{ publishedBy: '10000001', reportedBy: '10000001', id, mode: 'part-time', locations: ['AA'] },
  accreditations: types.map((type) => ({ type, depends: false })),
  ...over,
});

const release = (...courses: Course[]): Release => ({
  courses,
  locations: new Map([['10000001/AA', { name: 'Town', country: 'England' }]]),
  countries: new Map([['10000001', 'England']]),
});

const kept = (courses: Course[], elsewhere: string[] = []) => keep(release(...courses), tables, [], new Set(elsewhere));

test('a course that lets onto a register is kept as the release has it', () => {
  expect(kept([course('B740', ['11102', '05701'])]).rows).toEqual([
    {
      ukprn: '10000001',
      name: 'Northern College',
      course: 'B740',
      mode: 'part-time',
      title: 'Adult Nursing',
      distance: undefined,
      accreditations: '11102',
      withheld: undefined,
      judged: undefined,
      nation: 'England',
      regions: 'letb-north-east',
    },
  ]);
});

test('what nobody may promise, and what one code leaves open, stands beside the code', () => {
  const { rows } = kept([
    course('B740', [], { accreditations: [{ type: '11102', depends: true }] }),
    course('ART', ['06901']),
    course('XRAY', ['06913']),
    course('AIR', ['11102'], { locations: [] }),
  ]);
  expect(rows.map(({ withheld, judged, distance, regions }) => ({ withheld, judged, distance, regions }))).toEqual([
    {
      withheld: { 11102: 'it depends on what the student chooses' },
      judged: undefined,
      distance: undefined,
      regions: 'letb-north-east',
    },
    {
      withheld: { '06901': 'the release is doubted: the code says social work' },
      judged: undefined,
      distance: undefined,
      regions: 'letb-north-east',
    },
    {
      withheld: undefined,
      judged: { '06913': { part: 'diagnostic-radiographer', why: 'the code says so' } },
      distance: undefined,
      regions: 'letb-north-east',
    },
    { withheld: undefined, judged: undefined, distance: true, regions: '' },
  ]);
});

test('every course row is accounted for, and the ledger counts them all', () => {
  const listed = course('LISTED', []);
  const { entries, rows } = kept(
    [
      course('B740', ['11102']),
      course('SOCIAL', ['06914']),
      listed,
      course('HISTORY', []),
      course('VISITOR', ['11107']),
      course('ODD', ['11102'], { mode: '03' }),
      course('OTHER-XRAY', ['06913']),
    ],
    [keyAcross(listed)],
  );
  expect(rows.map((row) => row.course)).toEqual(['B740', 'SOCIAL', 'LISTED', 'OTHER-XRAY']);
  expect(Object.fromEntries(entries.map((entry) => [entry.course.id, entry.outcome]))).toEqual({
    B740: 'kept: accredited for a part of a register of the NMC or HCPC',
    SOCIAL: 'kept: accredited for a register, by a code that names no register part of the catalogue',
    LISTED: 'kept: without an accreditation here, with one in the other release',
    HISTORY: 'left out: not accredited for a register of the NMC, the HCPC or Social Work England',
    VISITOR: 'left out: accredited for people who are on the register already',
    ODD: 'left out: the mode 03 is neither full-time nor part-time',
    'OTHER-XRAY': 'kept: accredited for a register, by a code that names no register part of the catalogue',
  });
  const ledger = keptLedger([{ id: '2018', entries }]);
  expect(ledger).toContain('| all | 7 | 6 |');
  expect(ledger).toContain('a radiographer of whom nothing tells which');
  expect(ledger).toContain('**Listed here without an accreditation for a register** (1): 10000001 LISTED (part-time).');
});

test('a provider without a name, or two that report one course, stop the conversion', () => {
  expect(() => kept([course('X', ['11102'], { publishedBy: '10000009' })])).toThrow(
    'the provider 10000009 has no name: add it to tables/providers.csv',
  );
  expect(() => kept([course('X', ['11102']), course('X', ['11102'], { reportedBy: '10000002' })])).toThrow(
    'two providers report 10000001/X part-time',
  );
});

const shipped = fileURLToPath(new URL('../../seeds/releases', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The shipped releases with a file changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'releases-'));
  folders.push(folder);
  cpSync(shipped, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

test('the releases that are shipped hold what the ledger says was kept', () => {
  const { releases } = readReleases();
  const ledger = readFileSync(join(shipped, 'LEDGER.md'), 'utf8');
  expect(releases.map(({ id, courses }) => [id, courses.length])).toEqual([
    ['2018', 712],
    ['2025', 878],
  ]);
  expect(ledger).toContain('| all | 37966 | 5820 |');
  expect(ledger).toContain('| kept: accredited for a part of a register of the NMC or HCPC | 807 | 33 |');
  for (const { accredited, courses, providers } of releases) {
    expect(accredited.every(({ regulator, text }) => text.includes(regulator === 'HCPC' ? '(HCPC)' : regulator))).toBe(
      true,
    );
    const known = new Set(providers.map(({ provider }) => provider));
    expect(courses.filter(({ provider }) => !known.has(provider))).toEqual([]);
    // Nothing of the two kinds of radiographer is left open.
    expect(
      courses.flatMap(({ accreditations }) => accreditations).filter(({ part }) => part === 'radiographer'),
    ).toEqual([]);
  }
});

test('every place in England has a region', () => {
  for (const { courses } of readReleases().releases)
    expect(courses.filter(({ distance, regions }) => !distance && regions.length === 0)).toEqual([]);
});

test.each([
  [
    'a code that the release does not explain',
    '2018.csv',
    (text: string) => text.replace(',11102,', ',99999,'),
    '2018.csv:2: accreditations.csv does not say what the code 99999 is of this release.',
  ],
  [
    'a mode that is none',
    '2025.csv',
    (text: string) => text.replace('full-time', 'sandwich'),
    '2025.csv:2: the mode is neither full-time nor part-time.',
  ],
  [
    'a nation that is none',
    '2025.csv',
    (text: string) => text.replace(',England,', ',Atlantis,'),
    '2025.csv:2: the nation is none of England, Northern Ireland, Scotland, Wales.',
  ],
])('%s is told with file and line', (_, file, change, message) => {
  expect(() => readReleases(changed(file, change))).toThrow(message);
});
