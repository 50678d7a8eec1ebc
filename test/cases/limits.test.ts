import { describe, expect, test } from 'vitest';
import type { Assessment, Gain } from '../../src/domain/assessment.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Limit } from '../../src/domain/limits.js';
import type { Objective } from '../../src/domain/questions.js';
import { monthOf } from '../../src/domain/time.js';
import { assess } from '../../src/engines/credit/assess.js';
import { smallestSets } from '../../src/engines/credit/smallest-sets.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import * as make from '../support/rows.js';

// A degree of two stages of 60 credits, three modules of 20 each; six modules of the college cover it one by one. One
// joins in September at stage 1 or 2. The regulator and the university lay down limits.
const FIRST = ['a1', 'a2', 'a3'];
const LAST = ['b1', 'b2', 'b3'];
const TARGETS = [...FIRST, ...LAST];

const holder: Learner = { modules: TARGETS.map((id) => ({ module: `of-${id}`, on: '2025-07' })) };

function college(regulator: Limit[], university: Limit[], over: Partial<Rows> = {}): Rows {
  return make.rowsWith({
    institutions: [
      make.institution('university', { name: 'University of Upton' }),
      make.institution('college', { name: 'Downham College' }),
    ],
    registerParts: [make.registerPart('nurse')],
    qualifications: [make.qualification('honours')],
    modules: TARGETS.flatMap((id) => [
      make.module(id, { title: `Nursing ${id}`, institution: 'university' }),
      make.module(`of-${id}`, { title: `Care ${id}` }),
    ]),
    programmes: [
      make.programme('degree', {
        credits: 120,
        leadsTo: ['nurse'],
        stages: [
          { credits: 60, core: FIRST },
          { credits: 60, core: LAST },
        ],
      }),
    ],
    deliveries: [
      make.delivery('d', 'degree', { months: [12, 12], entryPoints: [make.entryPoint(1), make.entryPoint(2)] }),
    ],
    mappings: TARGETS.map((id) => make.mapping(`to-${id}`, [`of-${id}`], [id])),
    policies: [
      make.policy('standards', regulator, { name: 'NMC standards', owner: 'regulator', registerParts: ['nurse'] }),
      make.policy('rules', university, { name: 'Rules of Upton', owner: 'validation', institutions: ['university'] }),
    ],
    ...over,
  });
}

const asked = (rows: Rows, learner = holder, objective: Objective = 'CREDITS'): Assessment =>
  assess(new Catalogue(rows), { learner, programme: 'degree', start: monthOf('2026-09'), objective });

const gainOf = ({ limits }: Assessment, id: string): Gain | null | undefined =>
  limits.find((limit) => limit.id === id)?.gain;

const NOTHING: Gain = { credits: 0, entryStage: 0 };
const more = (credits: number, entryStage = 0): Gain => ({ credits, entryStage });

const half: Limit = { id: 'half', kind: 'share', fraction: '1/2' };
const sixty: Limit = { id: 'sixty', kind: 'credits', credits: 60 };
const notTheLast: Limit = { id: 'not-the-last', kind: 'stage', stage: 'final', credits: 0 };
const most: Limit = { id: 'most', kind: 'credits', credits: 110 };

