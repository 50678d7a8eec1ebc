import type { Residual } from './residual.js';

/** A search for one way through what is still open, node by node, so that two can go on in turn. */
export class Probe {
  /** The first node met that is looked for; -1 as long as there is none. */
  found = -1;
  #first = 0;
  #last = 0;
  #turn = 0;
  #only: Uint8Array | null = null;
  #isLookedFor: (node: number) => boolean = () => false;
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

  /** `only`: the nodes that can lie on a way, marked 1, where that is known. */
  begin(node: number, isLookedFor: (node: number) => boolean, only: Uint8Array | null = null): void {
    this.#turn++;
    this.#first = this.#last = 0;
    this.#only = only;
    this.#isLookedFor = isLookedFor;
    this.found = -1;
    this.#meet(node, -1);
  }

  hasMet(node: number): boolean {
    return this.#met[node] === this.#turn;
  }

  /** Looks on from one more node, unless it is found; false if there is none. */
  step(): boolean {
    if (this.found >= 0) return true;
    if (this.#first === this.#last) return false;
    const { start, edge, head, room } = this.residual;
    const node = this.#queue[this.#first++]!;
    for (let k = start[node]!; k < start[node + 1]! && this.found < 0; k++) {
      const out = edge[k]!;
      const used = this.way === 'forward' ? out : out ^ 1;
      const next = head[out]!;
      if (room[used]! > 0 && !this.hasMet(next) && (!this.#only || this.#only[next] === 1)) this.#meet(next, used);
    }
    return true;
  }

  /** The edges of the way to what was found, or to another node that was met. */
  path(node: number = this.found): number[] {
    const edges: number[] = [];
    const { head } = this.residual;
    for (let by = this.#by[node]!; by >= 0; ) {
      edges.push(by);
      by = this.#by[this.way === 'forward' ? head[by ^ 1]! : head[by]!]!;
    }
    return edges;
  }

  #meet(node: number, by: number): void {
    this.#met[node] = this.#turn;
    this.#by[node] = by;
    this.#queue[this.#last++] = node;
    if (this.#isLookedFor(node)) this.found = node;
  }
}
