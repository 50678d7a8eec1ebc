import {
  type BlockageQuestion,
  type DatedChanges,
  DEFAULT_BUDGETS,
  OWNERS,
  type OwnerRole,
} from '../../../domain/blockage.js';
import type { BestChanges } from '../../../domain/blockage-answer.js';
import type { Rows } from '../../../domain/catalogue.js';
import type { Id } from '../../../domain/fact.js';
import { type Month, textOf } from '../../../domain/time.js';
import { bestSets } from '../../../kernel/best-sets/best-sets.js';
import type { BlockedCohort } from '../freeing/freed.js';
import { changesOf } from '../levers/apply.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Names } from '../names.js';

/** Nodes that the search for the best sets may take, for all budgets of one owner together. */
const STEPS = 2_000_000;

/**
 * For each budget the set of levers that frees the most people (spec 6.2), with everyone's levers and with those of each
 * owner alone. Where the search for a cohort's sets was cut the answer is bounded by all of that cohort's people.
 */
export function bestChanges(
  names: Names,
  { budgets = [...DEFAULT_BUDGETS], measure = 'count', first, levers: asked }: BlockageQuestion,
  blocked: readonly BlockedCohort[],
  levers: ReadonlyMap<Id, WorkedLever>,
): BestChanges[] {
  const ids = [...new Set(blocked.flatMap(({ sets }) => sets.flat()))].sort();
  const items = ids.map((id) => levers.get(id)!);
  const place = new Map(ids.map((id, index) => [id, index]));
  const groups = blocked
    .filter(({ cohort, sets }) => cohort.people > 0 && sets.length > 0)
    .map(({ cohort, sets }) => ({ weight: cohort.people, sets: sets.map((set) => set.map((id) => place.get(id)!)) }));
  const counted = (role: OwnerRole): boolean => !asked?.owners || asked.owners.includes(role);
  const within = (owner: OwnerRole | null): BestChanges[] => {
    const allowed = items.flatMap(({ owner: { role } }, index) =>
      counted(role) && (owner === null || role === owner) ? [index] : [],
    );
    const costs = items.map(({ cost }) => cost);
    return bestSets({ costs, groups, allowed, budgets, measure, steps: STEPS }).map((best) => {
      const chosen = best.items.map((item) => items[item]!);
      const open = openBeyond(blocked, chosen);
      return {
        budget: best.budget,
        within: owner,
        freed: best.freed,
        bound: best.bound + open,
        proof: best.proven && open === 0 ? 'OPTIMAL' : 'BOUNDED',
        levers: chosen.map(({ id }) => id),
        cost: best.cost,
        changes: datedChanges(names.catalogue.rows, chosen, first),
        others: {
          count: best.others.count,
          counted: best.others.counted,
          shown: best.others.shown.map((set) => set.items.map((item) => ids[item]!)),
        },
        says: says(names, best.freed, chosen),
      };
    });
  };
  const owners = OWNERS.filter((role) => counted(role) && items.some(({ owner }) => owner.role === role));
  return [null, ...owners].flatMap(within);
}

/** People of cohorts whose search was cut, and that these levers do not free: another set might. */
const openBeyond = (blocked: readonly BlockedCohort[], chosen: readonly WorkedLever[]): number => {
  const ids = new Set(chosen.map(({ id }) => id));
  return blocked
    .filter(({ cut, sets }) => cut && !sets.some((set) => set.every((id) => ids.has(id))))
    .reduce((sum, { cohort }) => sum + cohort.people, 0);
};

/** All changes that hold from each month on in which some lever begins to hold. */
function datedChanges(rows: Rows, levers: readonly WorkedLever[], first: Month): DatedChanges[] {
  const leads = [...new Set(levers.map(({ leadMonths }) => leadMonths))].sort((a, b) => a - b);
  return leads.map((lead) => ({
    from: textOf(first + lead),
    changes: changesOf(
      rows,
      levers.filter(({ leadMonths }) => leadMonths <= lead),
    ),
  }));
}

const says = (names: Names, freed: number, levers: readonly WorkedLever[]): string =>
  freed === 0
    ? 'Nobody is freed by so few changes.'
    : `${names.people(freed)} people are freed: ${levers.map(({ says: one }) => one.replace(/\.$/, '')).join('; ')}.`;
