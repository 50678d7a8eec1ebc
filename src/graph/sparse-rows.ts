/** Lists of numbers, one for each of the keys 0, 1, 2 ..., laid end to end (compressed sparse rows). */
export class SparseRows {
  constructor(
    readonly starts: Int32Array,
    readonly entries: Int32Array,
  ) {}

  /** The list of a key; a view, not a copy. */
  of(key: number): Int32Array {
    return this.entries.subarray(this.starts[key], this.starts[key + 1]);
  }
}

/** Collects pairs of numbers in any order, and lists the second of each under the first. */
export class Pairs {
  #keys: Int32Array = new Int32Array(1024);
  #entries: Int32Array = new Int32Array(1024);
  #count = 0;

  add(key: number, entry: number): void {
    if (this.#count === this.#keys.length) {
      this.#keys = doubled(this.#keys);
      this.#entries = doubled(this.#entries);
    }
    this.#keys[this.#count] = key;
    this.#entries[this.#count++] = entry;
  }

  /** The lists of the keys under `size`, each in the order in which its entries were added. */
  listed(size: number): SparseRows {
    const starts = new Int32Array(size + 1);
    for (let i = 0; i < this.#count; i++) starts[this.#keys[i]! + 1]!++;
    for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!;
    const next = starts.slice();
    const entries = new Int32Array(this.#count);
    for (let i = 0; i < this.#count; i++) entries[next[this.#keys[i]!]!++] = this.#entries[i]!;
    return new SparseRows(starts, entries);
  }
}

function doubled(numbers: Int32Array): Int32Array {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
