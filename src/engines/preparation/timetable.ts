import type { Id } from '../../domain/fact.js';
import type { Prerequisite } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';
import type { Studied } from './held.js';
import type { Offered, Slot } from './on-offer.js';
import type { Terms } from './terms.js';

/** Starts that are tried at the most. */
const MOST_TRIED = 20_000;

/** A module that may not run beside some other, or takes of the days that are asked to be few. */
interface Bound {
  readonly offered: Offered;
  readonly by: Month;
}

/**
 * When some modules can be studied so that each is held by its month. Those that run beside anything are studied as early
 * as what they ask first is held. The others start one after the other; a start is tried only where none of those left
 * could be over before it, since moving that one forward would do no harm. With `inOrder` false nothing is asked first.
 */
export class Timetable {
  readonly #bound: readonly Bound[];
  readonly #free: ReadonlyMap<Id, Bound>;
  readonly #placed = new Map<Id, Slot>();
  /** What may run beside anything, where the rest is placed as it is. */
  readonly #beside = new Map<Id, Slot>();
  readonly #failed = new Set<string>();
  readonly #most: number;
  #tried = 0;

  constructor(
    readonly terms: Terms,
    readonly chosen: readonly Offered[],
    wanted: ReadonlyMap<Id, Month>,
    readonly inOrder: boolean,
  ) {
    const { releaseDays } = terms.question.constraints ?? {};
    this.#most = releaseDays ?? Number.POSITIVE_INFINITY;
    const all = chosen.map((offered): Bound => ({ offered, by: wanted.get(offered.module.id) ?? terms.last }));
    const isFree = ({ offered: { slots } }: Bound): boolean =>
      releaseDays === undefined && slots.every(({ delivery }) => delivery.concurrent);
    this.#free = new Map(all.filter(isFree).map((one) => [one.offered.module.id, one]));
    this.#bound = all.filter((one) => !isFree(one)).sort((a, b) => a.by - b.by);
  }

  /** The first timetable found; NONE is proven, OPEN: the steps ran out. */
  find(): readonly Studied[] | 'NONE' | 'OPEN' {
    const found = this.#place(new Set(this.#bound), Number.NEGATIVE_INFINITY);
    if (!found) return this.#tried > MOST_TRIED ? 'OPEN' : 'NONE';
    return found;
  }

  #place(left: ReadonlySet<Bound>, cursor: Month): Studied[] | null {
    this.#placeBeside();
    if (left.size === 0) return this.#complete();
    const key = this.#key(left, cursor);
    if (this.#failed.has(key)) return null;
    const options = [...left].flatMap((one) => this.#slots(one, cursor).map((slot) => ({ one, slot })));
    const over = Math.min(...options.map(({ slot }) => slot.after));
    const next = options
      .filter(({ slot }) => slot.start < over)
      .sort((a, b) => a.slot.start - b.slot.start || a.one.by - b.one.by);
    for (const { one, slot } of next) {
      if (++this.#tried > MOST_TRIED) return null;
      const { id } = one.offered.module;
      this.#placed.set(id, slot);
      const rest = new Set(left);
      rest.delete(one);
      const found = [...rest].every((other) => this.#canStill(other, slot.start))
        ? this.#place(rest, slot.start)
        : null;
      if (found) return found;
      this.#placed.delete(id);
    }
    this.#failed.add(key);
    return null;
  }

  /** What of the past matters to those left: which they are, what still runs, and from when what was studied is held. */
  #key(left: ReadonlySet<Bound>, cursor: Month): string {
    const running = [...this.#placed.values()].filter(({ after }) => after > cursor);
    const state = running.map(
      ({ after, delivery }) => `${after}${delivery.concurrent ? 'c' : ''}${delivery.releaseDays}`,
    );
    const late = [...this.#placed].filter(([, { after }]) => after > cursor).map(([id, { after }]) => `${id}${after}`);
    const beside = [...this.#free.keys()].map((id) =>
      Math.max(cursor, this.#beside.get(id)?.after ?? Number.POSITIVE_INFINITY),
    );
    const others = [...left].map(({ offered }) => offered.module.id);
    return [cursor, ...state.sort(), ...late.sort(), ...beside, ...others].join(' ');
  }

  #canStill({ offered, by }: Bound, cursor: Month): boolean {
    return offered.slots.some(({ start, after }) => start >= cursor && after <= by);
  }

  #slots({ offered, by }: Bound, cursor: Month): Slot[] {
    const ready = this.#ready(offered);
    return offered.slots.filter(
      (slot) => slot.start >= Math.max(cursor, ready) && slot.after <= by && this.#fits(slot),
    );
  }

  #fits(slot: Slot): boolean {
    let days = slot.delivery.releaseDays;
    for (const other of this.#placed.values()) {
      if (other.after <= slot.start) continue;
      if (!slot.delivery.concurrent && !other.delivery.concurrent) return false;
      days += other.delivery.releaseDays;
    }
    return days <= this.#most;
  }

  /** The first month in which a module may start, as far as what it asks first is placed. */
  #ready({ module }: Offered): Month {
    return this.inOrder ? this.#metFrom(module.prerequisites) : Number.NEGATIVE_INFINITY;
  }

  #metFrom(needed: Prerequisite | undefined): Month {
    if (needed === undefined) return Number.NEGATIVE_INFINITY;
    if (typeof needed === 'string') return this.#heldFrom(needed);
    if ('all' in needed) return Math.max(Number.NEGATIVE_INFINITY, ...needed.all.map((one) => this.#metFrom(one)));
    return Math.min(Number.POSITIVE_INFINITY, ...needed.any.map((one) => this.#metFrom(one)));
  }

  #heldFrom(id: Id): Month {
    if (this.terms.holdings.sources.has(id)) return Number.NEGATIVE_INFINITY;
    return (this.#placed.get(id) ?? this.#beside.get(id))?.after ?? Number.POSITIVE_INFINITY;
  }

  /** Places what may run beside anything, each as early as what it asks first is held: again and again, until nothing changes. */
  #placeBeside(): void {
    this.#beside.clear();
    for (let changed = this.#free.size > 0; changed; ) {
      changed = false;
      for (const [id, { offered, by }] of this.#free) {
        const ready = this.#ready(offered);
        const slot = offered.slots.find(({ start, after }) => start >= ready && after <= by);
        if (!slot || slot.after >= (this.#beside.get(id)?.after ?? Number.POSITIVE_INFINITY)) continue;
        this.#beside.set(id, slot);
        changed = true;
      }
    }
  }

  /** All placed, those that run beside anything among them; null where one of these comes too late. */
  #complete(): Studied[] | null {
    if (this.#beside.size < this.#free.size) return null;
    return [...this.#placed, ...this.#beside].map(([module, slot]): Studied => ({ module, slot }));
  }
}
