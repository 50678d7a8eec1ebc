import type { Change } from '../../src/domain/catalogue.js';
import { applyChanges } from '../../src/domain/changes.js';
import type { Constraints } from '../../src/domain/questions.js';
import { monthOf } from '../../src/domain/time.js';
import { assess } from '../../src/engines/credit/assess.js';
import { judgeEntry } from '../../src/engines/entry/judge.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import type { Answered } from './ask.js';
import { england } from './england.js';
import { type Person, person } from './people.js';

/** A question of an edge case: in words, and what the engines answer, over England or a catalogue laid over it. */
export interface EdgeQuestion {
  readonly asks: string;
  readonly catalogue: Catalogue;
  readonly answer: () => Answered;
}

/** A case in which rules are easily got wrong, in a sentence, with what is asked of it. */
export interface Edge {
  readonly id: string;
  readonly situation: string;
  readonly questions: readonly EdgeQuestion[];
}

interface Credit {
  asks: string;
  who: Person;
  programme: string;
  start: string;
  delivery?: string;
  catalogue?: Catalogue;
}

const credit = ({ asks, who, programme, start, delivery, catalogue = england }: Credit): EdgeQuestion => ({
  asks,
  catalogue,
  answer: () => {
    const question = { learner: person(who), programme, start: monthOf(start), ...(delivery ? { delivery } : {}) };
    return { ask: 'credit', answer: assess(catalogue, question) };
  },
});

const entry = (asks: string, who: Person, programme: string, start: string): EdgeQuestion => ({
  asks,
  catalogue: england,
  answer: () => ({
    ask: 'entry',
    answer: judgeEntry(england, { learner: person(who), programme, start: monthOf(start) }),
  }),
});

const routes = (
  asks: string,
  who: Person,
  registerPart: string,
  first: string,
  constraints: Constraints,
): EdgeQuestion => ({
  asks,
  catalogue: england,
  answer: () => ({
    ask: 'routes',
    answer: findRoutes(england, { learner: person(who), registerPart, first: monthOf(first), constraints }),
  }),
});

/** England with rows laid over it that nobody has published. Throws where they do not fit. */
function supposing(...changes: Change[]): Catalogue {
  const { rows, problems } = applyChanges(england.rows, changes);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return new Catalogue(rows);
}

const supposed = { source: { document: 'Supposed for this case' }, basis: 'illustrative', status: 'agreed' };

const mapping = (id: string, sources: string[], targets: string[]): Change => ({
  op: 'put',
  kind: 'mappings',
  row: { id, sources, targets, strength: 'precedent', ...supposed },
});

/** A programme whose first stage holds some modules besides, or instead. */
function teaching(id: string, modules: string[], besides: boolean): Change {
  const programme = england.programmes.get(id);
  const [first, ...later] = programme?.stages ?? [];
  const core = besides ? [...(first?.core ?? []), ...modules] : modules;
  return { op: 'put', kind: 'programmes', row: { ...programme, id, stages: [{ ...first, core }, ...later] } };
}

const PORTSMOUTH = 'du-10007155-U2663FTC';
const transfer = [
  teaching(PORTSMOUTH, ['essex-nursing-m03'], false),
  mapping('supposed-at-portsmouth', ['essex-hs704'], ['essex-nursing-m03']),
];
const portfolio: Change = {
  op: 'put',
  kind: 'experienceMappings',
  row: {
    id: 'supposed-portfolio',
    settings: ['acute-care'],
    months: 24,
    targets: ['essex-nursing-m03'],
    strength: 'discretion',
    ...supposed,
  },
};

const SHEFFIELD_OT = 'sheffield-hallam-occupational-therapy-app';
const RADIOGRAPHY = 'canterbury-christ-church-diagnostic-radiography';
const HUDDERSFIELD = 'huddersfield-diagnostic-radiography-app';
const nursingAssociate: Person = { holds: [{ award: 'exeter-fdsc-nursing-associate', on: '2024-07' }] };
const imaging = (on: string, level2: Person['level2'] = 'GCSE'): Person => ({
  holds: [{ award: 'canterbury-christ-church-fdsc-imaging-ap', on }],
  works: 'imaging',
  level2,
});
const essex = (on: string): Person => ({ holds: [{ award: 'essex-fdsc-health-science', on }] });
const uclan = (registered: boolean): Person => ({
  holds: [{ award: 'uclan-fdsc-nursing-associate', on: '2025-07' }],
  ...(registered ? { nursingAssociateSince: '2025-09' } : {}),
});
const modules = (on: string, ...ids: string[]): Person => ({ modules: ids.map((module) => ({ module, on })) });
const bridged = (...also: string[]): Person => ({
  modules: [
    { module: 'ou-k101', on: '2019-06' },
    { module: 'ou-k117', on: '2019-06' },
    ...also.map((module) => ({ module, on: '2021-06' })),
  ],
});

