import { poundsText } from '../domain/money.js';

/** Columns of the screen; where the answer goes to a file there is no screen to fit. */
const SCREEN = 120;
const screen = (): number => Math.max(60, process.stdout.columns ?? SCREEN);
/** Sentences are read best in lines of at most so many characters. */
const READABLE = 100;
/** What stands in a section is indented by this. */
const INDENT = 2;
/** How many characters a line of a section may have. */
export const room = (): number => screen() - INDENT;
/** The deepest that later lines of a sentence are indented, and how deep they are where that would be too deep. */
const DEEPEST = 24;
const SHALLOW = 4;

type Cells = readonly (string | number | null)[];

/**
 * Rows as columns, two blanks apart; numbers to the right. The first row is the heading. Where that is wider than the
 * screen, the widest texts go on below; `deeper` is what it is indented by beside a section's lines.
 */
export const columns = (rows: readonly Cells[], deeper = 0): string[] => tableRows(rows, deeper).flat();

/** The lines of each row of a table as `columns` prints it. */
export function tableRows(rows: readonly Cells[], deeper = 0): string[][] {
  const words = rows.map((row) => row.map((cell) => (cell === null ? '-' : String(cell))));
  const heading = words[0] ?? [];
  const isNumber = heading.map((_, at) =>
    rows.slice(1).every((row) => row[at] === null || typeof row[at] === 'number'),
  );
  const widths = widthsOf(words, room() - deeper);
  return words.map((row) => {
    const cells = row.map((cell, at) => folded(cell, widths[at] ?? 0));
    const lines = Array.from({ length: Math.max(1, ...cells.map(({ length }) => length)) }, (_, line) =>
      cells.map((cell, at) => {
        const text = cell[line] ?? '';
        return isNumber[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
      }),
    );
    return lines.map((line) => line.join(GAP).trimEnd());
  });
}

const GAP = '  ';
/** A text this wide reads well: below it a heading longer than what stands under it is folded first. */
const ROOMY = 40;

/** As wide as the longest cell of each column; where the table does not fit, narrowed until it does. No word is broken. */
function widthsOf(words: readonly (readonly string[])[], most: number): number[] {
  const widest = (rows: readonly (readonly string[])[], of: (cell: string) => number): number[] =>
    (words[0] ?? []).map((_, at) => Math.max(0, ...rows.map((row) => of(row[at] ?? ''))));
  const widths = widest(words, ({ length }) => length);
  const body = widest(words.slice(1), ({ length }) => length);
  const least = widest(words, (cell) => Math.max(...cell.split(' ').map(({ length }) => length)));
  const gaps = GAP.length * (widths.length - 1);
  while (widths.reduce((sum, width) => sum + width, gaps) > most) {
    const spare = widths.flatMap((width, at) => (width > least[at]! ? [at] : []));
    const first = spare.filter((at) => widths[at]! > ROOMY);
    const headings = spare.filter((at) => widths[at]! > body[at]!);
    const narrowed = [first, headings, spare].find(({ length }) => length > 0);
    if (!narrowed) break;
    const at = narrowed.reduce((most, next) => (widths[next]! > widths[most]! ? next : most));
    widths[at] = widths[at]! - 1;
  }
  return widths;
}

/** A text in lines of at most so many characters. */
function folded(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1]!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A sentence in lines that the screen holds, those after the first indented like its text. */
export function wrapped(sentence: string, lead = ''): string[] {
  const width = Math.min(READABLE, room());
  const indent = ' '.repeat(lead.length > DEEPEST ? SHALLOW : lead.length);
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of sentence.split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > width) {
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
  lines.length === 0
    ? []
    : ['', ...wrapped(heading), ...lines.map((line) => (line === '' ? '' : `${' '.repeat(INDENT)}${line}`))];

/** `NOT_MET` as `not met`. */
export const words = (name: string): string => name.replaceAll('_', ' ').toLowerCase();

/** `£1,234.50`; `-` where nothing is known. */
export const pounds = (amount: number | null): string => (amount === null ? '-' : poundsText(amount));

/** A head count; those too small to be told are null. */
export const few = (count: number | null): string => (count === null ? 'fewer than 10' : String(count));

/** `1 month`, `2 months`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
