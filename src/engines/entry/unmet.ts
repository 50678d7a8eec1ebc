import { compareLists } from '../../domain/order.js';
import type { EntryRule } from '../../domain/recognition.js';
import type { JudgedCondition, JudgedRule } from '../../domain/verdict.js';
import { conditionAt } from './tree.js';

const MOST_CONDITIONS = 4;
const MOST_SETS = 20;

/**
 * The smallest sets of unmet conditions: those which, taken as met, leave the rules no longer unmet; all
 * inclusion-minimal ones up to four conditions, by size and then paths, at most twenty. `cut` tells of others.
 */
export function smallestUnmet(
  rules: readonly EntryRule[],
  judged: readonly JudgedRule[],
): { sets: string[][]; cut: boolean } {
  const told = { cut: false };
  const sets = judged.reduce<string[][]>(
    (together, { root }, i) => product(together, opening(root, rules[i]!, told), told),
    [[]],
  );
  const open = judged.some(({ verdict }) => verdict === 'NOT_MET') ? sets : [];
  const sorted = minimal(open).sort((a, b) => a.length - b.length || compareLists(a, b));
  return { sets: sorted.slice(0, MOST_SETS), cut: told.cut || sorted.length > MOST_SETS };
}

/** Sets that, taken as met, leave a condition no longer unmet. */
function opening(node: JudgedCondition, rule: EntryRule, told: { cut: boolean }): string[][] {
  if (node.verdict !== 'NOT_MET') return [[]];
  const condition = conditionAt(rule, node.path);
  if (!('of' in condition)) return [[node.path]];
  const stuck = node.children.filter(({ verdict }) => verdict === 'NOT_MET');
  const asked = condition.kind === 'all' ? node.children.length : condition.kind === 'any' ? 1 : condition.n;
  const needed = asked - (node.children.length - stuck.length);
  return choose(
    stuck.map((child) => opening(child, rule, told)),
    needed,
    told,
  );
}

/** Unions of one set from each of `needed` of the children. */
function choose(children: readonly string[][][], needed: number, told: { cut: boolean }): string[][] {
  if (needed === 0) return [[]];
  if (children.length < needed) return [];
  const [first, ...rest] = children;
  return minimal([...product(first!, choose(rest, needed - 1, told), told), ...choose(rest, needed, told)]);
}

function product(a: readonly string[][], b: readonly string[][], told: { cut: boolean }): string[][] {
  const unions = a.flatMap((one) => b.map((other) => [...one, ...other].sort()));
  const small = unions.filter((set) => set.length <= MOST_CONDITIONS);
  if (small.length < unions.length) told.cut = true;
  return small;
}

const minimal = (sets: readonly string[][]): string[][] =>
  [...new Map(sets.map((set) => [set.join(' '), set])).values()].filter(
    (set, _, every) => !every.some((other) => other.length < set.length && other.every((one) => set.includes(one))),
  );
