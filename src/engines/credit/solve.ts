import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import { compareLists } from '../../domain/order.js';
import type { Objective } from '../../domain/questions.js';
import type { Month } from '../../domain/time.js';
import type { Steps } from '../../kernel/best-binary.js';
import { bestInOrder, type InOrder } from '../../kernel/best-in-order.js';
import { type Part, type Weighed, weigh } from '../../kernel/lexicographic.js';
import type { Tree } from '../../kernel/proof.js';
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
  /** False where a budget of steps was hit, or not every choice was tried: `bound` tells what there might be. */
  readonly proven: boolean;
  /** No claims give more credits, and no later stage with as many; under ENTRY no later stage, and no more credits there. */
  readonly bound: { readonly credits: number; readonly entryStage: number };
  /** What was tried, each with its proof: with progress, then without, then with nothing. Of a leg of a route kept only where that is asked. */
  readonly attempts: readonly Attempt[];
}

/** One model and the proof of what is best in it. */
export interface Attempt {
  readonly model: CreditModel;
  readonly objective: Float64Array;
  readonly tree: Tree;
}

/** Pivots and nodes that one assessment may take. */
const STEPS = 200_000;

/**
 * The best claims (spec 3.4). Where nothing fits the limits, all progress lapses and enrolment is the start month; no
 * claims and no progress is always allowed. With `joining`, only sets that make the stages before it whole: null if
 * there is none.
 */
export function solve(setting: Setting, objective: Objective, joining?: undefined, steps?: number): Solution;
export function solve(setting: Setting, objective: Objective, joining: Joining | undefined): Solution | null;
export function solve(setting: Setting, objective: Objective, joining?: Joining, steps = STEPS): Solution | null {
  const budget = { left: steps };
  const progress = progressOf(setting);
  const enrolled = setting.holdings.enrolled.get(setting.programme.id) ?? Math.min(setting.start, ...progress.values());
  const stands = attempt(setting, progress, enrolled, objective, budget, joining);
  if (stands.solution) return stands.solution;
  const anywhere = joining
    ? attempt(setting, progress, enrolled, objective, budget, { ...joining, onlySpans: true })
    : stands;
  if (anywhere.solution) return null;
  const lapsed = attempt(setting, new Map(), setting.start, objective, budget, joining);
  const solution = lapsed.solution ?? nothing(setting, objective, budget, joining);
  if (!solution || (joining && !joining.proven)) return solution;
  const tried = lapsed.solution ? [anywhere] : [anywhere, lapsed];
  const attempts = [...tried.map(({ tried }) => tried), ...solution.attempts];
  if (tried.every(({ refuted }) => refuted)) return { ...solution, attempts };
  return { ...solution, attempts, proven: false, bound: everything(setting) };
}

/** The best of one model; `refuted`: nothing fits, and that is proven, not only not found in time. */
function attempt(
  setting: Setting,
  progress: ReadonlyMap<Id, Month>,
  enrolled: Month,
  objective: Objective,
  steps: Steps,
  joining?: Joining,
  claims: Claims = claimsOf(setting, progress),
): { solution: Solution | null; refuted: boolean; tried: Attempt } {
  const model = modelOf(setting, claims.standing, progress, enrolled, joining);
  const held = valued(model, (claim) => (model.usedOnce.size ? 0 : -claim.sources.length));
  for (const variable of model.usedOnce.values()) held[variable] = -1;
  const leading = leadingOf(setting, model, objective);
  const best = bestInOrder(
    model.model,
    leading,
    [
      valued(model, (claim) => (claim.strength === 'guaranteed' ? HALVES * claim.credits : 0)),
      valued(model, (claim) => (claim.strength === 'discretion' ? 0 : HALVES * claim.credits)),
      held,
      valued(model, () => -1),
    ],
    model.claims.map((_, i) => i),
    steps,
  );
  const tried = { model, objective: leading.objective, tree: best.tree };
  if (!best.values) return { solution: null, refuted: best.bound === Number.NEGATIVE_INFINITY, tried };
  const kept = joining && !joining.proven ? [] : [tried];
  const found = solution(setting, claims, model, best, leading, progress, enrolled, objective, kept);
  return { solution: found, refuted: false, tried };
}

