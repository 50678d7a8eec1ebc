import { describe, expect, test } from 'vitest';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Cohort } from '../../src/domain/funding.js';
import { monthOf, textOf } from '../../src/domain/time.js';
import { CaseAnew } from '../../src/engines/blockages/freeing/anew.js';
import { Case } from '../../src/engines/blockages/freeing/case.js';
import { Known } from '../../src/engines/blockages/freeing/known.js';
import { programmesFor } from '../../src/engines/blockages/judging/region.js';
import { LeverPool } from '../../src/engines/blockages/levers/pool.js';
import { profilesOf } from '../../src/engines/blockages/population.js';
import { termsOf } from '../../src/engines/blockages/terms.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { Dice } from '../support/dice.js';
import { blockageCase } from './blockages-cases.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 600 : 60));

/** Cohorts much like one: gained earlier or later, in another region, with other experience, grades or employment. */
function variants(cohort: Cohort, dice: Dice): Cohort[] {
  return Array.from({ length: 5 }, (_, at): Cohort => {
    const { learner } = cohort;
    const later = dice.one([-30, -14, -6, -1, 0, 1, 5, 18]);
    const shifted = <T extends { on?: string }>(held: readonly T[]): T[] =>
      held.map((one) => (one.on === undefined ? one : { ...one, on: textOf(monthOf(one.on) + later) }));
    return {
      ...cohort,
      id: `${cohort.id}-${at}`,
      name: `${cohort.name} ${at}`,
      region: dice.chance(0.8) ? cohort.region : 'south',
      learner: {
        ...learner,
        ...(learner.awards && { awards: shifted(learner.awards) }),
        ...(learner.modules && { modules: shifted(learner.modules) }),
        ...dice.maybe(0.3, () => ({
          experience: [{ setting: 'care', months: 24, evidenced: true, ongoing: dice.chance(0.5) }],
        })),
        ...dice.maybe(0.3, () => ({ employment: { sector: 'health', nominated: dice.chance(0.5) } })),
      },
    };
  });
}

describe('what is remembered for others alike is what is found for each', () => {
  const seen: boolean[] = [];

  test(`${CASES} random regions, each cohort with five much like it`, () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const { rows, question } = blockageCase(seed);
      const dice = new Dice(seed + 6_000_000);
      const cohorts = rows.cohorts.flatMap((cohort) => [cohort, ...variants(cohort, dice)]);
      const catalogue = new Catalogue({ ...rows, cohorts } satisfies Rows);
      const terms = termsOf(question);
      const blocked = profilesOf(terms, cohorts)
        .filter(({ parts }) => parts.length > 0)
        .map((profile) => ({ profile, programmes: programmesFor(catalogue, profile) }));
      const pool = new LeverPool(catalogue, terms, { ...question, levers: {} }, blocked);
      const shared = new Known(catalogue, terms);
      const most = 3;
      for (const { profile, programmes } of blocked)
        for (const programme of programmes) {
          const { asked } = profile;
          const levers = pool.at(programme, asked).slice(0, 14);
          const found = new Case(shared, terms, asked, programme, levers, most).freeing();
          const anew = new CaseAnew(catalogue, terms, asked, programme, levers, most).freeing();
          expect(found, `seed ${seed} ${asked.id} at ${programme}`).toEqual(anew);
          seen.push(found.sets.length > 0);
        }
    }
  });

  test('the cases bite: one in ten is freed by something', () => {
    expect(seen.filter(Boolean).length / seen.length).toBeGreaterThan(0.1);
  });
});
