import type { Kind, Rows } from '../../domain/catalogue.js';
import type { Id } from '../../domain/fact.js';
import type { Delivery, Module, Programme, Qualification } from '../../domain/provision.js';
import type { Flaw } from '../shape/flaw.js';

/** Something wrong with a row among the others. */
export interface Finding extends Flaw {
  kind: Kind;
  row: { id: Id };
  /** The other row that it takes for this to be wrong: the reader is told where it stands. */
  beside?: { id: Id };
}

/** One theme of checks: what it finds wrong in the rows. */
export type Check = (rows: Rows, known: Known) => Iterable<Finding>;

/** What an id may stand for: a row of a kind, or a module offered singly, as a delivery. */
export type Target = Kind | 'offers';

/** The rows of a catalogue by id, as the checks ask for them. */
export class Known {
  readonly modules: ReadonlyMap<Id, Module>;
  readonly programmes: ReadonlyMap<Id, Programme>;
  readonly deliveriesOf = new Map<Id, Delivery[]>();
  readonly programmesOfModule = new Map<Id, Set<Id>>();
  readonly qualifications: ReadonlyMap<Id, Qualification>;
  /** Programmes by the awards and exit awards that they give. */
  readonly giving = new Map<Id, Programme[]>();
  /** Kinds of qualification, such as `FdSc`. */
  readonly qualificationKinds: ReadonlySet<string>;
  readonly #targets = new Map<Id, Target[]>();

  /** `refused` are ids that exist, of rows about which nothing more can be asked. */
  constructor(
    readonly rows: Rows,
    readonly refused: ReadonlyMap<Id, Kind>,
  ) {
    this.modules = new Map(rows.modules.map((row) => [row.id, row]));
    this.programmes = new Map(rows.programmes.map((row) => [row.id, row]));
    for (const row of rows.deliveries) push(this.deliveriesOf, row.programme, row);
    for (const programme of rows.programmes)
      for (const module of stageModules(programme)) {
        const found = this.programmesOfModule.get(module);
        if (found) found.add(programme.id);
        else this.programmesOfModule.set(module, new Set([programme.id]));
      }
    this.qualifications = new Map(rows.qualifications.map((row) => [row.id, row]));
    for (const programme of rows.programmes)
      for (const award of new Set([programme.award, ...programme.stages.flatMap(({ exitAward }) => exitAward ?? [])]))
        push(this.giving, award, programme);
    this.qualificationKinds = new Set(rows.qualifications.map(({ kind }) => kind));
    for (const [kind, list] of Object.entries(rows) as [Kind, { id: Id }[]][])
      for (const { id } of list) push(this.#targets, id, kind);
    for (const module of rows.modules) for (const { id } of module.offers ?? []) push(this.#targets, id, 'offers');
    for (const [id, kind] of refused) push(this.#targets, id, kind);
  }

  /** What an id stands for; more than one thing where ids are given twice. */
  targetsOf(id: Id): readonly Target[] {
    return this.#targets.get(id) ?? [];
  }

  /** The ids that stand for one of these. */
  *idsOf(targets: readonly Target[]): Iterable<Id> {
    for (const [id, found] of this.#targets) if (found.some((target) => targets.includes(target))) yield id;
  }
}

/** Every module that stands in a stage of a programme, bundles opened. */
export function* stageModules(programme: Programme): Iterable<Id> {
  for (const { core, groups } of programme.stages) {
    for (const entry of core ?? []) yield typeof entry === 'string' ? entry : entry.module;
    for (const group of groups ?? [])
      for (const member of group.members)
        if (typeof member === 'string') yield member;
        else yield* member.modules;
  }
}

export function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
