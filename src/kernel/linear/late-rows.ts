import type { Compact } from '../compact.js';

/**
 * Rows that hold one of these variables, or one that only follows from them: without worth, and in a row with them. If
 * the variables are worth little, a bound that leaves these rows out is hardly greater, and is found much sooner.
 */
export function lateRows(model: Compact, objective: Float64Array, minor: readonly number[]): Uint8Array | null {
  if (minor.length === 0) return null;
  const { variables, columnStart, columnRow, rowStart, rowVariable, most } = model;
  const late = new Uint8Array(most.length);
  const seen = new Uint8Array(variables);
  const reached = [...minor];
  for (const variable of reached) {
    for (let k = columnStart[variable]!; k < columnStart[variable + 1]!; k++) {
      const row = columnRow[k]!;
      if (late[row]) continue;
      late[row] = 1;
      for (let t = rowStart[row]!; t < rowStart[row + 1]!; t++) {
        const other = rowVariable[t]!;
        if (seen[other] || objective[other] !== 0) continue;
        seen[other] = 1;
        reached.push(other);
      }
    }
  }
  return late;
}
