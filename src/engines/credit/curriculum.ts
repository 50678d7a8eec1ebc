import type { Id } from '../../domain/fact.js';
import type { Bundle, Delivery, OptionGroup, Programme, Stage } from '../../domain/provision.js';
import { type Month, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';

/** One of the things a group lets one choose: a module, or a bundle of them. */
export interface Member {
  readonly modules: readonly Id[];
  readonly credits: number;
}

/** "Choose 2 of these", "choose 40 credits of these". */
export interface Group {
  readonly id: Id;
  readonly byCredits: boolean;
  /** Members, or credits of members, to be chosen. */
  readonly choose: number;
  readonly members: readonly Member[];
  readonly modules: ReadonlySet<Id>;
}

/** A stage as one delivery runs it for those who start in one month. */
export interface StageShape {
  readonly number: number;
  readonly credits: number | undefined;
  readonly core: readonly Id[];
  readonly groups: readonly Group[];
  readonly modules: ReadonlySet<Id>;
}

/** The stages of a programme in the delivery's curriculum of a month (spec 3.3). */
export function curriculum(
  catalogue: Catalogue,
  programme: Programme,
  delivery: Delivery | undefined,
  month: Month,
): StageShape[] {
  const applies = inCurriculum(delivery, month);
  const taught = (module: Id): boolean => validIn(catalogue.modules.get(module) ?? {}, month);
  return programme.stages.map((stage, index) => shape(catalogue, stage, index + 1, applies, taught));
}

/** Whether a delivery teaches some core module in the first stages of a programme to those who start in a month. */
export function teachesCore(
  catalogue: Catalogue,
  programme: Programme,
  stages: number,
  delivery: Delivery,
  month: Month,
): boolean {
  const applies = inCurriculum(delivery, month);
  return programme.stages
    .slice(0, stages)
    .some(({ core = [] }) =>
      core.some((entry) =>
        typeof entry === 'string'
          ? validIn(catalogue.modules.get(entry) ?? {}, month)
          : applies(entry) && validIn(catalogue.modules.get(entry.module) ?? {}, month),
      ),
    );
}

/** Tells of a place in a stage whether it is there for a delivery and those who start in a month. */
const inCurriculum =
  (delivery: Delivery | undefined, month: Month) =>
  (entry: { from?: string; to?: string; deliveries?: Id[] }): boolean =>
    validIn(entry, month) && (!entry.deliveries || (delivery !== undefined && entry.deliveries.includes(delivery.id)));

/** What a whole programme or its first stages teach in a month: core modules and options, whatever the delivery. */
export function coreOf(programme: Programme, stages: number, month: Month | undefined): Id[] {
  return programme.stages
    .slice(0, stages)
    .flatMap((stage) =>
      (stage.core ?? [])
        .filter((entry) => typeof entry === 'string' || month === undefined || validIn(entry, month))
        .map((entry) => (typeof entry === 'string' ? entry : entry.module)),
    );
}

function shape(
  catalogue: Catalogue,
  stage: Stage,
  number: number,
  applies: (entry: { from?: string; to?: string; deliveries?: Id[] }) => boolean,
  taught: (module: Id) => boolean,
): StageShape {
  const core = (stage.core ?? [])
    .filter((entry) => typeof entry === 'string' || applies(entry))
    .map((entry) => (typeof entry === 'string' ? entry : entry.module))
    .filter(taught);
  const groups = (stage.groups ?? []).filter(applies).map((group) => groupShape(catalogue, group, taught));
  return {
    number,
    credits: stage.credits,
    core,
    groups,
    modules: new Set([...core, ...groups.flatMap(({ modules }) => [...modules])]),
  };
}

/** A member one of whose modules is not taught cannot be chosen: a bundle is taken whole. */
function groupShape(
  catalogue: Catalogue,
  { id, choose, members }: OptionGroup,
  taught: (module: Id) => boolean,
): Group {
  const shapes = members.flatMap((member: Id | Bundle): Member | [] => {
    const modules = typeof member === 'string' ? [member] : member.modules;
    if (!modules.every(taught)) return [];
    return {
      modules,
      credits: modules.reduce((sum, module) => sum + (catalogue.modules.get(module)?.credits ?? 0), 0),
    };
  });
  const byCredits = 'credits' in choose;
  return {
    id,
    byCredits,
    choose: byCredits ? choose.credits : choose.members,
    members: shapes,
    modules: new Set(shapes.flatMap(({ modules }) => modules)),
  };
}

/** How much of a group's allowance a member takes. */
export const weight = (group: Group, member: Member): number => (group.byCredits ? member.credits : 1);

/** Whether some members that together do not exceed `left` hold all these modules. */
export function liesWithin(group: Group, modules: readonly Id[], left: number): boolean {
  const [module] = modules;
  if (module === undefined) return true;
  return group.members.some(
    (member) =>
      member.modules.includes(module) &&
      weight(group, member) <= left &&
      liesWithin(
        group,
        modules.filter((other) => !member.modules.includes(other)),
        left - weight(group, member),
      ),
  );
}

/**
 * The exact fillings of a group, each as its sorted modules, without repeats; only those that hold `fixed`.
 * Gives up (null) past `most` fillings.
 */
export function fillings(group: Group, fixed: ReadonlySet<Id>, most: number): Id[][] | null {
  const found = new Map<string, Id[]>();
  let cut = false;
  const extend = (index: number, left: number, chosen: readonly Member[]): void => {
    if (cut) return;
    if (left === 0) {
      const modules = [...new Set(chosen.flatMap((member) => member.modules))].sort();
      if ([...fixed].every((module) => modules.includes(module))) found.set(modules.join(','), modules);
      cut = found.size > most;
    }
    if (left <= 0 || index >= group.members.length) return;
    const member = group.members[index]!;
    extend(index + 1, left - weight(group, member), [...chosen, member]);
    extend(index + 1, left, chosen);
  };
  extend(0, group.choose, []);
  return cut ? null : [...found.values()];
}

/** Every way to fill all groups together, each as its sorted modules; null past `most`. */
export function fillingsOfAll(groups: readonly Group[], fixed: ReadonlySet<Id>, most: number): Id[][] | null {
  let ways: Id[][] = [[]];
  for (const group of groups) {
    const own = fillings(group, new Set([...fixed].filter((module) => group.modules.has(module))), most);
    if (!own || own.length * ways.length > most) return null;
    ways = ways.flatMap((way) => own.map((filling) => [...way, ...filling]));
  }
  return ways.map((way) => way.sort());
}
