import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/domain/assessment.js';
import type { Change } from '../../src/domain/catalogue.js';
import { applyChanges } from '../../src/domain/changes.js';
import { monthOf } from '../../src/domain/time.js';
import { assess } from '../../src/engines/credit/assess.js';
import { judgeEntry } from '../../src/engines/entry/judge.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { england } from './england.js';
import { type Person, person } from './people.js';

const credit = (who: Person, programme: string, start: string, delivery?: string, catalogue = england): Assessment =>
  assess(catalogue, { learner: person(who), programme, start: monthOf(start), ...(delivery ? { delivery } : {}) });

const entry = (who: Person, programme: string, start: string): string =>
  judgeEntry(england, { learner: person(who), programme, start: monthOf(start) }).verdict;

const bound = ({ limits }: Assessment): string[] => limits.filter(({ binding }) => binding).map(({ id }) => id);

/** The catalogue with a mapping laid over it that nobody has published. */
function supposing(...changes: Change[]): Catalogue {
  const { rows, problems } = applyChanges(england.rows, changes);
  expect(problems).toEqual([]);
  return new Catalogue(rows);
}

const mapping = (id: string, sources: string[], targets: string[]): Change => ({
  op: 'put',
  kind: 'mappings',
  row: {
    id,
    sources,
    targets,
    strength: 'precedent',
    status: 'agreed',
    source: { document: 'Supposed' },
    basis: 'illustrative',
  },
});

describe('a foundation degree of six years ago', () => {
  const imaging: Person = {
    holds: [{ award: 'canterbury-christ-church-fdsc-imaging-ap', on: '2019-07' }],
    works: 'imaging',
  };

  test('Open University: 180 credits, within its sixteen years', () => {
    const x16: Person = { holds: [{ award: 'ou-fd-healthcare-practice-x16', on: '2019-07' }] };
    expect(credit(x16, 'ou-nursing-adult-r39', '2025-10', 'ou-nursing-adult-r39-app-half-way').credits).toBe(180);
  });

  test('Canterbury Christ Church: none into the full-time degree, as much as ever into the apprenticeship', () => {
    const radiography = 'canterbury-christ-church-diagnostic-radiography';
    const fullTime = credit(imaging, radiography, '2025-09', `${radiography}-ft-year-2`);
    expect(fullTime.credits).toBe(0);
    expect(new Set(fullTime.notUsed.map(({ code }) => code))).toContain('CURRENCY');
    expect(credit(imaging, radiography, '2025-09', `${radiography}-app`).credits).toBe(100);
  });

  test('Central Lancashire: all of it, with a statement of currency', () => {
    const found = credit(
      { holds: [{ award: 'uclan-fdsc-assistant-practitioner', on: '2019-07' }] },
      'uclan-rnda-adult',
      '2025-09',
    );
    expect(found.credits).toBe(180);
    expect(found.claims.flatMap(({ flags }) => flags).join()).toMatch(/statement of currency/);
  });

  test('Portsmouth: none by transfer, but by experience kept up to date', () => {
    const nursing = 'du-10007155-U2663FTC';
    const programme = england.programmes.get(nursing);
    const [first, ...later] = programme?.stages ?? [];
    const withModule = supposing(
      {
        op: 'put',
        kind: 'programmes',
        row: { ...programme, id: nursing, stages: [{ ...first, core: ['essex-nursing-m03'] }, ...later] },
      },
      mapping('supposed-at-portsmouth', ['essex-hs704'], ['essex-nursing-m03']),
    );
    const essex = (on: string): Person => ({ holds: [{ award: 'essex-fdsc-health-science', on }] });
    expect(credit(essex('2021-07'), nursing, '2025-09', undefined, withModule).credits).toBe(30);
    expect(credit(essex('2019-07'), nursing, '2025-09', undefined, withModule).credits).toBe(0);
    const evidence: Change = {
      op: 'put',
      kind: 'experienceMappings',
      row: {
        id: 'supposed-portfolio',
        settings: ['acute-care'],
        months: 24,
        targets: ['essex-nursing-m03'],
        strength: 'discretion',
        status: 'agreed',
        source: { document: 'Supposed' },
        basis: 'illustrative',
      },
    };
    const { rows } = applyChanges(withModule.rows, [evidence]);
    expect(credit(essex('2019-07'), nursing, '2025-09', undefined, new Catalogue(rows)).credits).toBe(30);
  });
});

test.each([
  ['1998-06', 0],
  ['2000-09', 60],
])('a module of the Open University of %s earns %i credits there in September 2015', (on, credits) => {
  const passed: Person = { modules: [{ module: 'ou-k101', on }] };
  expect(credit(passed, 'ou-nursing-adult-q73', '2015-09').credits).toBe(credits);
});

test.each([
  ['sheffield-hallam-nursing-adult', 180, 'nmc-nursing-2023-share'],
  ['leicester-nursing-adult', 120, 'leicester-rpl-share-degree'],
  ['southampton-nursing-adult', 120, 'southampton-rpl-share'],
])('240 credits of a nursing associate at %s: %i, held back by %s', (programme, credits, limit) => {
  const found = credit({ holds: [{ award: 'exeter-fdsc-nursing-associate', on: '2024-07' }] }, programme, '2026-09');
  expect(found.credits).toBe(credits);
  expect(bound(found)).toContain(limit);
});

