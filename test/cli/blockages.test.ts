import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { smallRegion } from '../cases/blockages-small.js';
import { stepladder } from './running.js';

const folder = mkdtempSync(join(tmpdir(), 'stepladder-blockages-'));
const data = join(folder, 'data');
const tables = join(folder, 'tables');
mkdirSync(data);
mkdirSync(tables);
const small = smallRegion();
/** A part of a register that no cohort has in mind. */
const unsought = { ...small.registerParts[0]!, id: 'radiographer', name: 'Radiographer' };
const rows = {
  ...small,
  registerParts: [...small.registerParts, unsought],
  programmes: small.programmes.map((row) => (row.leadsTo ? { ...row, leadsTo: [...row.leadsTo, unsought.id] } : row)),
};
const filled = Object.entries(rows).filter(([, list]) => list.length > 0);
writeFileSync(join(data, 'small.json'), JSON.stringify(Object.fromEntries(filled)));
afterAll(() => rmSync(folder, { recursive: true }));

const asked = ['blockages', '--data', data, '--region', 'north', '--register-part', 'nurse'];
const later = [...asked, '--first', '2026-09', '--credits', '60', '--stage', '2'];

test('a region is told as a commissioner reads it', async () => {
  const { status, out } = await stepladder(...later, '--budget', '1');
  expect(status).toBe(0);
  expect(out).toContain('of 50 people who have Nurse in mind 20 are through and 30 are blocked');
  expect(out).toContain('stops 30, 30 of them by itself; whose: admissions, university');
  expect(out).toMatch(
    /up to 1 change: 30 of 30 people, proven the most\n +- Accept functional skills as proof of maths.*\n +whose: admissions, university/,
  );
});

test('a budget that adds nothing says so and is not told twice', async () => {
  const { out } = await stepladder(...later, '--budget', '1', '--budget', '2');
  expect(out.match(/up to 1 change: 30 of 30/g)).toHaveLength(2);
  expect(out.match(/up to 2 changes: no more than that, which is proven/g)).toHaveLength(2);
});

test('where no cohort has the register part in mind nobody is said to be freed or not', async () => {
  const { status, out } = await stepladder(...later.map((word) => (word === 'nurse' ? 'radiographer' : word)));
  expect(status, out).toBe(0);
  expect(out).toContain('nobody was asked about');
  expect(out).not.toMatch(/freed by|frees|proven/i);
});

test('every table of it is written for spreadsheets', async () => {
  const { status } = await stepladder(...later, '--csv', tables);
  expect(status).toBe(0);
  expect(readdirSync(tables).sort()).toEqual(
    ['barriers', 'best', 'chances', 'cohorts', 'fragility', 'funnel', 'levers', 'places'].map((name) => `${name}.csv`),
  );
  const [first] = parse(readFileSync(join(tables, 'barriers.csv')), { bom: true, columns: true });
  expect(first).toMatchObject({ stops: '30', 'alone stops': '30', role: 'ADMISSIONS' });
  const [best] = parse(readFileSync(join(tables, 'best.csv')), { bom: true, columns: true });
  const changes = expect.stringMatching(/^Accept functional skills/);
  expect(best).toMatchObject({ freed: '30', whose: 'admissions, university', changes });
});

test('a region left out is asked for, and an unknown one is told', async () => {
  expect(await stepladder('blockages', '--data', data, '--register-part', 'nurse')).toMatchObject({ status: 2 });
  const { status, out } = await stepladder(...asked.map((word) => (word === 'north' ? 'nort' : word)));
  expect([status, out]).toEqual([1, expect.stringContaining('did you mean `north`?')]);
});
