import type { Lever } from '../../../domain/blockage.js';
import type { Rows } from '../../../domain/catalogue.js';
import { changesOf } from '../levers/apply.js';
import type { WorkedLever } from '../levers/worked.js';

/** The levers of a question as they are told, each with its changes; in order of ids. */
export const toldLevers = (rows: Rows, levers: Iterable<WorkedLever>): Lever[] =>
  [...levers]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((lever) => {
      const { id, kind, says, owner, cost, leadMonths, programmes, source } = lever;
      return { id, kind, says, owner, cost, leadMonths, programmes, source, changes: changesOf(rows, [lever]) };
    });
