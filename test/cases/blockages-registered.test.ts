import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../src/domain/changes.js';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { whatIf } from '../../src/engines/blockages/what-if.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { JOIN_LATER, smallRegion } from './blockages-small.js';

const asked = (over = {}, rows = smallRegion()) =>
  findBlockages(new Catalogue(rows), { ...JOIN_LATER, budgets: [1, 2], ...over });

describe('registered within a year: the degree takes two, and one if joined at stage 2', () => {
  const found = asked({ registeredWithin: 12 });

  test('those with a GCSE join at stage 2 and are through; functional skills are refused', () => {
    expect(found.cohorts.map(({ cohort, through, at, cut }) => [cohort, through, at, cut])).toEqual([
      ['with-gcse', true, ['degree-pt'], false],
      ['with-skills', false, ['degree-pt'], false],
    ]);
    expect(found.summary).toContain('20 can be registered within 12 months and 30 are blocked');
    expect(found).toMatchObject({ registeredWithin: 12, open: 0, proof: 'OPTIMAL' });
  });

  test('one rule stops the others, and the change opens a route to them', () => {
    const best = found.best[0]!;
    expect(best).toMatchObject({ budget: 1, freed: 30, levers: ['accept:maths:maths:functional-skills'] });
    const after = applyChanges(smallRegion(), best.changes[0]!.changes).rows;
    expect(asked({ registeredWithin: 12 }, after)).toMatchObject({ through: 50, blocked: 0 });
  });

  test('the change judged as the asker’s own frees as many', () => {
    const { changes } = found.best[0]!.changes[0]!;
    const question = { ...JOIN_LATER, registeredWithin: 12, changes };
    expect(whatIf(new Catalogue(smallRegion()), question)).toMatchObject({ before: 20, after: 50, freed: 30 });
  });
});

test('without the mapping one change opens the way for those let in, two for the others', () => {
  const found = asked({ registeredWithin: 12 }, smallRegion({ mappings: [] }));
  const sizes = found.cohorts.map(({ cohort, freedBy }) => [cohort, freedBy[0]?.length]);
  expect(sizes).toEqual([
    ['with-gcse', 1],
    ['with-skills', 2],
  ]);
  expect(found.best[1]).toMatchObject({ budget: 2, freed: 50, proof: 'OPTIMAL' });
});

test('a longer standard asks for less: in two years nobody needs credit', () => {
  const found = asked({ registeredWithin: 24 }, smallRegion({ mappings: [] }));
  expect(found.cohorts.map(({ through, freedBy }) => [through, freedBy])).toEqual([
    [true, []],
    [false, [['accept:maths:maths:functional-skills']]],
  ]);
});

test('where the searches run out the answer is bounded, and says for how many people', () => {
  const none = asked({ registeredWithin: 12, searches: 1 });
  expect(none).toMatchObject({ through: 20, blocked: 30, open: 30, proof: 'BOUNDED' });
  expect(none.best[0]).toMatchObject({ freed: 0, bound: 30, proof: 'BOUNDED' });
  expect(none.notes).toContain('Searches for routes that were made: 1.');
});

test('a lever that holds only later is left out, and the answer says so', () => {
  const terms = [{ kind: 'accept' as const, leadMonths: 6 }];
  const found = asked({ registeredWithin: 12, levers: { terms, kinds: ['accept'] } });
  expect(found.levers).toEqual([]);
  expect(found.beyond).toBe(30);
  expect(found.notes.join()).toContain('Levers left out because they hold only later: 1');
});

describe('who has a route', () => {
  test('is told only where it was asked', () => {
    expect(asked().withRoute).toMatchObject({ asked: false, people: null, open: null });
    expect(asked().notes.join()).toContain('Who has a route was not asked');
  });

  test('counts those let in anywhere within reach, however long it takes', () => {
    const rows = smallRegion({ mappings: [] });
    expect(asked({ routes: true }, rows).withRoute).toMatchObject({ asked: true, people: 20, open: 0 });
    expect(asked({ routes: true, modes: [{ pace: 'full-time', employment: 'none' }] }, rows).withRoute.people).toBe(0);
  });

  test('is protected where head counts are small', () => {
    const found = asked({ routes: true, protectSmallNumbers: true });
    expect(found.withRoute).toMatchObject({ people: 20, open: 0 });
  });
});
