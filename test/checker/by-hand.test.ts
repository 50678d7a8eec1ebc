import { expect, test } from 'vitest';
import { checkAssessment } from '../../src/checker/check.js';
import { gainFindings } from '../../src/checker/gains.js';
import type { Assessment } from '../../src/domain/assessment.js';
import type { DeliveryProof, ProofTree } from '../../src/domain/certificate.js';
import type { Limit } from '../../src/domain/limits.js';
import { monthOf } from '../../src/domain/time.js';
import { ask, copy } from './asked.js';
import { degree, question } from './degree.js';
import { put } from './forging.js';

/** What the checker finds where the certificate has this tree. */
function findingsWith(limits: Limit[], tree: unknown, over: Partial<DeliveryProof> = {}, open = [1]): string[] {
  const { catalogue, assessment } = ask(degree(limits, open), question);
  const [proof] = assessment.certificate!.proofs;
  Object.assign(proof!, { tree: copy(tree) as ProofTree }, over);
  return checkAssessment(catalogue, { question, assessment }).findings.map(({ where, says }) => `${where}: ${says}`);
}

const CAP: Limit = { kind: 'credits', id: 'cap', credits: 40 };

test.each<[string, ProofTree]>([
  [
    'a price of 2 for each half credit under the cap: 2 x 80 = 160, which is 40 credits',
    { prices: [['limit house/cap credits', '2']] },
  ],
  [
    'a price of 1: 80 + 3 x (80 - 40) = 200 is 50 credits, and sums of 20 come to 40',
    { prices: [['limit house/cap credits', '1']] },
  ],
  ['the same with 4/4', { prices: [['limit house/cap credits', '4/4']] }],
  [
    'cases: without m1 two claims are left; with it, what follows leaves one',
    {
      on: 'm1',
      zero: { prices: [] },
      one: {
        on: 'm2',
        zero: { prices: [] },
        one: { implied: [['m3', 0, 'limit house/cap credits']], prices: [] },
      },
    },
  ],
])('under a cap of 40 credits it is proven by %s', (_, tree) => {
  expect(findingsWith([CAP], tree)).toEqual([]);
});

test('that stage 2 is not reached with 40 credits is proven by thirds: 80 x 241/120 is 160 2/3, which is 160', () => {
  const cores = ['b1', 'b2', 'b3'].map((module): [string, string] => [`reach 2 #1 core ${module}`, '1/3']);
  const cap = (price: string): ProofTree => ({ prices: [['limit house/cap credits', price], ...cores] });
  expect(findingsWith([CAP], cap('241/120'), {}, [1, 2])).toEqual([]);
  expect(findingsWith([CAP], { prices: [['limit house/cap credits', '2']] }, {}, [1, 2])).toEqual([
    'certificate.proofs[0]: it claims that 40 credits with entry at stage 1 cannot be exceeded, and proves it only of 40 credits with entry at stage 2.',
  ]);
});

