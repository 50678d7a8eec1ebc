import { expect, test } from 'vitest';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Claim } from '../../src/domain/claim.js';
import { bestSolution } from '../../src/engines/credit/assess.js';
import { breaksOf, crowdedGroups, stageReached } from '../../src/engines/credit/breaks.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { doneBy } from '../../src/engines/credit/lacking.js';
import { notCredited, notUsed } from '../../src/engines/credit/reasons.js';
import type { Solution } from '../../src/engines/credit/solve.js';
import { givesMore, instead } from '../../src/engines/credit/unchosen.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type CreditCase, creditCase } from './credit-cases.js';
import { allowedSets } from './credit-oracle.js';
import { frameOf } from './credit-oracle-frame.js';

const CASES = process.env.LAWS === 'long' ? 2000 : 400;
const FIRST = Number(process.env.SEED ?? 1);
const seeds = Array.from({ length: CASES }, (_, index) => FIRST + index);

const solved = ({ rows, question }: CreditCase): Solution => {
  const catalogue = new Catalogue(rows);
  return bestSolution(catalogue, holdingsOf(catalogue, question.learner), question);
};

const without = (rows: Rows, limits: readonly string[]): Rows => ({
  ...rows,
  policies: rows.policies.map((policy) => ({
    ...policy,
    limits: policy.limits.filter(({ id }) => !limits.includes(id)),
  })),
});

/** Whether trying every set finds these claims allowed once some limits are lifted, with any claims of hours alone. */
function allowed(
  { rows, question }: CreditCase,
  { setting, used }: Solution,
  claims: readonly Claim[],
  lifted: string[],
): boolean {
  const creditingIds = (some: readonly Claim[]) => some.filter(({ kind }) => kind !== 'hours').map(({ id }) => id);
  const wanted = creditingIds(claims).sort().join();
  // The claims used are tried as well: where nothing at all fits, a first enrolment is forgotten.
  const tried = new Set([...creditingIds(claims), ...creditingIds(used)]);
  const hours = new Set(setting.catalogue.experienceHours.get(setting.programme.id)?.map(({ id }) => id));
  const frame = frameOf(without(rows, lifted), question, setting.delivery ?? null);
  const sets = allowedSets(frame, { only: ({ id }) => tried.has(id) || hours.has(id) });
  const crediting = (ids: readonly string[]): string =>
    ids
      .filter((id) => !hours.has(id))
      .sort()
      .join();
  return sets.some(({ ids }) => crediting(ids) === wanted);
}

test(`a claim is held back by the limits named, by each of them, and by no other, in ${CASES} random cases`, {
  timeout: 900_000,
}, () => {
  const seen = new Map<string, number>();
  for (const seed of seeds) {
    const one = creditCase(seed);
    const solution = solved(one);
    const { setting, used, claims, progress } = solution;
    const studied = [...setting.holdings.sources.values()].some((held) => held.studiedOn.has(setting.programme.id));
    if (studied && progress.size === 0) continue; // where progress lapses, lifting a limit may bring it back
    const unchosen = claims.standing.filter(
      (claim) => claim.kind !== 'hours' && claim.credits > 0 && !used.includes(claim),
    );
    for (const { claim, all: together } of instead(solution, unchosen).filter(givesMore)) {
      const limits = breaksOf(solution, together).map(({ limit }) => limit);
      const crowded = crowdedGroups(solution, together).length > 0;
      const where = `SEED=${seed}, ${claim.id} beside ${used.map(({ id }) => id).join(' ')}: ${limits.join(' ')}`;
      const lower = stageReached(setting, doneBy(together, progress)) < solution.entryStage;
      expect(limits.length > 0 || crowded || lower, where).toBe(true);
      if (limits.length === 0 && !crowded) expect(one.question.objective, where).toBe('ENTRY');
      expect(allowed(one, solution, together, limits), where).toBe(!crowded);
      // What one limit asks of hours another may forbid to be made good: then only the two together are at fault.
      const ofHours = setting.limits.filter(({ limit }) => limits.includes(limit.id) && limit.kind === 'hours');
      if (!crowded && ofHours.length < 2)
        for (const spared of limits) {
          const others = limits.filter((limit) => limit !== spared);
          expect(allowed(one, solution, together, others), `${where}, but for ${spared}`).toBe(false);
        }
      for (const limit of limits) {
        const kind = setting.limits.find((each) => each.limit.id === limit)?.limit.kind ?? '';
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
      if (crowded) seen.set('options', (seen.get('options') ?? 0) + 1);
    }
  }
  for (const kind of ['share', 'credits', 'stage', 'hours', 'whole-stages', 'residency', 'span', 'options'])
    expect(seen.get(kind) ?? 0, `${kind}, of ${JSON.stringify([...seen])}`).toBeGreaterThan(0);
});

test('everything held and not used, and every target not credited, has one reason of its own', {
  timeout: 900_000,
}, () => {
  for (const seed of seeds) {
    const one = creditCase(seed);
    const solution = solved(one);
    const { setting, used, progress } = solution;
    const usedIds = new Set(used.flatMap(({ sources }) => sources.map(({ id }) => id)));
    const credited = new Set(used.flatMap(({ targets }) => targets));
    const held = notUsed(solution);
    expect(held.map(({ module }) => module)).toEqual(
      [...setting.holdings.sources.keys()].filter((id) => !usedIds.has(id)).sort(),
    );
    const targets = notCredited(solution);
    expect(targets.map(({ module }) => module)).toEqual(
      [...setting.stageOf.keys()].filter((id) => !credited.has(id) && !progress.has(id)).sort(),
    );
    const inForce = new Set(setting.limits.map(({ limit }) => limit.id));
    for (const { sentence, limits, code, module } of [...held, ...targets]) {
      const where = `SEED=${seed}, ${module}: ${sentence}`;
      expect(sentence, where).toMatch(/^\S.*[^.]\.$/);
      expect(sentence, where).not.toMatch(/undefined|NaN|\[object|rule on the whole/);
      expect(
        limits.every((limit) => inForce.has(limit)),
        where,
      ).toBe(true);
      if (code === 'LIMIT') expect(limits, where).not.toEqual([]);
    }
  }
});
