import type { Stranded, Supply } from '../../domain/assessment.js';
import type { Id } from '../../domain/fact.js';
import { validIn } from '../../domain/time.js';
import { fillings, type Group } from './curriculum.js';
import type { Setting } from './setting.js';
import type { Solution } from './solve.js';

/** Offers that are listed at the most. */
const MOST_SUPPLIES = 10;

/** Credits awarded in the stage joined or later ones: they save no time. */
export const creditsStranded = ({ used, entryStage }: Solution): number =>
  used.reduce(
    (sum, { creditsByStage }) =>
      sum + [...creditsByStage].reduce((own, [stage, credits]) => own + (stage >= entryStage ? credits : 0), 0),
    0,
  );

/** Credit that saves no time, and what is missing to reach the next entry point (spec 3.4); null if all of it saves time. */
export function strandedCredit(solution: Solution): Stranded | null {
  const { setting, used, progress, entryStage } = solution;
  const stranded = creditsStranded(solution);
  if (stranded === 0) return null;
  const later = (setting.delivery?.entryPoints ?? [])
    .filter((point) => point.stage > entryStage && validIn(point, setting.start))
    .map(({ stage }) => stage);
  const next = later.length ? Math.min(...later) : null;
  const done = new Set([...used.flatMap(({ targets }) => targets), ...progress.keys()]);
  const missing = next === null ? [] : missingBefore(setting, next, done);
  return {
    credits: stranded,
    nextStage: next,
    missing,
    missingCredits: missing.reduce((sum, id) => sum + (setting.catalogue.modules.get(id)?.credits ?? 0), 0),
    supply: supplies(setting, missing),
  };
}

/** Modules not done of the stages before one: core, and of each group the filling that lacks the fewest credits. */
function missingBefore({ stages, catalogue }: Setting, stage: number, done: ReadonlySet<Id>): Id[] {
  const creditsOf = (ids: readonly Id[]): number =>
    ids.reduce((sum, id) => sum + (catalogue.modules.get(id)?.credits ?? 0), 0);
  const lacking = (group: Group): Id[] => {
    const ways = (fillings(group, new Set(), 20_000) ?? []).map((filling) => filling.filter((id) => !done.has(id)));
    return ways.sort((a, b) => creditsOf(a) - creditsOf(b))[0] ?? [];
  };
  return stages
    .slice(0, stage - 1)
    .flatMap(({ core, groups }) => [...core.filter((id) => !done.has(id)), ...groups.flatMap(lacking)])
    .sort();
}

/** Outcomes of a module that no agreed mapping from what is held covers. */
function lacking({ catalogue, start, holdings }: Setting, target: Id): Id[] {
  const covered = (catalogue.mappingsInto.get(target) ?? [])
    .filter(
      (row) => row.status === 'agreed' && validIn(row, start) && row.sources.every((id) => holdings.sources.has(id)),
    )
    .flatMap((row) => row.outcomes ?? []);
  return (catalogue.modules.get(target)?.outcomes ?? []).map(({ id }) => id).filter((id) => !covered.includes(id));
}

/** Programmes and singly offered modules that hold what is missing, or what an agreed mapping takes for it; cheapest first. */
function supplies(setting: Setting, missing: readonly Id[]): Supply[] {
  const { catalogue, start, programme, holdings } = setting;
  const bringing = new Map<Id, Set<Id>>();
  const held = new Set(holdings.awards.flatMap((award) => award.programme ?? []));
  for (const target of missing) {
    const alike = (catalogue.mappingsInto.get(target) ?? [])
      .filter((row) => row.status === 'agreed' && row.sources.length === 1 && validIn(row, start))
      .filter((row) => !row.outcomes || lacking(setting, target).every((outcome) => row.outcomes!.includes(outcome)))
      .map(({ sources }) => sources[0]!);
    for (const source of [target, ...alike])
      for (const holder of catalogue.programmesOfModule.get(source) ?? [])
        if (holder !== programme.id && !held.has(holder))
          bringing.set(holder, (bringing.get(holder) ?? new Set()).add(target));
  }
  const found = [...bringing].flatMap(([id, covers]): Supply[] => {
    const holder = catalogue.programmes.get(id)!;
    const runs = (catalogue.deliveriesOf.get(id) ?? [])
      .filter((delivery) => validIn(delivery, start))
      .map((delivery) => ({
        months: delivery.months.reduce((sum, months) => sum + months, 0),
        fee:
          delivery.fee.perStage?.reduce((sum, fee) => sum + fee, 0) ??
          (delivery.fee.perCredit ?? 0) * (holder.credits ?? 0),
      }));
    if (runs.length === 0) return [];
    const cheapest = runs.sort((a, b) => a.fee - b.fee || a.months - b.months)[0]!;
    const kind = catalogue.modules.has(id) ? 'module' : 'programme';
    return [{ kind, id, title: holder.title, covers: [...covers].sort(), months: cheapest.months, fee: cheapest.fee }];
  });
  return found
    .sort((a, b) => b.covers.length - a.covers.length || a.fee! - b.fee! || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SUPPLIES);
}
