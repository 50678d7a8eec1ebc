import { expect, test } from 'vitest';
import { checkAssessment } from '../../src/checker/check.js';
import { monthOf } from '../../src/domain/time.js';
import { england, learners } from '../cases/england.js';
import { creditCase } from '../laws/credit-cases.js';
import { creditOracle } from '../laws/credit-oracle.js';
import { ask, hurried } from './asked.js';

const LONG = process.env.LAWS === 'long';
const CASES = LONG ? 5000 : 300;
const FIRST = Number(process.env.SEED ?? 1);

test(`what the engine answers is accepted, and proves what trying every set finds, in ${CASES} random cases`, {
  timeout: 1_200_000,
}, () => {
  const shapes = { leaf: 0, branches: 0, implied: 0, lapses: 0, nothing: 0, deliveries: 0 };
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const { rows, question } = creditCase(seed);
    const { catalogue, assessment } = ask(rows, question);
    expect(checkAssessment(catalogue, { question, assessment }).findings, `SEED=${seed}`).toEqual([]);
    const best = creditOracle(rows, question);
    const proofs = assessment.certificate!.proofs;
    const own = proofs.find(({ delivery }) => delivery === assessment.delivery)!;
    expect([own.credits, own.entryStage, assessment.bound], `SEED=${seed}`).toEqual([
      best.credits,
      best.entryStage,
      best.credits,
    ]);
    const text = JSON.stringify(proofs);
    shapes.leaf += Number(!text.includes('"on"'));
    shapes.branches += Number(text.includes('"on"'));
    shapes.implied += Number(text.includes('"implied"'));
    shapes.lapses += Number(text.includes('LAPSES'));
    shapes.nothing += Number(text.includes('NOTHING_FITS'));
    shapes.deliveries += Number(proofs.length > 1);
  }
  for (const [shape, count] of Object.entries(shapes)) expect([shape, count > 0]).toEqual([shape, true]);
});

test('an answer that ran out of steps is accepted, with its gap or as optimal where that was proven', {
  timeout: 600_000,
}, () => {
  const told = { BOUNDED: 0, OPTIMAL: 0 };
  for (let seed = FIRST; seed < FIRST + (LONG ? 1000 : 100); seed += 1)
    for (const steps of [1, 3, 10, 50]) {
      const { rows, question } = creditCase(seed);
      const { catalogue, assessment } = hurried(rows, question, steps);
      told[assessment.proof] += 1;
      const { findings } = checkAssessment(catalogue, { question, assessment });
      expect(findings, `SEED=${seed}, ${steps} steps`).toEqual([]);
      if (assessment.proof === 'BOUNDED' && assessment.bound > assessment.credits) {
        const { findings: narrow } = checkAssessment(catalogue, {
          question,
          assessment: { ...assessment, bound: assessment.credits },
        });
        expect(
          narrow.map(({ where }) => where),
          `SEED=${seed}, ${steps} steps`,
        ).toContain('bound');
      }
    }
  expect(told.BOUNDED).toBeGreaterThan(50);
  expect(told.OPTIMAL).toBeGreaterThan(100);
});

const questions = [...learners.values()].flatMap(({ id, learner, questions: asked = [] }) =>
  asked.filter((one) => one.ask === 'credit').map((one) => ({ id, learner, one })),
);

test.each(questions)('the answer to what $id asks is accepted: $one.programme', ({ learner, one }) => {
  const question = { ...(one as { programme: string }), learner, start: monthOf(String(one.start)) };
  const { assessment } = ask(england, question);
  const { ok, findings, proven, notProven } = checkAssessment(england, { question, assessment });
  expect(findings).toEqual([]);
  expect(ok).toBe(true);
  expect(proven.length).toBeGreaterThan(0);
  expect(notProven.length).toBeGreaterThan(0);
});

test('the seeds ask enough questions to be worth checking', () => expect(questions.length).toBeGreaterThan(10));
