import type { Id } from '../../domain/fact.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { EntryRule } from '../../domain/recognition.js';
import { everValid, type Validity } from '../../domain/time.js';
import { type Catalogue, modulesOf } from '../../graph/catalogue.js';
import { asksAge, unmetLeaves } from '../entry/judge.js';
import { qualificationsOf, supplies } from '../entry/repairs.js';
import type { Start } from './held-on-the-way.js';
import { asked, least, leastThrough, NEVER, type Rest } from './rest.js';

/** Which programmes can help which, on the way to a register part. */
export interface Relevance {
  /** Programmes that a programme can help to enter, or to carry credit into; itself, as it can be resumed. */
  readonly helps: ReadonlyMap<Id, ReadonlySet<Id>>;
  /** Least number of legs after one of a programme until a set is complete. */
  readonly legsLeft: ReadonlyMap<Id, number>;
  /** What must still come after a leg of a programme that completes nothing asked for, at the least. */
  readonly after: ReadonlyMap<Id, Rest>;
  /** Programmes that belong to a set. */
  readonly finals: ReadonlySet<Id>;
  /** Programmes for which the age of what a programme gave can matter: through a currency, a span, a year, an age of awards. */
  readonly ageing: ReadonlyMap<Id, ReadonlySet<Id>>;
  /** What taking up a programme, and all that must come after it, asks at the least. */
  readonly through: (programme: Id) => Rest;
  /** Modules whose holding can matter to a programme that is not their own. */
  readonly matters: ReadonlySet<Id>;
}

/** Works back from the sets that reach the part to everything that can help, however far. */
export function relevanceOf(start: Start, part: Id, offers: readonly Delivery[]): Relevance {
  const { catalogue } = start;
  const ways = catalogue.waysTo(part).map(({ programmes }) => programmes);
  const offered = new Map<Id, Delivery[]>();
  for (const delivery of offers)
    offered.set(delivery.programme, [...(offered.get(delivery.programme) ?? []), delivery]);
  const finals = new Set(ways.flat().filter((id) => offered.has(id)));
  const helps = new Map<Id, Set<Id>>();
  const ageing = new Map<Id, Set<Id>>();
  const queue = [...finals];
  const seen = new Set(queue);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const { byCredit, byEntry } = helpersOf(start, catalogue.programmes.get(id)!, offered.get(id) ?? []);
    const { credit, entry } = agesAsked(start, catalogue.programmes.get(id)!);
    for (const helper of new Set([...byCredit, ...byEntry])) {
      if (!offered.has(helper)) continue;
      if ((credit && byCredit.has(helper)) || (entry && byEntry.has(helper)))
        ageing.set(helper, (ageing.get(helper) ?? new Set()).add(id));
      helps.set(helper, (helps.get(helper) ?? new Set()).add(id));
      if (!seen.has(helper)) {
        seen.add(helper);
        queue.push(helper);
      }
    }
  }
  const asks = new Map([...seen].map((id) => [id, asked(start, offered.get(id)!, finals.has(id))]));
  const throughs = leastThrough(asks, helps);
  const through = (id: Id): Rest => throughs.get(id) ?? NEVER;
  return {
    helps,
    finals,
    ageing,
    through,
    legsLeft: legsLeft(finals, helps),
    after: new Map([...helps].map(([helper, helped]) => [helper, [...helped].map(through).reduce(least, NEVER)])),
    matters: mattering(catalogue, seen),
  };
}

/** Least number of legs after one of a programme until a set is complete. */
function legsLeft(finals: ReadonlySet<Id>, helps: ReadonlyMap<Id, ReadonlySet<Id>>): Map<Id, number> {
  const left = new Map<Id, number>([...finals].map((id) => [id, 0]));
  for (let legs = 1, before = -1; before !== left.size; legs++) {
    before = left.size;
    for (const [helper, helped] of helps)
      if (!left.has(helper) && [...helped].some((id) => left.get(id) === legs - 1)) left.set(helper, legs);
  }
  return left;
}

