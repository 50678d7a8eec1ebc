import { afterAll, beforeAll, expect, test } from 'vitest';
import { Service } from '../../src/api/context.js';
import { england } from '../cases/england.js';
import { ask, type Serving, serving } from './serving.js';
import { smallService } from './small.js';

let at: Serving;
let small: Serving;
beforeAll(async () => {
  at = await serving(new Service(england.rows, () => '2026-09-01'));
  small = await serving(smallService());
});
afterAll(() => Promise.all([at?.close(), small?.close()]));

const CHANGE = `query ($from: ID!, $to: ID!, $modes: [Pace!], $parts: [ID!], $regions: [ID!], $nations: [Country!], $first: Int, $after: String) {
  provisionChange(from: $from, to: $to, modes: $modes, registerParts: $parts, regions: $regions, nations: $nations, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { name registerPart { id title } outcome mode nation }
    change { rawBefore rawAfter counts { nation coursesBefore coursesAfter lost gained kept } apart { registerPart { title } regulatorAfter } summary }
    problems { code field message }
  }
}`;
const between = { from: '2018', to: '2025' };

test('the change of part-time provision is told with its figures, and the pairs come in pages', async () => {
  const pages: { name: string; outcome: string }[] = [];
  let after: string | undefined;
  for (let more = true; more; ) {
    const { body } = await ask(at, CHANGE, { ...between, modes: ['PART_TIME'], first: 25, after });
    const { nodes, totalCount, pageInfo, change, problems } = body.data.provisionChange;
    expect([problems, totalCount]).toEqual([[], 54]);
    expect([change.rawBefore, change.rawAfter]).toEqual([55, 33]);
    expect(change.counts[1]).toEqual({
      ...{ nation: 'ENGLAND', coursesBefore: 46, coursesAfter: 27, lost: 22, gained: 10, kept: 16 },
    });
    expect(change.apart).toEqual([{ registerPart: { title: 'Social worker' }, regulatorAfter: 'Social Work England' }]);
    pages.push(...nodes);
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  expect(pages).toHaveLength(54);
  expect(pages.map(({ outcome }) => outcome)).toEqual([
    ...Array(23).fill('LOST'),
    ...Array(15).fill('GAINED'),
    ...Array(16).fill('KEPT'),
  ]);
});

test('a nation asked by itself is counted by itself', async () => {
  const { body } = await ask(at, CHANGE, { ...between, modes: ['PART_TIME'], nations: ['WALES'] });
  const { change } = body.data.provisionChange;
  expect(
    change.counts.map(({ nation, coursesAfter }: { nation: string; coursesAfter: number }) => [nation, coursesAfter]),
  ).toEqual([['WALES', 4]]);
  expect(change.summary).toContain('0 and 4 in Wales');
});

test.each([
  ['an unknown release', { from: '1999', to: '2025' }, 'UNKNOWN_ID', 'from'],
  ['a later release first', { from: '2025', to: '2018' }, 'WRONG_ORDER', 'to'],
  ['a release with itself', { from: '2025', to: '2025' }, 'WRONG_ORDER', 'to'],
  ['an unknown register part', { ...between, parts: ['nurse-adlut'] }, 'UNKNOWN_ID', 'registerParts[0]'],
  ['an unknown region', { ...between, regions: ['letb-atlantis'] }, 'UNKNOWN_ID', 'regions[0]'],
  ['what is no id at all', { ...between, regions: ['<script>'] }, 'BAD_ID', 'regions[0]'],
])('%s is told as a problem, with what to do', async (_, variables, code, field) => {
  const { body, text } = await ask(at, CHANGE, variables);
  expect(body.errors).toBeUndefined();
  expect(body.data.provisionChange.change).toBeNull();
  expect(body.data.provisionChange.problems).toMatchObject([{ code, field }]);
  expect(text).not.toContain('<script>');
});

test('a slip is met with what was meant', async () => {
  const { body } = await ask(at, CHANGE, { ...between, parts: ['nurse-adlut'] });
  expect(body.data.provisionChange.problems[0].message).toContain('did you mean `nurse-adult`?');
});

test('a profession that only a release names may be asked about', async () => {
  const { body } = await ask(at, CHANGE, { ...between, parts: ['social-worker'], modes: ['PART_TIME'] });
  expect(body.data.provisionChange.problems).toEqual([]);
  expect(body.data.provisionChange.change).toMatchObject({ rawBefore: 8, rawAfter: 0 });
});

test.each([
  ['a page of none', { ...between, first: 0 }, 'OUT_OF_RANGE'],
  ['a cursor of another list', { ...between, after: 'bm93aGVyZQ' }, 'BAD_CURSOR'],
])('%s is malformed', async (_, variables, code) => {
  const { body } = await ask(at, CHANGE, variables);
  expect(body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ code }] });
});

