import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Serving, serving } from './serving.js';
import { smallService } from './small.js';

let at: Serving;
beforeAll(async () => {
  at = await serving(smallService());
});
afterAll(() => at.close());

const PAGE = `query ($first: Int, $after: String) {
  modules(first: $first, after: $after) {
    totalCount
    nodes { id }
    edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

test('pages follow one another without gap or overlap, nodes beside edges', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { body } = await ask(at, PAGE, { first: 2, after });
    const { nodes, edges, pageInfo, totalCount } = body.data.modules;
    expect(totalCount).toBe(5);
    expect(edges.map(({ node }: { node: unknown }) => node)).toEqual(nodes);
    expect(pageInfo.startCursor).toBe(edges[0].cursor);
    expect(pageInfo.hasPreviousPage).toBe(seen.length > 0);
    seen.push(...nodes.map(({ id }: { id: string }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(['a1', 'a2', 'b1', 'b2', 'b3']);
});

test.each([
  [{ first: 0 }, 'OUT_OF_RANGE', 'first'],
  [{ first: 101 }, 'OUT_OF_RANGE', 'first'],
  [{ after: 'elsewhere' }, 'BAD_CURSOR', 'after'],
])('a page that cannot be is refused: %j', async (page, code, field) => {
  const { body } = await ask(at, PAGE, page);
  expect(body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ code, field }] });
});

test('a programme is read with its stages, deliveries, policies and where each was read', async () => {
  const { body } = await ask(
    at,
    `{ programme(id: "rn") {
      title basis source { document } assumed { field }
      institution { id place { region } }
      stages { stage credits core { module } }
      deliveries { id feePerStage distance entryPoints { stage months } }
      registerParts { id reachedBy { programmes } }
      policies { limits { id kind terms { name value } basis } }
    } nothing: programme(id: "none") { id } }`,
  );
  expect(body.errors).toBeUndefined();
  expect(body.data.nothing).toBeNull();
  expect(body.data.programme).toEqual({
    title: 'rn',
    basis: 'ILLUSTRATIVE',
    source: { document: 'Made up for a test' },
    assumed: [],
    institution: { id: 'university', place: { region: 'north' } },
    stages: [
      { stage: 1, credits: 40, core: [{ module: 'b1' }, { module: 'b2' }] },
      { stage: 2, credits: 20, core: [{ module: 'b3' }] },
    ],
    deliveries: [
      {
        id: 'rn-pt',
        feePerStage: [3000, 3000],
        distance: false,
        entryPoints: [
          { stage: 1, months: [9] },
          { stage: 2, months: [9] },
        ],
      },
    ],
    registerParts: [{ id: 'nurse', reachedBy: [{ programmes: ['rn'] }] }],
    policies: [
      {
        limits: [
          { id: 'cap-share', kind: 'SHARE', terms: [{ name: 'fraction', value: '2/3' }], basis: 'ILLUSTRATIVE' },
        ],
      },
    ],
  });
});

test('the graph is walked in both directions', async () => {
  const { body } = await ask(
    at,
    `{ coveredBy(module: "b2") { id kind strength sources } opensTo(award: "fd") { programme mappings { mapping through } } }`,
  );
  expect(body.data).toEqual({
    coveredBy: [{ id: 'a2-b2', kind: 'MAPPING', strength: 'PRECEDENT', sources: ['a2'] }],
    opensTo: [
      {
        programme: 'rn',
        mappings: [
          { mapping: 'a1-b1', through: 'fd' },
          { mapping: 'a2-b2', through: 'fd' },
        ],
      },
    ],
  });
});

test.each([
  ['coveredBy(module: "bb2") { id }', 'module', '`b2`'],
  ['opensTo(award: "fdd") { programme }', 'award', '`fd`'],
  ['whoRefuses(kind: "honour") { rule }', 'kind', '`honours`'],
  ['mappings(source: "a9") { totalCount }', 'source', '`a1`'],
])('an unknown id is refused with what was meant: %s', async (field, argument, meant) => {
  const { body } = await ask(at, `{ ${field} }`);
  const [problem] = body.errors[0].extensions.problems;
  expect(problem).toMatchObject({ code: 'UNKNOWN_ID', field: argument });
  expect(problem.message).toContain(meant);
});

test('codes that people paste find the rows', async () => {
  const { body } = await ask(
    at,
    '{ module: find(code: "ax2") { id kind } ukprn: find(code: " 10007999 ") { id kind name } }',
  );
  expect(body.data).toEqual({
    module: [{ id: 'a2', kind: 'MODULES' }],
    ukprn: [{ id: 'university', kind: 'INSTITUTIONS', name: 'university' }],
  });
});

test('the catalogue tells how many rows it has and that each names its source', async () => {
  const { body } = await ask(at, '{ catalogue { count withoutSource kinds { kind count illustrative } } }');
  const { count, withoutSource, kinds } = body.data.catalogue;
  expect(withoutSource).toBe(0);
  expect(kinds).toContainEqual({ kind: 'MODULES', count: 5, illustrative: 5 });
  expect(count).toBe(kinds.reduce((sum: number, kind: { count: number }) => sum + kind.count, 0));
});
