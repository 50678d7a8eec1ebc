import type { BlockageQuestion } from '../../src/domain/blockage.js';
import type { Change } from '../../src/domain/catalogue.js';
import { applyChanges } from '../../src/domain/changes.js';
import { monthOf } from '../../src/domain/time.js';
import { isThrough, judgedRegion } from '../../src/engines/blockages/judging/region.js';
import { judgedAgain } from '../../src/engines/blockages/what-if.js';
import { loadDataset } from '../../src/files/dataset.js';
import { Catalogue } from '../../src/graph/catalogue.js';

/**
 * One entry rule changed, for all cohorts of the dataset and all register parts: asking again only what the rule bears on,
 * beside judging everyone anew. Both in one run and in turn; the counts must be equal. `npm run bench:rule`
 */
const ROUNDS = 9;
const { rows } = loadDataset('seeds/england');
const question: BlockageQuestion = {
  region: 'letb-north-west',
  registerParts: rows.registerParts.map(({ id }) => id),
  cohorts: rows.cohorts.map(({ id }) => id),
  first: monthOf('2026-09'),
  standard: { credits: 60, stage: 1 },
  modes: [
    { pace: 'part-time', employment: 'beside' },
    { pace: 'part-time', employment: 'apprenticeship' },
    { pace: 'full-time', employment: 'none' },
    { pace: 'full-time', employment: 'apprenticeship' },
  ],
  nominated: true,
};
const catalogue = new Catalogue(rows);
const before = judgedRegion(catalogue, question);
const people = (judged: typeof before.judged): number =>
  judged.filter(isThrough).reduce((sum, { profile }) => sum + profile.people, 0);
const ratios: number[] = [];
for (const { id } of rows.entryRules.filter(({ programmes }) => programmes?.length === 1).slice(0, ROUNDS)) {
  const changes: Change[] = [{ op: 'remove', kind: 'entryRules', id }];
  const [again, quick] = timed(() => judgedAgain(before, changes).judged);
  const [anew, slow] = timed(() => judgedRegion(new Catalogue(applyChanges(rows, changes).rows), question).judged);
  if (people(again) !== people(anew)) throw new Error(`${id}: ${people(again)} and ${people(anew)} people are through`);
  ratios.push(slow / quick);
  console.log(`${id}: ${people(anew)} through; ${quick.toFixed(0)} ms again, ${slow.toFixed(0)} ms anew`);
}
ratios.sort((a, b) => a - b);
console.log(`${before.judged.length} profiles: ${ratios[ROUNDS >> 1]!.toFixed(0)} times as fast in the median`);

function timed<T>(act: () => T): [T, number] {
  const began = performance.now();
  return [act(), performance.now() - began];
}
