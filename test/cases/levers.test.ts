import { describe, expect, test } from 'vitest';
import { type BlockageQuestion, DEFAULT_STANDARD, type Lever } from '../../src/domain/blockage.js';
import type { Change } from '../../src/domain/catalogue.js';
import type { Policy } from '../../src/domain/recognition.js';
import { monthOf } from '../../src/domain/time.js';
import { toldLevers } from '../../src/engines/blockages/answer/told-levers.js';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { isThrough, judgedRegion } from '../../src/engines/blockages/judging/region.js';
import { changesOf } from '../../src/engines/blockages/levers/apply.js';
import { LeverPool } from '../../src/engines/blockages/levers/pool.js';
import { whatIf } from '../../src/engines/blockages/what-if.js';
import { checkChanges } from '../../src/files/changes.js';
import { checkRows } from '../../src/files/check.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import * as make from '../support/rows.js';
import { cohort, JOIN_LATER, smallRegion } from './blockages-small.js';
import { england } from './england.js';

const LONG = process.env.LAWS === 'long';

const ADULT_NURSING: BlockageQuestion = {
  region: 'letb-east-of-england',
  registerParts: ['nurse-adult'],
  first: monthOf('2026-09'),
  standard: DEFAULT_STANDARD,
};

const poolOf = (catalogue: Catalogue, question: BlockageQuestion): LeverPool => {
  const { terms, judged } = judgedRegion(catalogue, question);
  const stopped = judged.filter((one) => !isThrough(one));
  return new LeverPool(catalogue, terms, question, stopped);
};

const rowsIn = ({ changes }: Lever): string[] =>
  changes.map((change) => `${change.kind} ${change.op === 'put' ? change.row.id : change.id}`);

/** Levers in batches of which no two change one row, so that each finding is about one lever alone. */
function batches(levers: readonly Lever[]): Lever[][] {
  const found: { levers: Lever[]; rows: Set<string> }[] = [];
  for (const lever of levers) {
    const rows = rowsIn(lever);
    const free = found.find((batch) => !rows.some((row) => batch.rows.has(row)));
    const batch = free ?? { levers: [], rows: new Set<string>() };
    if (!free) found.push(batch);
    batch.levers.push(lever);
    for (const row of rows) batch.rows.add(row);
  }
  return found.map((batch) => batch.levers);
}

test('every lever on adult nursing in the East of England is a change that a scenario takes', {
  timeout: 240_000,
}, () => {
  const { rows } = england;
  const levers = toldLevers(rows, poolOf(england, ADULT_NURSING).all.values());
  expect(levers.length).toBeGreaterThan(500);
  expect([...new Set(levers.map(({ kind }) => kind))].sort()).toEqual([
    'accept',
    'agree',
    'extend',
    'gain',
    'lift',
    'nominate',
    'open',
    'supervise',
  ]);
  const before = checkRows(rows);
  const refused = (LONG ? levers.map((lever) => [lever]) : batches(levers)).flatMap(
    (batch) =>
      checkChanges(
        rows,
        batch.flatMap(({ changes }) => changes),
        undefined,
        before,
      ).problems,
  );
  expect(refused).toEqual([]);
});

describe('a policy that keeps learning of ten years ago out', () => {
  const old = { kind: 'currency' as const, id: 'ten-years', months: 120 };
  const least = { kind: 'minimum' as const, id: 'least', credits: 20 };
  const region = (over: Partial<Policy>) => {
    const rows = smallRegion({
      policies: [make.policy('rpl', [old], { programmes: ['degree'], ...over })],
      cohorts: [cohort('long-ago', 12, ['gcse-maths'])],
    });
    const [one] = rows.cohorts;
    const awards = (one!.learner.awards ?? []).map((award) => ({ ...award, on: '2010-07' }));
    return { ...rows, cohorts: [{ ...one!, learner: { ...one!.learner, awards } }] };
  };
  const lifts = (rows: ReturnType<typeof region>, ids: readonly string[]): Change[] => {
    const { all } = poolOf(new Catalogue(rows), JOIN_LATER);
    return changesOf(
      rows,
      ids.map((id) => all.get(id)!),
    );
  };

  test('goes where that is all it says, which frees them: the best set can be asked again', () => {
    const rows = region({});
    const found = findBlockages(new Catalogue(rows), { ...JOIN_LATER, budgets: [1], levers: { kinds: ['lift'] } });
    expect(found.best[0]).toMatchObject({ freed: 12, levers: ['lift:rpl:ten-years'] });
    const { changes } = found.best[0]!.changes[0]!;
    expect(changes).toEqual([{ op: 'remove', kind: 'policies', id: 'rpl' }]);
    expect(checkChanges(rows, changes).problems).toEqual([]);
    expect(whatIf(new Catalogue(rows), { ...JOIN_LATER, changes })).toMatchObject({ freed: 12, stopped: 0 });
  });

  test('keeps what it says besides: another limit, or what it asks of claims', () => {
    const two = region({ limits: [old, least] });
    expect(lifts(two, ['lift:rpl:ten-years'])).toEqual([
      { op: 'set', kind: 'policies', id: 'rpl', path: 'limits', value: [least] },
    ]);
    const paid = region({ claims: { fee: 50 } });
    const changes = lifts(paid, ['lift:rpl:ten-years']);
    expect(changes).toEqual([{ op: 'set', kind: 'policies', id: 'rpl', path: 'limits', value: [] }]);
    expect(checkChanges(paid, changes).problems).toEqual([]);
  });

  test('goes where its limits are lifted one and all', () => {
    const two = region({ limits: [old, least] });
    const changes = lifts(two, ['lift:rpl:ten-years', 'lift:rpl:least']);
    expect(changes).toEqual([{ op: 'remove', kind: 'policies', id: 'rpl' }]);
    expect(checkChanges(two, changes).problems).toEqual([]);
  });
});
