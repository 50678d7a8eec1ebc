import type {
  Bundle,
  Delivery,
  EntryPoint,
  Module,
  OptionGroup,
  Programme,
  Stage,
  StageModule,
} from '../../src/domain/provision.js';
import { textOf } from '../../src/domain/time.js';
import type { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';
import { COLLEGE, type Draft, UNIVERSITY } from './credit-cases-draft.js';

/** Modules of two or three stages, half credits among them. */
export function targetModules(dice: Dice, hours: boolean): Module[][] {
  const first = dice.one([4, 4, 5]);
  const sizes = dice.chance(0.35)
    ? [dice.whole(1, 2), dice.whole(1, 3), dice.whole(1, 2)]
    : [dice.whole(2, 4), dice.whole(1, 4)];
  return sizes.map((size, stage) =>
    Array.from({ length: size }, (_, at) =>
      make.module(`t${stage + 1}${'abcd'[at]}`, {
        institution: UNIVERSITY,
        credits: dice.one([10, 15, 20, 20, 20, 30, 7.5]),
        level: Math.min(6, first + stage - (dice.chance(0.1) && first + stage > 4 ? 1 : 0)),
        ...(hours && dice.chance(0.9)
          ? { theoryHours: dice.one([50, 100, 150]), practiceHours: dice.one([0, 50, 100]) }
          : {}),
        ...dice.maybe(0.04, () => dice.one([{ from: '2026-10' }, { to: '2026-12' }])),
        ...dice.maybe(0.25, () => ({
          outcomes: ['o1', 'o2', 'o3'].slice(0, dice.whole(2, 3)).map((id) => ({ id, text: `does ${id}` })),
        })),
      }),
    ),
  );
}

export function sourceModules(dice: Dice, hours: boolean, count: number): Module[] {
  return Array.from({ length: count }, (_, at) =>
    make.module(`s${at + 1}`, {
      institution: dice.chance(0.35) ? UNIVERSITY : COLLEGE,
      credits: dice.one([10, 15, 20, 20, 30, 40, 7.5]),
      level: dice.one([4, 5, 5, 6]),
      ...(hours && dice.chance(0.6)
        ? { theoryHours: dice.one([40, 100, 150]), practiceHours: dice.one([0, 40, 100]) }
        : {}),
    }),
  );
}

/** The programme asked about; some of its modules are options, alone or in bundles, some only in a curriculum of some date. */
export function degreeOf(dice: Dice, targets: Module[][], hours: boolean): { degree: Programme; takeable: string[] } {
  const made = targets.map((modules, index) => stageOf(dice, modules, index, targets.length));
  const stages = made.map(({ stage }) => stage);
  const all = targets.flat();
  const total = (of: 'theoryHours' | 'practiceHours'): number =>
    all.reduce((sum, module) => sum + (module[of] ?? 0), 0);
  const degree = make.programme('degree', {
    institution: UNIVERSITY,
    credits: made.reduce((sum, { credits }) => sum + credits, 0) + dice.one([0, 0, 0, 20]),
    stages,
    ...(dice.chance(0.2) ? { award: 'diphe', level: 5 } : {}),
    ...dice.maybe(0.8, () => ({ leadsTo: ['nurse'] })),
    ...(hours
      ? {
          theoryHours: total('theoryHours') + dice.one([0, 50]),
          ...dice.maybe(0.9, () => ({ practiceHours: total('practiceHours') + dice.one([0, 50]) })),
        }
      : {}),
  });
  return { degree, takeable: made.flatMap((one) => one.takeable) };
}

/** A stage, and the modules of it that can be taken together. */
function stageOf(
  dice: Dice,
  modules: Module[],
  index: number,
  stages: number,
): { stage: Stage; credits: number; takeable: string[] } {
  const options = modules.length > 1 && dice.chance(0.4) ? dice.some(modules, dice.whole(2, modules.length)) : [];
  const core = modules.filter((module) => !options.includes(module));
  const group = options.length ? groupOf(dice, options, `g${index + 1}`) : undefined;
  const credits = core.reduce((sum, module) => sum + module.credits, 0) + (group?.credits ?? 0);
  const stage: Stage = {
    ...(dice.chance(0.95) ? { credits } : {}),
    core: core.map((module) => coreEntry(dice, module.id)),
    ...(group ? { groups: [group.row] } : {}),
    ...(index === 0 && stages > 1 ? dice.maybe(0.7, () => ({ exitAward: 'certhe' })) : {}),
  };
  return { stage, credits, takeable: [...core.map(({ id }) => id), ...(group?.filling ?? [])] };
}

const coreEntry = (dice: Dice, module: string): string | StageModule => {
  if (dice.chance(0.92)) return module;
  return {
    module,
    ...dice.one<Partial<StageModule>>([{ to: '2026-12' }, { from: '2026-10' }, { deliveries: ['d1'] }]),
  };
};

/** A group that can be filled exactly, and the credits that fill it. */
function groupOf(dice: Dice, options: Module[], id: string): { row: OptionGroup; credits: number; filling: string[] } {
  const bundled = options.length > 2 && dice.chance(0.5);
  const bundle: Bundle = { bundle: `${id}-path`, modules: options.slice(0, 2).map((module) => module.id) };
  const members = bundled
    ? [bundle, ...options.slice(2).map((module) => module.id)]
    : options.map((module) => module.id);
  const sizeOf = (member: string | Bundle): number => {
    const ids = typeof member === 'string' ? [member] : member.modules;
    return options.filter((module) => ids.includes(module.id)).reduce((sum, module) => sum + module.credits, 0);
  };
  const filling = dice.some(members, dice.whole(1, Math.max(1, members.length - 1)));
  const credits = filling.reduce((sum, member) => sum + sizeOf(member), 0);
  const choose = dice.chance(0.5) ? { members: filling.length } : { credits };
  return {
    row: { id, choose, members },
    credits,
    filling: filling.flatMap((member) => (typeof member === 'string' ? [member] : member.modules)),
  };
}

/** None, one or several ways to run it, with later stages open or closed in the start month. */
export function deliveriesOf({ dice, start, degree, targets }: Draft): Delivery[] {
  const count = dice.one([0, 1, 1, 1, 1, 2, 2, 3]);
  return Array.from({ length: count }, (_, at) =>
    make.delivery(`d${at + 1}`, degree.id, {
      employment: dice.one(['none', 'none', 'apprenticeship', 'beside']),
      months: degree.stages.map(() => dice.one([6, 12, 12, 18])),
      paced: dice.one(['cohort', 'cohort', 'module']),
      ...dice.maybe(0.3, () => ({ assessmentMonths: dice.whole(1, 3) })),
      ...dice.maybe(0.1, () => ({ firstEntry: textOf(start + dice.whole(-1, 1)) })),
      ...dice.maybe(0.1, () => ({ lastEntry: textOf(start + dice.whole(-1, 1)) })),
      ...dice.maybe(0.05, () => ({ to: textOf(start + dice.whole(-1, 0)) })),
      entryPoints: [
        make.entryPoint(1, { months: [1, 9] }),
        ...degree.stages.slice(1).flatMap((_, index) => laterEntry(dice, index + 2, targets)),
      ],
    }),
  );
}

function laterEntry(dice: Dice, stage: number, targets: Module[][]): EntryPoint[] {
  if (dice.chance(0.08)) return [];
  const before = targets.slice(0, stage - 1).flat();
  const outstanding = dice.chance(0.5)
    ? { modules: dice.some(before, dice.whole(1, 2)).map(({ id }) => id) }
    : { credits: dice.one([10, 15, 20, 30]) };
  return [
    make.entryPoint(stage, {
      months: dice.one([[9], [1, 9], [1, 9], [1]]),
      ...dice.maybe(0.35, () => ({ outstanding })),
      ...dice.maybe(0.08, () => dice.one([{ from: '2026-10' }, { to: '2026-09-01' }, { to: '2026-08' }])),
    }),
  ];
}

/** Where the source modules come from: core, and options that a holder may name; the core has changed once. */
export function foundationDegree({ dice, sources }: Draft): Programme {
  const core = sources.slice(0, dice.whole(2, sources.length)).map(({ id }) => id);
  const options = sources.map(({ id }) => id).filter((id) => !core.includes(id));
  return make.programme('foundation', {
    institution: COLLEGE,
    award: 'fdsc',
    level: 5,
    stages: [
      {
        core: core.slice(0, 2).map((module) => (dice.chance(0.06) ? { module, to: '2023-09' } : module)),
        exitAward: 'certhe',
      },
      {
        core: core.slice(2),
        ...(options.length ? { groups: [{ id: 'options', choose: { members: 1 }, members: options }] } : {}),
      },
    ],
  });
}
