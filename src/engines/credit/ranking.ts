import type { CreditRow } from '../../domain/credit-across.js';
import type { Id } from '../../domain/fact.js';

export type AcrossSort = 'CREDITS' | 'ENTRY_STAGE' | 'MONTHS_LEFT' | 'FEE';

const UNKNOWN = Number.POSITIVE_INFINITY;

/** Each measure as what is better first: below zero where a is better. Two unknowns are equal. */
const BY: Record<AcrossSort, (a: CreditRow, b: CreditRow) => number> = {
  CREDITS: (a, b) => b.credits - a.credits,
  ENTRY_STAGE: (a, b) => b.entryStage - a.entryStage,
  MONTHS_LEFT: (a, b) => apart(a.monthsLeft ?? UNKNOWN, b.monthsLeft ?? UNKNOWN),
  FEE: (a, b) => apart(a.fee ?? UNKNOWN, b.fee ?? UNKNOWN),
};
const apart = (a: number, b: number): number => (a === b ? 0 : a - b);

/** The order of lines: by what is asked, then credits, entry stage, months left, fee, and ids. */
export function inOrder(sort: AcrossSort): (a: CreditRow, b: CreditRow) => number {
  const asked = BY[sort];
  return (a, b) =>
    asked(a, b) ||
    b.credits - a.credits ||
    b.entryStage - a.entryStage ||
    apart(a.monthsLeft ?? UNKNOWN, b.monthsLeft ?? UNKNOWN) ||
    apart(a.fee ?? UNKNOWN, b.fee ?? UNKNOWN) ||
    (a.programme < b.programme ? -1 : a.programme > b.programme ? 1 : 0);
}

/** Lines of programmes that were worked through, and lines that are the same for all learners, each in order. */
interface Lines {
  readonly worked: readonly CreditRow[];
  /** All programmes, those worked through among them; `counts` tells which are to be listed. */
  readonly others: readonly CreditRow[];
  readonly order: readonly number[];
  readonly counts: (place: number) => boolean;
  readonly find: (programme: Id) => CreditRow | undefined;
}

/** Lines in one order, merged only as far as they are read: the list is as long as the catalogue, a page is not. */
export class Ranking implements Iterable<CreditRow> {
  constructor(
    readonly length: number,
    private readonly sort: AcrossSort,
    private readonly lines: Lines,
  ) {}

  /** The lines after that of a programme, or from the first on, so many at the most; undefined where it is not listed. */
  after(programme: Id | undefined, most: number): CreditRow[] | undefined {
    if (programme === undefined) return this.#merged(undefined, most);
    const row = this.lines.find(programme);
    return row && this.#merged(row, most);
  }

  [Symbol.iterator](): Iterator<CreditRow> {
    return this.#merged(undefined, this.length)[Symbol.iterator]();
  }

  #merged(from: CreditRow | undefined, most: number): CreditRow[] {
    const { worked, others, order, counts } = this.lines;
    const compare = inOrder(this.sort);
    let at = from ? firstThat(worked.length, (i) => compare(worked[i]!, from) > 0) : 0;
    let rest = from ? firstThat(order.length, (i) => compare(others[order[i]!]!, from) > 0) : 0;
    const merged: CreditRow[] = [];
    while (merged.length < most && (at < worked.length || rest < order.length)) {
      const own = worked[at++];
      const until = own ? firstThat(order.length, (i) => compare(others[order[i]!]!, own) > 0, rest) : order.length;
      for (; rest < until && merged.length < most; rest++) if (counts(order[rest]!)) merged.push(others[order[rest]!]!);
      if (own && merged.length < most) merged.push(own);
    }
    return merged;
  }
}

/** The first number from `from` and under `count` of which something is true, once it is true of all after it. */
function firstThat(count: number, isTrue: (at: number) => boolean, from = 0): number {
  let low = from;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