const PROVISION = `query ($release: ID, $parts: [ID!], $regions: [ID!]) {
  provision(release: $release, registerParts: $parts, regions: $regions) {
    provision {
      release { id date terms }
      lines { registerPart { title } where region { title } counts { mode deliveries says } }
      notes
    }
    problems { code field }
  }
}`;

test('provision says where no apprenticeship is known, and that it is not none', async () => {
  const { body } = await ask(at, PROVISION, { release: '2025', parts: ['paramedic'], regions: ['letb-wessex'] });
  const { provision, problems } = body.data.provision;
  expect(problems).toEqual([]);
  expect(provision.release).toMatchObject({ id: '2025', date: '2025-08-04' });
  expect(provision.lines[0].counts[2]).toEqual({ mode: 'APPRENTICESHIP', deliveries: 0, says: 'none known' });
});

test('the terms of a release are told as far as they are known', async () => {
  const { body } = await ask(at, PROVISION, { release: '2018' });
  expect(body.data.provision.provision.release.terms).toContain('were not read');
});

test('the catalogue is asked where no release is named', async () => {
  const { body } = await ask(small, PROVISION, {});
  const { provision } = body.data.provision;
  expect(provision.release).toBeNull();
  const north = provision.lines.find((line: { where: string }) => line.where === 'REGION');
  expect(north).toMatchObject({ registerPart: { title: 'nurse' }, region: { title: 'north' } });
  expect(north.counts.map(({ says }: { says: string }) => says)).toEqual(['none', '1', 'none known']);
});

test.each([
  ['release', { release: '2019' }, 'release'],
  ['register part', { parts: ['nurse'] }, 'registerParts[0]'],
  ['region', { regions: ['north'] }, 'regions[0]'],
])('an unknown %s is told as a problem', async (_, variables, field) => {
  const { body } = await ask(at, PROVISION, variables);
  expect(body.data.provision).toMatchObject({ provision: null, problems: [{ code: 'UNKNOWN_ID', field }] });
});

const PORTABILITY = `query ($start: Month, $months: Int, $kinds: [String!], $awards: [ID!], $into: [ID!], $first: Int) {
  portability(start: $start, months: $months, kinds: $kinds, awards: $awards, into: $into, first: $first) {
    totalCount
    nodes { award { id } reach reachOwn ownOnly known cells { programme { id } credits entryStage monthsLeft own options { id } } }
    portability { programmes programmesKnown withReach withoutReach notes summary }
    problems { code field }
  }
}`;

test('what a foundation degree carries is told programme by programme', async () => {
  const { body } = await ask(small, PORTABILITY, { start: '2026-09', kinds: ['fdsc'] });
  const { nodes, problems, portability } = body.data.portability;
  expect(problems).toEqual([]);
  expect(nodes).toEqual([
    {
      ...{ award: { id: 'fd' }, reach: 0, reachOwn: 0, ownOnly: false, known: true },
      cells: [{ programme: { id: 'rn' }, credits: 40, entryStage: 2, monthsLeft: 12, own: false, options: [] }],
    },
  ]);
  expect(portability).toMatchObject({ programmes: 1, programmesKnown: 1, withReach: 0, withoutReach: 1 });
});

test('of England: nursing associates carry a year to many, two assistant practitioners at their own university alone', async () => {
  const { body } = await ask(at, PORTABILITY, { start: '2026-09', first: 100 });
  const { nodes, portability, totalCount } = body.data.portability;
  expect(totalCount).toBe(nodes.length);
  const own = nodes.filter(({ ownOnly }: { ownOnly: boolean }) => ownOnly);
  expect(own.map(({ award }: { award: { id: string } }) => award.id).sort()).toEqual([
    'ou-fd-healthcare-practice-x16',
    'uclan-fdsc-assistant-practitioner',
    'worcester-fdsc-health-social-care',
  ]);
  expect(nodes[0].award.id).toContain('nursing-associate');
  expect(portability.notes.join(' ')).toContain('not known rather than none');
});

test.each([
  ['an unknown award', { awards: ['fdsc-nowhere'] }, 'awards[0]'],
  ['an unknown institution', { into: ['nowhere'] }, 'into[0]'],
  ['an unknown kind', { kinds: ['PhD'] }, 'kinds[0]'],
])('%s is told as a problem', async (_, variables, field) => {
  const { body } = await ask(at, PORTABILITY, variables);
  expect(body.data.portability).toMatchObject({ portability: null, problems: [{ code: 'UNKNOWN_ID', field }] });
});

test.each([0, 13, -1])('%i months are malformed', async (months) => {
  const { body } = await ask(at, PORTABILITY, { months });
  expect(body.errors[0].extensions.problems).toMatchObject([{ code: 'OUT_OF_RANGE', field: 'months' }]);
});
