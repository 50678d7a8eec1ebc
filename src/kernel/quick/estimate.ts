import { boundBy, NO_PRICES, onGrain, type Prices } from '../bound.js';
import type { Compact } from '../compact.js';
import type { Fixings } from '../fixings.js';
import type { Arena } from '../linear/arena.js';
import { ascended } from './ascent.js';

/** How many times what it yields a row is charged where it is to show that more is asked for than it allows. */
const DEARER = 3;

/** Prices that are found without a relaxation: of no row, of one row alone that holds much of what gains, or row by row. */
export class Estimate {
  /** Those of the least bound. */
  prices = NO_PRICES;
  #made = false;
  readonly #left: Float64Array;
  readonly #room: Float64Array;

  constructor(
    arena: Arena,
    readonly model: Compact,
    readonly objective: Float64Array,
    readonly fixings: Fixings,
    /** The sum of the sizes of all gains, and how many variables gain. */
    readonly size: number,
    readonly gaining: number,
  ) {
    this.#left = arena.floats(model.variables);
    this.#room = arena.floats(model.variables);
  }

  /** Looks for prices of the least bound within what is fixed now, once. */
  make(): void {
    if (this.#made) return;
    this.#made = true;
    let least = this.bound(NO_PRICES);
    const consider = (found: Prices): void => {
      const prices = onGrain(this.model, found, this.size);
      const bound = this.bound(prices);
      if (bound < least) [this.prices, least] = [prices, bound];
    };
    for (const row of this.#broad()) consider({ rows: [row], prices: [this.#yield(row)] });
    consider(ascended(this.model, this.objective, this.fixings, this.#left));
  }

  /** What prices bound, within what is fixed now. */
  bound(prices: Prices): number {
    return boundBy(this.model, this.objective, prices, this.fixings.low, this.fixings.high, this.#room);
  }

  /**
   * Prices that may show that more is asked for here than a broad row allows: that row is charged more than it yields,
   * and so are those that measure out what gains nothing itself, until what must be taken pays for itself again.
   */
  *overcharged(): Generator<Prices> {
    const bare = this.#bare();
    for (const row of this.#broad()) {
      const rows = [row, ...bare];
      const given = { rows, prices: rows.map(() => DEARER * this.#yield(row)) };
      yield onGrain(this.model, ascended(this.model, this.objective, this.fixings, this.#left, given), this.size);
    }
  }

  /** Rows that hold much of what gains. */
  #broad(): number[] {
    const { rowStart, most } = this.model;
    const found: number[] = [];
    for (let row = 0; row < most.length; row++)
      if (rowStart[row + 1]! - rowStart[row]! >= this.gaining / 2 && this.#yield(row) > 0) found.push(row);
    return found;
  }

  /** The most gain for a unit of a row. */
  #yield(row: number): number {
    const { rowStart, rowVariable, rowCoefficient } = this.model;
    let most = 0;
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++)
      if (rowCoefficient[k]! > 0) most = Math.max(most, this.objective[rowVariable[k]!]! / rowCoefficient[k]!);
    return most;
  }

  /** Rows that measure out what gains nothing itself. */
  #bare(): number[] {
    const { rowStart, rowVariable, most, mixed, greatest } = this.model;
    const found: number[] = [];
    for (let row = 0; row < most.length; row++) {
      if (mixed[row] || greatest[row] === 1) continue;
      let k = rowStart[row]!;
      while (k < rowStart[row + 1]! && this.objective[rowVariable[k]!] === 0) k++;
      if (k === rowStart[row + 1]) found.push(row);
    }
    return found;
  }
}
