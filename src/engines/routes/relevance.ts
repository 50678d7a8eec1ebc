import type { Condition } from '../../domain/conditions.js';
import type { Id } from '../../domain/fact.js';
import type { Delivery, Prerequisite, Programme } from '../../domain/provision.js';
import type { EntryRule, Policy } from '../../domain/recognition.js';
import { textOf } from '../../domain/time.js';
import { type Catalogue, modulesOf } from '../../graph/catalogue.js';
import { isHopeless } from '../entry/hopeless.js';
import { unmetLeaves } from '../entry/judge.js';
import { awardsGiven, suppliersOf } from '../entry/suppliers.js';
import { type Ages, agesAsked } from './ages.js';
import type { Start } from './held-on-the-way.js';
import type { Terms } from './legs.js';

/** Stages of a programme, by number: after which of them a learner holds something that helps. */
type Stages = Set<number>;

/** Which programmes can help which, on the way to a register part. */
export interface Relevance {
  /** The manageable deliveries of the programmes that can help, however far, by programme. */
  readonly offered: ReadonlyMap<Id, readonly Delivery[]>;
  /** Programmes that a programme can help to enter, or to carry credit into, with the stages that help. */
  readonly helps: ReadonlyMap<Id, ReadonlyMap<Id, ReadonlySet<number>>>;
  /** Programmes that can be resumed: elsewhere one pays and studies all again. */
  readonly resumable: ReadonlySet<Id>;
  /** Least number of legs after one of a programme until a set is complete. */
  readonly legsLeft: ReadonlyMap<Id, number>;
  /** Programmes that belong to a set. */
  readonly finals: ReadonlySet<Id>;
  /** Programmes that ask how old it is what a programme gave, with the least age in months that makes a difference. */
  readonly ageing: ReadonlyMap<Id, ReadonlyMap<Id, number>>;
  /** Modules whose holding can matter to a programme that is not their own. */
  readonly matters: ReadonlySet<Id>;
  /** Awards, by qualification or programme, that an agreement, a scope or an entry condition names. */
  readonly namedAwards: ReadonlySet<Id>;
  /** Whether some entry condition counts credits, of whatever modules. */
  readonly countsCredits: boolean;
  /** Months by which claims must be lodged ahead where claims cost something: what cannot be claimed yet costs nothing. */
  readonly lodging: number;
}

/** Works back from the sets that reach the part to everything that can help, however far. */
export function relevanceOf(start: Terms, part: Id, offers: readonly Delivery[]): Relevance {
  const { catalogue } = start;
  const all = new Map<Id, Delivery[]>();
  for (const delivery of offers) {
    const own = all.get(delivery.programme);
    if (own) own.push(delivery);
    else all.set(delivery.programme, [delivery]);
  }
  for (const id of [...all.keys()]) if (isClosed(start, all, catalogue.programmes.get(id)!)) all.delete(id);
  const finals = new Set(catalogue.waysTo(part).flatMap(({ programmes }) => programmes.filter((id) => all.has(id))));
  const helps = new Map<Id, Map<Id, Stages>>();
  const ageing = new Map<Id, Map<Id, number>>();
  const helping = new Helping(start);
  const queue = [...finals];
  const seen = new Set(queue);
  for (const id of queue) {
    const programme = catalogue.programmes.get(id)!;
    const ages = agesAsked(start, programme);
    for (const [helper, { stages, byCredit, byEntry }] of helping.of(programme)) {
      if (!all.has(helper) || helper === id) continue;
      put(helps, helper, id, stages);
      noteAge(ageing, helper, id, ages, byCredit, byEntry);
      if (!seen.has(helper)) {
        seen.add(helper);
        queue.push(helper);
      }
    }
    if (isResumable(programme, all.get(id)!)) noteAge(ageing, id, id, ages, true, false);
  }
  const resumable = new Set(queue.filter((id) => isResumable(catalogue.programmes.get(id)!, all.get(id)!)));
  return {
    offered: new Map(queue.map((id) => [id, all.get(id)!])),
    helps,
    resumable,
    finals,
    ageing,
    legsLeft: legsLeft(finals, helps),
    matters: mattering(catalogue, seen),
    ...askedOnEntry(catalogue, queue),
    lodging: Math.max(0, ...queue.map((id) => lodgingOf(catalogue, catalogue.programmes.get(id)!))),
  };
}

