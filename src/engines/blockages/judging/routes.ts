import { DEFAULT_SEARCHES } from '../../../domain/blockage.js';
import type { Rows } from '../../../domain/catalogue.js';
import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import { Catalogue } from '../../../graph/catalogue.js';
import { Overlay } from '../../../graph/overlay.js';
import { ask } from '../../routes/ask.js';
import type { Terms } from '../terms.js';
import type { Told } from './admitted.js';
import { isWithinReach } from './door.js';

/** Whether a cohort has a route, and by which deliveries. */
export interface RouteTold {
  readonly told: Told;
  /** The deliveries of the route found, in the order in which they start; none where none was. */
  readonly by: readonly Id[];
}

/** The searches for routes that one question may make: counted, never timed. */
export class Searches {
  #made = 0;

  constructor(readonly most = DEFAULT_SEARCHES) {}

  get made(): number {
    return this.#made;
  }

  get left(): number {
    return Math.max(0, this.most - this.#made);
  }

  count(): void {
    this.#made++;
  }
}

/**
 * Whether a cohort can be registered in some part that it has in mind within so many months of the first, or at all where
 * none are given: by the search of spec 5, over what is within reach, by the modes allowed. One route is enough.
 */
export function routeWithin(
  rows: Rows,
  terms: Terms,
  cohort: Cohort,
  parts: readonly Id[],
  months: number | undefined,
  searches: Searches,
): RouteTold {
  const catalogue = reachedBy(rows, terms, cohort);
  const { first, modes, nominated } = terms;
  const constraints = {
    ...(modes && { modes }),
    ...(nominated && { nominated }),
    ...(months !== undefined && { latest: first + months }),
  };
  let open = false;
  for (const registerPart of parts) {
    searches.count();
    const question = { learner: cohort.learner, registerPart, first, constraints, criteria: ['MONTHS' as const] };
    const { found, complete } = ask(catalogue, question, { enough: 1 }).searched;
    const [route] = found;
    if (route) return { told: 'YES', by: route.plan.legs.map(({ delivery }) => delivery.id) };
    open ||= !complete;
  }
  return { told: open ? 'OPEN' : 'NO', by: [] };
}

/** The catalogue as a cohort's routes may use it: what is within its reach, and the support that is given in its region. */
function reachedBy(rows: Rows, terms: Terms, cohort: Cohort): Catalogue {
  const given = rows.support.filter(({ regions }) => !regions || regions.includes(cohort.region));
  const catalogue = new Catalogue({ ...rows, support: given });
  const beyond = [...catalogue.deliveries.values()].filter(
    (delivery) => !isWithinReach(catalogue, delivery, cohort, terms),
  );
  return new Overlay(catalogue, { deliveries: new Map(beyond.map(({ id }) => [id, null])) });
}
