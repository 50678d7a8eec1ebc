import type { EntryPoint } from '../../domain/catalogue.js';
import { type Claim, HOUR_KINDS, type HourKind } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import { calendarMonth, type Month, monthOf, validIn } from '../../domain/time.js';
import { BinaryModel, type Term } from '../../kernel/binary-model.js';
import { hoursFloors } from '../../rules/limits/hours.js';
import { caps } from '../../rules/limits/index.js';
import type { Yardstick } from '../../rules/limits/cap.js';
import { exempt, ofKind, type Setting } from './setting.js';
import { keepSpan } from './span.js';
import { alternatives, type Coverage, HALVES, keepGroup, requireWhole } from './wholeness.js';

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
}

export function yardstick({ programme, stages }: Setting): Yardstick {
  const { credits, theoryHours, practiceHours } = programme;
  return {
    finalStage: stages.length,
    ...(credits === undefined ? {} : { credits }),
    ...(theoryHours === undefined ? {} : { theoryHours }),
    ...(practiceHours === undefined ? {} : { practiceHours }),
  };
}

/** Entry points of the delivery that are open in the start month, but those of stage 1 only where asked. */
export function openEntries({ delivery, start }: Pick<Setting, 'delivery' | 'start'>): EntryPoint[] {
  if (!delivery || !isOpen(delivery, start)) return [];
  return delivery.entryPoints.filter((point) => point.months.includes(calendarMonth(start)) && validIn(point, start));
}

const isOpen = (delivery: { from?: string; to?: string; firstEntry?: string; lastEntry?: string }, start: Month): boolean =>
  validIn(delivery, start) &&
  (delivery.firstEntry === undefined || monthOf(delivery.firstEntry) <= start) &&
  (delivery.lastEntry === undefined || start <= monthOf(delivery.lastEntry));

/**
 * The rows of 3.3 and 3.4 for a set of standing claims. With `joining`, only sets that make the stages before it whole,
 * and the span is judged from it. `enrolled` is the first enrolment, where progress stands.
 */
