import { expect, test } from 'vitest';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { notCredited, notUsed } from '../../src/engines/credit/reasons.js';
import { type Setting, settingOf } from '../../src/engines/credit/setting.js';
import { type Solution, solve } from '../../src/engines/credit/solve.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { creditCase } from './credit-cases.js';

const SEEDS = Array.from({ length: 150 }, (_, index) => index + 1);

/** A random case with its first delivery, where it has one. */
function settingOfCase(seed: number): { setting: Setting; objective: 'CREDITS' | 'ENTRY' } {
  const { rows, question } = creditCase(seed);
  const catalogue = new Catalogue(rows);
  const programme = catalogue.programmes.get(question.programme)!;
  const delivery = catalogue.deliveriesOf.get(programme.id)?.[0];
  const { start, include, objective = 'CREDITS' } = question;
  const setting = settingOf(catalogue, holdingsOf(catalogue, question.learner), {
    programme,
    delivery,
    start,
    include,
  });
  return { setting, objective };
}

/** Below zero where a is worth less than b by the first two parts of an objective. */
const compare = (
  a: Pick<Solution, 'credits' | 'entryStage'>,
  b: Pick<Solution, 'credits' | 'entryStage'>,
  objective: 'CREDITS' | 'ENTRY',
): number =>
  objective === 'CREDITS'
    ? a.credits - b.credits || a.entryStage - b.entryStage
    : a.entryStage - b.entryStage || a.credits - b.credits;

test('however few steps are allowed, what is found is no more than the best, and the bound no less', () => {
  let bounded = 0;
  for (const seed of SEEDS) {
    const { setting, objective } = settingOfCase(seed);
    const best = solve(setting, objective);
    expect(best.proven, `SEED=${seed}`).toBe(true);
    for (const steps of [0, 1, 3, 10, 40]) {
      const found = solve(setting, objective, undefined, steps);
      const where = `SEED=${seed}, ${steps} steps`;
      expect(compare(found, best, objective), where).toBeLessThanOrEqual(0);
      expect(compare(found.bound, best, objective), where).toBeGreaterThanOrEqual(0);
      if (found.proven)
        expect(
          found.used.map(({ id }) => id),
          where,
        ).toEqual(best.used.map(({ id }) => id));
      else bounded += 1;
    }
  }
  expect(bounded).toBeGreaterThan(SEEDS.length / 4);
});

test('where steps ran out, no reason is given that is not known to be so', () => {
  const codes = new Set<string>();
  for (const seed of SEEDS) {
    const { setting, objective } = settingOfCase(seed);
    const standing = new Set(
      solve(setting, objective).claims.standing.flatMap(({ sources }) => sources.map(({ id }) => id)),
    );
    const found = solve(setting, objective, undefined, 0);
    if (found.proven) continue;
    for (const { module, code, sentence } of notUsed(found)) {
      if (standing.has(module) && found.progress.size === 0)
        expect(code, `SEED=${seed}: ${sentence}`).not.toBe('NO_MAPPING');
      codes.add(code);
    }
    for (const { sentence } of notCredited(found)) expect(sentence).not.toContain('rule on the whole');
  }
  expect([...codes]).toContain('NOT_PROVEN');
});
