import type { Fixings } from '../fixings.js';
import type { Arena } from '../linear/arena.js';

/** Flips that one exchange may take. */
const FLIPS = 60;
/** So many exchanges long, what was given up is not taken up again. */
const RESTS = 7;
/** What fits in the place of something is looked for in rows of so many terms at the most. */
const SHORT = 32;
/** No variable. */
const NONE = -1;

/**
 * Good assignments, found by exchanges: something that gains is taken up, what stands in its way is given up, and what
 * then fits is taken up as well. Exchanges that lose nothing are made too, so that a gain further off may come into
 * reach. Every assignment it gives keeps every row; it may be far from the best.
 */
export class Exchange {
  worth = 0;
  readonly #values: Int32Array;
  readonly #used: Float64Array;
  /** Flips of the exchange under way, in order, and for each variable whether it is among them. */
  readonly #flips: Int32Array;
  readonly #flipped: Int32Array;
  #count = 0;
  #often = 1;
  /** The sum of the numbers of those that are 1 in a row: where there is but one of them, its number. */
  readonly #sums: Float64Array;
  /** Rows that are broken, some of them more than once, and what broke each. */
  readonly #broken: Int32Array;
  readonly #cause: Int32Array;
  #breaks = 0;
  /** The number of the exchange up to which a variable is not taken up again. */
  readonly #rests: Int32Array;

  constructor(
    arena: Arena,
    readonly fixings: Fixings,
    readonly objective: Float64Array,
    /** What to try first. */
    readonly order: Int32Array,
  ) {
    const { variables, most, rowVariable } = fixings.rows;
    this.#values = arena.ints(variables);
    this.#used = arena.floats(most.length);
    this.#flips = arena.ints(variables + FLIPS);
    this.#flipped = arena.ints(variables);
    this.#sums = arena.floats(most.length);
    this.#broken = arena.ints(rowVariable.length + most.length);
    this.#cause = arena.ints(rowVariable.length + most.length);
    this.#rests = arena.ints(variables);
  }

