import { writeFileSync } from 'node:fs';
import { toCsv } from '../files/write/csv.js';
import { WrongUse } from './io.js';
import { counted } from './text.js';

/** A table as it is written for spreadsheets: its columns, and a row for each line. */
export interface Sheet {
  header: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** The tables of an answer by their names, each made when it is asked for. */
export type Sheets = ReadonlyMap<string, () => Sheet>;

/** Writes one of several tables as CSV, the first where none is named; tells what was written. Throws WrongUse. */
export function csvOut(sheets: Sheets, { csv, table }: { csv?: unknown; table?: unknown }): string {
  const names = [...sheets.keys()];
  const name = String(table ?? names[0]);
  const sheet = sheets.get(name)?.();
  if (!sheet) throw new WrongUse(`There is no such table: name one of ${names.join(', ')} with --table.`);
  const file = String(csv);
  const text = toCsv(sheet.header, sheet.rows);
  try {
    writeFileSync(file, text);
  } catch {
    throw new WrongUse(`The file ${file} cannot be written: name one in a folder that is there, with --csv.`);
  }
  return `${counted(sheet.rows.length, 'row')} of the table ${name} written to ${file}.`;
}
