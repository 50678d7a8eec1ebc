import { expect, test } from 'vitest';
import type { Change, Kind } from '../../src/domain/catalogue.js';
import { applyChanges } from '../../src/domain/changes.js';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { judgedRegion } from '../../src/engines/blockages/judging/region.js';
import { judgedAgain } from '../../src/engines/blockages/what-if.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { Dice } from '../support/dice.js';
import { blockageCase } from './blockages-cases.js';

const CASES = process.env.LAWS === 'long' ? 3_000 : 200;
const REMOVABLE: readonly Kind[] = ['mappings', 'agreements', 'policies', 'entryRules', 'deliveries', 'support'];

test(`asking again only what changes bear on answers as asking all anew: ${CASES} random regions`, () => {
  let moved = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const { rows, question } = blockageCase(seed);
    const dice = new Dice(seed + 2_000_000);
    const catalogue = new Catalogue(rows);
    const removals = REMOVABLE.flatMap((kind) => rows[kind].map(({ id }): Change => ({ op: 'remove', kind, id })));
    const { levers } = findBlockages(catalogue, { ...question, budgets: [1] });
    const one = dice.some(levers, 1).flatMap(({ changes }) => changes);
    const touchedRows = new Set(one.map((change) => (change.op === 'put' ? change.row.id : change.id)));
    const two = dice
      .some(removals, dice.whole(0, 2))
      .filter((change) => !touchedRows.has((change as { id: string }).id));
    const changes = [...one, ...two];
    const before = judgedRegion(catalogue, question);
    const again = told(judgedAgain(before, changes).judged);
    const anew = told(judgedRegion(new Catalogue(applyChanges(rows, changes).rows), question).judged);
    expect(again, `seed ${seed}`).toEqual(anew);
    if (JSON.stringify(anew) !== JSON.stringify(told(before.judged))) moved++;
  }
  expect(moved / CASES).toBeGreaterThan(0.2);
});

/** What is found of each profile, whatever the order in which programmes were asked. */
const told = (judged: ReturnType<typeof judgedRegion>['judged']) =>
  judged.map(({ profile, standings }) => ({
    cohorts: profile.cohorts.map(({ id }) => id),
    standings: standings
      .map(({ delivery, ...one }) => ({ delivery: delivery.id, ...one }))
      .sort((a, b) => (a.delivery < b.delivery ? -1 : 1)),
  }));
