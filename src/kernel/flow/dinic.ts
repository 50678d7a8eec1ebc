import type { Residual } from './residual.js';

/**
 * Sends as much as possible from source to sink and says how much: blocking flows along shortest paths, until there is
 * no path (Dinic 1970). Throws a RangeError where there is no limit to it.
 */
export function sendAll(residual: Residual): number {
  const { nodes, source, sink } = residual.network;
  const depth = new Int32Array(nodes);
  const next = new Int32Array(nodes);
  const queue = new Int32Array(nodes);
  let sent = 0;
  while (layered(residual, depth, queue)) {
    for (let node = 0; node < nodes; node++) next[node] = residual.start[node]!;
    for (let amount = sendOne(residual, source, sink, depth, next); amount > 0; ) {
      sent += amount;
      amount = sendOne(residual, source, sink, depth, next);
    }
  }
  return sent;
}

/** Counts how many edges each node is from the source, up to the sink; false if that cannot be reached. */
function layered({ network, start, edge, head, room }: Residual, depth: Int32Array, queue: Int32Array): boolean {
  depth.fill(-1);
  depth[network.source] = 0;
  queue[0] = network.source;
  for (let first = 0, last = 1; first < last && depth[network.sink]! < 0; first++) {
    const node = queue[first]!;
    for (let k = start[node]!; k < start[node + 1]!; k++) {
      const to = head[edge[k]!]!;
      if (depth[to]! >= 0 || room[edge[k]!] === 0) continue;
      depth[to] = depth[node]! + 1;
      queue[last++] = to;
    }
  }
  return depth[network.sink]! >= 0;
}

/** Sends what one path down the layers can carry; 0 if none is left. An edge that led nowhere is not tried again. */
function sendOne(residual: Residual, source: number, sink: number, depth: Int32Array, next: Int32Array): number {
  const { start, edge, head, room } = residual;
  const path: number[] = [];
  for (let node = source; node !== sink; ) {
    const at = next[node]!;
    if (at === start[node + 1]!) {
      const back = path.pop();
      if (back === undefined) return 0;
      node = residual.tail(back);
      next[node]!++;
      continue;
    }
    const step = edge[at]!;
    if (room[step]! > 0 && depth[head[step]!] === depth[node]! + 1) {
      path.push(step);
      node = head[step]!;
    } else next[node]!++;
  }
  const amount = path.reduce((least, step) => Math.min(least, room[step]!), Number.POSITIVE_INFINITY);
  if (amount === Number.POSITIVE_INFINITY) throw new RangeError('the flow has no limit: some way to the sink has none');
  for (const step of path) residual.push(step, amount);
  return amount;
}
