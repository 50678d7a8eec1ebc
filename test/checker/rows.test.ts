import { expect, test } from 'vitest';
import { Rows } from '../../src/checker/rows/table.js';
import { worldsAsked } from '../../src/checker/world.js';
import { modelOf } from '../../src/engines/credit/model.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { creditCase } from '../laws/credit-cases.js';

const LONG = process.env.LAWS === 'long';
const FIRST = Number(process.env.SEED ?? 1);

test('the rows that the checker derives by name are those of the solver, term by term', { timeout: 600_000 }, () => {
  const seen = new Map<string, number>();
  for (let seed = FIRST; seed < FIRST + (LONG ? 3000 : 300); seed += 1) {
    const { rows: catalogue, question } = creditCase(seed);
    for (const worlds of worldsAsked(new Catalogue(catalogue), question).values())
      for (const state of ['STANDS', 'LAPSES', 'NOTHING_FITS'] as const) {
        const { setting, standing, progress, enrolled } = worlds.of(state);
        const { model } = modelOf(setting, [...standing.values()], progress, enrolled);
        const rows = new Rows(worlds.of(state));
        for (const { name, terms, most } of model.rows) {
          const found = rows.find(name);
          const should = Object.fromEntries(terms.map(([variable, times]) => [model.names[variable]!, times]));
          expect(
            [(found?.most ?? Number.NaN) + 0, Object.fromEntries(found?.terms ?? [])],
            `SEED=${seed} ${state} ${name}`,
          ).toEqual([most + 0, should]);
          const [kind = ''] = name.split(' ');
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
        }
        for (const name of model.names) expect([name, rows.has(name)]).toEqual([name, true]);
      }
  }
  expect([...seen.keys()].sort()).toEqual([
    'begins',
    'floor',
    'group',
    'held',
    'limit',
    'minimum',
    'one',
    'reach',
    'shorter',
    'span',
    'target',
    'uses',
    'whole',
  ]);
});
