import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Service } from '../../src/api/context.js';
import { EXAMPLES } from '../../src/api/explorer/queries.js';
import { schema } from '../../src/api/schema.js';
import { loadDataset } from '../../src/files/dataset.js';
import { ask, type Serving, serving } from './serving.js';

let at: Serving;
beforeAll(async () => {
  const { rows } = loadDataset(fileURLToPath(new URL('../../seeds/england', import.meta.url)));
  at = await serving(new Service(rows, () => '2026-09-01'));
});
afterAll(() => at?.close());

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back.
type Data = any;

/** What a newcomer must see in the answer of each tab, lest it show nothing. */
const SHOWS: Record<string, (data: Data) => unknown> = {
  'Credit into one programme': ({ credit }) => credit.assessment.claims.length,
  'Credit across programmes': ({ creditAcross }) => creditAcross.nodes[0].credits,
  'Credit into a programme': ({ creditInto }) => creditInto.nodes[0].most,
  Entry: ({ entry }) => entry.verdict.rules.length,
  Routes: ({ routes }) => routes.answer.routes[0].months,
  'Routes to several registers': ({ routesToParts }) =>
    routesToParts.answers.filter((answer: Data) => answer.routes.length > 0).length > 1,
  'The best month to begin': ({ routeProfile }) => routeProfile.profiles[0].best,
  Prepare: ({ prepare }) => prepare.preparation.legs.length,
  'Prepare, undecided': ({ prepareUndecided }) => prepareUndecided.undecided.doors.length,
  Blockages: ({ blockages }) => blockages.blockages.best.some(({ freed }: Data) => freed > 0),
  'What if': ({ whatIf }) => whatIf.whatIf.freed,
  Portability: ({ portability }) => portability.nodes.every(({ cells }: Data) => cells.length > 0),
  Provision: ({ provision }) => provision.provision.lines.length,
  'Lost and gained': ({ provisionChange }) => provisionChange.nodes.length,
  'Walk the graph': ({ opensTo, whoRefuses }) => opensTo.length > 0 && whoRefuses.length,
  'Find by a code': ({ find }) => find.length,
  'The catalogue': ({ catalogue }) => catalogue.count,
};

test.each(EXAMPLES.map((example) => [example.title, example] as const))(
  'the tab shows something on the dataset of England: %s',
  async (title, { query, variables }) => {
    const { body } = await ask(at, query, variables);
    expect(body.errors ?? []).toEqual([]);
    for (const answer of Object.values<{ problems?: unknown[] }>(body.data)) expect(answer.problems ?? []).toEqual([]);
    expect(SHOWS[title]?.(body.data)).toBeTruthy();
  },
  30_000,
);

test('every question of the API has a tab; what is only looked up is left to the documentation', () => {
  const asked = EXAMPLES.map(({ query }) => query).join('\n');
  const questions = Object.values(schema.getQueryType()!.getFields()).filter(({ args }) =>
    args.some(({ name }) =>
      ['learner', 'start', 'first', 'region', 'regions', 'code', 'kind', 'award', 'from'].includes(name),
    ),
  );
  const paged = ['institutions', 'mappings', 'modules', 'policies', 'programmes', 'qualifications'];
  for (const { name } of questions.filter((one) => !paged.includes(one.name)))
    expect(asked, name).toMatch(new RegExp(`^ +${name}\\(`, 'm'));
});
