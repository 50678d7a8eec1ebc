import { NO_PRICES, type Prices } from './bound.js';
import type { Compact } from './compact.js';
import type { Fixings } from './fixings.js';

const TINY = 1e-9;
/** Coefficients under this are rounding errors of zero. */
const ZERO = 1e-12;
/** A basic value may leave its bounds by so much; rows are scaled to a greatest coefficient of 1. */
const SLACK = 1e-7;
/** Each gain is moved by less than this, each by something else, so that ties are rare. */
const NUDGE = 1e-5;

export type Ended = 'OPTIMAL' | 'CUT' | 'STUCK' | 'LIMIT';

/**
 * The linear relaxation of a 0/1 programme, solved by the bounded dual simplex method with the bound flipping ratio
 * test on a condensed tableau (Lemke 1954; Maros, Computational Techniques of the Simplex Method, ch. 10). Every
 * variable has both bounds, so any basis becomes dual feasible by resting each variable at the better one: one tableau
 * serves a whole search, whatever is fixed and set free again. Floating point only finds prices; others judge them.
 */
export class Relaxation {
  pivots = 0;
  readonly #rows: Int32Array;
  readonly #columns: Int32Array;
  /** Row i: value of basic[i] + sum of tableau[i][j] x nonbasic[j] = rhs[i]. Numbers from n up are slacks. */
  readonly #tableau: Float64Array;
  readonly #rhs: Float64Array;
  readonly #gains: Float64Array;
  readonly #basic: Int32Array;
  readonly #nonbasic: Int32Array;
  readonly #resting: Float64Array;
  readonly #value: Float64Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #scale: Float64Array;
  readonly #touched: Int32Array;
  readonly #passed: Uint8Array;
  /** The objective is base + sum of gains x nonbasic. */
  #base = 0;
  #worth = 0;
  #stuckAt = -1;

