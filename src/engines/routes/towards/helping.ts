import type { Id } from '../../../domain/fact.js';
import type { Prerequisite, Programme } from '../../../domain/provision.js';
import type { Policy } from '../../../domain/recognition.js';
import { type Catalogue, modulesOf } from '../../../graph/catalogue.js';
import { unmetLeaves } from '../../entry/judge.js';
import { awardsGiven, suppliersOf } from '../../entry/suppliers.js';
import type { Start } from '../held-on-the-way.js';

/** By credit; by an award that lets one in; by a module that must be held first. */
type Kind = 'byCredit' | 'byEntry' | 'asPrerequisite';

/** How a programme helps another: after which of its stages, and in which ways. */
export interface Help extends Record<Kind, boolean> {
  readonly stages: Set<number>;
}

/** Finds the programmes that can help a programme: by credit they let one carry into it, or to enter it. */
export class Helping {
  readonly #found = new Map<Id, ReadonlyMap<Id, Help>>();
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

  /** The programmes that can help one, each with how it does. */
  of(programme: Programme): ReadonlyMap<Id, Help> {
    const found = this.#found.get(programme.id) ?? this.#find(programme);
    this.#found.set(programme.id, found);
    return found;
  }

  #find(programme: Programme): Map<Id, Help> {
    const { catalogue } = this.start;
    const found = new Map<Id, Help>();
    const note = (id: Id, stages: Iterable<number>, by: Kind): void => {
      const help = found.get(id) ?? {
        stages: new Set<number>(),
        byCredit: false,
        byEntry: false,
        asPrerequisite: false,
      };
      for (const stage of stages) help.stages.add(stage);
      help[by] = true;
      found.set(id, help);
    };
    const holding = (by: Kind) => (module: Id) => {
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
    prerequisites(catalogue.modules.get(programme.id)?.prerequisites).forEach(holding('asPrerequisite'));
    for (const { award } of catalogue.agreementsInto.get(programme.id) ?? [])
      for (const [id, stage] of this.#giving.get(award) ?? []) note(id, [stage], 'byCredit');
    for (const part of partsThatMatter(catalogue, programme))
      for (const [id, stage] of this.#reaching.get(part) ?? []) note(id, [stage], 'byCredit');
    // Less credit is only better where it is charged for.
    if (catalogue.policiesFor(programme).some((policy) => charges(policy) && spares(policy)))
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

export function append<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

export const prerequisites = (needed: Prerequisite | undefined): Id[] =>
  needed === undefined
    ? []
    : typeof needed === 'string'
      ? [needed]
      : ('all' in needed ? needed.all : needed.any).flatMap(prerequisites);

/** Whether a programme refuses to take credit that an award has spent. */
export const refusesSpent = (catalogue: Catalogue, programme: Programme): boolean =>
  catalogue.policiesFor(programme).some(spares);

const spares = ({ limits }: Policy): boolean =>
  limits.some((limit) => limit.kind === 'single-use' && limit.refuseSpent);

/** Whether a policy charges for what it takes. */
export const charges = ({ claims }: Policy): boolean =>
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
