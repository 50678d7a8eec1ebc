import { NO_PRICES, type Prices } from '../bound.js';
import type { Compact } from '../compact.js';
import type { Fixings } from '../fixings.js';

const TINY = 1e-9;
/** Coefficients under this are rounding errors of zero. */
const ZERO = 1e-12;
/** A value may leave its bounds by so much; rows are scaled to a greatest coefficient of 1. */
const SLACK = 1e-7;
/** Each gain is moved by less than this, each by something else, so that ties are rare. */
const NUDGE = 1e-5;
const GOLDEN = 0.618034;
/** A bound under what is sought by this is taken to stay so once it is made exact. */
const SURE = 0.05;

export type Ended = 'OPTIMAL' | 'CUT' | 'STUCK' | 'LIMIT';

/**
 * The linear relaxation of a 0/1 programme, solved by the bounded dual simplex method with the bound flipping ratio
 * test and devex weights on a condensed tableau (Lemke 1954; Forrest and Goldfarb 1992; Maros, Computational
 * Techniques of the Simplex Method, ch. 10). Every variable has both bounds, so any basis becomes dual feasible by
 * resting each variable at the better one: one tableau serves a whole search, whatever is fixed and set free again.
 * A row enters the tableau when it is first broken. Floating point only finds prices; others judge them.
 */
export class Relaxation {
  pivots = 0;
  readonly #columns: Int32Array;
  readonly #place: Int32Array;
  /** Rows of the model that could be broken, and what is left of them for the free variables. */
  readonly #waiting: number[] = [];
  readonly #right: Float64Array;
  /** Row i: value of basic[i] + sum of tableau[i][j] x nonbasic[j] = rhs[i]. Numbers from n up are slacks. */
  readonly #tableau: Float64Array[] = [];
  readonly #rhs: number[] = [];
  readonly #basic: number[] = [];
  readonly #value: number[] = [];
  readonly #weight: number[] = [];
  readonly #gains: Float64Array;
  readonly #nonbasic: Int32Array;
  readonly #resting: Float64Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** Where each free variable is basic, or -1. */
  readonly #rowOf: Int32Array;
  /** Where each free variable that is not basic stands among the nonbasic. */
  readonly #columnOf: Int32Array;
  readonly #now: Float64Array;
  readonly #touched: Int32Array;
  readonly #ratio: Float64Array;
  /** The objective is base + sum of gains x nonbasic. */
  #base = 0;
  #worth = 0;
  #stuckAt = -1;

  /** Of the variables that are free now; each turn nudges the gains in another way. */
  constructor(
    readonly model: Compact,
    readonly objective: Float64Array,
    fixings: Fixings,
    turn = 0,
  ) {
    const { rowStart, rowVariable, rowCoefficient, most } = model;
    this.#place = new Int32Array(model.variables).fill(-1);
    const columns: number[] = [];
    for (let j = 0; j < model.variables; j++) {
      if (fixings.isFree(j)) this.#place[j] = columns.push(j) - 1;
      else this.#base += objective[j]! * fixings.low[j]!;
    }
    this.#right = new Float64Array(most.length);
    for (let i = 0; i < most.length; i++) {
      let right = most[i]!;
      let greatest = 0;
      for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
        const variable = rowVariable[k]!;
        if (this.#place[variable]! >= 0) greatest += Math.max(0, rowCoefficient[k]!);
        else right -= rowCoefficient[k]! * fixings.low[variable]!;
      }
      this.#right[i] = right;
      if (greatest > right) this.#waiting.push(i);
    }
    const n = columns.length;
    this.#columns = Int32Array.from(columns);
    this.#gains = Float64Array.from(columns, (j, at) => objective[j]! + NUDGE * (((at + 1) * GOLDEN * (turn + 1)) % 1));
    this.#nonbasic = Int32Array.from({ length: n }, (_, j) => j);
    this.#resting = new Float64Array(n);
    this.#low = new Float64Array(n + most.length);
    this.#high = new Float64Array(n + most.length).fill(1, 0, n).fill(Number.POSITIVE_INFINITY, n);
    this.#rowOf = new Int32Array(n).fill(-1);
    this.#columnOf = Int32Array.from({ length: n }, (_, j) => j);
    this.#now = new Float64Array(n);
    this.#touched = new Int32Array(n);
    this.#ratio = new Float64Array(n);
  }

