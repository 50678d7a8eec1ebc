import type { Compact } from '../compact.js';
import type { Fixings } from '../fixings.js';
import type { Arena } from './arena.js';

/** A row is broken from here on; rows are scaled to a greatest coefficient of 1. */
const SLACK = 1e-7;

/** The rows that are not in the tableau, and by how much each is broken: early ones, and those put off. */
export class Waiting {
  early = 0;
  late = 0;
  /** What a row comes to at the values shown, less what it may. */
  readonly over: Float64Array;
  readonly #right: Float64Array;
  /** The square of what is broken counts for so much. */
  readonly #share: Float64Array;
  readonly #early: Int32Array;
  readonly #late: Int32Array;
  /** The values shown last. */
  readonly shown: Float64Array;

  constructor(
    arena: Arena,
    readonly model: Compact,
    fixings: Fixings,
    /** Where each variable of the model stands among the free ones, or -1. */
    readonly place: Int32Array,
    readonly columns: Int32Array,
    readonly free: number,
    late: Uint8Array | null,
  ) {
    const { rowStart, rowVariable, rowCoefficient, most, greatest } = model;
    this.over = arena.floats(most.length);
    this.#right = arena.floats(most.length);
    this.#share = arena.floats(most.length);
    this.#early = arena.ints(most.length);
    this.#late = arena.ints(most.length);
    this.shown = arena.floats(free);
    for (let i = 0; i < most.length; i++) {
      let right = most[i]!;
      let reach = 0;
      for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
        const variable = rowVariable[k]!;
        const coefficient = rowCoefficient[k]!;
        if (place[variable]! < 0) right -= coefficient * fixings.low[variable]!;
        else if (coefficient > 0) reach += coefficient;
      }
      this.#right[i] = right;
      if (reach <= right) continue;
      this.#share[i] = 1 / (greatest[i]! * greatest[i]! * (1 + rowStart[i + 1]! - rowStart[i]!));
      if (late?.[i]) this.#late[this.late++] = i;
      else this.#early[this.early++] = i;
    }
  }

  /** What is left of a row's most for the free variables. */
  right(row: number): number {
    return this.#right[row]!;
  }

  /** All values are zero. */
  begin(): void {
    this.shown.fill(0);
    for (let i = 0; i < this.over.length; i++) this.over[i] = -this.#right[i]!;
  }

  show(column: number, value: number): void {
    const change = value - this.shown[column]!;
    if (change < 1e-12 && change > -1e-12) return;
    this.shown[column] = value;
    const { columnStart, columnRow, columnCoefficient } = this.model;
    const variable = this.columns[column]!;
    for (let k = columnStart[variable]!; k < columnStart[variable + 1]!; k++)
      this.over[columnRow[k]!]! += columnCoefficient[k]! * change;
  }

  /** The row broken the most for its size, which waits no more; -1 if none is. */
  broken(late: boolean): number {
    const list = late ? this.#late : this.#early;
    const count = late ? this.late : this.early;
    const [over, share] = [this.over, this.#share];
    const { greatest } = this.model;
    let worst = 0;
    let found = -1;
    for (let w = 0; w < count; w++) {
      const row = list[w]!;
      const own = over[row]!;
      if (own <= 0) continue;
      const score = own * own * share[row]!;
      if (score > worst && own > SLACK * greatest[row]!) {
        worst = score;
        found = w;
      }
    }
    if (found < 0) return -1;
    const row = list[found]!;
    if (late) list[found] = list[--this.late]!;
    else list[found] = list[--this.early]!;
    return row;
  }
}
