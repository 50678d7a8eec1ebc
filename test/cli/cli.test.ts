import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { smallDataset, stepladder } from './running.js';

const data = smallDataset();
const desk = mkdtempSync(join(tmpdir(), 'stepladder-desk-'));
afterAll(() => {
  for (const dir of [data, desk]) rmSync(dir, { recursive: true });
});

const KIM = ['--data', data, '--learner', 'kim'];

test('credit is a table for people', async () => {
  const { status, out, err } = await stepladder('credit', ...KIM, '--programme', 'rn', '--start', '2026-09');
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/credits +of +left +entry stage/);
  expect(out).toMatch(/^ +40 +60 +20 +2 /m);
  expect(out).toMatch(/20 +precedent +£0 +- +a2, for b2 \(a2-b2\)/);
  expect(out).not.toContain(String.fromCharCode(27));
});

test('with --json credit is what the API answers, every field', async () => {
  const { status, out } = await stepladder('credit', ...KIM, '--programme', 'rn', '--json');
  expect(status).toBe(0);
  const { assessment, problems } = JSON.parse(out);
  expect(problems).toEqual([]);
  expect(assessment).toMatchObject({
    programme: 'rn',
    proof: 'OPTIMAL',
    credits: 40,
    byStage: [{ stage: 1, whole: true }, {}],
  });
  expect(assessment.claims[0]).toMatchObject({ id: 'a1-b1', rows: [{ source: { document: 'Made up for a test' } }] });
  expect(Object.keys(assessment)).toContain('summary');
});

test('credit across programmes counts them', async () => {
  const { status, out } = await stepladder('credit', ...KIM, '--across', '--region', 'north');
  expect(status).toBe(0);
  expect(out).toMatch(/^ +40 +60 +2 .* rn, university \(rn\)$/m);
  expect(out).toContain('1 programme: 0 take 120 credits or more, 0 from 60, 1 fewer, 0 none.');
});

test('what carries into a programme is asked without a learner', async () => {
  const { status, out, err } = await stepladder('credit', '--data', data, '--into', 'rn', '--start', '2026-09');
  expect([status, err]).toEqual([0, '']);
  expect(out).toContain('rn, university, start 2026-09');
  expect(out).toMatch(/^ +40 +40 +20 +2 +12 +fd, college$/m);
  expect(out).toMatch(/\+ a1 to b1 \(guaranteed, a1-b1\): 20 credits carried\./);
  expect(out).toMatch(/a2, college: 20 credits at level 4\n +\+ to b2 \(precedent, a2-b2\): By itself\./);
  const one = await stepladder('credit', '--data', data, '--into', 'rn', '--module', 'b2', '--first', '1', '--json');
  const { nodes, modules } = JSON.parse(one.out);
  expect(nodes[0].rows).toMatchObject([{ id: 'a2-b2', used: true }]);
  expect(modules.nodes).toMatchObject([{ module: 'a2' }]);
});

test('entry shows the tree of its rules', async () => {
  const { status, out } = await stepladder('entry', ...KIM, '--programme', 'rn');
  expect(status).toBe(0);
  expect(out).toMatch(/met +all of these.*\n +met +declaration: dbs/);
});

