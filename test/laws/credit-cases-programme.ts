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
import { type CaseSize, COLLEGE, type Draft, UNIVERSITY } from './credit-cases-draft.js';

/** Modules of two or three stages, half credits among them. */
export function targetModules(dice: Dice, { stages }: CaseSize, hours: boolean): Module[][] {
  const first = dice.one([4, 4, 5]);
  return stages(dice).map((count, stage) =>
    Array.from({ length: count }, (_, at) =>
      make.module(`t${stage + 1}${(at + 10).toString(36)}`, {
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
export function degreeOf(
  dice: Dice,
  size: CaseSize,
  targets: Module[][],
  hours: boolean,
): { degree: Programme; takeable: string[] } {
  const made = targets.map((modules, index) => stageOf(dice, size, modules, index, targets.length));
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

/** A stage, and the modules of it that can be taken together; now and then with two option groups. */
function stageOf(
  dice: Dice,
  size: CaseSize,
  modules: Module[],
  index: number,
  stages: number,
): { stage: Stage; credits: number; takeable: string[] } {
  const optional = modules.length > 1 && dice.chance(0.4);
  const options = optional ? dice.some(modules, dice.whole(2, Math.min(size.options, modules.length))) : [];
  const core = modules.filter((module) => !options.includes(module));
  const halves = options.length > 2 && dice.chance(0.25) ? [options.slice(0, 2), options.slice(2)] : [options];
  const groups = optional ? halves.map((some, at) => groupOf(dice, some, `g${index + 1}${'ab'[at]}`)) : [];
  const credits = [...core, ...groups].reduce((sum, one) => sum + one.credits, 0);
  const stage: Stage = {
    ...(dice.chance(0.95) ? { credits } : {}),
    core: core.map((module) => coreEntry(dice, module.id)),
    ...(optional ? { groups: groups.map(({ row }) => row) } : {}),
    ...(index === 0 && stages > 1 ? dice.maybe(0.7, () => ({ exitAward: 'certhe' })) : {}),
  };
  return { stage, credits, takeable: [...core.map(({ id }) => id), ...groups.flatMap(({ filling }) => filling)] };
}

const coreEntry = (dice: Dice, module: string): string | StageModule => {
  if (dice.chance(0.92)) return module;
  return {
    module,
    ...dice.one<Partial<StageModule>>([{ to: '2026-12' }, { from: '2026-10' }, { deliveries: ['d1'] }]),
  };
};

/**
 * A group that can be filled exactly, and the credits that fill it; its members are modules, and pathways of several,
 * which may share a module.
 */
function groupOf(dice: Dice, options: Module[], id: string): { row: OptionGroup; credits: number; filling: string[] } {
  const ids = options.map((module) => module.id);
  const pathway = (name: string, modules: string[]): Bundle => ({ bundle: `${id}-${name}`, modules });
  const bundled = options.length > 2 && dice.chance(0.5);
  const shared = options.length > 2 && dice.chance(0.4);
  const members = !bundled
    ? ids
    : shared
      ? [pathway('one', ids.slice(0, 2)), pathway('two', ids.slice(1, 3)), ...ids.slice(3)]
      : [pathway('one', ids.slice(0, 2)), ...ids.slice(2)];
  const opened = (some: (string | Bundle)[]): string[] =>
    some.flatMap((member) => (typeof member === 'string' ? [member] : member.modules));
  const filling = dice.some(members, dice.whole(1, Math.max(1, members.length - 1)));
  const credits = opened(filling).reduce(
    (sum, module) => sum + (options.find((option) => option.id === module)?.credits ?? 0),
    0,
  );
  const choose = dice.chance(0.5) ? { members: filling.length } : { credits };
  return { row: { id, choose, members }, credits, filling: [...new Set(opened(filling))] };
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
