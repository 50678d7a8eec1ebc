import type { Id } from '../../domain/fact.js';
import type { Outstanding } from '../../domain/provision.js';
import { type Group, type StageShape, weight } from '../../engines/credit/curriculum.js';
import { exempt, ofKind } from '../../engines/credit/setting.js';
import { allowances, openEntries } from '../reached.js';
import { done, type Ground, type Lay, nameOf, type Term } from './row.js';

/** Credit only in stages that are credited whole; exempt credit helps to make them so (spec 3.3). */
export function wholeRows(ground: Ground, lay: Lay): void {
  const { setting, standing } = ground;
  for (const one of ofKind(setting.limits, 'whole-stages'))
    for (const stage of setting.stages) {
      const flag = `whole ${stage.number} under ${nameOf(one)}`;
      const inside = [...standing.values()].filter(
        (claim) => claim.creditsByStage.has(stage.number) && !exempt(one.limit, claim),
      );
      if (inside.length > 0) flagRows(ground, flag, [stage], {}, lay);
      for (const { id } of inside)
        lay(`whole ${nameOf(one)} ${stage.number} ${id}`, 0, () => [
          [id, 1],
          [flag, -1],
        ]);
    }
}

/** A variable that says that a stage is reached, by one way in which an open entry point lets something be outstanding. */
export interface Reaching {
  readonly flag: string;
  readonly stage: number;
  readonly outstanding: Outstanding;
}

/** Every way to reach a stage above the first in the start month (spec 3.4). */
export const reachings = ({ setting }: Pick<Ground, 'setting'>): Reaching[] =>
  openEntries(setting).flatMap(([index, point]) =>
    allowances(point).map((outstanding) => {
      const way = outstanding.modules ? ' modules' : outstanding.credits === undefined ? '' : ' credits';
      return { flag: `reach ${point.stage} #${index}${way}`, stage: point.stage, outstanding };
    }),
  );

/** Every way to join the stage that a leg of a route joins. */
export const joinings = ({ setting, world: { joined } }: Ground): Reaching[] =>
  joined === undefined || joined.stage === 1 || joined.spansAlone
    ? []
    : reachings({ setting })
        .filter(({ stage }) => stage === joined.stage)
        .map((way) => ({ ...way, flag: way.flag.replace(/^reach/, 'join') }));

/** The stage joined is joined in one of these ways. */
export function joinRow(ground: Ground, lay: Lay): void {
  const { joined } = ground.world;
  if (joined === undefined || joined.stage === 1 || joined.spansAlone) return;
  lay('join', -1, () => joinings(ground).map(({ flag }): Term => [flag, -1]));
}

/**
 * A stage is reached where the stages before it are whole but for what may be outstanding. `part` says which rows are
 * asked: those of core modules, of one group, of what is outstanding or unknown; all where it is not given.
 */
export const reachRows =
  ({ flag, stage, outstanding }: Reaching, part?: string) =>
  (ground: Ground, lay: Lay): void =>
    flagRows(ground, flag, ground.setting.stages.slice(0, stage - 1), outstanding, lay, part);

/** At most one stage is taken as reached. */
export function oneStageRow(ground: Ground, lay: Lay): void {
  lay('one stage', 1, () => reachings(ground).map(({ flag }): Term => [flag, 1]));
}

/**
 * While the flag is 1 the stages are whole: every core module done and every group filled exactly, but for what may be
 * outstanding. A stage of credits whose modules are not known is never whole.
 */
function flagRows(
  ground: Ground,
  flag: string,
  stages: readonly StageShape[],
  outstanding: Outstanding,
  lay: Lay,
  part?: string,
): void {
  const asked = (one: string): boolean => part === undefined || part === one;
  for (const { number, credits, core, groups, modules } of stages) {
    if (asked('unknown') && credits && modules.size === 0) lay(`${flag} unknown ${number}`, 0, () => [[flag, 1]]);
    if (asked('core'))
      for (const module of core) demand(ground, flag, `${flag} core ${module}`, flag, module, outstanding, lay);
    for (const group of groups)
      if (asked(`${number}/${group.id}`)) filledRows(ground, flag, `${number}/${group.id}`, group, outstanding, lay);
  }
  const { credits } = outstanding;
  if (asked('outstanding') && credits !== undefined)
    lay(`${flag} outstanding`, 2 * credits, () => {
      const lacking = stages.flatMap(({ modules }) => [...modules]).filter((module) => !ground.progress.has(module));
      return [...new Set(lacking)].map((module): Term => [`${flag} lacks ${module}`, 2 * creditsOf(ground, module)]);
    });
}

const creditsOf = ({ setting }: Ground, module: Id): number => setting.catalogue.modules.get(module)?.credits ?? 0;

/** A group is filled exactly while the flag is 1, by members that hold all that is done in it. */
function filledRows(
  ground: Ground,
  flag: string,
  name: string,
  group: Group,
  outstanding: Outstanding,
  lay: Lay,
): void {
  const fills = (index: number): string => `${flag} fills ${name}/${index}`;
  const filled = (times: number): Term[] => [
    ...group.members.map((member, index): Term => [fills(index), 2 * times * weight(group, member)]),
    [flag, -2 * times * group.choose],
  ];
  lay(`${flag} ${name} most`, 0, () => filled(1));
  lay(`${flag} ${name} least`, 0, () => filled(-1));
  for (const module of group.modules) {
    const holding = [...group.members.keys()].filter((index) => group.members[index]!.modules.includes(module));
    const { terms, constant } = done(ground, module, 1);
    lay(`${flag} ${name} only ${module}`, 1 - constant, () => [
      ...terms,
      [flag, 1],
      ...holding.map((index): Term => [fills(index), -1]),
    ]);
    for (const index of holding)
      demand(ground, flag, `${flag} ${name}/${index} ${module}`, fills(index), module, outstanding, lay);
  }
}

/** Where `wanting` is 1 the module is done, or lacking where it may be outstanding. */
function demand(
  ground: Ground,
  flag: string,
  row: string,
  wanting: string,
  module: Id,
  { modules, credits }: Outstanding,
  lay: Lay,
): void {
  if (ground.progress.has(module)) return;
  const mayLack = credits !== undefined || modules?.includes(module);
  lay(row, 0, () => [
    [wanting, 1],
    ...done(ground, module, -1).terms,
    ...(mayLack ? [[`${flag} lacks ${module}`, -1] as const] : []),
  ]);
}
