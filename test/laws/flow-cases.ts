import type { Network } from '../../src/kernel/flow/types.js';
import type { Dice } from '../support/dice.js';

/** A small network; half of them such as places make: some into entries, entries into pools, pools into larger ones. */
export function networkOf(dice: Dice): Network {
  const arcs: [number, number, number][] = [];
  const limit = (): number => dice.one([0, 1, 2, 3, 5, 8, 13, dice.chance(0.3) ? Number.POSITIVE_INFINITY : 4]);
  const people = dice.whole(1, 5);
  const between = dice.whole(1, 6);
  const sink = people + between + 1;
  for (let person = 1; person <= people; person++) arcs.push([0, person, dice.whole(0, 9)]);
  const nodes = Array.from({ length: between }, (_, at) => people + 1 + at);
  if (dice.chance(0.5)) {
    for (let person = 1; person <= people; person++)
      for (const entry of dice.some(nodes, dice.whole(0, 3))) arcs.push([person, entry, Number.POSITIVE_INFINITY]);
    for (const entry of nodes) arcs.push([entry, dice.one([sink, ...nodes.filter((node) => node > entry)]), limit()]);
  } else
    for (let arc = dice.whole(0, 16); arc > 0; arc--)
      arcs.push([dice.whole(1, sink - 1), dice.whole(1, sink), limit()]);
  return {
    nodes: sink + 1,
    source: 0,
    sink,
    from: arcs.map(([from]) => from),
    to: arcs.map(([, to]) => to),
    capacity: arcs.map(([, , capacity]) => capacity),
  };
}

/** The greatest flow by sending along any way there is, as long as there is one (Ford and Fulkerson 1956). */
export function flowByAnyWay({ nodes, source, sink, from, to, capacity }: Network): number {
  const room = Array.from({ length: nodes }, () => new Array<number>(nodes).fill(0));
  for (let arc = 0; arc < from.length; arc++) room[from[arc]!]![to[arc]!]! += capacity[arc]!;
  const send = (node: number, amount: number, met: Set<number>): number => {
    if (node === sink) return amount;
    met.add(node);
    for (let next = 0; next < nodes; next++) {
      if (met.has(next) || room[node]![next] === 0) continue;
      const sent = send(next, Math.min(amount, room[node]![next]!), met);
      if (sent === 0) continue;
      room[node]![next]! -= sent;
      room[next]![node]! += sent;
      return sent;
    }
    return 0;
  };
  let value = 0;
  for (let sent = send(source, Infinity, new Set()); sent > 0; sent = send(source, Infinity, new Set())) value += sent;
  return value;
}
