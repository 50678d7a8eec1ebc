/** Whole-number arithmetic: in doubles while they are exact, or in BigInt. */
export interface Whole<T> {
  /** The number that digits write, or that a double is. */
  readonly of: (value: string | number) => T;
  readonly plus: (a: T, b: T) => T;
  readonly times: (a: T, b: T) => T;
  readonly over: (a: T, b: T) => T;
  /** What is left of a over b: at or above zero, under b. */
  readonly rest: (a: T, b: T) => T;
  readonly compare: (a: T, b: T) => number;
  readonly double: (a: T) => number;
}

/** A number left the range in which doubles are exact. */
export class TooLarge extends RangeError {}

const exact = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new TooLarge('past the whole numbers that doubles tell apart');
  return value;
};

export const DOUBLES: Whole<number> = {
  of: (value) => exact(Number(value)),
  plus: (a, b) => exact(a + b),
  times: (a, b) => exact(a * b),
  over: (a, b) => (a - DOUBLES.rest(a, b)) / b,
  rest: (a, b) => ((a % b) + b) % b,
  compare: (a, b) => a - b,
  double: (a) => a,
};

export const BIGINTS: Whole<bigint> = {
  of: BigInt,
  plus: (a, b) => a + b,
  times: (a, b) => a * b,
  over: (a, b) => (a - BIGINTS.rest(a, b)) / b,
  rest: (a, b) => ((a % b) + b) % b,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  double: Number,
};

/** The least number that both divide. */
export function leastMultiple<T>({ over, rest, times, compare, of }: Whole<T>, a: T, b: T): T {
  let [greater, less] = [a, b];
  while (compare(less, of(0)) > 0) [greater, less] = [less, rest(greater, less)];
  return times(over(a, greater), b);
}
