import { Probe } from './probe.js';
import type { Residual } from './residual.js';

/** What is known of nodes, marked 1: whether more could come there from the source, and go on from there to the sink. */
export interface Known {
  readonly reached: Uint8Array;
  readonly reaching: Uint8Array;
}

/** Finds ways through what is still open, from both ends in turn: neither search goes far where the other is stuck. */
export class Ways {
  readonly #forward: Probe;
  readonly #backward: Probe;

  constructor(readonly residual: Residual) {
    this.#forward = new Probe(residual, 'forward');
    this.#backward = new Probe(residual, 'backward');
  }

  /** A way from the source by this edge to the sink; null if there is none. Before it and after it, it shares no node. */
  through(edge: number, known: Known | null): number[] | null {
    const { source, sink } = this.residual.network;
    this.#backward.begin(this.residual.tail(edge), (node) => node === source, known?.reached);
    this.#forward.begin(this.residual.head[edge]!, (node) => node === sink, known?.reaching);
    while (this.#backward.found < 0 || this.#forward.found < 0)
      if (!this.#backward.step() || !this.#forward.step()) return null;
    return [...this.#backward.path(), edge, ...this.#forward.path()];
  }

  /** A way from one node to another; null if there is none. */
  between(from: number, to: number): number[] | null {
    const [on, back] = [this.#forward, this.#backward];
    back.begin(to, () => false);
    on.begin(from, (node) => back.hasMet(node));
    back.begin(to, (node) => on.hasMet(node));
    while (on.found < 0 && back.found < 0) if (!on.step() || !back.step()) return null;
    const met = on.found >= 0 ? on.found : back.found;
    return [...on.path(met), ...back.path(met)];
  }
}
