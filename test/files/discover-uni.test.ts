import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Institution } from '../../src/domain/provision.js';
import { convert } from '../../src/files/discover-uni/conversion.js';
import { ledgerText } from '../../src/files/discover-uni/ledger.js';
import { readRelease } from '../../src/files/discover-uni/release.js';
import { readTables, type Tables } from '../../src/files/discover-uni/tables.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const HEADERS: Record<string, string> = {
  ENTRY: 'PUBUKPRN,UKPRN,KISCOURSEID,KISMODE',
  COURSELOCATION: 'PUBUKPRN,UKPRN,KISCOURSEID,KISMODE,LOCID',
  ACCREDITATION: 'PUBUKPRN,UKPRN,KISCOURSEID,KISMODE,ACCTYPE,ACCDEPEND',
  LOCATION: 'UKPRN,LOCID,LOCNAME,LOCNAMEW,LATITUDE,LONGITUDE,LOCCOUNTRY',
  INSTITUTION: 'PUBUKPRN,UKPRN,PUBUKPRNCOUNTRY',
  KISAIM: 'KISAIMCODE,KISAIMLABEL',
  KISCOURSE:
    'PUBUKPRN,UKPRN,KISCOURSEID,KISMODE,TITLE,TITLEW,HONOURS,HECOS,HECOS,HECOS,NUMSTAGE,FOUNDATION,DISTANCE,KISAIMCODE',
};

/** A release of the rows given; each file starts with a byte order mark, as the real ones do. */
function release(files: Record<string, string[]>) {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  folders.push(folder);
  const all: Record<string, string[]> = { ENTRY: [], COURSELOCATION: [], ACCREDITATION: [], ...files };
  all.LOCATION ??= [
    '10000001,AA,Main &amp; Old Campus,,52.6,-0.2,XF',
    '10000001,BB,Town,,52.7,-0.3,XF',
    '10000002,AA,Another,,53.5,-1.1,XF',
    '10000003,AA,Glasgow,,55.8,-4.2,XH',
  ];
  all.INSTITUTION ??= ['10000001,10000001,XF', '10000002,10000002,XF', '10000003,10000003,XH'];
  for (const [name, rows] of Object.entries(all))
    writeFileSync(join(folder, `${name}.csv`), `\uFEFF${[HEADERS[name], ...rows].join('\r\n')}\r\n`);
  return readRelease(folder);
}

const tables: Tables = {
  ...readTables(),
  districts: new Map([
    ['10000001/AA', { district: 'PE1', judged: '' }],
    ['10000001/BB', { district: 'PE9', judged: '' }],
    ['10000002/AA', { district: 'DN4', judged: '' }],
  ]),
  titles: new Map(),
  awards: new Map(),
  facts: new Map(),
  doubts: new Map(),
  curated: new Map(),
  described: new Map(),
};

const institution = (n: number, country: Institution['country'] = 'England'): Institution => ({
  id: `uni-${n}`,
  name: `University ${n}`,
  ukprn: `1000000${n}`,
  country,
  place: { latitude: 52, longitude: 0, region: 'letb-east-of-england', district: 'PE1' },
  source: { document: 'a test' },
  basis: 'illustrative',
});
const institutions = [institution(1), institution(2), institution(3, 'Scotland')];
const converted = (files: Record<string, string[]>, over: Partial<Tables> = {}) =>
  convert(release(files), { ...tables, ...over }, institutions);

/** A course of provider 1 at place AA, accredited for adult nursing unless said otherwise. */
const course = (id: string, mode = '01', acctype = '11102', depends = '0') => ({
  COURSELOCATION: [`10000001,10000001,${id},${mode},AA`],
  ACCREDITATION: [`10000001,10000001,${id},${mode},${acctype},${depends}`],
});

