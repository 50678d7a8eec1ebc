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

/** Terms and constant of "this module is credited or progress": 0 or 1. */
function done({ covering, progress }: Coverage, module: Id, times = 1): { terms: Term[]; constant: number } {
  if (progress.has(module)) return { terms: [], constant: times };
  return { terms: (covering.get(module) ?? []).map((claim): Term => [claim, times]), constant: 0 };
}

/**
 * A group's credited and progress modules must lie within members that together do not exceed its number or credits.
 * Progress that exceeds it alone stays, as it always stands; then nothing more is credited in the group.
 */
export function keepGroup(coverage: Coverage, group: Group): void {
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
        (covering.get(module) ?? []).map((claim): Term => [claim, 1]),
        0,
      );
    return;
  }
  const members = group.members.map(() => model.variable());
  model.atMost(
    members.map((variable, i): Term => [variable, HALVES * weight(group, group.members[i]!)]),
    HALVES * group.choose,
  );
  for (const module of group.modules) {
    const { terms, constant } = done(coverage, module);
    if (terms.length === 0 && constant === 0) continue;
    model.atMost([...terms, ...holders(group, module, members).map((variable): Term => [variable, -1])], -constant);
  }
}

/**
 * While `flag` is 1 the stages are whole: every core module done, every group filled exactly, but for what may be
 * outstanding: modules named, or credits up to a number. A stage of credits whose modules are not known is never whole.
 */
export function requireWhole(
  coverage: Coverage,
  flag: number,
  stages: readonly StageShape[],
  outstanding: Outstanding = {},
): void {
  const missing: Term[] = [];
  for (const stage of stages) {
    if (stage.credits && stage.modules.size === 0) coverage.model.atMost([[flag, 1]], 0);
    for (const module of stage.core) requireModule(coverage, module, [[flag, 1]], 0, outstanding, missing);
    for (const group of stage.groups) requireFilled(coverage, flag, group, outstanding, missing);
  }
  if (outstanding.credits !== undefined) coverage.model.atMost(missing, HALVES * outstanding.credits);
}

function requireFilled(
  coverage: Coverage,
  flag: number,
  group: Group,
  outstanding: Outstanding,
  missing: Term[],
): void {
  const { model } = coverage;
  const members = group.members.map(() => model.variable());
  const filled = members.map((variable, i): Term => [variable, HALVES * weight(group, group.members[i]!)]);
  const whole = HALVES * group.choose;
  model.atMost([...filled, [flag, -whole]], 0);
  model.atLeast([...filled, [flag, -whole]], 0);
  for (const module of group.modules) {
    const holding = holders(group, module, members);
    const { terms, constant } = done(coverage, module);
    if (terms.length > 0 || constant > 0)
      model.atMost([...terms, ...holding.map((variable): Term => [variable, -1]), [flag, 1]], 1 - constant);
    const lacking = lackable(coverage, module, outstanding, missing);
    for (const member of holding) requireUnder(coverage, module, [[member, 1]], 0, lacking);
  }
}

function requireModule(
  coverage: Coverage,
  module: Id,
  demand: readonly Term[],
  constant: number,
  outstanding: Outstanding,
  missing: Term[],
): void {
  requireUnder(coverage, module, demand, constant, lackable(coverage, module, outstanding, missing));
}

/** demand <= done + lacking. */
function requireUnder(
  coverage: Coverage,
  module: Id,
  demand: readonly Term[],
  constant: number,
  lacking: readonly Term[],
): void {
  const have = done(coverage, module, -1);
  if (have.constant < 0) return;
  coverage.model.atMost([...demand, ...have.terms, ...lacking], -constant);
}

/** The variable "this module is outstanding", where it may be. */
function lackable(
  { model, creditsOf, progress }: Coverage,
  module: Id,
  outstanding: Outstanding,
  missing: Term[],
): Term[] {
  if (progress.has(module)) return [];
  const named = outstanding.modules?.includes(module) ?? false;
  if (!named && outstanding.credits === undefined) return [];
  const variable = model.variable();
  if (outstanding.credits !== undefined) missing.push([variable, HALVES * creditsOf(module)]);
  return [[variable, -1]];
}

const holders = (group: Group, module: Id, members: readonly number[]): number[] =>
  members.filter((_, i) => group.members[i]!.modules.includes(module));

/** The alternatives of what an entry point lets be outstanding: named modules, or credits; neither: nothing. */
export function alternatives(outstanding: Outstanding | undefined): Outstanding[] {
  const { modules, credits } = outstanding ?? {};
  const ways: Outstanding[] = [];
  if (modules) ways.push({ modules });
  if (credits !== undefined) ways.push({ credits });
  return ways.length ? ways : [{}];
}
