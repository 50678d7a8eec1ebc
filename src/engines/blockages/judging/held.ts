import type { Cohort } from '../../../domain/funding.js';
import type { Holdings } from '../../../domain/holding.js';
import type { Learner } from '../../../domain/learner.js';
import type { Module } from '../../../domain/provision.js';
import { type Day, type Month, monthOf } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { holdingsOf } from '../../credit/holdings.js';
import type { Terms } from '../terms.js';

/**
 * What a cohort holds in a month: nothing that is dated later; experience that goes on has grown since the first month.
 * `nominated` says whether its employer, where there is one, nominates for the delivery asked.
 */
export function heldBy(
  catalogue: Catalogue,
  { learner }: Cohort,
  { first }: Terms,
  start: Month,
  nominated: boolean,
): Holdings {
  const { modules } = catalogue.rows;
  const byLearner = known.get(modules) ?? new WeakMap<Learner, Map<string, Holdings>>();
  known.set(modules, byLearner);
  const own = byLearner.get(learner) ?? new Map<string, Holdings>();
  byLearner.set(learner, own);
  const key = `${start - first} ${start} ${nominated}`;
  const held = own.get(key) ?? holdingsOf(catalogue, learnerAt(learner, first, start, nominated));
  own.set(key, held);
  return held;
}

/** What is held hangs on the learner and the modules: catalogues with the same modules share it. */
const known = new WeakMap<readonly Module[], WeakMap<Learner, Map<string, Holdings>>>();

/** A learner as they are in a month: what is dated later left out, experience that goes on grown since the first month. */
export function learnerAt(learner: Learner, first: Month, start: Month, nominated: boolean): Learner {
  const isHeld = ({ on }: { on?: Day }): boolean => on === undefined || monthOf(on) <= start;
  const { awards, modules, experience, employment } = learner;
  return {
    ...learner,
    ...(awards && { awards: awards.filter(isHeld) }),
    ...(modules && { modules: modules.filter(isHeld) }),
    ...(experience && {
      experience: experience.map((spell) =>
        spell.ongoing ? { ...spell, months: spell.months + start - first } : spell,
      ),
    }),
    ...(employment && { employment: { ...employment, nominated } }),
  };
}
