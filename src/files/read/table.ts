import { basename } from 'node:path';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { KINDS, type Kind } from '../../domain/catalogue.js';
import { suggestion } from '../../domain/nearest.js';
import type { Problem } from '../../domain/problem.js';
import { type Cell, cellOf, columnsOf } from './columns.js';
import type { Content, RawRow } from './content.js';

interface Column {
  path: string[];
  cell: Cell;
}
interface CsvRecord {
  record: string[];
  info: { lines: number };
}

/** The rows of a CSV file, whose name begins with their kind: `deliveries.csv`, `deliveries-part-time.csv`. */
export function readTable(text: string, file: string): Content {
  const problems: Problem[] = [];
  const broken = (code: string, message: string, line = 1): Content => ({
    rows: [],
    problems: [{ code, message, file, line }],
    unread: true,
  });
  const kind = kindOf(file);
  if (kind === undefined) {
    const stem = basename(file).replace(/[^A-Za-z].*$/, '');
    return broken(
      'UNKNOWN_KIND',
      `the name of a CSV file begins with the kind of its rows, as in \`deliveries-part-time.csv\`, and \`${stem}\` is none.${suggestion(stem, KINDS) || ` The kinds are ${KINDS.join(', ')}.`}`,
    );
  }
  let records: CsvRecord[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return broken('SYNTAX', csvMessage(error), Number(error.lines ?? 1));
  }
  const [header, ...body] = records;
  if (!header) return broken('EMPTY_FILE', 'this file is empty: write a header line and rows in it, or delete it.');
  const columns = readHeader(header.record, kind, file, problems);
  const named = new Set(columns.flatMap((column) => (column ? [column.path[0] as string] : [])));
  const rows = body.flatMap((line) => readRecord(line, columns, file, problems));
  return { rows: [{ kind, rows, columns: named }], problems };
}

/** The kind with which the name of a file begins. */
function kindOf(file: string): Kind | undefined {
  const stem = basename(file).replace(/[^A-Za-z].*$/, '');
  return KINDS.find((kind) => kind === stem);
}

function readHeader(names: readonly string[], kind: Kind, file: string, problems: Problem[]): (Column | undefined)[] {
  const seen = new Set<string>();
  return names.map((raw, index) => {
    const name = raw.trim();
    const path = name.split('.');
    const cell = cellOf(kind, path);
    const problem = (code: string, message: string): undefined => {
      problems.push({ code, message, file, line: 1, field: name });
    };
    if (name === '') return problem('UNKNOWN_FIELD', `column ${index + 1} has no name: give it one, or take it away.`);
    if (seen.has(name))
      return problem('DUPLICATE_FIELD', `the column \`${name}\` is there twice: keep one of the two.`);
    seen.add(name);
    if (cell) return { path, cell };
    const known = columnsOf(kind);
    return problem(
      'UNKNOWN_FIELD',
      `${kind} have no field \`${name}\`.${suggestion(name, known) || ` The fields are ${known.join(', ')}.`}`,
    );
  });
}

/** A record as a row; a cell that is empty gives nothing. */
function readRecord(
  { record, info }: CsvRecord,
  columns: readonly (Column | undefined)[],
  file: string,
  problems: Problem[],
): RawRow[] {
  const line = info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  if (record.length !== columns.length) {
    const message = `this row has ${record.length} cells and the header ${columns.length}: a comma is missing or too many (text that holds a comma needs quotes).`;
    problems.push({ code: 'WRONG_CELLS', message, file, line });
    return [];
  }
  const row: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const text = record[index]?.trim() ?? '';
    if (!column || text === '') continue;
    try {
      put(row, column.path, column.cell(text));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const field = column.path.join('.');
      problems.push({
        code: 'SYNTAX',
        message: `\`${field}\` cannot be read: what is not a simple value or a list with \`;\` is written as JSON, as in [{"stage": 1, "months": [9]}].`,
        file,
        line,
        field,
      });
      return [];
    }
  }
  return [{ value: row, lineOf: () => line }];
}

function put(row: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let owner = row;
  for (const field of path.slice(0, -1)) {
    if (!Object.hasOwn(owner, field)) owner[field] = {};
    owner = owner[field] as Record<string, unknown>;
  }
  owner[path.at(-1) as string] = value;
}

function csvMessage(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a quote is opened in this file and never closed: close it, or double a quote that belongs to the text.';
  if (error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE')
    return 'a quote stands in the middle of a cell: put the whole cell in quotes and double the quotes within.';
  return `this cannot be read as CSV: ${error.message}.`;
}
