import type { Id } from './fact.js';
import type { FractionText } from './fraction.js';

/** A variable that can only be 0, or 1, given what is fixed before it: the row named cannot be kept otherwise. */
export type Implied = [variable: string, value: 0 | 1, row: string];

/** A price, at or above zero, for each row that has one; rows not listed have the price 0. */
export type Price = [row: string, price: FractionText];

/**
 * A leaf. For every 0/1 point within what is fixed above it, worth <= sum(price x most) + sum over variables of the
 * better of its bounds at its reduced worth (weak duality). `refutes`: with no worth at all that sum is under zero, so
 * no point keeps the rows.
 */
export interface ProofLeaf {
  implied?: Implied[];
  prices: Price[];
  refutes?: true;
}

/** A case distinction: the variable is 0, or it is 1. */
export interface ProofBranch {
  implied?: Implied[];
  on: string;
  zero: ProofTree;
  one: ProofTree;
}

export type ProofTree = ProofLeaf | ProofBranch;

/**
 * Why nothing better can be had of one delivery (spec 3.4). What is worth is, under the objective CREDITS, half
 * credits times the number of stages, plus the entry stage less 1; under ENTRY the entry stage less 1 times (1 + the
 * half credits of all modules of the curriculum), plus half credits. A leaf's bound is rounded down to what sums of
 * the claims' credits and a stage can be worth.
 */
export interface DeliveryProof {
  delivery: Id | null;
  /** Progress stands; or it lapses, since nothing fits with it; or not even that fits, and there are no claims. */
  progress: 'STANDS' | 'LAPSES' | 'NOTHING_FITS';
  /** Trees whose leaves all refute: that nothing fits with progress, then that nothing fits without it. */
  refuted: ProofTree[];
  /** Ids of claims that fit with progress as said; not given where no claims at all do, or the answer's own claims. */
  fits?: string[];
  /** That no claims are worth more than `credits` and `entryStage`. */
  tree: ProofTree;
  /** What cannot be exceeded, by the objective: credits, and the stage with so many credits (or the reverse). */
  credits: number;
  entryStage: number;
}

/**
 * The proof of an assessment: one for each delivery that was asked. Of a leg of a route it is of the stage joined: the
 * stages before it are whole by an entry point at it ("join"), and spans are judged from it; what refutes that progress
 * stands is the spans alone.
 */
export interface Certificate {
  proofs: DeliveryProof[];
}
