import type { Rows } from '../../src/domain/catalogue.js';
import type { Accepts, Condition, SubjectCondition } from '../../src/domain/conditions.js';
import type { Tariff } from '../../src/domain/funding.js';
import type { Learner } from '../../src/domain/learner.js';
import type { EntryQuestion } from '../../src/domain/questions.js';
import type { EntryRule } from '../../src/domain/recognition.js';
import { type Month, monthOf, textOf, type Validity } from '../../src/domain/time.js';
import { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';

/** Entry rules in small, a learner and a question about them. */
export interface EntryCase {
  seed: number;
  rows: Rows;
  question: EntryQuestion;
}

const GRADES = [['9'], ['8', 'A*'], ['7', 'A'], ['6', 'B'], ['5'], ['4', 'C'], ['3', 'D'], ['2', 'E'], ['1', 'F', 'G']];

const QUALIFICATIONS = [
  make.qualification('gcse-maths', { kind: 'GCSE', level: 2, subject: 'maths', grades: GRADES }),
  make.qualification('gcse-english', { kind: 'GCSE', level: 2, subject: 'English', grades: GRADES }),
  make.qualification('skills-maths', { kind: 'functional-skills', level: 2, subject: 'maths' }),
  make.qualification('skills-maths-1', { kind: 'functional-skills', level: 1, subject: 'maths' }),
  make.qualification('skills-english', { kind: 'functional-skills', level: 2, subject: 'English' }),
  make.qualification('access', { kind: 'access', level: 3 }),
  make.qualification('btec', { kind: 'BTEC', level: 3, grades: [['D*'], ['D'], ['M'], ['P']] }),
  make.qualification('fdsc', { kind: 'FdSc', level: 5 }),
  make.qualification('certhe', { kind: 'CertHE', level: 4 }),
  make.qualification('hnd', { kind: 'HND', level: 5, creditsByLevel: { 4: 120, 5: 120 } }),
  make.qualification('honours', { kind: 'honours', level: 6 }),
];

const tariff = (id: string, points: Tariff['points'], valid: Validity): Tariff => {
  const { source, basis } = make.region(id);
  return { id, name: id, source, basis, points, ...valid };
};

/** A random case; the same seed gives the same one. */
export function entryCase(seed: number): EntryCase {
  const dice = new Dice(seed);
  const start = monthOf(dice.one(['2026-09', '2027-01', '2027-08']));
  const rows = make.rowsWith({
    institutions: [make.institution('university'), make.institution('college')],
    registerParts: [
      make.registerPart('nurse'),
      make.registerPart('midwife', { sets: [{ programmes: ['foundation'] }] }),
    ],
    qualifications: QUALIFICATIONS,
    modules: ['f1', 'f2', 'f3', 'd1', 'd2'].map((id, at) => make.module(id, { credits: 30, level: at === 2 ? 5 : 4 })),
    programmes: [
      make.programme('degree', { leadsTo: ['nurse'], stages: [{ core: ['d1'] }, { core: ['d2'] }] }),
      make.programme('foundation', {
        institution: 'college',
        award: 'fdsc',
        level: 5,
        stages: [{ core: ['f1', 'f2'], exitAward: 'certhe' }, { core: ['f3'] }],
      }),
    ],
    deliveries: [make.delivery('degree-pt', 'degree'), make.delivery('degree-ft', 'degree', { pace: 'full-time' })],
    tariffs: [
      tariff('tariff-old', [{ qualification: 'btec', grade: 'M', points: 32 }], { to: '2026-12-31' }),
      tariff(
        'tariff-new',
        [
          { qualification: 'btec', grade: 'D', points: 48 },
          { kind: 'BTEC', grade: 'M', points: 40 },
          { kind: 'access', grade: 'D', points: 48 },
        ],
        { from: '2027-01-01' },
      ),
    ],
    entryRules: Array.from({ length: dice.one([0, 1, 1, 1, 2, 2, 3]) }, (_, at) => ruleOf(dice, `r${at + 1}`, start)),
  });
  const question: EntryQuestion = {
    learner: learnerOf(dice, start),
    programme: dice.chance(0.9) ? 'degree' : 'foundation',
    start,
    stage: dice.one([1, 1, 2]),
    ...dice.maybe(0.4, () => ({ entryRoute: dice.one(['access', 'apprenticeship']) })),
  };
  if (question.programme === 'degree') question.delivery = dice.one(['degree-pt', 'degree-ft']);
  return { seed, rows, question };
}

function ruleOf(dice: Dice, id: string, start: Month): EntryRule {
  return make.entryRule(id, conditionOf(dice, dice.one([0, 1, 2, 2, 2])), {
    ...dice.maybe(0.15, () => ({ registerParts: [dice.one(['nurse', 'nurse', 'midwife'])] })),
    ...dice.maybe(0.15, () => ({ institutions: [dice.one(['university', 'university', 'college'])] })),
    ...dice.maybe(0.15, () => ({ programmes: [dice.one(['degree', 'degree', 'foundation'])] })),
    ...dice.maybe(0.12, () => ({ deliveries: [dice.one(['degree-pt', 'degree-ft'])] })),
    ...dice.maybe(0.12, () => ({ stages: [dice.one([1, 2])] })),
    ...dice.maybe(0.12, () => ({ entryRoute: dice.one(['access', 'apprenticeship']) })),
    ...dice.maybe(0.1, () =>
      dice.one([{ minimumAge: 18 }, { minimumAge: 21 }, { maximumAge: 20 }, { maximumAge: 21 }]),
    ),
    ...dice.maybe(0.12, () =>
      dice.one([
        { from: textOf(start) },
        { from: `${textOf(start)}-02` },
        { to: textOf(start - 1) },
        { to: `${textOf(start)}-01` },
      ]),
    ),
  });
}

/** A tree of this depth at the most, with no more than ten leaves. */
function conditionOf(dice: Dice, depth: number): Condition {
  if (depth === 0 || dice.chance(0.15)) return leafOf(dice);
  const of = Array.from({ length: dice.whole(1, 3) }, () => conditionOf(dice, depth - 1));
  const kind = dice.one(['all', 'any', 'atLeast'] as const);
  return kind === 'atLeast' ? { kind, n: dice.whole(1, of.length + (dice.chance(0.1) ? 1 : 0)), of } : { kind, of };
}

function leafOf(dice: Dice): Condition {
  const kind = dice.one([
    'subject',
    'subject',
    'subject',
    'award',
    'award',
    'award',
    'credits',
    'tariff',
    'experience',
    'experience',
    'employment',
    'registration',
    'declaration',
    'judgement',
  ] as const);
  switch (kind) {
    case 'subject':
      return subjectOf(dice);
    case 'award':
      return {
        kind,
        ...dice.one([
          { kinds: [dice.one(['FdSc', 'HND', 'access', 'CertHE'])] },
          { awards: [dice.one(['foundation', 'fdsc', 'hnd', 'access', 'certhe'])] },
          { minimumLevel: dice.one([3, 4, 5, 6]) },
          { kinds: ['BTEC'], grade: dice.one(['D', 'M', 'P']) },
        ]),
        ...dice.maybe(0.2, () => ({ minimumLevel: dice.one([4, 5]) })),
        ...dice.maybe(0.25, () => ({ mark: dice.one([50, 60]) })),
        ...dice.maybe(0.3, () => ({ maximumMonths: dice.one([35, 36, 60]) })),
      };
    case 'credits':
      return { kind, credits: dice.one([30, 60, 90, 120, 150]), level: dice.one([4, 4, 5]) };
    case 'tariff':
      return { kind, points: dice.one([32, 40, 48, 80, 96]) };
    case 'experience':
      return {
        kind,
        months: dice.one([6, 12, 18, 24]),
        ...dice.maybe(0.6, () => ({ settings: dice.some(['care', 'school', 'ward'], dice.whole(1, 2)) })),
        ...dice.maybe(0.4, () => ({ hoursPerWeek: dice.one([15, 30]) })),
      };
    case 'employment':
      return {
        kind,
        ...dice.maybe(0.5, () => ({ sectors: [dice.one(['health', 'social-care'])] })),
        ...dice.maybe(0.4, () => ({ hoursPerWeek: dice.one([20, 30]) })),
        ...dice.maybe(0.4, () => ({ nominated: true })),
      };
    case 'registration':
      return {
        kind,
        parts: dice.one([['midwife'], ['nurse', 'midwife'], ['nurse']]),
        ...dice.maybe(0.5, () => ({ status: dice.one(['current', 'lapsed', 'either'] as const) })),
        ...dice.maybe(0.4, () => ({ sinceMonths: dice.one([24, 25]) })),
      };
    case 'declaration':
      return { kind, declaration: dice.one(['dbs', 'good-character']) };
    case 'judgement':
      return { kind, judgement: 'interview' };
  }
}

/** Some proofs are accepted, some considered; now and then one of an accepted kind is refused. */
function subjectOf(dice: Dice): SubjectCondition {
  const subject = dice.one(['maths', 'English']);
  const gcse = (): Accepts => ({
    qualification: `gcse-${subject.toLowerCase()}`,
    grade: dice.one(['4', '5', 'C', 'B', '6']),
  });
  const kinds = (): Accepts =>
    dice.one<Accepts>([
      { kind: 'functional-skills' },
      { kind: 'GCSE', grade: dice.one(['4', '5']) },
      { kind: 'access' },
    ]);
  const considered = dice.maybe(0.4, () => ({ considered: [kinds()] }));
  const refused = (): Accepts =>
    dice.one<Accepts>([{ qualification: `skills-${subject.toLowerCase()}` }, { kind: 'access' }]);
  return {
    kind: 'subject',
    subject,
    level: 2,
    accepted: dice.chance(0.7) ? [gcse(), ...(dice.chance(0.4) ? [kinds()] : [])] : [kinds()],
    ...considered,
    ...dice.maybe(0.15, () => ({ refused: [refused()] })),
  };
}

function learnerOf(dice: Dice, start: Month): Learner {
  const ago = (...months: number[]): string => textOf(start - dice.one(months));
  const dated = () => ({ on: ago(12, 35, 36, 37, 60, 61) });
  const grade = (...grades: string[]) => dice.maybe(0.85, () => ({ grade: dice.one(grades) }));
  const mark = () => dice.maybe(0.6, () => ({ mark: dice.one([49, 50, 60, 70]) }));
  return {
    awards: dice.some(
      [
        { award: 'gcse-maths', ...grade('3', '4', 'C', '5', 'A*'), ...dated() },
        { award: 'gcse-english', ...grade('3', '4', 'C', '5', 'A*'), ...dated() },
        { award: dice.one(['skills-maths', 'skills-maths-1', 'skills-english']), ...dated() },
        { award: 'access', ...grade('D', 'M'), ...mark(), ...dated() },
        { award: 'btec', ...grade('D', 'M', 'P'), ...mark(), ...dated() },
        dice.one([
          { award: 'foundation', ...mark(), ...dated() },
          { award: 'fdsc', programme: 'foundation', ...mark(), ...dated() },
          { award: 'fdsc', ...mark() },
          { award: 'foundation', stage: 1, ...dated() },
        ]),
        { award: 'hnd', ...mark(), ...dated() },
      ],
      dice.whole(0, 4),
    ),
    ...dice.maybe(0.4, () => ({
      modules: dice.some(['f1', 'f2', 'f3', 'd1'], 2).map((module) => ({ module, ...dated() })),
    })),
    experience: dice.some(['care', 'care', 'school', 'ward'], dice.whole(0, 3)).map((setting) => ({
      setting,
      months: dice.one([6, 12, 18]),
      ...dice.maybe(0.7, () => ({ hoursPerWeek: dice.one([14, 15, 30, 37.5]) })),
    })),
    ...dice.maybe(0.7, () => ({
      employment: {
        ...dice.maybe(0.8, () => ({ sector: dice.one(['health', 'social-care', 'retail']) })),
        ...dice.maybe(0.8, () => ({ hoursPerWeek: dice.one([19, 20, 30]) })),
        ...dice.maybe(0.6, () => ({ nominated: dice.chance(0.6) })),
      },
    })),
    ...dice.maybe(0.5, () => ({
      registrations: [
        {
          part: dice.one(['midwife', 'midwife', 'nurse']),
          status: dice.one(['current', 'lapsed'] as const),
          ...dice.maybe(0.7, () => ({ since: ago(24, 25, 40) })),
        },
      ],
    })),
    declarations: {
      ...dice.maybe(0.5, () => ({ dbs: dice.chance(0.6) })),
      ...dice.maybe(0.3, () => ({ 'good-character': true })),
    },
    ...dice.maybe(0.7, () => ({ born: textOf(start - 12 * dice.whole(17, 22) - dice.one([0, 1, 11])) })),
  };
}
