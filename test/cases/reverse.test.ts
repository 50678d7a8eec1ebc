import { describe, expect, test } from 'vitest';
import type { AwardInto, IntoQuestion } from '../../src/domain/credit-into.js';
import { monthOf } from '../../src/domain/time.js';
import { creditInto } from '../../src/engines/credit/reverse.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { institution, mapping, module, programme, qualification, rowsWith } from '../support/rows.js';
import { england } from './england.js';

const into = (programme: string, start: string, more: Omit<Partial<IntoQuestion>, 'programme' | 'start'> = {}) =>
  creditInto(england, { programme, start: monthOf(start), ...more });

const figures = ({ id, most, core, withOptions }: AwardInto) => [
  id,
  most,
  core?.credits ?? null,
  withOptions?.credits ?? null,
];

describe('into nursing at Worcester', () => {
  const found = into('worcester-nursing-adult', '2026-09');

  test('one foundation degree brings a year, the other two modules with the right option', () => {
    expect(found.awards.map(figures)).toEqual([
      ['worcester-fdsc-health-social-care', 120, 120, null],
      ['worcester-fdsc-assistant-practitioner', 40, 20, 40],
      ['worcester-fdsc-assistant-practitioner@1', 40, 20, 40],
    ]);
    const [year, two] = found.awards;
    expect(year?.core).toMatchObject({ entryStage: 2, monthsLeft: 24, proof: 'OPTIMAL' });
    expect(year?.core?.bands[0]).toMatchObject({ weakest: 'guaranteed', credits: 120, entryStage: 2 });
    expect(year?.rows).toMatchObject([{ id: 'worcester-hsc-to-nursing', kind: 'agreement', stage: 2, used: true }]);
    expect(two?.summary).toBe(
      '20 of 360 credits, to join at the beginning. With the option Care Skills for Assistant Practitioners: 40 of 360 credits, to join at the beginning.',
    );
  });

  test('all of it comes from its own institution', () => {
    expect(found.counts).toEqual({ none: 0, under60: 2, from60: 0, from120: 1 });
    expect(found.ownCounts).toEqual(found.counts);
    expect(found.summary).toContain("3 of 3 gained at the programme's own institution");
  });

  test('a source is told alone, or with what it is taken together', () => {
    const [anatomy, skills] = found.modules;
    expect(anatomy).toMatchObject({
      module: 'worcester-ap-m02',
      title: 'Anatomy and Physiology',
      credits: 30,
      level: 4,
    });
    expect(anatomy?.ways).toMatchObject([
      { targets: [{ title: 'Human Biology for Nursing' }], together: [], stands: true, says: 'By itself.' },
    ]);
    expect(skills?.ways).toMatchObject([{ together: [{ title: 'Working with People' }], strength: 'guaranteed' }]);
  });

  test('of several sources of which one is enough, that is told', () => {
    const rows = into('teesside-physiotherapy-app', '2026-09').awards.flatMap((award) => award.rows);
    expect(rows.find(({ id }) => id === 'teesside-ap-pt-professional')).toMatchObject({ choose: 1, used: true });
    expect(rows.find(({ id }) => id === 'teesside-ap-pt-exercise')?.choose).toBeNull();
  });

  test('of one module, only what covers it', () => {
    const one = into('worcester-nursing-adult', '2026-09', { module: 'worcester-nursing-m02' });
    expect(one.module?.title).toBe('Human Biology for Nursing');
    expect(one.modules.map(({ module }) => module)).toEqual(['worcester-ap-m02']);
    expect(one.awards.map(({ id, core }) => [id, core?.coversModule])).toEqual([
      ['worcester-fdsc-health-social-care', true],
      ['worcester-fdsc-assistant-practitioner', true],
      ['worcester-fdsc-assistant-practitioner@1', true],
    ]);
  });
});

