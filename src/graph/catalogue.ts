import type { Rows } from '../domain/catalogue.js';
import type { Id } from '../domain/fact.js';
import type {
  Delivery,
  Institution,
  Module,
  Programme,
  Qualification,
  Region,
  RegisterPart,
  SingleOffer,
} from '../domain/provision.js';
import type { Agreement, EntryRule, ExperienceMapping, Mapping, Policy } from '../domain/recognition.js';
import { ByReach } from './reach.js';

/** A set of programmes that together reach a register part. */
export interface RegistrationRoute {
  programmes: Id[];
  from?: string;
  to?: string;
}

/** The rows of a catalogue, found by id and by what refers to them. Rows are never changed. */
export class Catalogue {
  readonly regions: ReadonlyMap<Id, Region>;
  readonly institutions: ReadonlyMap<Id, Institution>;
  readonly registerParts: ReadonlyMap<Id, RegisterPart>;
  readonly modules: ReadonlyMap<Id, Module>;
  /** Programmes, and each module offered singly as a programme of one stage with the id of the module. */
  readonly programmes: ReadonlyMap<Id, Programme>;
  readonly deliveries: ReadonlyMap<Id, Delivery>;
  readonly qualifications: ReadonlyMap<Id, Qualification>;
  /** Deliveries by programme, in order of ids. */
  readonly deliveriesOf: ReadonlyMap<Id, Delivery[]>;
  readonly mappingsInto: ReadonlyMap<Id, Mapping[]>;
  readonly mappingsFrom: ReadonlyMap<Id, Mapping[]>;
  readonly agreementsInto: ReadonlyMap<Id, Agreement[]>;
  readonly experienceInto: ReadonlyMap<Id, ExperienceMapping[]>;
  /** Experience mappings that name a programme and give hours alone. */
  readonly experienceHours: ReadonlyMap<Id, ExperienceMapping[]>;
  /** Programmes in whose stages a module stands. */
  readonly programmesOfModule: ReadonlyMap<Id, Id[]>;
  /** Register parts that a programme, alone or in a set, helps to reach. */
  readonly partsOf: ReadonlyMap<Id, ReadonlySet<Id>>;
  readonly #policiesByReach: ByReach<Policy>;
  readonly #rulesByReach: ByReach<EntryRule>;
  readonly #policies = new Map<Id, Policy[]>();
  readonly #rules = new Map<Id, EntryRule[]>();
  readonly #ways = new Map<Id, RegistrationRoute[]>();

  constructor(readonly rows: Rows) {
    this.regions = byId(rows.regions);
    this.institutions = byId(rows.institutions);
    this.registerParts = byId(rows.registerParts);
    this.modules = byId(rows.modules);
    this.qualifications = byId(rows.qualifications);
    const singles = rows.modules.filter((module) => module.offers?.length);
    this.programmes = byId([...rows.programmes, ...singles.map(singleProgramme)]);
    const offers = singles.flatMap((module) => (module.offers ?? []).map((offer) => singleDelivery(module, offer)));
    const deliveries = [...rows.deliveries, ...offers].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.deliveries = byId(deliveries);
    this.deliveriesOf = grouped(deliveries, (delivery) => [delivery.programme]);
    this.mappingsInto = grouped(rows.mappings, (mapping) => mapping.targets);
    this.mappingsFrom = grouped(rows.mappings, (mapping) => mapping.sources);
    this.agreementsInto = grouped(rows.agreements, (agreement) => [agreement.programme]);
    this.experienceInto = grouped(rows.experienceMappings, (mapping) => mapping.targets ?? []);
    this.experienceHours = grouped(
      rows.experienceMappings.filter((mapping) => !mapping.targets?.length),
      (mapping) => mapping.programmes ?? [],
    );
    const containing = new Map<Id, Id[]>();
    for (const programme of this.programmes.values())
      for (const module of new Set(modulesOf(programme))) push(containing, module, programme.id);
    this.programmesOfModule = containing;
    const parts = new Map<Id, Set<Id>>();
    for (const programme of rows.programmes) for (const part of programme.leadsTo ?? []) add(parts, programme.id, part);
    for (const part of rows.registerParts)
      for (const set of part.sets ?? []) for (const programme of set.programmes) add(parts, programme, part.id);
    this.partsOf = parts;
    this.#policiesByReach = new ByReach(rows.policies);
    this.#rulesByReach = new ByReach(rows.entryRules);
  }

