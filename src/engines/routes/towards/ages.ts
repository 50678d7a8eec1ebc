import type { Condition } from '../../../domain/conditions.js';
import type { Programme } from '../../../domain/provision.js';
import { everValid, type Validity } from '../../../domain/time.js';
import { modulesOf } from '../../../graph/catalogue.js';
import type { Start } from '../held-on-the-way.js';

/** The least ages, in months, from which it makes a difference how old something is; infinite where it never does. */
export interface Ages {
  /** Of what one carries credit with. */
  readonly credit: number;
  /** Of the awards that let one in. */
  readonly entry: number;
}

/** From what age on a programme asks how old credit is, or an award, that was gained since the first month. */
export function agesAsked({ catalogue, first, latest }: Start, programme: Programme): Ages {
  const inForce = (fact: Validity): boolean => everValid(fact, first, latest);
  const limits = catalogue
    .policiesFor(programme)
    .filter(inForce)
    .flatMap((policy) => policy.limits)
    .filter(inForce);
  const years = modulesOf(programme).some((module) =>
    (catalogue.mappingsInto.get(module) ?? []).some(({ scope }) => scope?.years),
  );
  const agreed = (catalogue.agreementsInto.get(programme.id) ?? []).some(({ scope }) => scope?.years);
  const dated = years || agreed || limits.some(({ kind }) => kind === 'span');
  const stale = limits.flatMap((limit) => (limit.kind === 'currency' && !limit.remedy ? [limit.months] : []));
  const rules = catalogue.rulesFor(programme).filter(inForce);
  return {
    credit: dated ? 0 : Math.min(Number.POSITIVE_INFINITY, ...stale),
    entry: Math.min(Number.POSITIVE_INFINITY, ...rules.flatMap(({ rule }) => agesIn(rule))),
  };
}

const agesIn = (condition: Condition): number[] => {
  if ('of' in condition) return condition.of.flatMap(agesIn);
  return condition.kind === 'award' && condition.maximumMonths !== undefined ? [condition.maximumMonths] : [];
};
