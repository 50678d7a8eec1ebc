import { NO_PRICES, type Prices } from '../bound.js';
import type { Compact } from '../compact.js';
import type { Fixings } from '../fixings.js';
import { Arena } from './arena.js';
import { nudge } from './nudge.js';
import { RatioTest } from './ratio-test.js';
import { Tableau } from './tableau.js';
import { Waiting } from './waiting.js';

/** Prices under this are rounding errors of zero. */
const TINY = 1e-9;
/** A value may leave its bounds by so much; rows are scaled to a greatest coefficient of 1. */
const SLACK = 1e-7;
/** A bound under what is sought by this is taken to stay so once it is made exact. */
const SURE = 0.05;

/** PARTLY: an optimum as far as the rows go that are not put off. */
export type Ended = 'OPTIMAL' | 'PARTLY' | 'CUT' | 'STUCK' | 'LIMIT';

/**
 * The linear relaxation of a 0/1 programme, solved by the bounded dual simplex method with the bound flipping ratio
 * test and devex weights on a condensed tableau (Lemke 1954; Forrest and Goldfarb 1992; Maros, Computational
 * Techniques of the Simplex Method, ch. 10). Every variable has both bounds, so any basis becomes dual feasible by
 * resting each variable at the better one: one tableau serves a whole search, whatever is fixed and set free again.
 * A row enters the tableau when it is first broken. Floating point only finds prices; others judge them.
 */
export class Relaxation {
  pivots = 0;
  readonly #arena = Arena.take();
  /** The free variables. */
  readonly #n: number;
  readonly #columns: Int32Array;
  readonly #waiting: Waiting;
  readonly #tableau: Tableau;
  /** Of each row of the tableau. Numbers of variables from n up are slacks. */
  readonly #basic: Int32Array;
  readonly #value: Float64Array;
  readonly #weight: Float64Array;
  /** Of each column of the tableau. */
  readonly #gains: Float64Array;
  readonly #nonbasic: Int32Array;
  readonly #resting: Float64Array;
  /** Of each variable and slack. */
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** Where each variable is basic, or -1; and where it stands among the nonbasic, if it does. */
  readonly #rowOf: Int32Array;
  readonly #columnOf: Int32Array;
  /** Variables that have other values than those shown, and for each whether it is one. */
  readonly #changed: Int32Array;
  readonly #isChanged: Int32Array;
  #changes = 0;
  readonly #test: RatioTest;
  /** The objective is base + sum of gains x nonbasic. */
  #base = 0;
  #worth = 0;
  #stuckAt = -1;

