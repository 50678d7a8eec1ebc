import { expect, test } from 'vitest';
import type { Rows } from '../../src/domain/catalogue.js';
import type { AwardReach, PortabilityCell } from '../../src/domain/portability.js';
import type { OptionGroup, Programme } from '../../src/domain/provision.js';
import { textOf, validIn } from '../../src/domain/time.js';
import { assess, bestSolution } from '../../src/engines/credit/assess.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { portability } from '../../src/engines/portability/portability.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { england } from '../cases/england.js';
import { Dice } from '../support/dice.js';
import { reverseCase } from './reverse-cases.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 1000 : 100));
const FIRST = Number(process.env.SEED ?? 1);
const seeds = Array.from({ length: CASES }, (_, index) => FIRST + index);

/** The random catalogues of the way back, in which more than one programme leads to a register. */
function world(seed: number): { rows: Rows; start: number; include: 'AGREED' | 'PROPOSED'; months: number } {
  const { rows, question } = reverseCase(seed);
  const dice = new Dice(seed + 7_000_003);
  const programmes = rows.programmes.map((programme) =>
    programme.id === 'unlisted' || dice.chance(0.3) ? programme : { ...programme, leadsTo: ['nurse'] },
  );
  const { start, include = 'AGREED' } = question;
  return { rows: { ...rows, programmes }, start, include, months: dice.one([1, 1, 3]) };
}

/** Every way to fill the groups of an award exactly, by trying every set of members; nothing taken is one more. */
function takings({ rows }: { rows: Rows }, award: Programme, month: number): string[][] {
  const modules = new Map(rows.modules.map((module) => [module.id, module]));
  const exact = ({ members, choose }: OptionGroup): string[][] => {
    const open = members
      .map((member) => (typeof member === 'string' ? [member] : member.modules))
      .filter((member) => member.every((id) => validIn(modules.get(id) ?? {}, month)));
    const credits = (ids: string[]): number => ids.reduce((sum, id) => sum + (modules.get(id)?.credits ?? 0), 0);
    return Array.from({ length: 2 ** open.length }, (_, bits) => open.filter((_member, at) => (bits >> at) & 1))
      .filter((set) => ('members' in choose ? set.length === choose.members : credits(set.flat()) === choose.credits))
      .map((set) => [...new Set(set.flat())]);
  };
  const ways = award.stages
    .flatMap(({ groups = [] }) => groups)
    .filter((group) => validIn(group, month))
    .reduce<string[][]>((all, group) => all.flatMap((way) => exact(group).map((more) => [...way, ...more])), [[]]);
  return [[], ...ways];
}

/** The most credit, then the latest stage, that one who holds just the award carries in some of the months. */
function mostOf(
  catalogue: Catalogue,
  award: Programme,
  programme: string,
  { start, include, months }: { start: number; include: 'AGREED' | 'PROPOSED'; months: number },
): [number, number] {
  let most: [number, number] = [-1, 0];
  for (let month = start; month < start + months; month++)
    for (const options of takings(catalogue, award, month - 1)) {
      const learner = { awards: [{ award: award.id, on: textOf(month - 1), options }] };
      const asked = { programme, start: month, include };
      const { credits, entryStage } = bestSolution(catalogue, holdingsOf(catalogue, learner), asked);
      if (credits > most[0] || (credits === most[0] && entryStage > most[1])) most = [credits, entryStage];
    }
  return most;
}

const cellOf = (row: AwardReach | undefined, programme: string): PortabilityCell | undefined =>
  row?.cells.find((cell) => cell.programme.id === programme);

