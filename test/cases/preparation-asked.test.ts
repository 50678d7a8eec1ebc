import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { smallDataset, stepladder } from '../cli/running.js';

const data = smallDataset();
afterAll(() => rmSync(data, { recursive: true }));

const KIM = ['--data', data, '--learner', 'kim'];

test('what is asked wrongly is named, each with its mend', async () => {
  const early = await stepladder('prepare', ...KIM, '--target', 'rn@1:2020-09');
  expect(early.status).toBe(1);
  expect(early.out.replaceAll(/\s+/g, ' ')).toContain(
    'the first stage is joined without credit: name a later stage, from 2 on.',
  );
  expect(early.out.replaceAll(/\s+/g, ' ')).toContain('name one that does, or another first month.');
  const unknown = await stepladder('prepare', ...KIM, '--target', 'rm@2:2027-09');
  expect(unknown.out.replaceAll(/\s+/g, ' ')).toContain('unknown id (targets[0].programme)');
  const late = await stepladder('prepare', ...KIM, '--target', 'rn@9:2027-09');
  expect(late.out).toContain('no such stage (targets[0].stage)');
  const none = await stepladder('prepare', ...KIM);
  expect([none.status, none.err]).toEqual([
    2,
    'Prepare for what? Name it with --target PROGRAMME@STAGE:2027-09; several may be named.',
  ]);
});

test('a target that what is held leads to needs nothing', async () => {
  const { status, out } = await stepladder('prepare', ...KIM, '--target', 'rn@2:2026-09');
  expect(status).toBe(0);
  expect(out).toContain('Nothing needs to be studied first');
});
