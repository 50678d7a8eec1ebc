import type { Lever } from '../../../domain/blockage.js';
import type { Change, Kind } from '../../../domain/catalogue.js';
import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Holdings } from '../../../domain/holding.js';
import type { Limit } from '../../../domain/limits.js';
import type { Month } from '../../../domain/time.js';

/** A row of any kind, as edits see it. */
export type Row = { id: Id } & Record<string, unknown>;

/** One step of what a lever does to the rows. Steps of several levers on one row are made one after the other. */
export type Edit =
  | { readonly op: 'alter'; readonly kind: Kind; readonly id: Id; readonly alter: (row: Row) => Row }
  | { readonly op: 'put'; readonly kind: Kind; readonly row: Row }
  /** A change of the asker's own. */
  | { readonly op: 'change'; readonly change: Change }
  /** A delivery run in another region as well, as it is once all else is done, under the rules of the first. */
  | { readonly op: 'copy'; readonly delivery: Id; readonly to: Id; readonly region: Id };

/** A lever with how it is worked. */
export interface WorkedLever extends Omit<Lever, 'changes'> {
  readonly edits: readonly Edit[];
  /** The delivery it is about, where it is about one. */
  readonly delivery?: Id;
  /** True: it is about one module alone. */
  readonly single?: boolean;
  /** The programme whose award it gains, where it gains one. */
  readonly offer?: Id;
  /** The row that comes to count, where all it does is to have one more count. */
  readonly adds?: Id;
  /** The limit that it lifts, where it takes one away. */
  readonly lifts?: { readonly policy: Id; readonly limit: Limit };
  /** The currency or span limit that it extends, where it extends one, and to how many months. */
  readonly extends?: { readonly policy: Id; readonly limit: Limit; readonly months: Month };
  /** Whether it could matter to a cohort at all; to everyone where not given. */
  readonly concerns?: (cohort: Cohort, held: Holdings) => boolean;
}

/** What of a lever changes rows, and when. */
export type Working = Pick<WorkedLever, 'id' | 'leadMonths' | 'edits'>;

/** An edit of one row of a kind, typed. */
export const alter = <T extends { id: Id }>(kind: Kind, id: Id, change: (row: T) => T): Edit => ({
  op: 'alter',
  kind,
  id,
  alter: (row) => change(row as unknown as T) as unknown as Row,
});

export const put = (kind: Kind, row: { id: Id }): Edit => ({ op: 'put', kind, row: row as Row });
