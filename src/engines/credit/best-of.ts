import type { Objective } from '../../domain/questions.js';
import { compareWorth } from './lifting.js';
import { compareSolutions, type Ranked, type Solution } from './solve.js';

/**
 * The best of the solutions for some deliveries, in order of ids: by the objective, then the least id. It is proven only
 * where no delivery that is not proven could be as good; else the bound is the greatest of them all.
 */
export function bestOf<S extends Ranked & Pick<Solution, 'proven' | 'bound'>>(
  solutions: readonly S[],
  objective: Objective,
): S {
  const best = solutions.reduce((one, next) => (compareSolutions(next, one, objective) < 0 ? next : one));
  if (solutions.every(({ proven, bound }) => proven || compareWorth(bound, best, objective) < 0)) return best;
  const bound = solutions.map((one) => one.bound).reduce((a, b) => (compareWorth(b, a, objective) > 0 ? b : a));
  return { ...best, proven: false, bound };
}
