import { describe, expect, test } from 'vitest';
import type { Rows } from '../../src/domain/catalogue.js';
import type { RouteQuestion } from '../../src/domain/questions.js';
import { monthOf } from '../../src/domain/time.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import * as make from '../support/rows.js';

const first = monthOf('2026-09');

/** A degree of two stages of a year each; who holds `a1` joins the second, by a mapping, for credit of at most ten years. */
const degree = (): Rows =>
  make.rowsWith({
    institutions: [make.institution('university')],
    registerParts: [make.registerPart('nurse')],
    qualifications: [make.qualification('honours')],
    modules: ['a1', 'd1', 'd2'].map((id) => make.module(id, { institution: 'university' })),
    programmes: [
      make.programme('degree', {
        leadsTo: ['nurse'],
        stages: ['d1', 'd2'].map((id) => ({ credits: 20, core: [id] })),
      }),
    ],
    deliveries: [
      make.delivery('degree-a', 'degree', { months: [12, 12], entryPoints: [make.entryPoint(1), make.entryPoint(2)] }),
    ],
    mappings: [make.mapping('m', ['a1'], ['d1'])],
    policies: [make.policy('p', [{ id: 'ten-years', kind: 'currency', months: 120 }])],
  });

/** Two programmes that only together reach the register, one paced by module and half of it credited, the other from March on. */
const pair = (): Rows =>
  make.rowsWith({
    institutions: [make.institution('university')],
    registerParts: [make.registerPart('nurse', { sets: [{ programmes: ['one', 'two'] }] })],
    qualifications: [make.qualification('honours')],
    modules: ['x', 'o1', 'o2', 't1'].map((id) => make.module(id, { institution: 'university' })),
    programmes: [
      make.programme('one', { stages: [{ credits: 40, core: ['o1', 'o2'] }] }),
      make.programme('two', { stages: [{ credits: 20, core: ['t1'] }] }),
    ],
    deliveries: [
      make.delivery('one-a', 'one', { months: [12], paced: 'module', entryPoints: [make.entryPoint(1)] }),
      make.delivery('two-a', 'two', { months: [12], entryPoints: [make.entryPoint(1, { months: [3] })] }),
    ],
    mappings: [make.mapping('m', ['x'], ['o1'])],
  });

const asked = (rows: Rows, learner: RouteQuestion['learner']) => {
  const question: RouteQuestion = { learner, registerPart: 'nurse', first, criteria: ['MONTHS'], nextBest: true };
  return findRoutes(new Catalogue(rows), question).routes[0]!;
};

describe('what a route hangs on', () => {
  test('the mapping, the delivery, the entry point and the module by which a stage is joined; each with the route left', () => {
    const { months, fragility } = asked(degree(), { modules: [{ module: 'a1', on: '2020-07' }] });
    expect(months).toBe(12);
    expect(fragility.map(({ kind, id, leg, next }) => [kind, id, leg, next?.months ?? null])).toEqual([
      ['mapping', 'm', 1, 24],
      ['delivery', 'degree-a', 1, null],
      ['entry-point', 'degree-a', 1, 24],
      ['held-module', 'a1', 1, 24],
    ]);
    expect(fragility.map(({ nextProof }) => nextProof)).toEqual(Array(4).fill('COMPLETE'));
    expect(fragility[3]?.countsUntil).toBe('2030-07');
    expect(fragility[0]?.changes).toEqual([{ op: 'remove', kind: 'mappings', id: 'm' }]);
  });

  test('a module held, though no limit on age is in force: supposed to have lapsed all the same', () => {
    const { fragility } = asked({ ...degree(), policies: [] }, { modules: [{ module: 'a1', on: '2020-07' }] });
    expect(fragility.find(({ kind }) => kind === 'held-module')).toMatchObject({ id: 'a1', countsUntil: null });
  });

  test('a second mapping that covers the same takes the weight off the first', () => {
    const rows = degree();
    rows.modules.push(make.module('a2', { institution: 'university' }));
    rows.mappings.push(make.mapping('n', ['a2'], ['d1']));
    const { fragility } = asked(rows, { modules: ['a1', 'a2'].map((module) => ({ module, on: '2020-07' })) });
    expect(fragility.map(({ kind }) => kind)).toEqual(['delivery', 'entry-point']);
  });

  test('credit without which study runs into the start of the next leg', () => {
    const { legs, months, fragility } = asked(pair(), { modules: [{ module: 'x', on: '2024-07' }] });
    expect(legs.map(({ delivery, start, end }) => [delivery, start, end])).toEqual([
      ['one-a', '2026-09', '2027-02'],
      ['two-a', '2027-03', '2028-02'],
    ]);
    expect(months).toBe(18);
    expect(fragility.find(({ kind }) => kind === 'mapping')).toMatchObject({ id: 'm', leg: 2, next: { months: 30 } });
  });
});

describe('by when to apply, and what runs out', () => {
  test('the last intake for which credit is in date, and why', () => {
    const [leg] = asked(degree(), { modules: [{ module: 'a1', on: '2018-10' }] }).legs;
    expect(leg).toMatchObject({
      applyBy: '2028-09',
      applyByWhy: expect.stringMatching(/‘a1’ \(counts for starts up to October 2028\) is out of date/),
    });
    expect(leg?.expires).toEqual([]);
  });

  test('credit that goes out of date while one studies is told to whoever may break off', () => {
    const [leg] = asked(degree(), { modules: [{ module: 'a1', on: '2017-01' }] }).legs;
    expect(leg).toMatchObject({
      applyBy: '2026-09',
      expires: ['‘a1’ counts for starts of degree up to January 2027.'],
    });
  });

  test('credit inside a stage that is studied all the same is lost too', () => {
    const rows = degree();
    rows.deliveries = [make.delivery('degree-a', 'degree', { months: [12, 12], entryPoints: [make.entryPoint(1)] })];
    const [leg] = asked(rows, { modules: [{ module: 'a1', on: '2018-10' }] }).legs;
    expect(leg).toMatchObject({ fromStage: 1, applyBy: '2028-09', assessment: { credits: 20 } });
  });

  test('credit that no limit on age touches is not told', () => {
    const [leg] = asked({ ...degree(), policies: [] }, { modules: [{ module: 'a1', on: '2017-01' }] }).legs;
    expect(leg).toMatchObject({ applyBy: null, applyByWhy: null, expires: [] });
  });
});
