import { expect, test } from 'vitest';
import type {
  CourseAccreditation,
  CourseRelease,
  CourseReleases,
  ReleaseCourse,
} from '../../src/domain/course-release.js';
import type { ChangePair } from '../../src/domain/provision-change.js';
import { type ChangeQuestion, provisionChange } from '../../src/engines/provision/change.js';
import { readReleases } from '../../src/files/releases/read.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { institution, region, registerPart, rowsWith } from '../support/rows.js';
import { england } from './england.js';

const shipped = readReleases();
const between = { from: '2018', to: '2025' };
const partTime = provisionChange(england, shipped, { ...between, modes: ['part-time'] });
const inEngland = partTime.counts.find(({ nation }) => nation === 'England');
const named = (outcome: string, nation = 'England') =>
  partTime.pairs
    .filter((pair) => pair.outcome === outcome && pair.nation === nation)
    .map(({ name, registerPart: part }) => `${name}: ${part.id}`);

test('55 part-time courses were accredited by the NMC or HCPC in 2018, 33 in 2025, as the releases have it', () => {
  expect([partTime.rawBefore, partTime.rawAfter]).toEqual([55, 33]);
});

test('like with like they are 47 and 33 in the United Kingdom, 46 and 27 in England', () => {
  expect(partTime.counts[0]).toMatchObject({ nation: null, coursesBefore: 47, coursesAfter: 33 });
  expect(inEngland).toMatchObject({ coursesBefore: 46, coursesAfter: 27 });
});

test('the other nations are shown by themselves', () => {
  const others = partTime.counts.filter(({ nation }) => nation !== null && nation !== 'England');
  expect(others.map(({ nation, coursesBefore, coursesAfter }) => [nation, coursesBefore, coursesAfter])).toEqual([
    ['Scotland', 1, 2],
    ['Wales', 0, 4],
    ['Northern Ireland', 0, 0],
  ]);
});

test('social work has another regulator since, and is shown apart: eight courses and six', () => {
  expect(partTime.apart).toMatchObject([
    {
      registerPart: { id: 'social-worker' },
      regulatorBefore: 'HCPC',
      regulatorAfter: 'Social Work England',
      counts: { coursesBefore: 8, coursesAfter: 6 },
    },
  ]);
  expect(partTime.pairs.filter(({ registerPart: part }) => part.id === 'social-worker')).toEqual([]);
});

test('by provider and register part in England, as coded: 22 lost, 11 gained, 15 kept; with radiography told apart 22, 10, 16', () => {
  expect(partTime.countsAsCoded.find(({ nation }) => nation === 'England')).toMatchObject({
    lost: 22,
    gained: 11,
    kept: 15,
  });
  expect(inEngland).toMatchObject({ pairsBefore: 38, pairsAfter: 26, lost: 22, gained: 10, kept: 16 });
});

test('what was lost in England, by provider and register part', () => {
  expect(named('lost')).toEqual([
    'BPP University: nurse-adult',
    'BPP University: nurse-mental-health',
    'Birmingham City University: therapeutic-radiographer',
    'Coventry University: occupational-therapist',
    'Leeds Beckett University: nurse-adult',
    'London South Bank University: diagnostic-radiographer',
    'Manchester Metropolitan University: biomedical-scientist',
    'Oxford Brookes University: operating-department-practitioner',
    'Oxford Brookes University: paramedic',
    'Oxford Brookes University: physiotherapist',
    'University of Bradford: biomedical-scientist',
    'University of Derby: occupational-therapist',
    'University of Greenwich: midwife',
    'University of Greenwich: nurse-adult',
    'University of Greenwich: nurse-child',
    'University of Greenwich: nurse-mental-health',
    'University of Hertfordshire: midwife',
    'University of Hertfordshire: physiotherapist',
    'University of Plymouth: nurse-child',
    'University of Plymouth: nurse-mental-health',
    'University of Southampton: occupational-therapist',
    'University of Southampton: physiotherapist',
  ]);
});

