import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { data, loadWith } from './load.js';

// Each file in test/data/bad is laid beside the small dataset, which is right. Below a line that is wrong stand, after
// `#>`, the very sentences that must be said of it: all of them, and nothing of any other line.
test.each(readdirSync(data('bad')))('%s: every problem is told at its line, and no other', (name) => {
  const text = readFileSync(data(`bad/${name}`), 'utf8');
  const { problems } = loadWith({ [`zz/${name}`]: text });
  const found = problems.map(
    ({ file, line, field, message }) => `${file}:${line} ${field === undefined ? '' : `${field}: `}${message}`,
  );
  expect(found.sort()).toEqual(
    expectedIn(text)
      .map(([line, sentence]) => `zz/${name}:${line} ${sentence}`)
      .sort(),
  );
  expect(found).not.toHaveLength(0);
});

/** The sentences after `#>`, each with the number of the last line above that is not one itself. */
function expectedIn(text: string): [number, string][] {
  let last = 0;
  return text.split('\n').flatMap((line, index): [number, string][] => {
    if (line.startsWith('#> ')) return [[last, line.slice(3)]];
    last = index + 1;
    return [];
  });
}
