import type { Rows } from '../../src/domain/catalogue.js';
import type { Id } from '../../src/domain/fact.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Limit } from '../../src/domain/limits.js';
import type { Delivery, Module, Programme } from '../../src/domain/provision.js';
import type { Mapping, Policy, Strength } from '../../src/domain/recognition.js';
import { Dice } from '../../test/support/dice.js';
import * as make from '../../test/support/rows.js';

/** How large a made-up catalogue is to be. */
export interface Size {
  programmes: number;
  mappings: number;
}

/** Today's real size is about 3x; 64x is the size that must hold: 20,000 programmes and 1,000,000 mappings. */
export const scaled = (times: number): Size => ({ programmes: 312.5 * times, mappings: 15_625 * times });

const DISTRICTS = 9;
const PARTS = 20;
/** Programmes that one institution runs. */
const OF_ONE = 50;
/** Mappings from one foundation degree into one degree, where the receiving institution has looked at it. */
const OF_A_PAIR = 6;

/** A catalogue and a learner to ask of it. */
export interface Country {
  rows: Rows;
  learner: Learner;
}

/**
 * A made-up country, the same for the same seed. Two programmes in five are foundation degrees of 240 credits, twelve
 * modules each with two options; the others are degrees of 360 credits and seventeen modules that lead to one of twenty
 * register parts: 15 modules a programme, two deliveries each. A receiving institution has looked at some foundation
 * degrees for each of its degrees, near and far alike, and recognises half a dozen things of each: most one module for
 * one, some bundles (2 to 1, 1 to 2, 2 to 2), choices of two in three, and parts of a module's outcomes. Policies are laid
 * down for each register part, by each institution, and for a third of the degrees. The learner holds 40 modules of
 * six foundation degrees; how much leads from a module hangs on mappings per programme, not on the size of the country.
 */
export function country({ programmes, mappings }: Size, seed = 2015): Country {
  const dice = new Dice(seed);
  const institutions = Math.max(2, Math.round(programmes / OF_ONE));
  const foundations = Array.from({ length: Math.round(programmes * 0.4) }, (_, at) =>
    foundationDegree(at, `hei${at % institutions}`, dice),
  );
  const degrees = Array.from({ length: Math.round(programmes * 0.6) }, (_, at) =>
    degree(at, `hei${at % institutions}`, dice),
  );
  const rows = make.rowsWith({
    regions: numbered(DISTRICTS, (at) => make.region(`region${at}`)),
    institutions: numbered(institutions, (at) =>
      make.institution(`hei${at}`, {
        place: { region: `region${at % DISTRICTS}`, latitude: 50 + dice.next() * 5, longitude: dice.next() * -4 },
      }),
    ),
    registerParts: numbered(PARTS, (at) => make.registerPart(`part${at}`)),
    qualifications: [make.qualification('fdsc', { kind: 'FdSc', level: 5 }), make.qualification('honours')],
    modules: [...foundations, ...degrees].flatMap(({ modules }) => modules),
    programmes: [...foundations, ...degrees].map(({ programme }) => programme),
    deliveries: [...foundations, ...degrees].flatMap(({ deliveries }) => deliveries),
    mappings: recognised(foundations, degrees, mappings, dice),
    agreements: foundations.map(({ programme }, at) =>
      make.agreement(`agreed${at}`, programme.id, dice.one(degrees).programme.id, 2, { strength: 'guaranteed' }),
    ),
    experienceMappings: numbered(20, (at) => {
      const { programme, modules } = dice.one(degrees);
      return make.experienceMapping(`care${at}`, { programmes: [programme.id], targets: [modules[0]!.id] });
    }),
    policies: policiesOf(institutions, degrees, dice),
  });
  return { rows, learner: learnerOf(foundations) };
}

const numbered = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));

/** A programme with what belongs to it. */
interface Study {
  programme: Programme;
  modules: Module[];
  deliveries: Delivery[];
}

/** Stages of five modules, one of them of 40 credits, and one of two options beside them: 240 credits in all. */
function foundationDegree(at: number, institution: Id, dice: Dice): Study {
  const id = `fd${at}`;
  const stages = [4, 5].map((level) =>
    numbered(6, (n) =>
      make.module(`${id}-${level}${'abcdef'[n]}`, { institution, level, credits: n === 0 ? 40 : 20, ...hours(dice) }),
    ),
  );
  const programme = make.programme(id, {
    institution,
    award: 'fdsc',
    level: 5,
    credits: 240,
    stages: stages.map((modules, stage) => ({
      credits: 120,
      core: ids(modules.slice(0, 4)),
      groups: [{ id: `${id}-options${stage + 1}`, choose: { members: 1 }, members: ids(modules.slice(4)) }],
    })),
  });
  return { programme, modules: stages.flat(), deliveries: deliveriesOf(programme, dice) };
}

/** Stages of six modules, six with a choice of one in two, and five with a dissertation: 360 credits in all. */
function degree(at: number, institution: Id, dice: Dice): Study {
  const id = `bsc${at}`;
  const stages = [6, 6, 5].map((count, stage) =>
    numbered(count, (n) =>
      make.module(`${id}-${stage + 4}${'abcdef'[n]}`, {
        institution,
        level: stage + 4,
        credits: stage === 1 && n >= 3 ? 30 : stage === 2 && n === 0 ? 40 : 20,
        ...hours(dice),
        ...dice.maybe(0.1, () => ({ outcomes: ['o1', 'o2'].map((outcome) => ({ id: outcome, text: outcome })) })),
      }),
    ),
  );
  const [first, second, third] = stages as [Module[], Module[], Module[]];
  const programme = make.programme(id, {
    institution,
    credits: 360,
    leadsTo: [`part${at % PARTS}`],
    stages: [
      { credits: 120, core: ids(first) },
      {
        credits: 120,
        core: ids(second.slice(0, 4)),
        groups: [{ id: `${id}-options`, choose: { members: 1 }, members: ids(second.slice(4)) }],
      },
      { credits: 120, core: ids(third) },
    ],
  });
  return { programme, modules: stages.flat(), deliveries: deliveriesOf(programme, dice) };
}

