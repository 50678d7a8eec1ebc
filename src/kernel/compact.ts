import type { Row } from './binary-model.js';

/** Rows of a 0/1 programme in compressed sparse form, by row and by column. */
export class Compact {
  /** Terms of row i are those from rowStart[i] up to rowStart[i + 1]. */
  readonly rowStart: Int32Array;
  readonly rowVariable: Int32Array;
  readonly rowCoefficient: Float64Array;
  readonly most: Float64Array;
  /** The greatest coefficient of a row in size. */
  readonly greatest: Float64Array;
  /** The sum of the sizes of a row's coefficients. */
  readonly norm: Float64Array;
  /** Whether some coefficient of a row is under zero. */
  readonly mixed: Uint8Array;
  /** Whether a row says that one of its variables is 1 at the most. */
  readonly single: Uint8Array;
  readonly columnStart: Int32Array;
  readonly columnRow: Int32Array;
  readonly columnCoefficient: Float64Array;

  constructor(
    readonly variables: number,
    readonly rows: readonly Row[],
  ) {
    const m = rows.length;
    let terms = 0;
    for (let i = 0; i < m; i++) terms += rows[i]!.terms.length;
    // One piece of memory for all: many small ones take longer to get than to fill.
    const memory = new ArrayBuffer(24 * m + 8 * (2 * terms) + 4 * (2 * terms + m + variables + 2) + 2 * m);
    this.most = new Float64Array(memory, 0, m);
    this.greatest = new Float64Array(memory, 8 * m, m);
    this.norm = new Float64Array(memory, 16 * m, m);
    this.rowCoefficient = new Float64Array(memory, 24 * m, terms);
    this.columnCoefficient = new Float64Array(memory, 24 * m + 8 * terms, terms);
    const ints = 24 * m + 16 * terms;
    this.rowVariable = new Int32Array(memory, ints, terms);
    this.columnRow = new Int32Array(memory, ints + 4 * terms, terms);
    this.rowStart = new Int32Array(memory, ints + 8 * terms, m + 1);
    this.columnStart = new Int32Array(memory, ints + 8 * terms + 4 * (m + 1), variables + 1);
    const bytes = ints + 8 * terms + 4 * (m + variables + 2);
    this.mixed = new Uint8Array(memory, bytes, m);
    this.single = new Uint8Array(memory, bytes + m, m);
    this.#fillRows();
    this.#fillColumns();
  }

  /** Whether an assignment keeps every row, in exact whole numbers. */
  allows(values: Uint8Array): boolean {
    const { rowStart, rowVariable, rowCoefficient, most } = this;
    for (let row = 0; row < most.length; row++) {
      let sum = 0;
      for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) if (values[rowVariable[k]!]) sum += rowCoefficient[k]!;
      if (sum > most[row]!) return false;
    }
    return true;
  }

  #fillRows(): void {
    const { rows, rowStart, rowVariable, rowCoefficient, columnStart, most, norm, greatest, mixed, single } = this;
    let at = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const { terms } = row;
      let sum = 0;
      let largest = 0;
      for (let k = 0; k < terms.length; k++) {
        const term = terms[k]!;
        const coefficient = term[1];
        rowVariable[at] = term[0];
        rowCoefficient[at++] = coefficient;
        columnStart[term[0]]!++;
        if (coefficient < 0) mixed[i] = 1;
        const size = Math.abs(coefficient);
        sum += size;
        if (size > largest) largest = size;
      }
      most[i] = row.most;
      single[i] = row.most === 1 && largest === 1 && !mixed[i] ? 1 : 0;
      norm[i] = sum;
      greatest[i] = largest;
      rowStart[i + 1] = at;
    }
  }

  /** From the numbers of terms in each column; filled from behind, each column's beginning is found on the way. */
  #fillColumns(): void {
    const { variables, rows, rowStart, rowVariable, rowCoefficient, columnStart, columnRow, columnCoefficient } = this;
    let before = 0;
    for (let j = 0; j <= variables; j++) {
      before += columnStart[j]!;
      columnStart[j] = before;
    }
    for (let i = rows.length - 1; i >= 0; i--)
      for (let k = rowStart[i + 1]! - 1; k >= rowStart[i]!; k--) {
        const variable = rowVariable[k]!;
        const place = columnStart[variable]! - 1;
        columnStart[variable] = place;
        columnRow[place] = i;
        columnCoefficient[place] = rowCoefficient[k]!;
      }
  }
}
