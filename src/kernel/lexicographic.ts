/** One of several objectives: whole-number gains whose sum stays between `least` and `most`. */
export interface Part {
  readonly gains: ArrayLike<number>;
  readonly least: number;
  readonly most: number;
}

/** Several objectives as one, each infinitely more important than those after it. */
export interface Weighed {
  readonly objective: Float64Array;
  /** What the first part's sums weigh is a multiple of this. */
  readonly granule: number;
  /** The greatest worth at or under a bound that sums of the gains could have. */
  readonly roundDown: (bound: number) => number;
  /** A worth above this one and not above any other that is and that sums of the gains could have. */
  readonly above: (worth: number) => number;
  /** A worth not above any whose first part is greater than this one's. */
  readonly next: (worth: number) => number;
  /** The sums of the parts' gains in a worth. */
  readonly sums: (worth: number) => number[];
}

/** A part with its weight, the granule of its weighed sums, and what all parts after it can add up to. */
interface Layer {
  readonly part: Part;
  readonly weight: number;
  readonly granule: number;
  readonly least: number;
  readonly most: number;
}

/** Each part weighs one more than all that those after it can differ by. */
export function weigh(variables: number, parts: readonly Part[]): Weighed {
  const objective = new Float64Array(variables);
  const layers: Layer[] = [];
  let least = 0;
  let most = 0;
  for (const part of [...parts].reverse()) {
    const weight = most - least + 1;
    let granule = 0;
    for (let j = 0; j < variables; j++) {
      const gain = part.gains[j] ?? 0;
      if (gain === 0) continue;
      objective[j]! += weight * gain;
      granule = greatestCommonDivisor(granule, gain);
    }
    layers.unshift({ part, weight, granule: weight * (granule || 1), least, most });
    least += weight * part.least;
    most += weight * part.most;
  }
  const roundDown = (bound: number): number => {
    let worth = 0;
    let left = bound;
    for (const { part, weight, granule, least, most } of layers) {
      const own = Math.min(weight * part.most, Math.floor((left - least) / granule) * granule);
      worth += own;
      left = Math.min(left - own, most);
    }
    return worth;
  };
  const above = (worth: number): number => {
    let found = Number.POSITIVE_INFINITY;
    let left = worth;
    let before = 0;
    for (const { part, weight, granule, least } of layers) {
      const own = Math.floor((left - least) / weight) * weight;
      if (own + granule <= weight * part.most) found = before + own + granule + least;
      before += own;
      left -= own;
    }
    return found;
  };
  const next = (worth: number): number => {
    const layer = layers[0];
    if (!layer) return Number.POSITIVE_INFINITY;
    const { weight, granule, least } = layer;
    return Math.floor((worth - least) / weight) * weight + granule + least;
  };
  const sums = (worth: number): number[] => {
    let left = worth;
    return layers.map(({ weight, least }) => {
      const sum = Math.floor((left - least) / weight);
      left -= sum * weight;
      return sum;
    });
  };
  return { objective, granule: layers[0]?.granule ?? 1, roundDown, above, next, sums };
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
