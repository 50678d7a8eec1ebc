import type { Id } from '../../domain/fact.js';
import type { Fewest } from '../../domain/preparation.js';
import type { Month } from '../../domain/time.js';
import type { Steps } from '../../kernel/best-binary.js';
import { bestInOrder } from '../../kernel/best-in-order.js';
import type { Term } from '../../kernel/binary-model.js';
import { weigh } from '../../kernel/lexicographic.js';
import type { Tree } from '../../kernel/proof.js';
import type { Studied } from './held.js';
import { type PreparationModel, preparationModel } from './model.js';
import type { Offered } from './on-offer.js';
import { type Claimed, reaches } from './reaches.js';
import { relevantModules } from './relevant.js';
import { schedule } from './schedule.js';
import type { Terms } from './terms.js';
import { type Way, waysOf } from './ways.js';

/** Pivots and nodes that one question may take. */
const STEPS = 400_000;
/** Sets that are shut out one after the other at the most, since no schedule does for them. */
const MOST_CUTS = 200;

/** The modules to study, with their months, or why there are none. */
export interface Optimum {
  readonly proof: 'OPTIMAL' | 'NONE' | 'BOUNDED';
  readonly chosen: readonly Offered[];
  readonly studied: readonly Studied[];
  /** What each target rests on, by its way. */
  readonly claimed: readonly Claimed[];
  /** No less is possible of what is asked to be fewest, in modules, half credits or pence. */
  readonly bound: number;
  /** Sets that were shut out, since no schedule does for them. */
  readonly cuts: number;
  readonly model: PreparationModel;
  readonly tree: Tree;
  readonly ways: readonly Way[];
}

/** What is counted of a module studied: modules, half credits, pence, in the order asked. */
const MEASURES: Record<Fewest, (offered: Offered) => number> = {
  MODULES: () => 1,
  CREDITS: ({ module }) => 2 * module.credits,
  FEES: ({ pence }) => pence,
};

/** The measures in the order in which they count: the one asked, then modules, credits and fees. */
export const measuresFor = (fewest: Fewest) =>
  [fewest, ...(['MODULES', 'CREDITS', 'FEES'] as const).filter((one) => one !== fewest)].map((one) => MEASURES[one]);

/**
 * The fewest modules (credits, fees) that lead to every target, in one search, with a schedule that does (spec 5.4).
 * `must` names modules that are studied whatever else is.
 */
export function optimum(terms: Terms, must: readonly Id[] = []): Optimum {
  const relevant = relevantModules(terms, must);
  const ways = terms.asked.flatMap((_, at) => waysOf(terms, at, relevant));
  const model = preparationModel(terms, relevant, ways);
  for (const id of must) model.model.atLeast(`must ${id}`, studies(model, id), 1);
  const steps: Steps = { left: STEPS };
  const isCut = ways.some(({ cut }) => cut.length > 0);
  for (let cuts = 0; ; cuts++) {
    const best = bestOf(model, terms.question.fewest ?? 'MODULES', steps);
    const common = { bound: -best.bound, cuts, model, tree: best.tree, ways };
    const none = { chosen: [], studied: [], claimed: [], ...common };
    if (!best.values) {
      const proven = best.bound === Number.NEGATIVE_INFINITY && !isCut;
      return { proof: proven ? 'NONE' : 'BOUNDED', ...none };
    }
    const { values } = best;
    const chosen = model.study.filter(([, variable]) => values[variable]).map(([offered]) => offered);
    const claimed = claimedIn(model, values);
    const found = schedule(terms, chosen, wantedBy(claimed), (studied) => reachesAll(terms, studied, claimed));
    if (found === 'OPEN' || cuts === MOST_CUTS) return { proof: 'BOUNDED', ...none };
    if (found !== 'NONE' && found !== 'TOO_MANY')
      return { proof: best.decided && !isCut ? 'OPTIMAL' : 'BOUNDED', chosen, studied: found, claimed, ...common };
    shutOut(model, values, cuts, found === 'TOO_MANY');
  }
}

function bestOf({ model, study }: PreparationModel, fewest: Fewest, steps: Steps) {
  const gains = measuresFor(fewest).map((measure) => {
    const own = new Float64Array(model.variables);
    for (const [offered, variable] of study) own[variable] = -measure(offered);
    return own;
  });
  const [first, ...following] = gains;
  const least = first!.reduce((sum, gain) => sum + gain, 0);
  const listed = study.map(([, variable]) => variable);
  return bestInOrder(model, weigh(model.variables, [{ gains: first!, least, most: 0 }]), following, listed, steps);
}

/** Terms that add up to 1 where a module is studied. */
export const studies = ({ study }: PreparationModel, id: Id): Term[] =>
  study.flatMap(([{ module }, variable]): Term[] => (module.id === id ? [[variable, 1]] : []));

/** What is claimed at each target by the ways that are taken; what several claims could credit is claimed once. */
export const claimedIn = ({ joined }: PreparationModel, values: Uint8Array): Claimed[] =>
  joined
    .filter(({ taken }) => taken === undefined || values[taken])
    .map(({ way, claims }) => {
      const done = new Set<Id>();
      const used = claims.flatMap(([usable, variables]) => {
        const { targets } = usable.claim;
        if (!variables.some((variable) => values[variable]) || targets.some((target) => done.has(target))) return [];
        for (const target of targets) done.add(target);
        return [usable];
      });
      return { way, used };
    });

/** The month by which each module is used first: the earliest intake of a target whose claims need it. */
export function wantedBy(claimed: readonly Claimed[]): Map<Id, Month> {
  const by = new Map<Id, Month>();
  for (const { way, used } of claimed)
    for (const { needs } of used)
      for (const id of needs) by.set(id, Math.min(way.setting.start, by.get(id) ?? Number.POSITIVE_INFINITY));
  return by;
}

const reachesAll = (terms: Terms, studied: readonly Studied[], claimed: readonly Claimed[]): boolean =>
  terms.asked.every((_, at) => reaches(terms, at, studied, claimed));

/** Shuts out a set of modules, and with `more` every larger one that holds it. */
function shutOut({ model, study }: PreparationModel, values: Uint8Array, cut: number, more: boolean): void {
  const inside = study.filter(([, variable]) => values[variable]);
  const terms: Term[] = study.flatMap(([, variable]): Term[] =>
    values[variable] ? [[variable, 1]] : more ? [] : [[variable, -1]],
  );
  model.atMost(`no schedule ${cut + 1}`, terms, inside.length - 1);
}
