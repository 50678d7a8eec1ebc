import type { Id } from '../domain/fact.js';
import type { EntryPoint, Outstanding } from '../domain/provision.js';
import { calendarMonth, monthOf, validIn } from '../domain/time.js';
import { type Group, type StageShape, weight } from '../engines/credit/curriculum.js';
import type { Setting } from '../engines/credit/setting.js';

/** Entry points above stage 1 that are open in the start month, each with its place in the delivery's list. */
export const openEntries = (setting: Pick<Setting, 'delivery' | 'start'>): Entry[] =>
  openPoints(setting).filter(([, { stage }]) => stage > 1);

/** An entry point with its place in the delivery's list. */
type Entry = readonly [index: number, point: EntryPoint];

/** All entry points that are open in the start month. */
export function openPoints({ delivery, start }: Pick<Setting, 'delivery' | 'start'>): Entry[] {
  if (!delivery || !validIn(delivery, start)) return [];
  const { firstEntry, lastEntry, entryPoints } = delivery;
  if (firstEntry !== undefined && start < monthOf(firstEntry)) return [];
  if (lastEntry !== undefined && monthOf(lastEntry) < start) return [];
  return [...entryPoints.entries()].filter(
    ([, point]) => point.months.includes(calendarMonth(start)) && validIn(point, start),
  );
}

/** The ways in which an entry point lets something be outstanding: modules it names, or credits; else nothing. */
export function allowances({ outstanding }: EntryPoint): Outstanding[] {
  const { modules, credits } = outstanding ?? {};
  const ways = [...(modules ? [{ modules }] : []), ...(credits === undefined ? [] : [{ credits }])];
  return ways.length > 0 ? ways : [{}];
}

/** The highest stage one may join with these modules credited or progress (spec 3.4). */
export const stageReached = (setting: Setting, done: ReadonlySet<Id>): number =>
  Math.max(1, ...stagesReached(setting, done));

/** The stages above the first that one may join. */
export const stagesReached = (setting: Setting, done: ReadonlySet<Id>): number[] =>
  openEntries(setting)
    .filter(([, point]) =>
      allowances(point).some((allowed) => areWhole(setting, setting.stages.slice(0, point.stage - 1), done, allowed)),
    )
    .map(([, { stage }]) => stage);

/** Whether stages are whole but for what may be outstanding; a stage with credits and no module known never is. */
export function areWhole(
  { catalogue }: Setting,
  stages: readonly StageShape[],
  done: ReadonlySet<Id>,
  { modules, credits }: Outstanding = {},
): boolean {
  const mayLack = (lacking: readonly Id[]): boolean => {
    if (lacking.length === 0) return true;
    if (modules) return lacking.every((id) => modules.includes(id));
    const sum = lacking.reduce((total, id) => total + (catalogue.modules.get(id)?.credits ?? 0), 0);
    return credits !== undefined && sum <= credits;
  };
  if (stages.some((stage) => stage.credits && stage.modules.size === 0)) return false;
  const core = stages.flatMap((stage) => stage.core).filter((id) => !done.has(id));
  const groups = stages.flatMap((stage) => stage.groups);
  return mayLack(core) && canFill(groups, done, mayLack, core);
}

/**
 * Whether each group can be filled exactly by members that hold all that is done in it, lacking no more than may be.
 * What may not be lacking cannot be made up for later, so a choice ends as soon as it lacks too much.
 */
function canFill(
  [group, ...others]: readonly Group[],
  done: ReadonlySet<Id>,
  mayLack: (lacking: readonly Id[]) => boolean,
  lacking: readonly Id[],
): boolean {
  if (!group) return true;
  const inside = [...group.modules].filter((id) => done.has(id));
  const choose = (index: number, chosen: readonly Id[], room: number, missing: readonly Id[]): boolean => {
    if (room === 0 && inside.every((id) => chosen.includes(id)) && canFill(others, done, mayLack, missing)) return true;
    const member = group.members[index];
    if (!member) return false;
    const left = room - weight(group, member);
    const more = member.modules.filter((id) => !done.has(id) && !missing.includes(id));
    const lacked = more.length === 0 ? missing : [...missing, ...more];
    if (
      left >= 0 &&
      (more.length === 0 || mayLack(lacked)) &&
      choose(index + 1, [...chosen, ...member.modules], left, lacked)
    )
      return true;
    return choose(index + 1, chosen, room, missing);
  };
  return choose(0, [], group.choose, lacking);
}