  /**
   * Of the variables that are free now. `known` is a good assignment, if there is one, and `gap` by how much the next
   * better one would be worth more. Each turn nudges the gains in another way; `late` rows are put off.
   */
  constructor(
    readonly model: Compact,
    readonly objective: Float64Array,
    fixings: Fixings,
    known: Uint8Array | null = null,
    gap = 1,
    turn = 0,
    late: Uint8Array | null = null,
  ) {
    const arena = this.#arena;
    const { variables } = model;
    const place = arena.ints(variables);
    const columns = arena.ints(variables);
    let n = 0;
    for (let j = 0; j < variables; j++) {
      if (fixings.isFree(j)) {
        place[j] = n;
        columns[n++] = j;
      } else {
        place[j] = -1;
        this.#base += objective[j]! * fixings.low[j]!;
      }
    }
    this.#n = n;
    this.#columns = columns;
    const waiting = new Waiting(arena, model, fixings, place, columns, n, late);
    const rows = waiting.early + waiting.late;
    const all = n + model.most.length;
    this.#waiting = waiting;
    this.#tableau = new Tableau(arena, n, rows);
    this.#basic = arena.ints(rows);
    this.#value = arena.floats(rows);
    this.#weight = arena.floats(rows);
    this.#gains = arena.floats(n);
    this.#nonbasic = arena.ints(n);
    this.#resting = arena.floats(n);
    this.#low = arena.floats(all);
    this.#high = arena.floats(all);
    this.#rowOf = arena.ints(n);
    this.#columnOf = arena.ints(n);
    this.#changed = arena.ints(n);
    this.#isChanged = arena.ints(n).fill(0);
    this.#test = new RatioTest(arena, this.#tableau, this.#gains, this.#nonbasic, this.#resting, this.#low, this.#high);
    this.#low.fill(0, n);
    this.#high.fill(Number.POSITIVE_INFINITY, n);
    for (let at = 0; at < n; at++) {
      this.#gains[at] = objective[columns[at]!]!;
      this.#nonbasic[at] = at;
      this.#rowOf[at] = -1;
      this.#columnOf[at] = at;
    }
    nudge(this.#gains, columns, known, gap, turn);
  }

  /** Says that it is not needed any more. */
  release(): void {
    this.#arena.release();
  }

  /** Pivots to an optimum within the fixings, or until less than `enough` is left, or to a row that cannot be met. */
  solve(fixings: Fixings, enough: number, limit: number, partly = false): Ended {
    this.#rest(fixings);
    for (let pivots = 0; pivots < limit; pivots++) {
      if (this.#worth < enough - SURE) return 'CUT';
      let row = this.#broken();
      if (row < 0) {
        this.#show();
        let found = this.#waiting.broken(false);
        if (found < 0 && this.#waiting.late > 0) {
          if (partly) return 'PARTLY';
          found = this.#waiting.broken(true);
        }
        if (found < 0) return 'OPTIMAL';
        row = this.#enter(found);
      }
      this.#tableau.tidy(row);
      const under = this.#low[this.#basic[row]!]! - this.#value[row]!;
      const column = this.#test.entering(
        row,
        under > 0,
        under > 0 ? under : this.#value[row]! - this.#high[this.#basic[row]!]!,
      );
      if (column < 0) {
        this.#stuckAt = row;
        return 'STUCK';
      }
      const { flips, flipped } = this.#test;
      for (let f = 0; f < flips; f++) this.#flip(flipped[f]!);
      this.#pivot(row, column);
      this.pivots++;
    }
    return 'LIMIT';
  }

  /** Values at the present basis, of all the model's variables; fixed ones as they are. */
  values({ low, high }: Fixings, values: Float64Array): void {
    this.#show();
    for (let j = 0; j < low.length; j++) values[j] = low[j]!;
    for (let at = 0; at < this.#n; at++) {
      const j = this.#columns[at]!;
      if (low[j] !== high[j]) values[j] = Math.min(1, Math.max(0, this.#waiting.shown[at]!));
    }
  }

  /** Prices of the model's rows at the present basis. */
  prices(): Prices {
    const n = this.#n;
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
    const at = this.#stuckAt;
    if (at < 0) return NO_PRICES;
    const n = this.#n;
    const basic = this.#basic[at]!;
    const sign = this.#value[at]! > this.#high[basic]! ? -1 : 1;
    const rows: number[] = [];
    const prices: number[] = [];
    let greatest = 0;
    for (let j = -1; j < n; j++) {
      const row = (j < 0 ? basic : this.#nonbasic[j]!) - n;
      const price = j < 0 ? 1 : sign * this.#tableau.at(at, j);
      if (row < 0 || price < TINY) continue;
      rows.push(row);
      prices.push(price / this.model.greatest[row]!);
      greatest = Math.max(greatest, prices.at(-1)!);
    }
    return { rows, prices: prices.map((price) => price / greatest) };
  }

  /** Takes over what is fixed, and rests every nonbasic variable at its better bound. */
  #rest(fixings: Fixings): void {
    const n = this.#n;
    const [resting, nonbasic, gains, low, high, value] = [
      this.#resting,
      this.#nonbasic,
      this.#gains,
      this.#low,
      this.#high,
      this.#value,
    ];
    for (let j = 0; j < n; j++) {
      low[j] = fixings.low[this.#columns[j]!]!;
      high[j] = fixings.high[this.#columns[j]!]!;
    }
    this.#worth = this.#base;
    for (let j = 0; j < n; j++) {
      const variable = nonbasic[j]!;
      resting[j] = variable < n && gains[j]! > 0 ? high[variable]! : low[variable]!;
      this.#worth += gains[j]! * resting[j]!;
    }
    const { rows, rhs, column, coefficient, count } = this.#tableau;
    for (let i = 0; i < rows; i++) {
      let now = rhs[i]!;
      for (let k = i * n; k < i * n + count[i]!; k++) now -= coefficient[k]! * resting[column[k]!]!;
      value[i] = now;
    }
    for (let j = 0; j < n; j++) this.#change(j);
    this.#waiting.begin();
  }

  /** Notes that a variable may have another value than was shown. */
  #change(variable: number): void {
    if (variable >= this.#n || this.#isChanged[variable]) return;
    this.#isChanged[variable] = 1;
    this.#changed[this.#changes++] = variable;
  }

  /** Tells the waiting rows the values that have changed. */
  #show(): void {
    for (let c = 0; c < this.#changes; c++) {
      const variable = this.#changed[c]!;
      const row = this.#rowOf[variable]!;
      this.#isChanged[variable] = 0;
      this.#waiting.show(variable, row < 0 ? this.#resting[this.#columnOf[variable]!]! : this.#value[row]!);
    }
    this.#changes = 0;
  }

  /** The row of the tableau that is broken the most for its weight; -1 if all are kept. */
  #broken(): number {
    const [basic, value, weight, low, high] = [this.#basic, this.#value, this.#weight, this.#low, this.#high];
    const { rows } = this.#tableau;
    let worst = 0;
    let found = -1;
    for (let i = 0; i < rows; i++) {
      const now = value[i]!;
      const variable = basic[i]!;
      const under = low[variable]! - now;
      const violation = under > 0 ? under : now - high[variable]!;
      if (violation > SLACK && violation * violation > worst * weight[i]!) {
        worst = (violation * violation) / weight[i]!;
        found = i;
      }
    }
    return found;
  }

  /** Brings a row that waits into the tableau, its slack basic; gives its place there. */
  #enter(row: number): number {
    const { rowStart, rowVariable, rowCoefficient, greatest } = this.model;
    const { place } = this.#waiting;
    const scale = 1 / greatest[row]!;
    let right = this.#waiting.right(row) * scale;
    const value = -this.#waiting.over[row]! * scale;
    this.#tableau.open();
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
      const at = place[rowVariable[k]!]!;
      if (at < 0) continue;
      const coefficient = rowCoefficient[k]! * scale;
      const own = this.#rowOf[at]!;
      if (own < 0) this.#tableau.addColumn(this.#columnOf[at]!, coefficient);
      else {
        this.#tableau.addRow(own, -coefficient);
        right -= coefficient * this.#tableau.rhs[own]!;
      }
    }
    const found = this.#tableau.close(right);
    this.#basic[found] = this.#n + row;
    this.#value[found] = value;
    this.#weight[found] = 1;
    return found;
  }

  /** Moves a nonbasic variable to its other bound. */
  #flip(column: number): void {
    const variable = this.#nonbasic[column]!;
    const to = this.#low[variable]! + this.#high[variable]! - this.#resting[column]!;
    const change = to - this.#resting[column]!;
    this.#resting[column] = to;
    this.#worth += this.#gains[column]! * change;
    this.#change(variable);
    const { hits, hit } = this.#tableau.take(column, change, this.#value);
    for (let h = 0; h < hits; h++) this.#change(this.#basic[hit[h]!]!);
  }

  #pivot(row: number, column: number): void {
    const tableau = this.#tableau;
    const [gains, value, weight] = [this.#gains, this.#value, this.#weight];
    const leaving = this.#basic[row]!;
    const entering = this.#nonbasic[column]!;
    const bound = value[row]! < this.#low[leaving]! ? this.#low[leaving]! : this.#high[leaving]!;
    const distance = value[row]! - bound;
    const gain = gains[column]!;
    const pivot = tableau.pivot(row, column);
    const { hits, hit, factor } = tableau;
    const change = distance / pivot;
    this.#worth += gain * change;
    const devexed = weight[row]! / (pivot * pivot);
    weight[row] = Math.max(1, devexed);
    for (let h = 0; h < hits; h++) {
      const i = hit[h]!;
      const times = factor[h]!;
      value[i]! -= times * change;
      this.#change(this.#basic[i]!);
      const devex = times * times * devexed;
      if (devex > weight[i]!) weight[i] = devex;
    }
    if (gain !== 0) {
      gains[column] = 0;
      tableau.subtract(row, gain, gains);
      this.#base += gain * tableau.rhs[row]!;
    }
    value[row] = this.#resting[column]! + change;
    this.#basic[row] = entering;
    this.#change(entering);
    this.#change(leaving);
    if (entering < this.#n) this.#rowOf[entering] = row;
    if (leaving < this.#n) {
      this.#rowOf[leaving] = -1;
      this.#columnOf[leaving] = column;
    }
    this.#nonbasic[column] = leaving;
    this.#resting[column] = bound;
  }
}
