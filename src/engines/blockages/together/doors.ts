import type { Cohort } from '../../../domain/funding.js';
import type { Delivery } from '../../../domain/provision.js';
import type { Month } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { type Asked, isNominated, isWithinReach, placeOf } from '../judging/door.js';
import type { Terms } from '../terms.js';
import { type Alike, alike, thoseOf } from './alike.js';
import type { ProfileSet } from './profile-set.js';

/** Which profiles a delivery is within reach of, and whose employers nominate for it; asked once for those alike. */
export class DoorsTogether {
  readonly #homes: Alike<Asked>[];
  readonly #employers: Alike<Asked>[];
  readonly #reach = new Map<string, ProfileSet>();
  readonly #nominated = new Map<string, ProfileSet>();

  constructor(
    readonly catalogue: Catalogue,
    readonly terms: Terms,
    readonly cohorts: readonly Cohort[],
  ) {
    this.#homes = alike(cohorts, ({ region, learner: { home } }) => [
      { region, learner: home && terms.kilometres !== undefined ? { home } : {} },
    ]);
    this.#employers = alike(cohorts, ({ region, learner: { employment } }) => [
      { region, learner: { employment: { nominated: employment?.nominated ?? false } } },
    ]);
  }

  withinReach(delivery: Delivery): ProfileSet {
    const key = delivery.distance ? 'at distance' : (JSON.stringify(placeOf(this.catalogue, delivery)) ?? '');
    return remembered(this.#reach, key, () =>
      thoseOf(this.#homes, this.cohorts.length, (asked) => isWithinReach(this.catalogue, delivery, asked, this.terms)),
    );
  }

  nominated(delivery: Delivery, start: Month): ProfileSet {
    return remembered(this.#nominated, `${start} ${JSON.stringify(delivery.support)}`, () =>
      thoseOf(this.#employers, this.cohorts.length, (asked) =>
        isNominated(this.catalogue, delivery, asked, this.terms, start),
      ),
    );
  }
}

function remembered(known: Map<string, ProfileSet>, key: string, work: () => ProfileSet): ProfileSet {
  const found = known.get(key) ?? work();
  known.set(key, found);
  return found;
}
