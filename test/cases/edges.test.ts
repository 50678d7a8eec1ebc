import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/domain/assessment.js';
import type { RouteAnswer } from '../../src/domain/route.js';
import type { Answered } from './ask.js';
import { EDGES } from './edges.js';
import { toldOf } from './edges-told.js';

const edge = (id: string) => EDGES.find((one) => one.id === id)!;

/** What is answered to a question of an edge case, counted from 1. */
function answer(id: string, number: number): Answered {
  const question = edge(id).questions[number - 1];
  if (!question) throw new Error(`${id} asks no question ${number}`);
  return question.answer();
}

function credit(id: string, number = 1): Assessment {
  const found = answer(id, number);
  if (found.ask !== 'credit') throw new Error(`question ${number} of ${id} asks no credit`);
  return found.answer;
}

function entry(id: string, number: number): string {
  const found = answer(id, number);
  if (found.ask !== 'entry') throw new Error(`question ${number} of ${id} asks no entry`);
  return found.answer.verdict;
}

function routes(id: string, number: number): RouteAnswer {
  const found = answer(id, number);
  if (found.ask !== 'routes') throw new Error(`question ${number} of ${id} asks no route`);
  return found.answer;
}

const bound = ({ limits }: Assessment): string[] => limits.filter(({ binding }) => binding).map(({ id }) => id);
const gains = ({ limits }: Assessment): [string, number][] =>
  limits.flatMap(({ id, gain }): [string, number][] => (gain && gain.credits > 0 ? [[id, gain.credits]] : []));
const held = ({ notUsed }: Assessment, module: string): string | undefined =>
  notUsed.find((reason) => reason.module === module)?.sentence;
const target = ({ notCredited }: Assessment, module: string): string | undefined =>
  notCredited.find((reason) => reason.module === module)?.sentence;

test('there are fifteen edge cases, and each question has an answer in sentences', { timeout: 120_000 }, () => {
  expect(EDGES.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, i) => `e${i + 1}`));
  for (const { id, questions } of EDGES)
    for (const { asks, answer: found, catalogue } of questions) {
      const told = toldOf(found(), catalogue).join('\n');
      expect(told.length, `${id}: ${asks}`).toBeGreaterThan(20);
      expect(told, `${id}: ${asks}`).not.toMatch(/undefined|NaN|\[object|\.\.$/m);
    }
});

test('e1: credit is there, and entry is refused all the same', () => {
  expect(credit('e1').credits).toBe(100);
  expect(entry('e1', 2)).toBe('NOT_MET');
});

describe('e2: a foundation degree of six years ago', () => {
  test('Open University: 180 credits, within its sixteen years', () => {
    expect(credit('e2', 1).credits).toBe(180);
  });

  test('Canterbury Christ Church: none into the full-time degree, as much as ever into the apprenticeship', () => {
    const fullTime = credit('e2', 2);
    expect(fullTime.credits).toBe(0);
    expect(new Set(fullTime.notUsed.map(({ code }) => code))).toContain('CURRENCY');
    expect(gains(fullTime)).toEqual([['canterbury-christ-church-rpl-currency', 100]]);
    expect(held(fullTime, 'canterbury-christ-church-fdsc-im-m01')).toBe(
      '‘The Human Body for Imaging Support’ was achieved in July 2019 and counts for starts up to July 2024, not September 2025 (Canterbury Christ Church: learning of the last five years, apprenticeships apart).',
    );
    // part of a module, and too old for that as well: not "nothing maps it"
    expect(fullTime.notUsed.find(({ module }) => module === 'canterbury-christ-church-fdsc-im-m04')?.code).toBe(
      'CURRENCY',
    );
    expect(target(fullTime, 'canterbury-christ-church-dr-m01')).toMatch(
      /^‘The Human Body 1’ could be credited, but ‘The Human Body/,
    );
    expect(credit('e2', 3).credits).toBe(100);
  });

  test('Central Lancashire: all of it, with a statement of currency', () => {
    const found = credit('e2', 4);
    expect(found.credits).toBe(180);
    expect(found.claims.flatMap(({ flags }) => flags)).toContain(
      '‘Applied Biology’ was achieved in July 2019 and counts for starts up to July 2024, not September 2025, unless it comes with this: a statement of currency',
    );
  });

  test('Portsmouth: none by transfer, but by experience kept up to date', () => {
    expect([5, 6, 7].map((number) => credit('e2', number).credits)).toEqual([0, 30, 30]);
    expect(credit('e2', 7).claims[0]).toMatchObject({ kind: 'experience', strength: 'discretion' });
    expect(credit('e2', 7).experiential).toBe(30);
  });
});

test.each([
  [1, '1998-06', 0],
  [2, '2000-09', 60],
])(
  'e3: question %i: a module of the Open University of %s earns %i credits there in September 2015',
  (number, _, credits) => {
    const found = credit('e3', number);
    expect(found.credits).toBe(credits);
    if (credits === 0)
      expect(held(found, 'ou-k101')).toMatch(/achieved in June 1998 and counts for starts up to June 2014/);
    else expect(found.claims[0]?.lodgeBy).toBe('2015-07');
  },
);