/** The first two parts of the objective, which are proven: credits and the entry stage, in the order asked. */
export function leadingOf(setting: Setting, model: CreditModel, objective: Objective): Weighed {
  const stage = new Float64Array(model.model.variables);
  for (const [variable, reached] of model.reached) stage[variable] = reached - 1;
  const all = [...setting.stageOf.keys()].reduce((sum, id) => sum + setting.catalogue.modules.get(id)!.credits, 0);
  const credits: Part = { gains: valued(model, (claim) => HALVES * claim.credits), least: 0, most: HALVES * all };
  const entry: Part = { gains: stage, least: 0, most: setting.stages.length - 1 };
  return weigh(model.model.variables, objective === 'CREDITS' ? [credits, entry] : [entry, credits]);
}

const valued = ({ model, claims }: CreditModel, worth: (claim: Claim) => number): Float64Array => {
  const objective = new Float64Array(model.variables);
  for (let i = 0; i < claims.length; i++) objective[i] = worth(claims[i]!);
  return objective;
};

function solution(
  setting: Setting,
  claims: Claims,
  { claims: asked, reached }: CreditModel,
  { values, worth, bound, decided }: InOrder,
  { sums }: Weighed,
  progress: ReadonlyMap<Id, Month>,
  enrolled: Month,
  objective: Objective,
  attempts: readonly Attempt[],
): Solution {
  const used = asked.filter((_, i) => values![i]);
  const sum = (counts: (claim: Claim) => boolean): number =>
    used.reduce((total, claim) => total + (counts(claim) ? claim.credits : 0), 0);
  const [first = 0, second = 0] = sums(bound);
  const [halves, stage] = objective === 'CREDITS' ? [first, second] : [second, first];
  return {
    setting,
    claims,
    used,
    progress,
    enrolled,
    credits: sum(() => true),
    entryStage: Math.max(1, ...reached.filter(([variable]) => values![variable]).map(([, stage]) => stage)),
    guaranteed: sum(({ strength }) => strength === 'guaranteed'),
    guaranteedAndPrecedent: sum(({ strength }) => strength !== 'discretion'),
    heldUsed: new Set(used.flatMap(({ sources }) => sources.map(({ id }) => id))).size,
    proven: decided && bound === worth && claims.cut.length === 0,
    bound: claims.cut.length ? everything(setting) : { credits: halves / HALVES, entryStage: stage + 1 },
    attempts,
  };
}

/** Where not every choice was tried, no more is known than that there is no more than the whole programme. */
const everything = ({ stageOf, stages, catalogue }: Setting): Solution['bound'] => ({
  credits: [...stageOf.keys()].reduce((sum, id) => sum + catalogue.modules.get(id)!.credits, 0),
  entryStage: Math.max(1, stages.length),
});

/** No claims and no progress, which no limit forbids: the stage that may be joined all the same. */
function nothing(setting: Setting, objective: Objective, steps: Steps, joining?: Joining): Solution | null {
  const free = { ...setting, limits: [] };
  const claims = { ...claimsOf(setting, new Map()), standing: [] };
  const { solution } = attempt(free, new Map(), setting.start, objective, steps, joining, claims);
  return solution && { ...solution, setting };
}

/** What one set of claims is judged by against another. */
export type Ranked = Pick<Solution, 'credits' | 'entryStage' | 'guaranteed' | 'guaranteedAndPrecedent' | 'heldUsed'> & {
  readonly used: readonly { readonly id: string }[];
};

/** Whether a is better than b by the objective and its ties up to the claims' ids; 0 where they are equal. */
export function compareSolutions(a: Ranked, b: Ranked, objective: Objective): number {
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
