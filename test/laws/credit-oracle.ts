import type { Rows } from '../../src/domain/catalogue.js';
import type { Id } from '../../src/domain/fact.js';
import type { Delivery } from '../../src/domain/provision.js';
import type { CreditQuestion, Objective } from '../../src/domain/questions.js';
import { validIn } from '../../src/domain/time.js';
import { byCodeUnit, type Claim, type Progress, progressOf, standingClaims } from './credit-oracle-claims.js';
import { type Frame, frameOf } from './credit-oracle-frame.js';
import { type Chosen, holdsBack, hoursFit, spanFits } from './credit-oracle-limits.js';
import { stagesReached, withinGroup } from './credit-oracle-stages.js';

/** A set of claims that all limits let stand, with what 3.4 measures it by. */
export interface AllowedSet {
  claims: Claim[];
  /** Claim ids in order. */
  ids: string[];
  progress: Progress[];
  /** Every stage one may join with it in the start month, in rising order. */
  reached: number[];
  entryStage: number;
  credits: number;
  guaranteed: number;
  guaranteedAndPrecedent: number;
  heldUsed: number;
  /** True where the progress had to lapse for anything to fit a span. */
  lapsed: boolean;
}

export interface Asked {
  /** Leaves out claims, for example those that can no longer be lodged in time. */
  only?: (claim: Claim) => boolean;
  /** The stage that is joined: sets that do not reach it are left out, and spans are judged from it, not from the highest reached. */
  joining?: number;
}

export interface OracleAnswer {
  delivery: Id | null;
  credits: number;
  entryStage: number;
  claims: string[];
  progress: Id[];
  guaranteed: number;
  guaranteedAndPrecedent: number;
  heldUsed: number;
  lapsed: boolean;
}

/** The best set of claims by trying every set, for every delivery asked. */
export function creditOracle(rows: Rows, question: CreditQuestion): OracleAnswer {
  const answers = asked(rows, question).map((delivery) => ({
    delivery,
    best: bestOf(allowedSets(frameOf(rows, question, delivery)), question.objective),
  }));
  const [first] = answers.sort(
    (a, b) => compare(a.best, b.best, question.objective) || byCodeUnit(a.delivery?.id ?? '', b.delivery?.id ?? ''),
  );
  if (!first) throw new Error('a question is about one delivery at least');
  const { ids, progress, credits, entryStage, guaranteed, guaranteedAndPrecedent, heldUsed, lapsed } = first.best;
  return {
    delivery: first.delivery?.id ?? null,
    credits,
    entryStage,
    claims: ids,
    progress: progress.map(({ module }) => module).sort(byCodeUnit),
    guaranteed,
    guaranteedAndPrecedent,
    heldUsed,
    lapsed,
  };
}

/** The delivery named, or else each that is valid when study starts; none is what a programme without deliveries gives. */
export function asked(rows: Rows, { programme, delivery, start }: CreditQuestion): (Delivery | null)[] {
  const all = rows.deliveries.filter((row) => row.programme === programme);
  const chosen = all.filter((row) => (delivery === undefined ? validIn(row, start) : row.id === delivery));
  if (delivery !== undefined && chosen.length === 0) throw new Error(`${delivery}: no such delivery`);
  return chosen.length ? chosen : [null];
}

/** All sets of claims that satisfy every limit, the empty one among them unless a stage must be reached. */
export function allowedSets(frame: Frame, ask: Asked = {}): AllowedSet[] {
  const progress = progressOf(frame);
  const fitting = setsWith(frame, progress, ask, true);
  if (fitting.length) return fitting;
  // With progress kept, nothing fits: progress lapses, and no claims at all is always allowed.
  const anyway = setsWith(frame, [], ask, false);
  return anyway.map((set) => ({ ...set, lapsed: progress.length > 0 }));
}

function setsWith(frame: Frame, progress: Progress[], ask: Asked, enrolled: boolean): AllowedSet[] {
  const claims = standingClaims(frame, progress).filter(ask.only ?? (() => true));
  const allowed: AllowedSet[] = [];
  for (const set of disjointSets(frame, claims, progress)) {
    const chosen: Chosen = { claims: set, progress, done: doneWith(set, progress) };
    const reached = stagesReached(frame, chosen.done);
    if (ask.joining !== undefined && !reached.includes(ask.joining)) continue;
    const stage = ask.joining ?? Math.max(...reached);
    if (isAllowed(frame, chosen, stage, enrolled)) allowed.push(measured(chosen, reached));
  }
  return allowed;
}

