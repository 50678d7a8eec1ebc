import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/catalogue.js';
import { applyChanges } from '../../src/domain/changes.js';
import { checkChanges } from '../../src/files/changes.js';
import { loadDataset } from '../../src/files/dataset.js';
import { data } from './load.js';

const { rows } = loadDataset(data('small'));
const policy = (changes: Change[]) => applyChanges(rows, changes).rows.policies[0];

test('a change alters what it names and shares the rest', () => {
  const before = structuredClone(rows);
  const { rows: after, problems } = applyChanges(rows, [
    { op: 'set', kind: 'policies', id: 'nmc', path: 'limits.0.fraction', value: '2/3' },
  ]);
  expect(problems).toEqual([]);
  expect(after.policies[0]?.limits).toEqual([{ id: 'nmc-share', kind: 'share', fraction: '2/3' }]);
  expect(rows).toEqual(before);
  expect(after.modules).toBe(rows.modules);
});

test.each<[string, Change, unknown]>([
  [
    'an entry of a list is found by its id',
    { op: 'set', kind: 'policies', id: 'nmc', path: 'limits.nmc-share.fraction', value: '1' },
    { limits: [{ fraction: '1' }] },
  ],
  [
    'a field that was not there is added',
    { op: 'set', kind: 'policies', id: 'nmc', path: 'claims.fee', value: 50 },
    { claims: { fee: 50 } },
  ],
  [
    'null takes an entry away',
    { op: 'set', kind: 'policies', id: 'nmc', path: 'limits.0', value: null },
    { limits: [] },
  ],
  [
    'the index after the last adds an entry',
    { op: 'set', kind: 'policies', id: 'nmc', path: 'limits.1', value: { id: 'w', kind: 'whole-stages' } },
    { limits: [{ id: 'nmc-share' }, { id: 'w' }] },
  ],
])('%s', (_, change, expected) => {
  expect(policy([change])).toMatchObject(expected as object);
});

test('null takes a field away', () => {
  expect(policy([{ op: 'set', kind: 'policies', id: 'nmc', path: 'registerParts', value: null }])).not.toHaveProperty(
    'registerParts',
  );
});

test('put replaces a row in its place or adds it at the end; remove takes it away; one change sees those before it', () => {
  const [first] = rows.modules;
  const { rows: after, problems } = applyChanges(rows, [
    { op: 'put', kind: 'modules', row: { ...first, id: 'fd-1', title: 'New' } },
    { op: 'put', kind: 'modules', row: { ...first, id: 'fd-3' } },
    { op: 'set', kind: 'modules', id: 'fd-3', path: 'title', value: 'Third' },
    { op: 'remove', kind: 'modules', id: 'fd-2' },
  ]);
  expect(problems).toEqual([]);
  expect(after.modules.map(({ id, title }) => [id, title])).toEqual([
    ['fd-1', 'New'],
    ['rn-1', 'Being a nurse'],
    ['rn-2', 'Practice 2'],
    ['rn-3', 'Practice 3'],
    ['fd-3', 'Third'],
  ]);
});

test('a path cannot reach what every object inherits', () => {
  const { problems } = applyChanges(rows, [
    { op: 'set', kind: 'policies', id: 'nmc', path: '__proto__.polluted', value: 1 },
  ]);
  expect(problems).toEqual([
    {
      code: 'UNKNOWN_PATH',
      field: 'changes.0.path',
      message: '`__proto__.polluted` leads nowhere in `nmc`: a path is field names and indexes joined by dots.',
    },
  ]);
  expect({}).not.toHaveProperty('polluted');
});

test('a kind that is none is named', () => {
  const { problems } = applyChanges(rows, [{ op: 'remove', kind: 'learners' as never, id: 'kim' }]);
  expect(problems[0]?.message).toMatch(/^there is no kind of row called `learners`: the kinds are regions, /);
});

test('changes are checked for what they leave behind, and not for what was wrong before', () => {
  const worse = {
    ...rows,
    pools: [{ id: 'p', name: 'P', places: 1, within: 'nowhere', source: { document: 'D' }, basis: 'assumed' as const }],
  };
  expect(checkChanges(worse, []).problems).toEqual([]);
  expect(checkChanges(worse, [{ op: 'remove', kind: 'regions', id: 'letb-north-east' }]).problems).toEqual([
    {
      code: 'UNKNOWN_ID',
      field: 'changes',
      message:
        'with these changes, at institutions.upton.place.region: `region` names `letb-north-east`, and there is no region of that id. Add it, or correct the id.',
    },
    {
      code: 'UNKNOWN_ID',
      field: 'changes',
      message:
        'with these changes, at deliveries.upton-fd-pt.place.region: `region` names `letb-north-east`, and there is no region of that id. Add it, or correct the id.',
    },
  ]);
});
