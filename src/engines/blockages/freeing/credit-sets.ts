import type { Id } from '../../../domain/fact.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Terms } from '../terms.js';
import { type At, Carrying } from './carrying.js';
import type { Local } from './local.js';
import { type MinimalSets, minimalSets } from './minimal-sets.js';
import { type Freeing, type LeverSets, minimised } from './union.js';

/** Sets of levers that may be asked for one start; past it the search for a cohort's sets is cut. */
const TESTS = 2_000;
/** Levers that may take as well as give, all of whose choices are tried. */
const MOST_UNSTEADY = 5;

/** The minimal sets of levers with which a cohort carries enough credit at one start; the ground is worked already. */
export function creditSetsAt(
  local: Local,
  terms: Terms,
  at: At,
  ground: readonly WorkedLever[],
  levers: readonly WorkedLever[],
  isUnsteady: (lever: WorkedLever) => boolean,
  most: number,
  known: { same: (question: string, ask: () => MinimalSets) => MinimalSets },
): Freeing {
  const unsteady = levers.filter(isUnsteady).slice(0, MOST_UNSTEADY);
  const carrying = new Carrying(local, terms, at, ground, levers, isUnsteady);
  let cut = levers.filter(isUnsteady).length > unsteady.length;
  // Levers for whole stages come before those for single modules: sets of few levers are found first.
  const rest = levers.filter((lever) => !unsteady.includes(lever));
  const steady = [...rest.filter(({ single }) => !single), ...rest.filter(({ single }) => single)];
  const found = choicesOf(unsteady).flatMap((taken): LeverSets => {
    const effects = carrying.effects(steady, taken);
    // Of levers that do the same one is asked for all.
    const alike = effects?.alike ?? steady.map((lever) => [lever]);
    const worked = (things: readonly number[]): WorkedLever[] => [
      ...taken,
      ...things.map((thing) => alike[thing]![0]!),
    ];
    const bounds = {
      most: most - taken.length,
      tests: TESTS,
      fewest: (things: readonly number[]) => carrying.fewest(worked(things)),
    };
    const ask = (): MinimalSets => minimalSets(alike.length, (things) => carrying.enough(worked(things)), bounds);
    const { question } = effects ?? { question: null };
    const sets = question === null ? ask() : known.same(`${bounds.most}\n${question}`, ask);
    cut ||= sets.cut;
    return sets.sets.flatMap((set) =>
      oneOfEach(set.map((thing) => alike[thing]!)).map((one) => idsOf([...taken, ...one])),
    );
  });
  return { sets: minimised(found), cut };
}

/** Every choice of some of these, none and all included. */
const choicesOf = <T>(things: readonly T[]): T[][] =>
  things.reduce<T[][]>((choices, thing) => choices.flatMap((choice) => [choice, [...choice, thing]]), [[]]);

/** Every choice of one of each. */
const oneOfEach = <T>(groups: readonly (readonly T[])[]): T[][] =>
  groups.reduce<T[][]>((choices, group) => choices.flatMap((choice) => group.map((one) => [...choice, one])), [[]]);

const idsOf = (levers: readonly WorkedLever[]): Id[] => levers.map(({ id }) => id).sort();
