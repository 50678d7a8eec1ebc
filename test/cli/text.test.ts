import { afterEach, expect, test } from 'vitest';
import { columns, tableRows, wrapped } from '../../src/cli/text.js';

const { columns: before } = process.stdout;
afterEach(() => {
  process.stdout.columns = before;
});

const TITLE = 'BSc (Hons) Diagnostic Radiography, apprenticeship with assistant practitioner pathway';
const TABLE = [
  ['credits carried in', 'programme', 'institution'],
  [80, TITLE, 'University of Cumbria'],
  [0, 'BSc (Hons) Nursing (Adult)', 'University of Lancashire'],
];

test.each([60, 80, 120])(
  'on a screen of %i columns no line of a table or a sentence is wider, and no word is lost',
  (screen) => {
    process.stdout.columns = screen;
    const lines = columns(TABLE);
    for (const line of [...lines, ...wrapped(TITLE.repeat(4))]) expect(line.length).toBeLessThanOrEqual(screen - 2);
    const words = (text: string): string[] =>
      text
        .split(/\s+/)
        .filter((word) => word !== '')
        .sort();
    expect(words(lines.join(' '))).toEqual(words(TABLE.flat().join(' ')));
  },
);

test('what fits stays on one line, numbers to the right', () => {
  process.stdout.columns = 160;
  expect(columns(TABLE).slice(1)).toEqual([
    `                80  ${TITLE}  University of Cumbria`,
    `                 0  ${'BSc (Hons) Nursing (Adult)'.padEnd(TITLE.length)}  University of Lancashire`,
  ]);
});

test('the lines of a row stay together, so that a note can stand below it', () => {
  process.stdout.columns = 60;
  const [heading, first, second] = tableRows(TABLE);
  expect(heading?.length).toBeGreaterThan(1);
  expect(first?.length).toBeGreaterThan(second!.length);
});