describe('what lifting limits gains, of 120 credits that could be carried', () => {
  test.each<[string, Limit[], Limit[], number, Record<string, Gain>, [string[], Gain][]]>([
    ['nothing is limited', [], [], 120, {}, []],
    ['one limit holds 60 back', [], [half], 60, { half: more(60) }, []],
    [
      'two limits hold the same 60 back: neither gains alone',
      [sixty],
      [half],
      60,
      { sixty: NOTHING, half: NOTHING },
      [[['half', 'sixty'], more(60)]],
    ],
    [
      'three limits hold the same 60 back',
      [sixty],
      [half, notTheLast],
      60,
      { sixty: NOTHING, half: NOTHING, 'not-the-last': NOTHING },
      [[['half', 'not-the-last', 'sixty'], more(60)]],
    ],
    [
      'a looser limit behind a tighter one: the gain of the tighter one is what the looser leaves',
      [most],
      [half],
      60,
      { most: NOTHING, half: more(40) },
      [],
    ],
    [
      'a pair that gains 40, and no word of what three would gain',
      [sixty, most],
      [half],
      60,
      { most: NOTHING, sixty: NOTHING, half: NOTHING },
      [[['half', 'sixty'], more(40)]],
    ],
    [
      'a limit that could hold credit back and does not',
      [],
      [{ id: 'little', kind: 'minimum', credits: 20 }],
      120,
      { little: NOTHING },
      [],
    ],
  ])('%s', (_, regulator, university, credits, alone, sets) => {
    const found = asked(college(regulator, university));
    expect(found.credits).toBe(credits);
    for (const [id, gain] of Object.entries(alone)) expect(gainOf(found, id), id).toEqual(gain);
    expect(found.limitSets.map(({ limits, gain }) => [limits, gain])).toEqual(sets);
    expect(found.limitSetsCut).toBeNull();
    const holding = [...sets.flatMap(([ids]) => ids), ...Object.keys(alone).filter((id) => alone[id]!.credits > 0)];
    for (const { id, binding } of found.limits) if (holding.includes(id)) expect(binding, id).toBe(true);
  });

  test('the sentence of a set names each limit, who laid it down, and what lifting them gives', () => {
    const found = asked(college([sixty], [half]));
    expect(found.limitSets[0]?.sentence).toBe(
      "Lifted together, and only together, these give 60 credits more: ‘at most 1/2 of the programme's 120 credits’ (Rules of Upton) and ‘at most 60 credits in all’ (NMC standards).",
    );
    expect(found.limits.map(({ id, policyName, laidDownBy }) => [id, policyName, laidDownBy])).toEqual([
      ['half', 'Rules of Upton', 'University of Upton'],
      ['sixty', 'NMC standards', 'NMC'],
    ]);
  });

  test('a total under a minimum: what would be given without it', () => {
    const one: Learner = { modules: holder.modules!.slice(0, 1) };
    const found = asked(college([], [{ id: 'forty', kind: 'minimum', credits: 40 }]), one);
    expect([found.credits, gainOf(found, 'forty')]).toEqual([0, more(20)]);
  });

  test('two rules on one held module: its mark is low, and it is old', () => {
    const old: Learner = { modules: [{ module: 'of-a1', on: '2015-07', mark: 38 }] };
    const found = asked(
      college([{ id: 'mark', kind: 'mark', mark: 40 }], [{ id: 'five-years', kind: 'currency', months: 60 }]),
      old,
    );
    expect(found.credits).toBe(0);
    expect(found.limits.map(({ id, gain }) => [id, gain])).toEqual([
      ['five-years', NOTHING],
      ['mark', NOTHING],
    ]);
    expect(found.limitSets.map(({ limits, gain }) => [limits, gain])).toEqual([[['five-years', 'mark'], more(20)]]);
  });
});

test('entry asked: a gain of a stage may cost credits', () => {
  const rows = college([], [{ id: 'forty-in-stage-1', kind: 'stage', stage: 1, credits: 40 }], {
    mappings: [make.mapping('wide', ['of-all'], [...LAST, 'a1']), make.mapping('first-year', ['of-all'], FIRST)],
  });
  rows.modules.push(make.module('of-all', { credits: 80 }));
  const learner: Learner = { modules: [{ module: 'of-all', on: '2025-07' }] };
  const found = asked(rows, learner, 'ENTRY');
  expect([found.credits, found.entryStage]).toEqual([80, 1]);
  expect(gainOf(found, 'forty-in-stage-1')).toEqual(more(-20, 1));
  expect(gainOf(asked(rows, learner), 'forty-in-stage-1')).toEqual(NOTHING);
});

test('a limit may help: without it old progress comes back, which is no credit carried', () => {
  const learner: Learner = {
    modules: [
      { module: 'a1', on: '2012-07', programme: 'degree' },
      { module: 'of-a1', on: '2025-07' },
    ],
  };
  const found = asked(college([], [{ id: 'five-years', kind: 'currency', months: 60 }]), learner);
  expect([found.credits, gainOf(found, 'five-years')]).toEqual([20, more(-20)]);
});

test.each<[string, Learner]>([
  ['alone', holder],
  [
    'beside old progress, where every question is asked',
    {
      modules: [
        { module: 'of-a1', on: '2025-07' },
        { module: 'b1', on: '2012-07', programme: 'degree' },
      ],
    },
  ],
])('leave to use a held module twice is no limit, so lifting it takes nothing away: %s', (_, learner) => {
  const rows = college(
    [{ id: 'five-years', kind: 'currency', months: 60 }],
    [{ id: 'twice', kind: 'single-use', allow: true }],
    {
      mappings: ['a1', 'a2'].map((id) => make.mapping(`to-${id}`, ['of-a1'], [id])),
    },
  );
  const found = asked(rows, learner);
  expect([found.credits, gainOf(found, 'twice')]).toEqual([40, NOTHING]);
});

test('a limit of another delivery is told where it keeps that delivery from being the better answer', () => {
  const open = [make.entryPoint(1), make.entryPoint(2)];
  const rows = college([], [{ ...half, exceptions: { apprenticeships: true } }], {
    deliveries: [
      make.delivery('app', 'degree', { months: [12, 12], employment: 'apprenticeship' }),
      make.delivery('day', 'degree', { months: [12, 12], entryPoints: open }),
    ],
  });
  const found = asked(rows);
  expect([found.delivery, found.credits, found.entryStage]).toEqual(['app', 120, 1]);
  expect(found.limits).toMatchObject([{ id: 'half', used: null, binding: true, gain: more(0, 1) }]);
  expect(found.limits[0]?.says).toMatch(/on the delivery day, not on this one/);
});

