import { DEFAULT_STANDARD } from '../../src/domain/blockage.js';
import type { BlockageAnswer } from '../../src/domain/blockage-answer.js';
import { monthOf } from '../../src/domain/time.js';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { loadDataset } from '../../src/files/dataset.js';
import { Catalogue } from '../../src/graph/catalogue.js';

/**
 * Each LETB and its people who have adult nursing or diagnostic radiography in mind, for starts from September 2026: the
 * funnel, the first five barriers with their owners, and the best sets of 1, 2, 3 and 5 changes. `npm run blockages:table`;
 * a part of a region's name after it asks for that region alone.
 */
const [only = ''] = process.argv.slice(2);
const catalogue = new Catalogue(loadDataset('seeds/england').rows);
for (const { id, name, kind } of catalogue.rows.regions) {
  if (kind !== 'LETB' || !name.toLowerCase().includes(only.toLowerCase())) continue;
  for (const registerPart of ['nurse-adult', 'diagnostic-radiographer']) {
    const began = performance.now();
    const found = findBlockages(catalogue, {
      region: id,
      registerParts: [registerPart],
      first: monthOf('2026-09'),
      standard: DEFAULT_STANDARD,
    });
    tell(name, registerPart, found, performance.now() - began);
  }
}

function tell(region: string, part: string, found: BlockageAnswer, milliseconds: number): void {
  console.log(`\n${region}: ${part} (${(milliseconds / 1000).toFixed(1)} s, ${found.proof})`);
  console.log(`  through ${found.through}, blocked ${found.blocked}, of whom no set of 5 frees ${found.beyond}`);
  console.log(`  funnel: ${found.funnel.map(({ step, people }) => `${step} ${people}`).join(', ')}`);
  for (const { says, stops, alone, owner } of found.barriers.slice(0, 5))
    console.log(`  barrier: stops ${stops}, alone ${alone}; ${owner}: ${says}`);
  for (const { budget, freed, proof, levers, others } of found.best.filter(({ within }) => within === null))
    console.log(
      `  best ${budget}: frees ${freed} (${proof}, ${others.count} others): ${levers.join(' + ') || 'nothing'}`,
    );
}
