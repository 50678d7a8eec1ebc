import type { Delivery, EntryRule, Programme } from '../../domain/catalogue.js';
import type { Id } from '../../domain/fact.js';
import { type Catalogue, modulesOf } from '../../graph/catalogue.js';
import { qualificationsOf, supplies } from '../entry/repairs.js';
import { unmetLeaves } from '../entry/judge.js';
import type { Start } from './held-on-the-way.js';
import { daysOf } from './plan.js';

/** Which programmes can help which, on the way to a register part. */
export interface Relevance {
  /** Programmes of the sets that reach the part, by set. */
  readonly ways: readonly (readonly Id[])[];
  /** Programmes that a programme can help to enter, or to carry credit into; itself, as it can be resumed. */
  readonly helps: ReadonlyMap<Id, ReadonlySet<Id>>;
  /** Least number of legs after one of a programme until a set is complete. */
  readonly legsLeft: ReadonlyMap<Id, number>;
  /** What must still come after a leg of a programme that completes nothing asked for, at the least. */
  readonly after: ReadonlyMap<Id, Rest>;
  /** Programmes that belong to a set. */
  readonly finals: ReadonlySet<Id>;
  /** Modules whose holding can matter to a programme that is not their own. */
  readonly matters: ReadonlySet<Id>;
}

/** The least months of study, and the least release days a week, of what is still to come. */
export interface Rest {
  readonly months: number;
  readonly days: number;
}

/** Works back from the sets that reach the part to everything that can help, however far. */
export function relevanceOf(start: Start, part: Id, offers: readonly Delivery[]): Relevance {
  const { catalogue } = start;
  const ways = catalogue.waysTo(part).map(({ programmes }) => programmes);
  const offered = new Map<Id, Delivery[]>();
  for (const delivery of offers) offered.set(delivery.programme, [...(offered.get(delivery.programme) ?? []), delivery]);
  const finals = new Set(ways.flat().filter((id) => offered.has(id)));
  const helps = new Map<Id, Set<Id>>();
  const queue = [...finals];
  const seen = new Set(queue);
  for (let id = queue.shift(); id !== undefined; id = queue.shift())
    for (const helper of helpersOf(start, catalogue.programmes.get(id)!)) {
      if (!offered.has(helper)) continue;
      helps.set(helper, (helps.get(helper) ?? new Set()).add(id));
      if (!seen.has(helper)) {
        seen.add(helper);
        queue.push(helper);
      }
    }
  const least = (of: (delivery: Delivery) => number) => (id: Id): number => Math.min(...offered.get(id)!.map(of));
  const months = least(leastMonths);
  const days = least(daysOf);
  const monthsLeft = fromEnd(finals, helps, months, (sum, own) => sum + own);
  const daysLeft = fromEnd(finals, helps, days, Math.max);
  const through = (id: Id): Rest => ({ months: months(id) + (monthsLeft.get(id) ?? Number.POSITIVE_INFINITY), days: Math.max(days(id), daysLeft.get(id) ?? 0) });
  return {
    ways, helps, finals,
    legsLeft: fromEnd(finals, helps, () => 1, (sum, own) => sum + own),
    after: new Map([...helps].map(([helper, helped]) => {
      const rests = [...helped].map(through);
      return [helper, { months: Math.min(...rests.map((rest) => rest.months)), days: Math.min(...rests.map((rest) => rest.days)) }];
    })),
    matters: mattering(catalogue, seen),
  };
}

/** The fewest months any leg of a delivery may take. */
const leastMonths = ({ paced, months }: Delivery): number => (paced === 'module' ? 0 : Math.min(...months));

/** Least joined cost of the programmes still to be studied after one, 0 where it may be the last. */
function fromEnd(
  finals: ReadonlySet<Id>, helps: ReadonlyMap<Id, ReadonlySet<Id>>, cost: (id: Id) => number, join: (rest: number, own: number) => number,
): Map<Id, number> {
  const least = new Map<Id, number>([...finals].map((id) => [id, 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [helper, helped] of helps)
      for (const id of helped) {
        const through = join(least.get(id) ?? Number.POSITIVE_INFINITY, cost(id));
        if (through < (least.get(helper) ?? Number.POSITIVE_INFINITY)) {
          least.set(helper, through);
          changed = true;
        }
      }
  }
  return least;
}

/** Programmes that can help to enter a programme, or to carry credit into it. */
function helpersOf(start: Start, programme: Programme): Set<Id> {
  const { catalogue } = start;
  const helpers = new Set<Id>();
  const holding = (module: Id): void => {
    for (const id of catalogue.programmesOfModule.get(module) ?? []) helpers.add(id);
  };
  if (programme.stages.length > 1 || programme.stages.some(({ groups }) => groups?.length)) helpers.add(programme.id);
  for (const module of new Set(modulesOf(programme))) {
    holding(module);
    for (const { sources } of catalogue.mappingsInto.get(module) ?? []) sources.forEach(holding);
  }
  if (catalogue.modules.has(programme.id)) prerequisites(catalogue.modules.get(programme.id)!.prerequisites).forEach(holding);
  const awards = (catalogue.agreementsInto.get(programme.id) ?? []).map(({ award }) => award);
  const leaves = catalogue.rulesFor(programme).flatMap((rule: EntryRule) => unmetLeaves(start, rule));
  const parts = partsThatMatter(start, programme);
  if (awards.length || leaves.length || parts.size)
    for (const other of catalogue.programmes.values())
      if (gives(catalogue, other, awards) || leaves.some((leaf) => supplies(catalogue, other, leaf)) || reaches(catalogue, other, parts)) helpers.add(other.id);
  return helpers;
}

const prerequisites = (needed: NonNullable<ReturnType<Catalogue['modules']['get']>>['prerequisites']): Id[] =>
  needed === undefined ? [] : typeof needed === 'string' ? [needed] : ('all' in needed ? needed.all : needed.any).flatMap(prerequisites);

const gives = (catalogue: Catalogue, programme: Programme, awards: readonly Id[]): boolean =>
  awards.includes(programme.id) || qualificationsOf(catalogue, programme).some(({ id }) => awards.includes(id));

const reaches = ({ partsOf }: Catalogue, { id }: Programme, parts: ReadonlySet<Id>): boolean =>
  [...(partsOf.get(id) ?? [])].some((part) => parts.has(part));

/** Registrations that an exception or a scope asks for credit into a programme. */
function partsThatMatter({ catalogue }: Start, programme: Programme): Set<Id> {
  const excepted = catalogue.policiesFor(programme).flatMap(({ limits }) => limits.flatMap(({ exceptions }) => exceptions?.registrations ?? []));
  const scoped = modulesOf(programme).flatMap((module) => (catalogue.mappingsInto.get(module) ?? []).flatMap(({ scope }) => scope?.registrations ?? []));
  return new Set([...excepted, ...scoped]);
}

/** Modules that are sources, prerequisites or parts of relevant programmes, their own apart. */
function mattering(catalogue: Catalogue, relevant: ReadonlySet<Id>): Set<Id> {
  const matters = new Set<Id>();
  for (const id of relevant) {
    const programme = catalogue.programmes.get(id)!;
    for (const needed of prerequisites(catalogue.modules.get(id)?.prerequisites)) matters.add(needed);
    for (const module of modulesOf(programme)) {
      if ((catalogue.programmesOfModule.get(module) ?? []).some((other) => other !== id && relevant.has(other))) matters.add(module);
      for (const { sources } of catalogue.mappingsInto.get(module) ?? []) for (const source of sources) matters.add(source);
    }
  }
  return matters;
}
