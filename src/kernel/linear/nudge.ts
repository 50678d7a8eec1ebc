/** Where nothing is known each gain is moved by less than this. */
const NUDGE = 1e-5;
const GOLDEN = 0.618034;

/**
 * Moves each gain up by something else, so that ties are rare: all that is 1 in a known assignment together by less than
 * a third of the gap to a better one. What is known gains the most by it, and so the search for prices that prove it the
 * best goes its way. Each turn moves them otherwise; `columns` tells the variable of each gain.
 */
export function nudge(
  gains: Float64Array,
  columns: Int32Array,
  known: Uint8Array | null,
  gap: number,
  turn: number,
): void {
  let chosen = 1;
  if (known) for (let at = 0; at < gains.length; at++) if (known[columns[at]!]) chosen++;
  const most = known ? gap / (3 * chosen) : NUDGE;
  for (let at = 0; at < gains.length; at++) {
    const share = known && !known[columns[at]!] ? 1 / 3 : 1;
    gains[at]! += most * share * (0.5 + 0.5 * (((at + 1) * GOLDEN * (turn + 1)) % 1));
  }
}
