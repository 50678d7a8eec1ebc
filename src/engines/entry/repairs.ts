import type { Condition } from '../../domain/conditions.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { EntryRule } from '../../domain/recognition.js';
import { type Month, validIn } from '../../domain/time.js';
import type { JudgedCondition, JudgedRule, LearnerRepair, SystemRepair, UnmetSet } from '../../domain/verdict.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { suppliersOf } from './suppliers.js';
import { conditionAt, leaves } from './tree.js';

const MOST_REPAIRS = 10;

/** What a learner can do about a set of unmet conditions, and which rule change would admit them, with whose it is. */
export function repairs(
  catalogue: Catalogue,
  rules: readonly EntryRule[],
  judged: readonly JudgedRule[],
  set: readonly string[],
  start: Month,
): UnmetSet {
  const unmet = set.map((path) => {
    const at = rules.findIndex(({ id }) => path.startsWith(`${id}:`));
    const leaf = leaves(judged[at]!.root).find((one) => one.path === path)!;
    return { rule: rules[at]!, leaf, condition: conditionAt(rules[at]!, path) };
  });
  return {
    conditions: [...set],
    asks: unmet.map(({ leaf }) => leaf.asks),
    byLearner: byLearner(catalogue, unmet, start),
    bySystem: unmet.map(({ rule, leaf, condition }) => bySystem(rule, leaf, condition)),
  };
}

interface Unmet {
  rule: EntryRule;
  leaf: JudgedCondition;
  condition: Condition;
}

/** Programmes that would supply one or more of the conditions: the most first, then the shortest, then the cheapest. */
function byLearner(catalogue: Catalogue, unmet: readonly Unmet[], start: Month): LearnerRepair[] {
  const found = catalogue.rows.programmes.flatMap((programme): LearnerRepair[] => {
    const supplied = unmet.filter(({ condition }) => suppliersOf(catalogue, condition).has(programme.id));
    if (supplied.length === 0) return [];
    return (catalogue.deliveriesOf.get(programme.id) ?? [])
      .filter((delivery) => validIn(delivery, start))
      .map((delivery) => ({
        programme: programme.id,
        title: programme.title,
        delivery: delivery.id,
        months: delivery.months.reduce((sum, months) => sum + months, 0) + (delivery.assessmentMonths ?? 0),
        fee: feeOf(programme, delivery),
        supplies: supplied.map(({ leaf }) => leaf.asks),
      }));
  });
  return found
    .sort(
      (a, b) =>
        b.supplies.length - a.supplies.length ||
        a.months - b.months ||
        a.fee - b.fee ||
        (a.delivery < b.delivery ? -1 : 1),
    )
    .slice(0, MOST_REPAIRS);
}

const feeOf = ({ credits = 0 }: Programme, { fee }: Delivery): number =>
  fee.perStage?.reduce((sum, stage) => sum + stage, 0) ?? (fee.perCredit ?? 0) * credits;

function bySystem(rule: EntryRule, { asks, finds }: JudgedCondition, condition: Condition): SystemRepair {
  const refused = condition.kind === 'subject' && finds.endsWith('is refused');
  const change = refused
    ? `accept ${finds.replace(/ is refused$/, '')} as proof of ${condition.subject}`
    : `no longer ask ${asks}`;
  return { rule: rule.id, owner: rule.owner ?? 'admissions of the institution', change };
}
