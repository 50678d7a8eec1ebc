import type { Id } from '../../src/domain/fact.js';
import type { Delivery, Module, MonthOfYear, Programme, Stage } from '../../src/domain/provision.js';
import type { Dice } from '../../test/support/dice.js';
import * as make from '../../test/support/rows.js';

/** Professions, each with its part of a register; every institution has a degree for each. */
export const PROFESSIONS = ['nurse', 'radiographer', 'occupational-therapist', 'biomedical-scientist'] as const;

/** Credits of a stage, and of each of its modules. */
const STAGE = 120;
const MODULE = 20;

/** A programme with what belongs to it; no modules where nobody knows them. */
export interface Study {
  readonly programme: Programme;
  readonly modules: Module[];
  readonly deliveries: Delivery[];
}

/** The studies that one institution runs. */
export interface Studies {
  readonly institution: Id;
  readonly degrees: readonly Study[];
  readonly foundations: readonly Study[];
  readonly certificates: readonly Study[];
  readonly topUps: readonly Study[];
  /** Modules offered singly. */
  readonly singles: readonly Module[];
}

/** All studies of an institution: 30 or 31 stages, most of them of pre-registration and foundation degrees. */
export function studiesOf(institution: Id, dice: Dice): Studies {
  const degrees = [...PROFESSIONS, PROFESSIONS[0]].map((part, at) =>
    degree(`${institution}-bsc${at + 1}`, institution, part, dice),
  );
  const foundations = [1, 2, 3].map((at) => foundationDegree(`${institution}-fd${at}`, institution, dice));
  return {
    institution,
    degrees,
    foundations,
    certificates: [certificate(`${institution}-certhe`, institution, dice), diploma(degrees[0]!, institution, dice)],
    topUps: [topUp(`${institution}-top-up`, institution, dice)],
    singles: [1, 2].map((at) => single(`${institution}-module${at}`, institution, dice)),
  };
}

const numbered = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));

/** Stages of modules of 20 credits, one level above the other from level 4 on; bare where the modules are not known. */
function stagesOf(id: Id, institution: Id, count: number, known: boolean): { stages: Stage[]; modules: Module[] } {
  const modules = numbered(count, (stage) =>
    numbered(STAGE / MODULE, (at) =>
      make.module(`${id}-${stage + 1}${'abcdef'[at]}`, { institution, level: 4 + stage, credits: MODULE }),
    ),
  );
  return known
    ? { stages: modules.map((own) => ({ credits: STAGE, core: own.map((one) => one.id) })), modules: modules.flat() }
    : { stages: modules.map(() => ({ credits: STAGE })), modules: [] };
}

/** Once a year as a rule, twice at some places. */
const intakes = (dice: Dice): MonthOfYear[] => dice.one<MonthOfYear[]>([[9], [9], [10], [1, 9], [2, 9], [3, 10]]);

/** Pounds of a full-time year, as universities differ. */
const fullFee = (dice: Dice): number => dice.one([7_800, 8_400, 9_000, 9_250, 9_250, 9_535]);

/** Three stages; two modules in five are known. Half can be taken full-time; each is run part-time, as apprenticeship, or both. */
function degree(id: Id, institution: Id, part: Id, dice: Dice): Study {
  const { stages, modules } = stagesOf(id, institution, 3, dice.chance(0.4));
  const exits = ['certhe', 'diphe'];
  const programme = make.programme(id, {
    institution,
    credits: 3 * STAGE,
    stages: stages.map((stage, at) => (exits[at] ? { ...stage, exitAward: exits[at] } : stage)),
    leadsTo: [part],
  });
  const joined = modules.length > 0 ? [1, 2] : dice.one([[1], [1, 2]]);
  const entryPoints = () => {
    const months = intakes(dice);
    return joined.map((stage) => make.entryPoint(stage, { months }));
  };
  const fee = fullFee(dice);
  const fullTime = make.delivery(`${id}-ft`, id, {
    pace: 'full-time',
    months: [12, 12, 12],
    fee: { perStage: [fee, fee, fee] },
    entryPoints: entryPoints(),
  });
  const months = dice.one([16, 18, 18, 20, 24]);
  const partTime = make.delivery(`${id}-pt`, id, {
    months: [months, months, months],
    releaseDays: dice.one([1, 1.5, 2, 2.5]),
    fee: dice.chance(0.3) ? { perCredit: Math.round(fee / STAGE) } : { perStage: [fee, fee, fee] },
    entryPoints: entryPoints(),
    paced: dice.chance(0.1) ? 'module' : 'cohort',
  });
  const stage = dice.one([14, 16, 16, 18]);
  const apprenticeship = make.delivery(`${id}-app`, id, {
    employment: 'apprenticeship',
    months: [stage, stage, stage],
    releaseDays: dice.one([1, 1.5, 2]),
    fee: { perStage: [9_000, 9_000, 9_000] },
    entryPoints: entryPoints(),
    assessmentMonths: dice.one([0, 3]),
    nomination: true,
  });
  const kept = dice.one([[partTime], [partTime, apprenticeship], [apprenticeship]]);
  return { programme, modules, deliveries: dice.chance(0.5) ? [fullTime, ...kept] : kept };
}