export function modelOf(
  setting: Setting, all: readonly Claim[], progress: ReadonlyMap<Id, Month>, enrolled: Month, joining?: Joining,
): CreditModel {
  const floors = ofKind(setting.limits, 'hours').flatMap(({ limit }) => hoursFloors(limit, yardstick(setting)));
  const claims = floors.length ? all : all.filter(({ kind }) => kind !== 'hours');
  const model = new BinaryModel();
  const variables = claims.map(() => model.variable());
  model.decided();
  const covering = grouped(claims.flatMap(({ targets }, i) => targets.map((target) => [target, variables[i]!] as const)));
  const creditsOf = (module: Id): number => setting.catalogue.modules.get(module)?.credits ?? 0;
  const coverage: Coverage = { model, covering, progress, creditsOf };

  for (const using of covering.values()) model.atMost(using.map((variable): Term => [variable, 1]), 1);
  const usedOnce = useHeld(setting, claims, variables, model);
  for (const stage of setting.stages) for (const group of stage.groups) keepGroup(coverage, group);
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
function useHeld({ reusable }: Setting, claims: readonly Claim[], variables: readonly number[], model: BinaryModel): Map<Id, number> {
  const users = grouped(claims.flatMap(({ sources }, i) => sources.map(({ id }) => [id, variables[i]!] as const)));
  const used = new Map<Id, number>();
  for (const [held, using] of users) {
    if (!reusable) model.atMost(using.map((variable): Term => [variable, 1]), 1);
    else {
      const flag = model.variable();
      used.set(held, flag);
      for (const variable of using) model.atMost([[variable, 1], [flag, -1]], 0);
    }
  }
  return used;
}

function keepCaps(setting: Setting, claims: readonly Claim[], variables: readonly number[], model: BinaryModel): void {
  for (const { limit } of setting.limits)
    for (const { counts, most } of caps(limit, yardstick(setting)))
      if (Number.isFinite(most))
        model.atMost(
          claims.flatMap((claim, i): Term[] => (exempt(limit, claim) ? [] : [[variables[i]!, HALVES * counts(claim)]])),
          Math.floor(HALVES * most),
        );
}

/**
 * Hours credited and still to study reach the floor: shortfall of the claims, less what claims of hours alone make
 * good, stays within the programme's slack; and what is made good stays under every cap of hours.
 */
function keepFloors(setting: Setting, claims: readonly Claim[], variables: readonly number[], model: BinaryModel): void {
  const programme = yardstick(setting);
  const hours = ofKind(setting.limits, 'hours');
  for (const { limit } of hours)
    for (const { kind, slack } of hoursFloors(limit, programme)) {
      const short = claims.flatMap((claim, i): Term[] =>
        exempt(limit, claim) || claim.kind === 'hours' ? [] : [[variables[i]!, HALVES * (claim.targetHours[kind] - claim.hours[kind])]]);
      const alone = claims.flatMap((claim, i): Term[] => (claim.kind === 'hours' && slack >= 0 ? [[variables[i]!, -HALVES * claim.hours[kind]]] : []));
      model.atMost([...short, ...alone], HALVES * slack);
      if (alone.length > 0) keepMadeGood(setting, claims, variables, model, kind, short, slack);
    }
}

/** Hours made good, at least the shortfall less the slack, and hours given keep every cap together. */
function keepMadeGood(
  setting: Setting, claims: readonly Claim[], variables: readonly number[], model: BinaryModel,
  kind: HourKind, short: readonly Term[], slack: number,
): void {
  for (const { limit } of setting.limits)
    for (const { unit, counts, most } of caps(limit, yardstick(setting)))
      if (unit === `${kind} hours`)
        model.atMost(
          [...short, ...claims.flatMap((claim, i): Term[] => (exempt(limit, claim) ? [] : [[variables[i]!, HALVES * counts(claim)]]))],
          HALVES * (most + slack),
        );
}

/** A total under n credits is not given: none, or at least n. */
function keepMinimum(setting: Setting, claims: readonly Claim[], variables: readonly number[], model: BinaryModel): void {
  for (const { limit } of ofKind(setting.limits, 'minimum')) {
    const counted = claims.flatMap((claim, i): Term[] => (exempt(limit, claim) ? [] : [[variables[i]!, HALVES * claim.credits]]));
    const some = model.variable();
    model.atLeast([...counted, [some, -HALVES * limit.credits]], 0);
    for (const [variable, credits] of counted) if (credits > 0) model.atMost([[variable, 1], [some, -1]], 0);
  }
}

/** Credit only in stages that are credited whole; exempt credit helps to make them so. */
function keepWholeStages(setting: Setting, claims: readonly Claim[], variables: readonly number[], coverage: Coverage): void {
  for (const { limit } of ofKind(setting.limits, 'whole-stages'))
    for (const stage of setting.stages) {
      const inside = claims.flatMap((claim, i) => (claim.creditsByStage.has(stage.number) && !exempt(limit, claim) ? [variables[i]!] : []));
      if (inside.length === 0) continue;
      const whole = coverage.model.variable();
      requireWhole(coverage, whole, [stage]);
      for (const variable of inside) coverage.model.atMost([[variable, 1], [whole, -1]], 0);
    }
}

/** One variable for each stage that may be joined in the start month and each way to leave something outstanding. */
function reachStages(setting: Setting, coverage: Coverage): [number, number][] {
  const reached = openEntries(setting).filter(({ stage }) => stage > 1).flatMap((point) =>
    alternatives(point.outstanding).map((outstanding): [number, number] => {
      const flag = coverage.model.variable();
      requireWhole(coverage, flag, setting.stages.slice(0, point.stage - 1), outstanding);
      return [flag, point.stage];
    }));
  coverage.model.atMost(reached.map(([flag]): Term => [flag, 1]), 1);
  return reached;
}

/** Stages before the one joined are whole, by one of its open entry points. */
function join(setting: Setting, coverage: Coverage, stage: number): void {
  const flags = openEntries(setting).filter((point) => point.stage === stage).flatMap((point) =>
    alternatives(point.outstanding).map((outstanding) => {
      const flag = coverage.model.variable();
      requireWhole(coverage, flag, setting.stages.slice(0, stage - 1), outstanding);
      return flag;
    }));
  coverage.model.atLeast(flags.map((flag): Term => [flag, 1]), 1);
}

/** Hours that claims of hours alone make good, by claim, in order of ids: all they can, and never more than falls short. */
export function madeGood(setting: Setting, used: readonly Claim[]): Map<string, Record<HourKind, number>> {
  const given = new Map<string, Record<HourKind, number>>();
  for (const kind of HOUR_KINDS) {
    const others = used.filter((claim) => claim.kind !== 'hours');
    let room = others.reduce((sum, { targetHours, hours }) => sum + targetHours[kind] - hours[kind], 0);
    for (const { limit } of setting.limits)
      for (const { unit, counts, most } of caps(limit, yardstick(setting)))
        if (unit === `${kind} hours`)
          room = Math.min(room, most - others.reduce((sum, claim) => sum + (exempt(limit, claim) ? 0 : counts(claim)), 0));
    for (const claim of used) {
      if (claim.kind !== 'hours') continue;
      const amount = Math.max(0, Math.min(room, claim.hours[kind]));
      room -= amount;
      given.set(claim.id, { ...(given.get(claim.id) ?? { theory: 0, practice: 0 }), [kind]: amount });
    }
  }
  return given;
}
