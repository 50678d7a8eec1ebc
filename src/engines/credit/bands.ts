import type { Assessment } from '../../domain/assessment.js';
import { STRENGTHS } from '../../domain/claim.js';
import type { Objective } from '../../domain/questions.js';
import type { Strength } from '../../domain/recognition.js';
import { bestOf } from './best-of.js';
import { type Solution, solve } from './solve.js';

/**
 * For each strength the best claims among those at least so firm (spec 3.5): an optimum of its own of the question as it
 * was asked, so of each delivery where none was named. What is certain at one delivery may be more than at the one that
 * would give most at discretion; so each band says its delivery. The last band is the answer.
 */
export const bandsOf = (solutions: readonly Solution[], objective: Objective): Assessment['bands'] =>
  STRENGTHS.map((weakest) => {
    const firm = solutions.map((solution) => amongFirm(solution, weakest, objective));
    const { setting, credits, entryStage } = bestOf(firm, objective);
    return { weakest, delivery: setting.delivery?.id ?? null, credits, entryStage };
  });

/** The best of a delivery with claims of one strength and better; it stands where its claims are all so firm. */
function amongFirm(solution: Solution, weakest: Strength, objective: Objective): Solution {
  const least = STRENGTHS.indexOf(weakest);
  const stands = solution.used.every(({ strength }) => STRENGTHS.indexOf(strength) <= least);
  return stands ? solution : solve({ ...solution.setting, weakest }, objective);
}
