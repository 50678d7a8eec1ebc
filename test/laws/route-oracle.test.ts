import { describe, expect, test } from 'vitest';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Constraints, RouteQuestion } from '../../src/domain/questions.js';
import { monthOf, textOf } from '../../src/domain/time.js';
import * as make from '../support/rows.js';
import { routeOracle } from './route-oracle.js';

/** A degree of two stages of a year and 40 credits, each open in September; part-time at 1,000 pounds a stage. */
function world(over: Partial<Rows> = {}): Rows {
  return make.rowsWith({
    institutions: [make.institution('university'), make.institution('college')],
    registerParts: [make.registerPart('nurse')],
    qualifications: [
      make.qualification('honours'),
      make.qualification('gcse-maths', { kind: 'GCSE', level: 2, subject: 'maths' }),
    ],
    modules: [
      ...['d1', 'd2'].map((id) => make.module(id, { credits: 40, institution: 'university' })),
      make.module('s1', { credits: 40 }),
    ],
    programmes: [
      make.programme('degree', {
        credits: 80,
        leadsTo: ['nurse'],
        stages: [
          { credits: 40, core: ['d1'] },
          { credits: 40, core: ['d2'] },
        ],
      }),
      make.programme('evening', { award: 'gcse-maths', level: 2, institution: 'college', stages: [{}] }),
    ],
    deliveries: [
      make.delivery('degree-a', 'degree', {
        months: [12, 12],
        fee: { perStage: [1000, 1000] },
        entryPoints: [make.entryPoint(1), make.entryPoint(2)],
      }),
      make.delivery('evening-a', 'evening', {
        months: [4],
        concurrent: true,
        releaseDays: 0,
        entryPoints: [make.entryPoint(1)],
      }),
    ],
    ...over,
  });
}

function routes(rows: Rows, learner: Learner, constraints: Constraints = {}, first = '2026-09'): string[] {
  const question: RouteQuestion = {
    learner,
    registerPart: 'nurse',
    first: monthOf(first),
    constraints: { latest: monthOf(first) + 60, legs: 3, ...constraints },
    criteria: ['MONTHS', 'LEARNER_PART'],
  };
  return routeOracle(rows, question).map(
    ({ months, learnerPart, legs }) =>
      `${months} months, £${learnerPart}: ${legs.map(({ start, delivery, from, to }) => `${textOf(start)} ${delivery} ${from}-${to}`).join(', ')}`,
  );
}

const held: Learner = { modules: [{ module: 's1', on: '2026-08' }] };
const credited = { mappings: [make.mapping('m', ['s1'], ['d1'])] };

