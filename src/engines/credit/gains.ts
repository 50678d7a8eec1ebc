import type { Gain } from '../../domain/assessment.js';
import type { Id } from '../../domain/fact.js';
import type { Objective } from '../../domain/questions.js';
import { compareWorth, gainOver, Lifting, type Patience } from './lifting.js';
import { smallestSets } from './smallest-sets.js';
import type { Solution } from './solve.js';
import type { GainFigures } from './told-gains.js';

/** Questions asked again at the most, for all limits and sets of them together. */
const PATIENCE = 600;

/**
 * The gain of lifting each limit that is in force on some delivery asked, and the inclusion-minimal sets of limits that
 * gain together where no part of them does (spec 3.5). `solutions` has one for each delivery asked, `best` is the answer
 * among them. Nothing is asked again where the answer itself is not proven.
 */
export function gainsOf(solutions: readonly Solution[], best: Solution, objective: Objective): GainFigures {
  if (!solutions.every(({ proven }) => proven))
    return {
      alone: new Map(),
      sets: [],
      cut: ['The answer is not proven to be the most, so no limit was lifted to see what it gains.'],
    };
  const patience: Patience = { left: PATIENCE };
  const asking = solutions.map((solution) => new Lifting(solution, best, objective, patience));
  const ids = [...new Set(asking.flatMap(({ limits }) => [...limits]))].sort();
  const steady = asking.every((one) => one.steady);
  const alone = new Map(ids.map((id) => [id, changeWith(asking, [id], best, objective)]));
  const without = (kept: boolean | null): Id[] => ids.filter((id) => gainsWith(asking, [id]) === kept);
  const { sets, cut } = smallestSets(without(false), (limits) => gainsWith(asking, limits), steady);
  const unproven = without(null).map((id) => `What lifting ${id} gains took too long to be proven.`);
  return {
    alone,
    sets: sets.map((limits) => ({ limits: [...limits], gain: changeWith(asking, limits, best, objective)! })),
    cut: [...unproven, ...(cut === null ? [] : [cut])],
  };
}

/** Whether lifting all these makes some delivery worth more than the answer; null if that is not proven. */
function gainsWith(asking: readonly Lifting[], limits: readonly Id[]): boolean | null {
  const lifted = new Set(limits);
  let proven = true;
  for (const one of asking) {
    const beats = one.beats(lifted);
    if (beats) return true;
    if (beats === null) proven = false;
  }
  return proven ? false : null;
}

/** The change that lifting all these makes to the answer; null if that is not proven. */
function changeWith(
  asking: readonly Lifting[],
  limits: readonly Id[],
  best: Solution,
  objective: Objective,
): Gain | null {
  const lifted = new Set(limits);
  const gains = gainsWith(asking, limits);
  if (!gains && asking.every(({ steady }) => steady)) return gains === null ? null : { credits: 0, entryStage: 0 };
  // A delivery that does not beat the answer matters only where none does: then the answer may lose.
  const counted = gains ? asking.filter((one) => one.beats(lifted) !== false) : asking;
  const worths = counted.map((one) => one.worth(lifted));
  if (worths.includes(null)) return null;
  return gainOver(best, worths.reduce((a, b) => (compareWorth(b!, a!, objective) > 0 ? b : a))!);
}
