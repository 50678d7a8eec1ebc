import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { put } from '../checker/forging.js';
import { smallDataset, stepladder } from './running.js';

const data = smallDataset();
const desk = mkdtempSync(join(tmpdir(), 'stepladder-desk-'));
afterAll(() => {
  for (const dir of [data, desk]) rmSync(dir, { recursive: true });
});

const asked = stepladder('credit', '--data', data, '--learner', 'kim', '--programme', 'rn', '--json');

type Answer = Record<string, unknown>;

/** Puts a value in place of another, by its path. */
const putting =
  (path: string, value: unknown) =>
  (answer: Answer): Answer => {
    put(answer, path.split('.'), value);
    return answer;
  };

/** A file with what `credit --json` printed, changed by hand. */
async function saved(name: string, change: (answer: Answer) => unknown = (answer) => answer): Promise<string> {
  const answer = JSON.parse((await asked).out);
  const changed = change(answer);
  const file = join(desk, `${name}.json`);
  writeFileSync(file, typeof changed === 'string' ? changed : JSON.stringify(changed));
  return file;
}

const check = (file: string, ...more: string[]) => stepladder('check', file, '--data', data, ...more);

test('what credit --json prints is a whole saved assessment: the question with its learner and month, the answer, the proof', async () => {
  const { question, assessment, problems } = JSON.parse((await asked).out);
  expect(question).toMatchObject({ programme: 'rn', start: assessment.start, learner: { awards: [{ award: 'fd' }] } });
  expect(JSON.parse(assessment.certificate).proofs).toHaveLength(1);
  expect(problems).toEqual([]);
});

test('a saved assessment that is right is proven, in sentences', async () => {
  const { status, out, err } = await check(await saved('right'));
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/^The assessment is right\.\n\nProven\n/);
  expect(out).toContain('No claims give more: the certificate proves it for the delivery asked');
  expect(out).toContain('Said, and not proven by the certificate');
  const { out: json } = await check(join(desk, 'right.json'), '--json');
  expect(JSON.parse(json)).toMatchObject({ ok: true, findings: [] });
});

test.each<[string, (answer: Answer) => unknown, string]>([
  ['a total', putting('assessment.credits', 60), 'credits: it says 60, and should say 40.'],
  [
    'a word for a value',
    putting('assessment.claims.0.strength', 'DISCRETION'),
    'claims[0].strength: it says "discretion", and should say',
  ],
  ['a value the API does not know', putting('assessment.claims.0.kind', 'GIFT'), 'claims[0].kind: it says "GIFT"'],
  ['a field the API does not know', putting('assessment.bonus', 20), 'bonus: it says 20, and should say nothing.'],
  [
    'a claim',
    putting('assessment.claims.0.id', 'a1-b3'),
    'claims[0]: a1-b3 does not stand: no row and nothing held gives such a claim.',
  ],
  ['the month asked', putting('question.start', '2027-09'), 'start: the question asks of 2027-09, and this answers of'],
  [
    'the certificate',
    putting('assessment.certificate', '{"proofs":[]}'),
    'certificate.proofs: there is no proof for rn-pt.',
  ],
  [
    'a certificate that is no JSON',
    putting('assessment.certificate', 'trust me'),
    'certificate: there is no list of proofs.',
  ],
])('a saved assessment in which %s was changed is refused, with where and why', async (what, change, says) => {
  const { status, out } = await check(await saved(what.replaceAll(' ', '-'), change));
  expect(status).toBe(1);
  expect(out).toMatch(/^The assessment is not right: \d+ findings?\.$/m);
  expect(out).toContain(says);
});

test.each<[string, (answer: Answer) => unknown, string]>([
  ['no JSON', () => 'credit: 40', 'is no JSON: a saved answer is what `credit --json` or `routes --json` writes.'],
  ['another record', () => ({ credits: 40 }), 'holds no saved answer'],
  [
    'an answer with problems alone',
    ({ question }) => ({ question, assessment: null, problems: [] }),
    'holds no saved answer',
  ],
  [
    'a question of a programme that is not there',
    putting('question.programme', 'rm'),
    'The question cannot be asked of this dataset:\nprogramme: ',
  ],
  ['a question with a field too many', putting('question.colour', 'red'), 'colour: this question has no such field'],
  [
    'a learner with a mark of 140',
    putting('question.learner.modules', [{ module: 'a1', on: '2026-01', mark: 140 }]),
    'learner.modules[0].mark',
  ],
])('a file with %s is no saved assessment, and it is said why', async (what, change, says) => {
  const { status, out, err } = await check(await saved(what.replaceAll(' ', '-'), change));
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain(says);
});

const askedRoutes = stepladder(
  ...['routes', '--data', data, '--learner', 'kim', '--register-part', 'nurse', '--first', '2026-09', '--json'],
);

test('what routes --json prints is proven leg by leg, and refused where a figure was changed', async () => {
  const answer = JSON.parse((await askedRoutes).out);
  expect(answer.question).toMatchObject({ registerPart: 'nurse', first: '2026-09' });
  expect(answer.answer.routes.length).toBeGreaterThan(0);
  const file = join(desk, 'routes.json');
  writeFileSync(file, JSON.stringify(answer));
  const right = await check(file);
  expect([right.status, right.err]).toEqual([0, '']);
  expect(right.out).toMatch(/^The answer is right\.\n\nProven\n/);
  expect(right.out.replaceAll(/\s+/g, ' ')).toContain('There is no other: each place that could still lead to a route');
  answer.answer.routes[0].legs[0].fee += 1;
  writeFileSync(file, JSON.stringify(answer));
  const wrong = await check(file);
  expect(wrong.status).toBe(1);
  expect(wrong.out).toContain('routes[0].legs[0].fee: it says');
});