test('an accredited course becomes a programme that leads to the register part, and a delivery', () => {
  const { programmes, deliveries, ledger } = converted(course('B740'));
  expect(programmes).toMatchObject([
    {
      id: 'du-10000001-B740',
      title: 'Nursing (adult)',
      institution: 'uni-1',
      award: 'honours-degree',
      credits: 360,
      level: 6,
      leadsTo: ['nurse-adult'],
      codes: ['B740'],
    },
  ]);
  expect(deliveries).toMatchObject([
    {
      id: 'du-10000001-B740-ft',
      programme: 'du-10000001-B740',
      pace: 'full-time',
      employment: 'none',
      months: [12, 12, 12],
      releaseDays: 5,
      fee: { perStage: [9535, 9535, 9535] },
      entryPoints: [{ stage: 1, months: [9] }],
      place: {
        name: 'Main & Old Campus',
        latitude: 52.6,
        longitude: -0.2,
        district: 'PE1',
        region: 'letb-east-of-england',
      },
    },
  ]);
  expect(ledger).toMatchObject([{ outcome: 'taken', notes: [] }]);
});

test.each([
  ['01 of 2025', '01', 'full-time'],
  ['1 of 2018', '1', 'full-time'],
  ['02 of 2025', '02', 'part-time'],
  ['2 of 2018', '2', 'part-time'],
])('the mode is told by %s', (_, mode, pace) => {
  expect(converted(course('X', mode)).deliveries).toMatchObject([{ pace }]);
});

test('the mode is part of the key: one programme, a delivery for each mode, nothing overwritten', () => {
  const [full, part] = [course('X', '01'), course('X', '02')];
  const { programmes, deliveries } = converted({
    COURSELOCATION: [...full.COURSELOCATION, ...part.COURSELOCATION],
    ACCREDITATION: [...full.ACCREDITATION, ...part.ACCREDITATION],
  });
  expect(programmes.map(({ id }) => id)).toEqual(['du-10000001-X']);
  expect(deliveries.map(({ id, months, releaseDays, employment }) => [id, months, releaseDays, employment])).toEqual([
    ['du-10000001-X-ft', [12, 12, 12], 5, 'none'],
    ['du-10000001-X-pt', [16, 16, 16], 2, 'beside'],
  ]);
});

test('a mode that is neither full-time nor part-time is left out aloud', () => {
  const { deliveries, ledger } = converted(course('X', '03'));
  expect(deliveries).toEqual([]);
  expect(ledger).toMatchObject([{ outcome: 'left out', notes: ['the mode 03 is neither full-time nor part-time'] }]);
});

test('a part accredited in one mode alone is not promised', () => {
  const { programmes } = converted({
    ACCREDITATION: [
      '10000001,10000001,X,01,11102,0',
      '10000001,10000001,X,01,11103,0',
      '10000001,10000001,X,02,11102,0',
    ],
  });
  expect(programmes).toMatchObject([{ leadsTo: ['nurse-adult'], codes: ['X', 'unpromised:nurse-mental-health'] }]);
});

test('an accreditation that depends on choices is not promised, and still found by its code', () => {
  const { programmes, ledger } = converted(course('X', '01', '06902', '1'));
  expect(programmes[0]).not.toHaveProperty('leadsTo');
  expect(programmes[0]).toMatchObject({
    codes: ['X', 'unpromised:biomedical-scientist'],
    remark: 'Accredited for biomedical-scientist, which is not promised: it depends on what the student chooses.',
  });
  expect(ledger).toMatchObject([{ outcome: 'changed' }]);
  expect(ledgerText(ledger)).toContain('(ACCDEPEND 1): 1.');
});

test('an accreditation that contradicts the course is not promised', () => {
  const doubts = new Map([['10000001/X/nurse-adult', 'the title says midwifery']]);
  const { programmes, ledger } = converted(course('X'), { doubts });
  expect(programmes[0]).not.toHaveProperty('leadsTo');
  expect(ledger[0]?.notes).toEqual(['not promised, the release is doubted: the title says midwifery: nurse-adult']);
});

