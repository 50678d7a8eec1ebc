import type { Rows } from '../../../domain/catalogue.js';
import type { Id } from '../../../domain/fact.js';
import type { Delivery } from '../../../domain/provision.js';
import type { EntryRule } from '../../../domain/recognition.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import type { DoorRows } from '../judging/door.js';
import { withLevers } from '../levers/apply.js';
import type { WorkedLever } from '../levers/worked.js';

/** What doors and entry rules of a programme hang on, with some levers worked. */
export interface Worked {
  readonly doors: DoorRows;
  readonly rules: readonly EntryRule[];
  readonly delivery: (id: Id) => Delivery | undefined;
}

/**
 * The deliveries, supports and entry rules of one programme with levers worked on them: so little that it takes
 * microseconds, and the same for everyone. Not for levers of the asker's own, which may change anything.
 */
export class Ground {
  readonly #rows: Rows;
  readonly #worked = new Map<string, Worked>();

  constructor(
    readonly catalogue: Catalogue,
    programme: Id,
  ) {
    const deliveries = catalogue.deliveriesOf.get(programme) ?? [];
    const named = new Set(deliveries.flatMap(({ support = [] }) => support));
    this.#rows = {
      ...catalogue.rows,
      deliveries,
      support: catalogue.rows.support.filter(({ id }) => named.has(id)),
      entryRules: catalogue.rulesFor(catalogue.programmes.get(programme)!),
      // Curricula are none of it.
      programmes: [],
    };
  }

  /** With these levers; those that change nothing of it make no difference. */
  with(levers: readonly WorkedLever[]): Worked {
    const bearing = levers.filter(({ kind }) => BEARING.has(kind));
    const key = bearing.map(({ id }) => id).join(' ');
    const known = this.#worked.get(key);
    if (known) return known;
    const { deliveries, support, entryRules } = withLevers(this.#rows, bearing);
    const { programmes, institutions } = this.catalogue;
    const worked = {
      doors: { programmes, institutions, rows: { support } },
      rules: entryRules,
      delivery: (id: Id) => deliveries.find((row) => row.id === id),
    };
    this.#worked.set(key, worked);
    return worked;
  }
}

const BEARING: ReadonlySet<WorkedLever['kind']> = new Set(['accept', 'open', 'nominate', 'support']);
