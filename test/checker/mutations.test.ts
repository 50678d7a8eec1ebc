import { expect, test } from 'vitest';
import { checkAssessment } from '../../src/checker/check.js';
import type { Assessment } from '../../src/domain/assessment.js';
import type { Limit } from '../../src/domain/limits.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type CreditCase, creditCase } from '../laws/credit-cases.js';
import { creditOracle } from '../laws/credit-oracle.js';
import { Dice } from '../support/dice.js';
import { type Asked, ask, copy } from './asked.js';
import { another, at, ends, FORGERIES, lists, put } from './forging.js';
import { proves } from './proves.js';
import { retold, standingIn } from './retelling.js';

const LONG = process.env.LAWS === 'long';
const FIRST = Number(process.env.SEED ?? 1);

/** Answers worth forging: those with credit, and each with a proof of more than one leaf. */
function answers(count: number): Asked[] {
  const found: Asked[] = [];
  for (let seed = FIRST; found.length < count; seed += 1) {
    const { rows, question } = creditCase(seed);
    const asked = ask(rows, question);
    const trees = asked.assessment.certificate!.proofs.some(({ tree }) => 'on' in tree || tree.prices.length > 0);
    if (asked.assessment.credits > 0 && trees) found.push(asked);
  }
  return found;
}

const check = ({ catalogue, question }: Asked, assessment: Assessment) =>
  checkAssessment(catalogue, { question, assessment });

test('what follows from the claims cannot be changed: every total, date, hour, fee, sentence and list', {
  timeout: 600_000,
}, () => {
  const dice = new Dice(FIRST);
  const missed: string[] = [];
  let tried = 0;
  for (const asked of answers(LONG ? 400 : 40)) {
    for (const path of dice.some(ends(asked.assessment), 20)) {
      const forged = copy(asked.assessment);
      put(forged, path, another(at(forged, path), dice));
      tried += 1;
      if (check(asked, forged).ok) missed.push(`${path.join('.')}: ${JSON.stringify(at(forged, path))}`);
    }
    for (const path of dice.some(lists(asked.assessment), 6)) {
      const forged = copy(asked.assessment);
      const list = at(forged, path) as unknown[];
      if (dice.chance(0.5)) list.splice(dice.whole(0, list.length - 1), 1);
      else list.push(list[0]);
      tried += 1;
      if (check(asked, forged).ok) missed.push(`${path.join('.')}: an entry more or less`);
    }
  }
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(1000);
});

test('a certificate that is changed is refused where it no longer proves, and only there', { timeout: 600_000 }, () => {
  const dice = new Dice(FIRST);
  const wrong: string[] = [];
  const counts = { refused: 0, accepted: 0 };
  const seen = new Map<string, number>();
  for (const asked of answers(LONG ? 600 : 80))
    for (const [name, forgery] of Object.entries(FORGERIES)) {
      const forged = forgery(copy(asked.assessment), dice);
      if (!forged) continue;
      const right = proves(forged, asked.settings, asked.question.objective ?? 'CREDITS');
      const { ok, findings } = check(asked, forged);
      counts[right ? 'accepted' : 'refused'] += 1;
      if (!right) seen.set(name, (seen.get(name) ?? 0) + 1);
      if (ok !== right) wrong.push(`${name}: ${right ? JSON.stringify(findings) : 'not found'}`);
    }
  expect(wrong).toEqual([]);
  expect(counts.refused).toBeGreaterThan(500);
  expect(counts.accepted).toBeGreaterThan(100);
});

/** Sets of claims that somebody might put in place of the best: one added, swapped or left out, or a limit loosened. */
function otherClaims({ rows, question }: CreditCase, asked: Asked, dice: Dice): Record<string, string[]> {
  const used = asked.assessment.claims.map(({ id }) => id);
  const unused = standingIn(asked).filter((id) => !used.includes(id));
  const left = used.filter((id) => id !== dice.one(used));
  const loosened = dice.one(rows.policies.flatMap(({ limits }) => limits.map(({ id }) => id)).concat(''));
  const freed = ask(loosely(rows, loosened), question).assessment;
  return {
    'a claim left out': left,
    ...(unused.length > 0
      ? { 'a claim added': [...used, dice.one(unused)].sort(), 'a claim swapped': [...left, dice.one(unused)].sort() }
      : {}),
    [`the limit ${loosened} loosened`]: freed.claims.map(({ id }) => id),
  };
}

const loosely = (rows: CreditCase['rows'], id: string): Catalogue =>
  new Catalogue({
    ...rows,
    policies: rows.policies.map((policy) => ({
      ...policy,
      limits: policy.limits.filter((limit: Limit) => limit.id !== id),
    })),
  });

test('other claims than the best are refused, however consistently all else is told of them', {
  timeout: 600_000,
}, () => {
  const dice = new Dice(FIRST);
  const missed: string[] = [];
  const tried = new Map<string, number>();
  for (let seed = FIRST; seed < FIRST + (LONG ? 3000 : 250); seed += 1) {
    const one = creditCase(seed);
    const asked = ask(one.rows, one.question);
    if (asked.assessment.claims.length === 0) continue;
    const best = creditOracle(one.rows, one.question).claims.join();
    for (const [what, ids] of Object.entries(otherClaims(one, asked, dice))) {
      const forged = retold(asked, ids);
      if (!forged || ids.join() === best) continue;
      const sort = what.split(' ').slice(0, 2).join(' ');
      tried.set(sort, (tried.get(sort) ?? 0) + 1);
      if (check(asked, forged).ok) missed.push(`SEED=${seed} ${what}: ${ids.join(', ')} for ${best}`);
    }
  }
  expect(missed).toEqual([]);
  expect([...tried.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);
});
