import type { Network } from './types.js';

/** Throws a RangeError where a network is not what its type says. */
export function checkNetwork({ nodes, source, sink, from, to, capacity }: Network): void {
  const isNode = (node: number | undefined): boolean => Number.isInteger(node) && node! >= 0 && node! < nodes;
  if (!isNode(source) || !isNode(sink) || source === sink)
    throw new RangeError(`source ${source} and sink ${sink} must be two different nodes from 0 to ${nodes - 1}`);
  if (from.length !== to.length || from.length !== capacity.length)
    throw new RangeError(
      `the lists of arcs differ: ${from.length} from, ${to.length} to, ${capacity.length} capacities`,
    );
  for (let arc = 0; arc < from.length; arc++) {
    if (!isNode(from[arc]) || !isNode(to[arc]))
      throw new RangeError(
        `arc ${arc} leads from ${from[arc]} to ${to[arc]}: nodes are numbered from 0 to ${nodes - 1}`,
      );
    if (!isCapacity(capacity[arc]!))
      throw new RangeError(`arc ${arc} carries ${capacity[arc]}: give a whole number at or above zero, or Infinity`);
  }
}

/** Throws a RangeError where an arc cannot carry so much more (or, below zero, less). */
export function checkChange(capacity: Float64Array, arc: number, by: number): void {
  const now = capacity[arc];
  if (now === undefined)
    throw new RangeError(`there is no arc ${arc}: they are numbered from 0 to ${capacity.length - 1}`);
  if (!Number.isSafeInteger(by)) throw new RangeError(`arc ${arc} is changed by ${by}: give a whole number`);
  if (!isCapacity(now + by)) throw new RangeError(`arc ${arc} carries ${now}, and cannot be changed by ${by}`);
}

const isCapacity = (capacity: number): boolean =>
  capacity >= 0 && (Number.isSafeInteger(capacity) || capacity === Number.POSITIVE_INFINITY);
