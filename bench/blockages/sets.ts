import { bestSets } from '../../src/kernel/best-sets/best-sets.js';
import type { Group, SetsQuestion } from '../../src/kernel/best-sets/types.js';
import { Dice } from '../../test/support/dice.js';
import { median, table, timed } from '../credit/measure.js';

/**
 * The exact best sets beside what counting and greedy picking choose, on made-up files of 312 blocked cohorts and 71
 * barriers: each cohort of 1-40 people has 1-4 minimal sets of barriers that must all go. Counting takes the barriers
 * that stop the most people; greedy the barrier that frees the most at each step, or the most for its cost. Both fill a
 * step at which nothing is freed by the barrier that stops most.
 */
const [COHORTS, BARRIERS] = [312, 71];
const BUDGETS = [1, 2, 3, 4, 5, 6, 7, 8];
const ROUNDS = Number(process.env.ROUNDS ?? 1);

interface Kind {
  readonly name: string;
  readonly sizes: readonly number[];
  /** Above 1: some barriers stop far more cohorts than others. */
  readonly skew: number;
  readonly prices: readonly number[];
  readonly budgets: readonly number[];
  readonly measure: SetsQuestion['measure'];
}

const MIXED = [1, 2, 2, 2, 2, 2, 3, 3, 3, 4];
const PAIRED = [2, 2, 2, 3, 3];
const KINDS: readonly Kind[] = [
  { name: 'sets of 1-4', sizes: MIXED, skew: 1.5, prices: [1], budgets: BUDGETS, measure: 'count' },
  {
    name: 'sets of 1-4, by cost',
    sizes: MIXED,
    skew: 1.5,
    prices: [1, 2, 3, 5],
    budgets: [2, 4, 6, 8, 10],
    measure: 'cost',
  },
  {
    name: 'hard: pairs and threes, all barriers alike',
    sizes: PAIRED,
    skew: 1,
    prices: [1],
    budgets: BUDGETS,
    measure: 'count',
  },
];

function fileOf(seed: number, { sizes, skew, prices, budgets, measure }: Kind): SetsQuestion {
  const dice = new Dice(seed);
  const barrier = (): number => Math.floor(BARRIERS * dice.next() ** skew);
  const groups = Array.from({ length: COHORTS }, (): Group => {
    const sets: number[][] = [];
    for (let count = dice.whole(1, 4); count > 0; count--) {
      const set = new Set<number>();
      for (const size = dice.one(sizes); set.size < size; ) set.add(barrier());
      sets.push([...set]);
    }
    return { weight: dice.whole(1, 40), sets };
  });
  return { costs: Array.from({ length: BARRIERS }, () => dice.one(prices)), groups, budgets, measure };
}

const freedBy = (groups: readonly Group[], chosen: ReadonlySet<number>): number =>
  groups.reduce(
    (sum, { weight, sets }) => sum + (sets.some((set) => set.every((item) => chosen.has(item))) ? weight : 0),
    0,
  );

/** Takes barriers one by one, each time the one of greatest worth that the budget still allows; how many that frees. */
function picked(
  { costs, groups, measure }: SetsQuestion,
  budget: number,
  worth: (item: number, chosen: ReadonlySet<number>) => number,
): number {
  const chosen = new Set<number>();
  for (let left = budget; ; ) {
    let [best, most] = [-1, -1];
    for (const item of costs.keys()) {
      if (chosen.has(item) || (measure === 'cost' ? costs[item]! : 1) > left) continue;
      const own = worth(item, chosen);
      if (own > most) [best, most] = [item, own];
    }
    if (best < 0) return freedBy(groups, chosen);
    chosen.add(best);
    left -= measure === 'cost' ? costs[best]! : 1;
  }
}

function rows(kind: Kind): (string | number)[][] {
  const file = fileOf(1, kind);
  const { costs, groups } = file;
  const stops = costs.map((_, item) =>
    groups.reduce((sum, { weight, sets }) => sum + (sets.some((set) => set.includes(item)) ? weight : 0), 0),
  );
  const gain = (item: number, chosen: ReadonlySet<number>): number =>
    freedBy(groups, new Set([...chosen, item])) - freedBy(groups, chosen) + stops[item]! / 1e6;
  return bestSets(file).map(({ budget, freed, items, proven, first, others }) => [
    budget,
    picked(file, budget, (item) => stops[item]!),
    picked(file, budget, gain),
    picked(file, budget, (item, chosen) => gain(item, chosen) / costs[item]!),
    freed,
    proven && first ? 'proven' : 'BOUNDED',
    others.count,
    items.join(' '),
  ]);
}

for (const kind of KINDS) {
  const people = fileOf(1, kind).groups.reduce((sum, { weight }) => sum + weight, 0);
  process.stdout.write(`${kind.name}: ${people} people blocked (made up, seed 1)\n`);
  const heading = ['budget', 'counting', 'greedy', 'greedy/cost', 'exact', '', 'others', 'barriers'];
  process.stdout.write(`${table([heading, ...rows(kind)])}\n`);
  const files = Array.from({ length: 3 }, (_, seed) => fileOf(seed + 1, kind));
  const each = files.map((file) => median(Array.from({ length: ROUNDS }, () => timed(() => bestSets(file)).ms)));
  process.stdout.write(`all budgets of three such files, ms each: ${each.map(Math.round).join(', ')}\n\n`);
}
