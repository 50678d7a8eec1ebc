import type { Prices } from './bound.js';

/** Variables fixed one after the other, each by the row named beside it. */
export type Implied = readonly (readonly [variable: number, value: number, row: number])[];

/** A region of a search that is closed: by prices that bound or refute it. */
export interface Leaf {
  readonly implied: Implied;
  readonly prices: Prices;
  readonly refutes: boolean;
}

/** A region in two cases. */
export interface Branch {
  readonly implied: Implied;
  readonly on: number;
  readonly zero: Tree;
  readonly one: Tree;
}

/** Why nothing better exists: every leaf's prices prove it of its own region. */
export type Tree = Leaf | Branch;

export const leaf = (implied: Implied, prices: Prices): Leaf => ({ implied, prices, refutes: false });

/** A region in which a row cannot be kept. */
export const refuted = (implied: Implied, row: number): Leaf => ({
  implied,
  prices: { rows: [row], prices: [1] },
  refutes: true,
});
