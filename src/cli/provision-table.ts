import type { Provision, ProvisionLine } from '../domain/provision-change.js';
import type { Sheet, Sheets } from './csv-out.js';
import { columns, section, words, wrapped } from './text.js';
import type { Wire } from './wire.js';

type Line = Wire<ProvisionLine>;

/** So many lines of regions are told one by one; of more, each register part over all of them. */
const MOST_LINES = 60;

/** Register parts by mode, and by region where few enough are asked about. */
export function provisionLines({ release, lines, totals, notes, summary }: Wire<Provision>): string[] {
  const own = lines.filter(({ where, counts }) => words(where) === 'region' || counts.some(isSome));
  const byRegion = own.length <= MOST_LINES;
  const names = ['full-time', 'part-time', 'apprenticeship', 'not promised'];
  return [
    ...wrapped(summary),
    ...(release ? wrapped(`${release.document}, ${release.date ?? 'undated'}`, 'From: ') : []),
    ...section(
      byRegion ? 'Deliveries by register part and region' : 'Deliveries by register part, all regions',
      columns([
        ['register part', ...(byRegion ? ['where'] : []), ...names],
        ...(byRegion ? own : totals).map((line) => [
          line.registerPart.title,
          ...(byRegion ? [placeOf(line)] : []),
          ...line.counts.map(({ says }) => says),
          line.counts.reduce((sum, { notPromised }) => sum + notPromised, 0),
        ]),
      ]),
    ),
    ...section(
      'Notes',
      notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

const isSome = ({ deliveries }: { deliveries: number }): boolean => deliveries > 0;

const WHERE: Record<string, string> = { distance: 'at distance', unknown: 'region not known', all: 'all' };
const placeOf = ({ where, region }: Line): string => region?.title ?? WHERE[words(where)] ?? '';

/** The tables of an answer, one row for each register part, place and mode. */
export const provisionSheets = ({ lines, totals }: Wire<Provision>): Sheets =>
  new Map([
    ['lines', () => sheetOf(lines)],
    ['totals', () => sheetOf(totals)],
  ]);

const sheetOf = (lines: readonly Line[]): Sheet => ({
  header: [
    ...['register part', 'register part name', 'regulator', 'where', 'region', 'region name', 'mode'],
    ...['deliveries', 'courses', 'institutions', 'not promised', 'says'],
  ],
  rows: lines.flatMap(({ registerPart, regulator, where, region, counts }) =>
    counts.map(({ mode, deliveries, courses, institutions, notPromised, says }) => [
      ...[registerPart.id, registerPart.title, regulator, words(where), region?.id ?? null, region?.title ?? null],
      ...[words(mode).replace(' ', '-'), deliveries, courses, institutions, notPromised, says],
    ]),
  ),
});
