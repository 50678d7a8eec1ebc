/** Whether a choice of things is enough; `OPEN`: it could not be told. */
export type Enough = 'YES' | 'NO' | 'OPEN';

export interface MinimalSets {
  /** Each in rising order of things. */
  readonly sets: readonly (readonly number[])[];
  /** True: there may be others of the size asked. */
  readonly cut: boolean;
}

/**
 * Every inclusion-minimal set of at most `most` of `count` things that is enough, where adding to what is enough leaves it
 * enough. A hitting-set tree (Reiter 1987): any other minimal set leaves out something of each set known, so every way of
 * leaving out one of each is tried, until what is left is not enough. A set that must hold too many things ends its branch.
 * `tests` bounds how often `isEnough` is asked; `fewest`, if given, is a lower bound on how many of some things must be
 * held for enough.
 */
export function minimalSets(
  count: number,
  isEnough: (things: readonly number[]) => Enough,
  { most, tests, fewest = () => 0 }: Bounds,
): MinimalSets {
  return new Tree(count, isEnough, most, tests, fewest).run();
}

interface Bounds {
  readonly most: number;
  readonly tests: number;
  readonly fewest?: (things: readonly number[]) => number;
}

class Tree {
  readonly #asked = new Map<string, boolean>();
  readonly #known: (readonly number[])[] = [];
  /** What cannot be left out together. */
  readonly #dead: ReadonlySet<number>[] = [];
  readonly #seen = new Set<string>();
  #cut = false;

  constructor(
    readonly count: number,
    readonly isEnough: (things: readonly number[]) => Enough,
    readonly most: number,
    private left: number,
    readonly fewest: (things: readonly number[]) => number,
  ) {}

  run(): MinimalSets {
    if (this.#test([])) return { sets: [[]], cut: this.#cut };
    if (this.most > 0) this.#without(new Set());
    return { sets: this.#known.filter(({ length }) => length <= this.most), cut: this.#cut };
  }

  /** All minimal sets that hold none of these. */
  #without(out: ReadonlySet<number>): void {
    const key = [...out].sort((a, b) => a - b).join(',');
    if (this.#seen.has(key) || this.#dead.some((dead) => within(dead, out))) return;
    this.#seen.add(key);
    const rest = Array.from({ length: this.count }, (_, thing) => thing).filter((thing) => !out.has(thing));
    let known = this.#known.find((set) => set.every((thing) => !out.has(thing)));
    if (!known) {
      if (this.left <= 0) {
        this.#cut = true;
        return;
      }
      if (this.fewest(rest) > this.most || !this.#test(rest)) {
        this.#dead.push(out);
        return;
      }
      known = this.#shrunk([], [], rest).sort((a, b) => a - b);
      this.#known.push(known);
    }
    for (const thing of this.#branches(known, rest)) this.#without(new Set([...out, thing]));
  }

  /** What may be left out next; nothing where every set among the rest must hold more than are asked. */
  #branches(known: readonly number[], rest: readonly number[]): readonly number[] {
    if (known.length <= this.most) return known;
    const spare = known.filter((thing) => this.#test(rest.filter((other) => other !== thing)));
    return known.length - spare.length > this.most ? [] : spare;
  }

  /** A minimal set among the candidates, beside the ground taken, that prefers those first in order (Junker 2004). */
  #shrunk(ground: readonly number[], added: readonly number[], candidates: readonly number[]): number[] {
    if (added.length > 0 && this.#test(ground)) return [];
    if (candidates.length === 1) return [...candidates];
    const half = candidates.length >> 1;
    const [first, second] = [candidates.slice(0, half), candidates.slice(half)];
    const late = this.#shrunk([...ground, ...first], first, second);
    const early = this.#shrunk([...ground, ...late], late, first);
    return [...early, ...late];
  }

  #test(things: readonly number[]): boolean {
    const sorted = [...things].sort((a, b) => a - b);
    const key = sorted.join(',');
    const known = this.#asked.get(key);
    if (known !== undefined) return known;
    this.left--;
    const enough = this.isEnough(sorted);
    if (enough === 'OPEN') this.#cut = true;
    this.#asked.set(key, enough === 'YES');
    return enough === 'YES';
  }
}

const within = (some: ReadonlySet<number>, all: ReadonlySet<number>): boolean =>
  [...some].every((thing) => all.has(thing));
