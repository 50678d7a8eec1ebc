import type { Objective } from '../domain/questions.js';
import { reachings } from './rows/stages.js';
import type { World } from './world.js';

/** Credits and an entry stage: what the first two parts of an objective compare. */
export interface Reach {
  credits: number;
  entryStage: number;
}

/** Below 0 where `a` is better than `b` by the first two parts of the objective. */
export const compareReach = (a: Reach, b: Reach, objective: Objective): number =>
  objective === 'CREDITS'
    ? b.credits - a.credits || b.entryStage - a.entryStage
    : b.entryStage - a.entryStage || b.credits - a.credits;

/**
 * What claims and a stage are worth as one whole number, so that the first part of the objective outweighs any second
 * part: see the proof of a delivery in the domain.
 */
export class Worth {
  /** What each variable is worth; those not listed are worth nothing. */
  readonly of = new Map<string, number>();
  /** The stages that could be reached. */
  readonly #stages: readonly number[];
  readonly #credit: number;
  readonly #stage: number;
  /** All sums of claims are multiples of this, and none is above `most`; both in half credits. */
  readonly #granule: number;
  readonly #most: number;

  constructor(world: World, objective: Objective) {
    const { stages, stageOf, catalogue } = world.setting;
    this.#most = [...stageOf.keys()].reduce((sum, id) => sum + 2 * (catalogue.modules.get(id)?.credits ?? 0), 0);
    this.#credit = objective === 'CREDITS' ? stages.length : 1;
    this.#stage = objective === 'CREDITS' ? 1 : 1 + this.#most;
    const ways = reachings(world);
    let granule = 0;
    for (const { id, credits } of world.standing.values()) {
      granule = greatestCommonDivisor(granule, 2 * credits);
      this.of.set(id, 2 * credits * this.#credit);
    }
    for (const { flag, stage } of ways) this.of.set(flag, (stage - 1) * this.#stage);
    this.#granule = granule;
    this.#stages = [...new Set([1, ...ways.map(({ stage }) => stage)])];
  }

  /** The best credits and stage worth no more than this; none where nothing is. */
  under(bound: number): Reach | null {
    let best: Reach | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const entryStage of this.#stages) {
      const left = bound - (entryStage - 1) * this.#stage;
      if (left < 0) continue;
      const halves = Math.min(this.#most, Math.floor(left / this.#credit));
      const given = this.#granule === 0 ? 0 : halves - (halves % this.#granule);
      const worth = given * this.#credit + (entryStage - 1) * this.#stage;
      if (worth <= most) continue;
      best = { credits: given / 2, entryStage };
      most = worth;
    }
    return best;
  }
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
