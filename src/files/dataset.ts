import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { KINDS, type Kind, type Rows } from '../domain/catalogue.js';
import type { Id } from '../domain/fact.js';
import type { Problem } from '../domain/problem.js';
import { checkChanges } from './changes.js';
import { checkRows, type Finding, remarksOn } from './check.js';
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
  /** What is odd about rows that load all the same, such as a mapping that stands for nobody. */
  remarks: Problem[];
}

/** Where a row was read. */
interface Origin {
  file: string;
  row: RawRow;
}

/** Rows of one kind in one file. */
interface Sheet {
  file: string;
  kind: Kind;
  /** Nothing where the defaults are wrong: then no row is right, and none is blamed for what they should give. */
  defaults: Defaults | undefined;
  columns?: ReadonlySet<string>;
  told: Set<string>;
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
  readonly #folderDefaults = new Map<string, Defaults | undefined>();
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
      const sheet: Sheet = { file, kind, defaults, told: new Set(), ...(columns ? { columns } : {}) };
      for (const [index, row] of rows.entries()) this.#takeRow(row, index + 1, sheet);
    }
  }

  /** The defaults of a file: its own, else those of its folder; nothing where they are wrong. */
  #defaultsOf(content: Content, file: string): Defaults | undefined {
    const { defaults } = content;
    if (isDefaults(file)) this.#checkFolderDefaults(content, file);
    if (!defaults) return this.#folderDefaults.has(dirname(file)) ? this.#folderDefaults.get(dirname(file)) : {};
    const flaws = defaultsFlaws(defaults.value);
    for (const flaw of flaws) this.#problems.push(placed(flaw, 'defaults', file, defaults.lineOf(flaw.path)));
    const right = flaws.length === 0 ? (defaults.value as Defaults) : undefined;
    if (isDefaults(file)) this.#folderDefaults.set(dirname(file), right);
    return right;
  }

  #checkFolderDefaults({ rows, defaults, unread }: Content, file: string): void {
    const problem = (code: string, message: string): void => {
      this.#problems.push({ code, message: `this file gives defaults to its folder and ${message}.`, file, line: 1 });
    };
    if (rows.length > 0)
      problem('ROWS_IN_DEFAULTS', 'may hold nothing but `defaults:`: move its rows into a file of another name');
    if (!defaults && !unread) problem('MISSING_FIELD', 'has no `defaults:`: add them, or rename the file');
  }

  #takeRow(raw: RawRow, number: number, sheet: Sheet): void {
    const { kind, file, defaults } = sheet;
    const row = completed(kind, raw.value, defaults ?? {});
    const flaws = rowFlaws(kind, row).filter((flaw) => defaults || !isLeftToDefaults(flaw));
    if (flaws.length === 0 && defaults) {
      (this.#rows[kind] as object[]).push(row as object);
      this.#origins.set(row as object, { file, row: raw });
      return;
    }
    const id = (row as { id?: unknown } | null)?.id;
    if (typeof id === 'string') this.#refused.set(id, kind);
    const owner = `${kind}.${typeof id === 'string' ? id : `#${number}`}`;
    for (const flaw of flaws) {
      if (lacksColumn(flaw, sheet)) this.#tellOnce(flaw, sheet);
      else this.#problems.push(placed(flaw, owner, file, raw.lineOf(flaw.path)));
    }
  }

  /** What no row of a table gives is missing once, in its header. */
  #tellOnce({ code, message, path }: Flaw, { told, file }: Sheet): void {
    if (told.has(message)) return;
    told.add(message);
    const field = String(path[0]);
    this.#problems.push({
      code,
      message: `${message} No row of this table gives it: add the column.`,
      file,
      line: 1,
      field,
    });
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
    const remarks = remarksOn(this.#rows, leftOut).map((finding) => this.#problemOf(finding));
    return { rows: this.#rows, problems: this.#problems.sort(byPlace), remarks: remarks.sort(byPlace) };
  }

  #problemOf(finding: Finding): Problem {
    const origin = this.#origins.get(finding.row);
    const field = `${finding.kind}.${finding.row.id}`;
    return placed(this.#withBoth(finding), field, origin?.file, origin?.row.lineOf(finding.path));
  }

  /** A problem of two rows names the place of the other as well. */
  #withBoth(finding: Finding): Finding {
    const other = finding.beside && this.#origins.get(finding.beside);
    if (!other) return finding;
    return { ...finding, message: `${finding.message} The other stands at ${other.file}:${other.row.lineOf([])}.` };
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

/** `defaults.yaml` gives its defaults to every file of its folder that has none of its own. */
const isDefaults = (file: string): boolean => /^defaults\.(ya?ml|json)$/i.test(basename(file));

const isLeftToDefaults = ({ code, path }: Flaw): boolean =>
  code === 'MISSING_FIELD' && (path[0] === 'source' || path[0] === 'basis');

const lacksColumn = ({ code, path }: Flaw, { columns }: Sheet): boolean =>
  columns !== undefined && code === 'MISSING_FIELD' && !columns.has(String(path[0]));