  get values(): Uint8Array {
    return Uint8Array.from(this.#values);
  }

  /** Begins at what is fixed and nothing else, and takes up what fits; false if some row stays broken. */
  fill(): boolean {
    const { objective, order } = this;
    const { most } = this.fixings.rows;
    this.begin(this.fixings.low);
    for (let row = 0; row < most.length; row++)
      if (this.#used[row]! > most[row]!) this.#breaks = this.#break(row, NONE);
    this.#often = 3;
    const mended = this.#mend(true);
    this.#often = 1;
    if (!mended) return false;
    this.#settle(-1);
    for (let k = 0; k < order.length; k++) {
      const j = order[k]!;
      if (objective[j]! <= 0) break;
      this.#tryFree(j);
      this.#settle(-1);
    }
    return true;
  }

  /** Begins at an assignment that keeps every row, or at what is fixed. */
  begin(known: Uint8Array): void {
    const { columnStart, columnRow, columnCoefficient } = this.fixings.rows;
    this.#used.fill(0);
    this.#sums.fill(0);
    this.#rests.fill(0);
    this.#flipped.fill(0);
    this.#count = 0;
    this.#breaks = 0;
    this.worth = 0;
    for (let j = 0; j < known.length; j++) {
      this.#values[j] = known[j]!;
      if (!known[j]) continue;
      this.worth += this.objective[j]!;
      for (let k = columnStart[j]!; k < columnStart[j + 1]!; k++) {
        this.#used[columnRow[k]!]! += columnCoefficient[k]!;
        this.#sums[columnRow[k]!]! += j;
      }
    }
  }

  /** Exchanges until so much is reached, so many were tried, or none of them helps; gives what is better, or null. */
  better(enough: number, tries: number): Uint8Array | null {
    const { order, objective, fixings } = this;
    let most = this.worth;
    let best: Uint8Array | null = null;
    let tried = 0;
    let idle = 0;
    for (
      let at = 0;
      tried < tries && idle <= order.length && most < enough;
      at = at + 1 === order.length ? 0 : at + 1
    ) {
      const seed = order[at]!;
      idle++;
      if (this.#values[seed] || objective[seed]! <= 0 || this.#rests[seed]! > tried || !fixings.isFree(seed)) continue;
      tried++;
      const worth = this.worth;
      if (this.#takeUp(seed) && this.worth >= worth) idle = 0;
      else this.#undo(0);
      this.#settle(tried + RESTS);
      if (this.worth <= most) continue;
      most = this.worth;
      best = this.values;
    }
    return best;
  }

  /** Ends an exchange: what it gave up rests. */
  #settle(until: number): void {
    for (let f = 0; f < this.#count; f++) {
      const variable = this.#flips[f]!;
      this.#flipped[variable] = 0;
      if (!this.#values[variable]) this.#rests[variable] = until;
    }
    this.#count = 0;
  }

  #takeUp(seed: number): boolean {
    this.#flip(seed);
    if (!this.#mend(true)) return false;
    const until = this.#count;
    for (let f = 0; f < until; f++) if (!this.#values[this.#flips[f]!]) this.#fillAfter(this.#flips[f]!);
    return true;
  }

  /** Takes up what fits in the place of something given up. */
  #fillAfter(left: number): void {
    const { rowStart, rowVariable, columnStart, columnRow, columnCoefficient, most } = this.fixings.rows;
    for (let k = columnStart[left]!; k < columnStart[left + 1]!; k++) {
      const row = columnRow[k]!;
      if (this.#used[row]! >= most[row]!) continue;
      const begin = rowStart[row]!;
      const end = rowStart[row + 1]!;
      if (columnCoefficient[k]! <= 0 || end - begin > SHORT) continue;
      for (let t = begin; t < end; t++) {
        const j = rowVariable[t]!;
        if (this.objective[j]! > 0) this.#tryFree(j);
      }
    }
  }

  /** Takes something up if nothing that gains need be given up for it. */
  #tryFree(j: number): void {
    if (this.#values[j] || this.#flipped[j] || !this.fixings.isFree(j)) return;
    const { columnStart, columnRow, columnCoefficient, most, mixed } = this.fixings.rows;
    const used = this.#used;
    for (let k = columnStart[j]!; k < columnStart[j + 1]!; k++) {
      const row = columnRow[k]!;
      if (!mixed[row] && used[row]! + columnCoefficient[k]! > most[row]!) return;
    }
    const mark = this.#count;
    this.#flip(j);
    if (!this.#mend(false)) this.#undo(mark);
  }

  #flip(variable: number): void {
    const { columnStart, columnRow, columnCoefficient, most } = this.fixings.rows;
    const [used, sums] = [this.#used, this.#sums];
    const up = this.#values[variable] === 0;
    const sign = up ? 1 : -1;
    this.#values[variable] = up ? 1 : 0;
    this.#flips[this.#count++] = variable;
    this.#flipped[variable]!++;
    this.worth += sign * this.objective[variable]!;
    for (let k = columnStart[variable]!; k < columnStart[variable + 1]!; k++) {
      const row = columnRow[k]!;
      const change = sign * columnCoefficient[k]!;
      const now = used[row]! + change;
      used[row] = now;
      sums[row]! += sign * variable;
      if (change > 0 && now > most[row]!) this.#breaks = this.#break(row, variable);
    }
  }

  #break(row: number, cause: number): number {
    this.#broken[this.#breaks] = row;
    this.#cause[this.#breaks] = cause;
    return this.#breaks + 1;
  }

  #undo(mark: number): void {
    const { columnStart, columnRow, columnCoefficient } = this.fixings.rows;
    this.#breaks = 0;
    while (this.#count > mark) {
      const variable = this.#flips[--this.#count]!;
      const sign = this.#values[variable] === 0 ? 1 : -1;
      this.#values[variable] = sign === 1 ? 1 : 0;
      this.#flipped[variable]!--;
      this.worth += sign * this.objective[variable]!;
      for (let k = columnStart[variable]!; k < columnStart[variable + 1]!; k++) {
        this.#used[columnRow[k]!]! += sign * columnCoefficient[k]!;
        this.#sums[columnRow[k]!]! += sign * variable;
      }
    }
  }

  /** Flips until every row is kept; without `giving`, nothing that gains is given up. False if that cannot be. */
  #mend(giving: boolean): boolean {
    const { most, single } = this.fixings.rows;
    while (this.#breaks > 0) {
      const row = this.#broken[--this.#breaks]!;
      const cause = this.#cause[this.#breaks]!;
      while (this.#used[row]! > most[row]!) {
        if (this.#count >= FLIPS) return false;
        const alone = single[row] && this.#used[row] === 2 && cause !== NONE;
        const variable = alone ? this.#other(this.#sums[row]! - cause, giving) : this.#cheapest(row, giving);
        if (variable < 0) return false;
        this.#flip(variable);
      }
    }
    return true;
  }

  /** The one that stands in the way, if it can be given up; else -1. */
  #other(variable: number, giving: boolean): number {
    const stays = this.#flipped[variable]! >= this.#often || !this.fixings.isFree(variable);
    return stays || (!giving && this.#dependent(variable) > 0) ? -1 : variable;
  }

  /** What costs least to flip of what makes a row less; -1 if nothing does. */
  #cheapest(row: number, giving: boolean): number {
    const { rowStart, rowVariable, rowCoefficient } = this.fixings.rows;
    let found = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
      const j = rowVariable[k]!;
      const down = rowCoefficient[k]! > 0;
      if (down !== (this.#values[j] === 1) || this.#flipped[j]! >= this.#often || !this.fixings.isFree(j)) continue;
      if (down && (giving ? this.objective[j]! >= least : this.objective[j]! > 0)) continue;
      const cost = down ? this.#dependent(j) : this.#inTheWay(j);
      if (cost >= least || (!giving && cost > 0)) continue;
      least = cost;
      found = j;
    }
    return found;
  }

  /** What is lost with a variable: its own gain, and what needs it. */
  #dependent(variable: number): number {
    const { columnStart, columnRow, columnCoefficient } = this.fixings.rows;
    let sum = this.objective[variable]!;
    for (let k = columnStart[variable]!; k < columnStart[variable + 1]!; k++)
      if (columnCoefficient[k]! < 0) sum += this.#overrun(columnRow[k]!, -columnCoefficient[k]!);
    return sum;
  }

  /** What is lost for a variable: what stands in its way, less its own gain. */
  #inTheWay(variable: number): number {
    const { columnStart, columnRow, columnCoefficient } = this.fixings.rows;
    let sum = -this.objective[variable]!;
    for (let k = columnStart[variable]!; k < columnStart[variable + 1]!; k++)
      if (columnCoefficient[k]! > 0) sum += this.#overrun(columnRow[k]!, columnCoefficient[k]!);
    return sum;
  }

  /** The least gain in a row that more would break, and a trifle. */
  #overrun(row: number, more: number): number {
    const { rowStart, rowVariable, rowCoefficient, most, single } = this.fixings.rows;
    if (this.#used[row]! + more <= most[row]!) return 0;
    if (single[row] && this.#used[row] === 1) return this.objective[this.#sums[row]!]! + 1;
    let least = Number.POSITIVE_INFINITY;
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
      const j = rowVariable[k]!;
      if (rowCoefficient[k]! > 0 && this.#values[j] && this.objective[j]! < least) least = this.objective[j]!;
    }
    return least === Number.POSITIVE_INFINITY ? 1 : least + 1;
  }
}
