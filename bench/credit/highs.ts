/**
 * The credit solver beside HiGHS (WebAssembly, one thread), on the 0/1 models of random instances of twelve classes.
 *
 *   npm run bench:credit -- [instances of each class, 84 where not given] [rounds, 5] [first seed, 1]
 *
 * Both sides answer the same question, the first two parts of the objective, and before anything counts both have solved
 * instances of every class for a while (WARM_UP), so that neither is timed while its code is still being compiled. Three
 * things are timed, in turns, each several times in a row (RUNS), as one learner's question to many programmes is; each is
 * the median over all rounds:
 * - HiGHS on the first two parts of the objective, under two settings, of which the faster counts for each instance.
 *   Counted is what a caller waits for: from rows in memory to values in memory, by the quickest door that HiGHS has,
 *   sparse rows (its door for LP text takes somewhat longer). "Alone" is its search without handing over;
 * - our solver, from the same rows to values and the written proof;
 * - our whole assessment's solving: claims, model, the first two parts and all the ties after them.
 *
 * Each answer is checked: HiGHS's values, rounded, keep every row in whole numbers and are worth what ours are worth.
 * An answer that is not, a run that HiGHS breaks off, and an answer of ours that is not proven are failures, told one
 * by one; the exit status is then 1. So it is where a ratio falls short of what is asked.
 */
import { claimsOf } from '../../src/engines/credit/claims.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { type CreditModel, modelOf } from '../../src/engines/credit/model.js';
import { type Setting, settingOf } from '../../src/engines/credit/setting.js';
import { leadingOf, type Solution, solve } from '../../src/engines/credit/solve.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type Best, bestBinary } from '../../src/kernel/best-binary.js';
import { Compact } from '../../src/kernel/compact.js';
import type { Weighed } from '../../src/kernel/lexicographic.js';
import { Highs, type Options, type Verdict } from '../../test/support/highs.js';
import type { Program } from '../../test/support/program.js';
import { CLASSES, type InstanceClass, instanceOf } from './instances.js';
import { median, table, timed } from './measure.js';

/** As it comes; and without the heuristics, of which these small models make it run many for nothing. */
const SETTINGS: Options[] = [
  {},
  { mip_heuristic_effort: 0, mip_heuristic_run_feasibility_jump: false, mip_detect_symmetry: false },
];

/** In geometric mean over all instances, and in that of each class. */
const ASKED = { all: 50, each: 10 };

const STEPS = 500_000;
/** Instances of each class, and milliseconds that each side works at each of them, before anything counts. */
const WARM_UP = { instances: 3, milliseconds: 60 };
const RUNS = 5;

interface Problem {
  readonly setting: Setting;
  readonly model: CreditModel;
  readonly leading: Weighed;
  readonly program: Program;
}

interface Times {
  /** HiGHS under each setting; the faster of them; and what of that is search. */
  readonly settings: number[];
  readonly highs: number;
  readonly alone: number;
  readonly ours: number;
  readonly whole: number;
}

interface Measured extends Times {
  readonly failure: string | null;
}

function problemOf(type: InstanceClass, seed: number): Problem {
  const { rows, question } = instanceOf(type, seed);
  const catalogue = new Catalogue(rows);
  const programme = catalogue.programmes.get(question.programme)!;
  const delivery = catalogue.deliveriesOf.get(programme.id)?.[0];
  const holdings = holdingsOf(catalogue, question.learner);
  const setting = settingOf(catalogue, holdings, { programme, delivery, start: question.start });
  const { standing } = claimsOf(setting, new Map());
  if (standing.length !== type.size.mappings) throw new Error(`seed ${seed}: ${standing.length} mappings stand`);
  const model = modelOf(setting, standing, new Map(), setting.start);
  const leading = leadingOf(setting, model, 'CREDITS');
  const gains = [...leading.objective];
  return {
    setting,
    model,
    leading,
    program: { gains, upper: gains.map(() => 1), whole: gains.map(() => true), rows: model.model.rows },
  };
}

/** From rows in memory to the best values and their proof. */
function solved({ model: { model }, leading }: Problem): Best {
  return bestBinary(new Compact(model.variables, model.rows), model.turns, leading, { left: STEPS });
}

/** Lets both sides solve a problem for a while. */
function warmUp(highs: Highs, problem: Problem): void {
  for (const run of [() => solved(problem), ...SETTINGS.map((options) => () => highs.best(problem.program, options))])
    for (const begun = performance.now(); performance.now() - begun < WARM_UP.milliseconds; ) run();
}

