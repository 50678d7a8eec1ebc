import { fairFlow } from '../../src/kernel/flow/fair.js';
import { Flow } from '../../src/kernel/flow/flow.js';
import type { Network } from '../../src/kernel/flow/types.js';
import { Dice } from '../../test/support/dice.js';
import { median, table, timed } from '../credit/measure.js';

/**
 * Ten more places at an entry point, and then ten fewer, against solving the flow anew; each pair in turn in one run,
 * medians of ratios, equal flow or it stops. Made-up numbers of the real size: 2,000 cohorts of 100,000 people, 3,000
 * entry points, each to a pool or free of one, 300 pools, 20 larger pools.
 */
const [COHORTS, PEOPLE, ENTRIES, POOLS, LARGER] = [2_000, 100_000, 3_000, 300, 20];
const REGIONS = 10;
const PAIRS = Number(process.env.PAIRS ?? 60);
const MORE = 10;

/** `share`: places of all entry points for each of the people, about. */
function placesOf(seed: number, share: number): { network: Network; entries: readonly number[] } {
  const dice = new Dice(seed);
  const arcs: [number, number, number][] = [];
  const sink = 1;
  const cohort = (at: number): number => 2 + at;
  const entry = (at: number): number => cohort(COHORTS) + at;
  const pool = (at: number): number => entry(ENTRIES) + at;
  const larger = (at: number): number => pool(POOLS) + at;
  const heads = new Array<number>(COHORTS).fill(1);
  for (let left = PEOPLE - COHORTS; left > 0; left--) heads[dice.whole(0, COHORTS - 1)]!++;
  for (let at = 0; at < COHORTS; at++) {
    arcs.push([0, cohort(at), heads[at]!]);
    const region = at % REGIONS;
    for (const near of dice.some(
      Array.from({ length: 30 }, () => dice.whole(0, ENTRIES / REGIONS - 1)),
      dice.whole(0, 25),
    ))
      arcs.push([cohort(at), entry(near * REGIONS + region), Number.POSITIVE_INFINITY]);
  }
  const entries: number[] = [];
  const places = (PEOPLE * share) / ENTRIES;
  for (let at = 0; at < ENTRIES; at++) {
    const to = dice.chance(0.2) ? sink : pool(dice.whole(0, POOLS / REGIONS - 1) * REGIONS + (at % REGIONS));
    entries.push(arcs.push([entry(at), to, dice.whole(0, Math.round(2 * places))]) - 1);
  }
  for (let at = 0; at < POOLS; at++) {
    const to = dice.chance(0.3) ? sink : larger(dice.whole(0, LARGER / REGIONS - 1) * REGIONS + (at % REGIONS));
    arcs.push([pool(at), to, dice.whole(0, Math.round((2 * PEOPLE * share) / POOLS))]);
  }
  for (let at = 0; at < LARGER; at++) arcs.push([larger(at), sink, Math.round((PEOPLE * share) / LARGER / 2)]);
  return {
    entries,
    network: {
      nodes: larger(LARGER),
      source: 0,
      sink,
      from: Int32Array.from(arcs, ([from]) => from),
      to: Int32Array.from(arcs, ([, to]) => to),
      capacity: Float64Array.from(arcs, ([, , capacity]) => capacity),
    },
  };
}

function row(seed: number, share: number): (string | number)[] {
  const { network, entries } = placesOf(seed, share);
  const dice = new Dice(seed);
  const flow = new Flow(network);
  const worth = timed(() => flow.worthOfOneMore());
  const capacity = Float64Array.from(network.capacity);
  const pairs = Array.from({ length: PAIRS }, () => {
    const arc = dice.one(entries);
    capacity[arc]! += MORE;
    const more = timed(() => flow.raise(arc, MORE));
    const anew = timed(() => new Flow({ ...network, capacity }));
    if (anew.result.value !== flow.value) throw new Error(`arc ${arc}: ${flow.value}, anew ${anew.result.value}`);
    if (anew.result.cut('sink').capacity !== flow.value) throw new Error(`arc ${arc}: the flow is not the cut`);
    capacity[arc]! -= MORE;
    const fewer = timed(() => flow.lower(arc, MORE));
    const before = timed(() => new Flow({ ...network, capacity }));
    if (before.result.value !== flow.value || fewer.result !== more.result)
      throw new Error(`arc ${arc}: not taken back`);
    return {
      gained: more.result,
      more: anew.ms / more.ms,
      us: 1_000 * more.ms,
      fewer: before.ms / fewer.ms,
      anew: anew.ms,
    };
  });
  const useful = pairs.filter(({ gained }) => gained > 0);
  const fair = timed(() => fairFlow(network));
  return [
    `${share} places a head`,
    flow.value,
    network.from.length,
    median(pairs.map(({ anew }) => anew)),
    median(pairs.map(({ more }) => more)),
    `${useful.length}/${PAIRS}`,
    median(useful.map(({ more }) => more)),
    median(useful.map(({ us }) => us)),
    median(pairs.map(({ fewer }) => fewer)),
    worth.ms,
    fair.ms,
    fair.result.length,
  ];
}

const heading = [
  'made up, seeded',
  'placed',
  'arcs',
  'anew ms',
  `anew/+${MORE}`,
  'of use',
  `anew/+${MORE} there`,
  `+${MORE} us there`,
  `anew/-${MORE}`,
  'worth of one more everywhere ms',
  'fair shares ms',
  'levels',
];
process.stdout.write(`${table([heading, ...[0.3, 0.7, 1.2].map((share, at) => row(at + 1, share))])}\n`);
