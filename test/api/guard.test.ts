import { afterAll, beforeAll, expect, test } from 'vitest';
import { Service } from '../../src/api/context.js';
import { ask, type Serving, send, serving } from './serving.js';
import { kim, smallRows, smallService, TODAY } from './small.js';

let at: Serving;
beforeAll(async () => {
  at = await serving(smallService());
});
afterAll(() => at.close());

const CREDIT = `query ($learner: LearnerInput!, $programme: ID!, $start: Month, $asOf: Day) {
  credit(learner: $learner, programme: $programme, start: $start, asOf: $asOf) { problems { code } }
}`;

const told = (body: { errors: { extensions: { problems: { code: string; field: string }[] } }[] }): string[] =>
  body.errors[0]?.extensions.problems.map(({ code, field }) => `${field} ${code}`) ?? [];

test('all that is malformed is told at once, field by field, and none of it repeated', async () => {
  const learner = {
    awards: [{ award: 'fd' }, { award: 'fd', on: '2027-01', stage: 4 }],
    modules: [
      { module: 'a1', on: 'Private-1', mark: 987 },
      { module: 'a1', on: '2026-01' },
      { module: 'Private 2' },
      { module: 'a22' },
    ],
    experience: [{ setting: ' ', months: -3 }],
    registrations: [{ part: 'nurse', status: 'CURRENT', since: '2026-13' }],
    band: 55,
  };
  const { status, text, body } = await ask(at, CREDIT, {
    learner,
    programme: 'rn',
    start: 'Private-3',
    asOf: '2026-02-30',
  });
  expect(status).toBe(200);
  expect(body.errors).toHaveLength(1);
  expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  expect(told(body).sort()).toEqual(
    [
      'asOf BAD_DAY',
      'learner.awards[1].on IN_THE_FUTURE',
      'learner.awards[1].stage NO_SUCH_STAGE',
      'learner.band OUT_OF_RANGE',
      'learner.experience[0].months OUT_OF_RANGE',
      'learner.experience[0].setting EMPTY_TEXT',
      'learner.modules[0].mark OUT_OF_RANGE',
      'learner.modules[0].on BAD_MONTH',
      'learner.modules[1].module TWICE',
      'learner.modules[2].module BAD_ID',
      'learner.registrations[0].since BAD_MONTH',
      'start BAD_MONTH',
    ].sort(),
  );
  expect(text).not.toMatch(/Private|987|55|2026-13|2026-02-30|2027-01/);
});

test('credit without any date is refused, and one date is enough', async () => {
  const undated = await ask(at, CREDIT, { learner: { awards: [{ award: 'fd' }] }, programme: 'rn' });
  expect(told(undated.body)).toEqual(['learner.awards[0].on NO_DATE']);
  const modules = [
    { module: 'a1', on: '2026-01' },
    { module: 'a2', on: '2026-02' },
  ];
  const dated = await ask(at, CREDIT, { learner: { awards: [{ award: 'fd' }], modules }, programme: 'rn' });
  expect(dated.body.data.credit.problems).toEqual([]);
});

test('what is gained after the start cannot be carried into it, whatever is asked', async () => {
  const learner = { awards: [{ award: 'fd', on: '2026-07' }], modules: [{ module: 'a1', on: '2026-09' }] };
  const asked: [string, Record<string, unknown>][] = [
    [CREDIT, { programme: 'rn', start: '2026-06' }],
    [
      'query ($learner: LearnerInput!, $start: Month) { creditAcross(learner: $learner, start: $start) { totalCount } }',
      { start: '2026-06' },
    ],
    [
      'query ($learner: LearnerInput!, $start: Month) { entry(learner: $learner, programme: "rn", start: $start) { problems { code } } }',
      { start: '2026-06' },
    ],
    [
      'query ($learner: LearnerInput!, $first: Month) { routes(learner: $learner, registerPart: "nurse", first: $first) { problems { code } } }',
      { first: '2026-06' },
    ],
  ];
  for (const [query, variables] of asked) {
    const { body, text } = await ask(at, query, { learner, ...variables });
    expect(body.errors?.[0]?.extensions?.code, query).toBe('BAD_USER_INPUT');
    expect(told(body)).toEqual(['learner.awards[0].on AFTER_START', 'learner.modules[0].on AFTER_START']);
    expect(text).not.toMatch(/2026-07|2026-09/);
  }
  const sameMonth = await ask(at, CREDIT, { learner, programme: 'rn', start: '2026-09' });
  expect(sameMonth.body.data.credit.problems).toEqual([]);
});

test('more than a thousand modules are refused before they are looked at', async () => {
  const modules = Array.from({ length: 1001 }, (_, index) => ({ module: `m${index}` }));
  const { body } = await ask(at, CREDIT, { learner: { modules }, programme: 'rn' });
  expect(told(body)).toEqual(['learner.modules TOO_MANY']);
});

const WRONG_TYPES = [
  'learner.awards[0].award MISSING_FIELD',
  'learner.awards[0].mark WRONG_TYPE',
  'learner.bandd UNKNOWN_FIELD',
];

