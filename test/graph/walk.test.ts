import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KINDS } from '../../src/domain/catalogue.js';
import { monthOf } from '../../src/domain/time.js';
import { type Step, walk } from '../../src/graph/walk.js';
import { buildGraph } from '../../src/graph/walk-build.js';
import { EDGE_TYPES, type EdgeType } from '../../src/graph/walk-types.js';
import { mapping, module, programme, rowsWith } from '../support/rows.js';
import { smallCollege } from './small-college.js';

const graph = buildGraph(smallCollege());

/** A walk as one line a step: `<- covers practice (skills-from-any)`, where another row than the ends says so. */
const told = (from: string, steps: Step[]): string[] =>
  steps.map(({ direction, edge, node }) => {
    const arrow = direction === 'out' ? '->' : '<-';
    return `${arrow} ${edge.type} ${node}${edge.by === node || edge.by === from ? '' : ` (${edge.by})`}`;
  });
const out = (id: string, edge?: EdgeType) => told(id, walk(graph, id, { direction: 'out', ...(edge && { edge }) }));
const back = (id: string, edge?: EdgeType) => told(id, walk(graph, id, { direction: 'in', ...(edge && { edge }) }));

test('every row is a node under its id, with its kind and name, and an offer of a module is a delivery', () => {
  const rows = smallCollege();
  const expected = KINDS.flatMap((kind) => rows[kind].map(({ id }) => [id, kind]));
  expect(graph.mapNodes((id, { kind }) => [id, kind]).sort()).toEqual(
    [...expected, ['bridge-alone', 'deliveries']].sort(),
  );
  expect(graph.getNodeAttribute('backfill', 'name')).toBe('Backfill');
  expect(graph.getNodeAttribute('fdsc-care', 'name')).toBe('fdsc-care');
  expect(graph.getAttribute('dangling')).toEqual([]);
});

test.each([
  [
    'a module: where it is taught, what it is part of, what it covers',
    'practice',
    [
      '-> taught by college',
      '-> part of fdsc-care',
      '-> covers body (body-from-both)',
      '-> covers skills (skills-from-any)',
      '<- requires body-from-both',
      '<- requires research',
      '<- requires skills-from-any',
    ],
  ],
  [
    'a module: what covers it',
    'skills',
    [
      '-> taught by university',
      '-> part of bsc-nursing',
      '<- covers anatomy (skills-refused)',
      '<- covers bridge (skills-from-any)',
      '<- covers practice (skills-from-any)',
      '<- covers skills-from-any',
      '<- covers skills-refused',
      '<- covers years-of-care',
    ],
  ],
  [
    'a mapping: what it takes and what it covers',
    'body-from-both',
    ['-> covers body', '-> requires anatomy', '-> requires practice'],
  ],
  [
    'an agreement: whom it takes, and where they join',
    'care-to-nursing',
    ['-> progresses to bsc-nursing', '-> requires fdsc-care'],
  ],
  ['experience that gives hours alone', 'ward-hours', ['-> covers bsc-nursing']],
  [
    'a programme: everything about it',
    'fdsc-care',
    [
      '-> taught by college',
      '-> progresses to bsc-nursing (care-to-nursing)',
      '-> leads to certhe',
      '-> leads to fdsc',
      '-> requires care-entry',
      '<- part of anatomy',
      '<- part of dementia',
      '<- part of fdsc-care-pt',
      '<- part of mentoring',
      '<- part of practice',
      '<- part of research',
      '<- requires care-to-nursing',
      '<- requires levy',
    ],
  ],
  [
    'a programme of a register part',
    'bsc-nursing',
    [
      '-> taught by university',
      '-> leads to honours',
      '-> leads to nurse',
      '-> requires nursing-entry',
      '<- part of body',
      '<- part of dementia',
      '<- part of evidence',
      '<- part of nursing-distance',
      '<- part of nursing-pt',
      '<- part of skills',
      '<- covers ward-hours',
      '<- progresses to care-to-nursing',
      '<- progresses to fdsc-care (care-to-nursing)',
      '<- limits nmc',
      '<- limits university-rules',
    ],
  ],
  [
    'a register part: what leads to it, what it asks, what binds it',
    'nurse',
    ['-> requires nursing-entry', '<- leads to bsc-nursing', '<- limits nmc', '<- limits nobody'],
  ],
  [
    'a region: institutions, deliveries where they are run, people and money',
    'north',
    [
      '<- in region backfill',
      '<- in region band-fours',
      '<- in region college',
      '<- in region fdsc-care-pt (college)',
      '<- in region levy',
      '<- in region nursing-pt',
    ],
  ],
  [
    'a delivery: what it is part of, draws on and names',
    'nursing-pt',
    ['-> part of bsc-nursing', '-> in region north', '<- limits wards'],
  ],
  ['a delivery at a distance is in no region', 'nursing-distance', ['-> part of bsc-nursing', '-> requires backfill']],
  ['a module by itself', 'bridge-alone', ['-> part of bridge', '-> in region south (university)']],
  [
    'a rule: what it accepts, considers and refuses',
    'imaging-entry',
    ['-> requires gcse-maths', '<- requires bsc-imaging'],
  ],
] as [string, string, string[]][])('%s', (_, id, expected) => {
  expect([...out(id), ...back(id)]).toEqual(expected);
});

