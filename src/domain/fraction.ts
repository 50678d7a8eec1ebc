/** An exact fraction as the catalogue writes it: `1/2`, `2/3`, `1`. */
export type FractionText = string;

export interface Fraction {
  readonly n: number;
  readonly d: number;
}

const FRACTION = /^(\d+)(?:\/([1-9]\d*))?$/;

/** The fraction that `2/3` or `1` names. Throws a RangeError for anything else. */
export function fractionOf(text: FractionText): Fraction {
  const found = FRACTION.exec(text);
  if (!found) throw new RangeError('not a fraction: write it as 2/3');
  return { n: Number(found[1]), d: Number(found[2] ?? 1) };
}

/** The most multiples of `granule` that stay at or under `fraction` of `whole`, compared exactly. */
export const floorOf = ({ n, d }: Fraction, whole: number, granule = 0.5): number =>
  Math.floor(((whole / granule) * n) / d) * granule;
