import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { toCsv } from '../../src/files/write/csv.js';

/** The cells as a reader that knows nothing of the writer finds them. */
const read = (text: string): string[][] => parse(text, { bom: true });

test('a table is written with a byte order mark and a line for each row', () => {
  expect(toCsv(['region', 'people'], [['North West', 120]])).toBe('\uFEFFregion,people\r\nNorth West,120\r\n');
});

test('what is not known is an empty cell, and nought is not', () => {
  expect(
    read(
      toCsv(
        ['a', 'b', 'c'],
        [
          [null, 0, ''],
          ['x', -3, 0.5],
        ],
      ),
    ),
  ).toEqual([
    ['a', 'b', 'c'],
    ['', '0', ''],
    ['x', '-3', '0.5'],
  ]);
});

test.each(['a,b', 'say "yes"', 'two\nlines', 'two\r\nlines', ' kept blank ', 'Málaga', "an apostrophe's place", ''])(
  'text comes back as it was: %j',
  (text) => {
    expect(read(toCsv(['text'], [[text], ['after']]))).toEqual([['text'], [text], ['after']]);
  },
);

test.each(['=1+1', '+44 20', '-2', '@SUM(A1)', '  =1', '\t=1', '\tx', '\rx', '＝1', '\uFEFF=1'])(
  'text that a spreadsheet would run is neutralised: %j',
  (text) => {
    expect(read(toCsv(['text', text], [[text, text]]))).toEqual([
      ['text', `'${text}`],
      [`'${text}`, `'${text}`],
    ]);
  },
);

test('a formula that needs quotes is neutralised inside them', () => {
  expect(toCsv(['t'], [['=A1,"B"']])).toBe('\uFEFFt\r\n"\'=A1,""B"""\r\n');
});

test('a row with a cell too few or too many, or a number that is none, is a mistake of the caller', () => {
  expect(() => toCsv(['a', 'b'], [['x']])).toThrow('row 1 of the table has 1 cells for 2 columns');
  expect(() => toCsv(['a'], [['x', 'y']])).toThrow('row 1 of the table has 2 cells for 1 columns');
  expect(() => toCsv(['a'], [[Number.NaN]])).toThrow('no number');
});
