import type { Rows } from '../../src/domain/catalogue.js';
import type { Limit } from '../../src/domain/limits.js';
import type { Delivery, Module, OptionGroup, Stage } from '../../src/domain/provision.js';
import type { CreditQuestion } from '../../src/domain/questions.js';
import type { Mapping } from '../../src/domain/recognition.js';
import { monthOf } from '../../src/domain/time.js';
import { Dice } from '../../test/support/dice.js';
import * as make from '../../test/support/rows.js';

/** Caps that programmes lay on credit carried; `none` leaves the packing alone to hold it back. */
export const CAPS = ['half', 'two thirds', 'not the final stage', 'none'] as const;
export type CapName = (typeof CAPS)[number];

/** Mappings that stand for the learner; modules that a learner of that size holds, and about those of the programme. */
const SIZES = [
  // One foundation degree of 240 credits, and a small university's programme.
  { mappings: 10, held: [12, 16], targets: [18, 24] },
  // A foundation degree and modules since then; a programme with options.
  { mappings: 30, held: [20, 30], targets: [24, 36] },
  // The most that must be held: several awards, and a programme with specialist pathways, mapped many to many.
  { mappings: 120, held: [40, 60], targets: [50, 80] },
] as const;

export interface InstanceClass {
  readonly name: string;
  readonly size: (typeof SIZES)[number];
  readonly cap: CapName;
}

/** Twelve classes: each number of mappings under each cap. */
export const CLASSES: readonly InstanceClass[] = SIZES.flatMap((size) =>
  CAPS.map((cap) => ({ name: `${size.mappings} mappings, ${cap}`, size, cap })),
);

/** A catalogue of one programme and a question to it. */
export interface Instance {
  readonly seed: number;
  readonly rows: Rows;
  readonly question: CreditQuestion;
}

/**
 * A random instance of a class; the same seed gives the same one. What is real about it: three stages of 120 credits,
 * at levels 4, 5 and 6 with a few modules a level lower; modules of 10 to 40 credits; option groups by credits, a
 * pathway (bundle) among their members at times; held modules mostly at levels 4 and 5; stages 2 and 3 may be joined in
 * the start month, a third of them with 20 credits outstanding. Mappings lie on the early stages more than on the last,
 * and cross: several share each held module and each target. A quarter are 2 to 1, an eighth 1 to 2, an eighth 2 to 2,
 * and one of each at the least. Every mapping stands: its sources have the credits at the levels that its targets ask.
 */
export function instanceOf({ size, cap }: InstanceClass, seed: number): Instance {
  const dice = new Dice(seed);
  const between = ([least, most]: readonly [number, number]): number => dice.whole(least, most);
  const count = between(size.targets);
  const built = [1, 2, 3].map((number) =>
    stageOf(dice, number, Math.round((count * number) / 3 - (count * (number - 1)) / 3)),
  );
  const targets = built.map(({ modules }) => modules);
  const held = heldModules(dice, between(size.held));
  const start = monthOf('2026-09');
  return {
    seed,
    rows: make.rowsWith({
      institutions: [make.institution('university'), make.institution('college')],
      qualifications: [make.qualification('honours')],
      modules: [...targets.flat(), ...held],
      programmes: [make.programme('degree', { credits: 360, stages: built.map(({ stage }) => stage) })],
      deliveries: [deliveryOf(dice)],
      mappings: mappingsOf(dice, size.mappings, held, targets),
      policies: [make.policy('policy', capOf(cap))],
    }),
    question: {
      learner: { modules: held.map(({ id }) => ({ module: id, on: '2025-07' })) },
      programme: 'degree',
      start,
    },
  };
}

function capOf(cap: CapName): Limit[] {
  switch (cap) {
    case 'half':
      return [{ id: 'cap', kind: 'share', fraction: '1/2' }];
    case 'two thirds':
      return [{ id: 'cap', kind: 'share', fraction: '2/3' }];
    case 'not the final stage':
      return [{ id: 'cap', kind: 'stage', stage: 'final', credits: 0 }];
    case 'none':
      return [];
  }
}

const CREDITS = [10, 15, 20, 20, 30, 40];

/** Sizes in which a stage is cut; those of 15 credits come in pairs. */
const PIECES = [[10], [15, 15], [20], [20], [20], [30], [40]];

