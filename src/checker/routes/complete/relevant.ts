import type { Id } from '../../../domain/fact.js';
import type { Delivery, Prerequisite, Programme } from '../../../domain/provision.js';
import { unmetLeaves } from '../../../engines/entry/judge.js';
import { awardsGiven, suppliersOf } from '../../../engines/entry/suppliers.js';
import { modulesOf } from '../../../graph/catalogue.js';
import { type Terms, unmanageable } from '../terms.js';

/** What can be of use on the way to a register part: nothing else is worth studying. */
export interface Relevant {
  /** Deliveries that can be managed, of programmes that can be of use, in order of ids. */
  readonly deliveries: readonly Delivery[];
  /** Programmes of the sets that reach the part. */
  readonly finals: ReadonlySet<Id>;
  /** What a programme can help to enter, or to carry credit into. */
  readonly helps: ReadonlyMap<Id, ReadonlySet<Id>>;
  /** Modules that matter to another programme than their own. */
  readonly matters: ReadonlySet<Id>;
}

/** Works back from the sets that reach the part; each programme is thought to help wherever anything it gives is named. */
export function relevantTo(terms: Terms): Relevant {
  const { catalogue, part } = terms;
  const all = [...catalogue.deliveries.values()]
    .filter((delivery) => catalogue.programmes.has(delivery.programme) && unmanageable(terms, delivery).length === 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const offered = new Set(all.map(({ programme }) => programme));
  const sets = catalogue.waysTo(part.id).flatMap(({ programmes }) => programmes);
  const finals = new Set(sets.filter((id) => offered.has(id)));
  const helps = new Map<Id, Set<Id>>();
  const matters = new Set<Id>();
  const seen = new Set(finals);
  for (const id of seen) {
    const programme = catalogue.programmes.get(id)!;
    const useful = usefulModules(terms, programme);
    for (const module of useful) matters.add(module);
    for (const helper of helpersOf(terms, programme, useful)) {
      if (!offered.has(helper) || helper === id) continue;
      helps.set(helper, (helps.get(helper) ?? new Set()).add(id));
      seen.add(helper);
    }
  }
  return { deliveries: all.filter(({ programme }) => seen.has(programme)), finals, helps, matters };
}

/** Modules that credit into a programme, or its prerequisites, can rest on; its own, where others teach them too. */
function usefulModules({ catalogue }: Terms, programme: Programme): Set<Id> {
  const own = new Set(modulesOf(programme));
  const shared = [...own].filter((id) => (catalogue.programmesOfModule.get(id) ?? []).length > 1);
  const sources = [...own].flatMap((id) => (catalogue.mappingsInto.get(id) ?? []).flatMap((row) => row.sources));
  return new Set([...shared, ...sources, ...named(catalogue.modules.get(programme.id)?.prerequisites)]);
}

const named = (needed: Prerequisite | undefined): Id[] => {
  if (needed === undefined) return [];
  if (typeof needed === 'string') return [needed];
  return ('all' in needed ? needed.all : needed.any).flatMap(named);
};

/** Programmes that give something a programme names: modules, awards, registrations, or what its entry rules ask. */
function* helpersOf(terms: Terms, programme: Programme, useful: ReadonlySet<Id>): Iterable<Id> {
  const { catalogue } = terms;
  for (const module of useful) yield* catalogue.programmesOfModule.get(module) ?? [];
  const awards = new Set((catalogue.agreementsInto.get(programme.id) ?? []).map(({ award }) => award));
  const policies = catalogue.policiesFor(programme);
  const limits = policies.flatMap((policy) => policy.limits);
  const scopes = modulesOf(programme).flatMap((id) => (catalogue.mappingsInto.get(id) ?? []).map(({ scope }) => scope));
  const parts = new Set([
    ...limits.flatMap(({ exceptions }) => exceptions?.registrations ?? []),
    ...scopes.flatMap((scope) => scope?.registrations ?? []),
  ]);
  // Credit that is refused once it is spent costs no claim fee.
  const charged = policies.some(
    ({ claims }) => (claims?.fee ?? claims?.ownCreditFee ?? claims?.experientialFee ?? claims?.feeShare) !== undefined,
  );
  const spending = charged && limits.some((limit) => limit.kind === 'single-use' && limit.refuseSpent);
  for (const other of catalogue.programmes.values()) {
    const given = awardsGiven(catalogue, other).map(({ award }) => award);
    if (
      awards.has(other.id) ||
      given.some(({ id }) => awards.has(id)) ||
      [...(catalogue.partsOf.get(other.id) ?? [])].some((part) => parts.has(part)) ||
      (spending && (other.level === programme.level || given.some(({ level }) => level === programme.level)))
    )
      yield other.id;
  }
  for (const rule of catalogue.rulesFor(programme))
    for (const leaf of unmetLeaves(terms, rule)) yield* suppliersOf(catalogue, leaf).keys();
}
