import type { Condition } from '../../../domain/conditions.js';
import type { Id } from '../../../domain/fact.js';
import type { Holdings } from '../../../domain/holding.js';
import type { EntryRule } from '../../../domain/recognition.js';
import { unmetLeaves } from '../../entry/judge.js';
import { suppliersOf } from '../../entry/suppliers.js';
import type { HeldByMonth } from '../held-by-month.js';
import type { Start } from '../held-on-the-way.js';
import type { PlannedLeg } from '../plan.js';
import type { Relevance } from './relevance.js';

/** Whether a leg that can only help to be let in still can, with what a plan will hold by then without it. */
export class LettingIn {
  /** By programme: the rules that its award can help to meet. */
  readonly #rules = new Map<Id, readonly EntryRule[]>();
  readonly #stuck = new WeakMap<Holdings['sources'], Map<EntryRule, readonly Condition[]>>();

  constructor(
    private readonly start: Start,
    { lettingIn }: Relevance,
  ) {
    const { programmes } = start.catalogue;
    for (const [id, others] of lettingIn)
      this.#rules.set(id, [...new Set(others.flatMap((other) => start.catalogue.rulesFor(programmes.get(other)!)))]);
  }

  /** Nobody is kept out by holding more: what lets one in already, when the leg is over, does so from then on. */
  isOfUse({ programme: { id }, completes }: PlannedLeg, held: HeldByMonth): boolean {
    const rules = this.#rules.get(id);
    if (!rules || completes === null) return true;
    const holdings = held.at(completes);
    return rules.some((rule) =>
      this.#stuckOn(rule, holdings, completes).some((leaf) => suppliersOf(this.start.catalogue, leaf).has(id)),
    );
  }

  #stuckOn(rule: EntryRule, holdings: Holdings, first: number): readonly Condition[] {
    const known = this.#stuck.get(holdings.sources) ?? new Map<EntryRule, readonly Condition[]>();
    this.#stuck.set(holdings.sources, known);
    const found = known.get(rule) ?? unmetLeaves({ catalogue: this.start.catalogue, holdings, first }, rule);
    known.set(rule, found);
    return found;
  }
}
