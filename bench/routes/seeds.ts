import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { monthOf } from '../../src/domain/time.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { loadDataset } from '../../src/files/dataset.js';
import { loadLearner } from '../../src/files/learner-file.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { table } from '../credit/measure.js';

/**
 * Every learner of the seeds asked for a route to every register part, over all of England, from the month given:
 * months of the shortest part-time route and how many are unbeaten, or the first thing that stands in the way; and how
 * long the answers take. `npm run bench:seeds -- [first month] [learner ...]`
 */
const [first = '2026-09', ...only] = process.argv.slice(2);
const seeds = fileURLToPath(new URL('../../seeds/england', import.meta.url));
const catalogue = new Catalogue(loadDataset(seeds).rows);
const learners = readdirSync(`${seeds}/learners`)
  .map((file) => file.replace(/\.yaml$/, ''))
  .filter((name) => only.length === 0 || only.includes(name));
const parts = [...catalogue.registerParts.keys()].sort();

const times: number[] = [];
let bounded = 0;
const lines: (string | number)[][] = [['learner', 'register part', 'months', 'routes', 'first obstacle', 'ms']];
for (const name of learners) {
  const file = loadLearner(`${seeds}/learners/${name}.yaml`).learner;
  if (!file) throw new Error(`the learner ${name} cannot be read`);
  for (const registerPart of parts) {
    const begun = performance.now();
    const { routes, proof, obstacles } = findRoutes(catalogue, {
      learner: file.learner,
      registerPart,
      first: monthOf(first),
    });
    const ms = performance.now() - begun;
    times.push(ms);
    if (proof === 'BOUNDED') bounded += 1;
    const obstacle = obstacles[0]?.obstacles.map(({ says }) => says).join(' and ') ?? '';
    lines.push([
      name,
      registerPart,
      routes[0]?.months ?? '-',
      `${routes.length}${proof === 'BOUNDED' ? ' BOUNDED' : ''}`,
      obstacle.slice(0, 90),
      Math.round(ms),
    ]);
  }
}
console.log(table(lines));
times.sort((a, b) => a - b);
const at = (share: number): number => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))]!);
console.log(
  `${times.length} questions, ${bounded} BOUNDED; ms: p50 ${at(0.5)}, p95 ${at(0.95)}, at most ${Math.round(times.at(-1)!)}`,
);
