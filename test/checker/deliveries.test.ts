import { expect, test } from 'vitest';
import { checkAssessment } from '../../src/checker/check.js';
import type { Limit } from '../../src/domain/limits.js';
import type { Catalogue } from '../../src/graph/catalogue.js';
import { ask, copy } from './asked.js';
import { degree, delivery, learner, question } from './degree.js';

const check = (catalogue: Catalogue, assessment: unknown, asked = question): string[] =>
  checkAssessment(catalogue, { question: asked, assessment: assessment as never }).findings.map(
    ({ where, says }) => `${where}: ${says}`,
  );

test('of two deliveries that take the same, the lesser id is the answer', () => {
  const rows = degree([], [1], [delivery('rn-a'), delivery('rn-b')]);
  const { catalogue, assessment } = ask(rows, question);
  expect([assessment.delivery, check(catalogue, assessment)]).toEqual(['rn-a', []]);
  const named = ask(rows, { ...question, delivery: 'rn-b' }).assessment;
  const forged = { ...named, bands: assessment.bands, certificate: assessment.certificate };
  expect(check(catalogue, forged)).toEqual(['delivery: rn-a takes the same claims as far, and its id is the lesser.']);
});

test('of two deliveries of which one may be joined later, that one is the answer, and the other is bounded too', () => {
  const rows = degree([], [1], [delivery('rn-a'), delivery('rn-b', { open: [1, 2] })]);
  const { catalogue, assessment } = ask(rows, question);
  expect([assessment.delivery, assessment.entryStage, check(catalogue, assessment)]).toEqual(['rn-b', 2, []]);
  const named = ask(rows, { ...question, delivery: 'rn-a' }).assessment;
  expect(check(catalogue, { ...named, bands: assessment.bands, certificate: assessment.certificate })).toContain(
    'proof: it gives 60 credits with entry at stage 1, and 60 credits with entry at stage 2 are not ruled out.',
  );
  expect(check(catalogue, named)).toEqual(['certificate.proofs: there is no proof for rn-b.']);
});

/** At most 50 months from first enrolment, which was in January 2026: eight months before the start. */
const SPAN: Limit = { kind: 'span', id: 'span', months: 50, since: 'enrolment' };
const enrolled = { ...question, learner: { ...learner, enrolments: [{ programme: 'rn', on: '2026-01' }] } };

test('that nothing fits a long delivery must be refuted, and a bound on nothing is no bound', () => {
  const rows = degree([SPAN], [1], [delivery('rn-a'), delivery('rn-z', { months: 36 })]);
  const { catalogue, assessment } = ask(rows, enrolled);
  const [, long] = assessment.certificate!.proofs;
  expect([assessment.delivery, long!.progress, long!.refuted.length]).toEqual(['rn-a', 'NOTHING_FITS', 2]);
  expect(check(catalogue, assessment, enrolled)).toEqual([]);
  const forged = copy(assessment);
  Object.assign(forged.certificate!.proofs[1]!, { progress: 'STANDS', refuted: [], tree: long!.refuted[0] });
  expect(check(catalogue, forged, enrolled)).toEqual([
    'certificate.proofs[1]: nothing shows that any claims fit with progress as it is said to stand.',
  ]);
});

test.each([
  ['as stage 2 is joined', [1, 2]],
  ['as stage 1 shrinks to nothing', [1]],
])('where no claims do not fit a delivery, its proof names claims that do, %s', (_, open) => {
  const slow = delivery('rn-z', { months: 36, paced: 'module', open });
  const rows = degree([SPAN], [1], [delivery('rn-a', { open: [1, 2] }), slow]);
  const { catalogue, assessment } = ask(rows, enrolled);
  expect(assessment.certificate!.proofs[1]).toMatchObject({ progress: 'STANDS', fits: ['m1', 'm2', 'm3'] });
  expect(check(catalogue, assessment, enrolled)).toEqual([]);
  for (const fits of [undefined, [], ['m1'], ['m1', 'm2', 'm3', 'm4']]) {
    const forged = copy(assessment);
    Object.assign(forged.certificate!.proofs[1]!, { fits });
    expect(check(catalogue, forged, enrolled)).toEqual([
      'certificate.proofs[1]: nothing shows that any claims fit with progress as it is said to stand.',
    ]);
  }
});
