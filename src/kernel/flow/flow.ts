import { sendAll } from './dinic.js';
import { checkChange, checkNetwork } from './network.js';
import { Residual } from './residual.js';
import type { Cut, Network } from './types.js';
import { type Known, Ways } from './ways.js';

/** A greatest flow from source to sink, kept greatest while capacities change. Amounts are whole numbers. */
export class Flow {
  readonly #residual: Residual;
  readonly #capacity: Float64Array;
  readonly #ways: Ways;
  #value: number;
  /** Holds for the capacities of its time, whichever greatest flow it was: what lies before and beyond the least cuts. */
  #known: Known | null = null;
  /** By how much capacities differ from those of that time. */
  readonly #changes = new Map<number, number>();

  /** Throws a RangeError for what `Network` does not allow, and where the flow has no limit. */
  constructor(readonly network: Network) {
    checkNetwork(network);
    this.#residual = new Residual(network);
    this.#capacity = Float64Array.from(network.capacity);
    this.#ways = new Ways(this.#residual);
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
    return this.#knownNow().reached;
  }

  /** By node: 1 if one more unit could go on from there to the sink. */
  reachingSink(): Uint8Array {
    return this.#knownNow().reaching;
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

  /**
   * Lets an arc carry so much more; by how much the flow is greater for it. Only what is near is searched, and nothing
   * where it is known to be in vain: after `worthOfOneMore`, for as long as what was changed since is changed back.
   */
  raise(arc: number, by: number): number {
    checkChange(this.#capacity, arc, by);
    const { room, head } = this.#residual;
    const known = this.#changes.size === 0 ? this.#known : null;
    this.#change(arc, by);
    room[2 * arc]! += by;
    if (known && !(known.reached[head[2 * arc + 1]!] && known.reaching[head[2 * arc]!])) return 0;
    let gained = 0;
    while (room[2 * arc]! > 0) {
      const way = this.#ways.through(2 * arc, known);
      if (!way) break;
      gained += this.#send(way, Number.POSITIVE_INFINITY);
    }
    this.#value += gained;
    return gained;
  }

  /** Lets an arc carry so much less; by how much the flow is less for it, once what can be is sent another way. */
  lower(arc: number, by: number): number {
    checkChange(this.#capacity, arc, -by);
    const { source, sink, from, to } = this.network;
    const { room } = this.#residual;
    this.#change(arc, -by);
    const flow = this.on(arc);
    const over = Math.max(0, flow - this.#capacity[arc]!);
    room[2 * arc] = this.#capacity[arc]! - (flow - over);
    room[2 * arc + 1] = flow - over;
    const lost = over - this.#sendBetween(from[arc]!, to[arc]!, over);
    // What can go no other way is taken back: all that came to the tail came from the source, and all went to the sink.
    this.#sendBetween(from[arc]!, source, lost);
    this.#sendBetween(sink, to[arc]!, lost);
    this.#value -= lost;
    return lost;
  }

  #knownNow(): Known {
    if (!this.#known || this.#changes.size > 0) {
      const { source, sink } = this.network;
      this.#known = { reached: this.#residual.reachedFrom(source), reaching: this.#residual.reaching(sink) };
      this.#changes.clear();
    }
    return this.#known;
  }

  #change(arc: number, by: number): void {
    this.#capacity[arc]! += by;
    const change = (this.#changes.get(arc) ?? 0) + by;
    if (change === 0) this.#changes.delete(arc);
    else this.#changes.set(arc, change);
  }

  /** Sends up to so much from one node to another; how much it was. */
  #sendBetween(from: number, to: number, most: number): number {
    let sent = 0;
    while (sent < most && from !== to) {
      const way = this.#ways.between(from, to);
      if (!way) break;
      sent += this.#send(way, most - sent);
    }
    return sent;
  }

  #send(way: readonly number[], most: number): number {
    const amount = way.reduce((least, edge) => Math.min(least, this.#residual.room[edge]!), most);
    for (const edge of way) this.#residual.push(edge, amount);
    return amount;
  }
}