/** Pieces drawn until they make up a sum, a multiple of 10. */
function cut(dice: Dice, sum: number, pieces: readonly (readonly number[])[]): number[] {
  const fitting = pieces.filter((piece) => total(piece) <= sum);
  if (fitting.length === 0) return [];
  const piece = dice.one(fitting);
  return [...piece, ...cut(dice, sum - total(piece), pieces)];
}

const total = (credits: readonly number[]): number => credits.reduce((sum, one) => sum + one, 0);

/** A stage of 120 credits: core alone where that makes enough modules, else a core of 60 and options for the rest. */
function stageOf(dice: Dice, number: number, count: number): { stage: Stage; modules: Module[] } {
  const optional = count > 9 ? 60 : dice.chance(0.4) ? 40 : 0;
  const core = cut(dice, 120 - optional, PIECES);
  const filling = cut(
    dice,
    optional,
    PIECES.filter(({ length }) => length === 1),
  );
  const spare = optional ? Math.max(2, count - core.length - filling.length) : 0;
  const options = [...filling, ...Array.from({ length: spare }, () => dice.one([10, 20, 20, 30]))];
  const modules = [...core, ...options].map((credits, at) =>
    make.module(`t${number}-${String(at + 1).padStart(2, '0')}`, {
      institution: 'university',
      credits,
      level: 3 + number - (number > 1 && dice.chance(0.15) ? 1 : 0),
    }),
  );
  const ids = modules.map(({ id }) => id);
  const chosen = ids.slice(core.length);
  const group = (): OptionGroup => ({
    id: `options-${number}`,
    choose: { credits: optional },
    members:
      filling.length > 1 && dice.chance(0.3)
        ? [{ bundle: `pathway-${number}`, modules: chosen.slice(0, 2) }, ...chosen.slice(2)]
        : chosen,
  });
  return {
    stage: { credits: 120, core: ids.slice(0, core.length), ...(optional ? { groups: [group()] } : {}) },
    modules,
  };
}

const heldModules = (dice: Dice, count: number): Module[] =>
  Array.from({ length: count }, (_, at) =>
    make.module(`s-${String(at + 1).padStart(2, '0')}`, {
      institution: 'college',
      // Two of 40 credits at the least, without which nothing would cover two targets.
      credits: at < 2 ? 40 : dice.one(CREDITS),
      level: at < 2 ? 5 : dice.one([4, 4, 4, 5, 5, 5, 6]),
    }),
  );

const deliveryOf = (dice: Dice): Delivery =>
  make.delivery('delivery', 'degree', {
    months: [12, 12, 12],
    entryPoints: [
      make.entryPoint(1),
      ...[2, 3].map((stage) =>
        make.entryPoint(
          stage,
          dice.maybe(1 / 3, () => ({ outstanding: { credits: 20 } })),
        ),
      ),
    ],
  });

/** How many sources cover how many targets. */
const SHAPES = [
  [2, 1],
  [1, 2],
  [2, 2],
] as const;

function mappingsOf(dice: Dice, count: number, held: Module[], targets: Module[][]): Mapping[] {
  const rows = new Map<string, Mapping>();
  for (let tries = 0; rows.size < count; tries++) {
    if (tries > 100_000) throw new RangeError(`no ${count} mappings can stand between these modules`);
    const [many, few] =
      SHAPES[rows.size] ??
      dice.one([
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
        [2, 1],
        [2, 1],
        [1, 2],
        [2, 2],
      ] as const);
    const from = dice.some(held, many);
    const to = dice.some(targets[dice.one([0, 0, 0, 1, 1, 2])]!, few);
    const shape = `${idsOf(from)} ${idsOf(to)}`;
    if (!stands(from, to) || rows.has(shape)) continue;
    const id = `m-${String(rows.size + 1).padStart(3, '0')}`;
    const strength = dice.one(['guaranteed', 'precedent', 'discretion'] as const);
    rows.set(shape, make.mapping(id, idsOf(from), idsOf(to), { strength }));
  }
  return [...rows.values()];
}

const idsOf = (modules: Module[]): string[] => modules.map(({ id }) => id).sort();

/** At every level the sources hold as many credits at or above it as the targets. */
const stands = (from: Module[], to: Module[]): boolean =>
  to.every(({ level }) => creditsFrom(to, level) <= creditsFrom(from, level));

const creditsFrom = (modules: Module[], level: number): number =>
  modules.reduce((sum, module) => sum + (module.level >= level ? module.credits : 0), 0);
