import type { AwardReach, Carriage, Portability, PortabilityCell } from '../domain/portability.js';
import type { Sheet, Sheets } from './csv-out.js';
import { columns, section, tableRows, words, wrapped } from './text.js';
import type { Wire } from './wire.js';

type Reach = Wire<AwardReach>;
type Cell = Wire<PortabilityCell>;
export type Figures = Wire<Omit<Portability, 'awards'>>;

/** How far each award reaches, then what each carries into which programme. */
export function portabilityLines({ summary, notes }: Figures, awards: readonly Reach[]): string[] {
  const known = awards.filter((award) => award.known);
  const unknown = awards.filter((award) => !award.known);
  return [
    ...wrapped(summary),
    ...section('Programmes by what they take', known.length > 0 ? columns([REACH, ...known.map(reachRow)]) : []),
    ...known.flatMap((award) =>
      section(nameOf(award), award.cells.length > 0 ? cellLines(award.cells) : ['Nothing of it is linked with any.']),
    ),
    ...section(
      'Not known, for want of modules',
      unknown.flatMap((award) => wrapped(nameOf(award), '- ')),
    ),
    ...section(
      'Notes',
      notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

const nameOf = ({ award, institution }: Reach): string => `${award.title}, ${institution.title}`;

const REACH = ['a year or more', 'at its own', 'institutions', '60 to 119', 'under 60', 'none', 'award'];
const reachRow = (row: Reach): (string | number)[] => [
  ...[row.reach, row.reachOwn, row.reachInstitutions, row.counts.from60, row.counts.under60, row.counts.none],
  `${nameOf(row)}${row.ownOnly ? ' (its own institution alone)' : ''}`,
];

const CELL = ['credits', 'of', 'stage', 'months left', 'start', 'programme'];
const cellRow = (cell: Cell): (string | number | null)[] => [
  ...[cell.credits, cell.programmeCredits, cell.entryStage, cell.monthsLeft, cell.start],
  `${cell.programme.title}, ${cell.institution.title}${cell.own ? ' (its own)' : ''}`,
];

/** A row for each programme; what it takes of some holders alone stands below it. */
function cellLines(cells: readonly Cell[]): string[] {
  const [heading = [], ...rows] = tableRows([CELL, ...cells.map(cellRow)]);
  const ofSome = ({ conditional }: Cell): string[] =>
    conditional ? wrapped(`${conditional.carriage.credits} credits ${conditional.who}`, '    of some holders: ') : [];
  return [...heading, ...rows.flatMap((lines, at) => [...lines, ...ofSome(cells[at]!)])];
}

/** The tables of an answer. */
export const portabilitySheets = (awards: readonly Reach[]): Sheets =>
  new Map([
    ['cells', () => cellSheet(awards)],
    ['awards', () => awardSheet(awards)],
  ]);

const carried = ({ credits, proof, entryStage, monthsLeft, start, delivery, options }: Wire<Carriage>) => [
  ...[credits, words(proof), entryStage, monthsLeft, start, delivery, options.map(({ id }) => id).join('; ')],
];

const cellSheet = (awards: readonly Reach[]): Sheet => ({
  header: [
    ...['award', 'award title', 'award institution', 'programme', 'programme title', 'programme institution'],
    ...['own institution', 'register parts', 'programme credits', 'holders'],
    ...['credits', 'proof', 'entry stage', 'months left', 'start', 'delivery', 'options'],
  ],
  rows: awards.flatMap(({ award, institution, cells }) =>
    cells.flatMap((cell) => {
      const about = [
        ...[award.id, award.title, institution.title, cell.programme.id, cell.programme.title, cell.institution.title],
        ...[cell.own ? 'yes' : 'no', cell.registerParts.map(({ id }) => id).join('; '), cell.programmeCredits],
      ];
      const more = cell.conditional;
      return [
        [...about, 'anyone', ...carried(cell)],
        ...(more ? [[...about, more.who, ...carried(more.carriage)]] : []),
      ];
    }),
  ),
});

const awardSheet = (awards: readonly Reach[]): Sheet => ({
  header: [
    ...[
      'award',
      'award title',
      'kind',
      'institution',
      'known',
      'a year or more',
      'at its own institution',
      'own alone',
    ],
    ...['institutions', 'a year or more of some holder', '60 to 119', 'under 60', 'none'],
  ],
  rows: awards.map((row) => [
    ...[
      row.award.id,
      row.award.title,
      row.kind,
      row.institution.title,
      row.known ? 'yes' : 'no',
      row.reach,
      row.reachOwn,
    ],
    ...[row.ownOnly ? 'yes' : 'no', row.reachInstitutions, row.reachOfSome],
    ...[row.counts.from60, row.counts.under60, row.counts.none],
  ]),
});
