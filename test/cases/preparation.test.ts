import { describe, expect, test } from 'vitest';
import type { PreparationQuestion } from '../../src/domain/preparation.js';
import type { Module, Prerequisite, SingleOffer } from '../../src/domain/provision.js';
import { monthOf } from '../../src/domain/time.js';
import { prepare } from '../../src/engines/preparation/prepare.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import * as make from '../support/rows.js';

/** A module of 30 credits at level 5, offered singly in September and January for four months at £500. */
const offered = (id: string, over: Partial<SingleOffer> = {}, first?: Prerequisite): Module =>
  make.module(id, {
    credits: 30,
    level: 5,
    offers: [{ id: `${id}-singly`, fee: 500, intakes: [1, 9], months: 4, releaseDays: 1, ...over }],
    ...(first === undefined ? {} : { prerequisites: first }),
  });

/** A degree whose first stage is the modules given, and whose second can be joined each September. */
const degree = (id: string, first: readonly string[]) => ({
  programme: make.programme(id, { credits: 120, stages: [{ core: [...first] }, { core: [`${id}-final`] }] }),
  modules: [...first, `${id}-final`].map((module) => make.module(module, { institution: 'university', credits: 30 })),
  delivery: make.delivery(`${id}-part-time`, id, {
    months: [12, 12],
    entryPoints: [make.entryPoint(1), make.entryPoint(2)],
  }),
});

function world(
  modules: Module[],
  maps: [from: string[], to: string[]][],
  degrees = [degree('nursing', ['anatomy', 'care'])],
) {
  return new Catalogue(
    make.rowsWith({
      institutions: [make.institution('university'), make.institution('college')],
      qualifications: [make.qualification('honours')],
      modules: [...modules, ...degrees.flatMap((one) => one.modules)],
      programmes: degrees.map(({ programme }) => programme),
      deliveries: degrees.map(({ delivery }) => delivery),
      mappings: maps.map(([from, to], at) => make.mapping(`m${at + 1}`, from, to)),
    }),
  );
}

const asked = (over: Partial<PreparationQuestion> = {}): PreparationQuestion => ({
  learner: {},
  targets: [{ programme: 'nursing', stage: 2, intake: monthOf('2028-09') }],
  first: monthOf('2027-01'),
  ...over,
});

const modulesOf = ({ legs }: ReturnType<typeof prepare>): string[] => legs.map(({ module }) => module).sort();

describe('prerequisites count in the same search', () => {
  // One module covers all, but asks for three others first; two modules that ask for nothing do as well.
  const modules = [
    { ...offered('whole', {}, { all: ['a', 'b', 'c'] }), credits: 60 },
    ...['a', 'b', 'c', 'x', 'y'].map((id) => offered(id, { concurrent: true })),
  ];
  const maps: [string[], string[]][] = [
    [['whole'], ['anatomy']],
    [['x'], ['anatomy']],
    [['y'], ['care']],
    [['whole'], ['anatomy', 'care']],
  ];

  test('two modules are fewer than one with three before it', () => {
    const answer = prepare(world(modules, maps), asked());
    expect(answer.proof).toBe('OPTIMAL');
    expect(modulesOf(answer)).toEqual(['x', 'y']);
    expect(answer.summary).toBe(
      '2 modules of 60 credits for £1,000, done by April 2027, lead into the target; no fewer modules will do.',
    );
  });

  test('the one is taken where what it asks first is held', () => {
    const learner = { modules: ['a', 'b', 'c'].map((module) => ({ module, on: '2026-07' })) };
    expect(modulesOf(prepare(world(modules, maps), asked({ learner })))).toEqual(['whole']);
  });

  test('any of several is enough, and comes before', () => {
    const answer = prepare(
      world(
        [offered('x', {}, { any: ['a', 'b'] }), offered('a'), offered('b', { fee: 400 })],
        [[['x'], ['anatomy']]],
        [degree('nursing', ['anatomy'])],
      ),
      asked(),
    );
    expect(answer.legs.map(({ module, start, end }) => [module, start, end])).toEqual([
      ['b', '2027-01', '2027-04'],
      ['x', '2027-09', '2027-12'],
    ]);
  });
});

