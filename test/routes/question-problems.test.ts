import { describe, expect, test } from 'vitest';
import type { Constraints } from '../../src/domain/questions.js';
import { monthOf } from '../../src/domain/time.js';
import { routeQuestionProblems } from '../../src/engines/routes/question-problems.js';
import { england } from '../cases/england.js';

const first = monthOf('2026-09');
const problems = (constraints: Constraints, from = first) =>
  routeQuestionProblems(england, { learner: {}, first: from, constraints });

describe('a question about routes that makes no sense is named, with the mend', () => {
  test('a first month before the catalogue begins', () => {
    expect(problems({}, monthOf('1850-01'))).toEqual([
      {
        code: 'BEFORE_CATALOGUE',
        field: 'first',
        message: expect.stringMatching(/before 2007-09: ask for a first month/),
      },
    ]);
    expect(problems({}, monthOf('2007-09'))).toEqual([]);
  });

  test('a latest month that is not after the first', () => {
    expect(problems({ latest: first })).toMatchObject([{ code: 'EXCLUDES', field: 'constraints.latest' }]);
    expect(problems({ latest: first + 1 })).toEqual([]);
  });

  test.each<[string, Constraints, string[]]>([
    [
      'full-time study takes five days a week',
      { modes: [{ pace: 'full-time', employment: 'none' }], releaseDays: 2 },
      ['constraints.modes, constraints.releaseDays'],
    ],
    [
      'an institution that runs nothing in the region',
      { institutions: ['middlesex'], regions: ['north-east'] },
      ['constraints.institutions, constraints.regions'],
    ],
    [
      'apprenticeships without a nomination',
      { modes: [{ pace: 'part-time', employment: 'apprenticeship' }], nominated: false },
      ['constraints.modes, constraints.nominated'],
    ],
  ])('constraints that exclude each other: %s', (_, constraints, fields) => {
    const told = problems(constraints);
    expect(told.map(({ code, field }) => [code, field])).toEqual(fields.map((field) => ['EXCLUDES', field]));
    for (const { message } of told) expect(message).toMatch(/both .* and .* asked: .*, or .*\.$/);
  });

  test('constraints that leave something are none', () => {
    expect(problems({ institutions: ['middlesex'], releaseDays: 2, budget: 0 })).toEqual([]);
  });
});
