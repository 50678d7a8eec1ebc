import { median, table } from '../credit/measure.js';
import { Asked } from './asked.js';
import { LEARNERS } from './learners.js';
import type { Compiled, Taken, Way } from './worker.js';

/**
 * Routes to a nurse's register over made-up countries (see country.ts) of so many stages: `npm run bench:routes -- 1500,12000 5`
 * takes five rounds of two sizes. In each round, in turns: every unbeaten route of four criteria and at most five legs;
 * the same by the same search without lower bounds; and the earliest arrival alone, by Dijkstra on compressed rows of the
 * same stages (see graph.ts). Queries are timed whole but for Dijkstra's, whose graph is compiled beforehand with all that
 * hangs on the learner. What takes longer than the limit, or is given up, counts as a failure and is told by `>`; it is
 * not tried again. Where both searches end, their routes must be the same, and no route may be sooner than Dijkstra's.
 */
const [sizes = '1500,12000,96000', rounds = '5'] = process.argv.slice(2);
const LIMIT = Number(process.env.LIMIT ?? 60);

const WAYS: readonly Way[] = ['ours', 'without bounds', 'Dijkstra'];

/** What each way took in every round; null once it failed. */
type Rounds = Record<Way, (Taken | null)[]>;

async function measured(asked: Asked, learner: string): Promise<Rounds> {
  const taken: Rounds = { ours: [], 'without bounds': [], Dijkstra: [] };
  // The first round warms up.
  for (let round = 0; round <= Number(rounds); round++)
    for (const way of WAYS) {
      const failed = taken[way].some((one) => !one?.complete);
      if (!failed) taken[way].push(await asked.answer({ way, learner }, LIMIT));
    }
  compare(learner, taken);
  return taken;
}

function compare(learner: string, { ours, 'without bounds': without, Dijkstra: least }: Rounds): void {
  const [one, other, soonest] = [ours[0], without[0], least[0]];
  if (one?.complete && other?.complete && one.routes.join('\n') !== other.routes.join('\n'))
    throw new Error(`${learner}: the search finds other routes with bounds than without`);
  if (one?.months != null && soonest && (soonest.months === null || soonest.months > one.months))
    throw new Error(`${learner}: a route is sooner than the earliest arrival`);
}

/** Milliseconds in the middle of the rounds that count; or the least it would take, where it failed. */
function taken(all: readonly (Taken | null)[]): { ms: number; failed: boolean } {
  const failure = all.find((one) => !one?.complete);
  if (failure !== undefined) return { ms: failure?.ms ?? 1_000 * LIMIT, failed: true };
  return { ms: median(all.slice(1).map((one) => one!.ms)), failed: false };
}

/** The ratio of two ways, round by round where both ended; `>` where the first, `<` where the second failed. */
function ratio(all: Rounds, of: Way, to: Way): string {
  const [a, b] = [taken(all[of]), taken(all[to])];
  if (a.failed && b.failed) return 'none';
  const exact = median(all[of].slice(1).map((one, at) => one!.ms / (all[to][at + 1]?.ms ?? Number.NaN)));
  return a.failed ? `> ${digits(a.ms / b.ms)}` : b.failed ? `< ${digits(a.ms / b.ms)}` : digits(exact);
}

const digits = (number: number): string => number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0);

function line(learner: string, { heap }: Compiled, all: Rounds): (string | number)[] {
  const [one, without] = [all.ours[0], all['without bounds'][0]];
  const told = (way: Way): string => {
    const { ms, failed } = taken(all[way]);
    return `${failed ? '> ' : ''}${digits(ms)}`;
  };
  const same = one?.complete && without?.complete ? 'same' : 'not known';
  return [
    learner,
    one ? (one.complete ? 'COMPLETE' : 'BOUNDED') : 'too long',
    one?.routes.length ?? '-',
    one?.months ?? '-',
    all.Dijkstra[0]?.months ?? '-',
    told('ours'),
    told('without bounds'),
    told('Dijkstra'),
    ratio(all, 'ours', 'Dijkstra'),
    ratio(all, 'without bounds', 'ours'),
    same,
    one?.settled ?? '-',
    one?.tried ?? '-',
    Math.round(heap),
    Math.round(Math.max(0, ...all.ours.map((each) => each?.heap ?? 0))),
  ];
}

const HEADING = [
  'learner',
  'proof',
  'routes',
  'months',
  'least',
  'ours ms',
  'without ms',
  'Dijkstra ms',
  'ours/Dijkstra',
  'without/ours',
  'routes without',
  'labels',
  'tried',
  'MB compiled',
  'MB after',
];

for (const stages of sizes.split(',').map(Number)) {
  const { asked, compiled } = await Asked.of(stages);
  const { nodes, arcs, catalogueMs, firstMs, graphMs } = compiled;
  const kinds = Object.entries(arcs).map(([kind, count]) => `${count} ${kind}`);
  const all = Object.values(arcs).reduce((sum, count) => sum + count, 0);
  console.log(`${nodes} stages, ${all} arcs (${kinds.join(', ')})`);
  console.log(
    `compiled: catalogue ${digits(catalogueMs)} ms, first question ${digits(firstMs)} ms, Dijkstra's graph ${digits(graphMs)} ms`,
  );
  const lines: (string | number)[][] = [];
  for (const learner of Object.keys(LEARNERS)) lines.push(line(learner, compiled, await measured(asked, learner)));
  asked.end();
  console.log(`${table([HEADING, ...lines])}\n`);
}
