import { expect, test } from 'vitest';
import { applyChanges } from '../../src/domain/changes.js';
import { monthOf } from '../../src/domain/time.js';
import { assess } from '../../src/engines/credit/assess.js';
import { judgeEntry } from '../../src/engines/entry/judge.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { england } from './england.js';
import { type Person, person } from './people.js';

/** The catalogue as scenarios that ship would have it, one laid over the other. */
function under(...ids: string[]): Catalogue {
  const changes = ids.flatMap((id) => {
    const scenario = england.rows.scenarios.find((row) => row.id === id);
    if (!scenario) throw new Error(`no scenario ships as ${id}`);
    return scenario.changes;
  });
  const { rows, problems } = applyChanges(england.rows, changes);
  expect(problems).toEqual([]);
  return new Catalogue(rows);
}

const credit = (catalogue: Catalogue, who: Person, programme: string, start: string): number =>
  assess(catalogue, { learner: person(who), programme, start: monthOf(start) }).credits;

test('six scenarios ship', () => {
  expect(england.rows.scenarios.map(({ id }) => id).sort()).toEqual([
    'currency-ten-years',
    'functional-skills-accepted',
    'nmc-3600-hours',
    'nursing-associate-modules-in-pairs',
    'part-time-of-2018-kept',
    'regulators-two-thirds',
  ]);
});

test('functional skills: nobody whom a rule refused for them is refused for them', () => {
  const learner = person({
    holds: [{ award: 'canterbury-christ-church-fdsc-imaging-ap', on: '2024-07' }],
    level2: 'functional skills',
  });
  const asked = { learner, programme: 'canterbury-christ-church-diagnostic-radiography', start: monthOf('2025-09') };
  expect(judgeEntry(england, asked).verdict).toBe('NOT_MET');
  expect(judgeEntry(under('functional-skills-accepted'), asked).verdict).toBe('MET');
});

test('the part-time degrees of 2018: occupational therapy at Coventry can be had beside the job again', () => {
  const asked = {
    learner: person({ nominated: false }),
    registerPart: 'occupational-therapist',
    first: monthOf('2026-09'),
    constraints: { institutions: ['coventry'] },
  };
  expect(findRoutes(england, asked).routes).toEqual([]);
  expect(findRoutes(under('part-time-of-2018-kept'), asked).routes.map(({ months }) => months)).toEqual([48]);
});

test('two thirds and 3,600 hours: apart they give a nursing associate nothing at Sheffield Hallam, together 60 credits', () => {
  const associate: Person = { holds: [{ award: 'exeter-fdsc-nursing-associate', on: '2024-07' }] };
  const carried = (...scenarios: string[]): number =>
    credit(under(...scenarios), associate, 'sheffield-hallam-nursing-adult', '2026-09');
  expect(carried()).toBe(180);
  expect(carried('regulators-two-thirds')).toBe(180);
  expect(carried('nmc-3600-hours')).toBe(180);
  expect(carried('regulators-two-thirds', 'nmc-3600-hours')).toBe(240);
});

test('two thirds: the university that gives a third gives a third still', () => {
  const associate: Person = { holds: [{ award: 'exeter-fdsc-nursing-associate', on: '2024-07' }] };
  expect(credit(under('regulators-two-thirds'), associate, 'leicester-nursing-adult', '2026-09')).toBe(120);
});

test('ten years: a foundation degree of six years ago counts in full-time study too', () => {
  const imaging: Person = { holds: [{ award: 'canterbury-christ-church-fdsc-imaging-ap', on: '2019-07' }] };
  const into = (catalogue: Catalogue): number =>
    assess(catalogue, {
      learner: person(imaging),
      programme: 'canterbury-christ-church-diagnostic-radiography',
      delivery: 'canterbury-christ-church-diagnostic-radiography-ft-year-2',
      start: monthOf('2025-09'),
    }).credits;
  expect([into(england), into(under('currency-ten-years'))]).toEqual([0, 100]);
});

test('pairs of modules: each is of 30 credits or more, is on offer, and covers its two modules', () => {
  const catalogue = under('nursing-associate-modules-in-pairs');
  const fresh = catalogue.rows.modules.filter(({ id }) => !england.modules.has(id));
  expect(fresh).toHaveLength(18);
  for (const pair of fresh) {
    expect(pair.credits).toBeGreaterThanOrEqual(30);
    expect(pair.offers).toHaveLength(1);
  }
  const first: Person = { modules: [{ module: 'salford-na-m01-with-m02', on: '2027-07' }] };
  expect(credit(catalogue, first, 'salford-fdsc-nursing-associate', '2027-09')).toBe(40);
});
