import { expect, test } from 'vitest';
import type { RouteAnswer } from '../../src/domain/route.js';
import { ask } from './ask.js';
import { answered, asked } from './asked.js';
import { england, learnerOf, learners } from './england.js';

function routesOf(id: string, number = 1): RouteAnswer {
  const answer = answered(id, number);
  if (answer.ask !== 'routes') throw new Error(`question ${number} of ${id} asks no route`);
  return answer.answer;
}

function verdictOf(id: string, number: number) {
  const answer = answered(id, number);
  if (answer.ask !== 'entry') throw new Error(`question ${number} of ${id} asks no entry`);
  return answer.answer;
}

function assessmentOf(id: string, number = 1) {
  const answer = answered(id, number);
  if (answer.ask !== 'credit') throw new Error(`question ${number} of ${id} asks no credit`);
  return answer.answer;
}

test('every learner that ships asks what an engine answers', () => {
  for (const { id, questions = [] } of learners.values())
    expect(
      questions
        .map(({ ask }) => ask)
        .filter((ask) => !['credit', 'entry', 'routes', 'creditAcross'].includes(String(ask))),
      id,
    ).toEqual([]);
  expect(learners.size).toBeGreaterThanOrEqual(24);
});

test('S2: what was asked for and refused is told, and not only that nothing maps', () => {
  expect(
    assessmentOf('s02-no-significant-credit')
      .notUsed.filter(({ code }) => code === 'REFUSED')
      .map(({ module }) => module),
  ).toEqual(['tynemet-hsc-m04']);
});

test('S6: the learner could sit GCSEs, or admissions could accept functional skills', () => {
  const { repairs } = verdictOf('s06-functional-skills-refused', 2);
  expect(repairs.flatMap(({ byLearner }) => byLearner.map(({ programme }) => programme))).toEqual([
    'gcse-english-evening',
    'gcse-maths-evening',
  ]);
  expect(repairs.flatMap(({ bySystem }) => bySystem.map(({ owner, change }) => `${owner}: ${change}`))).toEqual([
    'admissions: accept Functional Skills English, level 2 as proof of english',
    'admissions: accept Functional Skills mathematics, level 2 as proof of maths',
  ]);
});

test('S7: the preference is said beside the verdict', () => {
  expect(verdictOf('s07-a-level-applicants-first', 1).notes.join()).toMatch(
    /^Preference, not a condition: Applicants with A levels/,
  );
});

test('S9: one module keeps the year shut, for want of the skeleton alone', () => {
  const { stranded, notCredited } = assessmentOf('s09-skeletal-imaging');
  expect(stranded).toMatchObject({ credits: 100, nextStage: 2, missing: ['canterbury-christ-church-dr-m06'] });
  expect(stranded?.supply.map(({ id }) => id)).toContain('canterbury-christ-church-skeletal');
  expect(notCredited.find(({ module }) => module === 'canterbury-christ-church-dr-m06')?.sentence).toMatch(
    /appendicular skeleton; .* axial skeleton/,
  );
});

test('S13: salary is supported in one region and in the other no longer', () => {
  const support = (id: string) => routesOf(id).routes[0]?.legs.flatMap((leg) => leg.support);
  expect(support('s13-salary-support-kept')).toEqual([
    'North West: foundation degrees and salary support both kept (2014-15): salary, paid by Health Education North West',
  ]);
  expect(support('s13-salary-support-closed')).toEqual([]);
});

test('S15: the learner pays for the steps, which no LETB funds, and nothing for the commissioned degree', () => {
  expect(routesOf('s15-steps').routes[0]?.legs.map(({ title, learnerPart }) => `${title}: £${learnerPart}`)).toEqual([
    'CertHE Healthcare: £2500',
    'DipHE Healthcare: £2500',
    'BSc (Hons) Nursing (adult): £0',
  ]);
});

test('S16: foundation degree and bridge together come to £12,000', () => {
  const foundationDegree = england.deliveries
    .get('suffolk-fda-health-care-practice-pt')
    ?.fee.perStage?.reduce((sum, fee) => sum + fee, 0);
  const bridge = routesOf('s16-bridging-course').routes[0]?.legs[0]?.fee;
  expect((foundationDegree ?? 0) + (bridge ?? 0)).toBe(12_000);
});

test('S17: degree and portfolio overlap month for month', () => {
  expect(
    routesOf('s17-portfolio-beside-the-degree').routes[0]?.legs.map(({ start, end, concurrent }) => ({
      start,
      end,
      concurrent,
    })),
  ).toEqual([
    { start: '2014-09', end: '2015-08', concurrent: true },
    { start: '2014-09', end: '2015-08', concurrent: false },
  ]);
});

test('S18: the same person in a band 4 post is told the same', () => {
  const { learner } = learnerOf('s18-no-band-4-post');
  const inBand4 = ask({ ...learner, band: 4, careerFrameworkLevel: 4 }, asked('s18-no-band-4-post', 2));
  expect(inBand4).toEqual(answered('s18-no-band-4-post', 2));
});

test('S20: within 100 km of home there is more than within 40', () => {
  const reach = (number: number) => {
    const answer = answered('s20-one-university-in-reach', number);
    return answer.ask === 'creditAcross' ? answer.answer.rows.length : 0;
  };
  expect(reach(2)).toBeGreaterThan(reach(1));
});

test('S21: the voluntary register is no register part in law', () => {
  expect(england.registerParts.get('scor-voluntary-register')?.statutory).toBe(false);
});

test('S22: who seeks no register asks nothing, and is counted as seeking none', () => {
  expect(learnerOf('s22-a-destination').questions).toEqual([]);
  const content = england.rows.cohorts.filter(({ seeks }) => seeks.length === 0);
  expect(new Set(content.map(({ region }) => region)).size).toBe(13);
});
