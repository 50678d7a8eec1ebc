import type { Barrier } from '../../../domain/blockage-answer.js';
import type { Id } from '../../../domain/fact.js';
import type { BlockedCohort } from '../freeing/freed.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Names } from '../names.js';

/** The levers that stand in some minimal set, those that alone stop most first, then those that stop most, then ids. */
export function barriersOf(
  blocked: readonly BlockedCohort[],
  levers: ReadonlyMap<Id, WorkedLever>,
  names: Names,
): Barrier[] {
  const counts = new Map<Id, { stops: number; alone: number }>();
  for (const { cohort, sets } of blocked) {
    const alone = new Set(sets.filter(({ length }) => length === 1).flat());
    for (const id of new Set(sets.flat())) {
      const count = counts.get(id) ?? { stops: 0, alone: 0 };
      counts.set(id, {
        stops: count.stops + cohort.people,
        alone: count.alone + (alone.has(id) ? cohort.people : 0),
      });
    }
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other.alone - one.alone || other.stops - one.stops || (a < b ? -1 : 1))
    .map(([id, count]): Barrier => {
      const { says, owner, source, programmes } = levers.get(id)!;
      const where = programmes.flatMap((programme) => names.catalogue.programmes.get(programme) ?? []);
      return {
        lever: id,
        says,
        ...count,
        where: where.map((programme) => names.study(programme)),
        owner: owner.name,
        role: owner.role,
        source: source && [source.document, source.clause].filter(Boolean).join(', '),
      };
    });
}
