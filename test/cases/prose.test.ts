import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BlockageQuestion, DEFAULT_STANDARD } from '../../src/domain/blockage.js';
import { monthOf } from '../../src/domain/time.js';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { isThrough, judgedRegion } from '../../src/engines/blockages/judging/region.js';
import { portability } from '../../src/engines/portability/portability.js';
import { provisionChange } from '../../src/engines/provision/change.js';
import { readReleases } from '../../src/files/releases/read.js';
import { england } from './england.js';

const LONG = process.env.LAWS === 'long';
const WORDS = ['nobody', 'one', 'two', 'three', 'four', 'five', 'six'];
const releases = readReleases();

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A page with its line breaks taken out, so that a sentence can be looked for. */
const page = (name: string): string =>
  readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');

const asked = (region: string, part: string, over: Partial<BlockageQuestion> = {}): BlockageQuestion => ({
  ...{ region: `letb-${region}`, registerParts: [part], first: monthOf('2026-09'), standard: DEFAULT_STANDARD },
  ...over,
});

/** People in mind, let in, with any credit there, and through, as the page's funnel has them; and who within reach asks no nomination. */
function counted(question: BlockageQuestion) {
  const { judged } = judgedRegion(england, question);
  const people = (of: typeof judged): number => of.reduce((sum, { profile }) => sum + profile.people, 0);
  const within = judged.flatMap(({ standings }) => standings.map(({ delivery }) => delivery));
  return {
    inMind: people(judged),
    admitted: people(judged.filter(({ standings }) => standings.some(({ entryMet }) => entryMet))),
    carrying: people(judged.filter(({ standings }) => standings.some(({ credits }) => credits > 0))),
    through: people(judged.filter(isThrough)),
    unnominated: within.filter(({ nomination }) => !nomination).map(({ id }) => id),
  };
}

/** The most that each budget frees, everyone's levers counted on, and that it is proven. */
const most = (question: BlockageQuestion): (number | null)[] => {
  const best = findBlockages(england, question).best.filter(({ within }) => within === null);
  expect(best.every(({ proof }) => proof === 'OPTIMAL')).toBe(true);
  return best.map(({ freed }) => freed);
};

/** What a page's table says is freed by each number of changes. */
const tabled = (text: string): number[] =>
  [...text.matchAll(/\| (?:one|two|three|five) \| (\d+) \|/g)].map(([, people]) => Number(people));

describe.each(['north-west', 'east-of-england'])('the page about %s holds what the data give', (region) => {
  const text = page(region);

  test('who has nursing in mind, and that nobody is let in, since every way asks for a nomination', () => {
    const { inMind, ...others } = counted(asked(region, 'nurse-adult'));
    expect(text).toContain(`Of ${inMind} people with adult nursing in mind nobody is through (1)`);
    expect(text).toContain('Nobody is even let in.');
    expect(others).toEqual({ admitted: 0, carrying: 0, through: 0, unnominated: [] });
  });

  test('who would be let in and through if employers nominated, and the most that the regulator allows then', () => {
    const question = asked(region, 'nurse-adult', { nominated: true, levers: { kinds: ['nominate'] }, budgets: [1] });
    const { admitted, through } = counted(question);
    expect(text).toContain(`all ${admitted} would be let in`);
    expect(text).toContain(`${through} would be through`);
    expect(text).toContain(`all ${through} can be placed`);
    const { benchmark } = findBlockages(england, question);
    expect(benchmark).toMatchObject({ admitted, twoYears: 0, mostAllowed: 180 });
    expect(text).toContain(`0 of ${admitted}, and the regulator's cap is 180 credits`);
  });

  test('what the employers alone can free by one change and by two', () => {
    const freed = most(asked(region, 'nurse-adult', { levers: { kinds: ['nominate'] }, budgets: [1, 2] }));
    expect(tabled(text).slice(0, 2)).toEqual(freed);
  });

  test('part-time courses then and now, like with like, and what was lost, gained and kept', () => {
    const { counts, pairs } = provisionChange(england, releases, {
      ...{ from: '2018', to: '2025', modes: ['part-time'], regions: [`letb-${region}`] },
    });
    const all = counts[0]!;
    const word = (count: number): string => WORDS[count] ?? String(count);
    expect(text).toContain(
      `like with like, ${word(all.coursesBefore)} accredited part-time courses have become ${word(all.coursesAfter)}`,
    );
    expect(text).toMatch(
      new RegExp(
        `${word(all.lost)} (was|were) lost \\([^)]*\\), ${word(all.gained)} were gained and ${word(all.kept)} kept`,
      ),
    );
    const now = pairs.filter(({ outcome }) => outcome !== 'lost');
    const open = now.filter(({ name }) => name === 'The Open University');
    expect([word(open.length), word(now.length)]).toEqual(['four', 'five']);
  });

  test('how far the foundation degrees that the page names carry, and of how many programmes that is known', () => {
    const awards = [...text.matchAll(/--award ([a-z-]+)/g)].map(([, award]) => award!);
    const found = portability(england, {
      ...{ awards, start: monthOf('2026-09'), months: 12, registerParts: ['nurse-adult', 'diagnostic-radiographer'] },
    });
    expect(text).toContain(
      `${capital(WORDS[found.withReach]!)} of ${WORDS[awards.length]} carry a year or more somewhere`,
    );
    expect(text).toContain(`Only ${found.programmesKnown} of ${found.programmes} programmes have modules`);
  });

  test('how many of the modules and mappings are made up', () => {
    const { mappings, modules } = england.rows;
    const of = (rows: readonly { basis: string }[], basis: string): number =>
      rows.filter((row) => row.basis === basis).length;
    expect(text).toContain(
      `Of ${mappings.length} mappings of modules ${of(mappings, 'published')} are published and ${of(mappings, 'illustrative')} made up`,
    );
    const number = (count: number): string => count.toLocaleString('en-GB');
    expect(text).toContain(`${number(of(modules, 'illustrative'))} of ${number(modules.length)} modules`);
  });

  test.runIf(LONG)(
    'the best sets of one, two, three and five changes, and that employers alone free anyone',
    { timeout: 120_000 },
    () => {
      const { best } = findBlockages(england, asked(region, 'nurse-adult'));
      expect(tabled(text)).toEqual(best.filter(({ within }) => within === null).map(({ freed }) => freed));
      expect(best.every(({ proof }) => proof === 'OPTIMAL')).toBe(true);
      const freeing = best.filter(({ within, freed }) => within !== null && freed !== 0).map(({ within }) => within);
      expect([...new Set(freeing)]).toEqual(['employer']);
    },
  );
});

test('radiography: 54 in the North West, whom one or two changes do not free and three do; nobody asked elsewhere', () => {
  expect(most(asked('north-west', 'diagnostic-radiographer', { budgets: [1, 2, 3] }))).toEqual([0, 0, 54]);
  expect(counted(asked('north-west', 'diagnostic-radiographer'))).toMatchObject({ inMind: 54, admitted: 0 });
  expect(page('north-west')).toContain('and of 54 with diagnostic radiography in mind nobody (2)');
  const nominated = counted(asked('north-west', 'diagnostic-radiographer', { nominated: true }));
  expect(nominated).toMatchObject({ admitted: 54, carrying: 54, through: 0 });
  expect(counted(asked('east-of-england', 'diagnostic-radiographer')).inMind).toBe(0);
  expect(page('east-of-england')).toContain('For diagnostic radiography nobody was asked about (2)');
});
