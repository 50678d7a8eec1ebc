import type { RegistrationCondition } from '../../domain/conditions.js';
import { monthOf } from '../../domain/time.js';
import { type Applicant, type Finding, verdictIf } from './applicant.js';

/** A registration on a register part: current, lapsed or either, and for how long. */
export function registration(
  { parts, status = 'current', sinceMonths = 0 }: RegistrationCondition,
  { holdings, start, title }: Applicant,
): Finding {
  const held = (holdings.learner.registrations ?? []).find(
    (one) =>
      parts.includes(one.part) &&
      (status === 'either' || one.status === status) &&
      (sinceMonths === 0 || (one.since !== undefined && start - monthOf(one.since) >= sinceMonths)),
  );
  const since = sinceMonths ? ` for ${sinceMonths} months` : '';
  return {
    verdict: verdictIf(held !== undefined),
    asks: `${status === 'either' ? 'a' : `a ${status}`} registration as ${parts.map((part) => `‘${title(part)}’`).join(' or ')}${since}`,
    finds: held ? `registered as ‘${title(held.part)}’` : 'no such registration is held',
  };
}
