import { expect, test } from 'vitest';
import { fairFlow } from '../../src/kernel/flow/fair.js';
import type { Network, Share } from '../../src/kernel/flow/types.js';
import { Dice } from '../support/dice.js';
import { flowByAnyWay, networkOf } from './flow-cases.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 15_000 : 800));

/** The arcs that leave the source and may carry anything. */
const peopleOf = ({ from, capacity, source }: Network): number[] =>
  Array.from(from, (_, arc) => arc).filter((arc) => from[arc] === source && capacity[arc]! > 0);

const sharesOf = (network: Network): Map<number, Share> =>
  new Map(fairFlow(network).flatMap(({ arcs, share }) => arcs.map((arc) => [arc, share] as const)));

/** The network in units of 1/unit, with so much for each of the people. */
const served = (network: Network, unit: number, most: ReadonlyMap<number, number>): Network => ({
  ...network,
  capacity: Array.from(network.capacity, (capacity, arc) =>
    network.from[arc] === network.source ? (most.get(arc) ?? 0) : capacity * unit,
  ),
});

const leastCommonMultiple = (numbers: readonly number[]): number =>
  numbers.reduce((all, number) => {
    let multiple = all;
    while (multiple % number !== 0) multiple += all;
    return multiple;
  }, 1);

test(`fair shares can be given all at once, and none can be raised but for one as small, in ${CASES} random networks`, {
  timeout: 600_000,
}, () => {
  let several = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const network = networkOf(new Dice(seed));
    const people = peopleOf(network);
    const shares = sharesOf(network);
    expect(
      [...shares.keys()].sort((a, b) => a - b),
      `SEED=${seed}`,
    ).toEqual(people);
    const unit = leastCommonMultiple([...shares.values()].map(({ d }) => d));
    const amount = (arc: number): number => (network.capacity[arc]! * unit * shares.get(arc)!.n) / shares.get(arc)!.d;
    const all = people.reduce((sum, arc) => sum + amount(arc), 0);
    const given = new Map(people.map((arc) => [arc, amount(arc)]));
    expect(flowByAnyWay(served(network, unit, given)), `SEED=${seed}`).toBe(all);
    expect(all, `SEED=${seed}: a greatest flow`).toBe(unit * flowByAnyWay(network));
    for (const arc of people) {
      // Those with more give way, this one may take all it can: with all who have as little kept whole, it gets no more.
      const { n, d } = shares.get(arc)!;
      const asSmall = people.filter((other) => other !== arc && shares.get(other)!.n * d <= n * shares.get(other)!.d);
      const most = new Map(asSmall.map((other) => [other, amount(other)]));
      const kept = [...most.values()].reduce((sum, own) => sum + own, 0);
      most.set(arc, network.capacity[arc]! * unit);
      expect(flowByAnyWay(served(network, unit, most)), `SEED=${seed}: arc ${arc}`).toBe(kept + amount(arc));
    }
    if (new Set([...shares.values()].map(({ n, d }) => n / d)).size > 2) several++;
  }
  expect(several).toBeGreaterThan(CASES / 20);
});

/** Fair shares from what each set of people can send at the most: the set that gets least together is served first. */
function byEverySet(network: Network): Map<number, Share> {
  const people = peopleOf(network);
  const most = Array.from({ length: 1 << people.length }, (_, bits) =>
    flowByAnyWay(
      served(
        network,
        1,
        new Map(people.filter((_, at) => bits & (1 << at)).map((arc) => [arc, network.capacity[arc]!])),
      ),
    ),
  );
  const heads = (bits: number): number =>
    people.reduce((sum, arc, at) => sum + (bits & (1 << at) ? network.capacity[arc]! : 0), 0);
  const shares = new Map<number, Share>();
  for (let done = 0; done < most.length - 1; ) {
    let best = { bits: 0, n: 1, d: 0 };
    for (let bits = 1; bits < most.length; bits++) {
      if (bits & done) continue;
      const [n, d] = [most[bits | done]! - most[done]!, heads(bits)];
      const order = n * best.d - best.n * d;
      if (order < 0 || (order === 0 && d > heads(best.bits))) best = { bits, n, d };
    }
    for (const [at, arc] of people.entries()) if (best.bits & (1 << at)) shares.set(arc, { n: best.n, d: best.d });
    done |= best.bits;
  }
  return shares;
}

test(`fair shares are those that every set of people yields, in ${CASES} random networks`, { timeout: 600_000 }, () => {
  for (let seed = 1; seed <= CASES; seed++) {
    const network = networkOf(new Dice(seed));
    const expected = byEverySet(network);
    const shares = sharesOf(network);
    expect(shares.size, `SEED=${seed}`).toBe(expected.size);
    for (const [arc, { n, d }] of expected)
      expect(shares.get(arc)!.n * d, `SEED=${seed}: arc ${arc}`).toBe(shares.get(arc)!.d * n);
  }
});

test('a level names the cut that holds it: ten for two places, four for three, and one with a place of its own', () => {
  const network = {
    nodes: 6,
    source: 0,
    sink: 5,
    from: [0, 0, 0, 1, 2, 2, 3, 4],
    to: [1, 2, 3, 4, 4, 5, 5, 5],
    capacity: [10, 4, 1, Infinity, Infinity, 3, Infinity, 2],
  };
  expect(fairFlow(network)).toEqual([
    { share: { n: 1, d: 5 }, arcs: [0], cut: [7] },
    { share: { n: 3, d: 4 }, arcs: [1], cut: [5] },
    { share: { n: 1, d: 1 }, arcs: [2], cut: [] },
  ]);
});

test('who leads nowhere has a share of nothing', () => {
  const network = { nodes: 3, source: 0, sink: 2, from: [0], to: [1], capacity: [7] };
  expect(fairFlow(network)).toEqual([{ share: { n: 0, d: 1 }, arcs: [0], cut: [] }]);
});

test('a source without a limit is refused: there is no share of that', () => {
  const network = { nodes: 2, source: 0, sink: 1, from: [0], to: [1], capacity: [Infinity] };
  expect(() => fairFlow(network)).toThrow(
    new RangeError('arc 0 leaves the source without a limit: there is no share of that'),
  );
});
