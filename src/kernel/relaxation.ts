import type { BinaryModel, Row } from './binary-model.js';

const TINY = 1e-9;
/** Prices are multiples of this, so that bounds made of them are exact in double precision. */
const PRICE_GRAIN = 2 ** -22;

/**
 * The linear relaxation of a 0/1 programme, solved by the bounded dual simplex method on a condensed tableau
 * (Lemke 1954; Maros, Computational Techniques of the Simplex Method, ch. 10). Every variable has both bounds, so the
 * slack basis is dual feasible and fixing a variable keeps it so: a child starts where its parent ended.
 * Floating point only finds prices; `bound` and `refutes` judge them exactly.
 */
export class Relaxation {
  /** Row i: basic[i] = rhs[i] - sum of tableau[i][j] x nonbasic[j]. */
  private constructor(
    private readonly model: BinaryModel,
    private readonly objective: readonly number[],
    readonly low: Uint8Array,
    readonly high: Uint8Array,
    private readonly tableau: Float64Array,
    private readonly rhs: Float64Array,
    private readonly gains: Float64Array,
    private readonly basic: Int32Array,
    private readonly nonbasic: Int32Array,
    private readonly atHigh: Uint8Array,
  ) {}

  static of(model: BinaryModel, objective: readonly number[]): Relaxation {
    const n = model.variables;
    const m = model.rows.length;
    const tableau = new Float64Array(m * n);
    model.rows.forEach(({ terms }, i) => {
      for (const [variable, coefficient] of terms) tableau[i * n + variable] = coefficient;
    });
    return new Relaxation(
      model,
      objective,
      new Uint8Array(n),
      new Uint8Array(n).fill(1),
      tableau,
      Float64Array.from(model.rows, ({ most }) => most),
      Float64Array.from(objective),
      Int32Array.from({ length: m }, (_, i) => n + i),
      Int32Array.from({ length: n }, (_, j) => j),
      Uint8Array.from({ length: n }, (_, j) => ((objective[j] ?? 0) > 0 ? 1 : 0)),
    );
  }

  /** A copy in which one variable is fixed, with all that follows row by row; null if a row cannot be kept then. */
  fixing(variable: number, value: 0 | 1): Relaxation | null {
    const low = this.low.slice();
    const high = this.high.slice();
    low[variable] = value;
    high[variable] = value;
    if (!this.model.tighten(low, high)) return null;
    return new Relaxation(
      this.model,
      this.objective,
      low,
      high,
      this.tableau.slice(),
      this.rhs.slice(),
      this.gains.slice(),
      this.basic.slice(),
      this.nonbasic.slice(),
      this.atHigh.slice(),
    );
  }

  /** Pivots to an optimum, or to a row that no value can meet; gives the number of pivots. */
  solve(limit: number): { pivots: number; stuckAt: number | null } {
    for (let pivots = 0; pivots < limit; pivots++) {
      const row = this.#mostViolated();
      if (row < 0) return { pivots, stuckAt: null };
      const column = this.#entering(row);
      if (column < 0) return { pivots, stuckAt: row };
      this.#pivot(row, column);
    }
    return { pivots: limit, stuckAt: null };
  }

  /** Values of the variables at the present basis, within their bounds. */
  values(): Float64Array {
    const values = new Float64Array(this.low.length);
    for (let j = 0; j < this.nonbasic.length; j++) {
      const variable = this.nonbasic[j]!;
      if (variable < values.length) values[variable] = this.#resting(j);
    }
    for (let i = 0; i < this.basic.length; i++) {
      const variable = this.basic[i]!;
      if (variable < values.length) values[variable] = Math.min(1, Math.max(0, this.#value(i)));
    }
    return values;
  }

  /** Prices of the rows, at or above zero, on the grain. */
  prices(): Float64Array {
    const prices = new Float64Array(this.basic.length);
    for (let j = 0; j < this.nonbasic.length; j++) {
      const slack = this.nonbasic[j]! - this.low.length;
      if (slack >= 0) prices[slack] = onGrain(-this.gains[j]!);
    }
    return prices;
  }

  /** Prices under which the row where `solve` got stuck cannot be met. */
  ray(row: number): Float64Array {
    const n = this.low.length;
    const prices = new Float64Array(this.basic.length);
    const variable = this.basic[row]!;
    const sign = variable < n && this.#value(row) > 1 ? -1 : 1;
    if (variable >= n) prices[variable - n] = 1;
    let greatest = 1;
    for (let j = 0; j < n; j++) {
      const slack = this.nonbasic[j]! - n;
      if (slack >= 0) prices[slack] = Math.max(0, sign * this.tableau[row * n + j]!);
      if (slack >= 0) greatest = Math.max(greatest, prices[slack]!);
    }
    return prices.map((price) => onGrain(price / greatest));
  }

  /** A true upper bound of the objective within the present fixings, whatever the prices; exact arithmetic. */
  bound(prices: Float64Array): number {
    return boundBy(this.model.rows, this.objective, prices, this.low, this.high);
  }

  /** Whether the prices prove, exactly, that nothing within the present fixings keeps every row. */
  refutes(prices: Float64Array): boolean {
    return boundBy(this.model.rows, null, prices, this.low, this.high) < 0;
  }

  #resting(column: number): number {
    const variable = this.nonbasic[column]!;
    if (variable >= this.low.length) return 0;
    return this.atHigh[column] ? this.high[variable]! : this.low[variable]!;
  }

  #value(row: number): number {
    const n = this.nonbasic.length;
    let value = this.rhs[row]!;
    for (let j = 0; j < n; j++) {
      const resting = this.#resting(j);
      if (resting !== 0) value -= this.tableau[row * n + j]! * resting;
    }
    return value;
  }

