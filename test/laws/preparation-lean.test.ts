import { expect, test } from 'vitest';
import type { Row, Term } from '../../src/kernel/binary-model.js';
import { lean } from '../../src/kernel/cover/lean.js';
import { Dice } from '../support/dice.js';

const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 20_000 : 1_500));
/** Variables that others know of, and own ones. */
const OUTER = 4;
const OWN = 6;

/** Rows as a target has them: asked for, at most one, held to others, and caps; some as no target has them. */
function rowsOf(dice: Dice): Row[] {
  const own = Array.from({ length: OWN }, (_, at) => OUTER + at);
  const one = (): number => dice.whole(0, OUTER - 1);
  const rows: Row[] = [];
  const put = (terms: Term[], most: number): void => {
    rows.push({ name: `r${rows.length + 1}`, terms, most });
  };
  for (const group of [own.slice(0, 2), own.slice(2, 4), own.slice(3, 6)]) {
    if (dice.chance(0.8))
      put(
        group.map((variable): Term => [variable, -1]),
        dice.chance(0.9) ? -1 : -2,
      );
    if (dice.chance(0.7))
      put(
        group.map((variable): Term => [variable, 1]),
        1,
      );
  }
  for (const variable of own)
    if (dice.chance(0.7)) put([[variable, 1], ...[...new Set([one(), one()])].map((other): Term => [other, -1])], 0);
  if (dice.chance(0.4))
    put(
      dice.some(own, 2).map((variable): Term => [variable, 1]),
      1,
    );
  if (dice.chance(0.5))
    put(
      own.map((variable): Term => [variable, dice.whole(0, 3)]),
      dice.whole(2, 9),
    );
  if (dice.chance(0.2))
    put(
      [
        [dice.one(own), -1],
        [one(), 1],
      ],
      0,
    );
  return rows;
}

/** The choices of the outer variables that the rows allow with some choice of the own ones. */
function allowed(rows: readonly Row[]): string[] {
  const found = new Set<string>();
  for (let bits = 0; bits < 2 ** (OUTER + OWN); bits++) {
    const value = (variable: number): number => (bits >> variable) & 1;
    if (
      rows.every(
        ({ terms, most }) => terms.reduce((sum, [variable, times]) => sum + times * value(variable), 0) <= most,
      )
    )
      found.add((bits % 2 ** OUTER).toString(2));
  }
  return [...found].sort();
}

test(`lean rows allow the same, in ${CASES} small random programmes`, { timeout: 60_000 + 60 * CASES }, () => {
  let taken = 0;
  for (let seed = 1; seed <= CASES; seed++) {
    const rows = rowsOf(new Dice(seed));
    const { rows: left, replaced } = lean(rows, (variable) => variable >= OUTER);
    taken += rows.length - left.length;
    expect(allowed(left), `seed ${seed}: ${JSON.stringify(rows)} -> ${JSON.stringify(left)}`).toEqual(allowed(rows));
    for (const variable of replaced.keys())
      expect(left.some(({ terms }) => terms.some(([other]) => other === variable))).toBe(false);
  }
  expect(taken).toBeGreaterThan(CASES);
});