/** Programmes that can help a programme: by credit they let one carry into it, or to enter it. */
function helpersOf(
  start: Start,
  programme: Programme,
  offers: readonly Delivery[],
): { byCredit: Set<Id>; byEntry: Set<Id> } {
  const { catalogue } = start;
  const byCredit = new Set<Id>();
  const byEntry = new Set<Id>();
  const holding =
    (helpers: Set<Id>) =>
    (module: Id): void => {
      for (const id of catalogue.programmesOfModule.get(module) ?? []) helpers.add(id);
    };
  if (programme.stages.length > 1 && offers.some(resumable)) byCredit.add(programme.id);
  for (const module of new Set(modulesOf(programme))) {
    holding(byCredit)(module);
    for (const { sources } of catalogue.mappingsInto.get(module) ?? []) sources.forEach(holding(byCredit));
  }
  if (catalogue.modules.has(programme.id))
    prerequisites(catalogue.modules.get(programme.id)!.prerequisites).forEach(holding(byEntry));
  const awards = (catalogue.agreementsInto.get(programme.id) ?? []).map(({ award }) => award);
  const leaves = catalogue.rulesFor(programme).flatMap((rule: EntryRule) => unmetLeaves(start, rule));
  const parts = partsThatMatter(start, programme);
  for (const other of catalogue.programmes.values()) {
    if (gives(catalogue, other, awards) || reaches(catalogue, other, parts) || spends(catalogue, other, programme))
      byCredit.add(other.id);
    if (leaves.some((leaf) => supplies(catalogue, other, leaf))) byEntry.add(other.id);
  }
  return { byCredit, byEntry };
}

/** Whether it can pay to take up a delivery after studying a part of its programme: elsewhere one pays and studies it all again. */
const resumable = ({ entryPoints, paced, fee }: Delivery): boolean =>
  paced === 'module' || fee.perCredit !== undefined || entryPoints.some(({ stage }) => stage > 1);

/** Whether a programme asks how old credit is, or how old an award is, that was gained since the first month. */
function agesAsked({ catalogue, first, latest }: Start, programme: Programme): { credit: boolean; entry: boolean } {
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
  return {
    credit:
      years ||
      agreed ||
      limits.some(
        (limit) =>
          limit.kind === 'span' ||
          (limit.kind === 'currency' && limit.remedy === undefined && limit.months < latest - first),
      ),
    entry: catalogue.rulesFor(programme).some((rule) => inForce(rule) && asksAge(rule.rule)),
  };
}

const prerequisites = (needed: NonNullable<ReturnType<Catalogue['modules']['get']>>['prerequisites']): Id[] =>
  needed === undefined
    ? []
    : typeof needed === 'string'
      ? [needed]
      : ('all' in needed ? needed.all : needed.any).flatMap(prerequisites);

/** Whether an award of one programme may spend credit that another then refuses to take, and to charge for. */
function spends(catalogue: Catalogue, other: Programme, programme: Programme): boolean {
  const refuses = catalogue
    .policiesFor(programme)
    .some(
      ({ limits, claims }) =>
        (claims?.fee ?? claims?.ownCreditFee ?? claims?.experientialFee ?? claims?.feeShare) !== undefined &&
        limits.some((limit) => limit.kind === 'single-use' && limit.refuseSpent),
    );
  return (
    refuses &&
    (other.level === programme.level ||
      qualificationsOf(catalogue, other).some(({ level }) => level === programme.level))
  );
}

const gives = (catalogue: Catalogue, programme: Programme, awards: readonly Id[]): boolean =>
  awards.includes(programme.id) || qualificationsOf(catalogue, programme).some(({ id }) => awards.includes(id));

const reaches = ({ partsOf }: Catalogue, { id }: Programme, parts: ReadonlySet<Id>): boolean =>
  [...(partsOf.get(id) ?? [])].some((part) => parts.has(part));

/** Registrations that an exception or a scope asks for credit into a programme. */
function partsThatMatter({ catalogue }: Start, programme: Programme): Set<Id> {
  const excepted = catalogue
    .policiesFor(programme)
    .flatMap(({ limits }) => limits.flatMap(({ exceptions }) => exceptions?.registrations ?? []));
  const scoped = modulesOf(programme).flatMap((module) =>
    (catalogue.mappingsInto.get(module) ?? []).flatMap(({ scope }) => scope?.registrations ?? []),
  );
  return new Set([...excepted, ...scoped]);
}

/** Modules that are sources, prerequisites or parts of relevant programmes, their own apart. */
function mattering(catalogue: Catalogue, relevant: ReadonlySet<Id>): Set<Id> {
  const matters = new Set<Id>();
  for (const id of relevant) {
    const programme = catalogue.programmes.get(id)!;
    for (const needed of prerequisites(catalogue.modules.get(id)?.prerequisites)) matters.add(needed);
    for (const module of modulesOf(programme)) {
      if ((catalogue.programmesOfModule.get(module) ?? []).some((other) => other !== id && relevant.has(other)))
        matters.add(module);
      for (const { sources } of catalogue.mappingsInto.get(module) ?? [])
        for (const source of sources) matters.add(source);
    }
  }
  return matters;
}