/** One set of claims measured, if every limit lets it stand with this progress, which is `enrolled` or has lapsed; null if not. */
export function measuredIfAllowed(
  frame: Frame,
  claims: Claim[],
  progress: Progress[],
  enrolled: boolean,
): AllowedSet | null {
  const chosen: Chosen = { claims, progress, done: doneWith(claims, progress) };
  const reached = stagesReached(frame, chosen.done);
  const { marks, taken } = usesOf(frame, claims, progress);
  const uses = [...taken, ...marks.flat()];
  return new Set(uses).size === uses.length && isAllowed(frame, chosen, Math.max(...reached), enrolled)
    ? measured(chosen, reached)
    : null;
}

const doneWith = (claims: Claim[], progress: Progress[]): Set<Id> =>
  new Set([...claims.flatMap(({ targets }) => targets), ...progress.map(({ module }) => module)]);

function isAllowed(frame: Frame, chosen: Chosen, stage: number, enrolled: boolean): boolean {
  const spans = frame.limits.filter((limit) => limit.kind === 'span');
  const nothing = chosen.claims.length === 0;
  if (nothing && !enrolled) return true;
  const inSpan = frame.delivery === null || spans.every((span) => spanFits(frame, span, chosen, stage, enrolled));
  if (nothing || !inSpan) return inSpan;
  const hours = frame.limits.filter((limit) => limit.kind === 'hours');
  return (
    groupsKept(frame, chosen) &&
    frame.limits.every((limit) => !holdsBack(frame, limit, chosen)) &&
    hoursFit(frame, hours, chosen.claims)
  );
}

/** Where something is credited in a group, the group is not exceeded. */
function groupsKept(frame: Frame, { claims, done }: Chosen): boolean {
  const targets = new Set(claims.flatMap((claim) => claim.targets));
  return frame.stages
    .flatMap(({ groups }) => groups)
    .filter(({ members }) => members.flat().some((id) => targets.has(id)))
    .every((group) => withinGroup(frame, group, done));
}

/** What each claim uses that no other may, and what progress uses of it already. */
function usesOf(frame: Frame, claims: Claim[], progress: Progress[]): { marks: string[][]; taken: string[] } {
  const reuse = frame.limits.some((limit) => limit.kind === 'single-use' && limit.allow === true);
  return {
    taken: reuse ? [] : progress.flatMap(({ held }) => (held === undefined ? [] : [`held ${held}`])),
    marks: claims.map(({ targets, sources }) => [
      ...targets.map((id) => `target ${id}`),
      ...(reuse ? [] : sources.map((id) => `held ${id}`)),
    ]),
  };
}

/** Every set of claims that credits no target twice and, unless a policy allows it, uses no held module twice. */
function* disjointSets(frame: Frame, claims: Claim[], progress: Progress[]): Generator<Claim[]> {
  const { marks, taken } = usesOf(frame, claims, progress);
  const used = new Set(taken);
  const chosen: Claim[] = [];
  function* from(index: number): Generator<Claim[]> {
    const claim = claims[index];
    const mark = marks[index];
    if (!claim || !mark) {
      yield [...chosen];
      return;
    }
    yield* from(index + 1);
    if (mark.some((one) => used.has(one))) return;
    for (const one of mark) used.add(one);
    chosen.push(claim);
    yield* from(index + 1);
    chosen.pop();
    for (const one of mark) used.delete(one);
  }
  yield* from(0);
}

function measured({ claims, progress }: Chosen, reached: number[]): AllowedSet {
  const credits = (some: Claim[]): number => some.reduce((total, claim) => total + claim.credits, 0);
  return {
    claims,
    ids: claims.map(({ id }) => id).sort(byCodeUnit),
    progress,
    reached,
    entryStage: Math.max(...reached),
    credits: credits(claims),
    guaranteed: credits(claims.filter(({ strength }) => strength === 'guaranteed')),
    guaranteedAndPrecedent: credits(claims.filter(({ strength }) => strength !== 'discretion')),
    heldUsed: new Set(claims.flatMap(({ sources }) => sources)).size,
    lapsed: false,
  };
}

/** The best of some sets; there is at least one. */
export function bestOf(sets: AllowedSet[], objective: Objective = 'CREDITS'): AllowedSet {
  return sets.reduce((best, next) => (compare(next, best, objective) < 0 ? next : best));
}

/** Below 0 where `a` is better than `b` by 3.4. */
export function compare(a: AllowedSet, b: AllowedSet, objective: Objective = 'CREDITS'): number {
  const credits = b.credits - a.credits;
  const entry = b.entryStage - a.entryStage;
  return (
    (objective === 'ENTRY' ? entry || credits : credits || entry) ||
    b.guaranteed - a.guaranteed ||
    b.guaranteedAndPrecedent - a.guaranteedAndPrecedent ||
    a.heldUsed - b.heldUsed ||
    a.ids.length - b.ids.length ||
    compareIds(a.ids, b.ids)
  );
}

function compareIds(a: string[], b: string[]): number {
  const at = a.findIndex((id, index) => id !== b[index]);
  return at < 0 ? 0 : byCodeUnit(a[at] ?? '', b[at] ?? '');
}
