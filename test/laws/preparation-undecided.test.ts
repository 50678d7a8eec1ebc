import { expect, test } from 'vitest';
import { relevantModules } from '../../src/engines/preparation/relevant.js';
import { termsOf } from '../../src/engines/preparation/terms.js';
import { prepareUndecided } from '../../src/engines/preparation/undecided.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type PreparationCase, preparationCase, preparationCaseAsText } from './preparation-cases.js';
import { ledTo, TooMany } from './preparation-oracle.js';

// CASES=1000 SEED=1000 tries as many as one likes, from where one likes.
const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 300 : 40));
const FIRST = Number(process.env.SEED ?? 1);

/** What every choice tried says: for each number of modules the most doors, and the least regret. */
function byOracle({ rows, question }: PreparationCase) {
  const relevant = relevantModules(termsOf(new Catalogue(rows), question));
  const sets = ledTo(rows, question).filter(({ modules }) => modules.every((id) => relevant.includes(id)));
  const places = question.targets.map((_, at) => at);
  const fewest = (at: number, with_: readonly string[]): number =>
    Math.min(
      Number.POSITIVE_INFINITY,
      ...sets
        .filter(({ modules, targets }) => targets.includes(at) && with_.every((id) => modules.includes(id)))
        .map(({ modules }) => modules.length),
    );
  const scratch = places.map((at) => fewest(at, []));
  const open = places.filter((at) => Number.isFinite(scratch[at]));
  const doors = (count: number): number =>
    Math.max(0, ...sets.filter(({ modules }) => modules.length <= count).map(({ targets }) => targets.length));
  const regret = (count: number): number =>
    Math.min(
      Number.POSITIVE_INFINITY,
      ...choose(relevant, count).map((some) => Math.max(...open.map((at) => fewest(at, some) - scratch[at]!))),
    );
  return { scratch: scratch.map((one) => (Number.isFinite(one) ? one : null)), doors, regret };
}

function choose(from: readonly string[], count: number): string[][] {
  if (count === 0) return [[]];
  return from.flatMap((one, at) => choose(from.slice(at + 1), count - 1).map((rest) => [one, ...rest]));
}

function wrong(one: PreparationCase): string | null {
  const best = byOracle(one);
  const { fewest: _, ...question } = one.question;
  const answer = prepareUndecided(new Catalogue(one.rows), question);
  if (answer.proof !== 'OPTIMAL') return 'its steps ran out';
  const scratch = answer.targets.map(({ fewest }) => fewest);
  if (JSON.stringify(scratch) !== JSON.stringify(best.scratch)) return `from scratch ${scratch}, not ${best.scratch}`;
  for (const { count, opens } of answer.doors)
    if (opens.length !== best.doors(count))
      return `${count} modules open ${opens.length} doors, not ${best.doors(count)}`;
  for (const { count, modules, regret } of answer.leastRegret)
    if (modules.length !== count || regret !== best.regret(count))
      return `${count} modules (${modules.map(({ module }) => module)}) leave a regret of ${regret}, not ${best.regret(count)}`;
  return null;
}

test(`so many modules open most doors, and leave least regret, in ${CASES} small random cases`, {
  timeout: 600_000 + 3000 * CASES,
}, () => {
  let compared = 0;
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const one = preparationCase(seed);
    if (one.question.targets.length < 2) continue;
    try {
      const fault = wrong(one);
      expect(fault, `SEED=${seed}: ${fault}\n${preparationCaseAsText(one)}`).toBeNull();
      compared += 1;
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
    }
  }
  expect(compared).toBeGreaterThan(CASES / 4);
});
