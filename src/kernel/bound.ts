import type { Compact } from './compact.js';

/** Prices of some rows, at or above zero; the others have none. */
export interface Prices {
  readonly rows: readonly number[];
  readonly prices: readonly number[];
}

export const NO_PRICES: Prices = { rows: [], prices: [] };

/** Prices are multiples of this or of a coarser power of two, so that bounds made of them are exact in double precision. */
const FINEST = 2 ** -22;
const EXACT = 2 ** 52;

/**
 * Weak duality: for prices at or above zero no 0/1 point within the bounds that keeps every row is worth more than
 * sum(price x most) + sum over variables of the better of its bounds at its reduced worth. Without an objective, a
 * value under zero means that no such point exists. Exact for prices from `onGrain`. `room` is for what is in between.
 */
export function boundBy(
  model: Compact,
  objective: Float64Array | null,
  priced: Prices,
  low: Uint8Array,
  high: Uint8Array,
  room?: Float64Array,
): number {
  const { variables, most } = model;
  const { rows, prices } = priced;
  const reduced = reducedWorth(model, objective, priced, room);
  let bound = 0;
  for (let p = 0; p < rows.length; p++) bound += prices[p]! * most[rows[p]!]!;
  for (let j = 0; j < variables; j++) {
    const worth = reduced[j]!;
    if (worth > 0) bound += worth * high[j]!;
    else if (worth < 0) bound += worth * low[j]!;
  }
  return bound;
}

/** What each variable is worth once the rows it takes from are paid; written into `room`, if given. */
export function reducedWorth(
  { variables, rowStart, rowVariable, rowCoefficient }: Compact,
  objective: Float64Array | null,
  { rows, prices }: Prices,
  room: Float64Array = new Float64Array(variables),
): Float64Array {
  if (objective) room.set(objective);
  else room.fill(0);
  for (let p = 0; p < rows.length; p++) {
    const row = rows[p]!;
    const price = prices[p]!;
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) room[rowVariable[k]!]! -= price * rowCoefficient[k]!;
  }
  return room;
}

/**
 * The same prices as multiples of the grain, or of a coarser one where sums of a worth of that size would not be exact;
 * prices under half a grain are none.
 */
export function onGrain({ most, norm }: Compact, { rows, prices }: Prices, worth: number, grain = FINEST): Prices {
  let size = worth + 1;
  for (let p = 0; p < rows.length; p++) size += prices[p]! * (Math.abs(most[rows[p]!]!) + norm[rows[p]!]!);
  let step = grain;
  while (size / step > EXACT) step *= 2;
  const kept: number[] = [];
  const rounded: number[] = [];
  for (let p = 0; p < rows.length; p++) {
    const price = Math.round(prices[p]! / step) * step;
    if (price > 0) {
      kept.push(rows[p]!);
      rounded.push(price);
    }
  }
  return { rows: kept, prices: rounded };
}
