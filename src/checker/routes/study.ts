import type { Id } from '../../domain/fact.js';
import type { EntryPoint } from '../../domain/provision.js';
import { type Group, type StageShape, weight } from '../../engines/credit/curriculum.js';
import { allowances } from '../reached.js';
import type { World } from '../world.js';

/** One choice of what is studied in a leg. */
export interface Choice {
  /** What of the stages before is made good alongside. */
  readonly lacking: readonly Id[];
  /** What of the option groups is taken, stage by stage from the one joined, with what of it is credited. */
  readonly chosen: readonly (readonly Id[])[];
  /** Ids of all options that are taken, sorted. */
  readonly options: readonly Id[];
}

/**
 * The choices of options that a leg from one stage to another leaves, what of the stages before it is outstanding among
 * them. `may` says which modules may be taken; the choices are gone through one by one.
 */
export function* choices(
  { setting }: World,
  points: readonly EntryPoint[],
  done: ReadonlySet<Id>,
  [from, to]: readonly [number, number],
  may: (module: Id) => boolean,
): Iterable<Choice> {
  const before = setting.stages.slice(0, from - 1);
  const studied = setting.stages.slice(from - 1, to);
  const lenient = from > 1 && points.some(({ outstanding }) => outstanding);
  for (const early of lenient ? fillings(before, done, may) : [[]]) {
    const options = early.flat().filter((id) => !done.has(id));
    const core = lenient ? before.flatMap((stage) => stage.core).filter((id) => !done.has(id)) : [];
    const lacking = [...core, ...options];
    const lets = (point: EntryPoint): boolean =>
      allowances(point).some((allowed) => isLet(setting.catalogue.modules, lacking, allowed));
    if (lenient && !points.some(lets)) continue;
    for (const chosen of fillings(studied, done, may))
      yield { lacking, chosen, options: [...options, ...chosen.flat()].sort() };
  }
}

function isLet(
  credits: ReadonlyMap<Id, { credits: number }>,
  lacking: readonly Id[],
  allowed: ReturnType<typeof allowances>[number],
): boolean {
  if (lacking.length === 0) return true;
  if (allowed.modules) return lacking.every((id) => allowed.modules!.includes(id));
  return (
    allowed.credits !== undefined && lacking.reduce((sum, id) => sum + credits.get(id)!.credits, 0) <= allowed.credits
  );
}

/** Every way to fill the groups of some stages exactly, each as the modules taken in each stage. */
function* fillings(
  stages: readonly StageShape[],
  done: ReadonlySet<Id>,
  may: (module: Id) => boolean,
): Iterable<Id[][]> {
  const [stage, ...others] = stages;
  if (!stage) yield [];
  else
    for (const own of fillingsOf(stage.groups, done, may))
      for (const rest of fillings(others, done, may)) yield [own, ...rest];
}

function* fillingsOf(
  [group, ...others]: readonly Group[],
  done: ReadonlySet<Id>,
  may: (module: Id) => boolean,
): Iterable<Id[]> {
  if (!group) {
    yield [];
    return;
  }
  const seen = new Set<string>();
  for (const own of exact(group, 0, group.choose, new Set())) {
    const taken = [...own].sort();
    const holdsAll = [...group.modules].every((id) => !done.has(id) || own.has(id));
    if (!holdsAll || !taken.every((id) => done.has(id) || may(id)) || seen.has(taken.join())) continue;
    seen.add(taken.join());
    for (const rest of fillingsOf(others, done, may)) yield [...taken, ...rest];
  }

  /** Members from one on that come to what is left to choose. */
  function* exact(of: Group, index: number, left: number, taken: ReadonlySet<Id>): Iterable<Set<Id>> {
    if (left === 0) yield new Set(taken);
    const member = of.members[index];
    if (!member || left <= 0) return;
    if (member.modules.every((id) => done.has(id) || may(id)))
      yield* exact(of, index + 1, left - weight(of, member), new Set([...taken, ...member.modules]));
    yield* exact(of, index + 1, left, taken);
  }
}
