import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Known } from '../../src/files/check.js';
import { loadDataset } from '../../src/files/dataset.js';
import { type LearnerCheck, loadLearner } from '../../src/files/learner-file.js';
import { data, told } from './load.js';

const known = new Known(loadDataset(data('small')).rows, new Map());

/** What is said of a learner's file with this text. */
function said(text: string, check: LearnerCheck = { known, asOf: '2026-09-01' }, name = 'kim.yaml'): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'stepladder-'));
  try {
    writeFileSync(join(dir, name), text);
    return loadLearner(join(dir, name), check).problems.map(told);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const kim = (learner: string): string => `id: kim\ntitle: Kim\nlearner:\n  ${learner}\n`;

test('a learner that is right is read, from YAML or JSON', () => {
  const { learner, problems } = loadLearner(data('small/learners/kim.yaml'), { known, asOf: '2026-09-01' });
  expect(problems).toEqual([]);
  expect(learner?.learner.modules).toEqual([{ module: 'fd-1', on: '2023-01', mark: 55 }]);
  expect(
    said(
      '{"id": "kim", "title": "Kim", "learner": {"modules": [{"module": "fd-1", "on": "2023-01"}]}}',
      { known },
      'kim.json',
    ),
  ).toEqual([]);
});

test.each([
  [
    'modules: [{module: fd-11, on: 2023-01}]',
    'kim.yaml:4 learner.modules.0.module: `module` names `fd-11`, and there is no module of that id. Did you mean `fd-1`?',
  ],
  [
    'modules: [{module: fd-1, on: 2023-01, mark: 101}]',
    'kim.yaml:4 learner.modules.0.mark: `mark` is no possible number: it must be a number from 0 to 100.',
  ],
  [
    'modules: [{module: fd-1, on: 2027-01}]',
    'kim.yaml:4 learner.modules.0.on: this month lies after 2026-09-01, the day as of which is asked, and what is held was gained before: correct it, or leave out what is not held yet.',
  ],
  [
    'modules: [{module: fd-1, on: 2023-13}]',
    'kim.yaml:4 learner.modules.0.on: `on`: `2023-13` is no month: write it as 2026-09.',
  ],
  [
    'modules: [{module: fd-1}]',
    'kim.yaml:4 learner.modules.0: the age of `fd-1` counts: say when it was passed (`on`), or when an award that holds it was gained.',
  ],
  [
    'modules: [{module: fd-1, on: 2023-01}, {module: fd-2, on: 2023-01}, {module: fd-1, on: 2024-01}]',
    'kim.yaml:4 learner.modules.2.module: this module already stands as entry 1 of `modules`, and a module is held once: keep the latest pass.',
  ],
  ['module: [fd-1]', 'kim.yaml:4 learner.module: there is no field `module` here. Did you mean `modules`?'],
  [
    'awards: [{award: upton-fd, on: 2024-07, options: [rn-1]}]',
    "kim.yaml:4 learner.awards.0.options.0: `rn-1` is no module of `upton-fd`: correct it, or list it among the learner's `modules`.",
  ],
  [
    `modules: [${Array(1001).fill('{module: fd-1, on: 2023-01}').join(', ')}]`,
    'kim.yaml:4 learner.modules: this learner holds 1001 modules, and at most 1000 are read: leave out what does not matter.',
  ],
])('%s', (learner, sentence) => {
  expect(said(kim(learner))).toEqual([sentence]);
});

test('without a catalogue and a date, codes and dates are not looked up', () => {
  expect(said(kim('modules: [{module: other, on: 2099-01}]'), {})).toEqual([]);
});

test('files of another kind, and empty ones, are named', () => {
  expect(said('id,title', {}, 'kim.csv')).toEqual([
    'kim.csv:1 a learner is read from a .yaml, .yml or .json file: convert this one.',
  ]);
  expect(said('', {})).toEqual(['kim.yaml:1 this file is empty: write rows in it, or delete it.']);
  expect(said('[]', {})).toEqual(['kim.yaml:1 what stands here is a list: it must be a mapping of fields.']);
});
