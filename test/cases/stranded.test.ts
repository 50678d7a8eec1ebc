import { expect, test } from 'vitest';
import type { Stranded } from '../../src/domain/assessment.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Module } from '../../src/domain/provision.js';
import { monthOf } from '../../src/domain/time.js';
import { assess } from '../../src/engines/credit/assess.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import {
  agreement,
  delivery,
  entryPoint,
  mapping,
  module,
  policy,
  programme,
  qualification,
  rowsWith,
} from '../support/rows.js';

/** A module of the university's that is offered singly, in September, at a fee. */
const single = (id: string, fee: number, over: Partial<Module> = {}): Module =>
  module(id, { offers: [{ id: `${id}-offer`, fee, intakes: [9], months: 4, releaseDays: 1 }], ...over });

const degree = programme('degree', {
  credits: 120,
  stages: [
    { credits: 60, core: ['anatomy', 'care', 'law'] },
    { credits: 60, core: ['research', 'practice', 'leading'] },
  ],
});
const targets = ['anatomy', 'care', 'law', 'research', 'practice', 'leading'].map((id) =>
  module(id, { institution: 'university', title: `The ${id}` }),
);
const full = delivery('degree-ft', 'degree', { months: [12, 12], entryPoints: [entryPoint(1), entryPoint(2)] });

/** What is stranded for who holds `a`, which is mapped to the anatomy, where the degree starts in September 2026. */
function stranded(some: Partial<Rows>, held = ['a']): Stranded | null {
  const base = { programmes: [degree], deliveries: [full] };
  const rows = rowsWith({
    ...base,
    ...some,
    modules: [...targets, module('a'), module('b'), ...(some.modules ?? [])],
    mappings: [mapping('a-anatomy', ['a'], ['anatomy']), ...(some.mappings ?? [])],
  });
  const learner = { modules: held.map((id) => ({ module: id, on: '2025-07' })) };
  return assess(new Catalogue(rows), { learner, programme: 'degree', start: monthOf('2026-09') }).stranded;
}

const inWords = (found: Stranded | null): string[] =>
  (found?.ways ?? []).map(({ supplies, fee }) => `${supplies.map(({ id }) => id).join(' + ')}: £${fee}`);

test('what is missing is named with what would supply it, and the cheapest combinations come first', () => {
  const found = stranded({
    modules: [single('care-single', 300), single('care-dear', 900), single('law-single', 200), single('both', 450)],
    mappings: [
      mapping('m1', ['care-single'], ['care']),
      mapping('m2', ['care-dear'], ['care']),
      mapping('m3', ['law-single'], ['law']),
      mapping('m4', ['both', 'a'], ['care', 'law', 'anatomy'], { hours: {} }),
    ],
  });
  expect(found).toMatchObject({ credits: 20, nextStage: 2, opens: '2026-09', missing: ['care', 'law'], cut: null });
  expect(found?.missingCredits).toBe(40);
  expect(found?.lacking.map(({ module, supply }) => [module, supply.map(({ id, fee }) => `${id} £${fee}`)])).toEqual([
    ['care', ['care-single £300', 'both £450', 'care-dear £900']],
    ['law', ['law-single £200', 'both £450']],
  ]);
  // `both` alone gives 20 credits and may not cover 60: it looks like a way, and asking again finds that it is none
  expect(inWords(found)).toEqual(['law-single + care-single: £500', 'law-single + care-dear: £1100']);
  expect(found?.says).toBe(
    '20 credits of those credited save no time: stage 2, which opens in September 2026, lacks 40 credits: ‘The care’ and ‘The law’. The 2 cheapest combinations of what is on offer would supply it.',
  );
});

test('of a module that is covered in part only the other outcomes are missing', () => {
  const care = { ...targets[1]!, outcomes: ['wash', 'feed', 'lift'].map((id) => ({ id, text: `Can ${id}` })) };
  const found = stranded(
    {
      programmes: [{ ...degree, stages: [{ credits: 40, core: ['anatomy', 'care'] }, degree.stages[1]!] }],
      modules: [care, single('lifting', 100)],
      mappings: [
        mapping('part', ['b'], ['care'], { outcomes: ['wash', 'feed'] }),
        mapping('rest', ['lifting'], ['care'], { outcomes: ['lift'] }),
      ],
    },
    ['a', 'b'],
  );
  expect(found?.lacking).toMatchObject([{ module: 'care', outcomes: [{ id: 'lift', text: 'Can lift' }] }]);
  expect(inWords(found)).toEqual(['lifting: £100']);
});

