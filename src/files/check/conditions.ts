import type { Rows } from '../../domain/catalogue.js';
import type { Accepts, AwardCondition, Condition } from '../../domain/conditions.js';
import { suggestion } from '../../domain/nearest.js';
import type { Flaw, Path } from '../shape/flaw.js';
import { offScale } from './grades.js';
import type { Finding, Known } from './known.js';
import { acceptsIn, conditionsIn } from './refer.js';

/** Every condition of an entry rule can be met by somebody, and by what the catalogue knows. */
export function* conditions(rows: Rows, known: Known): Iterable<Finding> {
  for (const row of rows.entryRules) {
    if (row.minimumAge !== undefined && row.maximumAge !== undefined && row.minimumAge > row.maximumAge)
      yield {
        code: 'NEVER_VALID',
        kind: 'entryRules',
        row,
        path: ['minimumAge'],
        message: '`minimumAge` is over `maximumAge`, so the rule is for nobody: correct them.',
      };
    for (const { condition, path } of conditionsIn(row.rule, ['rule'])) {
      const lacking = lacks(condition);
      if (lacking !== undefined)
        yield {
          code: 'SAYS_NOTHING',
          kind: 'entryRules',
          row,
          path,
          message: `the condition \`${condition.kind}\` ${lacking}.`,
        };
      for (const flaw of [...accepted(condition, path, rows, known), ...awards(condition, path, rows, known)])
        yield { ...flaw, kind: 'entryRules', row };
    }
  }
  for (const row of rows.tariffs)
    for (const [index, entry] of row.points.entries())
      for (const flaw of proof(entry, ['points', index], rows, known, false)) yield { ...flaw, kind: 'tariffs', row };
}

/** What a condition lacks, so that it would be met by nobody or by all. */
function lacks(condition: Condition): string | undefined {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.length === 0 ? 'lists nothing in `of`: list conditions, or take it away' : undefined;
    case 'atLeast':
      return condition.n > condition.of.length
        ? `asks for ${condition.n} of ${condition.of.length}, which nobody could meet: list more conditions or ask for fewer`
        : undefined;
    case 'subject':
      return condition.accepted.length + (condition.considered?.length ?? 0) === 0
        ? 'accepts and considers nothing, so nobody could meet it: list what is accepted'
        : undefined;
    case 'award':
      return condition.kinds || condition.awards || condition.minimumLevel !== undefined
        ? undefined
        : 'names no award: give `kinds`, `awards` or `minimumLevel`';
    case 'experience':
      return condition.settings?.length === 0
        ? 'lists no setting, so no experience would count: name settings, or leave the field out for any'
        : undefined;
    case 'registration':
      return condition.parts.length === 0 ? 'names no register part: name at least one in `parts`' : undefined;
    default:
      return undefined;
  }
}

function accepted(condition: Condition, path: Path, rows: Rows, known: Known): Flaw[] {
  return acceptsIn(condition, path).flatMap(({ accepts, at }) => [...proof(accepts, at, rows, known, true)]);
}

/** A proof names a qualification or a kind of it, and a grade that stands on its scale. */
function* proof(
  { qualification, kind, grade }: Accepts,
  path: Path,
  rows: Rows,
  known: Known,
  needsScale: boolean,
): Iterable<Flaw> {
  if (qualification === undefined && kind === undefined)
    yield { code: 'SAYS_NOTHING', path, message: 'this names no proof: give `qualification` or `kind`.' };
  if (kind !== undefined && !known.qualificationKinds.has(kind)) yield unknownKind(kind, [...path, 'kind'], known);
  const named = rows.qualifications.filter((row) =>
    qualification === undefined ? row.kind === kind : row.id === qualification,
  );
  if (grade !== undefined) yield* offScale(grade, [...path, 'grade'], named, needsScale);
}

function* awards(condition: Condition, path: Path, rows: Rows, known: Known): Iterable<Flaw> {
  if (condition.kind !== 'award') return;
  const { kinds = [], awards = [], grade }: AwardCondition = condition;
  for (const [index, kind] of kinds.entries())
    if (!known.qualificationKinds.has(kind)) yield unknownKind(kind, [...path, 'kinds', index], known);
  const given = awards.map((id) => known.programmes.get(id)?.award ?? id);
  if (grade !== undefined)
    yield* offScale(
      grade,
      [...path, 'grade'],
      rows.qualifications.filter(({ id, kind }) => kinds.includes(kind) || given.includes(id)),
      true,
    );
}

const unknownKind = (kind: string, path: Path, known: Known): Flaw => ({
  code: 'UNKNOWN_KIND_OF_AWARD',
  path,
  message: `no qualification is of the kind \`${kind}\`.${suggestion(kind, known.qualificationKinds) || ` The kinds are ${[...known.qualificationKinds].sort().join(', ')}.`}`,
});
