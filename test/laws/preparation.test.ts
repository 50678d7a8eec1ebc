import { expect, test } from 'vitest';
import { textOf } from '../../src/domain/time.js';
import { optimum } from '../../src/engines/preparation/optimum.js';
import { termsOf } from '../../src/engines/preparation/terms.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type PreparationCase, preparationCase, preparationCaseAsText } from './preparation-cases.js';
import { preparationOracle, preparationStands, TooMany } from './preparation-oracle.js';

// CASES=5000 SEED=1000 tries as many as one likes, from where one likes.
const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 700 : 80));
const FIRST = Number(process.env.SEED ?? 1);

/** What the engine answers: the modules, with what they come to, and whether the months it gives do. */
function byEngine({ rows, question }: PreparationCase) {
  const { proof, studied, chosen } = optimum(termsOf(new Catalogue(rows), question));
  const modules = studied.map(({ module }) => module).sort();
  const legs = studied.map(({ module, slot: { delivery, start } }) => ({
    module,
    delivery: delivery.id,
    start: textOf(start),
  }));
  const credits = chosen.reduce((sum, { module }) => sum + module.credits, 0);
  const fees = chosen.reduce((sum, { pence }) => sum + pence, 0) / 100;
  return { proof, legs, answer: proof === 'NONE' ? null : { modules, credits, fees } };
}

/** What is wrong with the answer to a case; null if nothing is. */
function wrong(one: PreparationCase): string | null {
  const best = preparationOracle(one.rows, one.question);
  const { proof, legs, answer } = byEngine(one);
  if (proof === 'BOUNDED') return 'its steps ran out';
  if (JSON.stringify(answer) !== JSON.stringify(best))
    return `it says ${JSON.stringify(answer)}, every choice tried ${JSON.stringify(best)}`;
  if (answer && !preparationStands(one.rows, one.question, legs))
    return `its months do not do: ${JSON.stringify(legs)}`;
  return null;
}

test(`the modules are the fewest, and lead to every target in their months, in ${CASES} small random cases`, {
  timeout: 600_000 + 3000 * CASES,
}, () => {
  const seen = { none: 0, nothing: 0, some: 0, skipped: 0 };
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const one = preparationCase(seed);
    try {
      const fault = wrong(one);
      expect(fault, `SEED=${seed}: ${fault}\n${preparationCaseAsText(one)}`).toBeNull();
      const { answer } = byEngine(one);
      seen[answer === null ? 'none' : answer.modules.length === 0 ? 'nothing' : 'some'] += 1;
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      seen.skipped += 1;
    }
  }
  // A law that is seldom put to the test shows little.
  expect(seen.some).toBeGreaterThan(CASES / 6);
  expect(seen.skipped).toBeLessThan(CASES / 10);
});
