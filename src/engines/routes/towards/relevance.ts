import type { Condition } from '../../../domain/conditions.js';
import type { Id } from '../../../domain/fact.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import { type Catalogue, modulesOf } from '../../../graph/catalogue.js';
import { isHopeless } from '../../entry/hopeless.js';
import { bindsAll } from '../bounds/binding.js';
import { creditable, type StageCreditable } from '../bounds/creditable.js';
import type { Terms } from '../legs.js';
import { type Ages, agesAsked } from './ages.js';
import { append, charges, type Help, Helping, prerequisites, refusesSpent } from './helping.js';

/** Which programmes can help which, on the way to completing a set. */
export interface Relevance {
  /** The manageable deliveries of the programmes that can help, however far, by programme. */
  readonly offered: ReadonlyMap<Id, readonly Delivery[]>;
  /** What credit could at best spare of a programme's stages, if all on offer were held as well. */
  readonly creditable: (programme: Programme) => readonly StageCreditable[];
  /** Programmes that a programme can help to enter, or to carry credit into, with the stages that help. */
  readonly helps: ReadonlyMap<Id, ReadonlyMap<Id, ReadonlySet<number>>>;
  /** Programmes that help to be let in, and in no other way: into which programmes. */
  readonly lettingIn: ReadonlyMap<Id, readonly Id[]>;
  /** Programmes whose credit can count in study that may run beside other study, and so start before they are over. */
  readonly countingBeside: ReadonlySet<Id>;
  /** Programmes that can be resumed: elsewhere one pays and studies all again. */
  readonly resumable: ReadonlySet<Id>;
  /** Least number of legs after one of a programme until the set is complete. */
  readonly legsLeft: ReadonlyMap<Id, number>;
  /** Programmes of the set that can be taken up. */
  readonly finals: ReadonlySet<Id>;
  /** Programmes that ask how old it is what a programme gave, with the least age in months that makes a difference. */
  readonly ageing: ReadonlyMap<Id, ReadonlyMap<Id, number>>;
  /** Modules whose holding can matter to a programme that is not their own. */
  readonly matters: ReadonlySet<Id>;
  /** Modules that part choices of options: to hold them, or to have studied them, can matter. */
  readonly telling: ReadonlySet<Id>;
  /** Awards, by qualification or programme, that an agreement, a scope or an entry condition names. */
  readonly namedAwards: ReadonlySet<Id>;
  /** Whether some entry condition counts credits, of whatever modules. */
  readonly countsCredits: boolean;
  /** Months by which claims must be lodged ahead where claims cost something: what cannot be claimed yet costs nothing. */
  readonly lodging: number;
}

/** All that is on offer, and from it what can help towards a set of programmes; worked out as it is asked. */
export class Prospects {
  /** Modules that part choices of options towards some set asked for so far. */
  readonly telling = new Set<Id>();
  readonly #offers = new Map<Id, Delivery[]>();
  readonly #isOpen = new Map<Id, boolean>();
  readonly #ages = new Map<Id, Ages>();
  readonly #creditable = new Map<Id, readonly StageCreditable[]>();
  readonly #helping: Helping;

