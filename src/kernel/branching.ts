import type { Fixings } from './fixings.js';

/** What is nearer to 0 or 1 counts as whole. */
const WHOLE = 1e-6;

const isWhole = (value: number): boolean => value < WHOLE || value > 1 - WHOLE;

export function allWhole(values: Float64Array): boolean {
  for (let j = 0; j < values.length; j++) if (!isWhole(values[j]!)) return false;
  return true;
}

export function rounded(values: Float64Array): Uint8Array {
  const whole = new Uint8Array(values.length);
  for (let j = 0; j < values.length; j++) if (values[j]! > 0.5) whole[j] = 1;
  return whole;
}

/**
 * Which variable to branch on: the one whose two cases have cost the bound the most so far, both together, for each
 * unit moved (pseudo-costs: Benichou et al. 1971).
 */
export class Branching {
  /** Cost for each unit of fixing variable j at v, at place 2j + v: sum, and number of times. */
  readonly #cost: Float64Array;
  readonly #times: Float64Array;
  #sum = 0;
  #all = 0;

  /** `turns`: variables of a greater turn come before all those of a lesser one. */
  constructor(readonly turns: Uint8Array) {
    this.#cost = new Float64Array(2 * turns.length);
    this.#times = new Float64Array(2 * turns.length);
  }

  /** Notes by how much a bound fell when a variable of that value was fixed. */
  learn(variable: number, fixed: number, value: number, fall: number): void {
    const moved = Math.abs(fixed - value);
    if (moved < WHOLE) return;
    const cost = fall / moved;
    this.#cost[2 * variable + fixed]! += cost;
    this.#times[2 * variable + fixed]!++;
    this.#sum += cost;
    this.#all++;
  }

  /** The free variable to branch on next: fractions first, then by turn, then by cost; -1 if none is free. */
  next(values: Float64Array, fixings: Fixings): number {
    const mean = this.#all ? this.#sum / this.#all : 1;
    let found = -1;
    let rank = -1;
    let most = -1;
    for (let j = 0; j < values.length; j++) {
      if (!fixings.isFree(j)) continue;
      const own = (isWhole(values[j]!) ? 0 : 4) + this.turns[j]!;
      if (own < rank) continue;
      const down = Math.max(values[j]! * this.#costOf(2 * j, mean), TINY * mean);
      const up = Math.max((1 - values[j]!) * this.#costOf(2 * j + 1, mean), TINY * mean);
      const score = down * up + TINY * TINY * values[j]!;
      if (own > rank || score > most) [found, rank, most] = [j, own, score];
    }
    return found;
  }

  #costOf(place: number, mean: number): number {
    return this.#times[place] ? this.#cost[place]! / this.#times[place]! : mean;
  }
}

const TINY = 1e-6;
