/** Some of a list of profiles: one bit each, by its place in the list. Bits past the last profile are never set. */
export type ProfileSet = Uint32Array;

/** The profiles at these places of a list of `size`. */
export function setOf(size: number, places: Iterable<number>): ProfileSet {
  const set = new Uint32Array((size + 31) >>> 5);
  for (const place of places) set[place >>> 5]! |= 1 << (place & 31);
  return set;
}

export const holds = (set: ProfileSet, place: number): boolean => ((set[place >>> 5]! >>> (place & 31)) & 1) === 1;

export function both(a: ProfileSet, b: ProfileSet): ProfileSet {
  const found = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at++) found[at] = a[at]! & b[at]!;
  return found;
}

export function either(a: ProfileSet, b: ProfileSet): ProfileSet {
  const found = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at++) found[at] = a[at]! | b[at]!;
  return found;
}

export function without(a: ProfileSet, b: ProfileSet): ProfileSet {
  const found = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at++) found[at] = a[at]! & ~b[at]!;
  return found;
}

export function isEmpty(set: ProfileSet): boolean {
  for (let at = 0; at < set.length; at++) if (set[at] !== 0) return false;
  return true;
}

/** Adds the profiles of one set to another, in place. */
export function add(to: ProfileSet, more: ProfileSet): void {
  for (let at = 0; at < to.length; at++) to[at]! |= more[at]!;
}

/** Adds the profiles that are in both of two sets to another, in place. */
export function addBoth(to: ProfileSet, a: ProfileSet, b: ProfileSet): void {
  for (let at = 0; at < to.length; at++) to[at]! |= a[at]! & b[at]!;
}

/** The profiles that are in at least n of the sets: after each set, `reached[k]` are those in k or more so far. */
export function inAtLeast(n: number, sets: readonly ProfileSet[], everyone: ProfileSet): ProfileSet {
  if (n > sets.length) return new Uint32Array(everyone.length);
  if (n === 1) return sets.reduce(either);
  if (n === sets.length) return sets.reduce(both, everyone);
  const reached = Array.from({ length: n + 1 }, (_, k) => (k === 0 ? everyone : new Uint32Array(everyone.length)));
  for (const set of sets) for (let k = n; k > 0; k--) addBoth(reached[k]!, reached[k - 1]!, set);
  return reached[n]!;
}

/** The sum of what each profile of a set counts for. */
export function total(set: ProfileSet, counts: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < set.length; at++)
    for (let left = set[at]!; left !== 0; left &= left - 1) sum += counts[(at << 5) + 31 - Math.clz32(left & -left)]!;
  return sum;
}
