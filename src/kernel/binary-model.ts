/** A term of a row: a variable and its whole-number coefficient. */
export type Term = readonly [variable: number, coefficient: number];

/** Sum of the terms at most `most`; whole numbers, so that it can be checked exactly. */
export interface Row {
  readonly terms: readonly Term[];
  readonly most: number;
}

/** A 0/1 programme: which of its variables may be 1 together. */
export class BinaryModel {
  readonly rows: Row[] = [];
  #variables = 0;
  #decisions: number | undefined;

  get variables(): number {
    return this.#variables;
  }

  /** How many of the first variables are decisions, on which searches branch before the others; all where not said. */
  get decisions(): number {
    return this.#decisions ?? this.#variables;
  }

  /** Says that the variables made so far are the decisions, and those still to come only follow from them. */
  decided(): void {
    this.#decisions = this.#variables;
  }

  /** A new variable, 0 or 1. */
  variable(): number {
    return this.#variables++;
  }

  /** Sum of the terms at most `most`. Terms of one variable are added up. */
  atMost(terms: Iterable<Term>, most: number): void {
    const sums = new Map<number, number>();
    for (const [variable, coefficient] of terms) sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
    this.rows.push({ terms: [...sums].filter(([, coefficient]) => coefficient !== 0), most });
  }

  atLeast(terms: Iterable<Term>, least: number): void {
    this.atMost(
      [...terms].map(([variable, coefficient]): Term => [variable, -coefficient]),
      -least,
    );
  }

  /**
   * Fixes every variable that one row alone decides within the bounds, again and again; false if a row cannot be kept.
   * Exact, and cheap beside a relaxation.
   */
  tighten(low: Uint8Array, high: Uint8Array): boolean {
    for (let changed = true; changed; ) {
      changed = false;
      for (const { terms, most } of this.rows) {
        let least = 0;
        for (const [variable, coefficient] of terms)
          least += coefficient * (coefficient > 0 ? low[variable]! : high[variable]!);
        if (least > most) return false;
        for (const [variable, coefficient] of terms) {
          if (low[variable] === high[variable] || least + Math.abs(coefficient) <= most) continue;
          if (coefficient > 0) high[variable] = 0;
          else low[variable] = 1;
          changed = true;
        }
      }
    }
    return true;
  }

  /** Whether an assignment keeps every row, in exact whole numbers. */
  allows(values: ArrayLike<number>): boolean {
    return this.rows.every(({ terms, most }) => {
      let sum = 0;
      for (const [variable, coefficient] of terms) sum += coefficient * (values[variable] ?? 0);
      return sum <= most;
    });
  }

  /** The same rows and some more. */
  with(more: readonly Row[]): BinaryModel {
    const model = new BinaryModel();
    model.#variables = this.#variables;
    model.#decisions = this.#decisions;
    model.rows.push(...this.rows, ...more);
    return model;
  }
}
