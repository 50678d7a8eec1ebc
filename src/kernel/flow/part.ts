import type { Network } from './types.js';

/** An arc that stands for none of the network: what those who get less send on, come what may. */
const GIVEN = -1;

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly origin: number;
}

/** A part of a network, with a source (node 0) and a sink (node 1) of its own, in which fair shares are sought. */
export class Part {
  readonly network: Network;
  /** The arc of the whole network for which each arc stands; below zero for what is given. */
  readonly origin: readonly number[];
  /** The arcs whose shares are sought; what they may carry, added up. */
  readonly people: readonly number[];
  readonly all: number;
  /** What is sure to come from the source besides. */
  readonly given: number;

  constructor(
    readonly nodes: number,
    readonly arcs: readonly Arc[],
  ) {
    this.network = {
      nodes,
      source: 0,
      sink: 1,
      from: arcs.map(({ from }) => from),
      to: arcs.map(({ to }) => to),
      capacity: arcs.map(({ capacity }) => capacity),
    };
    this.origin = arcs.map(({ origin }) => origin);
    const sources = arcs.flatMap((arc, at) => (arc.from === 0 ? [at] : []));
    this.people = sources.filter((at) => arcs[at]!.origin !== GIVEN);
    const sum = (places: readonly number[]): number => places.reduce((total, at) => total + arcs[at]!.capacity, 0);
    this.all = sum(this.people);
    this.given = sum(sources) - this.all;
  }

  /** The same in units of 1/d, with n/d of what each of the people's arcs may carry. */
  scaled({ n, d }: { readonly n: number; readonly d: number }): Network {
    const most = n * this.all + d * this.given;
    if (!Number.isSafeInteger(most)) throw new RangeError('the fair shares of so many are too fine to be exact');
    const scaleOf = ({ from, origin }: Arc): number => (from === 0 && origin !== GIVEN ? n : d);
    return {
      ...this.network,
      capacity: this.arcs.map((arc) => Math.min(arc.capacity * scaleOf(arc), most)),
    };
  }
}

/** All of a network. Throws a RangeError where an arc from the source has no limit. */
export function whole({ nodes, source, sink, from, to, capacity }: Network): Part {
  const local = (node: number): number => (node === source ? 0 : node === sink ? 1 : node + 2);
  const arcs: Arc[] = [];
  for (let origin = 0; origin < from.length; origin++) {
    if (capacity[origin] === 0 || to[origin] === source || from[origin] === sink) continue;
    if (from[origin] === source && capacity[origin] === Number.POSITIVE_INFINITY)
      throw new RangeError(`arc ${origin} leaves the source without a limit: there is no share of that`);
    arcs.push({ from: local(from[origin]!), to: local(to[origin]!), capacity: capacity[origin]!, origin });
  }
  return compact(nodes + 2, arcs);
}

/** Those before the cut (nodes marked 1), for whom the cut is the end. */
export function poorer({ nodes, arcs }: Part, before: Uint8Array): Part {
  const kept = arcs.filter(({ from, to }) => before[from] === 1 && (from !== 0 || before[to] === 1));
  return compact(
    nodes,
    kept.map((arc) => (before[arc.to] === 1 ? arc : { ...arc, to: 1 })),
  );
}

/** Those beyond the cut, with what comes over it as given. */
export function richer({ nodes, arcs }: Part, before: Uint8Array): Part {
  const beyond = arcs.filter(({ from, to }) => before[to] !== 1 && (from === 0 || before[from] !== 1));
  const over = arcs.filter(({ from, to }) => from !== 0 && before[from] === 1 && before[to] !== 1 && to !== 1);
  return compact(nodes, [...beyond, ...over.map((arc) => ({ ...arc, from: 0, origin: GIVEN }))]);
}

/** Nodes numbered anew, without those that no arc touches. */
function compact(nodes: number, arcs: readonly Arc[]): Part {
  const place = new Int32Array(nodes).fill(-1);
  place[0] = 0;
  place[1] = 1;
  let count = 2;
  for (const { from, to } of arcs) for (const node of [from, to]) if (place[node]! < 0) place[node] = count++;
  return new Part(
    count,
    arcs.map((arc) => ({ ...arc, from: place[arc.from]!, to: place[arc.to]! })),
  );
}
