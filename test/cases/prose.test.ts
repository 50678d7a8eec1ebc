import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BlockageQuestion, DEFAULT_STANDARD } from '../../src/domain/blockage.js';
import { monthOf } from '../../src/domain/time.js';
import { findBlockages } from '../../src/engines/blockages/find.js';
import { isThrough, judgedRegion } from '../../src/engines/blockages/judging/region.js';
import { provisionChange } from '../../src/engines/provision/change.js';
import { readReleases } from '../../src/files/releases/read.js';
import { england } from './england.js';

const LONG = process.env.LAWS === 'long';
const WORDS = ['nobody', 'one', 'two', 'three', 'four', 'five', 'six'];
const releases = readReleases();

/** A page with its line breaks taken out, so that a sentence can be looked for. */
const page = (name: string): string =>
  readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');

const asked = (region: string, part: string, over: Partial<BlockageQuestion> = {}): BlockageQuestion => ({
  ...{ region: `letb-${region}`, registerParts: [part], first: monthOf('2026-09'), standard: DEFAULT_STANDARD },
  ...over,
});

/** People in mind, let in, with any credit there, and through, as the page's funnel has them. */
function counted(question: BlockageQuestion) {
  const { judged } = judgedRegion(england, question);
  const people = (of: typeof judged): number => of.reduce((sum, { profile }) => sum + profile.people, 0);
  const letIn = judged.flatMap(({ standings }) => standings.filter(({ entryMet }) => entryMet));
  return {
    inMind: people(judged),
    admitted: people(judged.filter(({ standings }) => standings.some(({ entryMet }) => entryMet))),
    carrying: people(judged.filter(({ standings }) => standings.some(({ credits }) => credits > 0))),
    through: people(judged.filter(isThrough)),
    where: [...new Set(letIn.map(({ delivery }) => delivery.id))],
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

  test('who has nursing in mind, who is let in and where, and that nobody is through', () => {
    const { inMind, admitted, ...others } = counted(asked(region, 'nurse-adult'));
    expect(text).toContain(`Of ${inMind} people with adult nursing in mind nobody is through`);
    expect(text).toContain(`All ${admitted} pass the entry step, but none of them carries any credit`);
    expect(others).toEqual({ carrying: 0, through: 0, where: ['du-10007773-R39-pt'] });
  });

  test('who would be through if employers nominated', () => {
    const { through } = counted(asked(region, 'nurse-adult', { nominated: true }));
    expect(text).toContain(`If employers nominated for every course, ${through} would be through to nursing`);
    expect(text).toContain(`all ${through} can be placed`);
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

  test.runIf(LONG)('the best sets of one, two, three and five changes', { timeout: 120_000 }, () => {
    expect(tabled(text)).toEqual(most(asked(region, 'nurse-adult')));
  });
});

test('radiography: 54 in the North West, whom one or two changes do not free and three do; nobody asked elsewhere', () => {
  expect(most(asked('north-west', 'diagnostic-radiographer', { budgets: [1, 2, 3] }))).toEqual([0, 0, 54]);
  expect(counted(asked('north-west', 'diagnostic-radiographer'))).toMatchObject({ inMind: 54, admitted: 0 });
  expect(page('north-west')).toContain('Of 54 people with diagnostic radiography in mind nobody is let in at all');
  expect(counted(asked('east-of-england', 'diagnostic-radiographer')).inMind).toBe(0);
  expect(page('east-of-england')).toContain('the answer is "of 0 people"');
});
