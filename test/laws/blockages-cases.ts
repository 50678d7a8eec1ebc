import type { BlockageQuestion } from '../../src/domain/blockage.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Condition } from '../../src/domain/conditions.js';
import type { Cohort } from '../../src/domain/funding.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Limit } from '../../src/domain/limits.js';
import type { Delivery } from '../../src/domain/provision.js';
import { monthOf, textOf } from '../../src/domain/time.js';
import { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';

/** A region in small, with people in it, and a question about them. */
export interface BlockageCase {
  seed: number;
  rows: Rows;
  question: BlockageQuestion;
}

const FIRST = monthOf('2026-09');
const GRADES = [['5'], ['4'], ['3']];

/** A random case; the same seed gives the same one. */
export function blockageCase(seed: number): BlockageCase {
  const dice = new Dice(seed);
  const stages = dice.one([2, 2, 3]);
  const targets = Array.from({ length: stages }, (_, stage) =>
    Array.from({ length: dice.whole(1, 2) }, (_, at) =>
      make.module(`t${stage + 1}${at + 1}`, {
        institution: 'university',
        credits: dice.one([20, 20, 30]),
        level: dice.one([4, 4, 4, stage + 4]),
        practiceHours: dice.one([0, 40, 80]),
        theoryHours: 60,
      }),
    ),
  );
  const sources = Array.from({ length: dice.whole(2, 3) }, (_, at) =>
    make.module(`s${at + 1}`, {
      credits: dice.one([20, 30, 30]),
      level: dice.one([4, 5, 5]),
      ...dice.maybe(0.4, () => ({ theoryHours: 60, practiceHours: dice.one([0, 40]) })),
      ...dice.maybe(0.5, () => ({ unsupervisedHours: 60 })),
    }),
  );
  const all = targets.flat();
  const hours = {
    theoryHours: 60 * all.length,
    practiceHours: all.reduce((sum, one) => sum + (one.practiceHours ?? 0), 0),
  };
  const mappings = dice.some(all, dice.whole(0, 3)).map((target, at) =>
    make.mapping(`m${at + 1}`, [dice.one(sources).id], [target.id], {
      status: dice.one(['agreed', 'agreed', 'proposed', 'refused'] as const),
      ...dice.maybe(0.1, () => ({ from: textOf(FIRST + 4) })),
    }),
  );
  const rows = make.rowsWith({
    regions: [make.region('north'), make.region('south')],
    institutions: [make.institution('university', { place: { region: 'north' } }), make.institution('college')],
    registerParts: [make.registerPart('nurse'), make.registerPart('midwife')],
    qualifications: [
      make.qualification('honours'),
      make.qualification('fdsc', { kind: 'FdSc', level: 5 }),
      make.qualification('gcse-maths', { kind: 'GCSE', level: 2, subject: 'maths', grades: GRADES }),
      make.qualification('skills-maths', { kind: 'functional-skills', level: 2, subject: 'maths' }),
      make.qualification('gcse-english', { kind: 'GCSE', level: 2, subject: 'english', grades: GRADES }),
      make.qualification('skills-english', { kind: 'functional-skills', level: 2, subject: 'english' }),
    ],
    modules: [...all, ...sources],
    programmes: [
      make.programme('degree', {
        leadsTo: ['nurse'],
        credits: all.reduce((sum, { credits }) => sum + credits, 0),
        ...hours,
        stages: targets.map((own) => ({
          core: own.map(({ id }) => id),
          credits: own.reduce((sum, { credits }) => sum + credits, 0),
        })),
      }),
      make.programme('foundation', {
        institution: 'college',
        award: 'fdsc',
        level: 5,
        stages: [{ core: sources.map(({ id }) => id) }],
      }),
      make.programme('class', { institution: 'college', award: 'gcse-maths', level: 2, grade: '4', stages: [{}] }),
    ],
    deliveries: [
      ...Array.from({ length: dice.one([1, 1, 2]) }, (_, at) => deliveryOf(dice, `d${at + 1}`, stages)),
      make.delivery('class-pt', 'class', {
        employment: 'beside',
        distance: true,
        months: [dice.one([3, 5])],
        entryPoints: [{ stage: 1, months: [9, 10] }],
      }),
    ],
    mappings,
    agreements: dice.chance(0.3)
      ? [make.agreement('a1', 'foundation', 'degree', 2, { status: dice.one(['agreed', 'proposed'] as const) })]
      : [],
    policies: [make.policy('uni', limitsOf(dice), { institutions: ['university'] })],
    entryRules: Array.from({ length: dice.one([0, 1, 1, 2]) }, (_, at) =>
      make.entryRule(`r${at + 1}`, conditionOf(dice), {
        programmes: ['degree'],
        ...dice.maybe(0.1, () => ({ stages: [2] })),
      }),
    ),
    support: dice.chance(0.4)
      ? [
          {
            id: 'salary',
            name: 'salary',
            payer: 'board',
            kind: 'salary',
            source: { document: 'Made up for a test' },
            basis: 'illustrative',
            ...dice.one([{ to: '2020-01' }, { regions: ['south'] }, { from: textOf(FIRST + 6) }, {}]),
          },
        ]
      : [],
    cohorts: Array.from({ length: dice.one([1, 2]) }, (_, at) => cohortOf(dice, `c${at + 1}`)),
  });
  const question: BlockageQuestion = {
    region: 'north',
    registerParts: ['nurse'],
    first: FIRST,
    standard: { credits: dice.one([0, 20, 20, 40]), stage: dice.one([1, 2, 2, 2, 3]) },
    budgets: [dice.one([2, 3, 4, 4])],
    ...dice.maybe(0.1, () => ({ nominated: true })),
    levers: {
      terms: [
        { kind: dice.one(['agree', 'lift', 'accept', 'open', 'nominate'] as const), leadMonths: dice.one([0, 3, 13]) },
      ],
    },
  };
  return { seed, rows, question };
}

function deliveryOf(dice: Dice, id: string, stages: number): Delivery {
  const later = Array.from({ length: stages - 1 }, (_, at) => at + 2).filter(() => dice.chance(0.6));
  return make.delivery(id, 'degree', {
    employment: dice.one(['beside', 'apprenticeship', 'beside', 'none']),
    months: Array.from({ length: stages }, () => 12),
    place: { region: dice.one(['north', 'north', 'south']) },
    entryPoints: [
      make.entryPoint(1),
      ...later.map((stage) =>
        make.entryPoint(stage, {
          months: [dice.one([9, 1])],
          ...dice.maybe(0.1, () => ({ outstanding: { credits: 20 } })),
          ...dice.maybe(0.1, () => ({ to: '2026-08' })),
        }),
      ),
    ],
    ...dice.maybe(0.1, () => ({ distance: true })),
    ...dice.maybe(0.15, () => dice.one([{ to: '2026-06' }, { lastEntry: '2026-08' }])),
    ...dice.maybe(0.35, () => ({ nomination: true, ...dice.maybe(0.4, () => ({ support: ['salary'] })) })),
  });
}

const limitsOf = (dice: Dice): Limit[] =>
  dice.some<Limit>(
    [
      { id: 'share', kind: 'share', fraction: dice.one(['1/3', '1/2']) },
      { id: 'credits', kind: 'credits', credits: dice.one([20, 40]) },
      { id: 'currency', kind: 'currency', months: 36 },
      { id: 'span', kind: 'span', months: dice.one([48, 72]), since: 'oldest-source' },
      { id: 'final', kind: 'stage', stage: 1, credits: 0 },
      { id: 'minimum', kind: 'minimum', credits: 40 },
      { id: 'whole', kind: 'whole-stages' },
      { id: 'floor', kind: 'hours', floor: { theory: 60, practice: dice.one([40, 120]) } },
      { id: 'cap', kind: 'hours', cap: '1/2' },
      { id: 'mark', kind: 'mark', mark: 50 },
      { id: 'module', kind: 'module', modules: ['t11'] },
    ],
    dice.one([0, 1, 1, 2, 3]),
  );

function conditionOf(dice: Dice, deep = true): Condition {
  const subject = (name: 'maths' | 'english'): Condition => ({
    kind: 'subject',
    subject: name,
    level: 2,
    accepted: [{ qualification: `gcse-${name}`, grade: '4' }],
    ...dice.maybe(0.2, () => ({ refused: [{ kind: 'functional-skills' }] })),
    ...dice.maybe(0.1, () => ({ considered: [{ kind: 'functional-skills' }] })),
  });
  const leaf = (): Condition =>
    dice.one<() => Condition>([
      () => subject('maths'),
      () => subject('maths'),
      () => subject('english'),
      () => ({ kind: 'employment', nominated: true }),
      () => ({ kind: 'experience', months: 14 }),
      () => ({ kind: 'award', kinds: ['FdSc'] }),
      () => ({ kind: 'registration', parts: ['midwife'] }),
      () => ({ kind: 'judgement', judgement: 'interview' }),
    ])();
  if (!deep || dice.chance(0.35)) return leaf();
  const of = Array.from({ length: dice.whole(2, 3) }, () => conditionOf(dice, false));
  return dice.chance(0.6) ? { kind: 'all', of } : { kind: 'any', of };
}

function cohortOf(dice: Dice, id: string): Cohort {
  const learner: Learner = {
    awards: [
      ...(dice.chance(0.85)
        ? [{ award: 'foundation', on: dice.one(['2024-09', '2023-10', '2023-08', '2021-07']) }]
        : []),
      ...dice.one([
        [],
        [{ award: 'skills-maths' }],
        [{ award: 'gcse-maths', grade: dice.one(['3', '4']) }],
        [{ award: 'gcse-maths', grade: '3' }, { award: 'skills-maths' }],
      ]),
      ...dice.one([[], [{ award: 'skills-english' }], [{ award: 'gcse-english', grade: '4' }]]),
    ],
    experience: [{ setting: 'care', months: dice.one([6, 12]), ...dice.maybe(0.6, () => ({ ongoing: true })) }],
    ...dice.maybe(0.8, () => ({ employment: { sector: 'health', ...dice.maybe(0.3, () => ({ nominated: true })) } })),
  };
  return {
    id,
    name: id,
    people: dice.whole(1, 40),
    region: 'north',
    seeks: dice.one([['nurse'], ['nurse'], ['nurse'], ['nurse', 'midwife'], ['midwife']]),
    learner,
    source: { document: 'Made up for a test' },
    basis: 'illustrative',
  };
}