test.each<[string, unknown, string]>([
  [
    'no price',
    { prices: [] },
    'certificate.proofs[0]: it claims that 40 credits with entry at stage 1 cannot be exceeded, and proves it only of 60 credits with entry at stage 1.',
  ],
  ['a price of nothing', { prices: [['limit house/cap credits', '0']] }, 'only of 60 credits'],
  ['a price too high', { prices: [['limit house/cap credits', '10']] }, 'only of 120 credits'],
  [
    'a price under zero',
    { prices: [['limit house/cap credits', '-2']] },
    'an entry is not a row and a price at or above zero',
  ],
  ['a price that is a number', { prices: [['limit house/cap credits', 2]] }, 'an entry is not a row and a price'],
  ['a price over nothing', { prices: [['limit house/cap credits', '2/0']] }, 'an entry is not a row and a price'],
  [
    'a row that no rule gives',
    { prices: [['limit house/cup credits', '2']] },
    'the catalogue gives no row "limit house/cup credits"',
  ],
  ['no prices at all', {}, 'tells cases of "undefined" apart, and there is no such choice'],
  [
    'a case missing',
    { on: 'm1', one: { prices: [['limit house/cap credits', '2']] } },
    'certificate.proofs[0].tree.zero: a case of the proof is missing here.',
  ],
  [
    'cases of nothing',
    { on: 'm9', zero: { prices: [] }, one: { prices: [] } },
    'tells cases of "m9" apart, and there is no such choice',
  ],
  [
    'a refutation that refutes nothing',
    { prices: [['limit house/cap credits', '2']], refutes: true },
    'these prices do not prove that nothing fits here.',
  ],
  [
    'what does not follow',
    { implied: [['m1', 0, 'limit house/cap credits']], prices: [['limit house/cap credits', '2']] },
    '"limit house/cap credits" does not make "m1" 0.',
  ],
  [
    'what follows from no row',
    { implied: [['m1', 0, 'nothing']], prices: [] },
    'the catalogue gives no row "nothing".',
  ],
  ['no tree', 'trust me', 'certificate.proofs[0].tree: a case of the proof is missing here.'],
])('it is not proven by %s', (_, tree, says) => {
  expect(findingsWith([CAP], tree).join('\n')).toContain(says);
});

test.each<[string, Partial<DeliveryProof>, string]>([
  ['less is said to be possible than there is', { credits: 20 }, 'proves it only of 40 credits'],
  [
    'more is said to be possible',
    { credits: 60 },
    'it gives 40 credits with entry at stage 1, and 60 credits with entry at stage 1 are not ruled out.',
  ],
  [
    'progress is said to lapse without a refutation',
    { progress: 'LAPSES' },
    '0 trees refute what is tried before, and it takes 1.',
  ],
  [
    'progress is said to lapse, and the refutation does not refute',
    { progress: 'LAPSES', refuted: [{ prices: [] }] },
    'certificate.proofs[0].refuted[0]: a leaf of it does not refute.',
  ],
])('it is not proven where %s', (_, over, says) => {
  expect(findingsWith([CAP], { prices: [['limit house/cap credits', '2']] }, over).join('\n')).toContain(says);
});

test('without limits what is held is all, and stage 2 is reached: the worth of all claims and of the stage, 241', () => {
  expect(findingsWith([], { prices: [] }, {}, [1, 2])).toEqual([]);
});

test('two claims that are told of a stage that asks three reach it no more', () => {
  const { catalogue, assessment } = ask(degree([CAP]), question);
  const { findings } = checkAssessment(catalogue, { question, assessment: { ...assessment, entryStage: 2 } });
  expect(findings).toEqual([{ where: 'entryStage', says: 'it says 2, and should say 1.' }]);
});

test('a set of limits on which no proof rests gains nothing, however well it is told', () => {
  const { assessment } = ask(degree([CAP, LOOSE]), question);
  const { proofs } = assessment.certificate!;
  const told = { limits: ['loose'], gain: { credits: 20, entryStage: 0 }, sentence: 'as the engine would say it' };
  const forged = { ...assessment, limitSets: [told, { ...told, limits: ['cap', 'loose'] }] };
  const { findings } = gainFindings(forged, proofs, new Set(['limit house/cap credits']));
  expect(findings.map(({ where }) => where)).toEqual(['limitSets[0]']);
});

test('what an assessment does not say is not added', () => {
  const { catalogue, assessment } = ask(degree([CAP]), question);
  const { findings } = checkAssessment(catalogue, { question, assessment: { ...assessment, bonus: 20 } as Assessment });
  expect(findings).toEqual([{ where: 'bonus', says: 'it says 20, and should say nothing.' }]);
});

test('a claim is used once', () => {
  const { catalogue, assessment } = ask(degree([CAP]), question);
  const claims = [...assessment.claims, assessment.claims[1]!];
  const { findings } = checkAssessment(catalogue, { question, assessment: { ...assessment, claims } });
  expect(findings).toEqual([{ where: 'claims[2]', says: 'm2 is used twice.' }]);
});

