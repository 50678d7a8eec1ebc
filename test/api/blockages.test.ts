import { afterAll, beforeAll, expect, test } from 'vitest';
import { Service } from '../../src/api/context.js';
import { smallRegion } from '../cases/blockages-small.js';
import { ask, type Serving, serving } from './serving.js';

let at: Serving;
beforeAll(async () => {
  at = await serving(new Service(smallRegion(), () => '2026-09-01'));
});
afterAll(() => at?.close());

const BLOCKAGES = `query ($region: ID!, $parts: [ID!]!, $credits: Float, $stage: Int, $budgets: [Float!], $own: [CohortInput!], $add: [AskedLeverInput!]) {
  blockages(region: $region, registerParts: $parts, first: "2026-09", credits: $credits, stage: $stage, budgets: $budgets, own: $own, add: $add) {
    blockages { inMind through blocked summary barriers { says alone role } best { budget within freed proof changes { from changes } } }
    problems { code field message }
  }
}`;
const asked = { region: 'north', parts: ['nurse'], credits: 60, stage: 2 };
const own = (people: number, id = 'mine') => ({
  ...{ id, name: 'Ours', people, seeks: ['nurse'] },
  learner: { awards: [{ award: 'foundation', on: '2025-07' }, { award: 'skills-maths' }] },
});

test('a region is answered with its barriers and best changes', async () => {
  const { body } = await ask(at, BLOCKAGES, { ...asked, budgets: [1] });
  const { blockages, problems } = body.data.blockages;
  expect(problems).toEqual([]);
  expect(blockages).toMatchObject({ inMind: 50, through: 20, blocked: 30 });
  expect(blockages.barriers[0]).toMatchObject({ alone: 30, role: 'ADMISSIONS' });
  expect(blockages.best[0]).toMatchObject({ freed: 30, proof: 'OPTIMAL', within: null });
  expect(JSON.parse(blockages.best[0].changes[0].changes[0])).toMatchObject({
    op: 'set',
    kind: 'entryRules',
    id: 'maths',
  });
});

test("an analyst's own cohorts leave the service with small numbers protected", async () => {
  const { body } = await ask(at, BLOCKAGES, { ...asked, own: [own(7), own(23, 'more')] });
  expect(body.data.blockages.blockages).toMatchObject({ inMind: 30, blocked: 30, through: 0 });
  const { body: few } = await ask(at, BLOCKAGES, { ...asked, own: [own(7)] });
  expect(few.data.blockages.blockages).toMatchObject({ inMind: null, blocked: null });
  expect(few.text ?? JSON.stringify(few)).not.toContain('of 7 people');
});

const setRule = (value: unknown) =>
  JSON.stringify({ op: 'set', kind: 'entryRules', id: 'maths', path: 'rule.level', value });
const lever = (id: string, changes: string[]) => ({ id, says: 'A change.', owner: 'ADMISSIONS', changes });

test.each<[string, Record<string, unknown>, string, string, string]>([
  ['a negative head count', { own: [own(-3)] }, 'BAD_HEAD_COUNT', 'own[0].people', 'a whole number, 0 or more'],
  ['half a person', { own: [own(2.5)] }, 'BAD_HEAD_COUNT', 'own[0].people', 'a whole number, 0 or more'],
  ['a budget of a thousand', { budgets: [1000] }, 'OUT_OF_RANGE', 'budgets[0]', 'from 1 to 10'],
  ['half a lever', { budgets: [1.5] }, 'OUT_OF_RANGE', 'budgets[0]', 'whole number'],
  ['no register part', { parts: [] }, 'EMPTY_LIST', 'registerParts', 'name at least one'],
  [
    'levers that contradict',
    { add: [lever('a', [setRule(1)]), lever('b', [setRule(2)])] },
    ...(['CONTRADICTION', 'add[1].changes', 'leave the same row differently'] as const),
  ],
  ['a change that is no JSON', { add: [lever('a', ['rule: 2'])] }, 'BAD_JSON', 'add[0].changes[0]', 'no JSON text'],
])('%s is refused with its sentence', async (_, over, code, field, says) => {
  const { body } = await ask(at, BLOCKAGES, { ...asked, ...over });
  const problems = body.errors?.[0]?.extensions.problems;
  expect(problems).toContainEqual(expect.objectContaining({ code, field, message: expect.stringContaining(says) }));
});

test.each<[string, Record<string, unknown>, string, string, string]>([
  ['an unknown region', { region: 'noth' }, 'UNKNOWN_ID', 'region', 'did you mean `north`?'],
  ['a stage that no programme has', { stage: 4 }, 'NOBODY_COULD', 'stage', 'the longest has 2'],
  ['more credits than a programme has', { credits: 500 }, 'NOBODY_COULD', 'credits', 'the largest has 120'],
])('%s is a problem of the answer', async (_, over, code, field, says) => {
  const { body } = await ask(at, BLOCKAGES, { ...asked, ...over });
  expect(body.data.blockages.blockages).toBeNull();
  expect(body.data.blockages.problems).toEqual([{ code, field, message: expect.stringContaining(says) }]);
});

test('what a list of changes would do is told with its cost a head', async () => {
  const changes = [JSON.stringify({ op: 'remove', kind: 'entryRules', id: 'maths' })];
  const { body } = await ask(
    at,
    `query ($changes: [String!]!) {
      whatIf(region: "north", registerParts: ["nurse"], first: "2026-09", credits: 60, stage: 2, changes: $changes, cost: 60) {
        whatIf { before after freed stopped freedCohorts costPerPerson monthsSaved }
        problems { code field message }
      }
    }`,
    { changes },
  );
  expect(body.data.whatIf.problems).toEqual([]);
  expect(body.data.whatIf.whatIf).toMatchObject({ before: 20, after: 50, freed: 30, stopped: 0, costPerPerson: 2 });
});
