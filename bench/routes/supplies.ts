import type { Condition } from '../../src/domain/conditions.js';
import type { Id } from '../../src/domain/fact.js';
import type { Programme, Qualification } from '../../src/domain/provision.js';
import { type Catalogue, modulesOf } from '../../src/graph/catalogue.js';

/** A stage of a programme, by number. */
export type StageOf = readonly [programme: Id, stage: number];

/** What gives what, found by name: stages that end in an award, and stages that hold a module. */
export class Supplies {
  readonly #giving = new Map<Id, StageOf[]>();
  readonly #ofKind = new Map<string, Qualification[]>();
  readonly #holding = new Map<Id, StageOf[]>();

  constructor({ programmes, qualifications }: Catalogue) {
    for (const one of qualifications.values()) put(this.#ofKind, one.kind, one);
    for (const programme of programmes.values()) {
      const { id, award, stages } = programme;
      for (const name of [id, award]) put(this.#giving, name, [id, stages.length]);
      stages.forEach((stage, at) => {
        if (stage.exitAward) put(this.#giving, stage.exitAward, [id, at + 1]);
        for (const module of modulesIn(programme, at + 1)) put(this.#holding, module, [id, at + 1]);
      });
    }
  }

  /** Stages after which an award is held: a qualification, or the award of a programme. */
  giving(award: Id): readonly StageOf[] {
    return this.#giving.get(award) ?? [];
  }

  /** Stages after which a module is held. */
  holding(module: Id): readonly StageOf[] {
    return this.#holding.get(module) ?? [];
  }

  /** Stages that give something an entry rule asks for. */
  meeting(rule: Condition): StageOf[] {
    if ('of' in rule) return rule.of.flatMap((one) => this.meeting(one));
    if (rule.kind === 'subject')
      return [...rule.accepted, ...(rule.considered ?? [])].flatMap(({ qualification = '' }) =>
        this.giving(qualification),
      );
    if (rule.kind !== 'award') return [];
    const ofKind = (rule.kinds ?? []).flatMap((kind) => this.#ofKind.get(kind) ?? []).map(({ id }) => id);
    return [...ofKind, ...(rule.awards ?? [])].flatMap((award) => this.giving(award));
  }
}

/** The modules of one stage of a programme. */
export const modulesIn = (programme: Programme, stage: number): Id[] =>
  modulesOf({ ...programme, stages: programme.stages.slice(stage - 1, stage) });

function put<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
