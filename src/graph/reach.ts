import type { Id } from '../domain/fact.js';
import type { Programme } from '../domain/provision.js';

/** What a policy or an entry rule says it is laid down for; where several are given, all must fit. */
export interface Reach {
  readonly id: Id;
  readonly registerParts?: Id[];
  readonly institutions?: Id[];
  readonly programmes?: Id[];
}

/** Policies or entry rules, found by what they are laid down for: a look at each row is not needed for each programme. */
export class ByReach<Row extends Reach> {
  readonly #everywhere: Row[] = [];
  readonly #of = { programmes: new Map<Id, Row[]>(), institutions: new Map<Id, Row[]>(), parts: new Map<Id, Row[]>() };

  constructor(rows: readonly Row[]) {
    for (const row of rows)
      if (row.programmes) list(this.#of.programmes, row.programmes, row);
      else if (row.institutions) list(this.#of.institutions, row.institutions, row);
      else if (row.registerParts) list(this.#of.parts, row.registerParts, row);
      else this.#everywhere.push(row);
  }

  /** The rows that are laid down for a programme that helps to reach these register parts, in order of ids. */
  for({ id, institution }: Programme, parts: ReadonlySet<Id>): Row[] {
    const { programmes, institutions, parts: byPart } = this.#of;
    const found = new Set([
      ...this.#everywhere,
      ...(programmes.get(id) ?? []),
      ...(institutions.get(institution) ?? []),
      ...[...parts].flatMap((part) => byPart.get(part) ?? []),
    ]);
    const fits = (row: Row): boolean =>
      (!row.registerParts || row.registerParts.some((part) => parts.has(part))) &&
      (!row.institutions || row.institutions.includes(institution));
    return [...found].filter(fits).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function list<Row>(lists: Map<Id, Row[]>, keys: readonly Id[], row: Row): void {
  for (const key of keys) {
    const known = lists.get(key);
    if (known) known.push(row);
    else lists.set(key, [row]);
  }
}