test('a course for two fields leads to both', () => {
  const { programmes } = converted({
    ACCREDITATION: ['10000001,10000001,X,01,11102,0', '10000001,10000001,X,01,11105,0'],
  });
  expect(programmes).toMatchObject([
    { title: 'Nursing (adult) and Nursing (child)', leadsTo: ['nurse-adult', 'nurse-child'] },
  ]);
});

test('a franchised course is of the provider that teaches it, at a place of the provider that reports it', () => {
  const { programmes, deliveries } = converted({
    COURSELOCATION: ['10000001,10000002,X,01,AA'],
    ACCREDITATION: ['10000001,10000002,X,01,11102,0'],
  });
  expect(programmes).toMatchObject([{ institution: 'uni-1' }]);
  expect(deliveries).toMatchObject([{ place: { name: 'Another', region: 'letb-yorkshire-humber' } }]);
});

test('two courses of one code, reported by two providers, have two ids', () => {
  const { programmes } = converted({
    ACCREDITATION: ['10000001,10000001,X,01,11102,0', '10000001,10000002,X,01,11102,0'],
  });
  expect(programmes.map(({ id }) => id)).toEqual(['du-10000001-X', 'du-10000001-X-10000002']);
});

test('a course at two places has a delivery at each, in its own region', () => {
  const files = course('X');
  files.COURSELOCATION.push('10000001,10000001,X,01,BB');
  expect(converted(files).deliveries.map(({ id, place }) => [id, place?.region])).toEqual([
    ['du-10000001-X-ft-AA', 'letb-east-of-england'],
    ['du-10000001-X-ft-BB', 'letb-east-midlands'],
  ]);
});

test('an unnamed place beside a named one is dropped, and the ledger says so', () => {
  const files = course('X');
  files.COURSELOCATION.push('10000001,10000001,X,01,');
  const { deliveries, ledger } = converted(files);
  expect(deliveries.map(({ id }) => id)).toEqual(['du-10000001-X-ft']);
  expect(ledger).toMatchObject([{ outcome: 'changed', notes: ['an unnamed place beside named ones was dropped'] }]);
});

test('a course without a place is taught at the seat of the provider, which is assumed', () => {
  const { deliveries } = converted({ ACCREDITATION: course('X').ACCREDITATION });
  expect(deliveries).toMatchObject([
    { place: { district: 'PE1' }, assumed: { place: 'the release names no place: the seat of the provider' } },
  ]);
});

test('a place whose region nobody looked up is told, with the mend', () => {
  const { deliveries, ledger } = converted(course('X'), { districts: new Map() });
  expect(deliveries[0]?.place).not.toHaveProperty('region');
  expect(ledger[0]?.notes[0]).toContain('add its postcode district to tables/locations.csv');
});

test.each([
  ['a nursing associate', '10000001', '11109', 'fdsc', [120, 120]],
  ['a nurse', '10000001', '11102', 'honours-degree', [120, 120, 120]],
  ['a nurse in Scotland', '10000003', '11102', 'ordinary-degree', [120, 120, 120]],
  ['a physiotherapist in Scotland', '10000003', '06910', 'honours-degree', [120, 120, 120, 120]],
])('the usual award of %s', (_, provider, acctype, award, credits) => {
  const { programmes } = converted({ ACCREDITATION: [`${provider},${provider},X,01,${acctype},0`] });
  expect(programmes).toMatchObject([{ award, stages: credits.map((each) => ({ credits: each })) }]);
});

test('a foundation year in the title is a first stage without credits', () => {
  const titles = new Map([['10000001/X', 'Midwifery (with Foundation Year)']]);
  const { programmes, deliveries } = converted(course('X', '01', '11106'), { titles });
  expect(programmes).toMatchObject([
    { credits: 360, stages: [{ credits: 0 }, { credits: 120 }, { credits: 120 }, { credits: 120 }] },
  ]);
  expect(deliveries).toMatchObject([{ months: [12, 12, 12, 12], fee: { perStage: [9535, 9535, 9535, 9535] } }]);
});

