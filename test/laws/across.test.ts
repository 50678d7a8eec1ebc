import { expect, test } from 'vitest';
import type { CreditRow } from '../../src/domain/credit-across.js';
import type { Learner } from '../../src/domain/learner.js';
import { monthOf } from '../../src/domain/time.js';
import { type AcrossQuestion, creditAcross } from '../../src/engines/credit/across.js';
import { bestSolution } from '../../src/engines/credit/assess.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { type AcrossSort, inOrder } from '../../src/engines/credit/ranking.js';
import { rowOf } from '../../src/engines/credit/row.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { kim, smallRows } from '../api/small.js';
import { england, learners } from '../cases/england.js';
import { countryOf } from './across-cases.js';
import { creditCase } from './credit-cases.js';

const LONG = process.env.LAWS === 'long';
const CASES = LONG ? 1000 : 150;
const FIRST = Number(process.env.SEED ?? 1);
const SORTS: AcrossSort[] = ['CREDITS', 'ENTRY_STAGE', 'MONTHS_LEFT', 'FEE'];

/** A line without what only the inversion says, and with the words that it is put into. */
const plain = ({ summary, ...line }: CreditRow) => {
  const { untouched: _, ...row } = line;
  return { ...row, summary };
};

/** The lines of every programme, each asked by itself. */
const oneByOne = (catalogue: Catalogue, question: AcrossQuestion): CreditRow[] => {
  const holdings = holdingsOf(catalogue, question.learner);
  return catalogue.rows.programmes.map(({ id }) =>
    rowOf(bestSolution(catalogue, holdings, { ...question, programme: id })),
  );
};

function keepsTheLaw(catalogue: Catalogue, question: AcrossQuestion, where: string): CreditRow[] {
  const asked = oneByOne(catalogue, question);
  for (const sort of SORTS) {
    const { rows, counts, untouched } = creditAcross(catalogue, { ...question, sort });
    const listed = [...rows];
    expect(listed.map(plain), `${where}, by ${sort}`).toEqual(asked.sort(inOrder(sort)).map(plain));
    expect(rows.length).toBe(asked.length);
    expect(untouched.programmes).toBe(listed.filter((row) => row.untouched).length);
    expect(listed.filter((row) => row.untouched && row.credits > 0)).toEqual([]);
    const { none, under60, from60, from120 } = counts;
    expect(none + under60 + from60 + from120).toBe(asked.length);
    expect(none).toBe(asked.filter(({ credits }) => credits === 0).length);
    expect(from120).toBe(asked.filter(({ credits }) => credits >= 120).length);
  }
  return [...creditAcross(catalogue, question).rows];
}

test(`inversion answers as every programme asked by itself, in ${CASES} random cases`, { timeout: 600_000 }, () => {
  let worked = 0;
  for (let seed = FIRST; seed < FIRST + CASES; seed++) {
    const { rows, question } = creditCase(seed);
    const { programme: _, delivery: __, ...asked } = question;
    const listed = keepsTheLaw(new Catalogue(rows), asked, `SEED=${seed}`);
    worked += listed.filter((row) => row.credits > 0).length;
  }
  expect(worked).toBeGreaterThan(CASES / 3);
});

test('and in catalogues with several such programmes, asked by several learners in turn', { timeout: 600_000 }, () => {
  let [untouched, credited] = [0, 0];
  for (let seed = FIRST; seed < FIRST + CASES / 3; seed++) {
    const { rows, questions } = countryOf(seed, 8);
    const catalogue = new Catalogue(rows);
    // What is kept from one learner's question must serve the next one's.
    for (const [at, question] of [...questions, ...questions].entries())
      for (const row of keepsTheLaw(catalogue, question, `SEED=${seed}, question ${at + 1}`)) {
        if (row.untouched) untouched++;
        if (row.credits > 0) credited++;
      }
  }
  expect(untouched).toBeGreaterThan(CASES / 3);
  expect(credited).toBeGreaterThan(CASES / 6);
});

