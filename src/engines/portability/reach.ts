import type { AwardReach, PortabilityCell } from '../../domain/portability.js';
import type { Programme } from '../../domain/provision.js';
import { type Catalogue, modulesOf } from '../../graph/catalogue.js';
import { named } from '../credit/into/names.js';

/** Credits of a full-time year. */
const YEAR = 120;

/** An award's row: its cells, most first, and how far it reaches among so many programmes whose modules or agreements are known. */
export function reachOf(
  catalogue: Catalogue,
  award: Programme,
  cells: readonly PortabilityCell[],
  programmes: number,
): AwardReach {
  const from = (least: number): PortabilityCell[] => cells.filter(({ credits }) => credits >= least);
  const [some, half, year] = [from(0.5), from(60), from(YEAR)];
  const ownYear = year.filter(({ own }) => own).length;
  const most = Math.max(0, ...cells.map(({ credits }) => credits));
  const row = {
    award: named(catalogue, award.id),
    kind: catalogue.qualifications.get(award.award)?.kind ?? '',
    institution: named(catalogue, award.institution),
    known: cells.length > 0 || modulesOf(award).length > 0,
    cells: cells.toSorted(mostFirst),
    counts: {
      none: programmes - some.length,
      under60: some.length - half.length,
      from60: half.length - year.length,
      from120: year.length,
    },
    reach: year.length,
    reachOwn: ownYear,
    reachInstitutions: new Set(year.map(({ institution }) => institution.id)).size,
    ownOnly: year.length > 0 && ownYear === year.length,
    reachOfSome: cells.filter((cell) => Math.max(cell.credits, cell.conditional?.carriage.credits ?? 0) >= YEAR).length,
  };
  return { ...row, summary: sumUp(row, most) };
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** `A year or more into 8 programmes of 6 institutions, 1 of them at its own.` */
function sumUp(
  { known, reach, reachOwn, reachInstitutions, ownOnly, reachOfSome }: Omit<AwardReach, 'summary'>,
  most: number,
): string {
  if (!known) return 'Its modules are not known, so nothing can be matched.';
  const some = reachOfSome > reach ? ` ${count(reachOfSome - reach, 'programme')} more for some holders alone.` : '';
  if (reach === 0) return `A year into none; ${count(most, 'credit')} at the most.${some}`;
  if (ownOnly) return `A year or more into ${count(reach, 'programme')}, at its own institution alone.${some}`;
  return `A year or more into ${count(reach, 'programme')} of ${count(reachInstitutions, 'institution')}, ${reachOwn} at its own.${some}`;
}

const mostFirst = (a: PortabilityCell, b: PortabilityCell): number =>
  b.credits - a.credits || b.entryStage - a.entryStage || (a.programme.id < b.programme.id ? -1 : 1);

/** Widest reach first, then what carries most, then by id. */
export const widestFirst = (a: AwardReach, b: AwardReach): number =>
  b.reach - a.reach || creditsOf(b) - creditsOf(a) || (a.award.id < b.award.id ? -1 : 1);

const creditsOf = ({ cells }: AwardReach): number => cells[0]?.credits ?? 0;
