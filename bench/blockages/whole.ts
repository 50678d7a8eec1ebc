import type { BlockageQuestion } from '../../src/domain/blockage.js';
import { DEFAULT_STANDARD } from '../../src/domain/blockage.js';
import { monthOf } from '../../src/domain/time.js';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { loadDataset } from '../../src/files/dataset.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { creditCrowd } from './crowd.js';

/**
 * The whole answer for many: 250, 500, 1,000 and 2,000 profiles of 50 people each in the mean (the last are 100,000),
 * who have any register part in mind, over 3,000 programmes; the seconds that each part of it takes. `npm run bench:whole`,
 * or with numbers of profiles after it.
 */
const PROGRAMMES = 3_000;
const sizes = process.argv.slice(2).map(Number);
const seeds = loadDataset('seeds/england').rows;
for (const size of sizes.length > 0 ? sizes : [250, 500, 1_000, 2_000]) {
  const rows = creditCrowd(seeds, PROGRAMMES, size);
  const question: BlockageQuestion = {
    region: 'region0',
    registerParts: rows.registerParts.map(({ id }) => id),
    cohorts: rows.cohorts.map(({ id }) => id),
    first: monthOf('2026-09'),
    standard: DEFAULT_STANDARD,
  };
  const catalogue = new Catalogue(rows);
  const began = performance.now();
  let last = began;
  const parts: string[] = [];
  const found = findBlockages(catalogue, question, (part) => {
    const now = performance.now();
    parts.push(`${part} ${((now - last) / 1000).toFixed(1)}`);
    last = now;
  });
  console.log(
    `\n${size} profiles: ${((performance.now() - began) / 1000).toFixed(1)} s, ${found.proof} (${parts.join(', ')})`,
  );
  console.log(`  ${found.people} people, ${found.inMind} in mind, ${found.through} through, ${found.blocked} blocked`);
  console.log(`  funnel: ${found.funnel.map(({ step, people }) => `${step} ${people}`).join(', ')}`);
  const sets = found.cohorts.reduce((sum, one) => sum + one.sets, 0);
  console.log(
    `  ${found.levers.length} levers, ${sets} smallest sets, ${found.barriers.length} barriers, cut for ${found.open}`,
  );
  for (const { budget, freed, bound, proof } of found.best.filter(({ within }) => within === null))
    console.log(`  best ${budget}: frees ${freed} (${proof}, at most ${bound})`);
  console.log(
    `  places: ${found.places.placed} of ${found.places.through}; ${found.fragility.length} withdrawals strand`,
  );
}
