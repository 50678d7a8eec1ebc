import type { Catalogue } from '../../graph/catalogue.js';

/**
 * What was worked out of a catalogue and does not hang on the learner, kept to be used again: at most `most` things of each
 * catalogue, of which the oldest give way. It is forgotten with the catalogue.
 */
export class Recent<Value> {
  readonly #of = new WeakMap<Catalogue, Map<string, Value>>();

  constructor(readonly most: number) {}

  /** What is kept under a key, if it still serves; else what is worked out now, which is kept from here on. */
  get(catalogue: Catalogue, key: string, workOut: () => Value, serves: (kept: Value) => boolean = () => true): Value {
    const kept = this.#of.get(catalogue) ?? new Map<string, Value>();
    this.#of.set(catalogue, kept);
    const found = kept.get(key);
    if (found !== undefined && serves(found)) return found;
    const value = workOut();
    if (kept.size >= this.most) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
    kept.set(key, value);
    return value;
  }
}
