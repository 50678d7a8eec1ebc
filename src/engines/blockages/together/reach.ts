import type { Id } from '../../../domain/fact.js';
import type { Delivery } from '../../../domain/provision.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { openEntries } from '../../credit/entries.js';
import type { Start } from '../judging/admitted.js';
import type { Profile } from '../population.js';
import type { Terms } from '../terms.js';
import { DoorsTogether } from './doors.js';
import { EntryTogether } from './entry.js';
import { add, addBoth, both, isEmpty, type ProfileSet, setOf, without } from './profile-set.js';

/** Who comes how far at one delivery; sets of profiles by their place in the list asked. */
export interface DeliveryReach {
  readonly delivery: Delivery;
  /** Those who have it in mind, by a way of study allowed and within reach, where it opens in the window at all. */
  readonly inReach: ProfileSet;
  /** Those of them with a start at which entry is met. */
  readonly met: ProfileSet;
  /** Those of them with a start at which entry is met or undecided. */
  readonly letIn: ProfileSet;
}

/**
 * Who is let in where, for all profiles at once: every delivery of a programme that helps to reach what some profile has
 * in mind, in order of programmes and then deliveries. Says what judging each profile by itself says of reach and entry;
 * credit is not asked. Throws a RangeError for what a profile holds, and a rule looks at, that the catalogue does not hold.
 */
export function reachTogether(catalogue: Catalogue, terms: Terms, profiles: readonly Profile[]): DeliveryReach[] {
  const asked = profiles.map((profile) => profile.asked);
  const doors = new DoorsTogether(catalogue, terms, asked);
  const entry = new EntryTogether(catalogue, terms, asked);
  const nobody = (): ProfileSet => setOf(asked.length, []);
  return inMind(catalogue, profiles).flatMap(([programme, people]) =>
    (catalogue.deliveriesOf.get(programme) ?? []).filter(terms.allows).map((delivery): DeliveryReach => {
      const starts = startsOf(terms, delivery);
      const inReach = starts.length > 0 ? both(people, doors.withinReach(delivery)) : nobody();
      const found = { met: nobody(), letIn: nobody() };
      for (const at of starts) {
        const nominated = doors.nominated(delivery, at.start);
        const judge = (those: ProfileSet, nominates: boolean): void => {
          if (isEmpty(those)) return;
          const { met, open } = entry.verdictsAt(at, nominates);
          addBoth(found.met, those, met);
          addBoth(found.letIn, those, open);
        };
        judge(both(inReach, nominated), true);
        if (!delivery.nomination) judge(without(inReach, nominated), false);
      }
      return { delivery, inReach, ...found };
    }),
  );
}

/** The starts at which a delivery can be joined in the window. */
const startsOf = (terms: Terms, delivery: Delivery): Start[] =>
  terms.starts.flatMap((start) =>
    [...new Set(openEntries({ delivery, start }).map(({ stage }) => stage))].map((stage) => ({
      delivery,
      start,
      stage,
    })),
  );

/** The programmes that help to reach what profiles have in mind, in order of ids, each with whose mind it is. */
function inMind({ rows, partsOf }: Catalogue, profiles: readonly Profile[]): [Id, ProfileSet][] {
  const places = new Map<Id, number[]>();
  profiles.forEach(({ parts }, place) => {
    for (const part of parts)
      places
        .set(part, places.get(part) ?? [])
        .get(part)!
        .push(place);
  });
  const people = new Map([...places].map(([part, own]) => [part, setOf(profiles.length, own)]));
  return rows.programmes
    .map(({ id }): [Id, ProfileSet] => {
      const those = setOf(profiles.length, []);
      for (const part of partsOf.get(id) ?? []) add(those, people.get(part) ?? setOf(profiles.length, []));
      return [id, those];
    })
    .filter(([, those]) => !isEmpty(those))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
