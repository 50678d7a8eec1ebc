import { expect, test } from 'vitest';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Learner } from '../../src/domain/learner.js';
import { monthOf } from '../../src/domain/time.js';
import { assess, bestSolution } from '../../src/engines/credit/assess.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { Dice } from '../support/dice.js';
import {
  agreement,
  delivery,
  entryPoint,
  mapping,
  module,
  policy,
  programme,
  qualification,
  rowsWith,
} from '../support/rows.js';

const CASES = process.env.LAWS === 'long' ? 1000 : 150;
const FIRST = Number(process.env.SEED ?? 1);
const START = monthOf('2026-09');

/** A degree with a choice of options before its second stage, some credit in hand, and things on offer besides. */
interface Small {
  rows: Rows;
  learner: Learner;
}

function smallWorld(seed: number): Small {
  const dice = new Dice(seed);
  const targets = ['t1', 't2', 't3', 't4'];
  const singles = ['o1', 'o2', 'o3', 'o4'];
  const fee = () => 100 * dice.whole(0, 6);
  const byChoice = dice.chance(0.5);
  const source = () => dice.one(['h', ...singles, 'd1', 'd2']);
  const rows = rowsWith({
    qualifications: [qualification('fdsc', { level: 5 })],
    programmes: [
      programme('degree', {
        credits: 120,
        stages: [
          byChoice
            ? { credits: 60, core: ['t1', 't2'], groups: [{ id: 'g', choose: { members: 1 }, members: ['t3', 't4'] }] }
            : { credits: 80, core: targets },
          { core: ['t5'] },
        ],
      }),
      programme('diploma', { award: 'fdsc', level: 5, stages: [{ core: ['d1'] }, { core: ['d2'] }] }),
    ],
    deliveries: [
      delivery('degree-pt', 'degree', {
        months: [12, 12],
        entryPoints: [entryPoint(1), entryPoint(2, dice.chance(0.3) ? { outstanding: { credits: 20 } } : {})],
      }),
      delivery('diploma-pt', 'diploma', { months: [6, 6], fee: { perStage: [fee(), fee()] } }),
    ],
    modules: [
      ...[...targets, 't5'].map((id) => module(id, { institution: 'university' })),
      ...['h', 'd1', 'd2'].map((id) => module(id, { credits: dice.one([20, 40]) })),
      ...singles.map((id) =>
        module(id, {
          credits: dice.one([20, 40]),
          offers: [{ id: `${id}-offer`, fee: fee(), intakes: [9], months: 4, releaseDays: 1 }],
        }),
      ),
    ],
    mappings: [
      mapping('given', ['h'], ['t1']),
      ...Array.from({ length: dice.whole(3, 7) }, (_, i) =>
        mapping(
          `m${i}`,
          [...new Set([source(), ...(dice.chance(0.3) ? [source()] : [])])],
          [...new Set([dice.one(targets), ...(dice.chance(0.2) ? [dice.one(targets)] : [])])],
        ),
      ),
    ],
    agreements: dice.chance(0.3) ? [agreement('a', 'fdsc', 'degree', 2)] : [],
    policies: dice.chance(0.3)
      ? [policy('p', [{ id: 'share', kind: 'share', fraction: dice.one(['1/2', '2/3']) }], { programmes: ['degree'] })]
      : [],
  });
  return { rows, learner: { modules: [{ module: 'h', on: '2025-07' }] } };
}

/** What can be studied first: each single module, and the diploma to each of its stages. */
const OFFERS = [
  ...['o1', 'o2', 'o3', 'o4'].map((id) => ({ id, stage: 1 })),
  ...[1, 2].map((stage) => ({ id: 'diploma', stage })),
];
type Offer = (typeof OFFERS)[number];

const nameOf = ({ id, stage }: Offer): string => (id === 'diploma' ? `${id}@${stage}` : id);

function feeOf({ rows }: Small, { id, stage }: Offer): number {
  if (id !== 'diploma') return rows.modules.find((row) => row.id === id)!.offers![0]!.fee;
  const stages = rows.deliveries.find((row) => row.programme === 'diploma')!.fee.perStage!;
  return stages.slice(0, stage).reduce((sum, fee) => sum + fee, 0);
}

/** Whether stage 2 can be joined by who holds some offers besides. */
function opens(catalogue: Catalogue, { learner }: Small, offers: Offer[]): boolean {
  const singles = offers.filter(({ id }) => id !== 'diploma');
  const asked = {
    ...learner,
    modules: [...(learner.modules ?? []), ...singles.map(({ id }) => ({ module: id, on: '2026-09' }))],
    awards: offers.filter(({ id }) => id === 'diploma').map(({ id, stage }) => ({ award: id, stage, on: '2026-09' })),
  };
  const question = { programme: 'degree', start: START, objective: 'ENTRY' as const };
  return bestSolution(catalogue, holdingsOf(catalogue, asked), question).entryStage >= 2;
}

/** Every set of offers that opens the stage and holds no smaller one that does, with what it costs. */
function byTrying(small: Small, catalogue: Catalogue): Map<string, number> {
  const sets = Array.from({ length: 2 ** OFFERS.length - 1 }, (_, i) => OFFERS.filter((_, at) => (i + 1) & (1 << at)))
    .filter((set) => set.length <= 4 && set.filter(({ id }) => id === 'diploma').length < 2)
    .sort((a, b) => a.length - b.length);
  const opening = sets.filter((set) => opens(catalogue, small, set));
  const part = (a: Offer[], b: Offer[]): boolean =>
    a.every(({ id, stage }) => b.some((other) => other.id === id && other.stage >= stage));
  const least = opening.filter((set) => !opening.some((other) => other !== set && part(other, set)));
  return new Map(
    least.map((set) => [set.map(nameOf).sort().join(), set.reduce((sum, offer) => sum + feeOf(small, offer), 0)]),
  );
}

test(`the cheapest ways to the next stage are those that trying every combination finds, in ${CASES} small worlds`, {
  timeout: 900_000,
}, () => {
  let ways = 0;
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const small = smallWorld(seed);
    const catalogue = new Catalogue(small.rows);
    const { stranded } = assess(catalogue, { learner: small.learner, programme: 'degree', start: START });
    if (!stranded || stranded.missing.length === 0) continue;
    const all = byTrying(small, catalogue);
    const found = stranded.ways.map(({ supplies, fee }) => ({
      set: supplies
        .map(({ id, upToStage }) => (id === 'diploma' ? `${id}@${upToStage ?? 2}` : id))
        .sort()
        .join(),
      fee,
    }));
    const where = `SEED=${seed}: ${JSON.stringify(found)} of ${JSON.stringify([...all])}`;
    for (const { set, fee } of found) expect(all.get(set), where).toBe(fee);
    const cheapest = [...all.values()].sort((a, b) => a - b).slice(0, 5);
    expect(
      found.map(({ fee }) => fee),
      where,
    ).toEqual(cheapest);
    ways += found.length;
  }
  expect(ways).toBeGreaterThan(CASES / 2);
});
