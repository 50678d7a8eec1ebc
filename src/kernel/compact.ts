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
  readonly columnStart: Int32Array;
  readonly columnRow: Int32Array;
  readonly columnCoefficient: Float64Array;

  constructor(
    readonly variables: number,
    readonly rows: readonly Row[],
  ) {
    const terms = rows.reduce((sum, row) => sum + row.terms.length, 0);
    this.rowStart = new Int32Array(rows.length + 1);
    this.rowVariable = new Int32Array(terms);
    this.rowCoefficient = new Float64Array(terms);
    this.most = new Float64Array(rows.length);
    this.greatest = new Float64Array(rows.length);
    this.norm = new Float64Array(rows.length);
    this.columnStart = new Int32Array(variables + 1);
    let at = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      this.most[i] = row.most;
      for (const [variable, coefficient] of row.terms) {
        this.rowVariable[at] = variable;
        this.rowCoefficient[at++] = coefficient;
        this.columnStart[variable + 1]!++;
        const size = Math.abs(coefficient);
        this.norm[i]! += size;
        if (size > this.greatest[i]!) this.greatest[i] = size;
      }
      this.rowStart[i + 1] = at;
    }
    for (let j = 0; j < variables; j++) this.columnStart[j + 1]! += this.columnStart[j]!;
    this.columnRow = new Int32Array(terms);
    this.columnCoefficient = new Float64Array(terms);
    const next = this.columnStart.slice(0, variables);
    for (let i = 0; i < rows.length; i++)
      for (let k = this.rowStart[i]!; k < this.rowStart[i + 1]!; k++) {
        const place = next[this.rowVariable[k]!]!++;
        this.columnRow[place] = i;
        this.columnCoefficient[place] = this.rowCoefficient[k]!;
      }
  }
}
