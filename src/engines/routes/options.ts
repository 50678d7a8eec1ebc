import type { Id } from '../../domain/fact.js';
import type { Catalogue } from '../../graph/catalogue.js';

/** Options that tell nothing are alike if they hold the same credits by level, and hours. */
export function classOf(catalogue: Catalogue, telling: ReadonlySet<Id>, options: readonly Id[]): string {
  const alike = options
    .filter((id) => !telling.has(id))
    .map((id) => {
      const { level = 0, credits = 0, theoryHours, practiceHours } = catalogue.modules.get(id) ?? {};
      return `${level}:${credits}:${theoryHours}:${practiceHours}`;
    });
  return [...options.filter((id) => telling.has(id)), ...alike.sort()].join(',');
}
