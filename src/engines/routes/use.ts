import type { Holdings } from '../../domain/holding.js';
import { SINGLE } from '../../graph/catalogue.js';
import { entryVerdict } from '../entry/judge.js';
import { grownUntil, heldAt } from './held-on-the-way.js';
import type { Terms } from './legs.js';
import { isFullTime, type PlannedLeg } from './plan.js';

/**
 * Whether a later leg makes use of an earlier one: of modules it gave, or credit it was granted, in its assessment; or
 * of anything it gave to be let in, or of credit it spends. A leg that no later one uses, and that reaches nothing itself, only costs: the same
 * route without it is better.
 */
export function makesUseOf(terms: Terms, legs: readonly PlannedLeg[], earlier: PlannedLeg, later: PlannedLeg): boolean {
  const given = new Set(
    earlier.stages.flatMap(({ after, gains }) => (after <= later.start ? gains.map(({ module }) => module) : [])),
  );
  const { used, progress, enrolled, setting } = later.solution;
  if (
    used.some(
      ({ sources, rows }) => sources.some(({ id }) => given.has(id)) || rows.some((row) => row.scope?.registrations),
    )
  )
    return true;
  if (earlier.programme.id === later.programme.id && (progress.size > 0 || enrolled < later.start)) return true;
  const excepts = setting.policies.some(({ limits }) => limits.some(({ exceptions }) => exceptions?.registrations));
  if (excepts && reachesAPart(terms, earlier)) return true;
  if (spendsFor(terms, earlier, later)) return true;
  return !letInWithout(
    terms,
    legs.filter((leg) => leg !== earlier),
    later,
  );
}

/** Whether an award of the earlier leg may spend credit that the later one would otherwise be charged claim fees for. */
const spendsFor = (
  { catalogue }: Terms,
  { programme, to }: PlannedLeg,
  { solution: { setting } }: PlannedLeg,
): boolean => {
  const { award, stages, level } = programme;
  const given = to === stages.length ? level : catalogue.qualifications.get(stages[to - 1]?.exitAward ?? '')?.level;
  const refused = setting.limits.some(({ limit }) => limit.kind === 'single-use' && limit.refuseSpent);
  return refused && award !== SINGLE && given === setting.programme.level;
};

const reachesAPart = ({ catalogue }: Terms, { completes, programme }: PlannedLeg): boolean =>
  completes !== null && (catalogue.partsOf.get(programme.id)?.size ?? 0) > 0;

/** Whether a leg would start all the same after other legs: by its entry rules, and by what it asks first. */
function letInWithout(
  terms: Terms,
  others: readonly PlannedLeg[],
  { start, programme, delivery, from }: PlannedLeg,
): boolean {
  if (terms.catalogue.modules.get(programme.id)?.prerequisites !== undefined) return false;
  const asked = { programme, delivery, start, stage: from, entryRoute: terms.constraints.entryRoute };
  const isLetIn = (held: Holdings): boolean => entryVerdict(terms.catalogue, held, asked).verdict !== 'NOT_MET';
  // Nothing that is gained on the way keeps anyone out, but full-time study keeps experience from growing.
  if (!others.some((leg) => isFullTime(leg.delivery)) && isLetIn(grownUntil(terms, [], start, terms.holdings)))
    return true;
  return isLetIn(heldAt(terms, others, start));
}
