/**
 * Arcs with whole capacities between nodes numbered from 0. Arc i leads from `from[i]` to `to[i]` and carries at most
 * `capacity[i]`: a whole number at or above zero, or Infinity. The three lists are equally long.
 */
export interface Network {
  readonly nodes: number;
  readonly source: number;
  readonly sink: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly capacity: ArrayLike<number>;
}

/** Arcs, in rising order, without which nothing flows; together they carry no more than the flow. */
export interface Cut {
  readonly arcs: readonly number[];
  readonly capacity: number;
}

/** An exact fraction in lowest terms, n / d. */
export interface Share {
  readonly n: number;
  readonly d: number;
}

/** What leaves the source by each of these arcs is the same share of its capacity, and this cut is why it is no more. */
export interface Level {
  readonly share: Share;
  readonly arcs: readonly number[];
  /** Full arcs, once those of lesser shares are served; empty where each gets all it may, or leads nowhere. */
  readonly cut: readonly number[];
}