  #mostViolated(): number {
    let worst = TINY * 100;
    let found = -1;
    for (let i = 0; i < this.basic.length; i++) {
      const violation = this.#violation(i);
      if (violation > worst) {
        worst = violation;
        found = i;
      }
    }
    return found;
  }

  #violation(row: number): number {
    const value = this.#value(row);
    const variable = this.basic[row]!;
    if (variable >= this.low.length) return -value;
    return Math.max(this.low[variable]! - value, value - this.high[variable]!);
  }

  /** The nonbasic variable whose move mends the row at the least loss; -1 if none can. */
  #entering(row: number): number {
    const n = this.nonbasic.length;
    const variable = this.basic[row]!;
    const mustRise = variable >= this.low.length || this.#value(row) < this.low[variable]!;
    let best = Number.POSITIVE_INFINITY;
    let strength = 0;
    let found = -1;
    for (let j = 0; j < n; j++) {
      const coefficient = this.tableau[row * n + j]!;
      if (Math.abs(coefficient) < TINY || this.#fixed(j)) continue;
      const rises = this.atHigh[j] ? coefficient > 0 : coefficient < 0;
      if (rises !== mustRise) continue;
      const ratio = Math.abs(this.gains[j]!) / Math.abs(coefficient);
      if (ratio < best - TINY || (ratio <= best + TINY && Math.abs(coefficient) > strength)) {
        best = Math.min(best, ratio);
        strength = Math.abs(coefficient);
        found = j;
      }
    }
    return found;
  }

  #fixed(column: number): boolean {
    const variable = this.nonbasic[column]!;
    return variable < this.low.length && this.low[variable] === this.high[variable];
  }

  #pivot(row: number, column: number): void {
    const n = this.nonbasic.length;
    const { tableau, rhs, gains } = this;
    const leaving = this.basic[row]!;
    const toHigh = leaving < this.low.length && this.#value(row) > this.high[leaving]! ? 1 : 0;
    const pivot = tableau[row * n + column]!;
    const base = row * n;
    for (let j = 0; j < n; j++) tableau[base + j]! /= pivot;
    tableau[base + column] = 1 / pivot;
    rhs[row]! /= pivot;
    for (let i = 0; i < this.basic.length; i++) {
      if (i === row) continue;
      const factor = tableau[i * n + column]!;
      if (factor === 0) continue;
      for (let j = 0; j < n; j++) tableau[i * n + j]! -= factor * tableau[base + j]!;
      tableau[i * n + column] = -factor / pivot;
      rhs[i]! -= factor * rhs[row]!;
    }
    const gain = gains[column]!;
    for (let j = 0; j < n; j++) gains[j]! -= gain * tableau[base + j]!;
    gains[column] = -gain / pivot;
    this.basic[row] = this.nonbasic[column]!;
    this.nonbasic[column] = leaving;
    this.atHigh[column] = toHigh;
  }
}

const onGrain = (price: number): number => Math.max(0, Math.round(price / PRICE_GRAIN)) * PRICE_GRAIN;

/**
 * Weak duality: for prices at or above zero no 0/1 point within the bounds that keeps every row is worth more than
 * sum(price x most) + sum over variables of the better of its bounds at its reduced gain. Without an objective, a
 * value under zero means that no such point exists.
 */
function boundBy(
  rows: readonly Row[],
  objective: readonly number[] | null,
  prices: Float64Array,
  low: Uint8Array,
  high: Uint8Array,
): number {
  const reduced = new Float64Array(low.length);
  if (objective) for (let j = 0; j < reduced.length; j++) reduced[j] = objective[j] ?? 0;
  let bound = 0;
  for (let i = 0; i < rows.length; i++) {
    const price = prices[i]!;
    if (price === 0) continue;
    const { terms, most } = rows[i]!;
    bound += price * most;
    for (const [variable, coefficient] of terms) reduced[variable]! -= price * coefficient;
  }
  for (let j = 0; j < reduced.length; j++) bound += Math.max(reduced[j]! * low[j]!, reduced[j]! * high[j]!);
  return bound;
}