/** Two stages, part-time beside a job; the modules of three in five are known. */
function foundationDegree(id: Id, institution: Id, dice: Dice): Study {
  const { stages, modules } = stagesOf(id, institution, 2, dice.chance(0.6));
  const programme = make.programme(id, { institution, award: 'fdsc', level: 5, credits: 2 * STAGE, stages });
  const fee = dice.one([2_000, 2_500, 3_000, 4_600]);
  const delivery = make.delivery(`${id}-pt`, id, {
    employment: 'beside',
    months: [12, 12],
    releaseDays: dice.one([0.5, 1, 1]),
    fee: { perStage: [fee, fee] },
    entryPoints: [make.entryPoint(1, { months: intakes(dice) })],
  });
  return { programme, modules, deliveries: [delivery] };
}

/** A certificate of one stage, whose modules are known. */
function certificate(id: Id, institution: Id, dice: Dice): Study {
  const { stages, modules } = stagesOf(id, institution, 1, true);
  const programme = make.programme(id, { institution, award: 'certhe', level: 4, credits: STAGE, stages });
  return { programme, modules, deliveries: [besideWork(id, [12], dice)] };
}

/** A diploma of the first two stages of a degree: the same modules, where they are known. */
function diploma({ programme: { stages }, modules }: Study, institution: Id, dice: Dice): Study {
  const id = `${institution}-diphe`;
  const own = modules.length > 0 ? stages.slice(0, 2) : stagesOf(id, institution, 2, false).stages;
  const programme = make.programme(id, {
    institution,
    award: 'diphe',
    level: 5,
    credits: 2 * STAGE,
    stages: own.map(({ exitAward: _, ...stage }) => stage),
  });
  return { programme, modules: [], deliveries: [besideWork(id, [14, 14], dice)] };
}

/** The last stage of a degree by itself, accredited for biomedical scientists. */
function topUp(id: Id, institution: Id, dice: Dice): Study {
  const programme = make.programme(id, {
    institution,
    credits: STAGE,
    stages: [{ credits: STAGE }],
    leadsTo: ['biomedical-scientist'],
  });
  return { programme, modules: [], deliveries: [besideWork(id, [18], dice)] };
}

const besideWork = (id: Id, months: number[], dice: Dice): Delivery => {
  const fee = dice.one([3_000, 3_800, 4_600, 6_000]);
  return make.delivery(`${id}-pt`, id, {
    employment: 'beside',
    months,
    fee: { perStage: months.map(() => fee) },
    entryPoints: [make.entryPoint(1, { months: intakes(dice) })],
  });
};

const single = (id: Id, institution: Id, dice: Dice): Module =>
  make.module(id, {
    institution,
    offers: [
      {
        id: `${id}-singly`,
        fee: dice.one([600, 750, 900, 1_500]),
        intakes: dice.one<MonthOfYear[]>([[9], [1, 9], [2, 10]]),
        months: dice.one([4, 5, 6]),
        releaseDays: 0.5,
        concurrent: true,
        distance: dice.chance(0.5),
      },
    ],
  });