test('Sheffield Hallam gives no credit under 20', () => {
  const programme = england.programmes.get('sheffield-hallam-occupational-therapy-app');
  const [first, ...later] = programme?.stages ?? [];
  const shared = supposing({
    op: 'put',
    kind: 'programmes',
    row: {
      ...programme,
      id: 'sheffield-hallam-occupational-therapy-app',
      stages: [{ ...first, core: [...(first?.core ?? []), 'essex-hs700', 'essex-hs702'] }, ...later],
    },
  });
  const holding = (...modules: string[]): number =>
    credit(
      { modules: modules.map((module) => ({ module, on: '2024-07' })) },
      'sheffield-hallam-occupational-therapy-app',
      '2025-10',
      undefined,
      shared,
    ).credits;
  expect(holding('essex-hs700')).toBe(0);
  expect(holding('essex-hs700', 'essex-hs702')).toBe(30);
});

test('an HND opens occupational therapy at Northampton, an old NVQ does not', () => {
  const ot = 'northampton-occupational-therapy-app';
  expect(entry({ holds: [{ award: 'dghe-hnd-healthcare-practice', on: '2010-07' }] }, ot, '2025-09')).toBe('MET');
  expect(entry({ holds: [{ award: 'nvq3', on: '2010-07' }] }, ot, '2025-09')).toBe('NOT_MET');
});

test('midwifery recognises nothing, even where something would map', () => {
  const mapped = supposing(mapping('supposed-in-midwifery', ['york-na-m07'], ['cumbria-midwifery-m01']));
  const found = credit(
    { holds: [{ award: 'york-fdsc-nursing-associate', on: '2024-07' }] },
    'cumbria-midwifery-app',
    '2025-09',
    undefined,
    mapped,
  );
  expect(found.credits).toBe(0);
  expect(bound(found)).toContain('nmc-midwifery-none');
});

test('York: 2,300 of 4,640 hours, under the 2,320 that the half allows and the 2,400 that were completed', () => {
  const found = credit(
    { holds: [{ award: 'york-fdsc-nursing-associate', on: '2024-07' }] },
    'york-rnda-adult-accelerated',
    '2025-03',
  );
  const sum = (of: 'credited' | 'evidenced' | 'stillToStudy'): number =>
    found.hours.reduce((all, line) => all + line[of], 0);
  expect(sum('credited')).toBe(2300);
  expect(sum('evidenced')).toBe(2400);
  expect(sum('stillToStudy')).toBe(2340);
  const caps = found.limits.filter(({ id }) => id === 'nmc-nursing-2023-hours-cap').map(({ allowed }) => allowed ?? 0);
  expect(caps.reduce((all, one) => all + one, 0)).toBe(2320);
});

test('a registered nursing associate and an unregistered one: Central Lancashire admits both, Exeter the first', () => {
  const unregistered: Person = { holds: [{ award: 'uclan-fdsc-nursing-associate', on: '2025-07' }] };
  const registered: Person = { ...unregistered, nursingAssociateSince: '2025-09' };
  expect([registered, unregistered].map((who) => entry(who, 'uclan-rnda-adult', '2026-04'))).toEqual(['MET', 'MET']);
  expect([registered, unregistered].map((who) => entry(who, 'exeter-rnda-adult-top-up', '2026-04'))).toEqual([
    'MET',
    'NOT_MET',
  ]);
});

test('who moves to another region loses the salary support of the first', () => {
  const support = (region: string) =>
    findRoutes(england, {
      learner: person({ nominated: false, region }),
      registerPart: 'nurse-learning-disability',
      first: monthOf('2014-09'),
      constraints: { institutions: ['chester'] },
    }).routes[0]?.legs[0]?.support.length;
  expect(support('letb-north-west')).toBe(1);
  expect(support('letb-south-london')).toBe(0);
});

test.each([
  ['2022-10', 48],
  ['2022-11', undefined],
])('the mental health apprenticeship at Essex, withdrawn after October 2022, asked from %s', (from, months) => {
  const { routes } = findRoutes(england, {
    learner: person({ holds: [{ award: 'fdsc', on: '2021-07' }] }),
    registerPart: 'nurse-mental-health',
    first: monthOf(from),
    constraints: { institutions: ['essex'], modes: [{ pace: 'part-time', employment: 'apprenticeship' }], legs: 1 },
  });
  expect(routes[0]?.months).toBe(months);
});

test.each([
  [['ou-k101', 'ou-k117'], 0],
  [['ou-k101', 'ou-k117', 'ou-k105'], 120],
])('after October 2020 %j carry %i credits into the new curriculum', (modules, credits) => {
  const held = modules.map((module) => ({ module, on: module === 'ou-k105' ? '2021-06' : '2019-06' }));
  expect(credit({ modules: held }, 'ou-nursing-adult-r39', '2021-10').credits).toBe(credits);
});

test('Huddersfield refuses credit that is already spent on an award of the same level', () => {
  const mapped = supposing(
    mapping('supposed-at-huddersfield', ['canterbury-christ-church-dr-m02'], ['huddersfield-dr-m02']),
  );
  const radiography = 'huddersfield-diagnostic-radiography-app';
  const unspent: Person = { modules: [{ module: 'canterbury-christ-church-dr-m02', on: '2025-07' }] };
  const spent: Person = { holds: [{ award: 'canterbury-christ-church-diagnostic-radiography', on: '2025-07' }] };
  expect(credit(unspent, radiography, '2026-09', undefined, mapped).credits).toBeGreaterThan(0);
  const refused = credit(spent, radiography, '2026-09', undefined, mapped);
  expect(refused.credits).toBe(0);
  expect(refused.notUsed.find(({ module }) => module === 'canterbury-christ-church-dr-m02')?.code).toBe('SPENT');
});