test('what an entry point lets be outstanding is not missing', () => {
  const lenient = { ...full, entryPoints: [entryPoint(1), entryPoint(2, { outstanding: { modules: ['law'] } })] };
  expect(stranded({ deliveries: [lenient] })).toMatchObject({ missing: ['care'], alongside: ['law'] });
  const byCredits = { ...full, entryPoints: [entryPoint(1), entryPoint(2, { outstanding: { credits: 20 } })] };
  const found = stranded({ deliveries: [byCredits] });
  expect(found?.missing).toHaveLength(1);
  expect(found?.alongside).toHaveLength(1);
  expect(found?.missingCredits).toBe(20);
});

test('of a choice of options the filling that lacks the least counts, with what is credited in it', () => {
  const choosing = programme('degree', {
    credits: 120,
    stages: [
      {
        credits: 60,
        core: ['anatomy'],
        groups: [
          {
            id: 'g',
            choose: { credits: 40 },
            members: [{ bundle: 'pathway', modules: ['care', 'law'] }, 'research', 'practice'],
          },
        ],
      },
      { credits: 60, core: ['leading'] },
    ],
  });
  const found = stranded(
    {
      programmes: [choosing],
      modules: [single('c', 50)],
      mappings: [mapping('m', ['b'], ['law']), mapping('n', ['c'], ['care'])],
    },
    ['a', 'b'],
  );
  expect(found?.missing).toEqual(['care']);
  expect(inWords(found)).toEqual(['c: £50']);
});

test('the next stage is the least that opens within a year, in the month in which it does', () => {
  const january = { ...full, entryPoints: [entryPoint(1), entryPoint(2, { months: [1] })] };
  expect(stranded({ deliveries: [january] })).toMatchObject({ nextStage: 2, opens: '2027-01' });
  const closed = { ...full, entryPoints: [entryPoint(1), entryPoint(2, { from: '2027-10' })] };
  expect(stranded({ deliveries: [closed] })).toMatchObject({ nextStage: null, opens: null, missing: [] });
  const whole = stranded(
    {
      deliveries: [january],
      mappings: [mapping('m', ['b'], ['care', 'law'])],
      modules: [module('b', { credits: 40 })],
    },
    ['a', 'b'],
  );
  expect(whole).toMatchObject({ credits: 60, missing: [], ways: [] });
  expect(whole?.says).toContain('nothing is missing for stage 2, which opens in January 2027');
});

test('a programme is studied no further than it needs to be, and a holder of the right award needs nothing else', () => {
  const diploma = programme('diploma', {
    institution: 'college',
    award: 'diphe',
    level: 5,
    stages: [
      { credits: 60, core: ['care-d', 'law-d'] },
      { credits: 60, core: ['more'] },
    ],
  });
  const run = delivery('diploma-pt', 'diploma', { months: [12, 12], fee: { perStage: [1000, 1500] } });
  const found = stranded({
    programmes: [degree, diploma],
    deliveries: [full, run],
    modules: [module('care-d'), module('law-d'), module('more')],
    mappings: [mapping('m1', ['care-d'], ['care']), mapping('m2', ['law-d'], ['law'])],
  });
  expect(
    found?.ways.map(({ supplies, fee }) => [supplies[0]?.id, supplies[0]?.upToStage, supplies[0]?.months, fee]),
  ).toEqual([['diploma', 1, 12, 1000]]);
  const byAward = stranded({
    programmes: [degree, diploma],
    deliveries: [full, run],
    modules: [module('care-d'), module('law-d'), module('more')],
    qualifications: [qualification('diphe', { level: 5 })],
    agreements: [agreement('for-holders', 'diphe', 'degree', 2)],
  });
  expect(byAward?.ways.map(({ supplies, fee }) => [supplies[0]?.id, supplies[0]?.upToStage, fee])).toEqual([
    ['diploma', null, 2500],
  ]);
});

test('where a limit keeps the stage shut whatever is studied, no way is shown, and that is said', () => {
  const found = stranded({
    modules: [single('care-single', 300), single('law-single', 200)],
    mappings: [mapping('m1', ['care-single'], ['care']), mapping('m2', ['law-single'], ['law'])],
    policies: [policy('third', [{ id: 'third-share', kind: 'share', fraction: '1/3' }])],
  });
  expect(found?.missing).toEqual(['care', 'law']);
  expect(found?.ways).toEqual([]);
  expect(found?.says).toContain('limits or choices of options stand in the way');
});
