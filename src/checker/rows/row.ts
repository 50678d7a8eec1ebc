import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import type { World } from '../world.js';

/** A term of a row: a variable, by its name, and its whole-number coefficient. */
export type Term = readonly [variable: string, coefficient: number];

/** The terms add up to at most `most` in every set of claims that is allowed. Credits and hours are counted in halves. */
export interface Row {
  readonly terms: readonly Term[];
  readonly most: number;
}

/** Lays a row down under its name; its terms are worked out only when somebody asks for them. */
export type Lay = (name: string, most: number, terms: () => Term[]) => void;

/** A world with what is looked up in it again and again. */
export class Ground {
  #covering: ReadonlyMap<Id, readonly Claim[]> | undefined;

  constructor(readonly world: World) {}

  get setting(): World['setting'] {
    return this.world.setting;
  }

  get progress(): World['progress'] {
    return this.world.progress;
  }

  get standing(): World['standing'] {
    return this.world.standing;
  }

  /** Claims by the target they cover. */
  get covering(): ReadonlyMap<Id, readonly Claim[]> {
    this.#covering ??= claimsBy(this, ({ targets }) => targets);
    return this.#covering;
  }
}

/** The claims that may be chosen, by what they name. */
export function claimsBy(
  { standing }: Pick<World, 'standing'>,
  named: (claim: Claim) => readonly Id[],
): Map<Id, Claim[]> {
  const by = new Map<Id, Claim[]>();
  for (const claim of standing.values())
    for (const id of named(claim)) {
      const others = by.get(id);
      if (others) others.push(claim);
      else by.set(id, [claim]);
    }
  return by;
}

/** One term for each claim, with what it counts. */
export function terms(claims: Iterable<Claim>, counts: (claim: Claim) => number): Term[] {
  const all: Term[] = [];
  for (const claim of claims) {
    const count = counts(claim);
    if (count !== 0) all.push([claim.id, count]);
  }
  return all;
}

/** "This module is credited or progress", 0 or 1, so many times: its terms, and what progress alone makes of it. */
export const done = ({ covering, progress }: Ground, module: Id, times: number): { terms: Term[]; constant: number } =>
  progress.has(module)
    ? { terms: [], constant: times }
    : { terms: (covering.get(module) ?? []).map(({ id }): Term => [id, times]), constant: 0 };

/** A limit by the names of its policy and itself. */
export const nameOf = ({ limit, policy }: LimitInForce): string => `${policy}/${limit.id}`;
