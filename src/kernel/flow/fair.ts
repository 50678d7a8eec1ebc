import { Flow } from './flow.js';
import { checkNetwork } from './network.js';
import { type Part, poorer, richer, whole } from './part.js';
import type { Level, Network } from './types.js';

/**
 * The max-min fair flow: of all flows that for which the least share (what leaves the source by an arc, over what the
 * arc may carry) is greatest, then the next, and so on; it is a greatest flow too (Megiddo 1974). Its levels, the
 * smallest share first, exact; an arc that may carry nothing has none. All would get the mean; where a cut forbids it,
 * those before the cut get less and share what it lets through, the others share the rest, and each side is asked again
 * (Fujishige 1980). Throws a RangeError where an arc from the source has no limit, for what `Network` does not allow,
 * and where the numbers are too large to be exact.
 */
export function fairFlow(network: Network): readonly Level[] {
  checkNetwork(network);
  const levels: Level[] = [];
  const parts = [whole(network)];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const level = levelOf(part);
    if ('share' in level) levels.push(level);
    else parts.push(...level);
  }
  return levels.sort((a, b) => a.share.n * b.share.d - b.share.n * a.share.d);
}

/** The one level of a part where all can have the same share; else the part in two. Nothing for a part without people. */
function levelOf(part: Part): Level | readonly Part[] {
  const { people, all, given, network } = part;
  if (people.length === 0) return [];
  const flow = new Flow(network);
  const through = flow.value - given;
  const divisor = greatestCommonDivisor(through, all);
  const share = { n: through / divisor, d: all / divisor };
  const arcs = people.map((arc) => part.origin[arc]!).sort((a, b) => a - b);
  if (through === all) return { share, arcs, cut: [] };
  const scaled = part.scaled(share);
  const even = new Flow(scaled);
  if (even.value === share.n * all + share.d * given) {
    const cut = flow.cut('sink').arcs.map((arc) => part.origin[arc]!);
    return { share, arcs, cut: cut.filter((arc) => arc >= 0).sort((a, b) => a - b) };
  }
  const before = even.reachedFromSource();
  return [poorer(part, before), richer(part, before)];
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