describe('into nursing at the Open University', () => {
  const kinds = { filter: { kinds: ['FdSc'] } };

  test('both foundation degrees bring half of it; what was refused says so', () => {
    const found = into('ou-nursing-adult-r39', '2027-10', kinds);
    expect(found.awards.map(figures)).toEqual([
      ['ou-fd-healthcare-practice-x16', 180, 180, null],
      ['ou-fd-nursing-associate-x20', 180, 180, null],
    ]);
    const rows = new Map(found.awards[0]?.rows.map(({ id, used, says }) => [id, [used, says]]));
    expect(rows.get('ou-assistant-practitioner-to-adult')).toEqual([true, '180 credits carried.']);
    expect(rows.get('ou-k101-new-theory')).toEqual([false, 'Refused.']);
    expect(rows.get('ou-bridge-k105')).toEqual([false, 'It asks Meeting transitioning requirement as well.']);
    expect(found.awards[0]?.core?.bands.map(({ credits }) => credits)).toEqual([0, 0, 180]);
  });

  test('another branch of nursing brings half, and more for who is registered on it', () => {
    const found = into('ou-nursing-adult-r39', '2027-10', { filter: { kinds: ['honours'] } });
    const child = found.awards.find(({ id }) => id === 'ou-nursing-child-r39');
    expect(child).toMatchObject({ most: 240, core: { credits: 180, entryStage: 4 } });
    expect(child?.conditional).toMatchObject([{ registration: { id: 'nurse-child' }, credits: 240, entryStage: 5 }]);
  });

  test('a start before the agreement was made is another answer', () => {
    const found = into('ou-nursing-adult-r39', '2022-10', kinds);
    expect(found.awards.find(({ id }) => id === 'ou-fd-nursing-associate-x20')?.most).toBe(0);
    const row = found.awards.flatMap(({ rows }) => rows).find(({ id }) => id === 'ou-nursing-associate-to-adult');
    expect(row?.says).toBe('Not in force in 2022-10.');
  });
});

test('where an agreement asks a registration, the award alone brings nothing, and the registered are told apart', () => {
  const found = into('exeter-rnda-adult-top-up', '2026-09');
  expect(found.awards).toHaveLength(9);
  for (const { core, most, conditional } of found.awards) {
    expect([core?.credits, most]).toEqual([0, 180]);
    expect(conditional).toMatchObject([{ registration: { id: 'nursing-associate' }, credits: 180 }]);
  }
  expect(found.institutions).toHaveLength(9);
  expect(found.ownCounts).toEqual({ none: 0, under60: 0, from60: 0, from120: 1 });
});

test('where a mapping is for the staff of one employer, what they carry is told apart', () => {
  const [award] = into('essex-nursing-adult', '2026-09', { filter: { kinds: ['FdSc'] } }).awards;
  expect(award).toMatchObject({ id: 'essex-fdsc-health-science', core: { credits: 90 }, most: 120 });
  expect(award?.conditional).toMatchObject([{ employer: 'southend-university-hospital', credits: 120 }]);
});

test('a mapping that gives more than it takes stands for nobody, and says so', () => {
  const rows = rowsWith({
    institutions: [institution('university'), institution('college')],
    modules: [
      module('short', { title: 'Short', credits: 10 }),
      module('low', { title: 'Low' }),
      module('long', { title: 'Long', credits: 15 }),
      module('b1', { institution: 'university' }),
      module('b2', { institution: 'university', level: 5 }),
    ],
    programmes: [
      programme('fd', { institution: 'college', award: 'fdsc', stages: [{ core: ['short', 'low', 'long'] }] }),
      programme('rn', { stages: [{ core: ['b1', 'b2'] }] }),
    ],
    mappings: [
      mapping('all-two', ['short', 'long'], ['b1']),
      mapping('any-one', ['short', 'long'], ['b1'], { choose: 1 }),
      mapping('higher', ['low'], ['b2']),
      mapping('twice', ['low'], ['b1', 'b2']),
    ],
  });
  const { modules, awards } = creditInto(new Catalogue(rows), { programme: 'rn', start: monthOf('2026-09') });
  const says = new Map(modules.flatMap(({ ways }) => ways.map((way) => [way.id, way] as const)));
  expect(says.get('all-two')).toMatchObject({ standsByLevel: true, stands: true });
  const excess = 'Gives more than it takes: 20 credits for 15.';
  expect(says.get('any-one')).toMatchObject({ standsByLevel: false, stands: false, says: excess });
  expect(says.get('higher')?.says).toBe('Gives more than it takes: 20 credits at level 5 or above for 0.');
  expect(says.get('twice')?.says).toBe('Gives more than it takes: 40 credits for 20.');
  expect(awards.map(({ most, rows: own }) => [most, own.filter(({ used }) => used).map(({ id }) => id)])).toEqual([
    [20, ['all-two']],
  ]);
});

