import { expect, test } from 'vitest';
import { readTables } from '../../src/files/discover-uni/tables.js';
import { buildGraph } from '../../src/graph/walk-build.js';
import { findByCode } from '../../src/graph/walk-codes.js';
import { england } from './england.js';

const { deliveries, programmes, institutions } = england.rows;
const graph = buildGraph(england.rows);

// The converter leaves these courses out and trusts the table: what it names must be there, or a course would be lost.
test.each([...readTables().described])(
  'the course %s is in the seeds as the table says, once, and found by its code',
  (key, { deliveries: said }) => {
    const [ukprn, code, mode] = key.split('/') as [string, string, string];
    const found = said.map((id) => deliveries.find((row) => row.id === id)!);
    for (const { pace, employment } of found)
      expect([pace, employment]).toEqual([mode, mode === 'full-time' ? 'none' : 'beside']);
    const described = found.map((delivery) => programmes.find(({ id }) => id === delivery.programme)!);
    for (const { institution } of described)
      expect(institutions.find(({ id }) => id === institution)?.ukprn).toBe(ukprn);
    expect(findByCode(graph, code)).toEqual(described.map(({ id }) => id).sort());
  },
);

test('the Open University nurses of R39 need an employer in every field, and nobody is let in by a second row of it', () => {
  const open = programmes.filter(({ codes = [] }) => codes.includes('R39')).map(({ id }) => id);
  expect(open).toHaveLength(4);
  const beside = deliveries.filter(({ programme, employment }) => open.includes(programme) && employment === 'beside');
  expect(beside.map(({ nomination }) => nomination)).toEqual(beside.map(() => true));
});
