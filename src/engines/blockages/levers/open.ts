import type { Delivery, EntryPoint, MonthOfYear } from '../../../domain/provision.js';
import type { Validity } from '../../../domain/time.js';
import { type Month, monthOf, validIn } from '../../../domain/time.js';
import { isWithinReach } from '../judging/door.js';
import { owner } from '../names.js';
import { type Bearing, laterStages } from './bearing.js';
import { alter, type WorkedLever } from './worked.js';

/** *open*: a stage without entry point; a delivery of another region; a delivery or intake that is withdrawn, kept. */
export function openLevers(bearing: Bearing): WorkedLever[] {
  return bearing.deliveries.flatMap((delivery) => [
    ...stageLevers(bearing, delivery),
    ...elsewhereLevers(bearing, delivery),
    ...keepLevers(bearing, delivery),
  ]);
}

const common = (bearing: Bearing, delivery: Delivery, role: 'validation' | 'commissioner') => ({
  kind: 'open' as const,
  owner: owner(bearing.names, role, { programme: bearing.programme, region: bearing.cohort.region }),
  cost: 1,
  leadMonths: 0,
  programmes: [bearing.programme.id],
  delivery: delivery.id,
  source: delivery.source,
});

/** A stage that has no entry point, in the months of stage 1. */
function stageLevers(bearing: Bearing, delivery: Delivery): WorkedLever[] {
  const months = [...new Set(delivery.entryPoints.filter(({ stage }) => stage === 1).flatMap((point) => point.months))];
  if (months.length === 0) return [];
  return laterStages(bearing)
    .filter((stage) => !delivery.entryPoints.some((point) => point.stage === stage))
    .map((stage) => ({
      ...common(bearing, delivery, 'validation'),
      id: `open:${delivery.id}@${stage}`,
      says: `Open stage ${stage} of ${bearing.names.delivery(delivery.id)} to those who join late, in the months of stage 1.`,
      edits: [alter<Delivery>('deliveries', delivery.id, (row) => withPoint(row, stage, months))],
    }));
}

const withPoint = (row: Delivery, stage: number, months: readonly MonthOfYear[]): Delivery => ({
  ...row,
  entryPoints: [...row.entryPoints, { stage, months: [...months].sort((a, b) => a - b) }],
});

/** A delivery out of reach, run in the cohort's region as well. */
function elsewhereLevers(bearing: Bearing, delivery: Delivery): WorkedLever[] {
  const { catalogue, cohort, terms, names } = bearing;
  if (isWithinReach(catalogue, delivery, cohort, terms)) return [];
  return [
    {
      ...common(bearing, delivery, 'commissioner'),
      id: `open:${delivery.id}:${cohort.region}`,
      says: `Have ${names.delivery(delivery.id)} run in ${names.region(cohort.region)} as well.`,
      edits: [{ op: 'copy', delivery: delivery.id, to: `${delivery.id}-in-${cohort.region}`, region: cohort.region }],
      concerns: ({ region }) => region === cohort.region,
    },
  ];
}

/** What ends before the last month asked, and is kept: a delivery, or one of its entry points. */
function keepLevers(bearing: Bearing, delivery: Delivery): WorkedLever[] {
  const { names, terms } = bearing;
  const last = terms.starts.at(-1)!;
  const { lastEntry } = delivery;
  const levers: WorkedLever[] = [];
  if (endsBefore(delivery, last) || (lastEntry !== undefined && monthOf(lastEntry) < last))
    levers.push({
      ...common(bearing, delivery, 'validation'),
      id: `keep:${delivery.id}`,
      says: `Keep ${names.delivery(delivery.id)}, which is withdrawn.`,
      edits: [
        alter<Delivery>('deliveries', delivery.id, (row) => {
          const { to: _, lastEntry: __, ...kept } = row;
          return kept;
        }),
      ],
    });
  for (const [index, point] of delivery.entryPoints.entries())
    if (point.stage >= bearing.stage && endsBefore(point, last))
      levers.push({
        ...common(bearing, delivery, 'validation'),
        id: `keep:${delivery.id}:${index}`,
        says: `Keep the intake to stage ${point.stage} of ${names.delivery(delivery.id)}, which ends with ${point.to}.`,
        edits: [alter<Delivery>('deliveries', delivery.id, (row) => withoutEnd(row, index))],
      });
  return levers;
}

const endsBefore = ({ to }: Validity, last: Month): boolean => to !== undefined && !validIn({ to }, last);

const withoutEnd = (row: Delivery, at: number): Delivery => ({
  ...row,
  entryPoints: row.entryPoints.map((point, index): EntryPoint => {
    const { to: _, ...kept } = point;
    return index === at ? kept : point;
  }),
});
