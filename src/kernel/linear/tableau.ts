import type { Arena } from './arena.js';

/** Coefficients under this are rounding errors of zero. */
const ZERO = 1e-12;
/** Rows for which there is room at first. */
const ROWS = 128;

/**
 * A condensed simplex tableau: row i says that its basic variable + sum of coefficients x nonbasic variables = rhs[i].
 * Most coefficients are zero and stay so. Each row packs the others, column and coefficient, so that all that is worked
 * on lies close together; and a bit for each column tells whether it is among them.
 */
export class Tableau {
  rows = 0;
  readonly rhs: Float64Array;
  /** Row i has count[i] coefficients, from place i * columns on. */
  readonly count: Int32Array;
  column: Int32Array;
  coefficient: Float64Array;
  /** The rows that the last pivot changed besides its own, and what each had in its column. */
  hits = 0;
  readonly hit: Int32Array;
  readonly factor: Float64Array;
  readonly #words: number;
  #bits: Int32Array;
  /** One number for each column, all zero between two calls. */
  readonly #spread: Float64Array;
  #room: number;

  constructor(
    readonly arena: Arena,
    readonly columns: number,
    /** How many rows there can be at the most. */
    readonly most: number,
  ) {
    this.#words = (columns + 31) >> 5;
    this.#room = Math.min(ROWS, most);
    this.rhs = arena.floats(most);
    this.count = arena.ints(most);
    this.hit = arena.ints(most);
    this.factor = arena.floats(most);
    this.#spread = arena.floats(columns).fill(0);
    this.column = arena.ints(columns * this.#room);
    this.coefficient = arena.floats(columns * this.#room);
    this.#bits = arena.ints(this.#words * this.#room);
  }

  /** The coefficient of a row in a column. */
  at(row: number, column: number): number {
    return this.#has(row, column) ? this.coefficient[this.#find(row, column)]! : 0;
  }

  /** Begins a row; what is added then goes into it until it is closed. */
  open(): void {
    if (this.rows === this.#room) this.#widen();
    this.#bits.fill(0, this.rows * this.#words, (this.rows + 1) * this.#words);
  }

  addColumn(column: number, times: number): void {
    this.#bits[this.rows * this.#words + (column >> 5)]! |= 1 << (column & 31);
    this.#spread[column]! += times;
  }

  addRow(row: number, times: number): void {
    const [words, bits, spread, column, coefficient] = [
      this.#words,
      this.#bits,
      this.#spread,
      this.column,
      this.coefficient,
    ];
    for (let w = 0; w < words; w++) bits[this.rows * words + w]! |= bits[row * words + w]!;
    const begin = row * this.columns;
    const end = begin + this.count[row]!;
    for (let k = begin; k < end; k++) spread[column[k]!]! += times * coefficient[k]!;
  }

  /** Takes up the row that was begun; gives its place. */
  close(right: number): number {
    const row = this.rows++;
    const spread = this.#spread;
    const begin = row * this.columns;
    let end = begin;
    for (let w = 0; w < this.#words; w++) {
      for (let left = this.#bits[row * this.#words + w]!; left !== 0; left &= left - 1) {
        const column = (w << 5) + 31 - Math.clz32(left & -left);
        this.column[end] = column;
        this.coefficient[end++] = spread[column]!;
        spread[column] = 0;
      }
    }
    this.count[row] = end - begin;
    this.rhs[row] = right;
    return row;
  }

  /** Strikes rounding errors off a row. */
  tidy(row: number): void {
    const { column, coefficient } = this;
    const begin = row * this.columns;
    const end = begin + this.count[row]!;
    let kept = begin;
    for (let k = begin; k < end; k++) {
      const own = coefficient[k]!;
      const j = column[k]!;
      if (own < ZERO && own > -ZERO) this.#bits[row * this.#words + (j >> 5)]! &= ~(1 << (j & 31));
      else {
        column[kept] = j;
        coefficient[kept++] = own;
      }
    }
    this.count[row] = kept - begin;
  }

  /** Takes so many times a column from the values of the rows; `hit` lists these. */
  take(index: number, times: number, values: Float64Array): this {
    this.hits = 0;
    for (let row = 0; row < this.rows; row++) {
      if (!this.#has(row, index)) continue;
      values[row]! -= times * this.coefficient[this.#find(row, index)]!;
      this.hit[this.hits++] = row;
    }
    return this;
  }

  /** Takes so many times a row from the numbers of the columns. */
  subtract(row: number, times: number, numbers: Float64Array): void {
    const { column, coefficient } = this;
    const begin = row * this.columns;
    const end = begin + this.count[row]!;
    for (let k = begin; k < end; k++) numbers[column[k]!]! -= times * coefficient[k]!;
  }

  /** Changes the roles of a tidy row's basic variable and a column's nonbasic one; gives what the pivot was. */
  pivot(row: number, index: number): number {
    const { column, coefficient, columns, count, rhs, hit, factor, rows } = this;
    const [words, bits, spread] = [this.#words, this.#bits, this.#spread];
    const place = this.#find(row, index);
    const pivot = coefficient[place]!;
    const begin = row * columns;
    const end = begin + count[row]!;
    const right = rhs[row]! / pivot;
    rhs[row] = right;
    coefficient[place] = 1;
    for (let k = begin; k < end; k++) {
      const own = coefficient[k]! / pivot;
      coefficient[k] = own;
      spread[column[k]!] = own;
    }
    let hits = 0;
    for (let i = 0; i < rows; i++) {
      if (i === row || !this.#has(i, index)) continue;
      const at = this.#find(i, index);
      const times = coefficient[at]!;
      if (times === 0) continue;
      coefficient[at] = 0;
      hit[hits] = i;
      factor[hits++] = times;
      rhs[i]! -= times * right;
      const first = i * columns;
      const last = first + count[i]!;
      this.#fill(i, row, times);
      let kept = first;
      for (let k = first; k < last; k++) {
        const j = column[k]!;
        const own = coefficient[k]! - times * spread[j]!;
        if (own < ZERO && own > -ZERO) {
          bits[i * words + (j >> 5)]! &= ~(1 << (j & 31));
          continue;
        }
        column[kept] = j;
        coefficient[kept++] = own;
      }
      const end = first + count[i]!;
      for (let k = last; k < end; k++) {
        column[kept] = column[k]!;
        coefficient[kept++] = coefficient[k]!;
      }
      count[i] = kept - first;
    }
    this.hits = hits;
    for (let k = begin; k < end; k++) spread[column[k]!] = 0;
    return pivot;
  }

  /** Columns that another row has, and row i not yet. */
  #fill(i: number, other: number, times: number): void {
    const [words, bits, spread] = [this.#words, this.#bits, this.#spread];
    let end = i * this.columns + this.count[i]!;
    for (let w = 0; w < words; w++) {
      const own = bits[i * words + w]!;
      const added = bits[other * words + w]! & ~own;
      if (added === 0) continue;
      bits[i * words + w] = own | added;
      for (let left = added; left !== 0; left &= left - 1) {
        const column = (w << 5) + 31 - Math.clz32(left & -left);
        this.column[end] = column;
        this.coefficient[end++] = -times * spread[column]!;
      }
    }
    this.count[i] = end - i * this.columns;
  }

  #has(row: number, column: number): boolean {
    return ((this.#bits[row * this.#words + (column >> 5)]! >>> (column & 31)) & 1) === 1;
  }

  #find(row: number, index: number): number {
    const { column } = this;
    let k = row * this.columns;
    while (column[k] !== index) k++;
    return k;
  }

  #widen(): void {
    const { arena, columns, column, coefficient } = this;
    const bits = this.#bits;
    this.#room = Math.min(2 * this.#room, this.most);
    this.column = arena.ints(columns * this.#room);
    this.coefficient = arena.floats(columns * this.#room);
    this.#bits = arena.ints(this.#words * this.#room);
    this.column.set(column);
    this.coefficient.set(coefficient);
    this.#bits.set(bits);
  }
}
