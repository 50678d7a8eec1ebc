import type {
  Delivery,
  EntryPoint,
  Module,
  OptionGroup,
  Programme,
  SingleOffer,
  StageModule,
} from '../../src/domain/provision.js';
import { textOf } from '../../src/domain/time.js';
import type { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';
import type { RouteDraft } from './route-cases-draft.js';

/** Modules of the degree d*, its rival r*, the foundation degree f*, and bridging modules b*; all of 20 credits but b2. */
export function modulesOf({ dice, singles }: RouteDraft): Module[] {
  const of = (ids: string[], institution: string, level: number, credits = 20): Module[] =>
    ids.map((id) => make.module(id, { institution, level, credits }));
  const bridging = of(['b1', 'b2'], 'college', 5);
  const all = [
    ...of(['d1a', 'd1b', 'd1c'], 'university', 4),
    ...of(['d2a', 'd2b', 'd2c'], 'university', 5),
    ...of(['d3a', 'd3b'], 'university', 6),
    ...of(['r1a', 'r1b'], 'city', 4),
    ...of(['r2a'], 'city', 6, 40),
    ...of(['f1a', 'f1b', 'f1c'], 'college', 4),
    ...of(['f2a', 'f2b'], 'college', 5),
    ...bridging,
  ];
  if (!singles) return all;
  const offered = [
    ...dice.some(['b1', 'b2'], dice.whole(1, 2)),
    ...dice.some(['d1a', 'd1b', 'd2a'], dice.one([0, 1, 1])),
  ];
  return all.map((module) =>
    offered.includes(module.id)
      ? {
          ...module,
          offers: [offerOf(dice, module.id)],
          ...dice.maybe(0.35, () => ({
            prerequisites: dice.one([
              { any: ['f1a', 'b1'] },
              { all: ['f1a', 'f1b'] },
              'f1a',
              { any: ['f2a', { all: ['f1a', 'f1c'] }] },
            ]),
          })),
        }
      : module,
  );
}

const offerOf = (dice: Dice, module: string): SingleOffer => ({
  id: `${module}-single`,
  fee: dice.one([0, 250, 333.33, 700]),
  intakes: dice.one([[9], [1, 9], [1, 5, 9]]),
  months: dice.whole(1, 5),
  releaseDays: dice.one([0, 0.5, 1]),
  ...dice.maybe(0.4, () => ({ concurrent: true })),
  ...dice.maybe(0.3, () => ({ distance: true })),
});

export function programmesOf(draft: RouteDraft): Programme[] {
  const { dice, portfolio, evening, rival, first, diploma } = draft;
  const registers = { leadsTo: ['nurse'] };
  const half = dice.chance(0.35);
  const stages: string[][] = half
    ? [
        ['d1a', 'd1b'],
        ['d1c', 'd2a'],
        ['d2b', 'd2c'],
      ]
    : dice.chance(0.5)
      ? [
          ['d1a', 'd1b', 'd1c'],
          ['d2a', 'd2b'],
        ]
      : [
          ['d1a', 'd1b'],
          ['d2a', 'd2b'],
          ['d3a', 'd3b'],
        ];
  const exits = ['certhe', 'diphe'];
  return [
    make.programme('degree', {
      ...(diploma ? { award: 'diploma', level: 5 } : {}),
      credits: stages.flat().length * 20,
      ...(portfolio ? {} : registers),
      stages: stages.map((ids, at) => ({
        ...stageOf(draft, ids, at, stages.flat()),
        ...(at + 1 < stages.length ? dice.maybe(0.6, () => ({ exitAward: exits[at]! })) : {}),
      })),
    }),
    ...(rival
      ? [
          make.programme('rival', {
            institution: 'city',
            credits: 80,
            ...registers,
            stages: [
              { credits: 40, core: ['r1a', 'r1b'], ...dice.maybe(0.3, () => ({ exitAward: 'certhe' })) },
              { credits: 40, core: ['r2a'] },
            ],
          }),
        ]
      : []),
    make.programme('foundation', {
      institution: 'college',
      award: 'fdsc',
      level: 5,
      credits: 80,
      stages: [
        {
          credits: 40,
          ...(dice.chance(0.5)
            ? { core: ['f1a'], groups: [{ id: 'pathway', choose: { members: 1 }, members: ['f1b', 'f1c'] }] }
            : { core: ['f1a', 'f1b'] }),
          ...dice.maybe(0.7, () => ({ exitAward: 'certhe' })),
        },
        { credits: 40, core: ['f2a', 'f2b'] },
      ],
      ...dice.maybe(0.05, () => ({ to: textOf(first + 10) })),
    }),
    ...(evening
      ? [make.programme('evening', { institution: 'college', award: 'gcse-maths', level: 2, stages: [{}] })]
      : []),
    ...(portfolio
      ? [
          make.programme('portfolio', {
            institution: dice.one(['university', 'city']),
            award: 'registration',
            stages: [{}],
          }),
        ]
      : []),
  ];
}

/** Core and options that come out exact; now and then one module takes another's place in the curriculum. */
function stageOf({ dice, first }: RouteDraft, ids: string[], at: number, all: string[]) {
  const credits = ids.length * 20;
  const spare = ['d3a', 'd3b', 'd2c', 'd1c'].filter((id) => !all.includes(id));
  if (spare.length && dice.chance(0.2)) {
    const month = first + dice.whole(1, 16);
    const [old, ...rest] = ids;
    const change: StageModule[] = [
      { module: old!, to: textOf(month - 1) },
      { module: spare[at % spare.length]!, from: textOf(month) },
    ];
    if (new Set([...all, spare[at % spare.length]!]).size > all.length) return { credits, core: [...change, ...rest] };
  }
  if (!dice.chance(0.3)) return { credits, core: ids };
  const other = spare[at];
  const [core, ...options] = ids;
  const members = [...options, ...(other ? [other] : [])];
  const group: OptionGroup = {
    id: `options-${at + 1}`,
    choose: dice.chance(0.5) ? { members: options.length } : { credits: options.length * 20 },
    members:
      members.length > 2 && options.length > 1
        ? [{ bundle: `path-${at + 1}`, modules: members.slice(0, 2) }, members[2]!]
        : members,
  };
  const exact = group.members.length === members.length || !('members' in group.choose);
  return exact && (group.members.length === members.length || 'credits' in group.choose)
    ? { credits, core: [core!], groups: [group] }
    : { credits, core: ids };
}

const intakes = (dice: Dice): number[] => dice.one([[9], [1, 9], [1, 9], [1, 5, 9], [2, 6, 10]]);

export function deliveriesOf(draft: RouteDraft, programmes: Programme[]): Delivery[] {
  const { dice } = draft;
  return programmes.flatMap((programme) => {
    if (programme.id === 'evening') return [eveningClass(dice)];
    if (programme.id === 'portfolio') return [portfolioOf(dice)];
    const kinds: Partial<Delivery>[] =
      programme.id === 'foundation'
        ? [{ employment: 'beside' }]
        : dice.one<Partial<Delivery>[]>([
            [{ employment: 'none' }],
            [{ employment: 'beside' }, { employment: 'apprenticeship' }],
            [{ employment: 'none' }, { pace: 'full-time', employment: 'none' }],
            [{ employment: 'apprenticeship' }],
          ]);
    return kinds.map((kind, at) => deliveryOf(draft, programme, `${programme.id}-${'abc'[at]}`, kind));
  });
}

function deliveryOf(draft: RouteDraft, programme: Programme, id: string, kind: Partial<Delivery>): Delivery {
  const { dice, first } = draft;
  const fast = kind.pace === 'full-time' || programme.id === 'foundation';
  return make.delivery(id, programme.id, {
    ...kind,
    months: programme.stages.map(() => (fast ? dice.whole(2, 5) : dice.whole(4, 8))),
    releaseDays: dice.one([0.5, 1, 1, 2]),
    fee: dice.one([
      { perStage: programme.stages.map(() => dice.one([0, 900, 1000, 1234.57, 2500])) },
      { perStage: programme.stages.map(() => dice.one([600, 1500])) },
      { perCredit: dice.one([20, 30.5, 45]) },
    ]),
    entryPoints: programme.stages.flatMap((_, at) => entryPointsOf(draft, programme, at + 1)),
    paced: dice.chance(0.35) ? 'module' : 'cohort',
    ...dice.maybe(0.25, () => ({ assessmentMonths: dice.whole(1, 3) })),
    ...dice.maybe(kind.employment === 'apprenticeship' ? 0.5 : 0.1, () => ({
      nomination: true,
      ...dice.maybe(0.4, () => ({ support: ['backfill'] })),
    })),
    ...dice.maybe(0.15, () =>
      dice.one([
        { lastEntry: textOf(first + dice.whole(4, 14)) },
        { to: textOf(first + dice.whole(4, 14)) },
        { firstEntry: textOf(first + dice.whole(1, 8)) },
      ]),
    ),
    ...dice.maybe(0.2, () => ({
      placements: [{ weeks: 4, ownWorkplace: dice.chance(0.5), ...dice.maybe(0.6, () => ({ stage: 1 })) }],
    })),
    ...dice.maybe(programme.id === 'foundation' ? 0.15 : 0.05, () => ({ concurrent: true })),
    ...dice.maybe(0.15, () => ({ distance: true })),
  });
}

/** Later stages of the degrees can nearly always be joined; something of the stages before may be outstanding. */
function entryPointsOf({ dice, first }: RouteDraft, { id, stages }: Programme, stage: number): EntryPoint[] {
  if (stage > 1 && dice.chance(id === 'foundation' ? 0.3 : 0.1)) return [];
  const groups = stages.slice(0, stage - 1).some((one) => one.groups);
  const core = stages
    .slice(0, stage - 1)
    .flatMap((one) => (one.core ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.module)));
  const outstanding = dice.chance(0.5) && !groups ? { credits: 20 } : { modules: dice.some(core, dice.whole(1, 2)) };
  return [
    make.entryPoint(stage, {
      months: intakes(dice),
      ...(stage > 1 ? dice.maybe(0.3, () => ({ outstanding })) : {}),
      ...dice.maybe(0.06, () => dice.one([{ to: textOf(first + 9) }, { from: textOf(first + 5) }])),
    }),
  ];
}

const eveningClass = (dice: Dice): Delivery =>
  make.delivery('evening-a', 'evening', {
    employment: 'beside',
    months: [dice.whole(2, 6)],
    releaseDays: 0,
    fee: { perStage: [dice.one([0, 0, 150])] },
    entryPoints: [make.entryPoint(1, { months: intakes(dice) })],
    ...dice.maybe(0.8, () => ({ concurrent: true })),
    ...dice.maybe(0.4, () => ({ assessmentMonths: 1 })),
  });

const portfolioOf = (dice: Dice): Delivery =>
  make.delivery('portfolio-a', 'portfolio', {
    employment: 'beside',
    months: [dice.whole(2, 6)],
    releaseDays: dice.one([0, 0.5]),
    fee: { perStage: [dice.one([100, 400])] },
    entryPoints: [make.entryPoint(1, { months: dice.one([[1, 4, 7, 10], [2, 6, 10], [9]]) })],
    paced: dice.one(['cohort', 'module']),
    ...dice.maybe(0.7, () => ({ concurrent: true })),
    ...dice.maybe(0.4, () => ({ assessmentMonths: dice.whole(1, 3) })),
  });