test('a route is drawn as a timeline', async () => {
  const { status, out } = await stepladder('routes', ...KIM, '--register-part', 'nurse', '--first', '2026-07');
  expect(status).toBe(0);
  expect(out).toContain('Route 1: 14 months, registered September 2027');
  expect(out).toMatch(/one sign a month +\| {6}2027 /);
  expect(out).toMatch(/1 rn +\|\.\.#{12}\*\|/);
});

test.each([
  ['no route', ['routes', '--register-part', 'midwife'], 'No route to midwife'],
  ['an unknown programme', ['credit', '--programme', 'rm'], 'did you mean `rn`?'],
  ['a stage that is not there', ['entry', '--programme', 'rn', '--stage', '9'], 'stages 1 to 2'],
])('answered with a problem, it ends with 1: %s', async (_, [command = '', ...args], says) => {
  const { status, out } = await stepladder(command, ...KIM, ...args);
  expect(status).toBe(1);
  expect(out).toContain(says);
});

test.each([
  ['no programme', ['credit'], 'Which programme?'],
  ['an option that does not go with --across', ['credit', '--across', '--programme', 'rn'], 'take --across away'],
  ['a module without --into', ['credit', '--programme', 'rn', '--module', 'b1'], 'name it with --into'],
  ['a learner with --into', ['credit', '--into', 'rn'], 'take it away'],
  ['an option that needs --across', ['credit', '--programme', 'rn', '--sort', 'fee'], 'add --across'],
  ['a month that is none', ['credit', '--programme', 'rn', '--start', 'soon'], 'as 2026-09'],
  ['an option that is not there', ['routes', '--register-par', 'nurse'], '--register-part'],
  ['a choice that is not there', ['credit', '--programme', 'rn', '--objective', 'fame'], 'credits, entry'],
])('used wrongly, it ends with 2: %s', async (_, [command = '', ...args], says) => {
  const { status, err } = await stepladder(command, ...KIM, ...args);
  expect(status).toBe(2);
  expect(err).toContain(says);
});

test('a learner, a folder or a file that is not there is wrong use', async () => {
  const [learner, folder, file, none] = await Promise.all([
    stepladder('credit', '--data', data, '--learner', 'tim', '--programme', 'rn'),
    stepladder('check', '--data', join(data, 'nowhere')),
    stepladder('ask', join(data, 'nowhere.jsonl'), '--data', data),
    stepladder('conjure'),
  ]);
  expect([learner, folder, file, none].map(({ status }) => status)).toEqual([2, 2, 2, 2]);
  expect(learner.err).toContain('kim');
});

test('check counts what is there, and ends with 1 and every problem where there is any', async () => {
  const right = await stepladder('check', data);
  expect(right.status).toBe(0);
  expect(right.out).toMatch(/^modules +5 +0 +0 +0 +5 +0$/m);
  expect(right.out).toMatch(/\d+ rows, 0 rows without source, 0 problems\./);
  const broken = smallDataset();
  writeFileSync(join(broken, 'more.yaml'), 'modules:\n  - { id: x }\nregions:\n  - { id: y, colour: red }\n');
  try {
    const wrong = await stepladder('check', '--data', broken);
    expect(wrong.status).toBe(1);
    expect(wrong.out).toMatch(/^more\.yaml:2: modules\.x\.title/m);
    expect(wrong.out).toMatch(/^more\.yaml:4: regions\.y\.colour/m);
    const refused = await stepladder('credit', '--data', broken, '--learner', 'kim', '--programme', 'rn');
    expect([refused.status, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('more.yaml:2');
  } finally {
    rmSync(broken, { recursive: true });
  }
});

test('what cannot be of a learner is told by file and line, and none of it is repeated', async () => {
  const file = join(desk, 'lee.yaml');
  const learner = [
    'modules:',
    '    - { module: a1, on: 2026-01, mark: 140 }',
    '    - { module: a2, on: 2031-03 }',
    '    - { module: a1, on: 2025-01 }',
  ];
  writeFileSync(file, `id: lee\ntitle: Lee\nlearner:\n  ${learner.join('\n')}\n`);
  const refused = await stepladder('credit', '--data', data, '--learner', file, '--programme', 'rn');
  expect([refused.status, refused.out]).toEqual([1, '']);
  expect(refused.err.split('\n')).toEqual([
    'lee.yaml:5: learner.modules.0.mark: `mark` is no possible number: it must be a number from 0 to 100.',
    'lee.yaml:7: learner.modules.2.module: this module already stands as entry 1 of `modules`, and a module is held once: keep the latest pass.',
    expect.stringMatching(
      /^lee\.yaml:6: learner\.modules\.1\.on: this month lies after 2026-09-15, the day as of which/,
    ),
  ]);
  expect(refused.err).not.toMatch(/140|2031/);
  const early = await stepladder('credit', ...KIM, '--programme', 'rn', '--start', '2026-01');
  expect([early.status, early.out]).toEqual([
    1,
    expect.stringMatching(
      /^after start \(learner\.awards\[0\]\.on\): this month lies after 2026-01, in which study would start/,
    ),
  ]);
});

test('check remarks on a mapping that stands for nobody, and ends with 0', async () => {
  const odd = smallDataset();
  writeFileSync(
    join(odd, 'odd.yaml'),
    'mappings:\n  - { id: odd, sources: [a1], targets: [b3], strength: discretion, status: agreed, basis: illustrative, source: { document: Made up } }\n',
  );
  try {
    const { status, out } = await stepladder('check', odd);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^remark: odd\.yaml:2: mappings\.odd\.targets: 20 credits at level 6 or above are given for 0/m,
    );
    expect(out).toMatch(/0 problems, 1 remark\.$/);
    const asked = await stepladder(
      'credit',
      '--data',
      odd,
      '--learner',
      'kim',
      '--programme',
      'rn',
      '--start',
      '2026-09',
    );
    expect(asked.out.replaceAll(/\s+/g, ' ')).toContain('credit of a lower level never stands for a higher');
  } finally {
    rmSync(odd, { recursive: true });
  }
});

test('a file of questions is answered line by line, and a bad line does not stop the rest', async () => {
  const file = join(desk, 'questions.jsonl');
  writeFileSync(join(desk, 'ann.yaml'), 'id: ann\ntitle: Ann\nlearner: { awards: [{ award: fd, on: 2026-07 }] }\n');
  const lines = [
    '{"ask":"credit","learnerFile":"kim","programme":"rn","start":"2026-09"}',
    'this is no JSON',
    '',
    '{"ask":"weather"}',
    '{"ask":"credit","learner":{"modules":[{"module":"a1","on":"never"}]},"programme":"rn","begin":"2026-09"}',
    '{"ask":"credit","learner":{"modules":[{"module":"a1","on":"never"}]},"programme":"rn"}',
    '{"ask":"routes","learnerFile":"ann.yaml","registerPart":"nurse","constraints":{"modes":[{"pace":"part-time","employment":"none"}]}}',
    '{"ask":"creditAcross","learner":{"declarations":{"dbs":true}},"filter":{"modes":["PART_TIME"]}}',
    '{"ask":"entry","learnerFile":"tim","programme":"rn"}',
  ];
  writeFileSync(file, lines.join('\n'));
  const { status, out } = await stepladder('ask', file, '--data', data);
  const answers = out.split('\n').map((line) => JSON.parse(line));
  expect(status).toBe(1);
  expect(
    answers.map(({ line, ask, problems }) => [line, ask, problems.map(({ code }: { code: string }) => code)]),
  ).toEqual([
    [1, 'credit', []],
    [2, undefined, ['NOT_JSON']],
    [4, undefined, ['UNKNOWN_CHOICE']],
    [5, 'credit', ['UNKNOWN_FIELD']],
    [6, 'credit', ['BAD_MONTH']],
    [7, 'routes', []],
    [8, 'creditAcross', []],
    [9, 'entry', ['BAD_LEARNER_FILE']],
  ]);
  expect(answers[0].assessment.credits).toBe(40);
  expect(answers[1].problems[0].line).toBe(2);
  expect(answers[5].answer.routes[0].months).toBe(12);
  const again = await stepladder('credit', '--questions', file, '--data', data);
  expect(again.out).toBe(out);
});

test('serve says where it is, and a port in use in one line', async () => {
  const { status, out } = await stepladder('serve', '--data', data);
  expect(status).toBe(0);
  expect(out).toMatch(/^Stepladder answers at http:\/\/127\.0\.0\.1:\d+\/graphql, /);
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  try {
    const { port } = other.address() as AddressInfo;
    const taken = await stepladder('serve', '--data', data, '--port', String(port));
    expect(taken).toEqual({
      status: 1,
      out: '',
      err: `Port ${port} is in use: stop what uses it, or choose another with PORT.`,
    });
  } finally {
    other.close();
  }
});

test('the command starts by itself, and help is no fault', async () => {
  const bin = fileURLToPath(new URL('../../bin/stepladder.js', import.meta.url));
  const start = promisify(execFile);
  const help = await start(process.execPath, [bin, '--help']);
  expect(help.stdout).toContain('Usage: stepladder');
  const asked = await start(process.execPath, [
    bin,
    'credit',
    ...KIM,
    '--programme',
    'rn',
    '--start',
    '2026-09',
    '--json',
  ]);
  expect(JSON.parse(asked.stdout).assessment.credits).toBe(40);
  await expect(start(process.execPath, [bin, 'credit', ...KIM])).rejects.toMatchObject({ code: 2 });
});
