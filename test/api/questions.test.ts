import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Serving, serving } from './serving.js';
import { kim, smallService } from './small.js';

let at: Serving;
beforeAll(async () => {
  at = await serving(smallService());
});
afterAll(() => at.close());

const CREDIT = `query ($learner: LearnerInput!, $programme: ID!, $delivery: ID, $start: Month) {
  credit(learner: $learner, programme: $programme, delivery: $delivery, start: $start) {
    assessment {
      credits entryStage start delivery guaranteed
      claims { id kind strength rows { id basis source { document } } }
      limits { id kind unit used allowed }
    }
    problems { code field message }
  }
}`;

test('credit is assessed, with the words of the API for the values of the domain', async () => {
  const { body } = await ask(at, CREDIT, { learner: kim, programme: 'rn', start: '2026-09' });
  expect(body.errors).toBeUndefined();
  const { assessment, problems } = body.data.credit;
  expect(problems).toEqual([]);
  expect(assessment).toMatchObject({ credits: 40, entryStage: 2, start: '2026-09', delivery: 'rn-pt', guaranteed: 20 });
  expect(assessment.claims).toEqual([
    {
      id: 'a1-b1',
      kind: 'MAPPING',
      strength: 'GUARANTEED',
      rows: [{ id: 'a1-b1', basis: 'ILLUSTRATIVE', source: { document: 'Made up for a test' } }],
    },
    expect.objectContaining({ id: 'a2-b2', strength: 'PRECEDENT' }),
  ]);
  expect(assessment.limits).toContainEqual({ id: 'cap-share', kind: 'SHARE', unit: 'CREDITS', used: 40, allowed: 40 });
});

test('the start is this month where none is given, and `asOf` says which month this is', async () => {
  const { body } = await ask(at, CREDIT, { learner: kim, programme: 'rn' });
  expect(body.data.credit.assessment.start).toBe('2026-09');
  const asked = `query ($learner: LearnerInput!) { credit(learner: $learner, programme: "rn", asOf: "2027-03-31") { assessment { start } } }`;
  const later = await ask(at, asked, { learner: kim });
  expect(later.body.data.credit.assessment.start).toBe('2027-03');
});

test.each([
  [{ programme: 'rm' }, 'UNKNOWN_ID', 'programme', '`rn`'],
  [{ programme: 'rn', delivery: 'rn-ft' }, 'UNKNOWN_ID', 'delivery', '`rn-pt`'],
  [{ programme: 'rn', delivery: 'fd-pt' }, 'WRONG_OWNER', 'delivery', '`rn-pt`'],
])('what the question names and the catalogue lacks is data: %j', async (named, code, field, mend) => {
  const { status, body } = await ask(at, CREDIT, { learner: kim, ...named });
  expect([status, body.errors]).toEqual([200, undefined]);
  expect(body.data.credit.assessment).toBeNull();
  expect(body.data.credit.problems).toEqual([{ code, field, message: expect.stringContaining(mend) }]);
});

test('a code in the learner that the catalogue lacks is data too, with what may have been meant', async () => {
  const learner = { ...kim, modules: [{ module: 'fd-m11', on: '2020-07' }] };
  const { body } = await ask(at, CREDIT, { learner, programme: 'rn' });
  expect(body.errors).toBeUndefined();
  expect(body.data.credit.assessment).toBeNull();
  const [problem] = body.data.credit.problems;
  expect(problem).toMatchObject({ code: 'UNKNOWN_ID', field: 'learner.modules[0].module' });
  expect(problem.message).not.toContain('fd-m11');
});

const ACROSS = `query ($learner: LearnerInput!, $first: Int, $after: String, $filter: ProgrammeFilterInput) {
  creditAcross(learner: $learner, first: $first, after: $after, filter: $filter) {
    totalCount
    counts { none under60 from60 from120 }
    nodes { programme credits }
    edges { cursor node { programme } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    problems { code field }
  }
}`;

test('credit across programmes is a page with its counts', async () => {
  const { body } = await ask(at, ACROSS, { learner: kim });
  expect(body.data.creditAcross).toMatchObject({
    totalCount: 2,
    counts: { none: 1, under60: 1, from60: 0, from120: 0 },
    nodes: [{ programme: 'rn', credits: 40 }, { credits: 0 }],
    problems: [],
  });
  const lost = await ask(at, ACROSS, { learner: kim, filter: { regions: ['north', 'south'] } });
  expect(lost.body.data.creditAcross).toMatchObject({
    totalCount: 0,
    problems: [{ code: 'UNKNOWN_ID', field: 'filter.regions[1]' }],
  });
});

const ENTRY = `query ($learner: LearnerInput!, $stage: Int) {
  entry(learner: $learner, programme: "rn", stage: $stage) {
    verdict { verdict rules { id root { kind verdict children { path kind verdict } } } unmet }
    problems { code field }
  }
}`;

test.each([
  ['declared', [{ declaration: 'dbs', holds: true }], 'MET', []],
  [
    'declared not to hold',
    [{ declaration: 'dbs', holds: false }],
    'NOT_MET',
    [{ code: 'NOT_ADMITTED', field: 'programme' }],
  ],
  ['not given', [], 'UNDECIDED', []],
])('entry is judged: %s', async (_, declarations, verdict, problems) => {
  const { body } = await ask(at, ENTRY, { learner: { declarations } });
  expect(body.data.entry.verdict).toMatchObject({
    verdict,
    rules: [
      { id: 'rn-entry', root: { kind: 'ALL', children: [{ path: 'rn-entry:0', kind: 'DECLARATION', verdict }] } },
    ],
  });
  expect(body.data.entry.problems).toEqual(problems);
});