test('what was gained in England; four of the ten are not promised to who enrols', () => {
  expect(named('gained')).toEqual([
    'London Metropolitan University: dietitian',
    'London Metropolitan University: nurse-adult',
    'London Metropolitan University: nurse-mental-health',
    'Northumbria University: arts-therapist',
    'Oxford Brookes University: midwife',
    'The Open University: nurse-child',
    'The Open University: nurse-learning-disability',
    'University of Birmingham: physiotherapist',
    'University of Greenwich: operating-department-practitioner',
    'York St John University: occupational-therapist',
  ]);
  const unpromised = partTime.pairs.filter(
    ({ outcome, after }) => outcome === 'gained' && after.every(({ notPromised }) => notPromised !== null),
  );
  expect(unpromised).toHaveLength(4);
});

const pairOf = (name: string, part: string): ChangePair | undefined =>
  partTime.pairs.find((pair) => pair.name === name && pair.registerPart.id === part);

test('a course with a new code is kept: adult nursing at Plymouth, three courses then and now', () => {
  const pair = pairOf('University of Plymouth', 'nurse-adult');
  expect(pair).toMatchObject({ outcome: 'kept', same: 0, recoded: 3 });
  expect(pair?.before.map(({ course }) => course)).toEqual(['6609', '6611', '6613']);
});

test('the code of 2018 for both radiographers is matched with the codes of 2025: Birmingham City keeps diagnostic radiography', () => {
  expect(pairOf('Birmingham City University', 'diagnostic-radiographer')).toMatchObject({
    outcome: 'kept',
    recoded: 1,
  });
  expect(pairOf('Birmingham City University', 'therapeutic-radiographer')?.notes.join(' ')).toContain(
    'It is run full-time in 2025.',
  );
});

test('a provider that merged is one provider: the courses of St George’s are those of City St George’s', () => {
  const full = provisionChange(england, shipped, { ...between, modes: ['full-time'] });
  const [pair] = full.pairs.filter(
    ({ institution: id, registerPart: part }) => id === 'city' && part.id === 'diagnostic-radiographer',
  );
  expect(pair?.before.map(({ course }) => course)).toEqual(['USRDIA', 'UTBRDD']);
  expect(pair?.notes[0]).toContain('merged with City');
  expect(full.pairs.some(({ provider }) => provider === '10007782')).toBe(false);
});

test('who records no accreditation at all is told, rather than taken for lost: Staffordshire in 2025', () => {
  const full = provisionChange(england, shipped, { ...between, modes: ['full-time'] });
  const own = full.pairs.filter(({ provider }) => provider === '10006299');
  expect(own.length).toBeGreaterThan(3);
  for (const { outcome, notes } of own)
    expect([outcome, notes.join(' ')]).toEqual([
      'lost',
      expect.stringContaining('records no accreditation of any kind in 2025'),
    ]);
});

test('a region shows its own courses and those at distance', () => {
  const { counts, pairs } = provisionChange(england, shipped, {
    ...between,
    modes: ['part-time'],
    regions: ['letb-south-west'],
  });
  expect(new Set(pairs.map(({ name }) => name))).toContain('The Open University');
  expect(pairs.filter(({ before, after }) => [...before, ...after].every(({ distance }) => !distance))).not.toEqual([]);
  for (const { before, after } of pairs)
    for (const { distance, regions } of [...before, ...after])
      expect(distance || regions.some(({ id }) => id === 'letb-south-west')).toBe(true);
  expect(counts[0]?.pairsBefore).toBeLessThan(partTime.counts[0]?.pairsBefore ?? 0);
});