test('a limit that the catalogue lays down since is found to be broken', () => {
  const { assessment } = ask(degree([]), question);
  const { catalogue } = ask(degree([CAP]), question);
  const { ok, findings } = checkAssessment(catalogue, { question, assessment });
  expect(ok).toBe(false);
  expect(findings).toContainEqual({
    where: 'claims',
    says: '60 credits are counted under the limit cap of house: at most 40 credits in all.',
  });
});

test('an answer to another question is told as such', () => {
  const { catalogue, assessment } = ask(degree([CAP]), question);
  const { findings } = checkAssessment(catalogue, {
    question: { ...question, objective: 'ENTRY', start: monthOf('2027-09') },
    assessment,
  });
  expect(findings.map(({ where }) => where)).toEqual(['start', 'objective']);
});

test('what is proven is said in sentences, and what is not', () => {
  const { catalogue, assessment } = ask(degree([CAP]), question);
  expect(checkAssessment(catalogue, { question, assessment })).toEqual({
    ok: true,
    findings: [],
    proven: [
      'What it claims stands (m1, m2), and keeps every limit in force.',
      'That comes to 40 credits with entry at stage 1.',
      'Every total, date, hour, fee, reason and note follows from that.',
      'No claims give more: the certificate proves it for the delivery asked, in exact fractions.',
    ],
    notProven: [
      'That of several best answers this is the one by strength, held modules, claims and ids: that is tested, not proven.',
      'The bands of strength: each is an optimum of its own, and only that they go together was checked.',
      'What is gained by lifting limits that the proof rests on, alone or together: that was asked again, not proven.',
    ],
  });
});

/** A limit that nothing comes near. */
const LOOSE: Limit = { kind: 'credits', id: 'loose', credits: 100 };

test.each<[string, (assessment: Assessment) => void, string]>([
  [
    'lifting a limit that the proof does not rest on gains',
    ({ limits }) => put(limits[1], ['gain'], { credits: 20, entryStage: 0 }),
    'limits[1].',
  ],
  [
    'a set of such limits gains',
    ({ limitSets }) =>
      void limitSets.push({
        limits: ['loose'],
        gain: { credits: 20, entryStage: 0 },
        sentence: 'Lifted together, and only together, these give 20 credits more: .',
      }),
    'limitSets[0]',
  ],
  [
    'lifting a limit that the proof does not rest on loses',
    ({ limits }) => put(limits[1], ['gain'], { credits: -5, entryStage: 0 }),
    'limits[1].gain: the proof does not rest on this limit, so lifting it gains nothing.',
  ],
  [
    'all bands give less than the answer',
    ({ bands }) => {
      for (const band of bands) band.credits = 20;
    },
    'bands[2]: 20 credits with entry at stage 1 do not go with what weaker claims allow: 40 credits with entry at stage 1.',
  ],
  [
    'a firmer band gives more than a weaker one',
    ({ bands }) => put(bands[0], ['credits'], 60),
    'bands[0]: 60 credits with entry at stage 1 do not go with what weaker claims allow: 40 credits with entry at stage 1.',
  ],
  ['the last band is not the answer', ({ bands }) => put(bands[2], ['credits'], 20), 'bands[1]'],
  ['a band is a word', ({ bands }) => put(bands[0], ['credits'], '40'), 'bands[0]'],
  [
    'a band is left out',
    ({ bands }) => void bands.pop(),
    'bands: there should be one for each strength: guaranteed, precedent, discretion.',
  ],
  [
    'more is said to be possible than is proven',
    (assessment) => put(assessment, ['bound'], 60),
    'bound: it says that no more than 60 credits are possible: it should say 40.',
  ],
])('it is refused where %s', (_, change, says) => {
  const { catalogue, assessment } = ask(degree([CAP, LOOSE]), question);
  change(assessment);
  const { ok, findings } = checkAssessment(catalogue, { question, assessment });
  expect(ok).toBe(false);
  expect(findings.map(({ where, says: what }) => `${where}: ${what}`).join('\n')).toContain(says);
});
