/** Bytes that a new arena begins with, and that every array in it begins at a multiple of. */
const FIRST = 1 << 20;
const STEP = 8;

/**
 * Memory for arrays that one relaxation needs and the next may have. Getting many small arrays from the system and
 * back to it takes longer than a small relaxation takes to be solved.
 */
export class Arena {
  static readonly #spare: Arena[] = [];
  #buffer = new ArrayBuffer(FIRST);
  #used = 0;

  static take(): Arena {
    return Arena.#spare.pop() ?? new Arena();
  }

  /** Says that no array of it will be touched any more. */
  release(): void {
    this.#used = 0;
    Arena.#spare.push(this);
  }

  /** So many numbers; what is in them is of chance. */
  floats(length: number): Float64Array {
    const at = this.#next(8 * length);
    return new Float64Array(this.#buffer, at, length);
  }

  ints(length: number): Int32Array {
    const at = this.#next(4 * length);
    return new Int32Array(this.#buffer, at, length);
  }

  /** Where so many bytes begin. Arrays given before keep the buffer they are in. */
  #next(bytes: number): number {
    if (this.#used + bytes > this.#buffer.byteLength) {
      this.#buffer = new ArrayBuffer(2 * Math.max(this.#buffer.byteLength, bytes));
      this.#used = 0;
    }
    const at = this.#used;
    this.#used += Math.ceil(bytes / STEP) * STEP;
    return at;
  }
}