test.each([
  [1, 180, 'nmc-nursing-2023-share'],
  [2, 120, 'leicester-rpl-share-degree'],
  [3, 120, 'southampton-rpl-share'],
])('e4: question %i: 240 credits of a nursing associate: %i, held back by %s', (number, credits, limit) => {
  const found = credit('e4', number);
  expect(found.credits).toBe(credits);
  expect(bound(found)).toContain(limit);
  const reasons = found.notCredited.filter(({ code }) => code === 'LIMIT');
  expect(reasons.length).toBeGreaterThan(0);
  for (const { limits } of reasons) expect(limits).toContain('nmc-nursing-2023-share');
  expect(found.limitSets.flatMap(({ limits }) => limits)).toContain(limit);
});

test('e4: the half that the regulator takes is said with its figures', () => {
  expect(target(credit('e4', 1), 'sheffield-hallam-nursing-m10')).toMatch(
    /with ‘Professional Values in Nursing’, ‘Body, Mind and Health’ and 9 more, could be credited from ‘Foundation degree’, but at most 1\/2 of the programme's 360 credits, which is 180 credits, and this would make 240, and credited and studied hours must come to 2,300 of theory/,
  );
});

test('e5: the first year is not exempt for want of the skeleton, which can be had singly', () => {
  const { credits, entryStage, stranded } = credit('e5');
  expect([credits, entryStage]).toEqual([100, 1]);
  expect(stranded?.lacking).toMatchObject([
    {
      module: 'canterbury-christ-church-dr-m06',
      outcomes: [
        { text: 'Plain-film imaging of the appendicular skeleton' },
        { text: 'Plain-film imaging of the axial skeleton' },
      ],
    },
  ]);
  expect(stranded?.ways.map(({ supplies }) => supplies.map(({ id }) => id))).toEqual([
    ['canterbury-christ-church-skeletal'],
  ]);
});

describe('e6: part of a year', () => {
  test('Essex: 90 credits save no time, and it is said for whose staff the missing mapping is', () => {
    const found = credit('e6', 1);
    expect([found.credits, found.monthsSaved, found.stranded?.missing]).toEqual([90, 0, ['essex-nursing-m04']]);
    expect(target(found, 'essex-nursing-m04')).toMatch(/holds only for the staff of Southend University Hospital\.$/);
  });

  test('Sheffield Hallam gives no credit under 20', () => {
    expect([2, 3].map((number) => credit('e6', number).credits)).toEqual([0, 30]);
    expect(held(credit('e6', 2), 'essex-hs700')).toBe(
      '‘Study and Lifelong Learning’ could be credited as it is (15 credits), but nothing under 20 credits is given, and this would make 15 (Sheffield Hallam: at least a third studied at the University).',
    );
  });
});

test('e7: an HND opens occupational therapy at Northampton, an old NVQ does not', () => {
  expect([1, 2].map((number) => entry('e7', number))).toEqual(['MET', 'NOT_MET']);
});

test('e8: midwifery recognises nothing, even where something would map', () => {
  const found = credit('e8');
  expect(found.credits).toBe(0);
  expect(bound(found)).toEqual(['nmc-midwifery-none']);
  expect(gains(found)).toEqual([['nmc-midwifery-none', 30]]);
  expect(held(found, 'york-na-m07')).toMatch(/but no prior credit at all is given \(NMC pre-registration midwifery/);
});

test('e9: York: 2,300 of 4,640 hours, under the 2,320 that the half allows and the 2,400 that were completed', () => {
  const found = credit('e9');
  const sum = (of: 'credited' | 'evidenced' | 'stillToStudy'): number =>
    found.hours.reduce((all, line) => all + line[of], 0);
  expect(sum('credited')).toBe(2300);
  expect(sum('evidenced')).toBe(2400);
  expect(sum('stillToStudy')).toBe(2340);
  const caps = found.limits.filter(({ id }) => id === 'nmc-nursing-2023-hours-cap').map(({ allowed }) => allowed ?? 0);
  expect(caps.reduce((all, one) => all + one, 0)).toBe(2320);
});

test('e10: Central Lancashire admits the registered and the unregistered nursing associate, Exeter the first', () => {
  expect([1, 2, 3, 4].map((number) => entry('e10', number))).toEqual(['MET', 'MET', 'MET', 'NOT_MET']);
});

test('e11: who moves to another region loses the salary support of the first', () => {
  expect([1, 2].map((number) => routes('e11', number).routes[0]?.legs[0]?.support.length)).toEqual([1, 0]);
});

test('e12: the mental health apprenticeship at Essex is withdrawn after October 2022', () => {
  expect([1, 2].map((number) => routes('e12', number).routes[0]?.months)).toEqual([48, undefined]);
});

test('e14: after October 2020 two older modules carry nothing into the new curriculum without the third', () => {
  expect([1, 2].map((number) => credit('e14', number).credits)).toEqual([0, 120]);
  expect(held(credit('e14', 1), 'ou-k117')).toMatch(
    /needs ‘Meeting transitioning requirement’ as well, not held; the mapping of ‘Enhancing your healthcare practice’ to ‘Introducing nursing practice’ .* was refused\.$/,
  );
});

test('e15: Huddersfield refuses credit that is already spent on an award of the same level', () => {
  expect(credit('e15', 1).credits).toBe(20);
  const refused = credit('e15', 2);
  expect(refused.credits).toBe(0);
  expect(refused.notUsed.find(({ module }) => module === 'canterbury-christ-church-dr-m02')).toMatchObject({
    code: 'SPENT',
    limits: ['huddersfield-rpl-single-use'],
    sentence:
      '‘Radiation Science 1’ is spent on an award of level 6, and is not used again for another of that level (Huddersfield: six years for learning and course together).',
  });
  expect(gains(refused)).toEqual([['huddersfield-rpl-single-use', 20]]);
});
