import type { Limit } from '../../../domain/limits.js';
import type { Policy } from '../../../domain/recognition.js';
import { everValid, type Month } from '../../../domain/time.js';
import { ownerOf } from '../names.js';
import { asksCredit, type Bearing, monthsOf } from './bearing.js';
import { limitPhrase } from './limit-phrase.js';
import { alter, type WorkedLever } from './worked.js';

interface Standing {
  readonly policy: Policy;
  readonly limit: Limit;
}

/** *lift* (a limit row) and *extend* (a currency or span row, to the least value that lets in a cohort's source). */
export function limitLevers(bearing: Bearing): WorkedLever[] {
  if (!asksCredit(bearing)) return [];
  const { catalogue, programme, terms } = bearing;
  const last = terms.starts.at(-1)!;
  const standing = catalogue
    .policiesFor(programme)
    .filter((policy) => everValid(policy, terms.first, last))
    .flatMap((policy) =>
      policy.limits.filter((limit) => everValid(limit, terms.first, last)).map((limit) => ({ policy, limit })),
    );
  return standing.flatMap((one) => [...liftLevers(bearing, one), ...extendLevers(bearing, one)]);
}

function liftLevers(bearing: Bearing, { policy, limit }: Standing): WorkedLever[] {
  if (limit.kind === 'single-use' && !limit.refuseSpent) return [];
  const lifted = (row: Policy): Policy => ({
    ...row,
    limits: row.limits.flatMap((one) => {
      if (one.id !== limit.id) return [one];
      // Leave to use a held module twice holds nothing back: it stays.
      if (one.kind !== 'single-use' || !one.allow) return [];
      const { refuseSpent: _, ...leave } = one;
      return [leave];
    }),
  });
  return [
    {
      ...about(bearing, { policy, limit }),
      id: `lift:${policy.id}:${limit.id}`,
      kind: 'lift',
      says: `Lift from ‘${policy.name}’: ${limitPhrase(limit, (id) => bearing.names.module(id))}.`,
      lifts: { policy: policy.id, limit },
      edits: [alter<Policy>('policies', policy.id, lifted)],
    },
  ];
}

function extendLevers(bearing: Bearing, { policy, limit }: Standing): WorkedLever[] {
  if (limit.kind !== 'currency' && limit.kind !== 'span') return [];
  if (limit.kind === 'currency' && limit.remedy !== undefined) return [];
  const values = limit.kind === 'currency' ? agesOf(bearing) : spansOf(bearing, limit.since);
  return [...new Set(values)]
    .filter((months) => months > limit.months)
    .map((months) => ({
      ...about(bearing, { policy, limit }),
      id: `extend:${policy.id}:${limit.id}:${months}`,
      kind: 'extend' as const,
      extends: { policy: policy.id, limit, months },
      says: `Extend a limit of ‘${policy.name}’ from ${limit.months} to ${months} months: ${limitPhrase(limit, (id) => bearing.names.module(id))}.`,
      edits: [
        alter<Policy>('policies', policy.id, (row) => ({
          ...row,
          limits: row.limits.map((one) =>
            one.id === limit.id && (one.kind === 'currency' || one.kind === 'span')
              ? { ...one, months: Math.max(one.months, months) }
              : one,
          ),
        })),
      ],
    }));
}

const about = ({ names, programme, cohort }: Bearing, { policy, limit }: Standing) => ({
  owner: ownerOf(names, policy.owner, 'validation', { programme, region: cohort.region }),
  cost: 1,
  leadMonths: 0,
  programmes: policy.programmes ?? [programme.id],
  source: limit.source ?? policy.source,
});

/** For each date of a source held, its age in the first month in which it could be used; months. */
function agesOf(bearing: Bearing): Month[] {
  const starts = bearing.deliveries.flatMap((delivery) => monthsOf(bearing, delivery));
  const first = Math.min(...starts);
  return Number.isFinite(first) ? datesOf(bearing).map((on) => first - on) : [];
}

/** For each date from which a span counts, the least months to completion over the starts and stages there are. */
function spansOf(bearing: Bearing, since: 'enrolment' | 'oldest-source'): Month[] {
  const { deliveries, holdings, programme, stage } = bearing;
  const ends = deliveries.flatMap((delivery) => {
    const lengths = delivery.months.flatMap((_, index) =>
      index + 1 >= stage ? delivery.months.slice(index).reduce((sum, months) => sum + months, 0) : [],
    );
    return monthsOf(bearing, delivery).map((start) => start + Math.min(...lengths) + (delivery.assessmentMonths ?? 0));
  });
  const end = Math.min(...ends);
  if (!Number.isFinite(end)) return [];
  const enrolled = holdings.enrolled.get(programme.id);
  const from = since === 'oldest-source' ? datesOf(bearing) : enrolled === undefined ? [] : [enrolled];
  return from.map((on) => end - on);
}

const datesOf = ({ holdings }: Bearing): Month[] => [...holdings.sources.values()].map(({ on }) => on);
