import type { ChangeCounts, ChangePair, ProvisionChange } from '../domain/provision-change.js';
import type { Sheet, Sheets } from './csv-out.js';
import { columns, section, tableRows, words, wrapped } from './text.js';
import type { Wire } from './wire.js';

type Pair = Wire<ChangePair>;
type Counts = Wire<ChangeCounts>;
export type Change = Wire<Omit<ProvisionChange, 'pairs'>>;

const OUTCOMES = ['lost', 'gained', 'kept'] as const;
const nationOf = ({ nation }: Counts): string => (nation === null ? 'United Kingdom' : named(nation));
/** `NORTHERN_IRELAND` as `Northern Ireland`. */
const named = (nation: string): string => words(nation).replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
const modeOf = (mode: string): string => words(mode).replace(' ', '-');
const codes = (courses: Pair['before']): string => courses.map(({ course }) => course).join(', ');

/** What was lost, gained and kept between two releases, as a commissioner reads it: the figures, then each pair. */
export function changeLines(
  { from, to, counts, countsAsCoded, apart, notes, summary }: Change,
  pairs: readonly Pair[],
): string[] {
  return [
    ...wrapped(summary),
    ...wrapped(`${from.document} (${from.date ?? 'undated'}) and ${to.document} (${to.date ?? 'undated'})`, 'From: '),
    ...section('Like with like', countColumns(counts)),
    ...section(
      'With accreditation codes as they stand',
      same(counts, countsAsCoded) ? ['The same: no course of these was coded otherwise.'] : countColumns(countsAsCoded),
    ),
    ...OUTCOMES.flatMap((outcome) =>
      section(
        `${outcome[0]?.toUpperCase()}${outcome.slice(1)}`,
        pairColumns(pairs.filter((pair) => words(pair.outcome) === outcome)),
      ),
    ),
    ...apart.flatMap(({ registerPart, regulatorBefore, regulatorAfter, pairs: own, counts: all }) => [
      ...section(
        `Apart: ${registerPart.title}, under ${regulatorBefore} in ${from.id} and ${regulatorAfter} in ${to.id}`,
        [...countColumns([all]), ...pairColumns(own)],
      ),
    ]),
    ...section(
      'Notes',
      notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

const COUNTS = [
  'courses before',
  'courses after',
  'pairs before',
  'pairs after',
  'lost',
  'gained',
  'kept',
  'listed in both',
];
const figures = (own: Counts): number[] => [
  ...[own.coursesBefore, own.coursesAfter, own.pairsBefore, own.pairsAfter],
  ...[own.lost, own.gained, own.kept, own.listedInBoth],
];

/** The United Kingdom, and each nation that has any course then or now. */
const countColumns = (counts: readonly Counts[]): string[] =>
  columns([
    ['', ...COUNTS],
    ...counts
      .filter((own) => own.nation === null || figures(own).some((figure) => figure > 0))
      .map((own) => [nationOf(own), ...figures(own)]),
  ]);

const same = (a: readonly Counts[], b: readonly Counts[]): boolean =>
  JSON.stringify(a.map(figures)) === JSON.stringify(b.map(figures));

function pairColumns(pairs: readonly Pair[]): string[] {
  if (pairs.length === 0) return [];
  const [heading = [], ...rows] = tableRows([
    ['provider', 'nation', 'register part', 'mode', 'before', 'after'],
    ...pairs.map((pair) => [
      ...[pair.name, named(pair.nation), pair.registerPart.title, modeOf(pair.mode)],
      ...[codes(pair.before) || '-', codes(pair.after) || '-'],
    ]),
  ]);
  const noted = pairs.map(({ notes }) => notes.flatMap((note) => wrapped(note, '    ')));
  return [...heading, ...rows.flatMap((lines, at) => [...lines, ...(noted[at] ?? [])])];
}

/** The tables of a change; professions apart have a column that says so. */
export const changeSheets = (change: Change, pairs: readonly Pair[]): Sheets =>
  new Map([
    ['pairs', () => pairSheet(change, pairs)],
    ['counts', () => countSheet(change)],
  ]);

const pairSheet = ({ apart }: Change, pairs: readonly Pair[]): Sheet => ({
  header: [
    ...[
      'outcome',
      'apart',
      'ukprn',
      'provider',
      'institution',
      'nation',
      'register part',
      'register part name',
      'mode',
    ],
    ...['courses before', 'courses after', 'same code', 'recoded', 'not promised', 'listed in both', 'notes'],
  ],
  rows: [
    ...pairs.map((pair) => pairRow(pair, '')),
    ...apart.flatMap(({ regulatorBefore, regulatorAfter, pairs: own }) =>
      own.map((pair) => pairRow(pair, `${regulatorBefore} before, ${regulatorAfter} after`)),
    ),
  ],
});

function pairRow(pair: Pair, apart: string): (string | number | null)[] {
  const withheld = [...pair.before, ...pair.after].filter(({ notPromised }) => notPromised !== null);
  return [
    ...[words(pair.outcome), apart, pair.provider, pair.name, pair.institution, named(pair.nation)],
    ...[pair.registerPart.id, pair.registerPart.title, modeOf(pair.mode), codes(pair.before), codes(pair.after)],
    ...[pair.same, pair.recoded, codes(withheld), pair.listedInBoth ? 'yes' : 'no', pair.notes.join(' ')],
  ];
}

const countSheet = ({ counts, countsAsCoded, apart }: Change): Sheet => ({
  header: ['which', 'nation', ...COUNTS],
  rows: [
    ...counts.map((own) => ['like with like', nationOf(own), ...figures(own)]),
    ...countsAsCoded.map((own) => ['codes as they stand', nationOf(own), ...figures(own)]),
    ...apart.map(({ registerPart, counts: own }) => [`apart: ${registerPart.title}`, nationOf(own), ...figures(own)]),
  ],
});
