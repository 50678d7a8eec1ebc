import type { Assessment } from '../../domain/assessment.js';
import type { Id } from '../../domain/fact.js';
import type { Holdings } from '../../domain/holding.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { CreditQuestion, Include, Objective } from '../../domain/questions.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { bandsOf } from './bands.js';
import { bestOf } from './best-of.js';
import { certificateOf } from './certificate.js';
import { explain } from './explain.js';
import { deliveriesRunning } from './frame.js';
import { gainsOf } from './gains.js';
import { holdingsOf } from './holdings.js';
import { settingOf } from './setting.js';
import { type Solution, solve } from './solve.js';
import { toldGains } from './told-gains.js';
import { cheapestWays } from './ways.js';

/**
 * The most credit a learner can carry into a programme, where they may join, and why (spec 3).
 * Throws a RangeError for a programme, delivery, module or award that the catalogue does not hold.
 */
export function assess(catalogue: Catalogue, question: CreditQuestion): Assessment {
  const { learner, objective = 'CREDITS' } = question;
  const solutions = solutionsAsked(catalogue, holdingsOf(catalogue, learner), question);
  const best = bestOf(solutions, objective);
  const settings = solutions.map(({ setting }) => setting);
  const gains = toldGains(gainsOf(solutions, best, objective), settings, best.setting, objective);
  const beside = { bands: bandsOf(solutions, objective), gains, findWays: cheapestWays };
  return { ...explain(best, objective, beside), certificate: certificateOf(solutions, best) };
}

/** What a credit question asks of what is held. */
interface Asked {
  programme: Id;
  delivery?: Id;
  start: Month;
  objective?: Objective;
  include?: Include;
}

/**
 * The best solution over the delivery named, or over each delivery valid in the start month, by the objective and then
 * the least id.
 */
export const bestSolution = (catalogue: Catalogue, holdings: Holdings, question: Asked): Solution =>
  bestOf(solutionsAsked(catalogue, holdings, question), question.objective ?? 'CREDITS');

/** The best solution of each delivery asked. */
export function solutionsAsked(catalogue: Catalogue, holdings: Holdings, question: Asked): Solution[] {
  const { start, objective = 'CREDITS', include } = question;
  const programme = known(catalogue.programmes.get(question.programme), 'programme', question.programme);
  return deliveriesAsked(catalogue, programme, question).map((delivery) =>
    solve(settingOf(catalogue, holdings, { programme, delivery, start, include }), objective),
  );
}

function deliveriesAsked(
  catalogue: Catalogue,
  programme: Programme,
  { delivery, start }: { delivery?: Id; start: Month },
): readonly (Delivery | undefined)[] {
  if (delivery !== undefined) {
    const named = known(catalogue.deliveries.get(delivery), 'delivery', delivery);
    if (named.programme !== programme.id)
      throw new RangeError(`delivery "${delivery}" is not one of programme "${programme.id}"`);
    return [named];
  }
  return deliveriesRunning(catalogue, programme, start);
}

function known<T>(found: T | undefined, what: string, id: Id): T {
  if (found === undefined) throw new RangeError(`${what} "${id}" is not in the catalogue`);
  return found;
}
