import type { Claim } from '../../../domain/claim.js';
import type { Id } from '../../../domain/fact.js';
import type { Month } from '../../../domain/time.js';
import { bestBinary } from '../../../kernel/best-binary.js';
import { Compact } from '../../../kernel/compact.js';
import { claimsOf } from '../../credit/claims.js';
import { type CreditModel, type Joining, modelOf } from '../../credit/model.js';
import { progressOf, type Setting } from '../../credit/setting.js';
import { leadingOf } from '../../credit/solve.js';
import { HALVES } from '../../credit/wholeness.js';

/** The most credits with which a stage can be joined; what is not proven is bounded. */
export interface MostCredits {
  /** Null: no set of claims lets one join there. */
  readonly credits: number | null;
  /** No more than so many; null: none at all. */
  readonly bound: number | null;
}

const NOT_THERE: MostCredits = { credits: null, bound: null };
/** Pivots and nodes that one question may take. */
export const STEPS = 100_000;

/**
 * The most credits that one set of claims gives which lets a learner join a stage (spec 3.4): the stages before it whole,
 * every limit kept, spans judged from that stage. Where nothing fits the limits all progress lapses, and no claims and
 * no progress is always allowed.
 */
export function mostCredits(setting: Setting, stage: number): MostCredits {
  const progress = progressOf(setting);
  const enrolled = setting.holdings.enrolled.get(setting.programme.id) ?? Math.min(setting.start, ...progress.values());
  const { claims, cut } = withClaims(setting, progress);
  const joining: Joining = { stage };
  const stands = mayBeWhole(setting, claims, progress, stage)
    ? most(setting, modelOf(setting, claims, progress, enrolled, joining))
    : NOT_THERE;
  if (stands.credits !== null || stands.bound !== null) return widened(setting, stands, cut);
  if (progress.size === 0 && enrolled === setting.start) return widened(setting, withNothing(setting, stage), cut);
  const spans = modelOf(setting, claims, progress, enrolled, { ...joining, onlySpans: true });
  if (most(setting, spans).credits !== null) return widened(setting, NOT_THERE, cut);
  return widened(setting, lapsed(setting, stage), cut);
}

function lapsed(setting: Setting, stage: number): MostCredits {
  const none = new Map<Id, Month>();
  const { claims } = withClaims(setting, none);
  const found = mayBeWhole(setting, claims, none, stage)
    ? most(setting, modelOf(setting, claims, none, setting.start, { stage }))
    : NOT_THERE;
  return found.credits === null && found.bound === null ? withNothing(setting, stage) : found;
}

/** No claims and no progress, which no limit forbids. */
export function withNothing(setting: Setting, stage: number): MostCredits {
  const none = new Map<Id, Month>();
  const free = { ...setting, limits: [] };
  if (!mayBeWhole(free, [], none, stage)) return NOT_THERE;
  return most(free, modelOf(free, [], none, setting.start, { stage }));
}

/** The claims that stand, and whether some choices of a row were not tried. */
export const withClaims = (setting: Setting, progress: ReadonlyMap<Id, Month>) => {
  const { standing, cut } = claimsOf(setting, progress);
  return { claims: standing, cut: cut.length > 0 };
};

/** Where not every choice of a row was tried there may be more, up to the whole programme. */
function widened({ stageOf, catalogue }: Setting, found: MostCredits, cut: boolean): MostCredits {
  if (!cut) return found;
  const all = [...stageOf.keys()].reduce((sum, id) => sum + catalogue.modules.get(id)!.credits, 0);
  return { ...found, bound: all };
}

/** What more is needed of single modules, at the least, beside the claims that stand in a setting. */
export interface Shortfall {
  /** Credits that these claims together can come to at the most, whatever else is credited. */
  readonly credits: number;
  /** Core modules before the stage that none of them covers, and that may not stay outstanding. */
  readonly uncovered: number;
}

const NOTHING_SHORT: Shortfall = { credits: Number.POSITIVE_INFINITY, uncovered: 0 };

/**
 * What a learner joining a stage falls short of with the claims that stand. Agreements are left out where each takes all
 * that is held, so that nothing is left to cover a module by. Limits that ask for more credit rather than less (a
 * minimum, whole stages, hours) and spans are left out too: whatever is credited besides, these claims give no more.
 */
export function shortfallAt(setting: Setting, stage: number): Shortfall {
  const progress = progressOf(setting);
  const { claims: standing, cut } = withClaims(setting, progress);
  // What lapses or comes back with a lever, or was not tried, is not bounded by what stands now.
  if (progress.size > 0 || cut) return NOTHING_SHORT;
  const { size } = setting.holdings.sources;
  const leaves = ({ kind, sources }: Claim): boolean => kind !== 'agreement' || sources.length < size;
  const claims = setting.reusable ? standing : standing.filter(leaves);
  const free = { ...setting, limits: setting.limits.filter(({ limit }) => !ASKING_MORE.has(limit.kind)) };
  const { bound } = most(free, modelOf(free, claims, progress, setting.start, { stage: 1 }));
  const covered = new Set(claims.flatMap(({ targets }) => targets));
  const spared = setting.delivery?.entryPoints.some((point) => point.stage === stage && point.outstanding);
  const before = spared ? [] : setting.stages.slice(0, stage - 1).flatMap(({ core }) => core);
  return { credits: bound ?? 0, uncovered: before.filter((id) => !covered.has(id)).length };
}

const ASKING_MORE: ReadonlySet<string> = new Set(['minimum', 'whole-stages', 'span', 'hours']);

/** Cheap look ahead: false only where some core module before the stage can neither be covered nor stay outstanding. */
export function mayBeWhole(
  { stages, delivery }: Setting,
  claims: CreditModel['claims'],
  progress: ReadonlyMap<Id, Month>,
  stage: number,
): boolean {
  if (stage === 1) return true;
  if (delivery?.entryPoints.some((point) => point.stage === stage && point.outstanding)) return true;
  const covered = new Set(claims.flatMap(({ targets }) => targets));
  return stages.slice(0, stage - 1).every(({ core }) => core.every((id) => covered.has(id) || progress.has(id)));
}

function most(setting: Setting, model: CreditModel): MostCredits {
  const weighed = leadingOf(setting, model, 'CREDITS');
  const compact = new Compact(model.model.variables, model.model.rows);
  const { values, bound } = bestBinary(compact, model.model.turns, weighed, { left: STEPS });
  const upper = bound === Number.NEGATIVE_INFINITY ? null : (weighed.sums(bound)[0] ?? 0) / HALVES;
  if (!values) return { credits: null, bound: upper };
  const credits = model.claims.reduce((sum, claim, i) => sum + (values[i] ? claim.credits : 0), 0);
  return { credits, bound: upper };
}