test('variables of the wrong shape are named with the rule they broke', async () => {
  const learner = { awards: [{ mark: 'Private' }], bandd: 4 };
  const { status, text, body } = await ask(at, CREDIT, { learner, programme: 'rn' });
  expect(status).toBe(400);
  expect(told(body)).toEqual(WRONG_TYPES);
  expect(body.errors[0].extensions.problems[2].message).toContain('"band"');
  expect(text).not.toContain('Private');
});

test('values written into the document are told in the same way', async () => {
  const query =
    '{ credit(learner: { awards: [{ mark: "Private" }], bandd: 4 }, programme: "rn") { problems { code } } }';
  const { text, body } = await ask(at, query);
  expect(body.errors).toHaveLength(1);
  expect(told(body).sort()).toEqual(WRONG_TYPES);
  expect(text).not.toContain('Private');
});

test.each([
  ['a document that breaks off', '{ modules(', 'GRAPHQL_PARSE_FAILED'],
  ['a word out of place', '{ modules(first: "Private }', 'GRAPHQL_PARSE_FAILED'],
  ['a field that is not there', '{ modulez { id } }', 'GRAPHQL_VALIDATION_FAILED'],
])('%s is refused without repeating values', async (_, query, code) => {
  const { status, text, body } = await ask(at, query);
  expect([status, body.errors[0].extensions.code]).toEqual([400, code]);
  expect(text).not.toMatch(/Private|stacktrace/);
});

test('a body that is no JSON, or too long, is answered in JSON', async () => {
  const broken = await send(at, '{"query": Private');
  expect([broken.status, broken.body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  expect(broken.text).not.toContain('Private');
  const long = await send(
    at,
    JSON.stringify({ query: '{ catalogue { count } }', variables: { x: 'x'.repeat(1_100_000) } }),
  );
  expect([long.status, long.body.errors[0].extensions.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
  const nowhere = await fetch(`${at.url}/elsewhere`);
  expect([nowhere.status, await nowhere.json()]).toMatchObject([
    404,
    { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
  ]);
});

const aliased = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: module(id: "a1") { id }`).join(' ')} }`;
/** A tree of conditions with this many levels below the root; the root itself lies five deep. */
const levels = (count: number): string =>
  `{ entry(learner: {}, programme: "rn") { verdict { rules { root { ${'children { '.repeat(count)}path${' }'.repeat(count)} } } } } }`;

/** As many searches for routes, each of which takes a quarter of what one request may. */
const searches = (count: number): string => {
  const one = 'routes(learner: {}, registerPart: "midwife", first: "2026-09") { problems { code } }';
  return `{ ${Array.from({ length: count }, (_, index) => `r${index}: ${one}`).join(' ')} }`;
};

/** The same by way of a fragment, which must not weigh less. */
const spread = (count: number): string => `query { ...R } fragment R on Query ${searches(count)}`;

test.each([
  ['30 aliases', aliased(30), undefined],
  ['31 aliases', aliased(31), 'REQUEST_TOO_LARGE'],
  ['fields 12 deep', levels(7), undefined],
  ['fields 13 deep', levels(8), 'REQUEST_TOO_LARGE'],
  ['too many words', `{ ${'catalogue { count } '.repeat(1300)} }`, 'REQUEST_TOO_LARGE'],
  [
    'pages within pages',
    '{ programmes(first: 100) { nodes { deliveries { id } stages { core { module } groups { id } } } } }',
    undefined,
  ],
  ['many searches for routes', searches(3), undefined],
  ['too many searches for routes', searches(4), 'REQUEST_TOO_LARGE'],
  ['too many of them in a fragment', spread(4), 'REQUEST_TOO_LARGE'],
])('limits: %s', async (_, query, code) => {
  const { body } = await ask(at, query);
  expect(body.errors?.[0].extensions.code).toBe(code);
});

test('a fault of ours is masked, with the id under which the log has it', async () => {
  const broken = new Service(smallRows(), () => TODAY);
  Object.defineProperty(broken, 'catalogue', {
    get: () => {
      throw new TypeError('the cellar is under water');
    },
  });
  const cellar = await serving(broken);
  try {
    const { status, text, body } = await ask(cellar, '{ regions { id } }');
    const [{ extensions, message }] = body.errors;
    expect(status).toBe(200);
    expect(extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(message).toContain(extensions.requestId);
    expect(text).not.toMatch(/cellar|TypeError|\.ts/);
    expect(cellar.logged.join('\n')).toMatch(
      new RegExp(`${extensions.requestId}: TypeError: the cellar is under water\n.*at `),
    );
  } finally {
    await cellar.close();
  }
});

test('introspection is open, stack traces and the landing page are not', async () => {
  const { body } = await ask(at, '{ __schema { queryType { name } } }');
  expect(body.data.__schema.queryType.name).toBe('Query');
  const page = await fetch(`${at.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-type')).not.toContain('text/html; charset=utf-8;');
  expect(await page.text()).not.toMatch(/<html|apollographql/);
});

test('nothing of a learner is logged', async () => {
  await ask(at, CREDIT, { learner: kim, programme: 'rn' });
  expect(at.logged).toEqual([]);
});
