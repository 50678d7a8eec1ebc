import { describe, expect, test } from 'vitest';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { withLevers } from '../../src/engines/blockages/levers/apply.js';
import { LeverPool } from '../../src/engines/blockages/levers/pool.js';
import { profilesOf } from '../../src/engines/blockages/population.js';
import { termsOf } from '../../src/engines/blockages/terms.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { Dice } from '../support/dice.js';
import { blockageCase } from './blockages-cases.js';
import { isThrough, smallestEnough } from './blockages-oracle.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 2_000 : 150));
/** Cases in which what is enough at one stage of a delivery is not at another. */
const STAGES_DIFFER = [182, 233, 659, 678];
/** Levers that are left to be tried in every combination. */
const KEPT = 6;

describe('what frees a cohort is what trying every subset of levers frees it by', () => {
  const seen: { through: boolean; sets: string[][] }[] = [];

  test(`${CASES} random regions`, () => {
    const seeds = Array.from({ length: CASES }, (_, at) => at + 1);
    for (const seed of new Set([...seeds, ...STAGES_DIFFER])) {
      const { rows, question } = blockageCase(seed);
      const catalogue = new Catalogue(rows);
      const all = findBlockages(catalogue, question);
      const dice = new Dice(seed + 1_000_000);
      const useful = new Set<string>();
      const freeing = all.cohorts.flatMap(({ freedBy }) => freedBy);
      for (const set of dice.some(freeing, 4)) {
        const more = new Set([...useful, ...set]);
        if (more.size < KEPT) for (const id of set) useful.add(id);
      }
      const rest = dice.some(
        all.levers.map(({ id }) => id).filter((id) => !useful.has(id)),
        KEPT - useful.size,
      );
      const kept = [...useful, ...rest].sort();
      const remove = all.levers.map(({ id }) => id).filter((id) => !kept.includes(id));
      const asked = { ...question, levers: { ...question.levers, remove } };
      const answer = findBlockages(catalogue, asked);
      expect(
        answer.levers.map(({ id }) => id),
        `seed ${seed}`,
      ).toEqual(kept);
      const terms = termsOf(asked);
      const profiles = profilesOf(terms, rows.cohorts).filter(({ parts }) => parts.length > 0);
      const pool = new LeverPool(
        catalogue,
        terms,
        asked,
        profiles.map((profile) => ({ profile, programmes: ['degree'] })),
      );
      for (const { cohort, through, freedBy, sets, cut } of answer.cohorts) {
        const enough = (set: string[]): boolean => {
          const levers = set.map((id) => pool.all.get(id)!);
          const rowsAt = new Map<string, typeof rows>();
          return isThrough(
            (month) => {
              const working = levers.filter(({ leadMonths }) => question.first + leadMonths <= month);
              const key = working.map(({ id }) => id).join(' ');
              if (!rowsAt.has(key)) rowsAt.set(key, withLevers(rows, working));
              return rowsAt.get(key)!;
            },
            asked,
            cohort,
          );
        };
        const expected = smallestEnough(kept, question.budgets![0]!, enough);
        expect(through, `seed ${seed} ${cohort}`).toBe(expected[0]?.length === 0);
        expect(cut, `seed ${seed} ${cohort}`).toBe(false);
        if (through) seen.push({ through, sets: [] });
        else {
          const inOrder = expected.map((set) => set.join(' ')).sort();
          expect(freedBy.map((set) => set.join(' ')).sort(), `seed ${seed} ${cohort}`).toEqual(inOrder);
          expect(sets).toBe(expected.length);
          seen.push({ through, sets: expected });
        }
      }
    }
  });

  test.each<[string, number, (one: { through: boolean; sets: string[][] }) => boolean]>([
    ['are through', 0.02, ({ through }) => through],
    ['are freed by one lever', 0.02, ({ sets }) => sets.some(({ length }) => length === 1)],
    ['are freed by pairs that are worthless apart', 0.05, ({ sets }) => sets.some(({ length }) => length === 2)],
    ['are freed by threes', 0.03, ({ sets }) => sets.some(({ length }) => length === 3)],
    ['are freed in several ways', 0.1, ({ sets }) => sets.length > 1],
  ])('the cases bite: one in so many %s', (_, share, does) => {
    expect(seen.filter(does).length / seen.length).toBeGreaterThan(share);
  });

  // What is rare shows at length alone.
  test.runIf(CASES >= 1_000).each<[string, number, (one: { through: boolean; sets: string[][] }) => boolean]>([
    ['gain something', 0.003, ({ sets }) => sets.flat().some((id) => id.startsWith('gain:'))],
    ['need an extension', 0.005, ({ sets }) => sets.flat().some((id) => id.startsWith('extend:'))],
    ['need hours that count', 0.001, ({ sets }) => sets.flat().some((id) => id.startsWith('supervise:'))],
    ['need nomination', 0.02, ({ sets }) => sets.flat().some((id) => id.startsWith('nominate:'))],
    ['need support', 0.005, ({ sets }) => sets.flat().some((id) => id.startsWith('support:'))],
    [
      'need a delivery elsewhere',
      0.02,
      ({ sets }) => sets.flat().some((id) => id.endsWith(':north') && id.startsWith('open:')),
    ],
    ['need what is withdrawn', 0.01, ({ sets }) => sets.flat().some((id) => id.startsWith('keep:'))],
  ])('the cases bite: one in so many %s', (_, share, does) => {
    expect(seen.filter(does).length / seen.length).toBeGreaterThan(share);
  });
});
