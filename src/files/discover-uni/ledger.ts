import type { Id } from '../../domain/fact.js';
import type { Course } from './release.js';

/** What became of a course row. `changed`: it was taken, but not just as it stands; the notes say how. */
export interface Entry {
  course: Course;
  outcome: 'taken' | 'changed' | 'left out';
  notes: string[];
  /** What its rows say besides what the release says of it. */
  additions: string[];
  /** Register parts that its programme leads to, or would; none where it is no way to a register. */
  parts: Id[];
  country: string;
}

/** The account of a conversion in Markdown: counts, then every row that was not simply taken. */
export function ledgerText(entries: readonly Entry[]): string {
  const counts = (['taken', 'changed', 'left out'] as const).map(
    (outcome) => `| ${outcome} | ${entries.filter((entry) => entry.outcome === outcome).length} |`,
  );
  const withheld = entries.filter(
    ({ course, notes }) =>
      course.accreditations.some(({ depends }) => depends) && notes.some((note) => note.startsWith('not promised')),
  );
  return [
    '# What became of each course row',
    'A row is a course in one mode (PUBUKPRN, UKPRN, KISCOURSEID, KISMODE). Written by the converter.',
    ['| outcome | rows |', '|---|---|', ...counts, `| all | ${entries.length} |`].join('\n'),
    `Rows with a register part that is not promised because it depends on what the student chooses (ACCDEPEND 1): ${withheld.length}.`,
    '## By register part\nCourse rows by mode, the whole United Kingdom and England, described here or elsewhere in the dataset. A row with two\nparts counts in both.',
    partTable(entries),
    '## Part-time courses that lead to a register',
    entries
      .filter(isPartTime)
      .map((entry) => `- ${label(entry.course)} ${entry.country}: ${entry.parts.join(', ')}`)
      .join('\n'),
    `## Added to what the release says\n${counted(entries.flatMap(({ additions }) => additions))}`,
    '## Changed, and how',
    byNote(entries.filter(({ outcome }) => outcome === 'changed')),
    '## Left out, and why',
    byNote(entries.filter(({ outcome }) => outcome === 'left out')),
  ]
    .join('\n\n')
    .concat('\n');
}

const leads = ({ parts }: Entry): boolean => parts.length > 0;
const isPartTime = (entry: Entry): boolean => leads(entry) && entry.course.mode === 'part-time';
const label = ({ publishedBy, id, mode }: Course): string => `${publishedBy} ${id} (${mode})`;

function partTable(entries: readonly Entry[]): string {
  const kept = entries.filter(leads);
  const line = (name: string, rows: readonly Entry[]): string => {
    const count = (mode: string, country?: string) =>
      rows.filter((entry) => entry.course.mode === mode && (!country || entry.country === country)).length;
    return `| ${[name, count('full-time'), count('part-time'), count('full-time', 'England'), count('part-time', 'England')].join(' | ')} |`;
  };
  const parts = [...new Set(kept.flatMap((entry) => entry.parts))].sort();
  return [
    '| register part | full-time | part-time | full-time, England | part-time, England |',
    '|---|---|---|---|---|',
    ...parts.map((part) =>
      line(
        part,
        kept.filter((entry) => entry.parts.includes(part)),
      ),
    ),
    line('all rows', kept),
  ].join('\n');
}

/** How often each thing was added. */
const counted = (additions: readonly string[]): string =>
  [...new Set(additions)]
    .sort()
    .map((text) => `- ${text}: ${additions.filter((other) => other === text).length} rows`)
    .join('\n');

/** The rows under each note, most frequent note first. */
function byNote(entries: readonly Entry[]): string {
  const rows = new Map<string, string[]>();
  for (const { course, notes } of entries)
    for (const note of notes) rows.set(note, [...(rows.get(note) ?? []), label(course)]);
  return [...rows]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([note, list]) => `**${note}** (${list.length}): ${list.join('; ')}.`)
    .join('\n\n');
}