  /** Of the variables that are free now and the rows that could still be broken. */
  constructor(
    readonly model: Compact,
    readonly objective: Float64Array,
    fixings: Fixings,
  ) {
    const { rowStart, rowVariable, rowCoefficient, most, greatest } = model;
    const place = new Int32Array(model.variables).fill(-1);
    const columns: number[] = [];
    for (let j = 0; j < model.variables; j++) {
      if (fixings.isFree(j)) place[j] = columns.push(j) - 1;
      else this.#base += objective[j]! * fixings.low[j]!;
    }
    const rows: number[] = [];
    const rights: number[] = [];
    for (let i = 0; i < most.length; i++) {
      let right = most[i]!;
      let greatestSum = 0;
      for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
        const variable = rowVariable[k]!;
        if (place[variable]! >= 0) greatestSum += Math.max(0, rowCoefficient[k]!);
        else right -= rowCoefficient[k]! * fixings.low[variable]!;
      }
      if (greatestSum <= right) continue;
      rows.push(i);
      rights.push(right / greatest[i]!);
    }
    const m = rows.length;
    const n = columns.length;
    this.#rows = Int32Array.from(rows);
    this.#columns = Int32Array.from(columns);
    this.#tableau = new Float64Array(m * n);
    this.#scale = new Float64Array(m);
    for (let r = 0; r < m; r++) {
      const row = rows[r]!;
      this.#scale[r] = 1 / greatest[row]!;
      for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
        const column = place[rowVariable[k]!]!;
        if (column >= 0) this.#tableau[r * n + column] = rowCoefficient[k]! * this.#scale[r]!;
      }
    }
    this.#rhs = Float64Array.from(rights);
    this.#value = this.#rhs.slice();
    this.#gains = Float64Array.from(columns, (j, at) => objective[j]! + NUDGE * ((at * 0.618034) % 1));
    this.#basic = Int32Array.from({ length: m }, (_, i) => n + i);
    this.#nonbasic = Int32Array.from({ length: n }, (_, j) => j);
    this.#resting = new Float64Array(n);
    this.#low = new Float64Array(n + m);
    this.#high = new Float64Array(n + m).fill(1, 0, n).fill(Number.POSITIVE_INFINITY, n);
    this.#touched = new Int32Array(n);
    this.#passed = new Uint8Array(n);
  }

  /** Pivots to an optimum within the fixings, or until nothing over `enough` can be reached, or to a row that cannot be met. */
  solve(fixings: Fixings, enough: number, limit: number): Ended {
    this.#rest(fixings);
    for (let pivots = 0; pivots < limit; pivots++) {
      if (this.#worth < enough) return 'CUT';
      const row = this.#mostViolated();
      if (row < 0) return 'OPTIMAL';
      const column = this.#entering(row);
      if (column < 0) {
        this.#stuckAt = row;
        return 'STUCK';
      }
      this.#pivot(row, column);
      this.pivots++;
    }
    return 'LIMIT';
  }

  /** Values at the present basis, of all the model's variables; fixed ones as they are. */
  values(fixings: Fixings): Float64Array {
    const values = Float64Array.from(fixings.low);
    for (let j = 0; j < this.#nonbasic.length; j++) {
      const variable = this.#nonbasic[j]!;
      if (variable < this.#columns.length) values[this.#columns[variable]!] = this.#resting[j]!;
    }
    for (let i = 0; i < this.#basic.length; i++) {
      const variable = this.#basic[i]!;
      if (variable < this.#columns.length) values[this.#columns[variable]!] = Math.min(1, Math.max(0, this.#value[i]!));
    }
    return values;
  }

  /** Prices of the model's rows at the present basis. */
  prices(): Prices {
    const n = this.#columns.length;
    const found = { rows: [] as number[], prices: [] as number[] };
    for (let j = 0; j < n; j++) {
      const slack = this.#nonbasic[j]! - n;
      if (slack < 0 || this.#gains[j]! > -TINY) continue;
      found.rows.push(this.#rows[slack]!);
      found.prices.push(-this.#gains[j]! * this.#scale[slack]!);
    }
    return found;
  }

  /** Prices under which the row where `solve` got stuck cannot be met. */
  ray(): Prices {
    const n = this.#columns.length;
    const row = this.#stuckAt;
    if (row < 0) return NO_PRICES;
    const variable = this.#basic[row]!;
    const sign = this.#value[row]! > this.#high[variable]! ? -1 : 1;
    const found = { rows: [] as number[], prices: [] as number[] };
    const take = (slack: number, price: number): void => {
      if (slack < 0 || price < TINY) return;
      found.rows.push(this.#rows[slack]!);
      found.prices.push(price * this.#scale[slack]!);
    };
    take(variable - n, 1);
    for (let j = 0; j < n; j++) take(this.#nonbasic[j]! - n, sign * this.#tableau[row * n + j]!);
    const greatest = Math.max(...found.prices);
    return { rows: found.rows, prices: found.prices.map((price) => price / greatest) };
  }

  /** Takes over what is fixed, and rests every nonbasic variable at its better bound. */
  #rest(fixings: Fixings): void {
    const n = this.#columns.length;
    for (let j = 0; j < n; j++) {
      this.#low[j] = fixings.low[this.#columns[j]!]!;
      this.#high[j] = fixings.high[this.#columns[j]!]!;
    }
    this.#value.set(this.#rhs);
    for (let j = 0; j < n; j++) {
      const variable = this.#nonbasic[j]!;
      const at = variable < n ? (this.#gains[j]! > 0 ? this.#high[variable]! : this.#low[variable]!) : 0;
      this.#resting[j] = at;
      if (at === 0) continue;
      for (let i = 0, k = j; i < this.#basic.length; i++, k += n) {
        const coefficient = this.#tableau[k]!;
        if (coefficient !== 0) this.#value[i]! -= coefficient * at;
      }
    }
    this.#worth = this.#base;
    for (let j = 0; j < n; j++) this.#worth += this.#gains[j]! * this.#resting[j]!;
  }

  #mostViolated(): number {
    let worst = SLACK;
    let found = -1;
    for (let i = 0; i < this.#basic.length; i++) {
      const value = this.#value[i]!;
      const variable = this.#basic[i]!;
      const violation = Math.max(this.#low[variable]! - value, value - this.#high[variable]!);
      if (violation > worst) {
        worst = violation;
        found = i;
      }
    }
    return found;
  }

  /**
   * The nonbasic variable that takes the row's place: in order of the loss for each unit mended, variables change to
   * their other bound while the row stays broken all the same; the one that would mend it enters. -1 if none does.
   */
  #entering(row: number): number {
    const n = this.#columns.length;
    const base = row * n;
    const variable = this.#basic[row]!;
    const rising = this.#value[row]! < this.#low[variable]!;
    let broken = rising ? this.#low[variable]! - this.#value[row]! : this.#value[row]! - this.#high[variable]!;
    this.#passed.fill(0);
    const flipped: number[] = [];
    for (;;) {
      let best = Number.POSITIVE_INFINITY;
      let strength = 0;
      let found = -1;
      for (let j = 0; j < n; j++) {
        const coefficient = this.#tableau[base + j]!;
        const size = Math.abs(coefficient);
        if (size < TINY || this.#passed[j]) continue;
        const other = this.#nonbasic[j]!;
        if (this.#low[other] === this.#high[other]) continue;
        const atHigh = this.#resting[j]! > this.#low[other]!;
        if ((coefficient > 0 === atHigh) !== rising) continue;
        const ratio = Math.abs(this.#gains[j]!) / size;
        if (ratio < best - TINY || (ratio <= best + TINY && size > strength)) {
          best = Math.min(best, ratio);
          strength = size;
          found = j;
        }
      }
      if (found < 0) return -1;
      const range = this.#high[this.#nonbasic[found]!]! - this.#low[this.#nonbasic[found]!]!;
      broken -= strength * range;
      if (!(broken > SLACK)) {
        for (const j of flipped) this.#flip(j);
        return found;
      }
      this.#passed[found] = 1;
      flipped.push(found);
    }
  }

  #flip(column: number): void {
    const n = this.#columns.length;
    const variable = this.#nonbasic[column]!;
    const to = this.#low[variable]! + this.#high[variable]! - this.#resting[column]!;
    const change = to - this.#resting[column]!;
    this.#resting[column] = to;
    this.#worth += this.#gains[column]! * change;
    for (let i = 0, k = column; i < this.#basic.length; i++, k += n) {
      const coefficient = this.#tableau[k]!;
      if (coefficient !== 0) this.#value[i]! -= coefficient * change;
    }
  }

  #pivot(row: number, column: number): void {
    const n = this.#columns.length;
    const m = this.#basic.length;
    const tableau = this.#tableau;
    const base = row * n;
    const pivot = tableau[base + column]!;
    const leaving = this.#basic[row]!;
    const bound = this.#value[row]! < this.#low[leaving]! ? this.#low[leaving]! : this.#high[leaving]!;
    const change = (this.#value[row]! - bound) / pivot;
    this.#worth += this.#gains[column]! * change;
    let touched = 0;
    for (let j = 0; j < n; j++) {
      const coefficient = tableau[base + j]!;
      if (coefficient === 0 || j === column) continue;
      if (Math.abs(coefficient) < ZERO) {
        tableau[base + j] = 0;
        continue;
      }
      tableau[base + j] = coefficient / pivot;
      this.#touched[touched++] = j;
    }
    tableau[base + column] = 1 / pivot;
    const right = this.#rhs[row]! / pivot;
    this.#rhs[row] = right;
    for (let i = 0, start = 0; i < m; i++, start += n) {
      const factor = tableau[start + column]!;
      if (i === row || factor === 0) continue;
      for (let t = 0; t < touched; t++) {
        const j = this.#touched[t]!;
        tableau[start + j]! -= factor * tableau[base + j]!;
      }
      tableau[start + column] = -factor / pivot;
      this.#rhs[i]! -= factor * right;
      this.#value[i]! -= factor * change;
    }
    const gain = this.#gains[column]!;
    if (gain !== 0) {
      for (let t = 0; t < touched; t++) {
        const j = this.#touched[t]!;
        this.#gains[j]! -= gain * tableau[base + j]!;
      }
      this.#gains[column] = -gain / pivot;
      this.#base += gain * right;
    }
    this.#value[row] = this.#resting[column]! + change;
    this.#basic[row] = this.#nonbasic[column]!;
    this.#nonbasic[column] = leaving;
    this.#resting[column] = bound;
  }
}
