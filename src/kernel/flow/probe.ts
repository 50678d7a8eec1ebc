import type { Residual } from './residual.js';

/** A search for one way through what is still open, node by node, so that two can go on in turn. */
export class Probe {
  #target = 0;
  #first = 0;
  #last = 0;
  #turn = 0;
  readonly #queue: Int32Array;
  /** The edge by which a node was met, and in which turn. */
  readonly #by: Int32Array;
  readonly #met: Int32Array;

  /** Forward it follows edges from their tails to their heads; backward from their heads to their tails. */
  constructor(
    readonly residual: Residual,
    readonly way: 'forward' | 'backward',
  ) {
    const { nodes } = residual.network;
    this.#queue = new Int32Array(nodes);
    this.#by = new Int32Array(nodes);
    this.#met = new Int32Array(nodes);
  }

  begin(node: number, target: number): this {
    this.#turn++;
    this.#target = target;
    this.#queue[0] = node;
    this.#by[node] = -1;
    this.#met[node] = this.#turn;
    this.#first = 0;
    this.#last = 1;
    return this;
  }

  get found(): boolean {
    return this.#met[this.#target] === this.#turn;
  }

  /** Looks on from one more node; false if there is none. */
  step(): boolean {
    if (this.#first === this.#last) return false;
    const { start, edge, head, room } = this.residual;
    const node = this.#queue[this.#first++]!;
    for (let k = start[node]!; k < start[node + 1]! && !this.found; k++) {
      const out = edge[k]!;
      const used = this.way === 'forward' ? out : out ^ 1;
      if (room[used] === 0 || this.#met[head[out]!] === this.#turn) continue;
      this.#met[head[out]!] = this.#turn;
      this.#by[head[out]!] = used;
      this.#queue[this.#last++] = head[out]!;
    }
    return true;
  }

  /** The edges of the way found. */
  path(): number[] {
    const edges: number[] = [];
    const { head } = this.residual;
    for (let by = this.#by[this.#target]!; by >= 0; ) {
      edges.push(by);
      by = this.#by[this.way === 'forward' ? head[by ^ 1]! : head[by]!]!;
    }
    return edges;
  }
}
