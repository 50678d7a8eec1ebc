import type { Claim } from '../../../domain/claim.js';
import { broken, doneWith } from '../../kept.js';
import { stagesReached } from '../../reached.js';
import { compareTies } from '../../ties.js';
import type { World, Worlds } from '../../world.js';
import type { Credit } from '../leg.js';

/** Sets of claims that are tried for one place at the most. */
const MOST_SETS = 4_000;

/** There are too many sets of claims to try them all. */
export class TooManySets extends Error {}

/**
 * The credit on which a stage is joined, found by trying every set of claims that can go together (spec 5.1); null where
 * none makes the stages before it whole. Throws TooManySets.
 */
export function bestTried(worlds: Worlds): Credit | null {
  const stands = worlds.of('STANDS');
  const best = bestOf(stands);
  if (best) return { world: stands, used: best.used, lapsed: false };
  // Progress stays as long as anything fits the spans with it, wherever that leads.
  if (bestOf(worlds.refuted('STANDS'))) return null;
  for (const state of ['LAPSES', 'NOTHING_FITS'] as const) {
    const world = worlds.of(state);
    const found = bestOf(world);
    if (found) return { world, used: found.used, lapsed: true };
  }
  return null;
}

interface Tried {
  readonly used: Claim[];
  readonly credits: number;
  readonly entryStage: number;
}

function bestOf(world: World): Tried | null {
  const { joined, setting, standing } = world;
  const claims = [...standing.values()].sort((a, b) => b.credits - a.credits);
  const after = claims.map((_, index) => claims.slice(index).reduce((sum, { credits }) => sum + credits, 0));
  const stage = joined && !joined.spansAlone ? joined.stage : 1;
  let best: Tried | null = null;
  let tried = 0;
  const judge = (used: readonly Claim[], credits: number): void => {
    tried += 1;
    if (tried > MOST_SETS) throw new TooManySets();
    const reached = stagesReached(setting, doneWith(world, used));
    if (stage > 1 && !reached.includes(stage)) return;
    if (broken(world, used, joined?.stage ?? 1).length > 0) return;
    const one = {
      used: [...used].sort((a, b) => (a.id < b.id ? -1 : 1)),
      credits,
      entryStage: Math.max(1, ...reached),
    };
    if (!best || isBetter(one, best)) best = one;
  };
  const go = (index: number, used: readonly Claim[], credits: number): void => {
    if (best && credits + (after[index] ?? 0) < best.credits) return;
    const claim = claims[index];
    if (!claim) {
      judge(used, credits);
      return;
    }
    if (used.every((other) => goTogether(claim, other, setting.reusable)))
      go(index + 1, [...used, claim], credits + claim.credits);
    go(index + 1, used, credits);
  };
  go(0, [], 0);
  return best;
}

const isBetter = (a: Tried, b: Tried): boolean =>
  (b.credits - a.credits || b.entryStage - a.entryStage || compareTies(a.used, b.used)) < 0;

const goTogether = (a: Claim, b: Claim, reusable: boolean): boolean =>
  !a.targets.some((target) => b.targets.includes(target)) &&
  (reusable || !a.sources.some(({ id }) => b.sources.some((other) => other.id === id)));
