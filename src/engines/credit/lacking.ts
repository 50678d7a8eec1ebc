import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { EntryPoint, Outstanding } from '../../domain/provision.js';
import { fillings, type Group, type StageShape } from './curriculum.js';
import { alternatives } from './entries.js';
import type { Setting } from './setting.js';

/** Fillings of a group that are looked at; a group with more is never said to be filled. */
const MOST_FILLINGS = 20_000;

/** What of the stages before an entry point is still to be had, and what of it may be made good alongside. */
export interface Lack {
  readonly missing: readonly Id[];
  readonly alongside: readonly Id[];
}

/** The modules that some claims credit, and those that are progress. */
export const doneBy = (claims: readonly Claim[], progress: ReadonlyMap<Id, unknown>): ReadonlySet<Id> =>
  new Set([...claims.flatMap(({ targets }) => targets), ...progress.keys()]);

/** Whether a stage is whole: its core is done, and its groups are filled exactly (spec 3.3). */
export const isWhole = (setting: Setting, stage: StageShape, done: ReadonlySet<Id>): boolean =>
  lackOf(setting, [stage], done, done, {})?.missing.length === 0;

/**
 * What is missing to join by an entry point: of all fillings of the option groups, and all that may be outstanding
 * there, the least credits, then the fewest modules, then the least ids. Null where nothing could make the stages
 * before it whole: a stage's modules are not known, or what is `fixed`, all that is done where nothing else is said,
 * fits into no exact filling.
 */
export function lackBefore(
  setting: Setting,
  { stage, outstanding }: Pick<EntryPoint, 'stage' | 'outstanding'>,
  done: ReadonlySet<Id>,
  fixed: ReadonlySet<Id> = done,
): Lack | null {
  const before = setting.stages.slice(0, stage - 1);
  return alternatives(outstanding)
    .flatMap((allowed) => lackOf(setting, before, done, fixed, allowed) ?? [])
    .reduce<Lack | null>((best, next) => (best && !isLess(setting, next.missing, best.missing) ? best : next), null);
}

function lackOf(
  setting: Setting,
  stages: readonly StageShape[],
  done: ReadonlySet<Id>,
  fixed: ReadonlySet<Id>,
  allowed: Outstanding,
): Lack | null {
  const named = new Set(allowed.modules ?? []);
  const lacking: Id[] = [];
  for (const { credits, core, groups, modules } of stages) {
    if (credits && modules.size === 0) return null;
    lacking.push(...core.filter((module) => !done.has(module)));
    for (const group of groups) {
      const filling = leastFilling(setting, group, done, fixed, named);
      if (!filling) return null;
      lacking.push(...filling);
    }
  }
  const asked = lacking.filter((module) => !named.has(module)).sort();
  const alongside = new Set(allowed.credits === undefined ? [] : mostWithin(setting, asked, allowed.credits));
  return {
    missing: asked.filter((module) => !alongside.has(module)),
    alongside: [...lacking.filter((module) => named.has(module)), ...alongside].sort(),
  };
}

/** What a group lacks in the filling that lacks the least; it must hold all that is fixed of the group. */
function leastFilling(
  setting: Setting,
  group: Group,
  done: ReadonlySet<Id>,
  fixed: ReadonlySet<Id>,
  named: ReadonlySet<Id>,
): Id[] | null {
  const held = new Set([...group.modules].filter((module) => fixed.has(module)));
  const lacks = (fillings(group, held, MOST_FILLINGS) ?? []).map((filling) => filling.filter((id) => !done.has(id)));
  const counted = (lack: readonly Id[]): Id[] => lack.filter((id) => !named.has(id));
  return lacks.reduce<Id[] | null>(
    (best, next) => (best && !isLess(setting, counted(next), counted(best)) ? best : next),
    null,
  );
}

/** Of some modules those that together carry the most credits within an allowance; counted in half credits. */
function mostWithin(setting: Setting, modules: readonly Id[], credits: number): Id[] {
  const free = modules.filter((module) => creditsOfAll(setting, [module]) === 0);
  const best: (Id[] | undefined)[] = [free];
  for (const module of modules) {
    const halves = 2 * creditsOfAll(setting, [module]);
    if (halves === 0) continue;
    for (let room = 2 * credits; room >= halves; room--) {
      const before = best[room - halves];
      if (before && !best[room]) best[room] = [...before, module];
    }
  }
  return best.findLast((chosen) => chosen !== undefined) ?? [];
}

/** Fewer credits, then fewer modules, then the lesser ids. */
function isLess(setting: Setting, a: readonly Id[], b: readonly Id[]): boolean {
  const order = creditsOfAll(setting, a) - creditsOfAll(setting, b) || a.length - b.length;
  return order === 0 ? a.join(',') < b.join(',') : order < 0;
}

/** Credits of some modules together. */
export const creditsOfAll = ({ catalogue }: Setting, modules: readonly Id[]): number =>
  modules.reduce((sum, id) => sum + (catalogue.modules.get(id)?.credits ?? 0), 0);
