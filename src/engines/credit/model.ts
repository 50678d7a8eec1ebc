import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { EntryPoint } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';
import { BinaryModel, type Term } from '../../kernel/binary-model.js';
import { hoursFloors } from '../../rules/limits/hours.js';
import { caps } from '../../rules/limits/index.js';
import { alternatives, openEntries } from './entries.js';
import { keepFloors } from './hours-rows.js';
import { exempt, ofKind, type Setting, yardstick } from './setting.js';
import { keepSpan } from './span.js';
import { type Coverage, flagOf, HALVES, keepGroup, requireWhole } from './wholeness.js';

/** The choice of claims as a 0/1 programme: variables for claims, whole stages, the minimum and the entry stage. */
export interface CreditModel {
  readonly model: BinaryModel;
  readonly claims: readonly Claim[];
  /** Variables that say "stage k is reached", with k; stage 1 needs none. */
  readonly reached: readonly (readonly [variable: number, stage: number])[];
  /** Held modules that several claims may use, with a variable that says "used". */
  readonly usedOnce: ReadonlyMap<Id, number>;
}

/** A stage one joins: spans are judged from it, and the stages before it must be whole, unless only spans are asked. */
export interface Joining {
  readonly stage: number;
  readonly onlySpans?: boolean;
  /** True: what is tried is kept with its proofs. */
  readonly proven?: boolean;
}

/**
 * The rows of 3.3 and 3.4 for a set of standing claims. With `joining`, only sets that make the stages before it whole,
 * and the span is judged from it. `enrolled` is the first enrolment, where progress stands.
 */
export function modelOf(
  setting: Setting,
  all: readonly Claim[],
  progress: ReadonlyMap<Id, Month>,
  enrolled: Month,
  joining?: Joining,
): CreditModel {
  const floors = ofKind(setting.limits, 'hours').flatMap(({ limit }) => hoursFloors(limit, yardstick(setting)));
  const claims = floors.length ? all : all.filter(({ kind }) => kind !== 'hours');
  const model = new BinaryModel();
  const variables = claims.map(({ id }) => model.variable(id));
  model.decided();
  const covering = grouped(
    claims.flatMap(({ targets }, i) => targets.map((target) => [target, variables[i]!] as const)),
  );
  const creditsOf = (module: Id): number => setting.catalogue.modules.get(module)?.credits ?? 0;
  const coverage: Coverage = { model, covering, progress, creditsOf };

  for (const stage of setting.stages) for (const group of stage.groups) keepGroup(coverage, stage.number, group);
  for (const [module, using] of covering)
    model.atMost(
      `target ${module}`,
      using.map((variable): Term => [variable, 1]),
      1,
    );
  const usedOnce = shareHeld(setting, claims, variables, model);
  keepCaps(setting, claims, variables, model);
  keepFloors(setting, claims, variables, model);
  keepMinimum(setting, claims, variables, model);
  keepWholeStages(setting, claims, variables, coverage);
  const reached = reachStages(setting, coverage);
  keepSpan({ setting, claims, variables, coverage, progress, enrolled, reached, joined: joining?.stage });
  if (joining && joining.stage > 1 && !joining.onlySpans) join(setting, coverage, joining.stage);
  return { model, claims, reached, usedOnce };
}

function grouped<K, V>(entries: readonly (readonly [K, V])[]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of entries) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

/** Each held module is used by at most one claim, unless a policy allows more; then a variable says whether it is used. */
function shareHeld(
  { reusable }: Setting,
  claims: readonly Claim[],
  variables: readonly number[],
  model: BinaryModel,
): Map<Id, number> {
  const users = grouped(claims.flatMap(({ sources }, i) => sources.map(({ id }) => [id, variables[i]!] as const)));
  const used = new Map<Id, number>();
  for (const [held, using] of users) {
    if (!reusable)
      model.atMost(
        `held ${held}`,
        using.map((variable): Term => [variable, 1]),
        1,
      );
    else {
      const flag = model.variable(`uses ${held}`);
      used.set(held, flag);
      for (const variable of using)
        model.atMost(
          `uses ${held} ${claims[variable]!.id}`,
          [
            [variable, 1],
            [flag, -1],
          ],
          0,
        );
    }
  }
  return used;
}

