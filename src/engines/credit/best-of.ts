import type { Objective } from '../../domain/questions.js';
import { compareSolutions, type Solution } from './solve.js';

/** The best of the solutions for some deliveries, in order of ids: by the objective, then the least id. */
export const bestOf = (solutions: readonly Solution[], objective: Objective): Solution =>
  solutions.reduce((best, next) => (compareSolutions(next, best, objective) < 0 ? next : best));
