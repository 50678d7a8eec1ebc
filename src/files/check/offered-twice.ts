import type { Rows } from '../../domain/catalogue.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Validity } from '../../domain/time.js';
import { type Finding, type Known, push } from './known.js';
import { overlap } from './validity.js';

/**
 * A course is known by its provider, its code (KISCOURSEID) and its mode, and stands in the catalogue once: two rows
 * of it would offer it twice, each by rules of its own. One code may cover several programmes that lead to different
 * parts of a register, one for each field of nursing. Apprenticeships are left aside: their code is that of a standard.
 */
export function* offeredTwice({ programmes }: Rows, known: Known): Iterable<Finding> {
  const sharing = new Map<string, Programme[]>();
  for (const programme of programmes)
    for (const code of new Set(programme.codes?.filter(isOfCourse).map(plain)))
      push(sharing, `${code} of \`${programme.institution}\``, programme);
  for (const [course, list] of sharing)
    for (const [at, programme] of list.entries())
      for (const other of list.slice(0, at)) yield* inOneMode(course, programme, other, known);
}

function* inOneMode(
  course: string,
  programme: Programme,
  other: Programme,
  { deliveriesOf }: Known,
): Iterable<Finding> {
  if (leadApart(programme, other)) return;
  for (const row of deliveriesOf.get(programme.id) ?? []) {
    const beside = deliveriesOf.get(other.id)?.find((one) => alike(row, one) && overlap(open(row), open(one)));
    if (beside)
      yield {
        code: 'DUPLICATE_COURSE',
        kind: 'deliveries',
        row,
        beside,
        path: [],
        message: `the course ${course} is offered ${row.pace} twice, here by \`${programme.id}\` and by \`${other.id}\` in \`${beside.id}\`: keep one of the two, with the code.`,
      };
  }
}

/** `unpromised:PART` marks courses by what they may lead to; it is nobody's own code. */
const isOfCourse = (code: string): boolean => !code.includes(':');
const plain = (code: string): string => code.replace(/\s+/g, '').toUpperCase();

const leadApart = ({ leadsTo: a = [] }: Programme, { leadsTo: b = [] }: Programme): boolean =>
  a.length > 0 && b.length > 0 && !a.some((part) => b.includes(part));

const alike = (a: Delivery, b: Delivery): boolean =>
  a.pace === b.pace && a.employment !== 'apprenticeship' && b.employment !== 'apprenticeship';

/** From the first month in which one may enter to the last. */
const open = ({ firstEntry, lastEntry }: Delivery): Validity => ({
  ...(firstEntry === undefined ? {} : { from: firstEntry }),
  ...(lastEntry === undefined ? {} : { to: lastEntry }),
});