  /** Of routes of at most so many legs. */
  constructor(
    readonly terms: Omit<Terms, 'classOf'>,
    offers: readonly Delivery[],
    readonly legs: number,
  ) {
    for (const delivery of offers) append(this.#offers, delivery.programme, delivery);
    this.#helping = new Helping(terms);
  }

  /** A set by itself, with nothing that helps; null where some of it can never be complete. */
  alone(set: readonly Id[]): Relevance | null {
    return this.#within(set, 1);
  }

  /** Works back from a set to everything that can help, however far; null where some of it can never be complete. */
  towards(set: readonly Id[]): Relevance | null {
    return this.#within(set, this.legs);
  }

  #within(set: readonly Id[], legs: number): Relevance | null {
    const { catalogue, holdings } = this.terms;
    const held = new Set(holdings.awards.flatMap(({ complete, programme }) => (complete && programme) || []));
    if (!set.every((id) => held.has(id) || this.#isOffered(id))) return null;
    const finals = new Set(set.filter((id) => this.#isOffered(id)));
    const legsLeft = new Map<Id, number>([...finals].map((id) => [id, 0]));
    const helps = new Map<Id, Map<Id, ReadonlySet<number>>>();
    const ageing = new Map<Id, Map<Id, number>>();
    const resumable = new Set<Id>();
    const lettingIn = new Map<Id, Id[]>();
    const otherwise = new Set<Id>(finals);
    const countingBeside = new Set<Id>();
    for (const [id, left] of legsLeft) {
      const programme = catalogue.programmes.get(id)!;
      const ages = this.#agesAsked(programme);
      const isBeside = this.#isBeside(id);
      if (isResumable(programme, this.#offers.get(id)!)) {
        resumable.add(id);
        if (isBeside) countingBeside.add(id);
        noteAge(ageing, id, id, ages, { byCredit: true, byEntry: false });
      }
      if (left + 1 >= legs) continue;
      for (const [helper, help] of this.#helping.of(programme)) {
        if (helper === id || !this.#isOffered(helper)) continue;
        put(helps, helper, id, help.stages);
        noteAge(ageing, helper, id, ages, help);
        if (help.byCredit || help.asPrerequisite) {
          otherwise.add(helper);
          if (isBeside) countingBeside.add(helper);
        } else append(lettingIn, helper, id);
        if (!legsLeft.has(helper)) legsLeft.set(helper, left + 1);
      }
    }
    const relevant = [...legsLeft.keys()];
    // Where credit once spent is refused, whatever spends it sooner counts.
    if (relevant.some((id) => this.#isBeside(id) && refusesSpent(catalogue, catalogue.programmes.get(id)!)))
      for (const id of relevant) countingBeside.add(id);
    const matters = mattering(catalogue, new Set(relevant));
    const telling = new Set([...matters, ...coveredOnReturn(catalogue, relevant)]);
    for (const module of telling) this.telling.add(module);
    return {
      offered: new Map(relevant.map((id) => [id, this.#offers.get(id)!])),
      creditable: (programme) => this.#creditableOf(programme),
      helps,
      lettingIn: new Map([...lettingIn].filter(([id]) => !otherwise.has(id))),
      countingBeside,
      resumable,
      finals,
      ageing,
      legsLeft,
      matters,
      telling,
      ...askedOnEntry(catalogue, relevant),
      lodging: Math.max(0, ...relevant.map((id) => lodgingOf(catalogue, catalogue.programmes.get(id)!))),
    };
  }

  #isBeside(id: Id): boolean {
    return this.#offers.get(id)!.some(({ concurrent }) => concurrent);
  }

  #creditableOf(programme: Programme): readonly StageCreditable[] {
    const found = this.#creditable.get(programme.id) ?? creditable(this.terms, this.#offers, programme);
    this.#creditable.set(programme.id, found);
    return found;
  }

  #agesAsked(programme: Programme): Ages {
    const found = this.#ages.get(programme.id) ?? agesAsked(this.terms, programme);
    this.#ages.set(programme.id, found);
    return found;
  }

  /** Whether a programme can be started by some delivery on offer. */
  #isOffered(id: Id): boolean {
    const found =
      this.#isOpen.get(id) ??
      (this.#offers.has(id) && !isClosed(this.terms, this.#offers, this.terms.catalogue.programmes.get(id)!));
    this.#isOpen.set(id, found);
    return found;
  }
}

/** Whether some entry rule for all who ever start a programme stays unmet, whatever is studied before. */
function isClosed(terms: Omit<Terms, 'classOf'>, offered: ReadonlyMap<Id, unknown>, programme: Programme): boolean {
  const { catalogue, holdings, first, admitted } = terms;
  return (
    !admitted.has(programme.id) &&
    catalogue
      .rulesFor(programme)
      .some((rule) => bindsAll(rule, terms) && isHopeless({ catalogue, holdings, first, offered }, rule))
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
  { byCredit, byEntry }: Pick<Help, 'byCredit' | 'byEntry'>,
): void {
  const age = Math.min(byCredit ? credit : Number.POSITIVE_INFINITY, byEntry ? entry : Number.POSITIVE_INFINITY);
  if (age < Number.POSITIVE_INFINITY) put(ageing, helper, programme, age);
}

function put<T>(into: Map<Id, Map<Id, T>>, from: Id, to: Id, value: T): void {
  const own = into.get(from);
  if (own) own.set(to, value);
  else into.set(from, new Map([[to, value]]));
}

/** Months by which claims on a programme must be lodged ahead, if any of them costs something. */
function lodgingOf(catalogue: Catalogue, programme: Programme): number {
  const policies = catalogue.policiesFor(programme);
  return policies.some(charges) ? Math.max(0, ...policies.map(({ claims }) => claims?.lodgeMonths ?? 0)) : 0;
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

/** Modules of programmes that something covers, or that stand there twice: who comes back is assessed by whether they were studied. */
function coveredOnReturn(catalogue: Catalogue, relevant: Iterable<Id>): Set<Id> {
  const covered = new Set<Id>();
  for (const id of relevant) {
    const seen = new Set<Id>();
    for (const module of modulesOf(catalogue.programmes.get(id)!)) {
      if (catalogue.mappingsInto.has(module) || catalogue.experienceInto.has(module) || seen.has(module))
        covered.add(module);
      seen.add(module);
    }
  }
  return covered;
}
