import { STRENGTHS } from '../../../domain/claim.js';
import type { Basis, Fact } from '../../../domain/fact.js';
import type { BasisShare, StrengthShare } from '../../../domain/route.js';
import { fitting } from '../../entry/judge.js';
import type { Terms } from '../legs.js';
import type { Plan, PlannedLeg } from '../plan.js';

/** From what was read to what was made up. */
const BASES = ['published', 'assumed', 'illustrative'] as const satisfies readonly Basis[];

/** Credits and claims of a route by strength, strongest first; strengths that occur. */
export function strengthsOf(legs: readonly PlannedLeg[]): StrengthShare[] {
  const used = legs.flatMap(({ solution }) => solution.used);
  return STRENGTHS.flatMap((strength) => {
    const claims = used.filter((claim) => claim.strength === strength);
    const credits = claims.reduce((sum, claim) => sum + claim.credits, 0);
    return claims.length ? [{ strength, credits, claims: claims.length }] : [];
  });
}

/** How many of some facts are published, wholly or in part assumed, and made up; bases that occur. */
export function basesOf(facts: readonly Fact[]): BasisShare[] {
  const basisOf = ({ basis, assumed }: Fact): Basis =>
    basis === 'published' && Object.keys(assumed ?? {}).length > 0 ? 'assumed' : basis;
  return BASES.flatMap((basis) => {
    const count = facts.filter((fact) => basisOf(fact) === basis).length;
    return count ? [{ basis, facts: count }] : [];
  });
}

/**
 * Every fact that a route rests on, each once: programmes, deliveries, rows of credit with the modules they name,
 * policies, entry rules, funding rules.
 */
export function factsOf(terms: Terms, { legs, paid }: Plan): Fact[] {
  const { catalogue } = terms;
  const funding = new Set(paid.flat().flatMap(({ rule }) => rule ?? []));
  const facts = legs.flatMap((leg): Fact[] => {
    const { programme, delivery, start, from, solution } = leg;
    const asked = { programme, delivery, start, stage: from, entryRoute: terms.constraints.entryRoute };
    const modules = solution.used
      .flatMap(({ targets, sources }) => [...targets, ...sources.map(({ id }) => id)])
      .flatMap((id) => catalogue.modules.get(id) ?? catalogue.qualifications.get(id) ?? []);
    return [
      programme,
      delivery,
      ...solution.used.flatMap(({ rows }) => rows),
      ...modules,
      ...solution.setting.policies,
      ...fitting(catalogue, solution.setting.holdings, asked),
    ];
  });
  const rules = catalogue.rows.funding.filter(({ id }) => funding.has(id));
  return [...new Map([...facts, ...rules].map((fact) => [fact.id, fact])).values()];
}
