/** Milliseconds that something takes once. */
export function timed<T>(run: () => T): { ms: number; result: T } {
  const begun = performance.now();
  const result = run();
  return { ms: performance.now() - begun, result };
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
};

/** Rows of cells as aligned text, the first of them as heading; numbers with so many digits as they need. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? digits(cell) : cell)));
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells.map((row) => row.map((cell, column) => cell.padStart(widths[column]!)).join('  ')).join('\n');
}

const digits = (number: number): string =>
  Number.isInteger(number) ? String(number) : number.toFixed(number < 10 ? 3 : number < 100 ? 2 : 1);
