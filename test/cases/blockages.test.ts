import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../src/domain/changes.js';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { isThrough, judgedRegion } from '../../src/engines/blockages/judging/region.js';
import { judgedAgain, whatIf } from '../../src/engines/blockages/what-if.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { cohort, JOIN_LATER, smallRegion } from './blockages-small.js';

const asked = (rows = smallRegion(), over = {}) => findBlockages(new Catalogue(rows), { ...JOIN_LATER, ...over });

describe('credit in hand, kept out by a rule: functional skills are refused (the commonest case of 2015)', () => {
  const found = asked();

  test('those with a GCSE are through, those with functional skills are not let in', () => {
    expect(found.cohorts.map(({ cohort: id, through }) => [id, through])).toEqual([
      ['with-gcse', true],
      ['with-skills', false],
    ]);
    expect(found.funnel.map(({ people }) => people)).toEqual([50, 50, 20, 20, 0, 0]);
    expect(found.summary).toContain('of 50 people who have Nurse in mind 20 are through and 30 are blocked');
  });

  test('one rule stops them all, and it is for admissions to change', () => {
    const [first] = found.barriers;
    expect(first).toMatchObject({ stops: 30, alone: 30, role: 'admissions', owner: 'admissions, university' });
    expect(first?.says).toContain('Accept functional skills as proof of maths at level 2');
    expect(found.best[0]).toMatchObject({ budget: 1, freed: 30, proof: 'OPTIMAL', within: null });
  });

  test('the best set, fed to a scenario, lets them through', () => {
    const { changes } = found.best[0]!.changes[0]!;
    const { rows, problems } = applyChanges(smallRegion(), changes);
    expect(problems).toEqual([]);
    expect(asked(rows)).toMatchObject({ through: 50, blocked: 0 });
  });

  test('places: a pool of twelve holds back fifteen places for twenty people', () => {
    const { through, placed, bottleneck, chances } = found.places;
    expect([through, placed]).toEqual([20, 12]);
    expect(bottleneck).toMatchObject([{ kind: 'pool', id: 'placements', taken: 12, worthOneMore: true }]);
    expect(chances).toMatchObject([{ cohort: 'with-gcse', n: 3, d: 5 }]);
  });

  test('one mapping carries them all, and so does the one delivery', () => {
    expect(found.fragility.map(({ kind, id, people }) => [kind, id, people])).toEqual([
      ['delivery', 'degree-pt', 20],
      ['mapping', 'm1', 20],
    ]);
  });
});

test('levers on one rule add up: two kinds accepted are both accepted, whichever comes first', () => {
  const rows = smallRegion({ cohorts: [cohort('skills', 30, ['skills-maths']), cohort('keys', 7, ['key-maths'])] });
  const found = asked(rows, { budgets: [2] });
  const best = found.best[0]!;
  expect(best).toMatchObject({
    freed: 37,
    levers: ['accept:maths:maths:functional-skills', 'accept:maths:maths:key-skills'],
  });
  expect(asked(applyChanges(rows, best.changes[0]!.changes).rows).blocked).toBe(0);
});

test('two changes that are worthless apart: no stage to join, and no credit to join it with', () => {
  const rows = smallRegion({ mappings: [], cohorts: [cohort('with-gcse', 20, ['gcse-maths'])] });
  rows.deliveries[0]!.entryPoints = rows.deliveries[0]!.entryPoints.slice(0, 1);
  const found = asked(rows, { budgets: [1, 2] });
  expect(found.best.filter(({ within }) => within === null).map(({ freed }) => freed)).toEqual([0, 20]);
  expect(found.barriers.every(({ alone }) => alone === 0)).toBe(true);
  expect(found.best.find(({ budget, within }) => budget === 2 && within === 'validation')?.freed).toBe(20);
});

test('a change that takes longer than the twelve months frees nobody', () => {
  const terms = [{ kind: 'accept' as const, leadMonths: 12 }];
  expect(asked(smallRegion(), { levers: { terms } }).beyond).toBe(30);
});

test('small numbers: counts under ten are not told, the others in fives, in figures and in words', () => {
  const rows = smallRegion({
    cohorts: [cohort('with-gcse', 23, ['gcse-maths']), cohort('with-skills', 8, ['skills-maths'])],
  });
  const found = asked(rows, { protectSmallNumbers: true });
  expect(found).toMatchObject({ inMind: 30, through: 25, blocked: null });
  expect(found.summary).toContain('of 30 people who have Nurse in mind 25 are through and fewer than 10 are blocked');
  expect(JSON.stringify({ ...found, levers: [], best: [] })).not.toMatch(/\b(23|31|8) (people|are)/);
});

describe('what if', () => {
  const accept = (rows = smallRegion()) => asked(rows).best[0]!.changes[0]!.changes;

  test('a rule changed: thirty are freed at so much each, and nobody is stopped', () => {
    const found = whatIf(new Catalogue(smallRegion()), { ...JOIN_LATER, changes: accept(), cost: 1_000 });
    expect(found).toMatchObject({
      before: 20,
      after: 50,
      freed: 30,
      stopped: 0,
      costPerPerson: 33.33,
      programmesAsked: 2,
    });
    expect(found.freedCohorts).toEqual(['with-skills']);
  });

  test('a mapping withdrawn: twenty are stopped', () => {
    const changes = [{ op: 'remove' as const, kind: 'mappings' as const, id: 'm1' }];
    expect(whatIf(new Catalogue(smallRegion()), { ...JOIN_LATER, changes })).toMatchObject({
      ...{ freed: 0, stopped: 20, stoppedCohorts: ['with-gcse'], costPerPerson: null },
      // They could join all the same, a stage earlier.
      monthsSaved: -12 * 20,
    });
  });

  test('asking again only what is touched answers as asking all anew does', () => {
    const rows = smallRegion();
    const before = judgedRegion(new Catalogue(rows), JOIN_LATER);
    const { judged } = judgedAgain(before, accept());
    const anew = judgedRegion(new Catalogue(applyChanges(rows, accept()).rows), JOIN_LATER).judged;
    expect(judged.map(isThrough)).toEqual(anew.map(isThrough));
  });
});
