import type { Condition } from '../../../domain/conditions.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Learner } from '../../../domain/learner.js';
import type { EntryRule } from '../../../domain/recognition.js';
import type { Month } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { finding, type Leaf } from '../../../rules/conditions/index.js';
import { fittingAnyAge, isOfAge } from '../../entry/judge.js';
import type { Start } from '../judging/admitted.js';
import type { Terms } from '../terms.js';
import { type Alike, alike, thoseOf } from './alike.js';
import { Groups, type Moment } from './groups.js';
import { type Look, lookOf, type Turn } from './looks.js';
import { add, either, inAtLeast, type ProfileSet, setOf, without } from './profile-set.js';

/** Kleene's three values for all profiles at once: met, met or undecided, and the rest not met. */
export interface Verdicts {
  /** Verdicts of the same number are the same. */
  readonly number: number;
  readonly met: ProfileSet;
  /** Met or undecided. */
  readonly open: ProfileSet;
}

/** A leaf with what it looks at; leaves of the same number ask the same. */
interface KnownLeaf {
  readonly leaf: Leaf;
  readonly number: number;
  readonly look: Look;
}

/** By what a rule can turn, and what came of it at each moment that differs in that. */
interface KnownRule {
  readonly turns: readonly Turn[];
  readonly verdicts: Map<string, Verdicts>;
}

/**
 * Entry verdicts of many profiles at once (spec 4). Each distinct leaf condition is judged once for those who agree on
 * what it looks at; trees and rules are algebra on sets of profiles. What comes of the same parts is worked out once.
 */
export class EntryTogether {
  readonly everyone: ProfileSet;
  readonly #groups: Groups;
  readonly #births: Alike<Learner>[];
  readonly #leaves = new Map<Leaf, KnownLeaf>();
  readonly #texts = new Map<string, KnownLeaf>();
  readonly #known = new Map<string, Verdicts>();
  readonly #rules = new Map<EntryRule, KnownRule>();

  constructor(
    readonly catalogue: Catalogue,
    terms: Terms,
    readonly cohorts: readonly Cohort[],
  ) {
    this.everyone = setOf(cohorts.length, cohorts.keys());
    this.#groups = new Groups(catalogue, terms, cohorts);
    this.#births = alike(cohorts, ({ learner: { born } }) => [born === undefined ? {} : { born }]);
  }

  /** Every rule that fits must be met; no rule at all is met by everyone. Throws a RangeError for what is held and not in the catalogue. */
  verdictsAt({ delivery, start, stage }: Start, nominated: boolean): Verdicts {
    const programme = this.catalogue.programmes.get(delivery.programme)!;
    const rules = fittingAnyAge(this.catalogue, { programme, delivery, start, stage });
    const verdicts = rules.map((rule) => this.#ofAge(rule, this.#onRule(rule, { start, nominated }), start));
    return this.#atLeast(verdicts.length, verdicts);
  }

  #onRule(rule: EntryRule, moment: Moment): Verdicts {
    const { turns, verdicts } = this.#ruleOf(rule);
    const key = this.#groups.momentOf(turns, moment);
    const known = verdicts.get(key) ?? this.#on(rule.rule, moment);
    verdicts.set(key, known);
    return known;
  }

  #ruleOf(rule: EntryRule): KnownRule {
    const known = this.#rules.get(rule);
    if (known) return known;
    const turns = new Set(leavesOf(rule.rule).flatMap((leaf) => this.#leafOf(leaf).look.turns));
    const found = { turns: [...turns], verdicts: new Map<string, Verdicts>() };
    this.#rules.set(rule, found);
    return found;
  }

  #on(condition: Condition, moment: Moment): Verdicts {
    if (!('of' in condition)) return this.#onLeaf(condition, moment);
    const children = condition.of.map((child) => this.#on(child, moment));
    switch (condition.kind) {
      case 'all':
        return this.#atLeast(children.length, children);
      case 'any':
        return this.#atLeast(1, children);
      case 'atLeast':
        return this.#atLeast(condition.n, children);
    }
  }

  #onLeaf(condition: Leaf, moment: Moment): Verdicts {
    const { leaf, number, look } = this.#leafOf(condition);
    return this.#remembered(`leaf ${number} ${this.#groups.momentOf(look.turns, moment)}`, () => {
      const [met, open] = [setOf(this.cohorts.length, []), setOf(this.cohorts.length, [])];
      for (const { applicant, members } of this.#groups.seenBy(look, moment)) {
        const { verdict } = finding(leaf, applicant);
        if (verdict === 'MET') add(met, members);
        if (verdict !== 'NOT_MET') add(open, members);
      }
      return { met, open };
    });
  }

  /** Where a condition was read says nothing of who meets it. */
  #leafOf(leaf: Leaf): KnownLeaf {
    const known = this.#leaves.get(leaf);
    if (known) return known;
    const { source, basis, remark, ...asked } = leaf;
    const text = JSON.stringify(asked);
    const found = this.#texts.get(text) ?? { leaf, number: this.#texts.size, look: lookOf(leaf, this.catalogue) };
    this.#texts.set(text, found);
    this.#leaves.set(leaf, found);
    return found;
  }

  /** Met where so many are met; open where so many are met or undecided (Kleene 1952). */
  #atLeast(n: number, of: readonly Verdicts[]): Verdicts {
    if (n === 1 && of.length === 1) return of[0]!;
    return this.#remembered(`${n} of ${of.map(({ number }) => number)}`, () => ({
      met: inAtLeast(
        n,
        of.map(({ met }) => met),
        this.everyone,
      ),
      open: inAtLeast(
        n,
        of.map(({ open }) => open),
        this.everyone,
      ),
    }));
  }

  /** A rule for some ages asks nothing of others. */
  #ofAge(rule: EntryRule, verdicts: Verdicts, start: Month): Verdicts {
    const { minimumAge, maximumAge } = rule;
    if (minimumAge === undefined && maximumAge === undefined) return verdicts;
    return this.#remembered(`${minimumAge} to ${maximumAge} in ${start}: ${verdicts.number}`, () => {
      const asked = thoseOf(this.#births, this.cohorts.length, (learner) => isOfAge(rule, learner, start));
      const others = without(this.everyone, asked);
      return { met: either(verdicts.met, others), open: either(verdicts.open, others) };
    });
  }

  #remembered(key: string, work: () => Pick<Verdicts, 'met' | 'open'>): Verdicts {
    const known = this.#known.get(key);
    if (known) return known;
    const found = { ...work(), number: this.#known.size };
    this.#known.set(key, found);
    return found;
  }
}

const leavesOf = (condition: Condition): Leaf[] => ('of' in condition ? condition.of.flatMap(leavesOf) : [condition]);