test('only the edges asked for', () => {
  expect(out('fdsc-care', 'leads to')).toEqual(['-> leads to certhe', '-> leads to fdsc']);
  expect(back('fdsc-care', 'leads to')).toEqual([]);
  expect(back('fdsc', 'leads to')).toEqual(['<- leads to fdsc-care']);
});

test('an edge says in which stage, group and set, and with which verdict', () => {
  const detail = (from: string, to: string) =>
    walk(graph, from, { direction: 'out' })
      .filter(({ node }) => node === to)
      .map(({ edge }) => edge);
  expect(detail('dementia', 'fdsc-care')).toEqual([{ type: 'part of', by: 'fdsc-care', stage: 2, group: 'choice' }]);
  expect(detail('dementia', 'bsc-nursing')[0]).toMatchObject({ stage: 2, valid: { to: '2028-08' } });
  expect(detail('fdsc-care', 'certhe')[0]).toMatchObject({ stage: 1 });
  expect(detail('fdsc-care', 'fdsc')[0]).not.toHaveProperty('stage');
  expect(detail('fdsc-care', 'bsc-nursing')[0]).toMatchObject({ by: 'care-to-nursing', stage: 2 });
  expect(detail('bsc-imaging', 'radiographer')[0]).toMatchObject({ together: ['portfolio'], valid: { from: '2027' } });
  expect(detail('research', 'anatomy')[0]).not.toHaveProperty('alternative');
  expect(detail('research', 'mentoring')[0]).toMatchObject({ alternative: true });
  expect(detail('practice', 'skills')[0]).toMatchObject({ by: 'skills-from-any', alternative: true });
  expect(detail('practice', 'body')[0]).not.toHaveProperty('alternative');
  expect(detail('nursing-entry', 'gcse-maths')[0]).toMatchObject({ verdict: 'accepted', subject: 'maths', grade: '4' });
  expect(detail('nursing-entry', 'fs-maths')[0]).toMatchObject({ verdict: 'refused', subject: 'maths' });
  expect(detail('nursing-entry', 'fs-english')[0]).toMatchObject({ verdict: 'considered', subject: 'english' });
  expect(detail('nursing-entry', 'fs-maths-1')).toEqual([]);
});

test.each([
  ['a mapping that has ended', 'body', '2020-12', ['anatomy', 'body-from-both', 'body-once', 'practice']],
  ['the month after its end', 'body', '2021-01', ['anatomy', 'body-from-both', 'practice']],
] as [string, string, string, string[]][])('in a month only what is valid then: %s', (_, id, month, covering) => {
  const steps = walk(graph, id, { edge: 'covers', direction: 'in', asOf: monthOf(month) });
  expect([...new Set(steps.map(({ node }) => node))]).toEqual(covering);
});