test(`the matrix is what asking each award of each programme by itself gives, in ${CASES} random catalogues`, {
  timeout: 600_000,
}, () => {
  let carried = 0;
  let joined = 0;
  for (const seed of seeds) {
    const asked = world(seed);
    const catalogue = new Catalogue(asked.rows);
    const kinds = asked.rows.qualifications.map(({ kind }) => kind);
    const matrix = portability(catalogue, { ...asked, kinds });
    const targets = asked.rows.programmes.filter(({ id }) => catalogue.partsOf.has(id));
    expect(matrix.programmes, `SEED=${seed}`).toBe(targets.length);
    for (const award of asked.rows.programmes) {
      const row = matrix.awards.find((one) => one.award.id === award.id);
      expect(row, `SEED=${seed} ${award.id}`).toBeDefined();
      let year = 0;
      for (const { id } of targets) {
        const cell = cellOf(row, id);
        if (id === award.id) {
          expect(cell, `SEED=${seed} ${award.id} into itself`).toBeUndefined();
          continue;
        }
        const [credits, entryStage] = mostOf(catalogue, award, id, asked);
        if (!cell) {
          expect(credits, `SEED=${seed} ${award.id} into ${id}, not in the matrix`).toBe(0);
          continue;
        }
        expect([cell.credits, cell.entryStage], `SEED=${seed} ${award.id} into ${id}`).toEqual([credits, entryStage]);
        carried += credits > 0 ? 1 : 0;
        joined += entryStage > 1 ? 1 : 0;
        year += credits >= 120 ? 1 : 0;
      }
      expect(row?.reach, `SEED=${seed} ${award.id}`).toBe(year);
    }
  }
  expect(carried).toBeGreaterThan(CASES / 2);
  expect(joined).toBeGreaterThan(CASES / 20);
});

test('each cell tells the delivery, months and proof of the question it stands for, in random catalogues', {
  timeout: 600_000,
}, () => {
  let told = 0;
  for (const seed of seeds.slice(0, CASES / 4)) {
    const asked = world(seed);
    const catalogue = new Catalogue(asked.rows);
    const kinds = asked.rows.qualifications.map(({ kind }) => kind);
    for (const row of portability(catalogue, { ...asked, kinds }).awards)
      for (const cell of row.cells) expectTold(catalogue, row, cell, asked.include, `SEED=${seed}`) && told++;
  }
  expect(told).toBeGreaterThan(CASES / 4);
});

function expectTold(
  catalogue: Catalogue,
  row: AwardReach,
  cell: PortabilityCell,
  include: 'AGREED' | 'PROPOSED',
  where: string,
): boolean {
  const [year = 0, month = 0] = cell.start.split('-').map(Number);
  const start = year * 12 + month - 1;
  const options = cell.options.map(({ id }) => id);
  const learner = { awards: [{ award: row.award.id, on: textOf(start - 1), options }] };
  const found = assess(catalogue, { learner, programme: cell.programme.id, start, include });
  const whole = catalogue.deliveries.get(found.delivery ?? '')?.months.reduce((sum, months) => sum + months, 0);
  const { credits, entryStage, delivery, proof, bound } = found;
  expect(cell, `${where} ${row.award.id} into ${cell.programme.id}`).toMatchObject({
    ...{ credits, entryStage, delivery, proof, bound },
    monthsLeft: whole === undefined || found.monthsSaved === null ? null : whole - found.monthsSaved,
  });
  return true;
}

test('in the catalogue of England every linked pair, and a sample of the others, is what asking by itself gives', {
  timeout: 600_000,
}, () => {
  const asked = { start: 2026 * 12 + 8, include: 'AGREED', months: 1 } as const;
  const { awards } = portability(england, asked);
  const programmes = england.rows.programmes.filter(({ id }) => england.partsOf.has(id));
  const dice = new Dice(FIRST);
  const sample = process.env.LAWS === 'long' ? 12 : 2;
  let linked = 0;
  for (const row of awards) {
    const award = england.programmes.get(row.award.id)!;
    for (const cell of row.cells) {
      linked += 1;
      if (linked % 4 === 0 || process.env.LAWS === 'long') expectTold(england, row, cell, 'AGREED', 'England');
      expect([cell.credits, cell.entryStage], `${row.award.id} into ${cell.programme.id}`).toEqual(
        mostOf(england, award, cell.programme.id, asked),
      );
    }
    for (let at = 0; at < sample; at++) {
      const { id } = dice.one(programmes);
      if (id !== award.id && !cellOf(row, id)) expect(mostOf(england, award, id, asked)[0]).toBe(0);
    }
  }
  expect(linked).toBeGreaterThan(150);
});
