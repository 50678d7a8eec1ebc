import type { Group } from './types.js';

/** Items that share groups, however far one follows them; `items` are their places in the question, in rising order. */
export interface Component {
  readonly items: readonly number[];
  /** Hundredths, by place in `items`. */
  readonly costs: readonly number[];
  /** Sets hold places in `items`. */
  readonly groups: readonly Group[];
}

/** What is left of a question once what cannot matter is gone. */
export interface Reduced {
  /** Weight that is freed with nothing chosen. */
  readonly free: number;
  readonly components: readonly Component[];
}

/**
 * Leaves out items that are not allowed or that no group asks for, and sets that are too dear, too large or hold
 * another; groups of the same sets become one; then parts what shares nothing. `costs` and `mostCost` are hundredths.
 */
export function reduced(
  costs: readonly number[],
  groups: readonly Group[],
  allowed: readonly boolean[],
  mostCost: number,
  mostItems: number,
): Reduced {
  const families = new Map<string, { sets: readonly (readonly number[])[]; weight: number }>();
  let free = 0;
  for (const { weight, sets } of groups) {
    const within = sets
      .map((set) => [...new Set(set)].sort((a, b) => a - b))
      .filter((set) => set.every((item) => allowed[item]))
      .filter((set) => set.length <= mostItems && set.reduce((sum, item) => sum + costs[item]!, 0) <= mostCost);
    const least = leastOf(within);
    if (least[0]?.length === 0) free += weight;
    else if (least.length > 0) {
      const key = least.map((set) => set.join()).join(';');
      const family = families.get(key);
      if (family) family.weight += weight;
      else families.set(key, { sets: least, weight });
    }
  }
  return { free, components: parted(costs, [...families.values()]) };
}

/** The sets that hold no other, the smaller first. */
function leastOf(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const least: (readonly number[])[] = [];
  for (const set of [...sets].sort((a, b) => a.length - b.length || firstDifference(a, b)))
    if (!least.some((other) => other.every((item) => set.includes(item)))) least.push(set);
  return least;
}

/** Components as if they were one. */
export function joined(components: readonly Component[]): Component {
  if (components.length === 1) return components[0]!;
  const all = components.flatMap(({ items, costs }) => items.map((item, at) => ({ item, cost: costs[at]! })));
  all.sort((a, b) => a.item - b.item);
  const place = new Map(all.map(({ item }, at) => [item, at]));
  return {
    items: all.map(({ item }) => item),
    costs: all.map(({ cost }) => cost),
    groups: components.flatMap(({ items, groups }) =>
      groups.map(({ weight, sets }) => ({ weight, sets: sets.map((set) => set.map((at) => place.get(items[at]!)!)) })),
    ),
  };
}

const firstDifference = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((item, place) => item !== b[place]);
  return at < 0 ? 0 : a[at]! - b[at]!;
};

function parted(costs: readonly number[], groups: readonly Group[]): readonly Component[] {
  const parent = new Int32Array(costs.length).map((_, item) => item);
  const rootOf = (item: number): number => {
    let root = item;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  for (const { sets } of groups)
    for (const item of sets.flat()) {
      const [root, other] = [rootOf(sets[0]![0]!), rootOf(item)];
      parent[Math.max(root, other)] = Math.min(root, other);
    }
  const byRoot = new Map<number, Group[]>();
  for (const group of groups) {
    const root = rootOf(group.sets[0]![0]!);
    const known = byRoot.get(root);
    if (known) known.push(group);
    else byRoot.set(root, [group]);
  }
  return [...byRoot.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => {
      const items = [...new Set(own.flatMap(({ sets }) => sets.flat()))].sort((a, b) => a - b);
      const place = new Map(items.map((item, at) => [item, at]));
      return {
        items,
        costs: items.map((item) => costs[item]!),
        groups: own.map(({ weight, sets }) => ({
          weight,
          sets: sets.map((set) => set.map((item) => place.get(item)!)),
        })),
      };
    });
}
