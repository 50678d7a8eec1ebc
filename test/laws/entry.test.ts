import { describe, expect, test } from 'vitest';
import { judgeEntry } from '../../src/engines/entry/judge.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { caseAsText } from './credit-cases-shrink.js';
import { entryCase } from './entry-cases.js';
import { type EntryAnswer, entryOracle } from './entry-oracle.js';

const CASES = process.env.LAWS === 'long' ? 5_000 : 300;
/** An answer lists at most 20 sets, of at most 4 conditions. */
const listed = (sets: string[][]): string[][] => sets.filter((set) => set.length <= 4).slice(0, 20);

describe('entry verdicts are those of a brute force over sets of conditions', () => {
  const answers: { answer: EntryAnswer; rules: number }[] = [];

  test(`${CASES} random cases`, () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const one = entryCase(seed);
      const expected = entryOracle(one.rows, one.question);
      const { verdict, unmet } = judgeEntry(new Catalogue(one.rows), one.question);
      expect({ verdict, unmet }, caseAsText(one)).toEqual({ ...expected, unmet: listed(expected.unmet) });
      answers.push({ answer: expected, rules: one.rows.entryRules.length });
    }
  });

  test.each<[string, number, (one: { answer: EntryAnswer; rules: number }) => boolean]>([
    ['is met by a rule', 0.04, ({ answer, rules }) => rules > 0 && answer.verdict === 'MET'],
    ['is undecided', 0.05, ({ answer }) => answer.verdict === 'UNDECIDED'],
    ['is not met', 0.25, ({ answer }) => answer.verdict === 'NOT_MET'],
    ['lacks two conditions together', 0.05, ({ answer }) => answer.unmet.some((set) => set.length > 1)],
    ['can be mended in several ways', 0.1, ({ answer }) => answer.unmet.length > 1],
  ])('the cases bite: one in so many %s', (_, share, does) => {
    expect(answers.filter(does).length / answers.length).toBeGreaterThan(share);
  });
});