test('a stage that the programme does not have is a problem of the question', async () => {
  const { body } = await ask(at, ENTRY, { learner: {}, stage: 3 });
  expect(body.data.entry).toEqual({ verdict: null, problems: [{ code: 'NO_SUCH_STAGE', field: 'stage' }] });
});

const ROUTES = `query ($learner: LearnerInput!, $registerPart: ID!, $constraints: ConstraintsInput) {
  routes(learner: $learner, registerPart: $registerPart, first: "2026-09", constraints: $constraints) {
    answer { proof criteria routes { months registered legs { delivery start end fromStage toStage pace employment } } }
    problems { code field }
  }
}`;

test('the shortest route begins at the stage that credit reaches', async () => {
  const { body } = await ask(at, ROUTES, { learner: kim, registerPart: 'nurse' });
  expect(body.data.routes.problems).toEqual([]);
  expect(body.data.routes.answer).toMatchObject({
    proof: 'COMPLETE',
    criteria: ['MONTHS', 'LEARNER_PART', 'RELEASE_DAYS'],
    routes: [
      {
        months: 12,
        legs: [
          {
            delivery: 'rn-pt',
            start: '2026-09',
            end: '2027-08',
            fromStage: 2,
            toStage: 2,
            pace: 'PART_TIME',
            employment: 'NONE',
          },
        ],
      },
    ],
  });
});

test('no route is an answer with a problem, not an error', async () => {
  const { body } = await ask(at, ROUTES, { learner: kim, registerPart: 'midwife' });
  expect(body.errors).toBeUndefined();
  expect(body.data.routes.answer.routes).toEqual([]);
  expect(body.data.routes.problems).toEqual([{ code: 'NO_ROUTE', field: 'registerPart' }]);
});

test('an unknown register part or region is a problem of the question', async () => {
  const constraints = { regions: ['nort'] };
  const { body } = await ask(at, ROUTES, { learner: kim, registerPart: 'nurs', constraints });
  expect(body.data.routes).toEqual({
    answer: null,
    problems: [
      { code: 'UNKNOWN_ID', field: 'constraints.regions[0]' },
      { code: 'UNKNOWN_ID', field: 'registerPart' },
    ],
  });
});

const INTO = `query ($programme: ID!, $module: ID, $start: Month, $filter: IntoFilterInput, $first: Int, $after: String) {
  creditInto(programme: $programme, module: $module, start: $start, filter: $filter, first: $first, after: $after) {
    totalCount
    nodes { id kind institution { id title } most core { credits entryStage claims { rows } bands { weakest credits } } rows { id says } }
    modules(first: 1) { totalCount nodes { module ways { targets { id title } stands } } pageInfo { hasNextPage } }
    institutions { institution { id } awards from60 under60 own }
    counts { none under60 from60 from120 }
    programme { title }
    summary
    problems { code field message }
  }
}`;

test('what carries into a programme is a page of awards, with modules, counts and titles beside', async () => {
  const { body } = await ask(at, INTO, { programme: 'rn', start: '2026-09' });
  expect(body.errors).toBeUndefined();
  expect(body.data.creditInto).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        id: 'fd',
        kind: 'fdsc',
        institution: { id: 'college', title: 'college' },
        most: 40,
        core: { credits: 40, entryStage: 2, bands: [{ weakest: 'GUARANTEED', credits: 20 }, { credits: 40 }, {}] },
        rows: [{ id: 'a1-b1', says: '20 credits carried.' }, { id: 'a2-b2' }],
      },
    ],
    modules: {
      totalCount: 2,
      nodes: [{ module: 'a1', ways: [{ targets: [{ id: 'b1' }], stands: true }] }],
      pageInfo: { hasNextPage: true },
    },
    institutions: [{ institution: { id: 'college' }, awards: 1, under60: 1, from60: 0, own: false }],
    counts: { none: 0, under60: 1, from60: 0, from120: 0 },
    problems: [],
  });
  const { body: one } = await ask(at, INTO, {
    programme: 'rn',
    module: 'b2',
    filter: { kinds: ['fdsc'], atLeast: 10 },
  });
  expect(one.data.creditInto).toMatchObject({ totalCount: 1, nodes: [{ rows: [{ id: 'a2-b2' }] }] });
});

test.each([
  [{ programme: 'rm' }, 'programme', '`rn`'],
  [{ programme: 'rn', module: 'a1' }, 'module', '`b1`'],
  [{ programme: 'rn', filter: { kinds: ['fdcs'] } }, 'filter.kinds[0]', '`fdsc`'],
  [{ programme: 'rn', filter: { institutions: ['colleg'] } }, 'filter.institutions[0]', '`college`'],
])('what it names and the catalogue lacks is data: %j', async (named, field, mend) => {
  const { body } = await ask(at, INTO, named);
  expect(body.errors).toBeUndefined();
  expect(body.data.creditInto).toMatchObject({
    totalCount: 0,
    programme: null,
    summary: null,
    problems: [{ code: 'UNKNOWN_ID', field, message: expect.stringContaining(mend) }],
  });
});

test('malformed, it is refused with every field that is wrong', async () => {
  const { body } = await ask(at, INTO, { programme: 'rn', start: 'soon', first: 0, filter: { atLeast: -1 } });
  const [error] = body.errors;
  expect(error.extensions.code).toBe('BAD_USER_INPUT');
  expect(error.extensions.problems.map(({ field }: { field: string }) => field).sort()).toEqual([
    'filter.atLeast',
    'first',
    'start',
  ]);
  const { body: lost } = await ask(at, INTO, { programme: 'rn', after: 'nowhere' });
  expect(lost.errors[0].extensions.problems).toMatchObject([{ code: 'BAD_CURSOR', field: 'after' }]);
});
