import { expect, test } from 'vitest';
import { broken, doneWith } from '../../src/checker/kept.js';
import { stageReached } from '../../src/checker/reached.js';
import { worldsAsked } from '../../src/checker/world.js';
import type { Claim } from '../../src/domain/claim.js';
import { creditCase } from '../laws/credit-cases.js';
import { allowedSets } from '../laws/credit-oracle.js';
import { frameOf } from '../laws/credit-oracle-frame.js';
import { subsets } from '../laws/credit-oracle-stages.js';
import { ask } from './asked.js';

const LONG = process.env.LAWS === 'long';
const FIRST = Number(process.env.SEED ?? 1);
/** Claims of which every set is judged. */
const MOST = 9;

test('a set of claims breaks nothing where trying every set finds it allowed, and reaches the same stage', {
  timeout: 900_000,
}, () => {
  const counts = { allowed: 0, broken: 0 };
  for (let seed = FIRST; seed < FIRST + (LONG ? 3000 : 250); seed += 1) {
    const { rows, question } = creditCase(seed);
    const { catalogue, assessment } = ask(rows, question);
    for (const [delivery, worlds] of worldsAsked(catalogue, question)) {
      const frame = frameOf(rows, question, rows.deliveries.find(({ id }) => id === delivery) ?? null);
      const { progress } = assessment.certificate!.proofs.find((proof) => proof.delivery === delivery)!;
      const world = worlds.of(progress);
      const allowed = new Map(allowedSets(frame).map((set) => [set.ids.join(), set.entryStage]));
      const some = [...world.standing.values()].slice(0, MOST);
      for (const used of subsets<Claim>(some)) {
        if (used.length === 0) continue;
        const stage = stageReached(world.setting, doneWith(world, used));
        const says = broken(world, used, stage);
        const ids = used.map(({ id }) => id).sort();
        const should = allowed.get(ids.join());
        counts[should === undefined ? 'broken' : 'allowed'] += 1;
        if (should === undefined)
          expect(says, `SEED=${seed} ${delivery}: ${ids.join(', ')} is not allowed`).not.toEqual([]);
        else expect([says, stage], `SEED=${seed} ${delivery}: ${ids.join(', ')}`).toEqual([[], should]);
      }
    }
  }
  expect(counts.allowed).toBeGreaterThan(1000);
  expect(counts.broken).toBeGreaterThan(1000);
});