test('each band of strength has its best delivery', () => {
  const rows = college([], [{ ...half, exceptions: { apprenticeships: true } }], {
    deliveries: [
      make.delivery('app', 'degree', { months: [12, 12], employment: 'apprenticeship' }),
      make.delivery('day', 'degree', { months: [12, 12], entryPoints: [make.entryPoint(1), make.entryPoint(2)] }),
    ],
    mappings: TARGETS.map((id) =>
      make.mapping(`to-${id}`, [`of-${id}`], [id], { strength: FIRST.includes(id) ? 'guaranteed' : 'discretion' }),
    ),
  });
  expect(asked(rows).bands).toEqual([
    { weakest: 'guaranteed', delivery: 'day', credits: 60, entryStage: 2 },
    { weakest: 'precedent', delivery: 'day', credits: 60, entryStage: 2 },
    { weakest: 'discretion', delivery: 'app', credits: 120, entryStage: 1 },
  ]);
});

test('what is left to study counts towards the classification as far as the programme says, and credit does not', () => {
  const classified = (credits?: number): number | null => {
    const rows = college([], [half]);
    const [degree] = rows.programmes;
    return asked({ ...rows, programmes: [{ ...degree!, ...(credits === undefined ? {} : { classified: credits }) }] })
      .classifiedLeft;
  };
  expect([classified(60), classified(90), classified(120), classified()]).toEqual([60, 60, 60, null]);
});

test('the ledger of 4,600 hours: evidenced, credited, studied here already, and still to study', () => {
  const rows = college(
    [{ id: 'hours', kind: 'hours', floor: { theory: 2300, practice: 2300 } }],
    [{ id: 'no-dissertation', kind: 'module', modules: ['b3'] }],
    {
      experienceMappings: [make.experienceMapping('paid-care', { programmes: ['degree'], hours: { practice: 570 } })],
    },
  );
  const [degree] = rows.programmes;
  const hours = new Map([
    ['a1', { theoryHours: 300, practiceHours: 500 }],
    ['a2', { theoryHours: 200, practiceHours: 600 }],
    ['of-a1', { theoryHours: 350, practiceHours: 0 }],
  ]);
  const stated = {
    ...rows,
    programmes: [{ ...degree!, theoryHours: 2300, practiceHours: 2300 }],
    modules: rows.modules.map((module) => ({ ...module, ...hours.get(module.id) })),
  };
  const learner: Learner = {
    modules: [
      { module: 'of-a1', on: '2025-07' },
      { module: 'a2', on: '2025-07', programme: 'degree' },
    ],
    experience: [{ setting: 'care', months: 24, evidenced: true }],
  };
  // The module held has no practice hours of its own: verified care work makes good the 500 of its target.
  expect(asked(stated, learner).hours).toEqual([
    { kind: 'theory', evidenced: 350, credited: 300, studied: 200, stillToStudy: 1800, minimum: 2300 },
    { kind: 'practice', evidenced: 570, credited: 500, studied: 600, stillToStudy: 1200, minimum: 2300 },
  ]);
});

describe('where it is not known what lifting gains, it says so', () => {
  test('the answer itself is not proven: there are too many choices', () => {
    const many = Array.from({ length: 20 }, (_, i) => `m${i + 10}`);
    const rows = college([], [half], { mappings: [make.mapping('any-nine', many, ['a1'], { choose: 9 })] });
    rows.modules.push(...many.map((id) => make.module(id)));
    const found = asked(rows, { modules: many.map((module) => ({ module, on: '2025-07' })) });
    expect(found.proof).toBe('BOUNDED');
    expect(found.limits.map(({ gain }) => gain)).toEqual([null]);
    expect(found.limitSetsCut).toBe(
      'The answer is not proven to be the most, so no limit was lifted to see what it gains.',
    );
  });

  test.each<[string, string, (ids: readonly string[]) => boolean | null, number, RegExp | null]>([
    ['every pair of seven gains: twenty are told', 'abcdefg', ({ length }) => length >= 2, 20, /More than 20/],
    ['every pair of five: ten, and no larger set', 'abcde', ({ length }) => length >= 2, 10, null],
    ['only all five together', 'abcde', ({ length }) => length >= 5, 0, /more than 4 limits gain as well/],
    ['a pair, and five others together', 'abcdefg', pairOrFive, 1, /more than 4 limits gain as well/],
    ['nothing can be told of b', 'abc', (ids) => (ids.includes('b') ? null : ids.length > 1), 1, /took too long/],
  ])('%s', (_, limits, gains, sets, cut) => {
    const found = smallestSets([...limits], gains, true);
    expect(found.sets).toHaveLength(sets);
    if (cut) expect(found.cut).toMatch(cut);
    else expect(found.cut).toBeNull();
  });
});

function pairOrFive(ids: readonly string[]): boolean {
  return [...'ab'].every((id) => ids.includes(id)) || [...'cdefg'].every((id) => ids.includes(id));
}