test('what the course file says goes before what is usual, its repeated column notwithstanding', () => {
  const { programmes } = converted({
    ...course('X', '01', '06917'),
    KISAIM: ['077,MSci'],
    KISCOURSE: ['10000001,10000001,X,01,Radiotherapy,,1,100132,,,5,2,0,077'],
  });
  expect(programmes).toMatchObject([{ title: 'Radiotherapy', award: 'integrated-masters', level: 7, credits: 480 }]);
  expect(programmes[0]?.stages).toEqual([0, 120, 120, 120, 120].map((credits) => ({ credits })));
  expect(programmes[0]?.assumed).not.toHaveProperty('award');
});

test('a course described in detail elsewhere gives its delivery alone', () => {
  const curated = new Map([['10000001/X', 'uni-1-nursing-adult']]);
  const { programmes, deliveries, ledger } = converted(course('X'), { curated });
  expect(programmes).toEqual([]);
  expect(deliveries).toMatchObject([{ programme: 'uni-1-nursing-adult' }]);
  expect(ledger[0]?.additions).toEqual(['delivery alone: the programme is described in detail elsewhere']);
});

test('a course described in detail elsewhere, deliveries and all, is left out in that mode, and the ledger says as what', () => {
  const [full, part] = [course('X', '01'), course('X', '02')];
  const described = new Map([['10000001/X/part-time', { deliveries: ['a-pt', 'b-pt'], judged: 'the same code' }]]);
  const { programmes, deliveries, ledger } = converted(
    {
      COURSELOCATION: [...full.COURSELOCATION, ...part.COURSELOCATION],
      ACCREDITATION: [...full.ACCREDITATION, ...part.ACCREDITATION],
    },
    { described },
  );
  expect(programmes.map(({ id }) => id)).toEqual(['du-10000001-X']);
  expect(deliveries.map(({ id }) => id)).toEqual(['du-10000001-X-ft']);
  const notes = ['described in detail elsewhere in the dataset, as a-pt, b-pt (the same code)'];
  expect(ledger).toMatchObject([
    { outcome: 'left out', notes, parts: ['nurse-adult'] },
    { outcome: 'taken', notes: [] },
  ]);
  expect(ledgerText(ledger)).toContain('| nurse-adult | 1 | 1 | 1 | 1 |');
  expect(converted(part, { described }).programmes).toEqual([]);
});

test('every course row is accounted for, also those without accreditation or provider', () => {
  const { ledger } = converted({
    ENTRY: ['10000001,10000001,HISTORY,01', '10000001,10000001,B740,01'],
    COURSELOCATION: ['10000001,10000001,B740,01,AA'],
    ACCREDITATION: [
      '10000001,10000001,B740,01,11102,0',
      '10000001,10000001,SOCIAL,01,06921,0',
      '10000001,10000001,XRAY,01,06913,0',
      '10000009,10000009,X,01,11102,0',
    ],
  });
  expect(ledger.map(({ course: { id }, outcome, notes }) => [id, outcome, ...notes]).sort()).toEqual([
    ['B740', 'taken'],
    ['HISTORY', 'left out', 'not accredited for a part of a register of the NMC or HCPC'],
    ['SOCIAL', 'left out', 'accredited, but social work: not one of the registers kept here'],
    ['X', 'left out', 'the provider 10000009 is not among the institutions: add it there'],
    ['XRAY', 'left out', "accredited, but a radiographer's register without saying whether diagnostic or therapeutic"],
  ]);
});

test('a file that lacks a cell stops the reading rather than shifting its row', () => {
  expect(() => release({ ENTRY: ['10000001,X'] })).toThrow();
});