  /** Pivots to an optimum within the fixings, or until less than `enough` is left, or to a row that cannot be met. */
  solve(fixings: Fixings, enough: number, limit: number): Ended {
    this.#rest(fixings);
    for (let pivots = 0; pivots < limit; pivots++) {
      if (this.#worth < enough - SURE) return 'CUT';
      const row = this.#broken();
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
    this.#show();
    for (let j = 0; j < this.#columns.length; j++)
      if (fixings.isFree(this.#columns[j]!)) values[this.#columns[j]!] = Math.min(1, Math.max(0, this.#now[j]!));
    return values;
  }

  /** Prices of the model's rows at the present basis. */
  prices(): Prices {
    const n = this.#columns.length;
    const rows: number[] = [];
    const prices: number[] = [];
    for (let j = 0; j < n; j++) {
      const row = this.#nonbasic[j]! - n;
      if (row < 0 || this.#gains[j]! > -TINY) continue;
      rows.push(row);
      prices.push(-this.#gains[j]! / this.model.greatest[row]!);
    }
    return { rows, prices };
  }

  /** Prices under which the row where `solve` got stuck cannot be met. */
  ray(): Prices {
    const n = this.#columns.length;
    const at = this.#stuckAt;
    if (at < 0) return NO_PRICES;
    const variable = this.#basic[at]!;
    const sign = this.#value[at]! > this.#high[variable]! ? -1 : 1;
    const rows: number[] = [];
    const prices: number[] = [];
    const take = (row: number, price: number): void => {
      if (row < 0 || price < TINY) return;
      rows.push(row);
      prices.push(price / this.model.greatest[row]!);
    };
    take(variable - n, 1);
    for (let j = 0; j < n; j++) take(this.#nonbasic[j]! - n, sign * this.#tableau[at]![j]!);
    const greatest = Math.max(...prices);
    return { rows, prices: prices.map((price) => price / greatest) };
  }

  /** Takes over what is fixed, and rests every nonbasic variable at its better bound. */
  #rest(fixings: Fixings): void {
    const n = this.#columns.length;
    for (let j = 0; j < n; j++) {
      this.#low[j] = fixings.low[this.#columns[j]!]!;
      this.#high[j] = fixings.high[this.#columns[j]!]!;
    }
    this.#worth = this.#base;
    for (let j = 0; j < n; j++) {
      const variable = this.#nonbasic[j]!;
      this.#resting[j] = variable >= n ? 0 : this.#gains[j]! > 0 ? this.#high[variable]! : this.#low[variable]!;
      this.#worth += this.#gains[j]! * this.#resting[j]!;
    }
    for (let i = 0; i < this.#basic.length; i++) {
      const row = this.#tableau[i]!;
      let value = this.#rhs[i]!;
      for (let j = 0; j < n; j++) value -= row[j]! * this.#resting[j]!;
      this.#value[i] = value;
    }
  }

  /** The present value of each free variable. */
  #show(): void {
    const n = this.#columns.length;
    for (let j = 0; j < n; j++) if (this.#nonbasic[j]! < n) this.#now[this.#nonbasic[j]!] = this.#resting[j]!;
    for (let i = 0; i < this.#basic.length; i++) if (this.#basic[i]! < n) this.#now[this.#basic[i]!] = this.#value[i]!;
  }

  /**
   * The row of the tableau that is broken the most for its weight; where none is, the waiting row that is, which enters
   * the tableau; -1 if all rows are kept.
   */
  #broken(): number {
    const [basic, value, weight, low, high] = [this.#basic, this.#value, this.#weight, this.#low, this.#high];
    let worst = 0;
    let found = -1;
    for (let i = 0; i < basic.length; i++) {
      const now = value[i]!;
      const variable = basic[i]!;
      const violation = now < low[variable]! ? low[variable]! - now : now - high[variable]!;
      if (violation > SLACK && violation * violation > worst * weight[i]!) {
        worst = (violation * violation) / weight[i]!;
        found = i;
      }
    }
    if (found >= 0) return found;
    this.#show();
    const { rowStart, rowVariable, rowCoefficient, greatest } = this.model;
    const [waiting, right, place, shown] = [this.#waiting, this.#right, this.#place, this.#now];
    for (let w = 0; w < waiting.length; w++) {
      const row = waiting[w]!;
      let over = -right[row]!;
      for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
        const at = place[rowVariable[k]!]!;
        if (at >= 0) over += rowCoefficient[k]! * shown[at]!;
      }
      const violation = over / greatest[row]!;
      const size = 1 + rowStart[row + 1]! - rowStart[row]!;
      if (violation > SLACK && violation * violation > worst * size) {
        worst = (violation * violation) / size;
        found = w;
      }
    }
    return found < 0 ? -1 : this.#enter(found);
  }

  /** Brings a waiting row into the tableau, its slack basic; gives its place there. */
  #enter(waiting: number): number {
    const n = this.#columns.length;
    const row = this.#waiting[waiting]!;
    this.#waiting[waiting] = this.#waiting.at(-1)!;
    this.#waiting.pop();
    const { rowStart, rowVariable, rowCoefficient, greatest } = this.model;
    const scale = 1 / greatest[row]!;
    const own = new Float64Array(n);
    let right = this.#right[row]! * scale;
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
      const place = this.#place[rowVariable[k]!]!;
      if (place < 0) continue;
      const coefficient = rowCoefficient[k]! * scale;
      const at = this.#rowOf[place]!;
      if (at < 0) {
        own[this.#columnOf[place]!]! += coefficient;
        continue;
      }
      const other = this.#tableau[at]!;
      for (let j = 0; j < n; j++) own[j]! -= coefficient * other[j]!;
      right -= coefficient * this.#rhs[at]!;
    }
    let value = right;
    for (let j = 0; j < n; j++) value -= own[j]! * this.#resting[j]!;
    this.#tableau.push(own);
    this.#rhs.push(right);
    this.#basic.push(n + row);
    this.#value.push(value);
    return this.#weight.push(1) - 1;
  }

  /**
   * The nonbasic variable that takes the row's place: in order of the loss for each unit mended, variables change to
   * their other bound while the row stays broken all the same; the one that would mend it enters. -1 if none does.
   */
  #entering(row: number): number {
    const n = this.#columns.length;
    const coefficients = this.#tableau[row]!;
    const variable = this.#basic[row]!;
    const rising = this.#value[row]! < this.#low[variable]!;
    let broken = rising ? this.#low[variable]! - this.#value[row]! : this.#value[row]! - this.#high[variable]!;
    const [gains, resting, nonbasic, low, high] = [this.#gains, this.#resting, this.#nonbasic, this.#low, this.#high];
    const [candidates, ratio] = [this.#touched, this.#ratio];
    let count = 0;
    for (let j = 0; j < n; j++) {
      const coefficient = coefficients[j]!;
      if (coefficient < TINY && coefficient > -TINY) continue;
      const other = nonbasic[j]!;
      if (low[other] === high[other]) continue;
      const atHigh = resting[j]! > low[other]!;
      if ((coefficient > 0 === atHigh) !== rising) continue;
      candidates[count] = j;
      ratio[count++] = Math.abs(gains[j]! / coefficient);
    }
    const flipped: number[] = [];
    while (count > 0) {
      let least = 0;
      for (let c = 1; c < count; c++)
        if (
          ratio[c]! < ratio[least]! - TINY ||
          (ratio[c]! <= ratio[least]! + TINY &&
            Math.abs(coefficients[candidates[c]!]!) > Math.abs(coefficients[candidates[least]!]!))
        )
          least = c;
      const found = candidates[least]!;
      broken -= Math.abs(coefficients[found]!) * (high[nonbasic[found]!]! - low[nonbasic[found]!]!);
      if (!(broken > SLACK)) {
        for (const j of flipped) this.#flip(j);
        return found;
      }
      flipped.push(found);
      candidates[least] = candidates[--count]!;
      ratio[least] = ratio[count]!;
    }
    return -1;
  }

  #flip(column: number): void {
    const variable = this.#nonbasic[column]!;
    const to = this.#low[variable]! + this.#high[variable]! - this.#resting[column]!;
    const change = to - this.#resting[column]!;
    this.#resting[column] = to;
    this.#worth += this.#gains[column]! * change;
    for (let i = 0; i < this.#basic.length; i++) {
      const coefficient = this.#tableau[i]![column]!;
      if (coefficient !== 0) this.#value[i]! -= coefficient * change;
    }
  }

  #pivot(row: number, column: number): void {
    const n = this.#columns.length;
    const m = this.#basic.length;
    const [tableau, gains, value, weight, rhs, touches] = [
      this.#tableau,
      this.#gains,
      this.#value,
      this.#weight,
      this.#rhs,
      this.#touched,
    ];
    const own = tableau[row]!;
    const pivot = own[column]!;
    const leaving = this.#basic[row]!;
    const entering = this.#nonbasic[column]!;
    const bound = value[row]! < this.#low[leaving]! ? this.#low[leaving]! : this.#high[leaving]!;
    const change = (value[row]! - bound) / pivot;
    this.#worth += gains[column]! * change;
    let touched = 0;
    for (let j = 0; j < n; j++) {
      const coefficient = own[j]!;
      if (coefficient === 0 || j === column) continue;
      if (Math.abs(coefficient) < ZERO) {
        own[j] = 0;
        continue;
      }
      own[j] = coefficient / pivot;
      touches[touched++] = j;
    }
    own[column] = 1 / pivot;
    const right = rhs[row]! / pivot;
    rhs[row] = right;
    const devexed = weight[row]! / (pivot * pivot);
    weight[row] = Math.max(1, devexed);
    for (let i = 0; i < m; i++) {
      const other = tableau[i]!;
      const factor = other[column]!;
      if (i === row || factor === 0) continue;
      for (let t = 0; t < touched; t++) {
        const j = touches[t]!;
        other[j]! -= factor * own[j]!;
      }
      other[column] = -factor / pivot;
      rhs[i]! -= factor * right;
      value[i]! -= factor * change;
      const devex = factor * factor * devexed;
      if (devex > weight[i]!) weight[i] = devex;
    }
    const gain = gains[column]!;
    if (gain !== 0) {
      for (let t = 0; t < touched; t++) {
        const j = touches[t]!;
        gains[j]! -= gain * own[j]!;
      }
      gains[column] = -gain / pivot;
      this.#base += gain * right;
    }
    value[row] = this.#resting[column]! + change;
    this.#basic[row] = entering;
    if (entering < n) this.#rowOf[entering] = row;
    if (leaving < n) {
      this.#rowOf[leaving] = -1;
      this.#columnOf[leaving] = column;
    }
    this.#nonbasic[column] = leaving;
    this.#resting[column] = bound;
  }
}
