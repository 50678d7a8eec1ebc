import { expect, test } from 'vitest';
import { checkAssessment } from '../../src/checker/check.js';
import type { Assessment } from '../../src/domain/assessment.js';
import type { ProofTree } from '../../src/domain/certificate.js';
import { creditCase } from '../laws/credit-cases.js';
import { ask } from './asked.js';
import { nodes } from './forging.js';

const leaves = (assessment: Assessment) => nodes(assessment).flatMap((node) => ('prices' in node ? [node] : []));

/** The same record with its fields the other way round, all the way down. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  ) as T;
}

const onBoth = (tree: ProofTree, on: string): ProofTree => ({ on, zero: tree, one: structuredClone(tree) });

const HARMLESS: Record<string, (assessment: Assessment) => Assessment> = {
  'fields in another order': reversed,
  'prices written in other terms': (assessment) => {
    for (const { prices } of leaves(assessment))
      for (const price of prices) {
        const [n = '0', d = '1'] = price[1].split('/');
        price[1] = `${3n * BigInt(n)}/${3n * BigInt(d)}`;
      }
    return assessment;
  },
  'prices in hundreds of digits': (assessment) => {
    const many = 10n ** 300n;
    for (const { prices } of leaves(assessment))
      for (const price of prices) {
        const [n = '0', d = '1'] = price[1].split('/');
        price[1] = `${many * BigInt(n)}/${many * BigInt(d)}`;
      }
    return assessment;
  },
  'a price in two parts': (assessment) => {
    for (const { prices } of leaves(assessment))
      prices.push(
        ...prices.map((price): [string, string] => {
          const [n = '0', d = '1'] = price[1].split('/');
          price[1] = `${n}/${2 * Number(d)}`;
          return [price[0], price[1]];
        }),
      );
    return assessment;
  },
  'a row that costs nothing': (assessment) => {
    for (const { prices } of leaves(assessment)) prices.push(['one stage', '0']);
    return assessment;
  },
  'cases told apart that prove the same': (assessment) => {
    for (const proof of assessment.certificate!.proofs) {
      const [claim] = assessment.claims;
      if (claim && proof.delivery === assessment.delivery) proof.tree = onBoth(proof.tree, claim.id);
    }
    return assessment;
  },
  'what is nothing left out': (assessment) =>
    JSON.parse(JSON.stringify(assessment, (_, value) => (value === null ? undefined : value))) as Assessment,
};

test.each(Object.entries(HARMLESS))('an assessment is still right with %s', (_, change) => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { rows, question } = creditCase(seed);
    const { catalogue, assessment } = ask(rows, question);
    const { findings } = checkAssessment(catalogue, { question, assessment: change(assessment) });
    expect(findings, `SEED=${seed}`).toEqual([]);
  }
});
