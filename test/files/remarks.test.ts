import { expect, test } from 'vitest';
import { loadWith, told } from './load.js';

const HEAD = 'defaults: {source: {document: Invented for tests}, basis: illustrative}\n';

/** What is remarked of rows laid beside the small dataset, which must load. */
function remarked(text: string): string[] {
  const { problems, remarks } = loadWith({ 'more.yaml': `${HEAD}${text}` });
  expect(problems).toEqual([]);
  return remarks.map(told);
}

const row = (fields: string): string => `mappings:\n  - {strength: discretion, status: agreed, id: odd, ${fields}}\n`;

test.each([
  [
    'gives more than it takes',
    `modules:\n  - {id: small, title: Ten, institution: upton, credits: 10, level: 4}\n${row('sources: [small], targets: [rn-1]')}`,
    'more.yaml:5 mappings.odd.targets: 20 credits are given for 10, and nothing gives more than it takes: this row stands for nobody. Add sources, take out targets, or correct the credits.',
  ],
  [
    'gives level 5 for level 4',
    row('sources: [fd-1], targets: [rn-2]'),
    'more.yaml:3 mappings.odd.targets: 20 credits at level 5 or above are given for 0 of that level, and credit of a lower level never stands for a higher: this row stands for nobody. Add sources of that level, take out targets, or correct the levels.',
  ],
  [
    'gives some of a higher level',
    row('sources: [fd-1, fd-2], targets: [rn-1, rn-3]'),
    'more.yaml:3 mappings.odd.targets: 20 credits at level 6 or above are given for 0 of that level, and credit of a lower level never stands for a higher: this row stands for nobody. Add sources of that level, take out targets, or correct the levels.',
  ],
  [
    'gives too much for any choice',
    row('sources: [fd-1, fd-2], choose: 1, targets: [rn-1, rn-2]'),
    'more.yaml:3 mappings.odd.targets: 40 credits are given for 20, and nothing gives more than it takes: this row stands for nobody. Add sources, take out targets, or correct the credits.',
  ],
])('a mapping that %s loads, and is remarked on with its line', (_, text, sentence) => {
  expect(remarked(text)).toEqual([sentence]);
});

test.each([
  ['higher credit for lower', row('sources: [fd-2], targets: [rn-1]')],
  ['one choice that stands', row('sources: [fd-1, fd-2], choose: 1, targets: [rn-2]')],
  ['what was refused', row('sources: [fd-1], targets: [rn-2]').replace('agreed', 'refused')],
])('%s is not remarked on', (_, text) => {
  expect(remarked(text)).toEqual([]);
});

test('a part of a module is judged with the other parts of it', () => {
  const modules =
    'modules:\n  - {id: ten, title: Ten, institution: upton, credits: 10, level: 4}\n  - {id: five, title: Five, institution: upton, credits: 5, level: 4}\n';
  const parts = (source: string): string =>
    `${modules}mappings:\n  - {id: a, sources: [ten], targets: [rn-1], outcomes: [rn-1-a], strength: discretion, status: agreed}\n  - {id: b, sources: [${source}], targets: [rn-1], outcomes: [rn-1-b], strength: discretion, status: agreed}\n`;
  expect(remarked(parts('fd-1'))).toEqual([]);
  expect(remarked(parts('five')).map((line) => line.split(' ')[1])).toEqual([
    'mappings.a.targets:',
    'mappings.b.targets:',
  ]);
});

test('an agreement that gives more than its award can hold is remarked on', () => {
  const agreed = (credits: number): string =>
    `qualifications:\n  - {id: cert, name: Cert, kind: cert, level: 4, creditsByLevel: {'4': ${credits}}}\nagreements:\n  - {id: join, award: cert, programme: upton-rn, stage: 2, strength: discretion, status: agreed}\n`;
  expect(remarked(agreed(20))).toEqual([]);
  expect(remarked(agreed(10))).toEqual([
    'more.yaml:5 agreements.join.award: for stage 1 alone 20 credits are given for 10, and nothing gives more than it takes: this row stands for nobody. Add sources, take out targets, or correct the credits.',
  ]);
});
