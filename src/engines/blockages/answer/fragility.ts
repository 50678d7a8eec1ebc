import type { Stranding } from '../../../domain/blockage-answer.js';
import type { Change, Kind } from '../../../domain/catalogue.js';
import type { Id } from '../../../domain/fact.js';
import { Local } from '../freeing/local.js';
import type { Judged } from '../judging/region.js';
import { standingsOf } from '../judging/standing.js';
import type { Working } from '../levers/worked.js';
import type { Names } from '../names.js';
import type { Profile } from '../population.js';
import type { Terms } from '../terms.js';

/** A single row that might be withdrawn. */
type Withdrawn = Pick<Stranding, 'kind' | 'id' | 'title'>;

/**
 * Which single withdrawal of a delivery, a mapping, an agreement or a support strands people: through before, not after
 * (spec 6.2). Only what bears on every programme at which a profile is through can strand it.
 */
export function fragilityOf(names: Names, terms: Terms, judged: readonly Judged[]): Stranding[] {
  const found = new Map<string, Stranding & { people: number }>();
  for (const { profile, standings } of judged) {
    const through = standings.filter((one) => one.through === 'YES').map(({ delivery }) => delivery);
    if (through.length === 0) continue;
    const programmes = [...new Set(through.map(({ programme }) => programme))];
    for (const withdrawn of withdrawals(
      names,
      programmes[0]!,
      through.map(({ id }) => id),
    )) {
      if (programmes.some((programme) => staysThrough(names, terms, profile, programme, withdrawn))) continue;
      const key = `${withdrawn.kind} ${withdrawn.id}`;
      const known = found.get(key) ?? { ...withdrawn, people: 0, cohorts: [] };
      found.set(key, {
        ...known,
        people: known.people + profile.people,
        cohorts: [...known.cohorts, ...profile.cohorts.map(({ id }) => id)].sort(),
      });
    }
  }
  return [...found.values()].sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
}

const KIND_OF: Readonly<Record<Stranding['kind'], Kind>> = {
  delivery: 'deliveries',
  mapping: 'mappings',
  agreement: 'agreements',
  experience: 'experienceMappings',
  support: 'support',
};

/** Whether a profile is through at a programme once a row is withdrawn. */
function staysThrough(
  { catalogue }: Names,
  terms: Terms,
  { asked }: Profile,
  programme: Id,
  { kind, id }: Withdrawn,
): boolean {
  const change: Change = { op: 'remove', kind: KIND_OF[kind], id };
  const lever: Working = { id: 'withdrawal', leadMonths: 0, edits: [{ op: 'change', change }] };
  const { catalogue: without } = new Local(catalogue, programme, asked, []).with([lever], terms.first, terms.first);
  return standingsOf(without, terms, asked, [programme]).some(({ through }) => through === 'YES');
}

/** What bears on a programme and might be withdrawn: a delivery only where it is the one by which a profile is through. */
function withdrawals(names: Names, programme: Id, through: readonly Id[]): Withdrawn[] {
  const { catalogue } = names;
  const rows = new Local(catalogue, programme, NOBODY, []).rows;
  const study = names.study(catalogue.programmes.get(programme)!);
  const supports = new Set(rows.deliveries.flatMap(({ support = [] }) => support));
  return [
    ...(through.length === 1
      ? [{ kind: 'delivery' as const, id: through[0]!, title: names.delivery(through[0]!) }]
      : []),
    ...rows.mappings
      .filter(({ status }) => status === 'agreed')
      .map(({ id, targets }) => ({
        kind: 'mapping' as const,
        id,
        title: `the mapping to ${targets.map((target) => names.module(target)).join(' and ')} of ${study}`,
      })),
    ...rows.agreements
      .filter(({ status }) => status === 'agreed')
      .map(({ id, award, stage }) => ({
        kind: 'agreement' as const,
        id,
        title: `the agreement by which holders of ${names.award(award)} join ${study} at stage ${stage}`,
      })),
    ...rows.experienceMappings
      .filter(({ status }) => status === 'agreed')
      .map(({ id, settings }) => ({
        kind: 'experience' as const,
        id,
        title: `the recognition of experience in ${settings.join(' or ')} at ${study}`,
      })),
    ...catalogue.rows.support
      .filter(({ id }) => supports.has(id))
      .map(({ id, name }) => ({ kind: 'support' as const, id, title: `the support ‘${name}’` })),
  ];
}

const NOBODY = {
  id: 'nobody',
  name: 'nobody',
  people: 0,
  region: '',
  learner: {},
  seeks: [],
  source: { document: '' },
  basis: 'assumed' as const,
};
