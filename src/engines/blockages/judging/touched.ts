import type { Change, Kind } from '../../../domain/catalogue.js';
import type { Id } from '../../../domain/fact.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import type { Agreement, EntryRule, ExperienceMapping, Mapping, Policy } from '../../../domain/recognition.js';
import type { Catalogue } from '../../../graph/catalogue.js';

/** The programmes on which a list of changes bears: `ALL` where it may be any. Both what a row was and what it has become count. */
export function programmesTouched(
  before: Catalogue,
  after: Catalogue,
  changes: readonly Change[],
): ReadonlySet<Id> | 'ALL' {
  const touched = new Set<Id>();
  for (const change of changes) {
    const id = change.op === 'put' ? change.row.id : change.id;
    for (const catalogue of [before, after]) {
      const found = touchedBy(catalogue, change.kind, id);
      if (found === 'ALL') return 'ALL';
      for (const programme of found) touched.add(programme);
    }
  }
  return touched;
}

function touchedBy(catalogue: Catalogue, kind: Kind, id: Id): readonly Id[] | 'ALL' {
  const find = <T>(): T | undefined =>
    (catalogue.rows[kind] as readonly { id: Id }[]).find((row) => row.id === id) as T;
  switch (kind) {
    case 'deliveries':
      return ids(find<Delivery>()?.programme);
    case 'agreements':
      return ids(find<Agreement>()?.programme);
    case 'mappings':
      return teaching(catalogue, find<Mapping>()?.targets);
    case 'experienceMappings': {
      const row = find<ExperienceMapping>();
      return [...(row?.programmes ?? []), ...teaching(catalogue, row?.targets)];
    }
    case 'entryRules':
      return under(catalogue, find<EntryRule>());
    case 'policies':
      return under(catalogue, find<Policy>());
    case 'cohorts':
    case 'scenarios':
    case 'funding':
    case 'levels':
    case 'pools':
      return [];
    case 'regions':
    case 'institutions':
    case 'registerParts':
    case 'modules':
    case 'programmes':
    case 'qualifications':
    case 'support':
    case 'tariffs':
      return 'ALL';
  }
}

const ids = (id: Id | undefined): Id[] => (id === undefined ? [] : [id]);

const teaching = ({ programmesOfModule }: Catalogue, modules: readonly Id[] = []): Id[] =>
  modules.flatMap((module) => programmesOfModule.get(module) ?? []);

/** The programmes for which a rule or policy is laid down; where several things are given, all must fit. */
const under = ({ rows, partsOf }: Catalogue, row: EntryRule | Policy | undefined): Id[] =>
  row === undefined
    ? []
    : rows.programmes
        .filter(
          ({ id, institution }: Programme) =>
            (!row.programmes || row.programmes.includes(id)) &&
            (!row.institutions || row.institutions.includes(institution)) &&
            (!row.registerParts || row.registerParts.some((part) => partsOf.get(id)?.has(part))),
        )
        .map(({ id }) => id);
