import type { Id } from '../../domain/fact.js';
import type { Outstanding } from '../../domain/provision.js';
import type { BinaryModel, Term } from '../../kernel/binary-model.js';
import { type Group, liesWithin, type StageShape, weight } from './curriculum.js';

/** Credits and hours come in halves; the model counts halves, so that all its numbers are whole. */
export const HALVES = 2;

/** What of the targets a model knows: which claims credit a module, and which modules are progress. */
export interface Coverage {
  readonly model: BinaryModel;
  readonly covering: ReadonlyMap<Id, readonly number[]>;
  readonly progress: ReadonlyMap<Id, unknown>;
  readonly creditsOf: (module: Id) => number;
}

/** A variable that says "these stages are whole", with the name that its rows go by. */
export interface Flag {
  readonly name: string;
  readonly variable: number;
}

export const flagOf = ({ model }: Coverage, name: string): Flag => ({ name, variable: model.lead(name) });

/** Terms and constant of "this module is credited or progress": 0 or 1. */
function done({ covering, progress }: Coverage, module: Id, times = 1): { terms: Term[]; constant: number } {
  if (progress.has(module)) return { terms: [], constant: times };
  return { terms: (covering.get(module) ?? []).map((claim): Term => [claim, times]), constant: 0 };
}

/**
 * A group's credited and progress modules must lie within members that together do not exceed its number or credits.
 * Progress that exceeds it alone stays, as it always stands; then nothing more is credited in the group.
 */
export function keepGroup(coverage: Coverage, stage: number, group: Group): void {
  const name = `${stage}/${group.id}`;
  const { model, progress, covering } = coverage;
  if (
    !liesWithin(
      group,
      [...group.modules].filter((module) => progress.has(module)),
      group.choose,
    )
  ) {
    for (const module of group.modules)
      model.atMost(
        `group ${name} broken ${module}`,
        (covering.get(module) ?? []).map((claim): Term => [claim, 1]),
        0,
      );
    return;
  }
  const members = group.members.map((_, i) => model.variable(`take ${name}/${i}`));
  for (const module of group.modules) {
    const { terms, constant } = done(coverage, module);
    if (terms.length === 0 && constant === 0) continue;
    model.atMost(
      `group ${name} ${module}`,
      [...terms, ...holders(group, module, members).map((variable): Term => [variable, -1])],
      -constant,
    );
  }
  model.atMost(
    `group ${name}`,
    members.map((variable, i): Term => [variable, HALVES * weight(group, group.members[i]!)]),
    HALVES * group.choose,
  );
}

/**
 * While `flag` is 1 the stages are whole: every core module done, every group filled exactly, but for what may be
 * outstanding: modules named, or credits up to a number. A stage of credits whose modules are not known is never whole.
 */
export function requireWhole(
  coverage: Coverage,
  flag: Flag,
  stages: readonly StageShape[],
  outstanding: Outstanding = {},
): void {
  const lacks = new Map<Id, number>();
  for (const stage of stages) {
    if (stage.credits && stage.modules.size === 0)
      coverage.model.atMost(`${flag.name} unknown ${stage.number}`, [[flag.variable, 1]], 0);
    for (const module of stage.core)
      requireUnder(coverage, `${flag.name} core ${module}`, flag, module, flag.variable, outstanding, lacks);
    for (const group of stage.groups) requireFilled(coverage, flag, stage.number, group, outstanding, lacks);
  }
  if (outstanding.credits !== undefined)
    coverage.model.atMost(
      `${flag.name} outstanding`,
      [...lacks].map(([module, variable]): Term => [variable, HALVES * coverage.creditsOf(module)]),
      HALVES * outstanding.credits,
    );
}

function requireFilled(
  coverage: Coverage,
  flag: Flag,
  stage: number,
  group: Group,
  outstanding: Outstanding,
  lacks: Map<Id, number>,
): void {
  const { model } = coverage;
  const name = `${stage}/${group.id}`;
  const members = group.members.map((_, i) => model.variable(`${flag.name} fills ${name}/${i}`));
  const filled = members.map((variable, i): Term => [variable, HALVES * weight(group, group.members[i]!)]);
  const whole = HALVES * group.choose;
  model.atMost(`${flag.name} ${name} most`, [...filled, [flag.variable, -whole]], 0);
  for (const module of group.modules) {
    const holding = holders(group, module, members);
    const { terms, constant } = done(coverage, module);
    if (terms.length > 0 || constant > 0)
      model.atMost(
        `${flag.name} ${name} only ${module}`,
        [...terms, ...holding.map((variable): Term => [variable, -1]), [flag.variable, 1]],
        1 - constant,
      );
    for (const member of holding)
      requireUnder(
        coverage,
        `${flag.name} ${name}/${members.indexOf(member)} ${module}`,
        flag,
        module,
        member,
        outstanding,
        lacks,
      );
  }
  model.atLeast(`${flag.name} ${name} least`, [...filled, [flag.variable, -whole]], 0);
}

/** demand <= done + lacking. */
function requireUnder(
  coverage: Coverage,
  row: string,
  flag: Flag,
  module: Id,
  demand: number,
  outstanding: Outstanding,
  lacks: Map<Id, number>,
): void {
  const have = done(coverage, module, -1);
  if (have.constant < 0) return;
  const lacking = lackable(coverage, flag, module, outstanding, lacks);
  coverage.model.atMost(row, [[demand, 1], ...have.terms, ...lacking], 0);
}

/** The variable "this module is outstanding", where it may be; one for each module, wherever it stands. */
function lackable(
  { model }: Coverage,
  flag: Flag,
  module: Id,
  outstanding: Outstanding,
  lacks: Map<Id, number>,
): Term[] {
  const named = outstanding.modules?.includes(module) ?? false;
  if (!named && outstanding.credits === undefined) return [];
  const variable = lacks.get(module) ?? model.variable(`${flag.name} lacks ${module}`);
  lacks.set(module, variable);
  return [[variable, -1]];
}

const holders = (group: Group, module: Id, members: readonly number[]): number[] =>
  members.filter((_, i) => group.members[i]!.modules.includes(module));
