import type { RestsOn } from '../../domain/assessment.js';
import type { Provenance } from '../../domain/fact.js';
import type { Solution } from './solve.js';

/** Every fact an assessment rests on that is not published, or not wholly. */
export function restsOn({ setting, used }: Solution): RestsOn[] {
  const { programme, delivery, policies, catalogue } = setting;
  const modules = used
    .flatMap(({ targets, sources }) => [...targets, ...sources.map(({ id }) => id)])
    .flatMap((id) => catalogue.modules.get(id) ?? catalogue.qualifications.get(id) ?? []);
  return unpublished([
    programme,
    ...(delivery ? [delivery] : []),
    ...policies,
    ...used.flatMap(({ rows }) => rows),
    ...modules,
  ]);
}

/** The rows among these that are assumed or illustrative, wholly or in some field; each once, in order of ids. */
export function unpublished(facts: readonly ({ id: string } & Pick<Provenance, 'basis' | 'assumed'>)[]): RestsOn[] {
  const found = new Map<string, RestsOn>();
  for (const { id, basis, assumed } of facts) {
    const fields = Object.entries(assumed ?? {}).map(([field, why]) => `${field}: ${why}`);
    if (basis !== 'published')
      found.set(id, {
        id,
        basis,
        says: basis === 'illustrative' ? `${id} is made up to be instructive` : `${id} is assumed`,
      });
    else if (fields.length)
      found.set(id, { id, basis: 'assumed', says: `${id} is published, but assumed in ${fields.join('; ')}` });
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
