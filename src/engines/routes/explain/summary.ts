import { textOf } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import type { Plan } from '../plan.js';

/** The legs of a plan in a line: what, where, from when, at which stage. */
export const inBrief = ({ legs }: Plan, catalogue: Catalogue): string =>
  legs
    .map(({ programme, start, from, subjectTo }) => {
      const where = catalogue.institutions.get(programme.institution)?.name ?? programme.institution;
      const joined = `${from > 1 ? ` at stage ${from}` : ''}${subjectTo.length > 0 ? ' (subject to)' : ''}`;
      return `${programme.title}, ${where}, from ${textOf(start)}${joined}`;
    })
    .join('; then ');
