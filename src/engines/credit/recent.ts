import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';

/**
 * What was worked out of a catalogue for those who start in a month, and does not hang on the learner, kept to be used
 * again: at most `most` things of each catalogue; past it the months asked longest ago give way. It is forgotten with the
 * catalogue.
 */
export class Recent<Key, Value> {
  readonly #of = new WeakMap<Catalogue, Map<Month, Map<Key, Value>>>();

  constructor(readonly most: number) {}

  /** What is kept under a key; else what is worked out now, which is kept from here on. */
  get(catalogue: Catalogue, start: Month, key: Key, workOut: () => Value): Value {
    const months = this.#of.get(catalogue) ?? this.#begun(catalogue);
    const kept = months.get(start) ?? new Map<Key, Value>();
    const found = kept.get(key);
    if (found !== undefined) return found;
    const value = workOut();
    this.#makeRoom(months);
    kept.set(key, value);
    months.set(start, kept);
    return value;
  }

  #begun(catalogue: Catalogue): Map<Month, Map<Key, Value>> {
    const months = new Map<Month, Map<Key, Value>>();
    this.#of.set(catalogue, months);
    return months;
  }

  /** The month that came up first gives way, one thing at a time. */
  #makeRoom(months: Map<Month, Map<Key, Value>>): void {
    let count = 0;
    for (const { size } of months.values()) count += size;
    if (count < this.most) return;
    for (const [month, kept] of months) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        if (kept.size === 0) months.delete(month);
        return;
      }
    }
  }
}
