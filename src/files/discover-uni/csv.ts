import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A row of a CSV file by the names in its header. */
export type Fields = Record<string, string>;

/**
 * The rows of a CSV file, byte order mark or none. Of columns that repeat a name (the course file has `HECOS` five
 * times) the first has it. A row with a missing or spare cell throws: a shifted row would say something else.
 */
export function readFields(file: string): Fields[] {
  return fieldsOf(readFileSync(file, 'utf8'));
}

/** The rows of a CSV text, as `readFields` reads them. */
export function fieldsOf(text: string): Fields[] {
  const columns = (header: string[]) => header.map((name, at) => header.indexOf(name) === at && name);
  return parse(text, { bom: true, columns, skip_empty_lines: true, trim: true });
}

/** A CSV text with a header of `columns`; what a row does not give is an empty cell, what is not text is JSON. */
export function csvOf(columns: readonly string[], rows: readonly Record<string, unknown>[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
