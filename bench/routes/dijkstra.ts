import type { Month } from '../../src/domain/time.js';
import type { StageGraph } from './graph.js';

const NEVER = 0x7fffffff;

/** The earliest arrival from the learner to the register over a graph of stages, one criterion alone (Dijkstra, 1959). */
export class EarliestArrival {
  readonly #at: Int32Array;
  /** A binary heap of nodes by arrival, and where in it each node stands: one more than its place, none 0. */
  readonly #heap: Int32Array;
  readonly #place: Int32Array;
  #size = 0;

  constructor(private readonly graph: StageGraph) {
    const nodes = graph.begin.length - 1;
    this.#at = new Int32Array(nodes);
    this.#heap = new Int32Array(nodes);
    this.#place = new Int32Array(nodes);
  }

  /** The month of arrival for who sets out in a month; null where there is no way. */
  from(first: Month): Month | null {
    const { learner, register, begin, to, months, intakes } = this.graph;
    const at = this.#at.fill(NEVER);
    this.#place.fill(0);
    this.#size = 0;
    this.#lower(learner, first);
    while (this.#size > 0) {
      const node = this.#pop();
      const now = at[node]!;
      if (node === register) return now;
      const end = begin[node + 1]!;
      for (let arc = begin[node]!; arc < end; arc++) {
        const then = now + waitFor(intakes[arc]!, now) + months[arc]!;
        if (then < at[to[arc]!]!) this.#lower(to[arc]!, then);
      }
    }
    return null;
  }

  #lower(node: number, month: Month): void {
    this.#at[node] = month;
    this.#rise(node, this.#place[node] ? this.#place[node]! - 1 : this.#size++);
  }

  #rise(node: number, from: number): void {
    const [at, heap, place] = [this.#at, this.#heap, this.#place];
    const key = at[node]!;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent]!;
      if (at[above]! <= key) break;
      heap[hole] = above;
      place[above] = hole + 1;
      hole = parent;
    }
    heap[hole] = node;
    place[node] = hole + 1;
  }

  #pop(): number {
    const [at, heap, place] = [this.#at, this.#heap, this.#place];
    const top = heap[0]!;
    const moved = heap[--this.#size]!;
    const [size, key] = [this.#size, at[moved]!];
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && at[heap[child + 1]!]! < at[heap[child]!]!) child += 1;
      const below = heap[child]!;
      if (at[below]! >= key) break;
      heap[hole] = below;
      place[below] = hole + 1;
      hole = child;
    }
    heap[hole] = moved;
    place[moved] = hole + 1;
    return top;
  }
}

/** Months until the next calendar month whose bit is set; none where no bit is. */
function waitFor(intakes: number, now: Month): number {
  if (intakes === 0) return 0;
  // Twelve bits twice over, from this calendar month on: the lowest that is set is the next.
  const ahead = (intakes | (intakes << 12)) >>> (now % 12);
  return 31 - Math.clz32(ahead & -ahead);
}
