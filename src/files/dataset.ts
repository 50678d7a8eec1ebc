import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { KINDS, type Kind, type Rows } from '../domain/catalogue.js';
import type { Id } from '../domain/fact.js';
import type { Problem } from '../domain/problem.js';
import { checkChanges } from './changes.js';
import { checkRows, type Finding } from './check.js';
import type { Content, Defaults, RawRow } from './read/content.js';
import { completed, defaultsFlaws, rowFlaws } from './read/rows.js';
import { readTable } from './read/table.js';
import { readText } from './read/text.js';
import { readTree } from './read/tree.js';
import { type Flaw, textOfPath } from './shape/flaw.js';

/** The rows of a dataset that have the right shape, and all its problems. With any problem the rows are not a catalogue. */
export interface Dataset {
  rows: Rows;
  problems: Problem[];
}

/** Where a row was read. */
interface Origin {
  file: string;
  row: RawRow;
}

/**
 * Reads a folder of YAML, JSON and CSV files, those in its subfolders included and those in `learners` left out, and
 * checks them row by row and together. Every problem is told, with file and line. Throws where the folder cannot be read.
 */
export function loadDataset(dir: string): Dataset {
  const reading = new Reading(dir);
  const files = datasetFiles(dir);
  for (const file of files) reading.read(file);
  return reading.finish();
}

const READERS: Record<string, (text: string, file: string) => Content> = {
  '.yaml': readTree,
  '.yml': readTree,
  '.json': readTree,
  '.csv': readTable,
};

/** A dataset on its way from files to rows. */
class Reading {
  readonly #rows = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Rows;
  readonly #problems: Problem[] = [];
  readonly #origins = new Map<object, Origin>();
  /** Ids of rows that have the wrong shape: they exist, but nothing else may be asked of them. */
  readonly #refused = new Map<Id, Kind>();
  readonly #folderDefaults = new Map<string, Defaults>();
  #unread = false;

  constructor(readonly dir: string) {}

  read(file: string): void {
    const reader = READERS[extname(file).toLowerCase()];
    if (!reader) {
      this.#problems.push({
        code: 'UNKNOWN_FILE',
        message: 'a dataset is read from .yaml, .yml, .json and .csv files: convert this file or take it away.',
        file,
      });
      return;
    }
    const text = readText(join(this.dir, file));
    if (!('text' in text)) {
      this.#problems.push({ code: text.code, message: text.message, file, line: text.line ?? 1 });
      this.#unread = true;
      return;
    }
    this.#take(reader(text.text, file), file);
  }

  #take(content: Content, file: string): void {
    this.#problems.push(...content.problems);
    if (content.unread) this.#unread = true;
    const defaults = this.#defaultsOf(content, file);
    for (const { kind, rows, columns } of content.rows) {
      const told = new Set<string>();
      for (const [index, row] of rows.entries())
        this.#takeRow(kind, row, `#${index + 1}`, defaults, file, columns, told);
    }
  }

  /** The defaults of a file: its own, else those of its folder. A file `defaults.yaml` gives them to its folder. */
  #defaultsOf({ defaults, rows, problems }: Content, file: string): Defaults {
    const isFolders = /^defaults\.(ya?ml|json)$/i.test(basename(file));
    const folder = dirname(file);
    if (isFolders && rows.length > 0)
      this.#problems.push({
        code: 'ROWS_IN_DEFAULTS',
        message:
          'this file gives defaults to its folder and may hold nothing but `defaults:`: move its rows into a file of another name.',
        file,
        line: 1,
      });
    if (isFolders && !defaults && problems.length === 0)
      this.#problems.push({
        code: 'MISSING_FIELD',
        message: 'this file gives defaults to its folder and has no `defaults:`: add them, or rename the file.',
        file,
        line: 1,
      });
    if (!defaults) return this.#folderDefaults.get(folder) ?? {};
    const flaws = defaultsFlaws(defaults.value);
    for (const flaw of flaws) this.#problems.push(placed(flaw, 'defaults', file, defaults.lineOf(flaw.path)));
    const usable = flaws.length === 0 ? (defaults.value as Defaults) : {};
    if (flaws.length > 0) this.#unread = true;
    if (isFolders) this.#folderDefaults.set(folder, usable);
    return usable;
  }

  #takeRow(
    kind: Kind,
    raw: RawRow,
    number: string,
    defaults: Defaults,
    file: string,
    columns: ReadonlySet<string> | undefined,
    told: Set<string>,
  ): void {
    const row = completed(kind, raw.value, defaults);
    const flaws = rowFlaws(kind, row);
    const id = (row as { id?: unknown } | null)?.id;
    if (flaws.length === 0) {
      (this.#rows[kind] as object[]).push(row as object);
      this.#origins.set(row as object, { file, row: raw });
      return;
    }
    if (typeof id === 'string') this.#refused.set(id, kind);
    for (const flaw of flaws) {
      const field = String(flaw.path[0]);
      const absent = columns && flaw.code === 'MISSING_FIELD' && !columns.has(field);
      if (!absent)
        this.#problems.push(
          placed(flaw, `${kind}.${typeof id === 'string' ? id : number}`, file, raw.lineOf(flaw.path)),
        );
      else if (!told.has(flaw.message)) {
        told.add(flaw.message);
        this.#problems.push({
          code: flaw.code,
          message: `${flaw.message} No row of this table gives it: add the column.`,
          file,
          line: 1,
          field,
        });
      }
    }
  }

  finish(): Dataset {
    const leftOut = { refused: this.#refused, unread: this.#unread };
    const findings = checkRows(this.#rows, leftOut);
    this.#problems.push(...findings.map((finding) => this.#problemOf(finding)));
    for (const row of this.#rows.scenarios)
      for (const { code, message, field = 'changes' } of checkChanges(this.#rows, row.changes, leftOut, findings)
        .problems) {
        const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
        this.#problems.push(this.#problemOf({ code, message, path, kind: 'scenarios', row }));
      }
    return { rows: this.#rows, problems: this.#problems.sort(byPlace) };
  }

  #problemOf(finding: Finding): Problem {
    const origin = this.#origins.get(finding.row);
    const field = `${finding.kind}.${finding.row.id}`;
    return placed(finding, field, origin?.file, origin?.row.lineOf(finding.path));
  }
}

function placed({ code, message, path }: Flaw, owner: string, file?: string, line?: number): Problem {
  const field = path.length > 0 ? `${owner}.${textOfPath(path)}` : owner;
  return { code, message, field, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}

const byPlace = (a: Problem, b: Problem): number =>
  compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The files of a dataset, as paths below its folder: each folder's defaults first, then by name. */
function datasetFiles(dir: string, below = ''): string[] {
  const entries = readdirSync(join(dir, below), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'learners' && extname(name).toLowerCase() !== '.md')
    .sort((a, b) => Number(isDefaults(b.name)) - Number(isDefaults(a.name)) || compare(a.name, b.name));
  return entries.flatMap((entry) =>
    entry.isDirectory() ? datasetFiles(dir, join(below, entry.name)) : [join(below, entry.name)],
  );
}

const isDefaults = (name: string): boolean => /^defaults\./i.test(name);