test('in a month only the modules that stand in the curriculum then, and the sets of a register part', () => {
  const ends = (id: string, month: string, edge: EdgeType) =>
    walk(graph, id, { edge, direction: 'in', asOf: monthOf(month) }).map(({ node }) => node);
  expect(ends('bsc-nursing', '2028-08', 'part of')).toContain('dementia');
  expect(ends('bsc-nursing', '2028-09', 'part of')).not.toContain('dementia');
  expect(ends('radiographer', '2026-12', 'leads to')).toEqual([]);
  expect(ends('radiographer', '2027-01', 'leads to')).toEqual(['bsc-imaging', 'portfolio']);
});

test('whatever one finds along an edge finds one back against it', () => {
  for (const id of graph.nodes())
    for (const { node, edge } of walk(graph, id, { direction: 'out' })) {
      const return_ = walk(graph, node, { direction: 'in', edge: edge.type });
      expect(return_.filter((step) => step.node === id).map((step) => step.edge)).toContainEqual(edge);
    }
  const ways = (direction: 'in' | 'out') =>
    graph.nodes().reduce((sum, id) => sum + walk(graph, id, { direction }).length, 0);
  expect(ways('in')).toBe(ways('out'));
});

test('the answer does not depend on the order of the rows', () => {
  const rows = smallCollege();
  const answers = (of: typeof graph) =>
    of
      .nodes()
      .sort()
      .map((id) => [id, walk(of, id)]);
  const expected = answers(graph);
  const shuffled = fc.record(
    Object.fromEntries(
      KINDS.map((kind) => [kind, fc.shuffledSubarray<unknown>(rows[kind], { minLength: rows[kind].length })]),
    ),
  );
  fc.assert(
    fc.property(shuffled, (some) => {
      expect(answers(buildGraph(some as unknown as typeof rows))).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

test('what is referred to and is not there is told, not drawn', () => {
  const incomplete = buildGraph(rowsWith({ modules: [module('a')], mappings: [mapping('m', ['a'], ['gone'])] }));
  expect(incomplete.getAttribute('dangling')).toEqual([
    { from: 'a', type: 'taught by', to: 'college', by: 'a' },
    { from: 'a', type: 'covers', to: 'gone', by: 'm' },
  ]);
  expect(walk(incomplete, 'm').map(({ node }) => node)).toEqual(['a']);
});

test('two rows of one id are refused, each named with its kind', () => {
  const twice = rowsWith({ modules: [module('same')], programmes: [programme('same', { stages: [] })] });
  expect(() => buildGraph(twice)).toThrow(/two rows have the id same, in modules and in programmes/);
});

test('a walk from nowhere is refused', () => {
  expect(() => walk(graph, 'nowhere')).toThrow('the catalogue has no row with the id nowhere');
});

test('the types of edge are those of the specification', () => {
  const drawn = new Set(graph.mapEdges((_, { type }) => type));
  expect([...drawn].sort()).toEqual([...EDGE_TYPES].sort());
});

test('a catalogue ten times the size takes about ten times as long', () => {
  const of = (size: number) =>
    rowsWith({
      modules: Array.from({ length: size }, (_, i) => module(`m${i}`)),
      programmes: Array.from({ length: size / 10 }, (_, i) =>
        programme(`p${i}`, { stages: [{ core: Array.from({ length: 10 }, (_, k) => `m${i * 10 + k}`) }] }),
      ),
      mappings: Array.from({ length: size * 3 }, (_, i) =>
        mapping(`x${i}`, [`m${(i * 7) % size}`], [`m${(i * 11) % size}`]),
      ),
    });
  const seconds = (size: number): number => {
    const rows = of(size);
    const start = process.cpuUsage();
    buildGraph(rows);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  seconds(2_000);
  // A quadratic build would take a hundred times as long; the rest is room for a busy machine.
  expect(seconds(20_000)).toBeLessThan(40 * Math.max(seconds(2_000), 0.02));
});
