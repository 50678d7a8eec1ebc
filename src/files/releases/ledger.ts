import type { Course } from '../discover-uni/release.js';
import { type KeptEntry, LISTED } from './kept.js';

/** The account of the kept releases in Markdown: what became of every course row of each, and what was not kept as it stands. */
export function keptLedger(releases: readonly { id: string; entries: readonly KeptEntry[] }[]): string {
  return [
    '# What became of each course row of the kept releases',
    'A row is a course in one mode (PUBUKPRN, UKPRN, KISCOURSEID, KISMODE). Written by the converter.',
    ...releases.flatMap(({ id, entries }) => [
      `## ${id}`,
      countsOf(entries),
      byNote(entries),
      `**Listed here without an accreditation for a register** (${listed(entries).length}): ${listed(entries).join('; ')}.`,
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function countsOf(entries: readonly KeptEntry[]): string {
  const count = (outcome: string, mode?: string): number =>
    entries.filter((entry) => entry.outcome === outcome && (!mode || entry.course.mode === mode)).length;
  const outcomes = [...new Set(entries.map(({ outcome }) => outcome))].sort((a, b) => (a < b ? -1 : 1));
  return [
    '| outcome | rows | of which part-time |',
    '|---|---|---|',
    ...outcomes.map((outcome) => `| ${outcome} | ${count(outcome)} | ${count(outcome, 'part-time')} |`),
    `| all | ${entries.length} | ${entries.filter(({ course }) => course.mode === 'part-time').length} |`,
  ].join('\n');
}

const label = ({ publishedBy, id, mode }: Course): string => `${publishedBy} ${id} (${mode})`;

const listed = (entries: readonly KeptEntry[]): string[] =>
  entries.filter(({ outcome }) => outcome === LISTED).map(({ course }) => label(course));

/** The rows under each note, most frequent note first. */
function byNote(entries: readonly KeptEntry[]): string {
  const rows = new Map<string, string[]>();
  for (const { course, notes } of entries)
    for (const note of notes) rows.set(note, [...(rows.get(note) ?? []), label(course)]);
  return [...rows]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([note, list]) => `**${note}** (${list.length}): ${list.join('; ')}.`)
    .join('\n\n');
}