describe('the brute force over routes, on cases that can be worked out by hand', () => {
  test('a degree is studied from the next intake, in one leg', () => {
    expect(routes(world(), {})).toEqual(['24 months, £2000: 2026-09 degree-a 1-2']);
    expect(routes(world(), {}, {}, '2026-10')).toEqual(['35 months, £2000: 2027-09 degree-a 1-2']);
  });

  test('credit that makes stage 1 whole saves a year', () => {
    expect(routes(world(credited), held)).toEqual(['12 months, £1000: 2026-09 degree-a 2-2']);
  });

  test('a claim that must be lodged three months before misses the intake', () => {
    const policies = [make.policy('p', [], { claims: { lodgeMonths: 3, fee: 50 } })];
    expect(routes(world({ ...credited, policies }), held)).toEqual(['24 months, £1050: 2027-09 degree-a 2-2']);
  });

  test('credit that is stale by the next intake is lost', () => {
    const policies = [make.policy('p', [{ id: 'l', kind: 'currency', months: 12 }])];
    expect(routes(world({ ...credited, policies }), held, {}, '2026-09')).toEqual([
      '12 months, £1000: 2026-09 degree-a 2-2',
    ]);
    expect(routes(world({ ...credited, policies }), held, {}, '2026-10')).toEqual([
      '35 months, £2000: 2027-09 degree-a 1-2',
    ]);
  });

  test('an entry rule sends the learner to the evening class first', () => {
    const entryRules = [
      make.entryRule(
        'e',
        { kind: 'subject', subject: 'maths', level: 2, accepted: [{ kind: 'GCSE' }] },
        { programmes: ['degree'] },
      ),
    ];
    expect(routes(world({ entryRules }), {})).toEqual([
      '36 months, £2000: 2026-09 evening-a 1-1, 2027-09 degree-a 1-2',
    ]);
  });

  test('experience that goes on opens a door in time', () => {
    const entryRules = [make.entryRule('e', { kind: 'experience', months: 15 }, { programmes: ['degree'] })];
    const grows = (ongoing: boolean): Learner => ({ experience: [{ setting: 'ward', months: 3, ongoing }] });
    expect(routes(world({ entryRules }), grows(true))).toEqual(['36 months, £2000: 2027-09 degree-a 1-2']);
    expect(routes(world({ entryRules }), grows(false))).toEqual([]);
  });

  test('a loan pays until it is used up', () => {
    const funding = [make.fundingRule('g', 'loan', '1')];
    expect(routes(world({ funding }), { loanEntitlement: 1500 })).toEqual(['24 months, £500: 2026-09 degree-a 1-2']);
  });

  test('full-time study outside employment is no part-time route', () => {
    const deliveries = [make.delivery('degree-f', 'degree', { pace: 'full-time', months: [12, 12] })];
    expect(routes(world({ deliveries }), {})).toEqual([]);
    const modes = [{ pace: 'full-time' as const, employment: 'none' as const }];
    expect(routes(world({ deliveries }), {}, { modes })).toEqual(['24 months, £0: 2026-09 degree-f 1-2']);
  });

  test('who holds the award is there; who holds a part of the set has the rest to do', () => {
    expect(routes(world(), { awards: [{ award: 'degree', on: '2020-06' }] })).toEqual(['0 months, £0: ']);
    const registerParts = [make.registerPart('nurse', { sets: [{ programmes: ['evening', 'degree'] }] })];
    const degree = make.programme('degree', {
      credits: 80,
      stages: [
        { credits: 40, core: ['d1'] },
        { credits: 40, core: ['d2'] },
      ],
    });
    const rows = world({ registerParts, programmes: [degree, world().programmes[1]!] });
    expect(routes(rows, { awards: [{ award: 'degree', on: '2020-06' }] })).toEqual([
      '4 months, £0: 2026-09 evening-a 1-1',
    ]);
    expect(routes(rows, {})).toEqual(['24 months, £2000: 2026-09 degree-a 1-2, 2026-09 evening-a 1-1']);
  });

  test('a module offered singly brings entry at stage 2', () => {
    const s1 = make.module('s1', {
      credits: 40,
      offers: [{ id: 's1-single', fee: 100, intakes: [5], months: 4, releaseDays: 0 }],
    });
    const modules = [...world().modules.filter(({ id }) => id !== 's1'), s1];
    expect(routes(world({ ...credited, modules }), {}, {}, '2027-05')).toEqual([
      '16 months, £1100: 2027-05 s1-single 1-1, 2027-09 degree-a 2-2',
    ]);
  });

  test('progress lapses with a span, and the programme is begun anew', () => {
    const policies = [make.policy('p', [{ id: 'l', kind: 'span', since: 'enrolment', months: 30 }])];
    const begun = (on: string): Learner => ({ modules: [{ module: 'd1', on, programme: 'degree' }] });
    expect(routes(world({ policies }), begun('2025-03'))).toEqual(['12 months, £1000: 2026-09 degree-a 2-2']);
    expect(routes(world({ policies }), begun('2025-02'))).toEqual(['24 months, £2000: 2026-09 degree-a 1-2']);
  });

  test('who still lacks an outstanding module but no part of the last stage cannot finish in no time', () => {
    const months = {
      months: [6, 6],
      entryPoints: [make.entryPoint(1), make.entryPoint(2, { outstanding: { credits: 40 } })],
    };
    const deliveries = [make.delivery('degree-a', 'degree', { ...months, paced: 'module' })];
    const last: Learner = { modules: [{ module: 'd2', on: '2026-08', programme: 'degree' }] };
    expect(routes(world({ deliveries }), last)).toEqual(['6 months, £0: 2026-09 degree-a 1-2']);
  });

  test('an exit award gained again with a module more serves an agreement', () => {
    const qualifications = [
      ...world().qualifications,
      make.qualification('certhe', { level: 4 }),
      make.qualification('fdsc'),
    ];
    const foundation = make.programme('foundation', {
      award: 'fdsc',
      institution: 'college',
      stages: [
        {
          credits: 80,
          core: ['s1'],
          groups: [{ id: 'g', choose: { members: 1 }, members: ['s2', 's3'] }],
          exitAward: 'certhe',
        },
        { credits: 20, core: ['s4'] },
      ],
    });
    const rows = world({
      qualifications,
      modules: [
        make.module('d1', { credits: 80 }),
        make.module('d2', { credits: 40 }),
        ...['s1', 's2', 's3', 's4'].map((id) => make.module(id, { credits: 40 })),
      ],
      programmes: [
        make.programme('degree', {
          leadsTo: ['nurse'],
          stages: [
            { credits: 80, core: ['d1'] },
            { credits: 40, core: ['d2'] },
          ],
        }),
        foundation,
      ],
      deliveries: [
        ...world().deliveries.slice(0, 1),
        make.delivery('foundation-a', 'foundation', { months: [12, 12], fee: { perStage: [0, 0] } }),
      ],
      agreements: [make.agreement('a', 'certhe', 'degree', 2)],
    });
    const certhe: Learner = { awards: [{ award: 'certhe', programme: 'foundation', stage: 1, on: '2025-08' }] };
    expect(routes(rows, certhe)).toEqual(['24 months, £1000: 2026-09 foundation-a 1-1, 2027-09 degree-a 2-2']);
  });
});
