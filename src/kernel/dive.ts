import type { Fixings } from './fixings.js';

/** Variables in the order in which dives take them where nothing else tells: most gain for what they take first. */
export function byYield({ rows: { columnStart, columnCoefficient } }: Fixings, objective: Float64Array): Int32Array {
  const n = objective.length;
  const order = new Int32Array(n);
  const yields = new Float64Array(n);
  let sorted = 0;
  for (let j = 0; j < n; j++) {
    const gain = objective[j]!;
    if (gain === 0) continue;
    let takes = 1;
    for (let k = columnStart[j]!; k < columnStart[j + 1]!; k++) if (columnCoefficient[k]! > 0) takes++;
    // Each yield finds its place among those before it: for so few this is quicker than to sort them all at last.
    const own = gain / takes;
    let at = sorted++;
    for (; at > 0 && yields[at - 1]! < own; at--) {
      yields[at] = yields[at - 1]!;
      order[at] = order[at - 1]!;
    }
    yields[at] = own;
    order[at] = j;
  }
  for (let j = 0; j < n; j++) if (objective[j] === 0) order[sorted++] = j;
  return order;
}

/**
 * An assignment found by fixing one variable after the other with all that follows: those that are 1 in `values` first,
 * then those between, the greatest first, then the others in `order`. What gains is taken where it can be. Null if it
 * ends where a row cannot be kept. Leaves the fixings as they were.
 */
export function dive(
  fixings: Fixings,
  objective: Float64Array,
  order: Int32Array,
  values?: Float64Array,
): Uint8Array | null {
  const start = fixings.length;
  const found = takes(fixings, objective, values ? ranked(order, values) : order, values) ? fixings.low.slice() : null;
  fixings.undo(start);
  return found;
}

function takes(fixings: Fixings, objective: Float64Array, order: Int32Array, values?: Float64Array): boolean {
  for (let k = 0; k < order.length; k++) {
    const variable = order[k]!;
    if (!fixings.isFree(variable)) continue;
    const wanted = objective[variable]! > 0 || (values !== undefined && values[variable]! >= 0.5) ? 1 : 0;
    if (!tries(fixings, variable, wanted) && !tries(fixings, variable, 1 - wanted)) return false;
  }
  return true;
}

function tries(fixings: Fixings, variable: number, value: number): boolean {
  const start = fixings.length;
  fixings.fix(variable, value);
  if (fixings.settle() < 0) return true;
  fixings.undo(start);
  return false;
}

const NEAR = 1e-6;

function ranked(order: Int32Array, values: Float64Array): Int32Array {
  const found = new Int32Array(order.length);
  let at = 0;
  for (let k = 0; k < order.length; k++) if (values[order[k]!]! > 1 - NEAR) found[at++] = order[k]!;
  const begun = at;
  for (let k = 0; k < order.length; k++)
    if (values[order[k]!]! >= NEAR && values[order[k]!]! <= 1 - NEAR) found[at++] = order[k]!;
  found.subarray(begun, at).sort((a, b) => values[b]! - values[a]! || a - b);
  for (let k = 0; k < order.length; k++) if (values[order[k]!]! < NEAR) found[at++] = order[k]!;
  return found;
}
