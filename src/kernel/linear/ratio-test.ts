import type { Arena } from './arena.js';
import type { Tableau } from './tableau.js';

const TINY = 1e-9;
/** What is broken by no more than this is kept. */
const SLACK = 1e-7;

/**
 * The bound flipping ratio test of the dual simplex method (Maros, Computational Techniques of the Simplex Method,
 * ch. 10): which nonbasic variable takes the place of a broken row's basic one.
 */
export class RatioTest {
  /** The columns that change to their other bound first. */
  flips = 0;
  readonly flipped: Int32Array;
  readonly #candidates: Int32Array;
  readonly #ratio: Float64Array;

  constructor(
    arena: Arena,
    readonly tableau: Tableau,
    readonly gains: Float64Array,
    readonly nonbasic: Int32Array,
    readonly resting: Float64Array,
    readonly low: Float64Array,
    readonly high: Float64Array,
  ) {
    this.flipped = arena.ints(tableau.columns);
    this.#candidates = arena.ints(tableau.columns);
    this.#ratio = arena.floats(tableau.columns);
  }

  /**
   * The column that enters: in order of the loss for each unit mended, variables change to their other bound while the
   * row stays broken all the same; the one that would mend it enters. -1 if none does. `rising`: the row is under its
   * bound; `broken`: by how much it is out.
   */
  entering(row: number, rising: boolean, broken: number): number {
    const { nonbasic, low, high, flipped } = this;
    const { column, coefficient } = this.tableau;
    const [candidates, ratio] = [this.#candidates, this.#ratio];
    let count = this.#gather(row, rising);
    let left = broken;
    this.flips = 0;
    while (count > 0) {
      const least = this.#least(count);
      const place = candidates[least]!;
      const found = column[place]!;
      const other = nonbasic[found]!;
      left -= Math.abs(coefficient[place]!) * (high[other]! - low[other]!);
      if (!(left > SLACK)) return found;
      flipped[this.flips++] = found;
      candidates[least] = candidates[--count]!;
      ratio[least] = ratio[count]!;
    }
    return -1;
  }

  /** The places of the row whose variables could mend it, each with its loss; gives how many there are. */
  #gather(row: number, rising: boolean): number {
    const { gains, nonbasic, resting, low, high } = this;
    const { column, coefficient, columns, count: counts } = this.tableau;
    const [candidates, ratio] = [this.#candidates, this.#ratio];
    const begin = row * columns;
    const end = begin + counts[row]!;
    let count = 0;
    for (let k = begin; k < end; k++) {
      const own = coefficient[k]!;
      if (own < TINY && own > -TINY) continue;
      const j = column[k]!;
      const other = nonbasic[j]!;
      if (low[other] === high[other]) continue;
      const atHigh = resting[j]! > low[other]!;
      if ((own > 0 === atHigh) !== rising) continue;
      candidates[count] = k;
      ratio[count++] = Math.abs(gains[j]! / own);
    }
    return count;
  }

  /** The candidate of the least loss; of equals that of the greatest coefficient. */
  #least(count: number): number {
    const { coefficient } = this.tableau;
    const [candidates, ratio] = [this.#candidates, this.#ratio];
    let least = 0;
    let smallest = ratio[0]!;
    for (let c = 1; c < count; c++) {
      const own = ratio[c]!;
      if (own > smallest + TINY) continue;
      if (
        own < smallest - TINY ||
        Math.abs(coefficient[candidates[c]!]!) > Math.abs(coefficient[candidates[least]!]!)
      ) {
        least = c;
        smallest = own;
      }
    }
    return least;
  }
}
