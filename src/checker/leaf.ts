import { BIGINTS, DOUBLES, leastMultiple, TooLarge, type Whole } from './exact.js';
import type { Row } from './rows/row.js';

/** A row with its price, n/d, as digits. */
export interface Priced {
  readonly row: Row;
  readonly n: string;
  readonly d: string;
}

/**
 * Weak duality: for prices at or above zero, no 0/1 point with these variables fixed that keeps the rows is worth more
 * than sum(price x most) + sum over variables of the better of their bounds at their reduced worth. Gives that sum,
 * rounded down to a whole number; exact. Under zero with no worth at all, it says that there is no such point.
 */
export function boundOf(
  priced: readonly Priced[],
  worth: ReadonlyMap<string, number>,
  fixed: ReadonlyMap<string, 0 | 1>,
): number {
  try {
    return boundIn(DOUBLES, priced, worth, fixed);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return boundIn(BIGINTS, priced, worth, fixed);
  }
}

function boundIn<T>(
  whole: Whole<T>,
  priced: readonly Priced[],
  worth: ReadonlyMap<string, number>,
  fixed: ReadonlyMap<string, 0 | 1>,
): number {
  const { of, plus, times, over, compare } = whole;
  const zero = of(0);
  const unit = priced.reduce((common, { d }) => leastMultiple(whole, common, of(d)), of(1));
  const reduced = new Map<string, T>();
  for (const [variable, value] of worth) reduced.set(variable, times(of(value), unit));
  let sum = zero;
  for (const { row, n, d } of priced) {
    const price = times(of(n), over(unit, of(d)));
    sum = plus(sum, times(price, of(row.most)));
    for (const [variable, coefficient] of row.terms)
      reduced.set(variable, plus(reduced.get(variable) ?? zero, times(price, of(-coefficient))));
  }
  for (const [variable, value] of reduced) {
    const at = fixed.get(variable);
    if (at === undefined ? compare(value, zero) > 0 : at === 1) sum = plus(sum, value);
  }
  return whole.double(over(sum, unit));
}
