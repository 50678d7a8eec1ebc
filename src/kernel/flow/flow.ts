import { sendAll } from './dinic.js';
import { checkChange, checkNetwork } from './network.js';
import { Probe } from './probe.js';
import { Residual } from './residual.js';
import type { Cut, Network } from './types.js';

/** A greatest flow from source to sink, kept greatest while capacities change. Amounts are whole numbers. */
export class Flow {
  readonly #residual: Residual;
  readonly #capacity: Float64Array;
  readonly #forward: Probe;
  readonly #backward: Probe;
  #value: number;

  /** Throws a RangeError for what `Network` does not allow, and where the flow has no limit. */
  constructor(readonly network: Network) {
    checkNetwork(network);
    this.#residual = new Residual(network);
    this.#capacity = Float64Array.from(network.capacity);
    this.#forward = new Probe(this.#residual, 'forward');
    this.#backward = new Probe(this.#residual, 'backward');
    this.#value = sendAll(this.#residual);
  }

  /** How much flows from source to sink. */
  get value(): number {
    return this.#value;
  }

  /** How much flows on an arc. */
  on(arc: number): number {
    return this.#residual.room[2 * arc + 1]!;
  }

  /** What an arc may carry, after all changes. */
  capacityOf(arc: number): number {
    return this.#capacity[arc]!;
  }

  /** By node: 1 if one more unit could come there from the source. */
  reachedFromSource(): Uint8Array {
    return this.#residual.reachedFrom(this.network.source);
  }

  /** By node: 1 if one more unit could go on from there to the sink. */
  reachingSink(): Uint8Array {
    return this.#residual.reaching(this.network.sink);
  }

  /**
   * The least cut nearest the sink, or nearest the source: arcs that are full and lead from one side to the other. What
   * they may carry is the value of the flow, which proves that it is the greatest (Ford and Fulkerson 1956).
   */
  cut(nearest: 'sink' | 'source'): Cut {
    const { from, to } = this.network;
    const before = nearest === 'source' ? this.reachedFromSource() : this.reachingSink().map((reaches) => 1 - reaches);
    const arcs: number[] = [];
    let capacity = 0;
    for (let arc = 0; arc < from.length; arc++) {
      if (before[from[arc]!] !== 1 || before[to[arc]!] !== 0) continue;
      arcs.push(arc);
      capacity += this.#capacity[arc]!;
    }
    return { arcs, capacity };
  }

  /**
   * By arc: 1 if the flow were greater by one if the arc could carry one more. That is so where one more can come to its
   * tail and go on from its head: two searches answer it for all arcs.
   */
  worthOfOneMore(): Uint8Array {
    const { from, to } = this.network;
    const reached = this.reachedFromSource();
    const reaching = this.reachingSink();
    return Uint8Array.from({ length: from.length }, (_, arc) => reached[from[arc]!]! & reaching[to[arc]!]!);
  }

  /** Lets an arc carry so much more; by how much the flow is greater for it. Searches only near the arc. */
  raise(arc: number, by: number): number {
    checkChange(this.#capacity, arc, by);
    const { source, sink, from, to } = this.network;
    const { room } = this.#residual;
    this.#capacity[arc]! += by;
    room[2 * arc]! += by;
    let gained = 0;
    // What can come to the tail and what can go on from the head share no node, or the flow was not the greatest.
    while (room[2 * arc]! > 0 && this.#bothFound(from[arc]!, source, to[arc]!, sink)) {
      const path = [...this.#backward.path(), 2 * arc, ...this.#forward.path()];
      gained += this.#send(path, Number.POSITIVE_INFINITY);
    }
    this.#value += gained;
    return gained;
  }

  /** Lets an arc carry so much less; by how much the flow is less for it, once what can be is sent another way. */
  lower(arc: number, by: number): number {
    checkChange(this.#capacity, arc, -by);
    const { source, sink, from, to } = this.network;
    const { room } = this.#residual;
    this.#capacity[arc]! -= by;
    const flow = this.on(arc);
    const over = Math.max(0, flow - this.#capacity[arc]!);
    room[2 * arc] = this.#capacity[arc]! - flow + over;
    room[2 * arc + 1] = flow - over;
    let lost = over;
    while (lost > 0 && this.#found(from[arc]!, to[arc]!)) lost -= this.#send(this.#forward.path(), lost);
    this.#takeBack(from[arc]!, source, lost);
    this.#takeBack(sink, to[arc]!, lost);
    this.#value -= lost;
    return lost;
  }

  /** Sends back what no longer can go on, or no longer comes. */
  #takeBack(node: number, target: number, amount: number): void {
    for (let left = amount; left > 0 && node !== target; ) {
      this.#found(node, target);
      left -= this.#send(this.#forward.path(), left);
    }
  }

  #found(node: number, target: number): boolean {
    const probe = this.#forward.begin(node, target);
    while (!probe.found) if (!probe.step()) return false;
    return true;
  }

  /** Searches back from the tail and on from the head in turn, so that neither goes far where the other is stuck. */
  #bothFound(tail: number, source: number, head: number, sink: number): boolean {
    const back = this.#backward.begin(tail, source);
    const on = this.#forward.begin(head, sink);
    while (!back.found || !on.found) {
      if (!back.found && !back.step()) return false;
      if (!on.found && !on.step()) return false;
    }
    return true;
  }

  #send(path: readonly number[], most: number): number {
    const amount = path.reduce((least, edge) => Math.min(least, this.#residual.room[edge]!), most);
    for (const edge of path) this.#residual.push(edge, amount);
    return amount;
  }
}
