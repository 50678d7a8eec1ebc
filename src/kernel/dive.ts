import type { Fixings } from './fixings.js';

/**
 * An assignment found by fixing one variable after the other with all that follows: those of greatest value in a
 * relaxation first, or those that gain most for what they take; null if it ends where a row cannot be kept. Leaves the
 * fixings as they were.
 */
export function dive(fixings: Fixings, objective: Float64Array, values?: Float64Array): Uint8Array | null {
  const start = fixings.length;
  const order: number[] = [];
  for (let j = 0; j < objective.length; j++) if (fixings.isFree(j)) order.push(j);
  const rank = values ? (j: number) => Math.abs(values[j]! - 0.5) + values[j]! * 0.1 : yieldOf(fixings, objective);
  const ranks = Float64Array.from(objective, (_, j) => rank(j));
  order.sort((a, b) => ranks[b]! - ranks[a]! || a - b);
  const complete = order.every((variable) => {
    if (!fixings.isFree(variable)) return true;
    const wanted = values ? values[variable]! >= 0.5 : objective[variable]! > 0;
    return tries(fixings, variable, wanted ? 1 : 0) || tries(fixings, variable, wanted ? 0 : 1);
  });
  const found = complete ? fixings.low.slice() : null;
  fixings.undo(start);
  return found;
}

function tries(fixings: Fixings, variable: number, value: number): boolean {
  const start = fixings.length;
  fixings.fix(variable, value);
  if (fixings.settle() < 0) return true;
  fixings.undo(start);
  return false;
}

/** Gain for each row that a variable takes from. */
function yieldOf(
  { rows: { columnStart, columnCoefficient } }: Fixings,
  objective: Float64Array,
): (j: number) => number {
  return (j) => {
    let takes = 1;
    for (let k = columnStart[j]!; k < columnStart[j + 1]!; k++) if (columnCoefficient[k]! > 0) takes++;
    return objective[j]! / takes;
  };
}