/** Whether some entry rule for all who ever start a programme stays unmet, whatever is studied before. */
function isClosed(terms: Terms, offered: ReadonlyMap<Id, unknown>, programme: Programme): boolean {
  const { catalogue, holdings, first, latest, admitted } = terms;
  const isForAll = ({ deliveries, entryRoute, minimumAge, maximumAge, stages, from, to }: EntryRule): boolean =>
    [deliveries, entryRoute, minimumAge, maximumAge, stages].every((narrowed) => narrowed === undefined) &&
    (from === undefined || from <= textOf(first)) &&
    (to === undefined || to > textOf(latest));
  return (
    !admitted.has(programme.id) &&
    catalogue
      .rulesFor(programme)
      .some((rule) => isForAll(rule) && isHopeless({ catalogue, holdings, first, offered }, rule))
  );
}

/** A programme of several stages, where it can pay to take it up again after studying a part of it. */
const isResumable = ({ stages }: Programme, offers: readonly Delivery[]): boolean =>
  stages.length > 1 &&
  offers.some(
    ({ entryPoints, paced, fee }) =>
      paced === 'module' || fee.perCredit !== undefined || entryPoints.some(({ stage }) => stage > 1),
  );

function noteAge(
  ageing: Map<Id, Map<Id, number>>,
  helper: Id,
  programme: Id,
  { credit, entry }: Ages,
  byCredit: boolean,
  byEntry: boolean,
): void {
  const age = Math.min(byCredit ? credit : Number.POSITIVE_INFINITY, byEntry ? entry : Number.POSITIVE_INFINITY);
  if (age < Number.POSITIVE_INFINITY) put(ageing, helper, programme, age);
}

function put<T>(into: Map<Id, Map<Id, T>>, from: Id, to: Id, value: T): void {
  const own = into.get(from);
  if (own) own.set(to, value);
  else into.set(from, new Map([[to, value]]));
}

/** Least number of legs after one of a programme until a set is complete. */
function legsLeft(finals: ReadonlySet<Id>, helps: ReadonlyMap<Id, ReadonlyMap<Id, unknown>>): Map<Id, number> {
  const left = new Map<Id, number>([...finals].map((id) => [id, 0]));
  for (let legs = 1, before = -1; before !== left.size; legs++) {
    before = left.size;
    for (const [helper, helped] of helps)
      if (!left.has(helper) && [...helped.keys()].some((id) => left.get(id) === legs - 1)) left.set(helper, legs);
  }
  return left;
}

/** How a programme helps another: after which of its stages, and whether by credit or to be let in. */
interface Help {
  readonly stages: Stages;
  byCredit: boolean;
  byEntry: boolean;
}

/** Finds the programmes that can help a programme: by credit they let one carry into it, or to enter it. */
class Helping {
  readonly #stagesOf = new Map<Id, ReadonlyMap<Id, readonly number[]>>();
  readonly #unmet = new Map<Id, ReturnType<typeof unmetLeaves>>();
  /** By award, qualification or programme: who gives it after which stage. */
  readonly #giving = new Map<Id, [Id, number][]>();
  readonly #reaching = new Map<Id, [Id, number][]>();
  readonly #atLevel = new Map<number, [Id, number][]>();