test('a row that names awards, by programme or by qualification, is for these alone', () => {
  const rows = rowsWith({
    institutions: [institution('university'), institution('college')],
    qualifications: [qualification('fdsc'), qualification('hnd'), qualification('certhe')],
    modules: [module('a1'), module('b1', { institution: 'university' })],
    programmes: [
      programme('fd', { institution: 'college', award: 'fdsc', stages: [{ core: ['a1'] }] }),
      programme('hn', { institution: 'college', award: 'hnd', stages: [{ core: ['a1'] }] }),
      programme('rn', { stages: [{ core: ['b1'] }] }),
    ],
  });
  const reached = (awards: string[]): string[] => {
    const mappings = [mapping('a1-b1', ['a1'], ['b1'], { scope: { awards } })];
    const asked = { programme: 'rn', start: monthOf('2026-09') };
    return creditInto(new Catalogue({ ...rows, mappings }), asked).awards.map(({ id, most }) => `${id} ${most}`);
  };
  expect([['fd'], ['fdsc'], ['hnd', 'fd'], ['certhe']].map(reached)).toEqual([
    ['fd 20'],
    ['fd 20'],
    ['fd 20', 'hn 20'],
    [],
  ]);
});

test('parts of a module: who holds them all but the skeleton is not credited with it, and which module would do it is told', () => {
  const practice = { module: 'canterbury-christ-church-dr-m06' };
  const found = into('canterbury-christ-church-diagnostic-radiography', '2026-09', practice);
  expect(found.awards.map(({ core }) => core?.coversModule)).toEqual([false, false]);
  expect(found.awards[0]?.rows.find(({ id }) => id === 'canterbury-im-chest')?.says).toBe(
    'It covers a part, and nothing held covers the rest: Plain-film imaging of the appendicular skeleton and Plain-film imaging of the axial skeleton.',
  );
  const skeleton = found.modules.find((source) => source.module === 'canterbury-christ-church-skeletal');
  expect(skeleton?.ways).toMatchObject([{ outcomes: [{ id: 'appendicular' }, { id: 'axial' }], standsByLevel: null }]);
});

test('what was asked and refused counts as none, with its reason', () => {
  const york = into('york-nursing-adult', '2026-09', { filter: { institutions: ['tynemet'] } });
  expect(york.awards.map(({ most, rows }) => [most, rows[0]?.says])).toEqual([
    [0, 'Refused.'],
    [0, 'Refused.'],
  ]);
  expect(york.counts.none).toBe(2);
  expect(york.summary).toMatch(/^No award in the catalogue carries credit/);
  expect(york.modules).toMatchObject([{ module: 'tynemet-hsc-m04', ways: [{ stands: false, says: 'Refused.' }] }]);
});

test('a region asks for what is studied there, or at distance', () => {
  const everywhere = into('southampton-nursing-adult', '2026-09', { filter: { kinds: ['FdSc'] } });
  const region = england.institutions.get('southampton')?.place?.region ?? '';
  const here = into('southampton-nursing-adult', '2026-09', { filter: { kinds: ['FdSc'], regions: [region] } });
  const ids = here.awards.map(({ institution }) => institution?.id);
  expect(ids).toContain('southampton');
  expect(ids).toContain('open-university');
  expect(ids.length).toBeLessThan(everywhere.awards.length);
});

test('experience that covers modules or gives hours stands beside the awards', () => {
  const found = into('liverpool-nursing-adult', '2026-09');
  expect(found.experience).toMatchObject([
    { id: 'liverpool-nursing-practice-hours', targets: [], practiceHours: 570, months: 6, stands: true },
  ]);
  expect(found.notes.join(' ')).toContain('Experience gives hours on this programme');
});

test('proposed rows count where that is asked, and say so', () => {
  const agreed = into('leeds-rnda-adult', '2026-09');
  expect(agreed.awards.every(({ most }) => most === 0)).toBe(true);
  expect(agreed.awards[0]?.rows[0]?.says).toBe('Proposed, not agreed.');
  const proposed = into('leeds-rnda-adult', '2026-09', { include: 'PROPOSED' });
  expect(proposed.awards.some(({ most }) => most > 0)).toBe(true);
  expect(proposed.notes).toContain('Rows that are proposed and not yet agreed count here.');
});
