const WIDTH = 100;
/** The deepest that later lines of a sentence are indented, and how deep they are where that would be too deep. */
const DEEPEST = 24;
const SHALLOW = 4;

/** Rows as columns, two blanks apart; numbers to the right. The first row is the heading. */
export function columns(rows: readonly (readonly (string | number | null)[])[]): string[] {
  const words = rows.map((row) => row.map((cell) => (cell === null ? '-' : String(cell))));
  const widths = (words[0] ?? []).map((_, column) => Math.max(...words.map((row) => (row[column] ?? '').length)));
  const isNumber = (column: number): boolean =>
    rows.slice(1).every((row) => row[column] === null || typeof row[column] === 'number');
  return words.map((row) =>
    row
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** A sentence in lines of at most a hundred characters, those after the first indented like its text. */
export function wrapped(sentence: string, lead = ''): string[] {
  const indent = ' '.repeat(lead.length > DEEPEST ? SHALLOW : lead.length);
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of sentence.split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** A heading with what stands under it; nothing where nothing does. */
export const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];

/** `NOT_MET` as `not met`. */
export const words = (name: string): string => name.replaceAll('_', ' ').toLowerCase();

/** `£1,234.50`; `-` where nothing is known. */
export function pounds(amount: number | null): string {
  if (amount === null) return '-';
  const pence = Number.isInteger(amount) ? 0 : 2;
  return `£${amount.toLocaleString('en-GB', { minimumFractionDigits: pence, maximumFractionDigits: pence })}`;
}

/** `1 month`, `2 months`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
