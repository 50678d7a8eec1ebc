import { KINDS, type Kind, type Rows } from '../../domain/catalogue.js';
import type { Id } from '../../domain/fact.js';
import { type Flaw, nameOfPath } from '../shape/flaw.js';
import { suggestion } from '../shape/nearest.js';
import type { Finding, Known, Target } from './known.js';
import { REFERENCES, type Reference } from './refer.js';

const NOUNS: Record<Target, string> = {
  regions: 'region', institutions: 'institution', registerParts: 'register part', modules: 'module', programmes: 'programme',
  deliveries: 'delivery', qualifications: 'qualification', mappings: 'mapping', agreements: 'agreement',
  experienceMappings: 'experience mapping', policies: 'policy', entryRules: 'entry rule', funding: 'funding rule',
  support: 'support row', tariffs: 'tariff', levels: 'level', pools: 'pool', cohorts: 'cohort', scenarios: 'scenario',
  offers: 'single offer of a module',
};

/** What an id names exists, and is of a kind that may stand there. */
export function* references(rows: Rows, known: Known): Iterable<Finding> {
  for (const kind of KINDS) {
    const referencesOf = REFERENCES[kind] as (row: { id: Id }) => Reference[];
    for (const row of rows[kind]) for (const flaw of dangling(referencesOf(row), known)) yield { ...flaw, kind: kind as Kind, row };
  }
}

/** The references among some that name nothing, or something else than may stand there. */
export function* dangling(found: readonly Reference[], known: Known): Iterable<Flaw> {
  for (const { path, id, to } of found) {
    const targets = known.targetsOf(id);
    if (targets.some((target) => to.includes(target))) continue;
    const wanted = to.map((target) => NOUNS[target]).join(' or ');
    const name = nameOfPath(path);
    if (targets[0] !== undefined)
      yield { code: 'WRONG_KIND', path, message: `${name} names \`${id}\`, which is ${withArticle(NOUNS[targets[0]])}: it must name ${withArticle(wanted)}.` };
    else
      yield { code: 'UNKNOWN_ID', path, message: `${name} names \`${id}\`, and there is no ${wanted} of that id.${suggestion(id, known.idsOf(to)) || ' Add it, or correct the id.'}` };
  }
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
