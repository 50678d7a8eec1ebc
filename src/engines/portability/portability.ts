import type { AwardReach, Portability, PortabilityCell, PortabilityQuestion } from '../../domain/portability.js';
import type { Programme } from '../../domain/provision.js';
import { textOf } from '../../domain/time.js';
import { type Catalogue, modulesOf } from '../../graph/catalogue.js';
import { candidatesFor, linksInto } from '../credit/into/candidates.js';
import { cellOf } from './cell.js';
import { reachOf, widestFirst } from './reach.js';
import { notesOn, summaryOf } from './told.js';

/** Kinds of award that are foundation degrees. */
const FOUNDATION_DEGREES = ['FdSc'];

/**
 * Foundation degrees against pre-registration programmes (spec 6.2): what one who holds just the award, gained in the
 * month before the start, carries into each, where they join, and how many months are left. Found from the programmes
 * back to the awards that some row or module links with them: what is not linked carries nothing, and is only counted.
 */
export function portability(catalogue: Catalogue, question: PortabilityQuestion): Portability {
  const { start, months = 1, include = 'AGREED', kinds = FOUNDATION_DEGREES } = question;
  const awards = catalogue.rows.programmes.filter((programme) => isAwardAsked(catalogue, programme, question, kinds));
  const programmes = catalogue.rows.programmes.filter((programme) => isProgrammeAsked(catalogue, programme, question));
  const cells = new Map<string, PortabilityCell[]>(awards.map(({ id }) => [id, []]));
  for (const programme of programmes)
    for (const candidate of candidatesFor(catalogue, programme, linksInto(catalogue, programme))) {
      const { form } = candidate;
      const own = form.stage === undefined ? cells.get(form.programme?.id ?? '') : undefined;
      const cell = own && cellOf(catalogue, programme, candidate, question);
      if (cell) own.push(cell);
    }
  const known = programmes.filter((programme) => isKnown(catalogue, programme));
  const rows = awards
    .map((award): AwardReach => {
      const others = known.filter(({ id }) => id !== award.id).length;
      return reachOf(catalogue, award, cells.get(award.id) ?? [], others);
    })
    .sort(widestFirst);
  const ofKnown = rows.filter((row) => row.known);
  const answer = {
    ...{ start: textOf(start), months, include, kinds: [...kinds], awards: rows },
    ...{ programmes: programmes.length, programmesKnown: known.length, awardsKnown: ofKnown.length },
    withReach: ofKnown.filter(({ reach }) => reach > 0).length,
    withoutReach: ofKnown.filter(({ reach }) => reach === 0).length,
    ownOnly: rows.filter(({ ownOnly }) => ownOnly).length,
  };
  return { ...answer, notes: notesOn(answer), summary: summaryOf(answer) };
}

const isAwardAsked = (
  { qualifications }: Catalogue,
  { id, award, institution }: Programme,
  { awards, institutions }: PortabilityQuestion,
  kinds: readonly string[],
): boolean =>
  kinds.includes(qualifications.get(award)?.kind ?? '') &&
  (!awards || awards.includes(id)) &&
  (!institutions || institutions.includes(institution));

/** A pre-registration programme helps to reach a part of a statutory register. */
function isProgrammeAsked(
  { partsOf, registerParts }: Catalogue,
  { id, institution }: Programme,
  { registerParts: asked, into }: PortabilityQuestion,
): boolean {
  const parts = [...(partsOf.get(id) ?? [])].filter((part) => registerParts.get(part)?.statutory);
  return (
    parts.length > 0 && (!asked || parts.some((part) => asked.includes(part))) && (!into || into.includes(institution))
  );
}

const isKnown = ({ agreementsInto }: Catalogue, programme: Programme): boolean =>
  modulesOf(programme).length > 0 || agreementsInto.has(programme.id);
