import type { Rows } from '../../src/domain/catalogue.js';
import type { PreparationQuestion } from '../../src/domain/preparation.js';
import type { Module, Prerequisite } from '../../src/domain/provision.js';
import type { Mapping } from '../../src/domain/recognition.js';
import { monthOf } from '../../src/domain/time.js';
import { Dice } from '../../test/support/dice.js';
import * as make from '../../test/support/rows.js';

/** Modules on offer. */
const ON_OFFER = 400;
/** Fields of study that modules on offer and programmes belong to: what is mapped comes mostly from the own field. */
const FIELDS = 4;

/** A catalogue and a question with so many targets. */
export interface Instance {
  readonly seed: number;
  readonly rows: Rows;
  readonly question: PreparationQuestion;
}

/**
 * A random instance; the same seed gives the same one. Each target is the second stage of a programme, with a first stage
 * of 5 to 25 modules of 20 credits at level 4. Each of these is covered in one to four ways: by one module of its own of
 * the 400 on offer, so that something always does, and by others of one to four modules (20 to 40 credits, level 4 or 5),
 * half of them of one, seven in ten of the programme's own field. Three in ten modules ask for others first: one, one of
 * two, or two together; the chains are up to four long. All are offered by
 * distance, beside others, twice a year for four to eight months, at £300 to £1,500. Programmes credit at most one half
 * or two thirds, and nothing older than five years.
 */
export function instanceOf(targets: number, seed: number): Instance {
  const dice = new Dice(seed);
  const pool = Array.from({ length: ON_OFFER }, (_, at) => moduleOnOffer(dice, at));
  const degrees = Array.from({ length: targets }, (_, at) => degreeOf(dice, `p${at + 1}`, pool, at % FIELDS));
  const rows = make.rowsWith({
    institutions: [make.institution('university'), make.institution('college')],
    qualifications: [make.qualification('honours')],
    modules: [...pool, ...degrees.flatMap(({ modules }) => modules)],
    programmes: degrees.map(({ programme }) => programme),
    deliveries: degrees.map(({ delivery }) => delivery),
    mappings: degrees.flatMap(({ mappings }) => mappings),
    policies: degrees.map(({ policy }) => policy),
  });
  const question: PreparationQuestion = {
    learner: { modules: dice.some(pool, 4).map(({ id }) => ({ module: id, on: '2026-06' })) },
    targets: degrees.map(({ programme }) => ({ programme: programme.id, stage: 2, intake: monthOf('2030-09') })),
    first: monthOf('2027-01'),
    fewest: 'MODULES',
  };
  return { seed, rows, question };
}

const nameOf = (at: number): string => `m${String(at + 1).padStart(3, '0')}`;

/** A module may ask for modules that come before it in the list, of its own field: chains end. */
function moduleOnOffer(dice: Dice, at: number): Module {
  const id = nameOf(at);
  const step = Math.floor((at % 100) / 25);
  const before = (): string => nameOf(at - (at % 25) - 25 + dice.whole(0, 24));
  return make.module(id, {
    credits: dice.one([20, 20, 30, 40]),
    level: dice.one([4, 5]),
    offers: [
      {
        id: `${id}-singly`,
        fee: 50 * dice.whole(6, 30),
        intakes: dice.one([
          [2, 10],
          [1, 9],
        ]),
        months: dice.one([4, 6, 8]),
        releaseDays: 0.5,
        concurrent: true,
        distance: true,
      },
    ],
    ...(step > 0 && dice.chance(0.4) ? { prerequisites: treeOf(dice, before) } : {}),
  });
}

function treeOf(dice: Dice, before: () => string): Prerequisite {
  const [a, b] = [before(), before()];
  return dice.one<Prerequisite>([a, a, { any: [a, b] }, { all: [a, b] }]);
}

function degreeOf(dice: Dice, id: string, pool: readonly Module[], field: number) {
  const first = Array.from({ length: dice.whole(5, 25) }, (_, at) =>
    make.module(`${id}-t${String(at + 1).padStart(2, '0')}`, { institution: 'university' }),
  );
  const second = make.module(`${id}-final`, { institution: 'university', level: 5 });
  const own = pool.slice(field * 100, field * 100 + 100);
  const source = (): Module => dice.one(dice.chance(0.7) ? own : pool);
  const sure = dice.some(own, first.length);
  const mappings = first.flatMap((target, t) =>
    Array.from({ length: dice.whole(1, 4) }, (_, at): Mapping => {
      const others = Array.from({ length: dice.one([1, 1, 1, 1, 2, 2, 3, 4]) }, () => source().id);
      const sources = at === 0 ? [sure[t]!.id] : [...new Set(others)];
      return make.mapping(`${id}-t${t + 1}-m${at + 1}`, sources, [target.id], { strength: 'precedent' });
    }),
  );
  const credits = 20 * first.length;
  return {
    programme: make.programme(id, {
      credits: dice.one([2 * credits, 3 * credits]),
      stages: [{ core: first.map((module) => module.id) }, { core: [second.id] }],
    }),
    modules: [...first, second],
    delivery: make.delivery(`${id}-d`, id, {
      months: [24, 24],
      entryPoints: [make.entryPoint(1), make.entryPoint(2)],
    }),
    mappings,
    policy: make.policy(
      `${id}-policy`,
      [
        { id: `${id}-share`, kind: 'share', fraction: dice.one(['1/2', '2/3']) },
        { id: `${id}-currency`, kind: 'currency', months: 60 },
      ],
      { programmes: [id] },
    ),
  };
}
