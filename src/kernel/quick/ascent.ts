import { NO_PRICES, type Prices } from '../bound.js';
import type { Compact } from '../compact.js';
import type { Fixings } from '../fixings.js';

/**
 * Prices found row by row, in the order of the model, at the gains that the rows before have left. Where one at the most
 * is taken, the row has the price of the least that is left of any; elsewhere the price at which the bound is least. One
 * pass, and no optimum of the relaxation; but where every target can be had, it proves as much as the optimum would.
 * `left` is for what is left of each gain. Prices that are `given` are paid first.
 */
export function ascended(
  model: Compact,
  objective: Float64Array,
  fixings: Fixings,
  left: Float64Array,
  given: Prices = NO_PRICES,
): Prices {
  const { most, greatest } = model;
  const rows = [...given.rows];
  const prices = [...given.prices];
  left.set(objective);
  for (let p = 0; p < rows.length; p++) pay(model, rows[p]!, prices[p]!, left);
  for (let row = 0; row < most.length; row++) {
    if (given.rows.includes(row)) continue;
    const price =
      greatest[row] === 1 ? leastLeft(model, objective, fixings, left, row) : atLeast(model, fixings, left, row);
    if (price === 0) continue;
    rows.push(row);
    prices.push(price);
    pay(model, row, price, left);
  }
  for (let p = rows.length - 1; p >= 0; p--) {
    const spare = Math.min(prices[p]!, tooMuch(model, fixings, left, rows[p]!));
    if (spare <= 0) continue;
    prices[p]! -= spare;
    pay(model, rows[p]!, -spare, left);
  }
  return { rows, prices };
}

function pay({ rowStart, rowVariable, rowCoefficient }: Compact, row: number, price: number, left: Float64Array): void {
  for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) left[rowVariable[k]!]! -= price * rowCoefficient[k]!;
}

/** By how much a row's price can fall before something in it gains again. */
function tooMuch(
  { rowStart, rowVariable, rowCoefficient }: Compact,
  { low, high }: Fixings,
  left: Float64Array,
  row: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
    const j = rowVariable[k]!;
    if (rowCoefficient[k]! <= 0 || low[j] === high[j]) continue;
    const own = -left[j]! / rowCoefficient[k]!;
    if (own < least) least = own;
  }
  return least;
}

/** The least that is left of what gains in a row; 0 where the bound would not be less for it, and nothing only follows. */
function leastLeft(
  { rowStart, rowVariable, rowCoefficient, most }: Compact,
  objective: Float64Array,
  { low, high }: Fixings,
  left: Float64Array,
  row: number,
): number {
  let slope = most[row]!;
  let follows = false;
  let least = Number.POSITIVE_INFINITY;
  for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
    const j = rowVariable[k]!;
    const own = left[j]!;
    if (low[j] === high[j]) slope -= rowCoefficient[k]! * low[j]!;
    else if (rowCoefficient[k]! > 0) {
      if (own === 0 && objective[j] === 0) follows = true;
      if (own <= 0) continue;
      slope -= 1;
      if (own < least) least = own;
    } else if (own >= 0) {
      slope += 1;
      if (objective[j] === 0) follows = true;
    } else if (-own < least) least = -own;
  }
  return least < Number.POSITIVE_INFINITY && (slope < 0 || (slope === 0 && follows)) ? least : 0;
}

/** The least price at which a bound is least. */
function atLeast(
  { rowStart, rowVariable, rowCoefficient, most }: Compact,
  { low, high }: Fixings,
  left: Float64Array,
  row: number,
): number {
  const begin = rowStart[row]!;
  const end = rowStart[row + 1]!;
  let slope = most[row]!;
  for (let k = begin; k < end; k++) {
    const j = rowVariable[k]!;
    const coefficient = rowCoefficient[k]!;
    if (low[j] === high[j]) slope -= coefficient * low[j]!;
    else if (coefficient > 0 ? left[j]! > 0 : left[j]! >= 0) slope -= coefficient;
  }
  let price = 0;
  while (slope < 0) {
    let next = Number.POSITIVE_INFINITY;
    let step = 0;
    for (let k = begin; k < end; k++) {
      const j = rowVariable[k]!;
      if (low[j] === high[j]) continue;
      const at = left[j]! / rowCoefficient[k]!;
      if (at <= price || at > next) continue;
      if (at < next) step = 0;
      next = at;
      step += Math.abs(rowCoefficient[k]!);
    }
    if (next === Number.POSITIVE_INFINITY) return price;
    price = next;
    slope += step;
  }
  return price;
}
