import type { Id } from '../../domain/fact.js';
import type { Limit } from '../../domain/limits.js';
import type { Tree } from '../../kernel/proof.js';
import type { Solution } from './solve.js';

/**
 * Limits without which the proof of a solution stands: none of their rows has a price in it or fixes a variable. With
 * their rows gone all at once, the same prices bound the same claims. Limits on sources are among them only where no
 * claim is refused for its sources, as lifting them could bring claims that the prices do not know.
 */
export function limitsNotNeeded({ setting, claims, attempts }: Solution): Id[] {
  const [only, ...others] = attempts;
  if (!only || others.length > 0) return [];
  const { model } = only.model;
  const needed = [...rowsNeeded(only.tree)].map((row) => model.rows[row]!.name);
  const refusing = claims.refused.some(({ code }) => code === 'MARK' || code === 'CURRENCY' || code === 'SPENT');
  return setting.limits
    .filter(({ limit }) => !(refusing && judgesSources(limit)))
    .filter(({ limit, policy }) => !needed.some((name) => name.includes(`${policy}/${limit.id}`)))
    .map(({ limit }) => limit.id);
}

const judgesSources = ({ kind }: Limit): boolean => kind === 'mark' || kind === 'currency' || kind === 'single-use';

function rowsNeeded(tree: Tree, needed = new Set<number>()): Set<number> {
  for (const [, , row] of tree.implied) needed.add(row);
  if ('on' in tree) {
    rowsNeeded(tree.zero, needed);
    rowsNeeded(tree.one, needed);
  } else for (const row of tree.prices.rows) needed.add(row);
  return needed;
}
