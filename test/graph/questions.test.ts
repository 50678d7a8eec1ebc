import { expect, test } from 'vitest';
import { monthOf } from '../../src/domain/time.js';
import { buildGraph } from '../../src/graph/walk-build.js';
import { findByCode } from '../../src/graph/walk-codes.js';
import { type Counting, coveredBy, opensTo } from '../../src/graph/walk-questions.js';
import { whoRefuses } from '../../src/graph/walk-refusals.js';
import { smallCollege } from './small-college.js';

const graph = buildGraph(smallCollege());

const coverage = (module: string, counting?: Counting) =>
  coveredBy(graph, module, counting).map(({ kind, row }) => `${kind} ${row.id}`);

test.each([
  [
    'a mapping that needs two modules together is one, not two',
    'body',
    {},
    ['mapping body-from-both', 'mapping body-once', 'agreement care-to-nursing'],
  ],
  [
    'not one that has ended',
    'body',
    { asOf: monthOf('2026-09') },
    ['mapping body-from-both', 'agreement care-to-nursing'],
  ],
  [
    'experience, and not what was refused',
    'skills',
    {},
    ['agreement care-to-nursing', 'mapping skills-from-any', 'experience years-of-care'],
  ],
  ['an agreement to stage 2 covers nothing of stage 2', 'evidence', {}, ['mapping evidence-with-bridge']],
  [
    'what is proposed, where one asks for it',
    'evidence',
    { include: 'PROPOSED' },
    ['mapping evidence-alone', 'mapping evidence-with-bridge'],
  ],
  ['nothing', 'bridge', {}, []],
] as [string, string, Counting, string[]][])('what covers a module: %s', (_, module, counting, expected) => {
  expect(coverage(module, counting)).toEqual(
    [...expected].sort((a, b) => ((a.split(' ')[1] ?? '') < (b.split(' ')[1] ?? '') ? -1 : 1)),
  );
});

const openings = (award: string, counting?: Counting) =>
  opensTo(graph, award, counting).map(
    ({ programme, agreements, mappings, shared }) =>
      `${programme}: ${[
        ...agreements.map(({ id }) => id),
        ...mappings.map(({ row, through }) => `${row.id} through ${through}`),
        ...shared.map(({ module }) => `shares ${module}`),
      ].join(', ')}`,
  );

test.each([
  [
    'its agreement, the mappings its modules are enough for, and what it shares',
    'fdsc-care',
    { asOf: monthOf('2026-09') },
    [
      'bsc-imaging: body-from-both through fdsc-care',
      'bsc-nursing: care-to-nursing, body-from-both through fdsc-care, skills-from-any through fdsc-care, shares dementia',
    ],
  ],
  [
    'what is proposed too, and what is agreed for any award of its kind',
    'fdsc-care',
    { asOf: monthOf('2030-09'), include: 'PROPOSED' },
    [
      'bsc-imaging: any-fdsc-to-imaging, body-from-both through fdsc-care',
      'bsc-nursing: care-to-nursing, body-from-both through fdsc-care, evidence-alone through fdsc-care, skills-from-any through fdsc-care',
    ],
  ],
  [
    'of a qualification, by the programmes that give it',
    'fdsc',
    { asOf: monthOf('2026-09') },
    [
      'bsc-imaging: body-from-both through fdsc-care',
      'bsc-nursing: care-to-nursing, body-from-both through fdsc-care, skills-from-any through fdsc-care, shares dementia',
    ],
  ],
  ['an exit award does not open what the whole award opens', 'certhe', {}, []],
] as [string, string, Counting, string[]][])('where holders of an award can go: %s', (_, award, counting, expected) => {
  expect(openings(award, counting)).toEqual(expected);
});

test('a mapping that needs a module from elsewhere is not opened by the award alone', () => {
  expect(openings('fdsc-care').join()).not.toContain('evidence-with-bridge');
});

const stances = (name: string, month?: string) =>
  whoRefuses(graph, name, month === undefined ? undefined : monthOf(month)).map(
    ({ rule, subject, verdict, grade, programmes }) =>
      `${verdict} by ${rule} for ${subject}${grade ? ` at ${grade}` : ''}: ${programmes.join(', ')}`,
  );

test.each([
  [
    'functional skills',
    'functional-skills',
    [
      'refused by nursing-entry for maths: bsc-nursing',
      'unnamed by imaging-entry for maths: bsc-imaging',
      'considered by nursing-entry for english: bsc-nursing',
      'accepted by care-entry for maths: fdsc-care',
    ],
  ],
  [
    'functional skills in maths',
    'fs-maths',
    [
      'refused by nursing-entry for maths: bsc-nursing',
      'unnamed by imaging-entry for maths: bsc-imaging',
      'accepted by care-entry for maths: fdsc-care',
    ],
  ],
  ['functional skills in English', 'fs-english', ['considered by nursing-entry for english: bsc-nursing']],
  ['a level below the one asked proves nothing to anyone', 'fs-maths-1', []],
  [
    'GCSE',
    'GCSE',
    [
      'accepted by care-entry for maths: fdsc-care',
      'accepted by imaging-entry for maths: bsc-imaging',
      'accepted by nursing-entry for english at 4: bsc-nursing',
      'accepted by nursing-entry for maths at 4: bsc-nursing',
    ],
  ],
] as [string, string, string[]][])('who refuses %s', (_, name, expected) => {
  expect(stances(name)).toEqual(expected);
});

test('a rule that is not yet in force refuses and accepts nobody', () => {
  expect(stances('fs-maths', '2024-12').join()).not.toContain('care-entry');
  expect(stances('fs-maths', '2025-01').join()).toContain('care-entry');
});

test('a name that neither a qualification nor a rule knows is refused', () => {
  expect(() => whoRefuses(graph, 'O-level')).toThrow('knows the name O-level');
});

test.each([
  ['a UKPRN', '10000001', ['college']],
  ['a HESA code', '0999', ['university']],
  ['a KISCOURSEID that two providers use', 'kis-7', ['bsc-nursing', 'fdsc-care']],
  ['a module code, however it is spaced and in whatever case', ' hc101 ', ['anatomy', 'body']],
  ['a region', 'y54', ['north']],
  ['an id', 'care-to-nursing', ['care-to-nursing']],
  ['nothing', '10009999', []],
])('a code finds what it stands for: %s', (_, code, expected) => {
  expect(findByCode(graph, code)).toEqual(expected);
});
