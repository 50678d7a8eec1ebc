import { expect, test } from 'vitest';
import { Flow } from '../../src/kernel/flow/flow.js';
import type { Network } from '../../src/kernel/flow/types.js';
import { Dice } from '../support/dice.js';
import { flowByAnyWay, networkOf } from './flow-cases.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 15_000 : 800));

const changed = (network: Network, arc: number, by: number): Network => ({
  ...network,
  capacity: Array.from(network.capacity, (capacity, at) => (at === arc ? capacity + by : capacity)),
});

/** A flow that keeps within its arcs, loses nothing on the way, and is proven the greatest by both of its cuts. */
function expectGreatest(flow: Flow, network: Network, seed: string): void {
  const { from, to, capacity, nodes, source, sink } = network;
  const gained = new Array<number>(nodes).fill(0);
  for (let arc = 0; arc < from.length; arc++) {
    const on = flow.on(arc);
    expect(on >= 0 && on <= capacity[arc]!, `${seed}: arc ${arc}`).toBe(true);
    expect(flow.capacityOf(arc), seed).toBe(capacity[arc]);
    gained[from[arc]!]! -= on;
    gained[to[arc]!]! += on;
  }
  expect(gained, seed).toEqual(
    gained.map((_, node) => (node === source ? 0 - flow.value : node === sink ? flow.value : 0)),
  );
  for (const cut of [flow.cut('sink'), flow.cut('source')]) {
    expect(cut.capacity, seed).toBe(flow.value);
    const closed = { ...network, capacity: Array.from(capacity, (own, arc) => (cut.arcs.includes(arc) ? 0 : own)) };
    expect(flowByAnyWay(closed), seed).toBe(0);
  }
}

test(`flow is cut, and what sending along any way finds, in ${CASES} random networks`, { timeout: 600_000 }, () => {
  let some = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const network = networkOf(new Dice(seed));
    const flow = new Flow(network);
    expect(flow.value, `SEED=${seed}`).toBe(flowByAnyWay(network));
    expectGreatest(flow, network, `SEED=${seed}`);
    if (flow.value > 0) some++;
  }
  expect(some).toBeGreaterThan(CASES / 3);
});

test('of all least cuts one is nearest the sink and one nearest the source', () => {
  const line = { nodes: 4, source: 0, sink: 3, from: [0, 1, 2], to: [1, 2, 3], capacity: [2, 2, 2] };
  const flow = new Flow(line);
  expect([flow.cut('sink').arcs, flow.cut('source').arcs]).toEqual([[2], [0]]);
});

test(`one more at each arc is worth what solving anew says, in ${CASES} random networks`, { timeout: 600_000 }, () => {
  let worth = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const network = networkOf(new Dice(seed));
    const flow = new Flow(network);
    const anew = Array.from(network.from, (_, arc) => flowByAnyWay(changed(network, arc, 1)) - flow.value);
    expect([...flow.worthOfOneMore()], `SEED=${seed}`).toEqual(anew);
    for (const [arc, gain] of anew.entries()) {
      expect(flow.raise(arc, 1), `SEED=${seed}: arc ${arc}`).toBe(gain);
      expect(flow.lower(arc, 1), `SEED=${seed}: arc ${arc}`).toBe(gain);
    }
    expectGreatest(flow, network, `SEED=${seed}`);
    worth += anew.filter((gain) => gain > 0).length;
  }
  expect(worth).toBeGreaterThan(CASES / 2);
});

test(`what changes keeps the flow the greatest, in ${CASES} random networks`, { timeout: 600_000 }, () => {
  let [gains, losses] = [0, 0];
  for (let seed = 1; seed <= CASES; seed++) {
    const dice = new Dice(seed);
    let network = networkOf(dice);
    const flow = new Flow(network);
    for (let change = 1; change <= 4; change++) {
      const arc = dice.whole(0, network.from.length - 1);
      const less = Math.min(network.capacity[arc]!, dice.one([1, 1, 2, 10]));
      const by = dice.chance(0.5) || less === Infinity ? dice.one([1, 3, 10]) : -less;
      const before = flow.value;
      const gain = by > 0 ? flow.raise(arc, by) : -flow.lower(arc, -by);
      network = changed(network, arc, by);
      expect(flow.value, `SEED=${seed}`).toBe(before + gain);
      expect(flow.value, `SEED=${seed}`).toBe(flowByAnyWay(network));
      // Looking at the cut takes note of what is before and beyond it: changes must do without that, too.
      if (dice.chance(0.5)) expectGreatest(flow, network, `SEED=${seed}`);
      if (gain > 0) gains++;
      if (gain < 0) losses++;
    }
  }
  expect(Math.min(gains, losses)).toBeGreaterThan(CASES / 10);
});

test('two arcs in a row are worth nothing apart and one more together, whatever was known before', () => {
  const row = { nodes: 4, source: 0, sink: 3, from: [0, 1, 2], to: [1, 2, 3], capacity: [5, 1, 1] };
  const flow = new Flow(row);
  expect([...flow.worthOfOneMore()]).toEqual([0, 0, 0]);
  expect([flow.raise(1, 1), flow.raise(2, 1), flow.value]).toEqual([0, 1, 2]);
});

const line = { nodes: 3, source: 0, sink: 2, from: [0, 1], to: [1, 2], capacity: [5, 4] };

test.each([
  ['no limit', { ...line, capacity: [Infinity, Infinity] }, 'the flow has no limit: some way to the sink has none'],
  [
    'half a place',
    { ...line, capacity: [5, 4.5] },
    'arc 1 carries 4.5: give a whole number at or above zero, or Infinity',
  ],
  ['a place that is not there', { ...line, to: [1, 7] }, 'arc 1 leads from 1 to 7: nodes are numbered from 0 to 2'],
  ['an end that is the beginning', { ...line, sink: 0 }, 'source 0 and sink 0 must be two different nodes from 0 to 2'],
  ['lists of two lengths', { ...line, to: [1] }, 'the lists of arcs differ: 2 from, 1 to, 2 capacities'],
])('a network is refused: %s', (_, network, says) => {
  expect(() => new Flow(network)).toThrow(new RangeError(says));
});

test('a change is refused that leaves an arc under zero, is no whole number, or names no arc', () => {
  const flow = new Flow(line);
  expect(() => flow.lower(1, 5)).toThrow(new RangeError('arc 1 carries 4, and cannot be changed by -5'));
  expect(() => flow.raise(1, 0.5)).toThrow(new RangeError('arc 1 is changed by 0.5: give a whole number'));
  expect(() => flow.raise(2, 1)).toThrow(new RangeError('there is no arc 2: they are numbered from 0 to 1'));
  expect(flow.value).toBe(4);
});
