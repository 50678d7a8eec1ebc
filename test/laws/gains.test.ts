import { expect, test } from 'vitest';
import type { Gain } from '../../src/domain/assessment.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Id } from '../../src/domain/fact.js';
import type { Limit } from '../../src/domain/limits.js';
import type { CreditQuestion } from '../../src/domain/questions.js';
import { assess } from '../../src/engines/credit/assess.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type CreditCase, creditCase } from './credit-cases.js';
import { caseAsText, shrink } from './credit-cases-shrink.js';
import { creditOracle } from './credit-oracle.js';

const LONG = process.env.LAWS === 'long';
const CASES = Number(process.env.CASES ?? (LONG ? 2000 : 300));
const FIRST = Number(process.env.SEED ?? 1);

/** What the law is about: the change that each limit makes, the smallest sets, and whether there are larger ones. */
interface Gains {
  alone: Record<Id, Gain>;
  sets: { limits: Id[]; gain: Gain }[];
  /** Null where that was not asked. */
  larger: boolean | null;
}

/** In how many cases, at the least, a limit gains alone or loses, and two limits or more gain together. */
const LEAST = [
  ['alone', 60],
  ['loss', 1],
  ['pair', 40],
  ['more', 8],
] as const;

const NOTHING: Gain = { credits: 0, entryStage: 0 };

/** What trying every set of claims says of every set of up to four limits, with those rows taken out of the catalogue. */
function byOracle({ rows, question }: Pick<CreditCase, 'rows' | 'question'>): Gains {
  const ids = rows.policies.flatMap(({ limits }) => limits.map(({ id }) => id)).sort();
  const before = creditOracle(rows, question);
  const change = (lifted: Id[]): Gain => {
    const { credits, entryStage } = creditOracle(without(rows, lifted), question);
    return { credits: credits - before.credits, entryStage: entryStage - before.entryStage };
  };
  const alone = Object.fromEntries(ids.map((id) => [id, change([id])]));
  const gaining: Id[][] = ids.filter((id) => isGain(alone[id]!, question)).map((id) => [id]);
  const sets: Gains['sets'] = [];
  for (let size = 2; size <= ids.length; size += 1)
    for (const limits of choices(ids, size)) {
      if (gaining.some((part) => part.every((id) => limits.includes(id)))) continue;
      const gain = change(limits);
      if (!isGain(gain, question)) continue;
      gaining.push(limits);
      sets.push({ limits, gain });
    }
  return {
    alone,
    sets: sets.filter(({ limits }) => limits.length <= 4),
    larger: sets.some(({ limits }) => limits.length > 4),
  };
}

/** What the engine says; a limit that it does not list changes nothing. */
function byEngine({ rows, question }: Pick<CreditCase, 'rows' | 'question'>): Gains {
  const { limits, limitSets, limitSetsCut } = assess(new Catalogue(rows), question);
  const ids = rows.policies.flatMap((policy) => policy.limits.map(({ id }) => id)).sort();
  const listed = new Map(limits.map(({ id, gain }) => [id, gain]));
  const sets = limitSets.map(({ limits: set, gain }) => ({ limits: set, gain }));
  for (const { id, gain, binding } of limits) {
    const holds = (gain && isGain(gain, question)) || sets.some((set) => set.limits.includes(id));
    if (holds) expect(binding, id).toBe(true);
  }
  const alone = Object.fromEntries(ids.map((id) => [id, listed.get(id) ?? NOTHING]));
  // Where progress may come or go with a limit, it says that it did not ask larger sets; else it must know.
  if (limitSetsCut !== null) expect(limitSetsCut).toMatch(/^Sets of more than 4 limits (gain as well|were not asked)/);
  return { alone, sets, larger: limitSetsCut === null ? false : limitSetsCut.includes('gain as well') || null };
}

const isGain = ({ credits, entryStage }: Gain, { objective = 'CREDITS' }: CreditQuestion): boolean =>
  (objective === 'CREDITS' ? credits || entryStage : entryStage || credits) > 0;

/** The rows without some limits; leave to use a held module twice is no limit, so it stays. */
const without = (rows: Rows, lifted: Id[]): Rows => ({
  ...rows,
  policies: rows.policies.map((policy) => ({
    ...policy,
    limits: policy.limits.flatMap((limit): Limit[] => {
      if (!lifted.includes(limit.id)) return [limit];
      if (limit.kind !== 'single-use' || !limit.allow) return [];
      const { refuseSpent: _, ...leave } = limit;
      return [leave];
    }),
  })),
});

const choices = (from: Id[], size: number): Id[][] =>
  size === 0
    ? [[]]
    : from.flatMap((first, at) => choices(from.slice(at + 1), size - 1).map((rest) => [first, ...rest]));

/** Every second case has twins of two limits beside it: two rules that hold the same credit back. */
function caseOf(seed: number): CreditCase {
  const one = creditCase(seed);
  if (seed % 2 === 0) return one;
  const policies = one.rows.policies.map((policy, at) => ({
    ...policy,
    limits: policy.limits.flatMap((limit, index) =>
      at < 2 && index === 0 ? [limit, { ...limit, id: `${limit.id}-twin` }] : [limit],
    ),
  }));
  return { ...one, rows: { ...one.rows, policies } };
}

const same = (found: Gains, should: Gains): boolean =>
  JSON.stringify(found) === JSON.stringify({ ...should, larger: found.larger === null ? null : should.larger });

test(`gains and smallest sets are those of asking without the rows, in ${CASES} random cases`, {
  timeout: 3_600_000,
}, () => {
  const seen: Record<(typeof LEAST)[number][0], number> = { alone: 0, loss: 0, pair: 0, more: 0 };
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const one = caseOf(seed);
    const found = byEngine(one);
    if (!same(found, byOracle(one))) {
      const small = shrink(one, (smaller) => !same(byEngine(smaller), byOracle(smaller)));
      expect(byEngine(small), `SEED=${seed} differs; in small:\n${caseAsText(small)}`).toEqual(byOracle(small));
    }
    const gains = Object.values(found.alone);
    if (gains.some((gain) => isGain(gain, one.question))) seen.alone += 1;
    if (gains.some((gain) => gain.credits < 0 || gain.entryStage < 0)) seen.loss += 1;
    if (found.sets.some(({ limits }) => limits.length === 2)) seen.pair += 1;
    if (found.sets.some(({ limits }) => limits.length > 2)) seen.more += 1;
  }
  // The cases put every kind of answer to the test.
  if (FIRST === 1) for (const [what, least] of LEAST) expect(seen[what], what).toBeGreaterThanOrEqual(least);
});
