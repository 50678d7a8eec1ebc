import type { CreditRow } from '../../src/domain/credit-across.js';
import { type Month, monthOf } from '../../src/domain/time.js';
import { creditAcross } from '../../src/engines/credit/across.js';
import { bestSolution } from '../../src/engines/credit/assess.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { inOrder } from '../../src/engines/credit/ranking.js';
import { rowOf } from '../../src/engines/credit/row.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { invertedOf } from '../../src/graph/inverted.js';
import { type Country, country, scaled } from './across-catalogue.js';
import { median, table, timed } from './measure.js';

/**
 * One learner of 40 modules put into every programme of a made-up country (see across-catalogue.ts).
 *
 * First a catalogue of 3,000 programmes and 500,000 mappings: the first question and later ones, beside asking every
 * programme by itself, in turns in one run; the answers are compared. Then catalogues from 1x to 64x, where 64x is 20,000
 * programmes, 40,000 deliveries, 300,000 modules and 1,000,000 mappings: what it takes to build the catalogue, to turn it
 * around, to answer the first question of a month (which works out the lines of all programmes as they are for who
 * holds nothing there), and to answer later ones, all sizes in turns. The exponent of growth is the slope of log
 * milliseconds over log size between the smallest and the largest, as medians. A page of 100 lines is read each time.
 */
const START: Month = monthOf('2026-09');
const ROUNDS = Number(process.env.ROUNDS ?? 40);
const SIZES = (process.env.SIZES ?? '1,2,4,8,16,32,64').split(',').map(Number);
const PAGE = 100;

/** A country that can be asked, and what it took to make it so. */
interface Asked {
  catalogue: Catalogue;
  learner: Country['learner'];
  built: number;
  inverted: number;
  first: number;
}

function prepared({ rows, learner }: Country): Asked {
  const { ms: built, result: catalogue } = timed(() => new Catalogue(rows));
  const { ms: inverted } = timed(() => invertedOf(catalogue));
  const { ms: first } = timed(() => ask({ catalogue, learner }));
  return { catalogue, learner, built, inverted, first };
}

/** Asks, and reads a page; the number of programmes that were worked through. */
function ask({ catalogue, learner }: Pick<Asked, 'catalogue' | 'learner'>): number {
  const { rows, untouched } = creditAcross(catalogue, { learner, start: START });
  if (rows.after(undefined, PAGE)?.length !== PAGE) throw new Error('there is no page of so many lines');
  return rows.length - untouched.programmes;
}

/** Every programme asked by itself, and the lines put in order. */
function oneByOne({ catalogue, learner }: Asked) {
  const holdings = holdingsOf(catalogue, learner);
  return catalogue.rows.programmes
    .map(({ id: programme }) => rowOf(bestSolution(catalogue, holdings, { programme, start: START })))
    .sort(inOrder('CREDITS'));
}

function compare(): void {
  const asked = prepared(country({ programmes: 3000, mappings: 500_000 }));
  const inverted = [...creditAcross(asked.catalogue, { learner: asked.learner, start: START }).rows];
  const text = ({ summary, ...line }: CreditRow): string => JSON.stringify({ ...line, untouched: null, summary });
  const differing = oneByOne(asked).filter((row, at) => text(row) !== text(inverted[at]!));
  if (differing.length > 0)
    throw new Error(`${differing.length} lines differ, the first of ${differing[0]!.programme}`);
  for (let round = 0; round < ROUNDS; round++) ask(asked);
  const rounds = Array.from({ length: 5 }, () => {
    const single = timed(() => oneByOne(asked)).ms;
    const across = median(Array.from({ length: ROUNDS }, () => timed(() => ask(asked)).ms));
    return { single, across, ratio: single / across };
  });
  console.log(
    table([
      ['3,000 programmes, 500,000 mappings', ''],
      ['catalogue built, ms', asked.built],
      ['turned around, ms', asked.inverted],
      ['first question of a month, ms', asked.first],
      ['programmes worked through', ask(asked)],
      ['later questions, ms', median(rounds.map(({ across }) => across))],
      ['each programme by itself, ms', median(rounds.map(({ single }) => single))],
      ['ratio', median(rounds.map(({ ratio }) => ratio))],
      ['lines that differ', differing.length],
    ]),
  );
}

function grow(): void {
  const asked = SIZES.map((times) => ({ times, ...prepared(country(scaled(times))), taken: [] as number[] }));
  for (let round = 0; round < 2 * ROUNDS; round++)
    for (const one of asked) {
      const { ms } = timed(() => ask(one));
      // The first half of the rounds warms up.
      if (round >= ROUNDS) one.taken.push(ms);
    }
  console.log(
    table([
      ['size', 'programmes', 'mappings', 'built ms', 'turned ms', 'first ms', 'worked through', 'later ms'],
      ...asked.map((one) => [
        `${one.times}x`,
        one.catalogue.rows.programmes.length,
        one.catalogue.rows.mappings.length,
        one.built,
        one.inverted,
        one.first,
        ask(one),
        median(one.taken),
      ]),
    ]),
  );
  const [least, most] = [asked[0]!, asked.at(-1)!];
  const exponent = Math.log(median(most.taken) / median(least.taken)) / Math.log(most.times / least.times);
  console.log(`exponent of growth from ${least.times}x to ${most.times}x: ${exponent.toFixed(3)} (asked: at most 0.3)`);
}

compare();
console.log('');
grow();
