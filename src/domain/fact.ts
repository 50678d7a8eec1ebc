import type { Day, Validity } from './time.js';

/** Where a fact was read. */
export interface Source {
  /** The document, page or data set, as a reader would look it up.
   * @minLength 1 */
  document: string;
  /** Clause, section, line or row in it. */
  clause?: string;
  url?: string;
  /** When it was published or read. */
  date?: Day;
}

/** What a fact rests on: read somewhere, assumed for want of it, or made up to be instructive. */
export type Basis = 'published' | 'assumed' | 'illustrative';

/** A stable name chosen by people.
 * @pattern ^[A-Za-z0-9][A-Za-z0-9._-]*$
 * @maxLength 120 */
export type Id = string;

/** What every fact carries besides its content. */
export interface Provenance extends Validity {
  source: Source;
  basis: Basis;
  /** Fields of a row that are assumed although the row itself is published, each with the reason. */
  assumed?: Record<string, string>;
  /** What a reader should know and the engines do not use. */
  remark?: string;
}

/** A row of the catalogue. */
export interface Fact extends Provenance {
  id: Id;
}