function keepCaps(setting: Setting, claims: readonly Claim[], variables: readonly number[], model: BinaryModel): void {
  for (const { limit, policy } of setting.limits)
    for (const { unit, counts, most } of caps(limit, yardstick(setting)))
      model.atMost(
        `limit ${policy}/${limit.id} ${unit}`,
        claims.flatMap((claim, i): Term[] => (exempt(limit, claim) ? [] : [[variables[i]!, HALVES * counts(claim)]])),
        Math.floor(HALVES * most),
      );
}

/** A total under n credits is not given: none, or at least n. */
function keepMinimum(
  setting: Setting,
  claims: readonly Claim[],
  variables: readonly number[],
  model: BinaryModel,
): void {
  for (const { limit, policy } of ofKind(setting.limits, 'minimum')) {
    const name = `${policy}/${limit.id}`;
    const counted = claims.flatMap((claim, i): Term[] =>
      exempt(limit, claim) ? [] : [[variables[i]!, HALVES * claim.credits]],
    );
    const some = model.lead(`given ${name}`);
    model.atLeast(`minimum ${name}`, [...counted, [some, -HALVES * limit.credits]], 0);
    for (const [variable, credits] of counted)
      if (credits > 0)
        model.atMost(
          `minimum ${name} ${claims[variable]!.id}`,
          [
            [variable, 1],
            [some, -1],
          ],
          0,
        );
  }
}

/** Credit only in stages that are credited whole; exempt credit helps to make them so. */
function keepWholeStages(
  setting: Setting,
  claims: readonly Claim[],
  variables: readonly number[],
  coverage: Coverage,
): void {
  for (const { limit, policy } of ofKind(setting.limits, 'whole-stages'))
    for (const stage of setting.stages) {
      const inside = claims.flatMap((claim, i) =>
        claim.creditsByStage.has(stage.number) && !exempt(limit, claim) ? [variables[i]!] : [],
      );
      if (inside.length === 0) continue;
      const flag = flagOf(coverage, `whole ${stage.number} under ${policy}/${limit.id}`);
      requireWhole(coverage, flag, [stage]);
      for (const variable of inside)
        coverage.model.atMost(
          `whole ${policy}/${limit.id} ${stage.number} ${claims[variable]!.id}`,
          [
            [variable, 1],
            [flag.variable, -1],
          ],
          0,
        );
    }
}

/** One variable for each stage that may be joined in the start month and each way to leave something outstanding. */
function reachStages(setting: Setting, coverage: Coverage): [number, number][] {
  const reached = openEntries(setting)
    .filter(({ stage }) => stage > 1)
    .flatMap((point) => waysIn(setting, coverage, point, 'reach'));
  coverage.model.atMost(
    'one stage',
    reached.map(([flag]): Term => [flag, 1]),
    1,
  );
  return reached;
}

/** The flags of an entry point, one for each way to leave something outstanding: while one is 1, the stages before it are whole. */
function waysIn(setting: Setting, coverage: Coverage, point: EntryPoint, verb: 'reach' | 'join'): [number, number][] {
  const index = setting.delivery!.entryPoints.indexOf(point);
  return alternatives(point.outstanding).map((outstanding) => {
    const how = Object.keys(outstanding).map((what) => ` ${what}`);
    const flag = flagOf(coverage, `${verb} ${point.stage} #${index}${how}`);
    requireWhole(coverage, flag, setting.stages.slice(0, point.stage - 1), outstanding);
    return [flag.variable, point.stage];
  });
}

/** Stages before the one joined are whole, by one of its open entry points. */
function join(setting: Setting, coverage: Coverage, stage: number): void {
  const flags = openEntries(setting)
    .filter((point) => point.stage === stage)
    .flatMap((point) => waysIn(setting, coverage, point, 'join'));
  coverage.model.atLeast(
    'join',
    flags.map(([flag]): Term => [flag, 1]),
    1,
  );
}
