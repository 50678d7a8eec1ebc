import type { Condition } from '../../../domain/conditions.js';
import type { Id } from '../../../domain/fact.js';
import type { EntryRule } from '../../../domain/recognition.js';
import { everValid } from '../../../domain/time.js';
import type { JudgedCondition, JudgedRule } from '../../../domain/verdict.js';
import { applicantOf } from '../../entry/judge.js';
import { repairs } from '../../entry/repairs.js';
import { judgeRule } from '../../entry/tree.js';
import type { Asked } from '../ask.js';
import type { Candidate } from './candidate.js';

/**
 * The entry conditions of the programmes that reach the part which are not met in the first month, each to be taken as
 * met wherever its rule is asked.
 */
export function entryCandidates({ question, terms }: Asked): Candidate[] {
  const { catalogue, holdings, first, latest, constraints } = terms;
  const finals = new Set(catalogue.waysTo(question.registerPart).flatMap(({ programmes }) => programmes));
  const rules = new Map<Id, { rule: EntryRule; programme: Id }>();
  for (const id of finals) {
    const programme = catalogue.programmes.get(id);
    if (!programme) continue;
    for (const rule of catalogue.rulesFor(programme))
      if (everValid(rule, first, latest) && (rule.entryRoute ?? constraints.entryRoute) === constraints.entryRoute)
        rules.set(rule.id, rules.get(rule.id) ?? { rule, programme: id });
  }
  const applicant = applicantOf(catalogue, holdings, first);
  return [...rules.values()].flatMap(({ rule, programme }) => {
    const judged = judgeRule(rule, applicant);
    return unmetLeaves(judged.root).map((leaf) => candidateOf(terms, rule, judged, leaf, programme));
  });
}

/** Leaves that are not met under conditions that are not met either. */
const unmetLeaves = (node: JudgedCondition): JudgedCondition[] =>
  node.verdict !== 'NOT_MET' ? [] : node.children.length > 0 ? node.children.flatMap(unmetLeaves) : [node];

function candidateOf(
  { catalogue, first }: Asked['terms'],
  rule: EntryRule,
  judged: JudgedRule,
  { path, asks }: JudgedCondition,
  programme: Id,
): Candidate {
  const own = rule.programmes?.length === 1 ? rule.programmes[0]! : null;
  const says = own === null ? `${asks} (${rule.name})` : `${asks} (${catalogue.programmes.get(own)?.title ?? own})`;
  return {
    obstacle: {
      id: `entry:${path}`,
      kind: 'entry',
      says,
      programme: own ?? (rule.programmes ? programme : null),
      conditions: [path],
    },
    lift: ({ rules }) => rules.set(rule.id, withMet(rules.get(rule.id) ?? rule, path)),
    repairs: () => repairs(catalogue, [rule], [judged], [path], first),
  };
}

/** The rule with the condition at a path always met. */
function withMet(rule: EntryRule, path: string): EntryRule {
  const steps = path
    .slice(path.indexOf(':') + 1)
    .split('.')
    .filter(Boolean)
    .map(Number);
  const met = (condition: Condition, [step, ...deeper]: readonly number[]): Condition => {
    if (step === undefined || !('of' in condition)) return { kind: 'all', of: [] };
    return { ...condition, of: condition.of.map((child, i) => (i === step ? met(child, deeper) : child)) };
  };
  return { ...rule, rule: met(rule.rule, steps) };
}
