import type { Id } from '../../src/domain/fact.js';
import type { EntryPoint } from '../../src/domain/provision.js';
import { calendarMonth, monthOf, validIn } from '../../src/domain/time.js';
import { creditsOf, type Frame, type GroupNow, type StageNow } from './credit-oracle-frame.js';

/** All subsets of a short list. */
export function subsets<T>(list: readonly T[]): T[][] {
  return list.reduce<T[][]>((sets, item) => sets.concat(sets.map((set) => [...set, item])), [[]]);
}

/** Members of a group that together do not exceed its number or credits, each choice as its modules, none twice. */
function choices(frame: Frame, group: GroupNow, fits: (size: number, limit: number) => boolean): Id[][] {
  const fitting = subsets(group.members)
    .filter((chosen) =>
      'members' in group.choose
        ? fits(chosen.length, group.choose.members)
        : fits(creditsOf(frame, chosen.flat()), group.choose.credits),
    )
    .map((chosen) => [...new Set(chosen.flat())].sort());
  return [...new Map(fitting.map((modules) => [modules.join(), modules])).values()];
}

/** Choices that meet the group exactly. */
export const exactFillings = (frame: Frame, group: GroupNow): Id[][] =>
  choices(frame, group, (size, limit) => size === limit);

/** The modules done in a group lie within members that together do not exceed it. */
export const withinGroup = (frame: Frame, group: GroupNow, done: ReadonlySet<Id>): boolean => {
  const inside = group.members.flat().filter((id) => done.has(id));
  return choices(frame, group, (size, limit) => size <= limit).some((chosen) =>
    inside.every((id) => chosen.includes(id)),
  );
};

/** What a group lacks, for each exact filling that what is done leaves possible. */
function groupShortfalls(frame: Frame, group: GroupNow, done: ReadonlySet<Id>): Id[][] {
  const inside = group.members.flat().filter((id) => done.has(id));
  return exactFillings(frame, group)
    .filter((filling) => inside.every((id) => filling.includes(id)))
    .map((filling) => filling.filter((id) => !done.has(id)));
}

/** What stages lack, in every way to fill their groups; none where a group cannot be filled or a stage's modules are unknown. */
function shortfalls(frame: Frame, stages: StageNow[], done: ReadonlySet<Id>): Id[][] {
  if (stages.some(({ modules, credits }) => modules.length === 0 && credits)) return [];
  const lacking = stages.flatMap(({ core }) => core.filter((id) => !done.has(id)));
  return stages
    .flatMap(({ groups }) => groups)
    .reduce<Id[][]>(
      (ways, group) => ways.flatMap((way) => groupShortfalls(frame, group, done).map((lack) => [...way, ...lack])),
      [lacking],
    );
}

/** Every core module is done and every group filled exactly. Credits of which no module is known are never whole. */
export const isWhole = (frame: Frame, stage: StageNow, done: ReadonlySet<Id>): boolean =>
  shortfalls(frame, [stage], done).some((lack) => lack.length === 0);

/** Stages one may join in the start month with this done, 1 always among them; in rising order. */
export function stagesReached(frame: Frame, done: ReadonlySet<Id>): number[] {
  const open = (frame.delivery?.entryPoints ?? []).filter((point) => isOpen(frame, point));
  return frame.stages
    .map(({ number }) => number)
    .filter((number) => number === 1 || open.some((point) => point.stage === number && admits(frame, point, done)));
}

/** Entry is open in the start month. */
export function isOpen({ delivery, start }: Frame, point: EntryPoint): boolean {
  return (
    delivery !== null &&
    point.months.includes(calendarMonth(start)) &&
    validIn(point, start) &&
    validIn(delivery, start) &&
    (delivery.firstEntry === undefined || monthOf(delivery.firstEntry) <= start) &&
    (delivery.lastEntry === undefined || start <= monthOf(delivery.lastEntry))
  );
}

/** The stages before are whole but for what the entry point allows to be outstanding. */
function admits(frame: Frame, { stage, outstanding }: EntryPoint, done: ReadonlySet<Id>): boolean {
  return shortfalls(frame, frame.stages.slice(0, stage - 1), done).some(
    (lack) =>
      lack.length === 0 ||
      (outstanding?.modules !== undefined && lack.every((id) => outstanding.modules?.includes(id))) ||
      (outstanding?.credits !== undefined && creditsOf(frame, lack) <= outstanding.credits),
  );
}

/** Months from joining a stage to completion, assessment included; paced by module, what is done shortens a stage. */
export function monthsFrom(frame: Frame, stage: number, done: ReadonlySet<Id>): number {
  const stages = frame.stages.slice(stage - 1).map(({ months, credits, modules }) => {
    if (frame.delivery?.paced !== 'module' || !credits) return months;
    const left = Math.max(
      0,
      credits -
        creditsOf(
          frame,
          modules.filter((id) => done.has(id)),
        ),
    );
    return Math.ceil((months * left) / credits);
  });
  return stages.reduce((sum, months) => sum + months, 0) + (frame.delivery?.assessmentMonths ?? 0);
}