// What follows are releases made up for one rule each.
const catalogue = new Catalogue(
  rowsWith({
    regions: [region('north'), region('south')],
    institutions: [institution('uni', { ukprn: '10000001' })],
    registerParts: [registerPart('nurse')],
  }),
);
const lets = (part: string, over: Partial<CourseAccreditation> = {}): CourseAccreditation => ({
  ...{ code: part, coded: part, part, judged: null, regulator: 'NMC', withheld: null },
  ...over,
});
const course = (
  id: string,
  accreditations: CourseAccreditation[],
  over: Partial<ReleaseCourse> = {},
): ReleaseCourse => ({
  ...{ provider: '10000001', name: 'Uni', course: id, mode: 'part-time', title: null, distance: false },
  ...{ nation: 'England', regions: ['north'], accreditations },
  ...over,
});
const release = (id: string, courses: ReleaseCourse[], over: Partial<CourseRelease> = {}): CourseRelease => ({
  ...{ id, source: { document: 'a test' }, terms: '', coverage: [], courses },
  accredited: [{ code: 'nurse', part: 'nurse', name: 'Nurse', regulator: 'NMC', text: '(NMC)' }],
  providers: [{ provider: '10000001', courses: 9, accreditations: 9 }],
  ...over,
});
const changed = (
  before: ReleaseCourse[],
  after: ReleaseCourse[],
  over: Partial<ChangeQuestion> & { kept?: Partial<CourseReleases> } = {},
) => {
  const { kept, ...question } = over;
  const releases = { releases: [release('1', before), release('2', after)], successors: [], catalogueCoverage: [] };
  return provisionChange(catalogue, { ...releases, ...kept }, { from: '1', to: '2', ...question });
};

test('one course that becomes two is one kept and one more, not one lost', () => {
  const [pair] = changed(
    [course('A', [lets('nurse')])],
    [course('B', [lets('nurse')]), course('C', [lets('nurse')])],
  ).pairs;
  expect(pair).toMatchObject({ outcome: 'kept', same: 0, recoded: 1 });
});

test('a course that is still listed without its accreditation may be lost in the record alone', () => {
  const { pairs, counts } = changed([course('A', [lets('nurse')])], [course('A', [])]);
  expect(pairs).toMatchObject([
    {
      outcome: 'lost',
      listedInBoth: true,
      notes: ['A is still listed in 2, without an accreditation for a register.'],
    },
  ]);
  expect(counts[0]).toMatchObject({ lost: 1, listedInBoth: 1 });
});

test('a change of mode is a loss in one mode and a gain in the other, and each says so', () => {
  const { pairs } = changed([course('A', [lets('nurse')])], [course('A', [lets('nurse')], { mode: 'full-time' })]);
  expect(pairs.map(({ outcome, mode, notes }) => [outcome, mode, notes])).toEqual([
    ['lost', 'part-time', ['It is run full-time in 2.']],
    ['gained', 'full-time', ['It was run part-time in 1.']],
  ]);
});

test('a provider handed on twice is the last one', () => {
  const source = { document: 'a test' };
  const { pairs } = changed([course('A', [lets('nurse')], { provider: '10000003' })], [course('B', [lets('nurse')])], {
    kept: {
      successors: [
        { provider: '10000003', successor: '10000002', says: 'Third joined Second', source },
        { provider: '10000002', successor: '10000001', says: 'Second joined Uni', source },
      ],
    },
  });
  expect(pairs).toMatchObject([
    { provider: '10000001', institution: 'uni', outcome: 'kept', recoded: 1, notes: ['Third joined Second.'] },
  ]);
});

test('a profession is apart only where both releases know it, under another regulator each', () => {
  const other = (regulator: string) => ({
    accredited: [{ code: '1', part: 'social-worker', name: 'Social worker', regulator, text: '' }],
  });
  const a = course('A', [lets('social-worker', { regulator: 'NMC' })]);
  const b = course('A', [lets('social-worker', { regulator: 'Another' })]);
  const moved = [release('1', [a], other('NMC')), release('2', [b], other('Another'))];
  const same = [release('1', [a], other('NMC')), release('2', [a], other('NMC'))];
  const answer = changed([], [], { kept: { releases: moved } });
  expect([answer.rawBefore, answer.rawAfter, answer.pairs.length, answer.apart.length]).toEqual([1, 0, 0, 1]);
  expect(changed([], [], { kept: { releases: same } })).toMatchObject({ apart: [], pairs: [{ outcome: 'kept' }] });
});

test('a release that is not kept is refused', () => {
  expect(() => changed([], [], { to: '1999' })).toThrow(RangeError);
});
