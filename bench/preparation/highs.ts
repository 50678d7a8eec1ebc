/**
 * Preparation beside HiGHS (WebAssembly, one thread), on random instances of one to nine targets.
 *
 *   npm run bench:preparation -- [instances for each number of targets, 60 where not given] [first seed, 1]
 *
 * Four things are timed, interleaved, after a warm-up:
 * - HiGHS on the programme that we solve, for the fewest modules alone, under two settings, of which the faster counts
 *   for each instance: from rows in memory to values in memory;
 * - our solver, from the same rows to values and the written proof of the same;
 * - our whole search, from the question: what is relevant, claims, rows, the fewest modules, then credits, fees and ids,
 *   and a schedule. The catalogue is new to it each time, so nothing is remembered.
 *
 * HiGHS's values, rounded, must keep every row in whole numbers and be worth what ours are; ours must be proven, by both.
 * What is not is told one by one, and so is what falls short of what is asked; the exit status is then 1.
 */
import type { PreparationModel } from '../../src/engines/preparation/model.js';
import { type Optimum, optimum } from '../../src/engines/preparation/optimum.js';
import { termsOf } from '../../src/engines/preparation/terms.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type Best, bestBinary } from '../../src/kernel/best-binary.js';
import { Compact } from '../../src/kernel/compact.js';
import { weigh } from '../../src/kernel/lexicographic.js';
import { Highs, type Options } from '../../test/support/highs.js';
import { median, table, timed } from '../credit/measure.js';
import { instanceOf } from './instances.js';

const SETTINGS: Options[] = [
  {},
  { mip_heuristic_effort: 0, mip_heuristic_run_feasibility_jump: false, mip_detect_symmetry: false },
];
/** Milliseconds of the whole for one target (median) and for nine together (95th of a hundred); times as fast as HiGHS. */
const ASKED = { one: 5, nine: 50, times: 10 };
const MOST_TARGETS = 9;
const STEPS = 400_000;
const WARM_UP = 8;

interface Measured {
  readonly highs: number;
  readonly ours: number;
  readonly whole: number;
  readonly modules: number;
  readonly variables: number;
  readonly failure: string | null;
}

function gainsOf({ model, study }: PreparationModel): Float64Array {
  const gains = new Float64Array(model.variables);
  for (const [, variable] of study) gains[variable] = -1;
  return gains;
}

function measured(highs: Highs, targets: number, seed: number): Measured {
  const { rows, question } = instanceOf(targets, seed);
  const catalogue = new Catalogue(rows);
  const { ms: whole, result: found } = timed(() => optimum(termsOf(catalogue, question)));
  const { model } = found.model;
  const gains = gainsOf(found.model);
  const program = {
    gains: [...gains],
    upper: [...gains].map(() => 1),
    whole: [...gains].map(() => true),
    rows: model.rows,
  };
  const leading = weigh(model.variables, [{ gains, least: -found.model.study.length, most: 0 }]);
  const { ms: ours, result: best } = timed(() =>
    bestBinary(new Compact(model.variables, model.rows), model.turns, leading, { left: STEPS }),
  );
  const verdicts = SETTINGS.map((options) => highs.best(program, options));
  return {
    whole,
    ours,
    highs: Math.min(...verdicts.map(({ milliseconds }) => milliseconds)),
    modules: found.studied.length,
    variables: model.variables,
    failure: verdicts.map((verdict) => fault(found, best, verdict)).find((one) => one !== null) ?? null,
  };
}

/** What is wrong between HiGHS's answer, our solver's and the whole; null if nothing is. */
function fault(
  { proof, studied, model }: Optimum,
  best: Best,
  { says, columns }: ReturnType<Highs['best']>,
): string | null {
  if (says !== 'best') return `HiGHS says ${says}`;
  if (proof !== 'OPTIMAL' || best.bound !== best.worth) return 'ours is not proven';
  const values = Array.from(columns, Math.round);
  if (!model.model.allows(values)) return 'what HiGHS found breaks a row once it is rounded';
  const theirs = model.study.reduce((sum, [, variable]) => sum + values[variable]!, 0);
  if (theirs === studied.length && theirs === -best.worth) return null;
  return `HiGHS finds ${theirs} modules, our solver ${-best.worth}, the whole ${studied.length}`;
}

const part = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))]!;
const geometricMean = (numbers: readonly number[]): number =>
  Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);

const [instances = 60, first = 1] = process.argv.slice(2).map(Number);
const highs = await Highs.load();
for (let at = 1; at <= WARM_UP; at++) for (const targets of [1, 5, MOST_TARGETS]) measured(highs, targets, -at);

const heads = [
  'targets',
  'instances',
  'modules',
  'variables',
  'HiGHS ms',
  'ours ms',
  'whole p50',
  'whole p95',
  'times',
  'whole times',
  'equal',
];
const lines: (string | number)[][] = [heads];
const short: string[] = [];
const everything: Measured[] = [];
for (let targets = 1; targets <= MOST_TARGETS; targets++) {
  const all: Measured[] = [];
  for (let at = 0; at < instances; at++) {
    const seed = 1_000_000 * targets + first + at;
    const one = measured(highs, targets, seed);
    if (one.failure !== null) short.push(`${targets} targets, seed ${seed}: ${one.failure}`);
    all.push(one);
  }
  everything.push(...all);
  const wholes = all.map(({ whole }) => whole);
  const times = geometricMean(all.map((one) => one.highs / one.ours));
  if (targets === 1 && median(wholes) >= ASKED.one)
    short.push(`one target: ${median(wholes).toFixed(1)} ms, under ${ASKED.one} is asked`);
  if (targets === MOST_TARGETS && part(wholes, 0.95) >= ASKED.nine)
    short.push(
      `nine targets: ${part(wholes, 0.95).toFixed(1)} ms at the 95th of a hundred, under ${ASKED.nine} is asked`,
    );
  if (times < ASKED.times)
    short.push(`${targets} targets: ${times.toFixed(1)} times as fast, and ${ASKED.times} is asked`);
  const middle = (of: (one: Measured) => number): number => median(all.map(of));
  lines.push([
    ...[targets, all.length, middle((one) => one.modules), middle((one) => one.variables)],
    ...[middle((one) => one.highs), middle((one) => one.ours), median(wholes), part(wholes, 0.95), times],
    ...[geometricMean(all.map((one) => one.highs / one.whole)), all.filter(({ failure }) => failure === null).length],
  ]);
}
console.log(table(lines));
console.log(
  `\nAll: ${geometricMean(everything.map((one) => one.highs / one.ours)).toFixed(1)} times as fast in geometric mean.`,
);
console.log(short.length === 0 ? 'No failure.' : short.join('\n'));
process.exitCode = short.length === 0 ? 0 : 1;
