import type { Compact } from './compact.js';

/** No row: the variable was fixed by choice. */
export const BY_CHOICE = -1;

/**
 * Which variables of a 0/1 programme are fixed, and what follows row by row. Fixings are undone in the reverse order.
 * `least[i]` is the least that row i can add up to; the arithmetic is in whole numbers, hence exact.
 */
export class Fixings {
  readonly low: Uint8Array;
  readonly high: Uint8Array;
  /** Fixed variables in order, and the row that fixed each, or BY_CHOICE. */
  readonly trail: Int32Array;
  readonly reason: Int32Array;
  length = 0;
  readonly #least: Float64Array;
  readonly #waiting: Int32Array;
  readonly #waits: Uint8Array;
  #count = 0;

  constructor(readonly rows: Compact) {
    const { variables, most, rowStart, rowCoefficient } = rows;
    const m = most.length;
    const memory = new ArrayBuffer(8 * m + 4 * (2 * variables + m) + 2 * variables + m);
    this.#least = new Float64Array(memory, 0, m);
    this.trail = new Int32Array(memory, 8 * m, variables);
    this.reason = new Int32Array(memory, 8 * m + 4 * variables, variables);
    this.#waiting = new Int32Array(memory, 8 * (m + variables), m);
    const bytes = 12 * m + 8 * variables;
    this.low = new Uint8Array(memory, bytes, variables);
    this.high = new Uint8Array(memory, bytes + variables, variables).fill(1);
    this.#waits = new Uint8Array(memory, bytes + 2 * variables, m);
    for (let i = 0; i < m; i++) {
      let least = 0;
      for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) if (rowCoefficient[k]! < 0) least += rowCoefficient[k]!;
      this.#least[i] = least;
      if (rows.greatest[i]! > most[i]! - least) this.#wait(i);
    }
  }

  isFree(variable: number): boolean {
    return this.low[variable] !== this.high[variable];
  }

  /** Fixes a free variable; `settle` then says what follows. */
  fix(variable: number, value: number, row = BY_CHOICE): void {
    const { columnStart, columnRow, columnCoefficient, most, greatest } = this.rows;
    this.low[variable] = value;
    this.high[variable] = value;
    this.trail[this.length] = variable;
    this.reason[this.length++] = row;
    for (let k = columnStart[variable]!; k < columnStart[variable + 1]!; k++) {
      const coefficient = columnCoefficient[k]!;
      if (coefficient > 0 !== (value === 1)) continue;
      const affected = columnRow[k]!;
      const least = this.#least[affected]! + Math.abs(coefficient);
      this.#least[affected] = least;
      if (greatest[affected]! > most[affected]! - least) this.#wait(affected);
    }
  }

  /** Fixes every variable that one row alone decides, again and again; gives a row that cannot be kept, or -1. */
  settle(): number {
    const { rowStart, rowVariable, rowCoefficient, most, greatest } = this.rows;
    while (this.#count > 0) {
      const row = this.#waiting[--this.#count]!;
      this.#waits[row] = 0;
      const slack = most[row]! - this.#least[row]!;
      if (slack < 0) {
        while (this.#count > 0) this.#waits[this.#waiting[--this.#count]!] = 0;
        return row;
      }
      if (greatest[row]! <= slack) continue;
      for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
        const coefficient = rowCoefficient[k]!;
        if (Math.abs(coefficient) > slack && this.isFree(rowVariable[k]!))
          this.fix(rowVariable[k]!, coefficient > 0 ? 0 : 1, row);
      }
    }
    return -1;
  }

  /** Undoes the last fixings until so many are left. */
  undo(length: number): void {
    const { columnStart, columnRow, columnCoefficient } = this.rows;
    while (this.length > length) {
      const variable = this.trail[--this.length]!;
      const value = this.low[variable]!;
      this.low[variable] = 0;
      this.high[variable] = 1;
      for (let k = columnStart[variable]!; k < columnStart[variable + 1]!; k++) {
        const coefficient = columnCoefficient[k]!;
        if (coefficient > 0 === (value === 1)) this.#least[columnRow[k]!]! -= Math.abs(coefficient);
      }
    }
  }

  #wait(row: number): void {
    if (this.#waits[row]) return;
    this.#waits[row] = 1;
    this.#waiting[this.#count++] = row;
  }
}
