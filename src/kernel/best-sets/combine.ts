import type { Component } from './component.js';
import type { Found } from './search.js';
import type { ChosenSet } from './types.js';

/** The sets of one exact size that free the most for it, and how much any set up to that size could. */
export interface Cell {
  readonly freed: number;
  readonly bound: number;
  /** Sets of this size that free as much and of which no item can be dropped. */
  readonly count: number;
  readonly counted: boolean;
  readonly first: boolean;
  /** The first few of them, in the order of ties; none where a smaller size does as well. Items as in the question. */
  readonly sets: readonly ChosenSet[];
}

/** Nothing chosen. */
export const NOTHING: Cell = {
  freed: 0,
  bound: 0,
  count: 1,
  counted: true,
  first: true,
  sets: [{ items: [], cost: 0 }],
};

/** What was found of a component, as a cell of the sets of those sizes. `cost` is in hundredths. */
export function cellOf(
  { items, costs }: Component,
  found: Found,
  isSize: (items: number, cost: number) => boolean,
  few: number,
): Cell {
  const sets = found.sets
    .map((set) => ({
      items: set.map((place) => items[place]!),
      cost: set.reduce((sum, place) => sum + costs[place]!, 0),
    }))
    .filter((set) => isSize(set.items.length, set.cost))
    .sort(inOrder);
  const { freed, bound, counted, first } = found;
  return { freed, bound, counted, first, count: sets.length, sets: sets.slice(0, few) };
}

/** The cheaper, then the smaller, then the lesser list. */
export function inOrder(a: ChosenSet, b: ChosenSet): number {
  const order = a.cost - b.cost || a.items.length - b.items.length;
  if (order !== 0) return order;
  const at = a.items.findIndex((item, place) => item !== b.items[place]);
  return at < 0 ? 0 : a.items[at]! - b.items[at]!;
}

/**
 * Two rows of cells, by size from 0, as one: of each size the best that a part of it spent here and the rest there can
 * do. What comes first in one and in the other comes first in both together, so the first few suffice.
 */
export function together(one: readonly Cell[], other: readonly Cell[], few: number): readonly Cell[] {
  return one.map((_, size) =>
    either(
      one.slice(0, size + 1).map((cell, spent) => both(cell, other[size - spent]!, few)),
      few,
    ),
  );
}

/** What is best of several cells that share no set. */
export function either(cells: readonly Cell[], few: number): Cell {
  const freed = Math.max(...cells.map((cell) => cell.freed));
  const best = cells.filter((cell) => cell.freed === freed);
  const count = best.reduce((sum, cell) => sum + cell.count, 0);
  // What was left open in one that seems to free less may free as much.
  const closed = cells.every((cell) => cell.freed === freed || cell.bound < freed);
  return {
    freed,
    bound: Math.max(...cells.map((cell) => cell.bound)),
    count: Math.min(count, Number.MAX_SAFE_INTEGER),
    counted: closed && best.every((cell) => cell.counted) && count <= Number.MAX_SAFE_INTEGER,
    first: closed && best.every((cell) => cell.first),
    sets: best
      .flatMap((cell) => cell.sets)
      .sort(inOrder)
      .slice(0, few),
  };
}

function both(a: Cell, b: Cell, few: number): Cell {
  const count = a.count * b.count;
  const sets = a.sets.flatMap((one) =>
    b.sets.map((other) => ({
      items: [...one.items, ...other.items].sort((x, y) => x - y),
      cost: one.cost + other.cost,
    })),
  );
  return {
    freed: a.freed + b.freed,
    bound: a.bound + b.bound,
    count: Math.min(count, Number.MAX_SAFE_INTEGER),
    counted: (isNone(a) || isNone(b) || (a.counted && b.counted)) && count <= Number.MAX_SAFE_INTEGER,
    first: isNone(a) || isNone(b) || (a.first && b.first),
    sets: sets.sort(inOrder).slice(0, few),
  };
}

/** Whether it is known that a smaller size does as well in every way. */
const isNone = (cell: Cell): boolean => cell.counted && cell.count === 0;
