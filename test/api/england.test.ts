import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Service } from '../../src/api/context.js';
import { EXAMPLES } from '../../src/api/explorer/queries.js';
import { loadDataset } from '../../src/files/dataset.js';
import { ask, type Serving, serving } from './serving.js';

let at: Serving;
beforeAll(async () => {
  const { rows, problems } = loadDataset(fileURLToPath(new URL('../../seeds/england', import.meta.url)));
  expect(problems).toEqual([]);
  at = await serving(new Service(rows, () => '2026-09-01'));
});
afterAll(() => at?.close());

test('a foundation degree carries credit into the degree that its university names', async () => {
  const [credit] = EXAMPLES;
  const { body } = await ask(at, credit?.query ?? '', credit?.variables);
  const { credits, proof, claims } = body.data.credit.assessment;
  expect(proof).toBe('OPTIMAL');
  expect(credits).toBeGreaterThan(0);
  expect(claims.reduce((sum: number, claim: { credits: number }) => sum + claim.credits, 0)).toBe(credits);
});
