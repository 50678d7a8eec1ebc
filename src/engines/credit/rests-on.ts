import type { RestsOn } from '../../domain/assessment.js';
import type { ClaimRow } from '../../domain/claim.js';
import type { Fact } from '../../domain/fact.js';
import type { Delivery } from '../../domain/provision.js';
import type { Setting } from './setting.js';
import type { Solution } from './solve.js';
import { moduleName, rowName } from './words.js';

/** Every fact an assessment rests on that is not published, or not wholly. */
export function restsOn({ setting, used }: Solution): RestsOn[] {
  const { programme, delivery, policies, catalogue } = setting;
  const modules = used
    .flatMap(({ targets, sources }) => [...targets, ...sources.map(({ id }) => id)])
    .flatMap((id) => catalogue.modules.get(id) ?? catalogue.qualifications.get(id) ?? []);
  const facts = [
    programme,
    ...(delivery ? [delivery] : []),
    ...policies,
    ...used.flatMap(({ rows }) => rows),
    ...modules,
  ];
  return unpublished(facts, (fact) => nameIn(setting, fact));
}

/**
 * The rows among these that are assumed or illustrative, wholly or in some field; each once, in order of ids, and called
 * by its title or name.
 */
export function unpublished(facts: readonly Fact[], called: (fact: Fact) => string = nameOf): RestsOn[] {
  const found = new Map<string, RestsOn>();
  for (const fact of facts) {
    const { id, basis, assumed } = fact;
    const fields = Object.entries(assumed ?? {}).map(([field, why]) => `${inWords(field)} (${why})`);
    if (basis !== 'published') {
      const says = basis === 'illustrative' ? 'is made up to be instructive' : 'is assumed';
      found.set(id, { id, basis, says: `${called(fact)} ${says}` });
    } else if (fields.length)
      found.set(id, {
        id,
        basis: 'assumed',
        says: `${called(fact)} is published, but assumed in ${fields.join('; ')}`,
      });
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A row by its title or name; by its id where it has neither. */
const nameOf = (fact: Fact & { title?: string; name?: string }): string => {
  const name = fact.title ?? fact.name;
  return name === undefined ? fact.id : `‘${name}’`;
};

/** A fact as an assessment speaks of it: a delivery by how it is run, a mapping by what it says. */
function nameIn(setting: Setting, fact: Fact): string {
  if (isDelivery(fact)) return `how ‘${setting.programme.title}’ is run ${manner(fact)}`;
  if ('strength' in fact) return rowName(setting, fact as ClaimRow);
  return setting.catalogue.modules.has(fact.id) ? moduleName(setting, fact.id) : nameOf(fact);
}

const isDelivery = (fact: Fact): fact is Delivery => 'pace' in fact;

const manner = ({ pace, employment }: Delivery): string =>
  employment === 'apprenticeship' ? 'as an apprenticeship' : employment === 'beside' ? `${pace}, beside a job` : pace;

/** `practiceHours` as `practice hours`. */
const inWords = (field: string): string =>
  field.replaceAll(/[A-Z.]/g, (sign) => (sign === '.' ? ' ' : ` ${sign.toLowerCase()}`));
