import type { ConditionKind } from './conditions.js';
import type { Basis, Id, Source } from './fact.js';
import type { Pounds } from './provision.js';

/** Kleene's three values. */
export type Verdict = 'MET' | 'NOT_MET' | 'UNDECIDED';

/** A condition with its verdict, its reason and its source; the tree of the rule. */
export interface JudgedCondition {
  /** `ruleId:0.2`: the rule, then the indexes of the children from the root. */
  path: string;
  kind: ConditionKind;
  verdict: Verdict;
  /** What is asked. */
  asks: string;
  /** What was found. */
  finds: string;
  source: Source;
  basis: Basis;
  children: JudgedCondition[];
}

export interface JudgedRule {
  id: Id;
  name: string;
  verdict: Verdict;
  owner: string | null;
  preference: string | null;
  root: JudgedCondition;
}

/** A programme in the catalogue that would supply what is missing. */
export interface LearnerRepair {
  programme: Id;
  title: string;
  delivery: Id;
  months: number;
  fee: Pounds;
  supplies: string[];
}

/** A rule change that would admit the learner, and whose it is to make. */
export interface SystemRepair {
  rule: Id;
  owner: string;
  change: string;
}

/** A smallest set of unmet conditions: taken as met, they leave the rule no longer unmet. */
export interface UnmetSet {
  conditions: string[];
  asks: string[];
  byLearner: LearnerRepair[];
  bySystem: SystemRepair[];
}

export interface EntryVerdict {
  programme: Id;
  verdict: Verdict;
  rules: JudgedRule[];
  /** Smallest sets of unmet condition paths, by size and then paths; at most 20 of at most 4. */
  unmet: string[][];
  repairs: UnmetSet[];
  /** True: there were more sets than are listed. */
  cut: boolean;
  notes: string[];
  summary: string;
}