describe('several targets together', () => {
  const degrees = [degree('nursing', ['anatomy']), degree('midwifery', ['biology'])];
  const targets = ['nursing', 'midwifery'].map((programme) => ({ programme, stage: 2, intake: monthOf('2028-09') }));

  test('what serves both is counted once', () => {
    const maps: [string[], string[]][] = [
      [['a'], ['anatomy']],
      [['b'], ['biology']],
      [['both'], ['anatomy']],
      [['both'], ['biology']],
    ];
    const answer = prepare(world([offered('a'), offered('b'), offered('both')], maps, degrees), asked({ targets }));
    expect(modulesOf(answer)).toEqual(['both']);
    expect(answer.legs[0]!.usedAt).toEqual([0, 1]);
    expect(answer.targets.map(({ assessment }) => assessment?.credits)).toEqual([30, 30]);
  });

  test('within one assessment a held module counts once', () => {
    const maps: [string[], string[]][] = [
      [['both'], ['anatomy']],
      [['both'], ['care']],
      [['b'], ['care']],
    ];
    expect(modulesOf(prepare(world([offered('both'), offered('b')], maps), asked()))).toEqual(['b', 'both']);
  });

  test('each is judged by what is held at its own intake', () => {
    const early = [{ ...targets[0]!, intake: monthOf('2027-09') }, targets[1]!];
    const maps: [string[], string[]][] = [
      [['late'], ['anatomy']],
      [['late'], ['biology']],
      [['soon'], ['anatomy']],
    ];
    const answer = prepare(
      world([offered('late', { intakes: [9] }), offered('soon')], maps, degrees),
      asked({ targets: early }),
    );
    expect(modulesOf(answer)).toEqual(['late', 'soon']);
  });
});

describe('the schedule', () => {
  const maps: [string[], string[]][] = [
    [['a'], ['anatomy']],
    [['b'], ['care']],
  ];
  const soon = [{ programme: 'nursing', stage: 2, intake: monthOf('2027-09') }];

  test('modules that are not concurrent do not overlap', () => {
    const answer = prepare(world([offered('a'), offered('b')], maps), asked());
    expect(answer.legs.map(({ module, start }) => [module, start])).toEqual([
      ['a', '2027-01'],
      ['b', '2027-09'],
    ]);
    expect(prepare(world([offered('a'), offered('b')], maps), asked({ targets: soon })).proof).toBe('NONE');
  });

  test('release days of those that run together add up', () => {
    const both = [offered('a', { concurrent: true }), offered('b', { concurrent: true })];
    const answer = prepare(world(both, maps), asked({ targets: soon }));
    expect([answer.proof, answer.releaseDays]).toEqual(['OPTIMAL', 2]);
    const few = { targets: soon, constraints: { releaseDays: 1.5 } };
    expect(prepare(world(both, maps), asked(few)).proof).toBe('NONE');
  });

  test('a dearer set is taken where the cheapest cannot be studied in time', () => {
    const modules = [offered('a'), offered('b'), offered('c', { concurrent: true, fee: 900 })];
    const answer = prepare(world(modules, [...maps, [['c'], ['care']]]), asked({ targets: soon, fewest: 'FEES' }));
    expect(modulesOf(answer)).toEqual(['a', 'c']);
    expect([answer.fees, answer.proof]).toEqual([1400, 'OPTIMAL']);
  });
});

describe('where nothing on offer does', () => {
  test('it says what is missing', () => {
    const answer = prepare(world([offered('a')], [[['a'], ['anatomy']]]), asked());
    expect(answer.proof).toBe('NONE');
    expect(answer.short.map(({ missing }) => missing.map(({ module }) => module))).toEqual([['care']]);
    expect(answer.short[0]!.says).toBe('Nothing on offer by September 2028 covers 30 credits before stage 2: ‘care’.');
  });

  test('it says when the stage can be joined instead', () => {
    const targets = [{ programme: 'nursing', stage: 2, intake: monthOf('2028-03') }];
    expect(prepare(world([], []), asked({ targets })).short[0]!.says).toBe(
      'Stage 2 cannot be joined in March 2028: it opens in September 2028 or September 2029.',
    );
  });

  test('it says that the months are too few for all targets together', () => {
    const degrees = [degree('nursing', ['anatomy']), degree('midwifery', ['biology'])];
    const targets = ['nursing', 'midwifery'].map((programme) => ({ programme, stage: 2, intake: monthOf('2027-09') }));
    const maps: [string[], string[]][] = [
      [['a'], ['anatomy']],
      [['b'], ['biology']],
    ];
    const answer = prepare(world([offered('a'), offered('b')], maps, degrees), asked({ targets }));
    expect(answer.short.map(({ target, says }) => [target, says])).toEqual([
      [0, 'It can be prepared for by itself, but not together with the others in the months there are.'],
      [1, 'It can be prepared for by itself, but not together with the others in the months there are.'],
    ]);
  });
});

test('nothing needs to be studied where enough is held', () => {
  const learner = { modules: ['a', 'b'].map((module) => ({ module, on: '2026-07' })) };
  const maps: [string[], string[]][] = [
    [['a'], ['anatomy']],
    [['b'], ['care']],
  ];
  const answer = prepare(world([offered('a'), offered('b')], maps), asked({ learner }));
  expect([answer.proof, answer.legs.length]).toEqual(['OPTIMAL', 0]);
  expect(answer.summary).toBe('Nothing needs to be studied first: what is held leads into the target.');
});
