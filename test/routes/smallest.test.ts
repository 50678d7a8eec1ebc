import { expect, test } from 'vitest';
import { smallestOpening } from '../../src/engines/routes/obstacles/smallest.js';
import { Dice } from '../support/dice.js';

const CASES = process.env.LAWS === 'long' ? 20_000 : 500;

const holds = (set: readonly string[], part: readonly string[]): boolean => part.every((id) => set.includes(id));

/** Every set of some ids, by size and then ids. */
function everySet(ids: readonly string[]): string[][] {
  const sets = Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((_, at) => bits & (1 << at)));
  return sets.sort((a, b) => a.length - b.length || (a.join(' ') < b.join(' ') ? -1 : 1));
}

/** The smallest sets that open, by trying every set. */
function bruteForce(ids: readonly string[], opens: (set: readonly string[]) => boolean): string[][] {
  const found: string[][] = [];
  for (const set of everySet(ids)) if (!found.some((part) => holds(set, part)) && opens(set)) found.push(set);
  return found;
}

test('the smallest sets that open are those that a brute force over all sets finds', () => {
  let several = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const dice = new Dice(seed);
    const ids = Array.from({ length: dice.whole(1, 8) }, (_, at) => `c${at}`);
    const doors = Array.from({ length: dice.whole(0, 6) }, () => ids.filter(() => dice.chance(0.3)));
    const opens = (set: readonly string[]): boolean => doors.some((door) => holds(set, door));
    const every = bruteForce(ids, opens);
    const { sets, all } = smallestOpening(ids, opens);
    expect(all, `seed ${seed}`).toBe(every.length > 0);
    expect(sets, `seed ${seed}`).toEqual(every.filter(({ length }) => length <= 4));
    if (sets.length > 1 && sets.at(-1)!.length > 1) several += 1;
  }
  expect(several).toBeGreaterThan(CASES / 8);
});

test('it is told that sets of more than four were not asked', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  expect(smallestOpening(ids, (set) => set.length === 5)).toEqual({
    sets: [],
    all: true,
    cut: expect.stringMatching(/more than 4/),
  });
});

test('of more than twenty sets the first twenty are told, and that there are more', () => {
  const ids = Array.from({ length: 25 }, (_, at) => `c${String(at).padStart(2, '0')}`);
  const { sets, cut } = smallestOpening(ids, (set) => set.length > 0);
  expect(sets).toEqual(ids.slice(0, 20).map((id) => [id]));
  expect(cut).toMatch(/More than 20 sets/);
});

test('where no more may be asked, what was found stands, and the cut is told', () => {
  let asked = 0;
  const { sets, cut } = smallestOpening(['a', 'b', 'c'], (set) => (++asked > 6 ? null : set.length > 0));
  expect(sets.every((set) => set.length === 1)).toBe(true);
  expect(cut).toMatch(/too many searches/);
});

test('nothing opens: not even everything together', () => {
  expect(smallestOpening(['a'], () => false)).toEqual({ sets: [], cut: null, all: false });
});