  /** The policies that lay down limits for a programme: its regulator's, its institution's, its own; in order of ids. */
  policiesFor(programme: Programme): Policy[] {
    return remembered(this.#policies, programme.id, () =>
      this.#policiesByReach.for(programme, this.partsOf.get(programme.id) ?? NO_PARTS),
    );
  }

  /** The entry rules that may concern a programme, in order of ids; deliveries, stages and dates are still to be asked. */
  rulesFor(programme: Programme): EntryRule[] {
    return remembered(this.#rules, programme.id, () => {
      const own = new Set((this.deliveriesOf.get(programme.id) ?? []).map(({ id }) => id));
      return this.#rulesByReach
        .for(programme, this.partsOf.get(programme.id) ?? NO_PARTS)
        .filter((rule) => !rule.deliveries || rule.deliveries.some((id) => own.has(id)));
    });
  }

  /** The sets of programmes that reach a register part: each programme that reaches it alone, then the sets named. */
  waysTo(part: Id): RegistrationRoute[] {
    return remembered(this.#ways, part, () => {
      const alone = this.rows.programmes
        .filter((programme) => programme.leadsTo?.includes(part))
        .map((programme) => ({ programmes: [programme.id] }));
      return [...alone, ...(this.registerParts.get(part)?.sets ?? [])];
    });
  }
}

const NO_PARTS: ReadonlySet<Id> = new Set();

/** Every module that stands in a stage of a programme, whatever the curriculum; bundles opened. */
export function modulesOf(programme: Pick<Programme, 'stages'>): Id[] {
  return programme.stages.flatMap((stage) => [
    ...(stage.core ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.module)),
    ...(stage.groups ?? []).flatMap((group) =>
      group.members.flatMap((member) => (typeof member === 'string' ? [member] : member.modules)),
    ),
  ]);
}

/** A module offered singly is a programme of one stage that gives no award; its id is the module's. */
const singleProgramme = (module: Module): Programme => ({
  id: module.id,
  title: module.title,
  institution: module.institution,
  award: SINGLE,
  credits: module.credits,
  level: module.level,
  stages: [{ credits: module.credits, core: [module.id] }],
  source: module.source,
  basis: module.basis,
});

/** The award of a module offered singly: none. */
export const SINGLE = '';

function singleDelivery(module: Module, offer: SingleOffer): Delivery {
  const { id, fee, intakes, months, releaseDays, concurrent, distance, place, from, to, assumed } = offer;
  return {
    id,
    programme: module.id,
    pace: 'part-time',
    employment: 'beside',
    months: [months],
    releaseDays,
    fee: { perStage: [fee] },
    entryPoints: [{ stage: 1, months: intakes }],
    paced: 'cohort',
    source: offer.source ?? module.source,
    basis: offer.basis ?? module.basis,
    ...given({ concurrent, distance, place, from, to, assumed }),
  };
}

/** Leaves out what is undefined. */
const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

const byId = <T extends { id: Id }>(rows: readonly T[]): Map<Id, T> => new Map(rows.map((row) => [row.id, row]));

function grouped<T>(rows: readonly T[], keys: (row: T) => readonly Id[]): Map<Id, T[]> {
  const groups = new Map<Id, T[]>();
  for (const row of rows) {
    const all = keys(row);
    for (const key of all.length > 1 ? new Set(all) : all) push(groups, key, row);
  }
  return groups;
}

function push<T>(groups: Map<Id, T[]>, key: Id, row: T): void {
  const group = groups.get(key);
  if (group) group.push(row);
  else groups.set(key, [row]);
}

function add(groups: Map<Id, Set<Id>>, key: Id, value: Id): void {
  const group = groups.get(key);
  if (group) group.add(value);
  else groups.set(key, new Set([value]));
}

function remembered<T>(known: Map<Id, T>, key: Id, compute: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = compute();
  known.set(key, value);
  return value;
}
