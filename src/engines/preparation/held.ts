import type { Id } from '../../domain/fact.js';
import type { Held, Holdings } from '../../domain/holding.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { contentOf } from '../credit/holdings.js';
import type { Slot } from './on-offer.js';

/** What a preparation begins with, and what stays the same along it. */
export interface Beginning {
  readonly catalogue: Catalogue;
  readonly holdings: Holdings;
  readonly first: Month;
  /** Mark assumed of the modules studied. */
  readonly assumedMark: number | undefined;
  /** What modules that were asked for give, by their ids, as they come up. */
  readonly contents: Map<Id, ReturnType<typeof contentOf>>;
}

/** A module with the months in which it is studied. */
export interface Studied {
  readonly module: Id;
  readonly slot: Slot;
}

/**
 * A module as it is held once it was studied by itself: dated to its last month, held from the month after. One that was
 * held before is held with the later date, and is spent on what it was spent on.
 */
export const studiedOnce = (beginning: Beginning, module: Id, { on, since }: { on: Month; since: Month }): Held => {
  const { holdings, assumedMark } = beginning;
  const before = holdings.sources.get(module);
  return {
    id: module,
    ...contentKept(beginning, module),
    on,
    since,
    compensated: false,
    ...(assumedMark === undefined ? {} : { mark: assumedMark }),
    awards: before?.awards ?? NONE,
    spentAt: before?.spentAt ?? NO_LEVELS,
    studiedOn: new Set([...(before?.studiedOn ?? []), module]),
  };
};

const NONE: ReadonlySet<Id> = new Set();
const NO_LEVELS: ReadonlySet<number> = new Set();

function contentKept({ catalogue, contents }: Beginning, module: Id): ReturnType<typeof contentOf> {
  const content = contents.get(module) ?? contentOf(catalogue, module);
  contents.set(module, content);
  return content;
}

/** All that is held in a month by whom has studied these modules (spec 5.1, "What is held"); experience that goes on has grown. */
export function heldWith(beginning: Beginning, studied: readonly Studied[], month: Month): Holdings {
  const done = studied.filter(({ slot }) => slot.after <= month);
  return withSources(
    beginning,
    done.map(({ module, slot }) => studiedOnce(beginning, module, { on: slot.after - 1, since: slot.after })),
    month,
  );
}

/** What is held in a month with some modules besides, or in place of those held before. */
export function withSources({ holdings, first }: Beginning, added: readonly Held[], month: Month): Holdings {
  const sources = new Map(holdings.sources);
  for (const held of added) sources.set(held.id, held);
  const grown = Math.max(0, month - first);
  return {
    ...holdings,
    sources,
    experience: holdings.experience.map((spell) =>
      spell.ongoing ? { ...spell, months: spell.months + grown } : spell,
    ),
  };
}
