import type { Id } from '../../domain/fact.js';
import type { Learner } from '../../domain/learner.js';
import { kilometresBetween } from '../../domain/place.js';
import type { PreparationConstraints } from '../../domain/preparation.js';
import type { Delivery, Module } from '../../domain/provision.js';
import { calendarMonth, type Month, validIn } from '../../domain/time.js';
import { type Catalogue, SINGLE } from '../../graph/catalogue.js';

/** A start of an offer: its months, up to the first in which the module is held. */
export interface Slot {
  readonly delivery: Delivery;
  readonly start: Month;
  readonly after: Month;
}

/** A module on offer at one fee; a module that is offered at several fees is there once for each. */
export interface Offered {
  readonly module: Module;
  readonly pence: number;
  /** In order of the month from which it is held, then of start and offer. */
  readonly slots: readonly Slot[];
}

/** The modules that a learner can manage to study by themselves from one month on so that they end before another. */
export class OnOffer {
  readonly #known = new Map<Id, readonly Offered[]>();
  readonly #earliest = new Map<Id, Month>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly learner: Learner,
    private readonly constraints: PreparationConstraints,
    readonly first: Month,
    readonly last: Month,
  ) {}

  /** A module's offers, by rising fee; none where it is not on offer. */
  of(id: Id): readonly Offered[] {
    const known = this.#known.get(id);
    if (known) return known;
    const found = this.#find(id);
    this.#known.set(id, found);
    return found;
  }

  /** The first month in which a module can be held; never where it is not on offer. */
  earliest(id: Id): Month {
    const known = this.#earliest.get(id);
    if (known !== undefined) return known;
    const found = Math.min(Number.POSITIVE_INFINITY, ...this.of(id).map(({ slots }) => slots[0]!.after));
    this.#earliest.set(id, found);
    return found;
  }

  #find(id: Id): Offered[] {
    const module = this.catalogue.modules.get(id);
    if (!module || this.catalogue.programmes.get(id)?.award !== SINGLE) return [];
    const byFee = new Map<number, Slot[]>();
    for (const delivery of this.catalogue.deliveriesOf.get(id) ?? []) {
      if (!this.#isManageable(module, delivery)) continue;
      const pence = Math.round((delivery.fee.perStage?.[0] ?? 0) * 100);
      const slots = this.#slots(module, delivery);
      if (slots.length > 0) byFee.set(pence, [...(byFee.get(pence) ?? []), ...slots]);
    }
    return [...byFee].sort(([a], [b]) => a - b).map(([pence, slots]) => ({ module, pence, slots: slots.sort(bySlot) }));
  }

  #slots(module: Module, delivery: Delivery): Slot[] {
    const [months = 0] = delivery.months;
    const [point] = delivery.entryPoints;
    const slots: Slot[] = [];
    for (let start = this.first; start + months <= this.last; start++)
      if (point?.months.includes(calendarMonth(start)) && validIn(module, start) && validIn(delivery, start))
        slots.push({ delivery, start, after: start + months });
    return slots;
  }

  #isManageable({ institution }: Module, delivery: Delivery): boolean {
    const { institutions, regions, kilometres, releaseDays, modes, distance } = this.constraints;
    const place = delivery.place ?? this.catalogue.institutions.get(institution)?.place;
    const away = delivery.distance === true;
    return (
      (!institutions || institutions.includes(institution)) &&
      (distance === undefined || distance === away) &&
      (!modes || modes.some(({ pace, employment }) => pace === delivery.pace && employment === delivery.employment)) &&
      (releaseDays === undefined || delivery.releaseDays <= releaseDays) &&
      (!regions || away || (place?.region !== undefined && regions.includes(place.region))) &&
      (kilometres === undefined ||
        away ||
        (kilometresBetween(this.learner.home, place) ?? Number.POSITIVE_INFINITY) <= kilometres)
    );
  }
}

const bySlot = (a: Slot, b: Slot): number =>
  a.after - b.after || a.start - b.start || (a.delivery.id < b.delivery.id ? -1 : 1);
