import { kilometresBetween, type Place } from '../domain/place.js';
import type { Delivery } from '../domain/provision.js';
import type { Catalogue } from './catalogue.js';

/** Where no coordinates are known, and where none are needed. */
const NOWHERE = -1;
const EVERYWHERE = -2;

const KILOMETRES_A_DEGREE = 111;

/** The deliveries of a catalogue's programmes: the programme of each by its place in the catalogue's list, and the point where it is given. */
export class Offers {
  readonly deliveries: readonly Delivery[];
  readonly placeOf: Int32Array;
  readonly #pointOf: Int32Array;
  readonly #points: readonly Place[];

  constructor({ rows, deliveriesOf, institutions }: Catalogue) {
    const offers = rows.programmes.flatMap((programme, place) =>
      (deliveriesOf.get(programme.id) ?? []).map((delivery) => ({ delivery, place, programme })),
    );
    const numbers = new Map<string, number>();
    const points: Place[] = [];
    this.deliveries = offers.map(({ delivery }) => delivery);
    this.placeOf = Int32Array.from(offers, ({ place }) => place);
    this.#pointOf = Int32Array.from(offers, ({ delivery, programme }) => {
      if (delivery.distance) return EVERYWHERE;
      const { latitude, longitude } = delivery.place ?? institutions.get(programme.institution)?.place ?? {};
      if (latitude === undefined || longitude === undefined) return NOWHERE;
      const key = `${latitude},${longitude}`;
      if (!numbers.has(key)) numbers.set(key, points.push({ latitude, longitude }) - 1);
      return numbers.get(key)!;
    });
    this.#points = points;
  }

  /** Tells of a delivery, by its number, whether it is given within so many kilometres of home; distance learning is always near. */
  within(kilometres: number, home: Place | undefined): (delivery: number) => boolean {
    const near = this.#points.map((point) => {
      // Along the ground it is at least as far as from one parallel to the other.
      const apart = Math.abs((home?.latitude ?? 0) - point.latitude!) * KILOMETRES_A_DEGREE;
      return apart <= kilometres && (kilometresBetween(home, point) ?? Number.POSITIVE_INFINITY) <= kilometres;
    });
    return (delivery) => this.#pointOf[delivery] === EVERYWHERE || (near[this.#pointOf[delivery]!] ?? false);
  }
}
