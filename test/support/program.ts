/** A term of a sum: a column and its coefficient. */
export type Term = readonly [column: number, coefficient: number];

/** A mixed-integer programme to be maximised: columns from 0 up to a bound, rows with sums of terms at most a figure. */
export interface Program {
  /** Worth of one of each column. */
  readonly gains: readonly number[];
  readonly upper: readonly number[];
  /** Whether a column may take whole numbers only. */
  readonly whole: readonly boolean[];
  readonly rows: readonly { readonly terms: readonly Term[]; readonly most: number }[];
}

/** A programme in the making. */
export class Sums {
  readonly #upper: number[] = [];
  readonly #whole: boolean[] = [];
  readonly #rows: Program['rows'][number][] = [];

  /** A new column of whole numbers from 0 up to `upper`; of any numbers where `whole` is false. */
  column(upper = 1, whole = true): number {
    this.#whole.push(whole);
    return this.#upper.push(upper) - 1;
  }

  /** Sum of the terms at most `most`; terms of one column are added up. */
  atMost(terms: readonly Term[], most: number): void {
    const sums = new Map<number, number>();
    for (const [column, coefficient] of terms) sums.set(column, (sums.get(column) ?? 0) + coefficient);
    this.#rows.push({ terms: [...sums].filter(([, coefficient]) => coefficient !== 0), most });
  }

  equal(terms: readonly Term[], to: number): void {
    this.atMost(terms, to);
    this.atMost(
      terms.map(([column, coefficient]): Term => [column, -coefficient]),
      -to,
    );
  }

  /** The programme with these gains; columns not named have none. */
  maximising(gains: ReadonlyMap<number, number>): Program {
    return {
      gains: this.#upper.map((_, column) => gains.get(column) ?? 0),
      upper: this.#upper,
      whole: this.#whole,
      rows: this.#rows,
    };
  }
}
