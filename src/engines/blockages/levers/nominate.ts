import type { Condition } from '../../../domain/conditions.js';
import type { Support } from '../../../domain/funding.js';
import type { Delivery } from '../../../domain/provision.js';
import { validIn } from '../../../domain/time.js';
import { owner } from '../names.js';
import type { Bearing } from './bearing.js';
import { alter, put, type WorkedLever } from './worked.js';

/**
 * *nominate* (a delivery): the region's employers nominate for it. As a change it is a support of theirs that the delivery
 * names, by which an employer nominates (spec 6.1). Only for who has a job, where the delivery or a rule asks nomination.
 */
export function nominateLevers(bearing: Bearing): WorkedLever[] {
  const { catalogue, programme, deliveries, cohort, terms, names } = bearing;
  const { employment } = cohort.learner;
  if (terms.nominated || employment?.nominated) return [];
  const asked = catalogue.rulesFor(programme).some(({ rule }) => asksNomination(rule));
  return deliveries
    .filter(({ nomination }) => nomination || asked)
    .map((delivery): WorkedLever => {
      const support = `nominated-for-${delivery.id}-in-${cohort.region}`;
      const row: Support = {
        id: support,
        name: `Employers in ${names.region(cohort.region)} nominate for ${names.delivery(delivery.id)}`,
        payer: 'employer',
        kind: 'backfill',
        regions: [cohort.region],
        source: { document: 'A change that a blockage question tries' },
        basis: 'assumed',
      };
      return {
        id: `nominate:${delivery.id}:${cohort.region}`,
        kind: 'nominate',
        says: `Employers in ${names.region(cohort.region)} nominate for ${names.delivery(delivery.id)}.`,
        owner: owner(names, 'employer', { programme, region: cohort.region }),
        cost: 1,
        leadMonths: 0,
        programmes: [programme.id],
        delivery: delivery.id,
        source: delivery.source,
        edits: [
          put('support', row),
          alter<Delivery>('deliveries', delivery.id, (old) => ({ ...old, support: [...(old.support ?? []), support] })),
        ],
        concerns: ({ region }) => region === cohort.region,
      };
    });
}

/** Whether nomination by the employer is asked anywhere in a tree. */
const asksNomination = (condition: Condition): boolean =>
  'of' in condition
    ? condition.of.some(asksNomination)
    : condition.kind === 'employment' && condition.nominated === true;

/** *support*: a row of salary or backfill that some delivery names, given in the cohort's region again, or there as well. */
export function supportLevers({ catalogue, programme, deliveries, cohort, terms, names }: Bearing): WorkedLever[] {
  const { region } = cohort;
  const named = new Set(deliveries.flatMap(({ support = [] }) => support));
  return catalogue.rows.support
    .filter(
      (row) =>
        named.has(row.id) &&
        (row.kind === 'salary' || row.kind === 'backfill') &&
        !(terms.starts.every((month) => validIn(row, month)) && (!row.regions || row.regions.includes(region))),
    )
    .map((row) => ({
      id: `support:${row.id}:${region}`,
      kind: 'support' as const,
      says: `Give ‘${row.name}’ in ${names.region(region)}.`,
      owner: owner(names, 'commissioner', { programme, region }),
      cost: 1,
      leadMonths: 0,
      programmes: [programme.id],
      source: row.source,
      edits: [
        alter<Support>('support', row.id, ({ from: _, to: __, ...old }) => ({
          ...old,
          ...(old.regions && { regions: [...new Set([...old.regions, region])] }),
        })),
      ],
      concerns: (other) => other.region === region,
    }));
}
