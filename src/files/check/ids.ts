import { KINDS, type Rows } from '../../domain/catalogue.js';
import type { Id } from '../../domain/fact.js';
import type { Path } from '../shape/flaw.js';
import type { Finding } from './known.js';

/** An id stands for one thing in the whole catalogue; the ids within a programme or a module for one thing in it. */
export function* ids(rows: Rows): Iterable<Finding> {
  const taken = new Map<Id, string>();
  const global = function* (
    kind: Finding['kind'],
    row: { id: Id },
    id: Id,
    path: Path,
    noun: string,
  ): Iterable<Finding> {
    const other = taken.get(id);
    if (other === undefined) taken.set(id, noun);
    else
      yield {
        code: 'DUPLICATE_ID',
        kind,
        row,
        path,
        message: `the id \`${id}\` is already that of ${other}: an id stands for one thing in the whole catalogue, so give this one another.`,
      };
  };
  for (const kind of KINDS) for (const row of rows[kind]) yield* global(kind, row, row.id, ['id'], `a row of ${kind}`);
  for (const row of rows.modules)
    for (const [index, offer] of (row.offers ?? []).entries())
      yield* global('modules', row, offer.id, ['offers', index, 'id'], `an offer of the module \`${row.id}\``);
  for (const row of rows.policies)
    for (const [index, limit] of row.limits.entries())
      yield* global('policies', row, limit.id, ['limits', index, 'id'], `a limit of the policy \`${row.id}\``);
  for (const row of rows.modules)
    yield* local(
      'modules',
      row,
      (row.outcomes ?? []).map(({ id }, index) => [id, ['outcomes', index, 'id']]),
      'two outcomes of this module',
    );
  for (const row of rows.programmes)
    yield* local('programmes', row, groupIds(row), 'two option groups or bundles of this programme');
  yield* providerNumbers(rows);
}

const groupIds = (row: Rows['programmes'][number]): [Id, Path][] =>
  row.stages.flatMap(({ groups = [] }, stage) =>
    groups.flatMap((group, index): [Id, Path][] => [
      [group.id, ['stages', stage, 'groups', index, 'id']],
      ...group.members.flatMap((member, at): [Id, Path][] =>
        typeof member === 'string'
          ? []
          : [[member.bundle, ['stages', stage, 'groups', index, 'members', at, 'bundle']]],
      ),
    ]),
  );

function* local(
  kind: Finding['kind'],
  row: { id: Id },
  found: readonly (readonly [Id, Path])[],
  noun: string,
): Iterable<Finding> {
  const seen = new Set<Id>();
  for (const [id, path] of found) {
    if (seen.has(id))
      yield {
        code: 'DUPLICATE_ID',
        kind,
        row,
        path,
        message: `the id \`${id}\` is that of ${noun}: give one of them another.`,
      };
    seen.add(id);
  }
}

/** People paste a UKPRN to find an institution, so it finds one. */
function* providerNumbers({ institutions }: Rows): Iterable<Finding> {
  const taken = new Map<string, Id>();
  for (const row of institutions) {
    if (row.ukprn === undefined) continue;
    const other = taken.get(row.ukprn);
    if (other !== undefined)
      yield {
        code: 'DUPLICATE_CODE',
        kind: 'institutions',
        row,
        path: ['ukprn'],
        message: `the UKPRN ${row.ukprn} is already that of \`${other}\`: one of the two is wrong.`,
      };
    taken.set(row.ukprn, row.id);
  }
}