/** The edge cases of the field, in the order in which they were collected; each is said as a tutor would say it. */
export const EDGES: readonly Edge[] = [
  {
    id: 'e1',
    situation:
      'A foundation degree of the same university carries credit, but English and maths are functional skills, which the programme refuses.',
    questions: [
      credit({
        asks: 'What credit into diagnostic radiography?',
        who: imaging('2023-07', 'functional skills'),
        programme: RADIOGRAPHY,
        start: '2024-09',
      }),
      entry('May they start at all?', imaging('2023-07', 'functional skills'), RADIOGRAPHY, '2024-09'),
    ],
  },
  {
    id: 'e2',
    situation: 'A foundation degree was completed six years ago, and five institutions look at it.',
    questions: [
      credit({
        asks: 'Open University, which looks back sixteen years?',
        who: { holds: [{ award: 'ou-fd-healthcare-practice-x16', on: '2019-07' }] },
        programme: 'ou-nursing-adult-r39',
        delivery: 'ou-nursing-adult-r39-app-half-way',
        start: '2025-10',
      }),
      credit({
        asks: 'Canterbury Christ Church, full-time, year 2?',
        who: imaging('2019-07'),
        programme: RADIOGRAPHY,
        delivery: `${RADIOGRAPHY}-ft-year-2`,
        start: '2025-09',
      }),
      credit({
        asks: 'Canterbury Christ Church, as an apprenticeship?',
        who: imaging('2019-07'),
        programme: RADIOGRAPHY,
        delivery: `${RADIOGRAPHY}-app`,
        start: '2025-09',
      }),
      credit({
        asks: 'Central Lancashire, which asks for a statement of currency?',
        who: { holds: [{ award: 'uclan-fdsc-assistant-practitioner', on: '2019-07' }] },
        programme: 'uclan-rnda-adult',
        start: '2025-09',
      }),
      credit({
        asks: 'Portsmouth, by transfer, were one module of it mapped?',
        who: essex('2019-07'),
        programme: PORTSMOUTH,
        start: '2025-09',
        catalogue: supposing(...transfer),
      }),
      credit({
        asks: 'Portsmouth, by transfer, had it been completed four years ago?',
        who: essex('2021-07'),
        programme: PORTSMOUTH,
        start: '2025-09',
        catalogue: supposing(...transfer),
      }),
      credit({
        asks: 'Portsmouth, by a portfolio of work kept up to date?',
        who: essex('2019-07'),
        programme: PORTSMOUTH,
        start: '2025-09',
        catalogue: supposing(...transfer, portfolio),
      }),
    ],
  },
  {
    id: 'e3',
    situation: 'A module of the Open University was passed seventeen years ago, another fifteen.',
    questions: ['1998-06', '2000-09'].map((on) =>
      credit({
        asks: `What does K101, passed in ${on}, carry there in September 2015?`,
        who: modules(on, 'ou-k101'),
        programme: 'ou-nursing-adult-q73',
        start: '2015-09',
      }),
    ),
  },
  {
    id: 'e4',
    situation: 'A nursing associate holds 240 credits; the regulator takes half, and each university its own share.',
    questions: [
      ['Sheffield Hallam', 'sheffield-hallam-nursing-adult'],
      ['Leicester', 'leicester-nursing-adult'],
      ['Southampton', 'southampton-nursing-adult'],
    ].map(([name, programme = '']) => credit({ asks: `${name}?`, who: nursingAssociate, programme, start: '2026-09' })),
  },
  {
    id: 'e5',
    situation: 'An assistant practitioner in imaging lacks the skeleton, and so the first year is not exempt.',
    questions: [
      credit({
        asks: 'What credit into diagnostic radiography, and what keeps year 2 shut?',
        who: imaging('2024-07'),
        programme: RADIOGRAPHY,
        start: '2026-09',
      }),
    ],
  },
  {
    id: 'e6',
    situation: 'Credit for part of a year saves no time, and some universities give none under a minimum.',
    questions: [
      credit({
        asks: 'Essex, for the foundation degree of Essex, whose practice was for the staff of one trust?',
        who: essex('2019-07'),
        programme: 'essex-nursing-adult',
        start: '2020-10',
      }),
      ...[['essex-hs700'], ['essex-hs700', 'essex-hs702']].map((held) =>
        credit({
          asks: `Sheffield Hallam, for ${held.length === 1 ? 'one module of 15 credits' : 'two modules of 15 credits'}, were they taught there?`,
          who: modules('2024-07', ...held),
          programme: SHEFFIELD_OT,
          start: '2025-10',
          catalogue: supposing(teaching(SHEFFIELD_OT, ['essex-hs700', 'essex-hs702'], true)),
        }),
      ),
    ],
  },
  {
    id: 'e7',
    situation: 'Occupational therapy does not accept an NVQ; an HND opens it, however old.',
    questions: [
      ['With an HND of 2010?', 'dghe-hnd-healthcare-practice'],
      ['With an NVQ 3 of 2010?', 'nvq3'],
    ].map(([asks = '', award = '']) =>
      entry(asks, { holds: [{ award, on: '2010-07' }] }, 'northampton-occupational-therapy-app', '2025-09'),
    ),
  },
  {
    id: 'e8',
    situation: 'Midwifery recognises no prior learning at all.',
    questions: [
      credit({
        asks: 'Cumbria, were a module of a nursing associate mapped to it?',
        who: { holds: [{ award: 'york-fdsc-nursing-associate', on: '2024-07' }] },
        programme: 'cumbria-midwifery-app',
        start: '2025-09',
        catalogue: supposing(mapping('supposed-in-midwifery', ['york-na-m07'], ['cumbria-midwifery-m01'])),
      }),
    ],
  },
  {
    id: 'e9',
    situation: 'York counts 2,300 of the 2,400 hours of a nursing associate towards 4,640; half would be 2,320.',
    questions: [
      credit({
        asks: 'How many hours are credited, and how many are still to study?',
        who: { holds: [{ award: 'york-fdsc-nursing-associate', on: '2024-07' }] },
        programme: 'york-rnda-adult-accelerated',
        start: '2025-03',
      }),
    ],
  },
  {
    id: 'e10',
    situation: 'Of two holders of one foundation degree one is registered as a nursing associate.',
    questions: [
      ['uclan-rnda-adult', 'Central Lancashire'],
      ['exeter-rnda-adult-top-up', 'Exeter'],
    ].flatMap(([programme = '', name]) =>
      [true, false].map((registered) =>
        entry(`${name}, ${registered ? 'registered' : 'not registered'}?`, uclan(registered), programme, '2026-04'),
      ),
    ),
  },
  {
    id: 'e11',
    situation: 'Who moves to another region loses the salary support of the first.',
    questions: ['letb-north-west', 'letb-south-london'].map((region) =>
      routes(
        `The way to the register from ${england.regions.get(region)?.name}?`,
        { nominated: false, region },
        'nurse-learning-disability',
        '2014-09',
        { institutions: ['chester'] },
      ),
    ),
  },
  {
    id: 'e12',
    situation:
      'A programme is withdrawn: who starts in the last month may finish, who starts a month later has no route.',
    questions: ['2022-10', '2022-11'].map((first) =>
      routes(`From ${first}?`, { holds: [{ award: 'fdsc', on: '2021-07' }] }, 'nurse-mental-health', first, {
        institutions: ['essex'],
        modes: [{ pace: 'part-time', employment: 'apprenticeship' }],
        legs: 1,
      }),
    ),
  },
  {
    id: 'e13',
    situation:
      'Pay is shown beside a route and never computed with: in 2015 the top of Band 4 exceeded the bottom of Band 5.',
    questions: [],
  },
  {
    id: 'e14',
    situation: 'After October 2020 two older modules of the Open University count only with the bridging module K105.',
    questions: [
      credit({
        asks: 'K101 and K117?',
        who: bridged(),
        programme: 'ou-nursing-adult-r39',
        start: '2021-10',
      }),
      credit({
        asks: 'K101, K117 and K105?',
        who: bridged('ou-k105'),
        programme: 'ou-nursing-adult-r39',
        start: '2021-10',
      }),
    ],
  },
  {
    id: 'e15',
    situation: 'Huddersfield does not take credit that is already spent on an award of the same level.',
    questions: [
      ['One module of another degree, not completed?', modules('2025-07', 'canterbury-christ-church-dr-m02')],
      ['The whole of another degree?', { holds: [{ award: RADIOGRAPHY, on: '2025-07' }] }],
    ].map(([asks, who]) =>
      credit({
        asks: asks as string,
        who: who as Person,
        programme: HUDDERSFIELD,
        start: '2026-09',
        catalogue: supposing(
          mapping('supposed-at-huddersfield', ['canterbury-christ-church-dr-m02'], ['huddersfield-dr-m02']),
        ),
      }),
    ),
  },
];