  constructor(private readonly start: Start) {
    const { catalogue } = start;
    for (const programme of catalogue.programmes.values()) {
      const { id, level, stages } = programme;
      append(this.#giving, id, [id, stages.length]);
      append(this.#atLevel, level, [id, stages.length]);
      for (const { award, stage } of awardsGiven(catalogue, programme)) {
        append(this.#giving, award.id, [id, stage]);
        append(this.#atLevel, award.level, [id, stage]);
      }
      for (const part of catalogue.partsOf.get(id) ?? []) append(this.#reaching, part, [id, stages.length]);
    }
  }

  of(programme: Programme): Map<Id, Help> {
    const { catalogue } = this.start;
    const found = new Map<Id, Help>();
    const note = (id: Id, stages: Iterable<number>, by: 'byCredit' | 'byEntry'): void => {
      const help = found.get(id) ?? { stages: new Set(), byCredit: false, byEntry: false };
      for (const stage of stages) help.stages.add(stage);
      help[by] = true;
      found.set(id, help);
    };
    const holding = (by: 'byCredit' | 'byEntry') => (module: Id) => {
      for (const id of catalogue.programmesOfModule.get(module) ?? [])
        note(id, this.#stagesHolding(id).get(module)!, by);
    };
    const credited = new Set(
      [...new Set(modulesOf(programme))].flatMap((module) => [
        module,
        ...(catalogue.mappingsInto.get(module) ?? []).flatMap(({ sources }) => sources),
      ]),
    );
    credited.forEach(holding('byCredit'));
    prerequisites(catalogue.modules.get(programme.id)?.prerequisites).forEach(holding('byEntry'));
    for (const { award } of catalogue.agreementsInto.get(programme.id) ?? [])
      for (const [id, stage] of this.#giving.get(award) ?? []) note(id, [stage], 'byCredit');
    for (const part of partsThatMatter(catalogue, programme))
      for (const [id, stage] of this.#reaching.get(part) ?? []) note(id, [stage], 'byCredit');
    if (refusesSpent(catalogue, programme))
      for (const [id, stage] of this.#atLevel.get(programme.level) ?? []) note(id, [stage], 'byCredit');
    for (const rule of catalogue.rulesFor(programme)) {
      const unmet = this.#unmet.get(rule.id) ?? unmetLeaves(this.start, rule);
      this.#unmet.set(rule.id, unmet);
      for (const leaf of unmet) for (const [id, stages] of suppliersOf(catalogue, leaf)) note(id, stages, 'byEntry');
    }
    return found;
  }

  /** The stages of a programme in which each of its modules stands, whatever the curriculum. */
  #stagesHolding(id: Id): ReadonlyMap<Id, readonly number[]> {
    const known = this.#stagesOf.get(id) ?? stagesHolding(this.start.catalogue.programmes.get(id)!);
    this.#stagesOf.set(id, known);
    return known;
  }
}

function stagesHolding(programme: Programme): Map<Id, number[]> {
  const found = new Map<Id, number[]>();
  programme.stages.forEach((stage, index) => {
    for (const module of new Set(modulesOf({ ...programme, stages: [stage] }))) append(found, module, index + 1);
  });
  return found;
}

function append<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const prerequisites = (needed: Prerequisite | undefined): Id[] =>
  needed === undefined
    ? []
    : typeof needed === 'string'
      ? [needed]
      : ('all' in needed ? needed.all : needed.any).flatMap(prerequisites);

/** Whether a programme refuses to take credit that an award has spent, and charges for what it takes. */
const refusesSpent = (catalogue: Catalogue, programme: Programme): boolean =>
  catalogue
    .policiesFor(programme)
    .some(
      (policy) => charges(policy) && policy.limits.some((limit) => limit.kind === 'single-use' && limit.refuseSpent),
    );

/** Months by which claims on a programme must be lodged ahead, if any of them costs something. */
function lodgingOf(catalogue: Catalogue, programme: Programme): number {
  const policies = catalogue.policiesFor(programme);
  return policies.some(charges) ? Math.max(0, ...policies.map(({ claims }) => claims?.lodgeMonths ?? 0)) : 0;
}

const charges = ({ claims }: Policy): boolean =>
  (claims?.fee ?? claims?.ownCreditFee ?? claims?.experientialFee ?? claims?.feeShare) !== undefined;

/** Registrations that an exception or a scope asks for credit into a programme. */
function partsThatMatter(catalogue: Catalogue, programme: Programme): Set<Id> {
  const excepted = catalogue
    .policiesFor(programme)
    .flatMap(({ limits }) => limits.flatMap(({ exceptions }) => exceptions?.registrations ?? []));
  const scoped = modulesOf(programme).flatMap((module) =>
    (catalogue.mappingsInto.get(module) ?? []).flatMap(({ scope }) => scope?.registrations ?? []),
  );
  return new Set([...excepted, ...scoped]);
}

/** What agreements, scopes and entry conditions of some programmes ask by name, and whether they count credits. */
function askedOnEntry(
  catalogue: Catalogue,
  programmes: readonly Id[],
): Pick<Relevance, 'namedAwards' | 'countsCredits'> {
  const namedAwards = new Set<Id>();
  let countsCredits = false;
  const ask = (condition: Condition): void => {
    if ('of' in condition) condition.of.forEach(ask);
    if (condition.kind === 'award') for (const id of condition.awards ?? []) namedAwards.add(id);
    countsCredits ||= condition.kind === 'credits';
  };
  for (const id of programmes) {
    const programme = catalogue.programmes.get(id)!;
    const mappings = modulesOf(programme).flatMap((module) => catalogue.mappingsInto.get(module) ?? []);
    for (const { award, scope } of catalogue.agreementsInto.get(id) ?? [])
      for (const one of [award, ...(scope?.awards ?? [])]) namedAwards.add(one);
    for (const one of mappings.flatMap(({ scope }) => scope?.awards ?? [])) namedAwards.add(one);
    for (const { rule } of catalogue.rulesFor(programme)) ask(rule);
  }
  return { namedAwards, countsCredits };
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
