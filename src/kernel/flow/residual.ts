import type { Network } from './types.js';

/**
 * What can still be sent along each arc and back. Arc i is edge 2i; edge 2i + 1 leads back, and what it can carry is what
 * flows on the arc. Whole numbers in doubles: exact up to 2^53.
 */
export class Residual {
  readonly head: Int32Array;
  readonly room: Float64Array;
  /** Edges that leave node v are edge[start[v]] up to edge[start[v + 1]]. */
  readonly start: Int32Array;
  readonly edge: Int32Array;

  constructor(readonly network: Network) {
    const { nodes, from, to, capacity } = network;
    this.head = new Int32Array(2 * from.length);
    this.room = new Float64Array(2 * from.length);
    this.start = new Int32Array(nodes + 1);
    this.edge = new Int32Array(2 * from.length);
    for (let arc = 0; arc < from.length; arc++) {
      this.head[2 * arc] = to[arc]!;
      this.head[2 * arc + 1] = from[arc]!;
      this.room[2 * arc] = capacity[arc]!;
      this.start[from[arc]! + 1]!++;
      this.start[to[arc]! + 1]!++;
    }
    for (let node = 0; node < nodes; node++) this.start[node + 1]! += this.start[node]!;
    const next = this.start.slice(0, nodes);
    for (let edge = 0; edge < this.head.length; edge++) this.edge[next[this.tail(edge)]!++] = edge;
  }

  tail(edge: number): number {
    return this.head[edge ^ 1]!;
  }

  push(edge: number, amount: number): void {
    this.room[edge]! -= amount;
    this.room[edge ^ 1]! += amount;
  }

  /** The nodes that can be reached from this one, marked 1. */
  reachedFrom(node: number): Uint8Array {
    return this.#spread(node, (edge) => this.room[edge]! > 0);
  }

  /** The nodes from which this one can be reached, marked 1. */
  reaching(node: number): Uint8Array {
    return this.#spread(node, (edge) => this.room[edge ^ 1]! > 0);
  }

  #spread(node: number, open: (edge: number) => boolean): Uint8Array {
    const met = new Uint8Array(this.network.nodes);
    const queue = new Int32Array(this.network.nodes);
    met[node] = 1;
    queue[0] = node;
    for (let first = 0, last = 1; first < last; first++)
      for (let k = this.start[queue[first]!]!; k < this.start[queue[first]! + 1]!; k++) {
        const edge = this.edge[k]!;
        const head = this.head[edge]!;
        if (met[head] || !open(edge)) continue;
        met[head] = 1;
        queue[last++] = head;
      }
    return met;
  }
}
