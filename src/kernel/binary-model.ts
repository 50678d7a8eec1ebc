/** A term of a row: a variable and its whole-number coefficient. */
export type Term = readonly [variable: number, coefficient: number];

/** Sum of the terms at most `most`; whole numbers, so that it can be checked exactly. */
export interface Row {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly most: number;
}

/** A 0/1 programme: which of its variables may be 1 together. Variables and rows have names, so that a proof can be read. */
export class BinaryModel {
  readonly rows: Row[] = [];
  readonly names: string[] = [];
  /** Variables on which much else hangs: searches branch on them first. */
  readonly leads: number[] = [];
  #decisions: number | undefined;

  get variables(): number {
    return this.names.length;
  }

  /** In which order searches branch: what leads is 2, decisions 1, and what follows from these 0. */
  get turns(): Uint8Array {
    const turns = new Uint8Array(this.variables).fill(1, 0, this.#decisions);
    for (const variable of this.leads) turns[variable] = 2;
    return turns;
  }

  /** Says that the variables made so far are the decisions, and those still to come only follow from them. */
  decided(): void {
    this.#decisions = this.variables;
  }

  /** A new variable, 0 or 1. */
  variable(name: string): number {
    return this.names.push(name) - 1;
  }

  /** A new variable on which searches branch before all others. */
  lead(name: string): number {
    const variable = this.variable(name);
    this.leads.push(variable);
    return variable;
  }

  /**
   * Sum of the terms at most `most`. Terms of one variable are added up, and `most` is rounded down to what the
   * coefficients can add up to: multiples of their greatest common divisor.
   */
  atMost(name: string, given: readonly Term[], most: number): void {
    const terms = summed(given);
    const step = terms.reduce((divisor, [, coefficient]) => greatestCommonDivisor(divisor, coefficient), 0);
    this.rows.push({ name, terms, most: step > 1 ? Math.floor(most / step) * step : most });
  }

  atLeast(name: string, terms: readonly Term[], least: number): void {
    this.atMost(
      name,
      terms.map(([variable, coefficient]): Term => [variable, -coefficient]),
      -least,
    );
  }

  /** Whether an assignment keeps every row, in exact whole numbers. */
  allows(values: ArrayLike<number>): boolean {
    return this.rows.every(({ terms, most }) => {
      let sum = 0;
      for (const [variable, coefficient] of terms) sum += coefficient * (values[variable] ?? 0);
      return sum <= most;
    });
  }
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);

function summed(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<number, number>();
  for (const [variable, coefficient] of terms) sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
  return sums.size === terms.length && terms.every(([, coefficient]) => coefficient !== 0)
    ? terms
    : [...sums].filter(([, coefficient]) => coefficient !== 0);
}
