/** A cell of a table that leaves the service: text, a number, or nothing. */
type Cell = string | number | null;

/** A spreadsheet takes text that begins so for a formula, also in full-width signs and behind blanks. */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as CSV text for spreadsheets (RFC 4180: commas, CRLF, quotes doubled), with a byte order mark so that they
 * read it as UTF-8. Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
 * An empty cell is null. Throws an Error where a row has not one cell for each column, or a number is none.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row, at) => {
    if (row.length !== header.length)
      throw new Error(`row ${at + 1} of the table has ${row.length} cells for ${header.length} columns`);
    return line(row);
  });
  return `\uFEFF${[line(header), ...lines].map((text) => `${text}\r\n`).join('')}`;
}

const line = (cells: readonly Cell[]): string => cells.map(written).join(',');

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new Error(`${cell} is no number that a table can hold`);
    return String(cell);
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
