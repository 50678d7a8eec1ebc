import type { Condition } from '../../domain/conditions.js';
import type { EntryRule } from '../../domain/recognition.js';
import type { JudgedCondition, JudgedRule } from '../../domain/verdict.js';
import type { Applicant } from '../../rules/conditions/applicant.js';
import { finding } from '../../rules/conditions/index.js';
import { all, any, atLeast } from '../../rules/conditions/kleene.js';

/** The whole tree of a rule with the verdict and source of each condition. */
export const judgeRule = (rule: EntryRule, applicant: Applicant): JudgedRule => {
  const root = judge(rule.rule, `${rule.id}:`, rule, applicant);
  return {
    id: rule.id,
    name: rule.name,
    verdict: root.verdict,
    owner: rule.owner ?? null,
    preference: rule.preference ?? null,
    root,
  };
};

function judge(condition: Condition, path: string, rule: EntryRule, applicant: Applicant): JudgedCondition {
  const { source = rule.source, basis = rule.basis } = condition;
  const base = { path, kind: condition.kind, source, basis };
  if (!('of' in condition)) return { ...base, ...finding(condition, applicant), children: [] };
  const children = condition.of.map((child, i) =>
    judge(child, `${path}${path.endsWith(':') ? '' : '.'}${i}`, rule, applicant),
  );
  const verdicts = children.map(({ verdict }) => verdict);
  const met = verdicts.filter((verdict) => verdict === 'MET').length;
  const finds = `${met} of ${children.length} met`;
  switch (condition.kind) {
    case 'all':
      return { ...base, verdict: all(verdicts), asks: 'all of these', finds, children };
    case 'any':
      return { ...base, verdict: any(verdicts), asks: 'one of these', finds, children };
    case 'atLeast':
      return {
        ...base,
        verdict: atLeast(condition.n, verdicts),
        asks: `at least ${condition.n} of these`,
        finds,
        children,
      };
  }
}

/** The condition at a path of a rule. */
export function conditionAt(rule: EntryRule, path: string): Condition {
  const steps = path
    .slice(path.indexOf(':') + 1)
    .split('.')
    .filter(Boolean)
    .map(Number);
  return steps.reduce<Condition>((node, step) => ('of' in node ? node.of[step]! : node), rule.rule);
}

/** The leaf conditions under a judged one. */
export const leaves = (node: JudgedCondition): JudgedCondition[] =>
  node.children.length ? node.children.flatMap(leaves) : [node];