const hours = (dice: Dice) => ({ theoryHours: 100, ...dice.maybe(0.3, () => ({ practiceHours: 75 })) });

const ids = (modules: Module[]): Id[] => modules.map(({ id }) => id);

/** Full-time, joined at every stage; and part-time beside a job, joined at the first two. */
function deliveriesOf({ id, stages }: Programme, dice: Dice): Delivery[] {
  const fee = dice.one([6000, 9250, 9535]);
  return [
    make.delivery(`${id}-ft`, id, {
      pace: 'full-time',
      months: stages.map(() => 12),
      fee: { perStage: stages.map(() => fee) },
      entryPoints: stages.map((_, at) => make.entryPoint(at + 1)),
    }),
    make.delivery(`${id}-pt`, id, {
      employment: 'beside',
      months: stages.map(() => 18),
      fee: { perCredit: fee / 120 },
      paced: dice.one(['cohort', 'module']),
      entryPoints: [1, 2].map((stage) => make.entryPoint(stage)),
    }),
  ];
}

/** What the degrees recognise of foundation degrees, pair by pair until there are as many rows as asked. */
function recognised(foundations: Study[], degrees: Study[], count: number, dice: Dice): Mapping[] {
  const rows: Mapping[] = [];
  for (let at = 0; rows.length < count; at++) {
    const to = degrees[at % degrees.length]!;
    const from = dice.one(foundations);
    for (let n = 0; n < OF_A_PAIR && rows.length < count; n++)
      rows.push(mappingOf(`m${rows.length}`, from.modules, to.modules, dice));
  }
  return rows;
}

const STRENGTHS: Strength[] = ['guaranteed', 'precedent', 'discretion'];

/** One thing recognised. Sources are of the level of the target as a rule; now and then they fall short of it. */
function mappingOf(id: Id, sources: Module[], targets: Module[], dice: Dice): Mapping {
  const second = dice.chance(0.4);
  // A module of 40 credits stands first in each stage of a foundation degree; the other five have 20.
  const [large, ...small] = second ? sources.slice(6) : sources.slice(0, 6);
  const stage = second && dice.chance(0.95) ? targets.slice(6, 9) : targets.slice(0, 6);
  const over = { strength: dice.one(STRENGTHS), ...dice.maybe(0.04, () => ({ status: 'proposed' as const })) };
  const row = (from: Module[], to: Module[], more: Partial<Mapping> = {}): Mapping =>
    make.mapping(id, ids(from), ids(to), { ...over, ...more });
  const [target, other] = dice.some(stage, 2) as [Module, Module];
  const shape = dice.next();
  if (shape < 0.72) return row([dice.one(small)], [target]);
  if (shape < 0.8) return row(dice.some(small, 2), [target]);
  if (shape < 0.88) return row([large!], [target, other]);
  if (shape < 0.94) return row(dice.some(small, 2), [target, other]);
  if (shape < 0.97) return row(dice.some(small, 3), [target], { choose: 2 });
  return target.outcomes
    ? row([dice.one(small)], [target], { outcomes: [dice.one(['o1', 'o2'])] })
    : row([large!], [target]);
}

function policiesOf(institutions: number, degrees: Study[], dice: Dice): Policy[] {
  const limits = (id: Id, all: Limit[]): Limit[] => all.map((limit, at) => ({ ...limit, id: `${id}-${at + 1}` }));
  const own = (at: number): Limit[] => [
    { id: '', kind: 'share', fraction: dice.one(['1/2', '2/3', '3/4']) },
    { id: '', kind: 'currency', months: dice.one([60, 84, 120]) },
    { id: '', kind: 'mark', mark: 40, ...dice.maybe(0.3, () => ({ refuseCompensated: true })) },
    ...(at % 3 === 0 ? [{ id: '', kind: 'minimum', credits: 20 } satisfies Limit] : []),
  ];
  return [
    ...numbered(PARTS, (at) =>
      make.policy(`regulator${at}`, limits(`regulator${at}`, [{ id: '', kind: 'share', fraction: '2/3' }]), {
        registerParts: [`part${at}`],
      }),
    ),
    ...numbered(institutions, (at) =>
      make.policy(`rules${at}`, limits(`rules${at}`, own(at)), { institutions: [`hei${at}`] }),
    ),
    ...degrees
      .filter((_, at) => at % 3 === 0)
      .map(({ programme: { id } }) =>
        make.policy(`final-${id}`, limits(`final-${id}`, [{ id: '', kind: 'stage', stage: 'final', credits: 0 }]), {
          programmes: [id],
        }),
      ),
  ];
}

/** Two foundation degrees whole, and four modules of each of four more. */
function learnerOf(foundations: Study[]): Learner {
  const held = [0, 1, 2, 3, 4, 5].map((at) => foundations[at]!.modules);
  const taken = held.flatMap((modules, at) => (at < 2 ? modules : modules.slice(at, at + 4)));
  return {
    modules: taken.map(({ id }, at) => ({
      module: id,
      on: at % 9 === 0 ? '2019-07' : '2025-07',
      mark: 45 + (at % 30),
    })),
    awards: [],
  };
}
