import { KINDS, type Kind, type Rows } from '../../domain/catalogue.js';
import type { Id } from '../../domain/fact.js';
import { suggestion } from '../../domain/nearest.js';
import { type Flaw, nameOfPath } from '../shape/flaw.js';
import type { Finding, Known, Target } from './known.js';
import { REFERENCES, type Reference } from './refer.js';

const NOUNS: Record<Target, string> = {
  regions: 'region',
  institutions: 'institution',
  registerParts: 'register part',
  modules: 'module',
  programmes: 'programme',
  deliveries: 'delivery',
  qualifications: 'qualification',
  mappings: 'mapping',
  agreements: 'agreement',
  experienceMappings: 'experience mapping',
  policies: 'policy',
  entryRules: 'entry rule',
  funding: 'funding rule',
  support: 'support row',
  tariffs: 'tariff',
  levels: 'level',
  pools: 'pool',
  cohorts: 'cohort',
  scenarios: 'scenario',
  offers: 'single offer of a module',
};

/** What an id names exists, and is of a kind that may stand there. */
export function* references(rows: Rows, known: Known): Iterable<Finding> {
  const told = new Map<string, string>();
  for (const kind of KINDS) {
    const referencesOf = REFERENCES[kind] as (row: { id: Id }) => Reference[];
    for (const row of rows[kind])
      for (const flaw of dangling(referencesOf(row), known, told)) yield { ...flaw, kind: kind as Kind, row };
  }
}

/** Distinct ids for which a likely one is sought: a search goes through all ids, and who has more slips than this has one cause. */
const SUGGESTED = 200;

/** The references among some that name nothing, or something else than may stand there. */
export function* dangling(found: readonly Reference[], known: Known, told = new Map<string, string>()): Iterable<Flaw> {
  for (const { path, id, to } of found) {
    const targets = known.targetsOf(id);
    if (targets.some((target) => to.includes(target))) continue;
    const wanted = to.map((target) => NOUNS[target]).join(' or ');
    const name = nameOfPath(path);
    if (targets[0] !== undefined) {
      const message = `${name} names \`${id}\`, which is ${withArticle(NOUNS[targets[0]])}: it must name ${withArticle(wanted)}.`;
      yield { code: 'WRONG_KIND', path, message };
      continue;
    }
    const key = `${wanted} ${id}`;
    const meant = told.get(key) ?? (told.size < SUGGESTED ? suggestion(id, known.idsOf(to)) : '');
    told.set(key, meant);
    const message = `${name} names \`${id}\`, and there is no ${wanted} of that id.${meant || ' Add it, or correct the id.'}`;
    yield { code: 'UNKNOWN_ID', path, message };
  }
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
