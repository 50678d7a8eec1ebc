import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import { compareLists } from '../../domain/order.js';
import type { Objective } from '../../domain/questions.js';
import type { Month } from '../../domain/time.js';
import { type Best, bestInOrder, type Steps } from '../../kernel/best-binary.js';
import { type Claims, claimsOf } from './claims.js';
import { type CreditModel, type Joining, modelOf } from './model.js';
import { progressOf, type Setting } from './setting.js';
import { HALVES } from './wholeness.js';

/** The best claims of one setting. */
export interface Solution {
  readonly setting: Setting;
  readonly claims: Claims;
  readonly used: readonly Claim[];
  readonly progress: ReadonlyMap<Id, Month>;
  readonly enrolled: Month;
  readonly credits: number;
  readonly entryStage: number;
  readonly guaranteed: number;
  readonly guaranteedAndPrecedent: number;
  readonly heldUsed: number;
  /** False where a budget of steps was hit: `bound` tells how many credits there might be. */
  readonly proven: boolean;
  readonly bound: number;
}

/** Pivots and nodes that one assessment may take. */
const STEPS = 2_000_000;

/**
 * The best claims (spec 3.4). Where nothing fits the limits, all progress lapses and enrolment is the start month; no
 * claims and no progress is always allowed. With `joining`, only sets that make the stages before it whole: null if
 * there is none.
 */
export function solve(setting: Setting, objective: Objective): Solution;
export function solve(setting: Setting, objective: Objective, joining: Joining | undefined): Solution | null;
export function solve(setting: Setting, objective: Objective, joining?: Joining): Solution | null {
  const progress = progressOf(setting);
  const enrolled = setting.holdings.enrolled.get(setting.programme.id) ?? Math.min(setting.start, ...progress.values());
  const stands = attempt(setting, progress, enrolled, objective, joining);
  if (stands) return stands;
  if (joining && attempt(setting, progress, enrolled, objective, { ...joining, onlySpans: true })) return null;
  return attempt(setting, new Map(), setting.start, objective, joining) ?? nothing(setting, objective, joining);
}

function attempt(
  setting: Setting,
  progress: ReadonlyMap<Id, Month>,
  enrolled: Month,
  objective: Objective,
  joining?: Joining,
  claims: Claims = claimsOf(setting, progress),
): Solution | null {
  const model = modelOf(setting, claims.standing, progress, enrolled, joining);
  const credits = valued(model, (claim) => HALVES * claim.credits);
  const stage = new Array<number>(model.model.variables).fill(0);
  for (const [variable, reached] of model.reached) stage[variable] = reached - 1;
  const held = valued(model, (claim) => (model.usedOnce.size ? 0 : -claim.sources.length));
  for (const variable of model.usedOnce.values()) held[variable] = -1;
  const leading = objective === 'CREDITS' ? [credits, stage] : [stage, credits];
  const steps: Steps = { left: STEPS };
  const best = bestInOrder(
    model.model,
    [
      ...leading,
      valued(model, (claim) => (claim.strength === 'guaranteed' ? HALVES * claim.credits : 0)),
      valued(model, (claim) => (claim.strength === 'discretion' ? 0 : HALVES * claim.credits)),
      held,
      valued(model, () => -1),
    ],
    model.claims.map((_, i) => i),
    steps,
  );
  if (!best.values) return null;
  return solution(setting, claims, model, best, progress, enrolled, objective);
}

const valued = ({ model, claims }: CreditModel, worth: (claim: Claim) => number): number[] => {
  const objective = new Array<number>(model.variables).fill(0);
  claims.forEach((claim, i) => {
    objective[i] = worth(claim);
  });
  return objective;
};

function solution(
  setting: Setting,
  claims: Claims,
  { claims: asked, reached }: CreditModel,
  { values, proven, bound }: Best,
  progress: ReadonlyMap<Id, Month>,
  enrolled: Month,
  objective: Objective,
): Solution {
  const used = asked.filter((_, i) => values![i]);
  const sum = (counts: (claim: Claim) => boolean): number =>
    used.reduce((total, claim) => total + (counts(claim) ? claim.credits : 0), 0);
  const credits = sum(() => true);
  return {
    setting,
    claims,
    used,
    progress,
    enrolled,
    credits,
    entryStage: Math.max(1, ...reached.filter(([variable]) => values![variable]).map(([, stage]) => stage)),
    guaranteed: sum(({ strength }) => strength === 'guaranteed'),
    guaranteedAndPrecedent: sum(({ strength }) => strength !== 'discretion'),
    heldUsed: new Set(used.flatMap(({ sources }) => sources.map(({ id }) => id))).size,
    proven: proven && claims.cut.length === 0,
    bound: objective === 'CREDITS' && !proven ? bound / HALVES : credits,
  };
}

/** No claims and no progress, which no limit forbids: the stage that may be joined all the same. */
function nothing(setting: Setting, objective: Objective, joining?: Joining): Solution | null {
  const free = { ...setting, limits: [] };
  const claims = { ...claimsOf(setting, new Map()), standing: [] };
  const empty = attempt(free, new Map(), setting.start, objective, joining, claims);
  return empty && { ...empty, setting };
}

/** Whether a is better than b by the objective and its ties up to the claims' ids; 0 where they are equal. */
export function compareSolutions(a: Solution, b: Solution, objective: Objective): number {
  const leading =
    objective === 'CREDITS'
      ? [b.credits - a.credits, b.entryStage - a.entryStage]
      : [b.entryStage - a.entryStage, b.credits - a.credits];
  const ordered = [
    ...leading,
    b.guaranteed - a.guaranteed,
    b.guaranteedAndPrecedent - a.guaranteedAndPrecedent,
    a.heldUsed - b.heldUsed,
    a.used.length - b.used.length,
  ];
  return (
    ordered.find((difference) => difference !== 0) ??
    compareLists(
      a.used.map(({ id }) => id),
      b.used.map(({ id }) => id),
    )
  );
}
