import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { smallDataset, stepladder } from './running.js';

const folder = mkdtempSync(join(tmpdir(), 'stepladder-csv-'));
const small = smallDataset();
afterAll(() => {
  for (const dir of [folder, small]) rmSync(dir, { recursive: true });
});
const file = (name: string): string => join(folder, name);
const rowsIn = (name: string): Record<string, string>[] =>
  parse(readFileSync(file(name)), { bom: true, columns: true });

test('the change between two releases is told as tables', async () => {
  const { status, out } = await stepladder('provision', '--between', '2018', '2025', '--pace', 'part-time');
  expect(status).toBe(0);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('47 and 33 in the United Kingdom, 46 and 27 in England');
  expect(out).toMatch(/^ {2}England +46 +27 +38 +26 +22 +10 +16 +1$/m);
  expect(out).toMatch(/^ {2}University of Plymouth .* 6609, 6611, 6613 +7371, 7372, 7373$/m);
  expect(out).toContain('Apart: Social worker, under HCPC in 2018 and Social Work England in 2025');
});

test('a table of it is written for spreadsheets, professions apart among its rows', async () => {
  const asked = ['provision', '--between', '2018', '2025', '--pace', 'part-time', '--csv'];
  const { status, out } = await stepladder(...asked, file('pairs.csv'));
  const pairs = rowsIn('pairs.csv');
  expect([status, out]).toEqual([0, `${pairs.length} rows of the table pairs written to ${file('pairs.csv')}.`]);
  const england = pairs.filter(({ nation, apart }) => nation === 'England' && apart === '');
  const count = (wanted: string) => england.filter(({ outcome }) => outcome === wanted).length;
  expect([count('lost'), count('gained'), count('kept')]).toEqual([22, 10, 16]);
  expect(new Set(pairs.filter(({ apart }) => apart !== '').map((row) => row['register part']))).toEqual(
    new Set(['social-worker']),
  );
  await stepladder(...asked, file('counts.csv'), '--table', 'counts');
  expect(rowsIn('counts.csv')[0]).toMatchObject({ which: 'like with like', nation: 'United Kingdom', lost: '23' });
});

test('more than a page of pairs is written whole', async () => {
  await stepladder('provision', '--between', '2018', '2025', '--csv', file('all.csv'));
  expect(rowsIn('all.csv').length).toBeGreaterThan(600);
});

test('the provision of a release is told by region where few lines are asked, and written whole', async () => {
  const asked = ['provision', '--release', '2018', '--register-part', 'physiotherapist'];
  const { status, out } = await stepladder(...asked);
  expect(status).toBe(0);
  expect(out).toMatch(/^ {2}Physiotherapist +North West +6 +1 +none known +0$/m);
  await stepladder(...asked, '--csv', file('lines.csv'));
  const rows = rowsIn('lines.csv').filter(({ region }) => region === 'letb-north-west');
  expect(rows.map(({ mode, says }) => [mode, says])).toEqual([
    ['full-time', '6'],
    ['part-time', '1'],
    ['apprenticeship', 'none known'],
  ]);
});

test('portability is told award by award', async () => {
  const { status, out } = await stepladder('portability', '--data', small, '--start', '2026-09', '--kind', 'fdsc');
  expect(status).toBe(0);
  expect(out).toContain('Of 1 award whose modules are known 0 carry a year or more');
  expect(out).toMatch(/^ +40 +60 +2 +12 +2026-09 +rn, university/m);
  await stepladder('portability', '--data', small, '--start', '2026-09', '--kind', 'fdsc', '--csv', file('cells.csv'));
  expect(rowsIn('cells.csv')).toMatchObject([
    { award: 'fd', programme: 'rn', credits: '40', 'entry stage': '2', 'months left': '12' },
  ]);
});

test('as JSON it is what the API answers, all pages in one', async () => {
  const { out } = await stepladder('provision', '--between', '2018', '2025', '--pace', 'full-time', '--json');
  const answer = JSON.parse(out) as { nodes: unknown[]; totalCount: number };
  expect(answer.nodes).toHaveLength(answer.totalCount);
  expect(answer.totalCount).toBeGreaterThan(100);
});

test('a problem of the question ends with status 1, and writes nothing', async () => {
  const { status, out } = await stepladder('provision', '--release', '1999', '--csv', file('none.csv'));
  expect([status, existsSync(file('none.csv'))]).toEqual([1, false]);
  expect(out).toContain('unknown id (release)');
});

test.each([
  [['provision', '--between', '2018'], 'Between which releases?'],
  [['provision', '--between', '2018', '2020', '2025'], 'Between which releases?'],
  [['provision', '--between', '2018', '2025', '--release', '2018'], 'Give --release for one release'],
  [['provision', '--pace', 'part-time'], 'add --between'],
  [['provision', '--table', 'totals'], 'add --csv'],
  [['provision', '--between', '2018', '2025', '--nation', 'atlantis'], 'Choose one of england'],
  [['provision', '--csv', join(folder, 'x.csv'), '--table', 'nothing'], 'name one of lines, totals with --table'],
  [['provision', '--csv', join(folder, 'no', 'such', 'folder.csv')], 'cannot be written'],
])('wrong use ends with status 2 and a sentence: %j', async (args, sentence) => {
  const { status, err } = await stepladder(...args, '--data', small);
  expect([status, err]).toEqual([2, expect.stringContaining(sentence)]);
});