function measured(highs: Highs, problem: Problem, rounds: number): Measured {
  const { setting, program } = problem;
  const theirs: number[][] = SETTINGS.map(() => []);
  const searches: number[][] = SETTINGS.map(() => []);
  const ours: number[] = [];
  const whole: number[] = [];
  let failure: string | null = null;
  for (let round = 0; round < rounds && failure === null; round++) {
    for (const [at, options] of SETTINGS.entries()) {
      for (let run = 0; run < RUNS; run++) {
        const verdict = highs.best(program, options);
        theirs[at]!.push(verdict.milliseconds);
        searches[at]!.push(verdict.solving);
        if (run === 0) failure ??= fault(problem, verdict, solved(problem));
      }
      for (let run = 0; run < RUNS; run++) ours.push(timed(() => solved(problem)).ms);
    }
    const all = timed(() => solve(setting, 'CREDITS'));
    whole.push(all.ms);
    failure ??= astray(problem, solved(problem), all.result);
  }
  const settings = theirs.map(median);
  return {
    settings,
    highs: Math.min(...settings),
    alone: Math.min(...searches.map(median)),
    ours: median(ours),
    whole: median(whole),
    failure,
  };
}

/** What is wrong between HiGHS's answer and ours; null if nothing is. */
function fault({ model, leading, program }: Problem, verdict: Verdict, best: Best): string | null {
  if (verdict.says !== 'best') return `HiGHS says ${verdict.says}`;
  if (!best.values || best.bound !== best.worth) return `ours is not proven: ${best.worth}, at most ${best.bound}`;
  if (!model.model.allows(best.values)) return 'ours breaks a row';
  const values = Array.from(verdict.columns, Math.round);
  if (!model.model.allows(values)) return 'what HiGHS found breaks a row once it is rounded';
  const worth = values.reduce((sum, value, column) => sum + value * program.gains[column]!, 0);
  return worth === best.worth ? null : `HiGHS found ${leading.sums(worth)}, we ${leading.sums(best.worth)}`;
}

/** What is wrong with the whole answer beside the first two parts alone; null if nothing is. */
function astray({ leading }: Problem, { worth }: Best, { proven, credits, entryStage }: Solution): string | null {
  if (!proven) return 'the whole answer is not proven';
  const [halves = 0, stage = 0] = leading.sums(worth);
  if (2 * credits === halves && entryStage === stage + 1) return null;
  return `the whole answer is ${credits} credits at stage ${entryStage}, not ${halves / 2} at ${stage + 1}`;
}

const geometricMean = (numbers: readonly number[]): number =>
  Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);

/** How many times as fast ours is, instance by instance. */
const ratios = (all: readonly Times[], of: 'ours' | 'whole', theirs: (one: Times) => number): number[] =>
  all.map((one) => theirs(one) / one[of]);

const faster = ({ highs }: Times): number => highs;
const asItComes = ({ settings }: Times): number => settings[0]!;
const searching = ({ alone }: Times): number => alone;

const HEADS = [
  'class',
  'instances',
  'HiGHS ms',
  'lean ms',
  'alone ms',
  'ours ms',
  'ratio',
  'mean ratio',
  'to default',
  'to alone',
  'whole ms',
  'whole ratio',
  'equal',
];

/** Milliseconds and ratios are medians of the instances; `mean ratio` and those after it are geometric means. */
function line(name: string, all: readonly Measured[]): (string | number)[] {
  const middle = (of: (one: Measured) => number): number => median(all.map(of));
  return [
    name,
    all.length,
    middle(asItComes),
    middle(({ settings }) => settings[1]!),
    middle(searching),
    middle(({ ours }) => ours),
    median(ratios(all, 'ours', faster)),
    geometricMean(ratios(all, 'ours', faster)),
    geometricMean(ratios(all, 'ours', asItComes)),
    geometricMean(ratios(all, 'ours', searching)),
    middle(({ whole }) => whole),
    median(ratios(all, 'whole', faster)),
    all.filter(({ failure }) => failure === null).length,
  ];
}

const [instances = 84, rounds = 5, first = 1] = process.argv.slice(2).map(Number);
const highs = await Highs.load();
for (let at = 1; at <= WARM_UP.instances; at++) for (const type of CLASSES) warmUp(highs, problemOf(type, -at));

const lines: (string | number)[][] = [HEADS];
const everything: Measured[] = [];
const short: string[] = [];
for (const [number, type] of CLASSES.entries()) {
  console.error(`${type.name} ...`);
  const all: Measured[] = [];
  for (let at = 0; at < instances; at++) {
    const seed = 1_000_000 * number + first + at;
    const one = measured(highs, problemOf(type, seed), rounds);
    if (one.failure !== null) short.push(`${type.name}, seed ${seed}: ${one.failure}`);
    all.push(one);
  }
  lines.push(line(type.name, all));
  const least = Math.min(median(ratios(all, 'ours', faster)), geometricMean(ratios(all, 'ours', faster)));
  if (least < ASKED.each) short.push(`${type.name}: ${least.toFixed(1)} times as fast, and ${ASKED.each} is asked`);
  everything.push(...all);
}
const mean = geometricMean(ratios(everything, 'ours', faster));
if (mean < ASKED.all) short.push(`all: ${mean.toFixed(1)} times as fast in geometric mean, and ${ASKED.all} is asked`);
console.log(table([...lines, line('all', everything)]));
console.log(short.length === 0 ? '\nNo failure.' : `\n${short.join('\n')}`);
process.exitCode = short.length === 0 ? 0 : 1;
