import type { Condition } from '../../../domain/conditions.js';
import type { Id } from '../../../domain/fact.js';
import type { Holdings } from '../../../domain/holding.js';
import type { EntryRule } from '../../../domain/recognition.js';
import type { JudgedCondition } from '../../../domain/verdict.js';
import { applicantOf } from '../../entry/judge.js';
import { suppliersOf } from '../../entry/suppliers.js';
import { conditionAt, judgeRule } from '../../entry/tree.js';
import type { Terms } from '../legs.js';
import type { Relevance } from '../towards/relevance.js';
import { bindsAll } from './binding.js';
import type { Bounds } from './bounds.js';
import { greater, type Least, lesser, NEVER, NOTHING, withPrice } from './least.js';

/** What must still be studied, at the least, before one is let in: so many legs, and what they ask. */
export interface Before {
  readonly legs: number;
  readonly asks: Least;
}

/** One is let in already, as far as is known. */
const LET_IN: Before = { legs: 0, asks: NOTHING };

const SHUT: Before = { legs: Number.POSITIVE_INFINITY, asks: NEVER };

/** What a learner must study before a programme's entry rules can be met, whatever the month. */
export class EntryAtLeast {
  readonly #rules = new Map<Id, readonly EntryRule[]>();
  readonly #known = new WeakMap<Holdings['sources'], Map<Id, Before>>();

  constructor(
    private readonly terms: Terms,
    private readonly relevance: Relevance,
    private readonly bounds: Bounds,
  ) {}

  /** Before a programme can be started by somebody who holds so much in the end. */
  of(programme: Id, held: Holdings): Before {
    const known = this.#known.get(held.sources) ?? new Map<Id, Before>();
    this.#known.set(held.sources, known);
    const found = known.get(programme) ?? this.#work(programme, held);
    known.set(programme, found);
    return found;
  }

  #work(id: Id, held: Holdings): Before {
    const { catalogue, latest } = this.terms;
    return this.#rulesOf(id)
      .map((rule) => this.#toMeet(rule, judgeRule(rule, applicantOf(catalogue, held, latest)).root).before)
      .reduce((one, other) => ({ legs: Math.max(one.legs, other.legs), asks: greater(one.asks, other.asks) }), LET_IN);
  }

  #rulesOf(id: Id): readonly EntryRule[] {
    const { catalogue, admitted } = this.terms;
    const known = this.#rules.get(id);
    if (known) return known;
    const rules = admitted.has(id)
      ? []
      : catalogue.rulesFor(catalogue.programmes.get(id)!).filter((rule) => bindsAll(rule, this.terms));
    this.#rules.set(id, rules);
    return rules;
  }

  /** What meeting a condition asks, and whose legs can have a part in it. */
  #toMeet(rule: EntryRule, node: JudgedCondition): Meeting {
    if (node.verdict !== 'NOT_MET') return MET;
    const condition = conditionAt(rule, node.path);
    if (condition.kind === 'all') return node.children.map((child) => this.#toMeet(rule, child)).reduce(both, MET);
    if (condition.kind === 'any')
      return node.children.map((child) => this.#toMeet(rule, child)).reduce(either, NOT_MET);
    return this.#onLeaf(condition);
  }

  #onLeaf(condition: Condition): Meeting {
    if (turnsInTime(condition)) return MET;
    const { offered, finals } = this.relevance;
    const by = [...suppliersOf(this.terms.catalogue, condition).keys()].filter((id) => offered.has(id));
    // What the set asks for itself is no leg more.
    if (by.some((id) => finals.has(id))) return MET;
    const asks = by
      .flatMap((id) => offered.get(id)!.map((delivery) => this.bounds.anyLeg(delivery)))
      .reduce(lesser, NEVER);
    return { before: by.length ? { legs: 1, asks } : SHUT, by: new Set(by) };
  }
}

const NOT_MET = { before: SHUT, by: new Set<Id>() };

const MET = { before: LET_IN, by: new Set<Id>() };

/** Whether a condition may come to be met without any study, or be met for a while only. */
function turnsInTime(condition: Condition): boolean {
  switch (condition.kind) {
    case 'subject':
    case 'credits':
      return false;
    case 'award':
      return condition.maximumMonths !== undefined;
    case 'registration':
    case 'experience':
    case 'tariff':
    case 'employment':
    case 'declaration':
    case 'judgement':
    case 'all':
    case 'any':
    case 'atLeast':
      return true;
  }
}

interface Meeting {
  readonly before: Before;
  readonly by: ReadonlySet<Id>;
}

/** Both must be met: by legs of their own, unless one leg may serve both. Legs may run beside each other. */
const both = (one: Meeting, other: Meeting): Meeting => {
  const apart = ![...one.by].some((id) => other.by.has(id));
  const [a, b] = [one.before, other.before];
  return {
    before: apart
      ? { legs: a.legs + b.legs, asks: withPrice(greater(a.asks, b.asks), lesserPrice(a.asks, b.asks)) }
      : { legs: Math.max(a.legs, b.legs), asks: greater(a.asks, b.asks) },
    by: new Set([...one.by, ...other.by]),
  };
};

const either = (one: Meeting, other: Meeting): Meeting => ({
  before: { legs: Math.min(one.before.legs, other.before.legs), asks: lesser(one.before.asks, other.before.asks) },
  by: new Set([...one.by, ...other.by]),
});

/** Of two prices the lesser, part by part: with the greater it makes their sum. */
const lesserPrice = (a: Least, b: Least): Least => (a === NEVER || b === NEVER ? NOTHING : lesser(a, b));