test('what nothing leads to can still be joined late, where all that comes before may be made good', () => {
  let joined = 0;
  for (let seed = FIRST; seed < FIRST + 200; seed++) {
    const { rows, question } = creditCase(seed);
    const deliveries = rows.deliveries.map((delivery) => ({
      ...delivery,
      entryPoints: delivery.entryPoints.map((point) => ({ ...point, outstanding: { credits: 60 } })),
    }));
    const asked = { start: question.start, learner: {} };
    const listed = keepsTheLaw(new Catalogue({ ...rows, deliveries }), asked, `SEED=${seed}`);
    joined += listed.filter((row) => row.untouched && row.entryStage > 1).length;
  }
  expect(joined).toBeGreaterThan(20);
});

/** Those who ship with the catalogue; a few of them where time is short. */
const asking: [string, Learner][] = [...learners.values()]
  .filter((_, at) => LONG || at % 8 === 0)
  .map(({ id, learner }) => [id, learner]);

test.each(asking)('England answers %s as if each of its programmes was asked', { timeout: 600_000 }, (id, learner) => {
  for (const start of LONG ? ['2015-09', '2025-09', '2026-02'] : ['2025-09'])
    keepsTheLaw(england, { learner, start: monthOf(start) }, `${id}, ${start}`);
});

test('a page goes on from any line, whether it was worked through or not', () => {
  const { rows, questions } = countryOf(5, 12);
  for (const sort of SORTS) {
    const { rows: ranking } = creditAcross(new Catalogue(rows), { ...questions[0]!, sort });
    const all = [...ranking];
    all.forEach(({ programme }, at) => {
      expect(ranking.after(programme, 3)).toEqual(all.slice(at + 1, at + 4));
    });
    expect(ranking.after(undefined, all.length + 1)).toEqual(all);
    expect(ranking.after('no-such-programme', 1)).toBeUndefined();
  }
});

test('who holds all of the first stage, and no more, joins at the second', () => {
  const { rows } = creditAcross(new Catalogue(smallRows()), {
    learner: { awards: kim.awards },
    start: monthOf('2026-09'),
  });
  expect([...rows].map(({ programme, entryStage, untouched }) => [programme, entryStage, untouched])).toEqual([
    ['rn', 2, false],
    ['fd', 1, false],
  ]);
});

test('what is only for the staff of one employer is given to none who ask before or after them', () => {
  const rows = smallRows();
  const [first, ...others] = rows.mappings;
  const catalogue = new Catalogue({ ...rows, mappings: [{ ...first!, scope: { employers: ['trust'] } }, ...others] });
  const credits = (employer: string): number | undefined =>
    [
      ...creditAcross(catalogue, {
        learner: { awards: kim.awards, employment: { employer } },
        start: monthOf('2026-09'),
      }).rows,
    ].find(({ programme }) => programme === 'rn')?.credits;
  expect(['home', 'trust', 'home', 'trust'].map(credits)).toEqual([20, 40, 20, 40]);
});

test.each<[AcrossSort, string[]]>([
  ['CREDITS', ['a', 'b', 'c', 'd', 'e', 'f']],
  ['ENTRY_STAGE', ['b', 'a', 'c', 'd', 'e', 'f']],
  ['MONTHS_LEFT', ['d', 'a', 'b', 'c', 'e', 'f']],
  ['FEE', ['c', 'a', 'd', 'b', 'e', 'f']],
])('lines by %s go on by credits, entry stage, months, fee and ids; what is not known comes last', (sort, expected) => {
  const line = (
    programme: string,
    credits: number,
    entryStage: number,
    monthsLeft: number | null,
    fee: number | null,
  ) => ({ programme, credits, entryStage, monthsLeft, fee }) as CreditRow;
  const lines = [
    line('f', 40, 1, null, null),
    line('e', 40, 1, null, null),
    line('d', 40, 1, 12, 900),
    line('c', 40, 2, 24, 500),
    line('b', 40, 3, 24, null),
    line('a', 60, 2, 24, 900),
  ];
  const order = lines.sort(inOrder(sort)).map(({ programme }) => programme);
  expect(order).toEqual(expected);
});
