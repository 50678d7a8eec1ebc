import type { Kind } from '../../domain/catalogue.js';
import type { Provenance, Source } from '../../domain/fact.js';
import type { Problem } from '../../domain/problem.js';
import type { Path } from '../shape/flaw.js';

/** What the rows of a file or folder share; its source may be a part of one. */
export type Defaults = Partial<Omit<Provenance, 'source'>> & { source?: Partial<Source> };

/** A row as it stands in a file, before it is known to have the right shape. */
export interface RawRow {
  value: unknown;
  /** The line at which a part of the row stands, or that of what it should stand in. */
  lineOf(path: Path): number | undefined;
}

/** What a file holds, as far as it could be read. */
export interface Content {
  rows: {
    kind: Kind;
    rows: RawRow[];
    /** The fields that have a column, in a table: what has none is missing once, not once a row. */
    columns?: ReadonlySet<string>;
  }[];
  defaults?: { value: unknown; lineOf(path: Path): number | undefined };
  problems: Problem[];
  /** True where some of the file could not be read at all, so that what it would have held is unknown. */
  unread?: boolean;
}
