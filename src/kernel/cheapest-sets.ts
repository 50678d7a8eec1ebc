/** Some of a list, by their places in it, and what they cost together. */
export interface CostedSet {
  readonly places: readonly number[];
  readonly cost: number;
}

/**
 * Every set of one to `most` things, the cheapest first, then the smaller, then by places. `costs` must be at or above
 * zero and in rising order: each set then costs no less than the one it comes from, so a queue meets them in order.
 */
export function* cheapestSets(costs: readonly number[], most: number): Iterable<CostedSet> {
  const queue: CostedSet[] = costs.length > 0 && most > 0 ? [{ places: [0], cost: costs[0]! }] : [];
  for (let next = queue.shift(); next; next = queue.shift()) {
    yield next;
    const last = next.places.at(-1)!;
    if (last + 1 >= costs.length) continue;
    const cost = next.cost + costs[last + 1]!;
    if (next.places.length < most) insert(queue, { places: [...next.places, last + 1], cost });
    insert(queue, { places: [...next.places.slice(0, -1), last + 1], cost: cost - costs[last]! });
  }
}

function insert(queue: CostedSet[], set: CostedSet): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(queue[middle]!, set) <= 0) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, set);
}

function compare(a: CostedSet, b: CostedSet): number {
  const order = a.cost - b.cost || a.places.length - b.places.length;
  if (order !== 0) return order;
  const at = a.places.findIndex((place, i) => place !== b.places[i]);
  return at < 0 ? 0 : a.places[at]! - b.places[at]!;
}
