import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Holdings } from '../../domain/holding.js';
import type { Limit } from '../../domain/limits.js';
import type { Programme } from '../../domain/provision.js';
import type { Include, Objective } from '../../domain/questions.js';
import type { Mapping } from '../../domain/recognition.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import { caps } from '../../rules/limits/index.js';
import { bestOf } from './best-of.js';
import { stageReached } from './breaks.js';
import { type Claims, claimsOf } from './claims.js';
import { type Group, liesWithin } from './curriculum.js';
import { deliveriesRunning, type Frame, frameOf } from './frame.js';
import { exempt, progressOf, type Setting, settingOf, yardstick } from './setting.js';
import { compareSolutions, type Ranked, type Solution, solve } from './solve.js';
import { excludes } from './unchosen.js';
import { HALVES } from './wholeness.js';

/** Claims, and members of a group, of which all sets are tried. */
const MOST = 12;
/** Sets that are tried before the solver is asked instead. */
const MOST_SETS = 2_000;

/**
 * The best solution over the deliveries in force, by the objective and then the least id, without proofs that could be
 * shown: among few claims under limits that add something up, every set is tried, which takes less than to set up a
 * search; all else is asked of the solver. Deliveries that teach the same under the same limits share their claims, and
 * where neither is joined late there is nothing to choose between them.
 */
export function bestOfDeliveries(
  catalogue: Catalogue,
  holdings: Holdings,
  asked: { programme: Programme; start: Month; include: Include; leading: readonly Mapping[] },
  objective: Objective,
): Solution {
  const { programme, start } = asked;
  let best: Solution | undefined;
  let shared: { frame: Frame; claims: Claims; late: boolean } | undefined;
  for (const delivery of deliveriesRunning(catalogue, programme, start)) {
    const frame = frameOf(catalogue, programme, delivery, start);
    const same = shared !== undefined && shared.frame.stages === frame.stages && shared.frame.limits === frame.limits;
    if (same && !shared!.late && !mayJoinLate(frame, shared!.claims)) continue;
    const setting = settingOf(catalogue, holdings, { ...asked, delivery });
    let solution: Solution | null = null;
    if (sums(setting) && progressOf(setting).size === 0) {
      const claims: Claims = same ? shared!.claims : claimsOf(setting, NO_PROGRESS);
      shared = { frame, claims, late: mayJoinLate(frame, claims) };
      solution = bestOfFew(setting, claims, shared.late, objective);
    }
    solution ??= solve(setting, objective);
    best = best ? bestOf([best, solution], objective) : solution;
  }
  return best!;
}

const NO_PROGRESS: ReadonlyMap<Id, number> = new Map();

/** Whether some of these claims could make the stages before a later entry point whole, but for what may be outstanding. */
const mayJoinLate = ({ late }: Frame, { standing }: Claims): boolean =>
  late.some(
    ({ point, core }) =>
      point.outstanding || core.every((module) => standing.some(({ targets }) => targets.includes(module))),
  );

/** The best of all sets of these claims (spec 3.4), where they are few and nothing is progress; null where they are not. */
function bestOfFew(setting: Setting, claims: Claims, late: boolean, objective: Objective): Solution | null {
  const asked = claims.standing.filter(({ kind }) => kind !== 'hours');
  if (claims.cut.length > 0 || asked.length > MOST) return null;
  const groups: Group[] = [];
  for (const stage of setting.stages)
    for (const group of stage.groups) {
      if (group.members.length > MOST) return null;
      if (asked.some(({ targets }) => targets.some((target) => group.modules.has(target)))) groups.push(group);
    }
  const search = new Sets(setting, asked, groups, late, objective);
  if (!search.run()) return null;
  const { used, credits, entryStage, guaranteed, guaranteedAndPrecedent, heldUsed } = search.best;
  return {
    setting,
    claims,
    used,
    progress: new Map(),
    enrolled: setting.holdings.enrolled.get(setting.programme.id) ?? setting.start,
    credits,
    entryStage,
    guaranteed,
    guaranteedAndPrecedent,
    heldUsed,
    proven: true,
    bound: { credits, entryStage },
    attempts: [],
  };
}

/** What a limit adds up over claims, in halves, and the most of it; and the least of it, if there is any. */
interface Sum {
  readonly limit: Limit;
  readonly counts: (claim: Claim) => number;
  readonly most: number;
  readonly least: number;
}

const sumsKnown = new WeakMap<readonly LimitInForce[], readonly Sum[] | false>();

/** The limits of a setting as sums over claims; false where some say more than that. */
function sums(setting: Setting): readonly Sum[] | false {
  const known = sumsKnown.get(setting.limits);
  if (known !== undefined) return known;
  const found = setting.limits.map(({ limit }) => sumsOf(limit, setting));
  const all = found.every((one) => one !== null) ? found.flat() : false;
  sumsKnown.set(setting.limits, all);
  return all;
}

/** The sums of one limit; null where it looks at more, or forbids even to claim nothing. */
function sumsOf(limit: Limit, setting: Setting): Sum[] | null {
  switch (limit.kind) {
    case 'minimum':
      return [
        {
          limit,
          counts: ({ credits }) => HALVES * credits,
          most: Number.POSITIVE_INFINITY,
          least: HALVES * limit.credits,
        },
      ];
    case 'mark': // these three judge claims one by one, or by pairs
    case 'currency':
    case 'single-use':
      return [];
    case 'hours':
      if (limit.floor) return null;
      break;
    case 'span':
    case 'whole-stages':
      return null;
    case 'share':
    case 'credits':
    case 'level':
    case 'stage':
    case 'module':
    case 'experiential':
    case 'residency':
      break;
  }
  const found = caps(limit, yardstick(setting));
  if (found.some(({ most }) => most < 0)) return null;
  return found.map(({ counts, most }) => ({
    limit,
    counts: (claim) => HALVES * counts(claim),
    most: Math.floor(HALVES * most),
    least: 0,
  }));
}

const NOTHING: Ranked = {
  used: [],
  credits: -1,
  entryStage: 1,
  guaranteed: 0,
  guaranteedAndPrecedent: 0,
  heldUsed: 0,
};

/** All sets of some claims, tried in the order of their lists of ids, so that of equals the first is the least. */
class Sets {
  best: Ranked = NOTHING;
  readonly #sums: readonly Sum[];
  /** What each claim adds to each sum. */
  readonly #amounts: readonly (readonly number[])[];
  /** For each claim those after it that it cannot stand beside, as bits. */
  readonly #barred: readonly number[];
  /** Credits of the claims from each on. */
  readonly #rest: readonly number[];
  readonly #chosen: Claim[] = [];
  readonly #totals: number[];
  #credits = 0;
  #tried = 0;

  constructor(
    readonly setting: Setting,
    readonly claims: readonly Claim[],
    /** Option groups that some claim credits in. */
    readonly groups: readonly Group[],
    /** Whether some set of them may be joined with late. */
    readonly late: boolean,
    readonly objective: Objective,
  ) {
    this.#sums = sums(setting) || [];
    this.#amounts = claims.map((claim) =>
      this.#sums.map(({ limit, counts }) => (exempt(limit, claim) ? 0 : counts(claim))),
    );
    this.#totals = this.#sums.map(() => 0);
    this.#barred = claims.map((claim, one) =>
      claims.reduce(
        (bits, other, at) => (at > one && excludes(claim, other, setting.reusable) ? bits | (1 << at) : bits),
        0,
      ),
    );
    this.#rest = claims.map((_, at) => claims.slice(at).reduce((sum, { credits }) => sum + credits, 0));
  }

  /** Finds the best; false if there are too many sets to be tried. */
  run(): boolean {
    return this.#from(0, 0);
  }

  #from(at: number, barred: number): boolean {
    if (++this.#tried > MOST_SETS) return false;
    if (at === this.claims.length) {
      this.#judge();
      return true;
    }
    if (this.objective === 'CREDITS' && this.#credits + this.#rest[at]! < this.best.credits) return true;
    if ((barred & (1 << at)) === 0 && this.#fits(at)) {
      this.#put(at, 1);
      const done = this.#from(at + 1, barred | this.#barred[at]!);
      this.#put(at, -1);
      if (!done) return false;
    }
    return this.#from(at + 1, barred);
  }

  #fits(at: number): boolean {
    const amounts = this.#amounts[at]!;
    return this.#sums.every(({ most }, sum) => this.#totals[sum]! + amounts[sum]! <= most);
  }

  #put(at: number, times: 1 | -1): void {
    const claim = this.claims[at]!;
    if (times === 1) this.#chosen.push(claim);
    else this.#chosen.pop();
    this.#credits += times * claim.credits;
    for (let sum = 0; sum < this.#totals.length; sum++) this.#totals[sum]! += times * this.#amounts[at]![sum]!;
  }

  /** Takes what is chosen if it is allowed, and better than the best so far. */
  #judge(): void {
    if (this.objective === 'CREDITS' && this.#credits < this.best.credits) return;
    if (this.#sums.some(({ least }, sum) => this.#totals[sum]! > 0 && this.#totals[sum]! < least)) return;
    const done = this.groups.length > 0 || this.late ? this.#done() : NOT_ASKED;
    if (!this.groups.every((group) => liesWithin(group, inside(group, done), group.choose))) return;
    const next = this.#ranked(this.late ? this.#stage(done) : 1);
    if (this.best === NOTHING || compareSolutions(next, this.best, this.objective) < 0) this.best = next;
  }

  /** The stage reached; most sets leave something to be done before every later one. */
  #stage(done: ReadonlySet<Id>): number {
    const near = this.setting.frame.late.some(
      ({ point, core }) => point.outstanding || core.every((module) => done.has(module)),
    );
    return near ? stageReached(this.setting, done) : 1;
  }

  #done(): ReadonlySet<Id> {
    const done = new Set<Id>();
    for (const { targets } of this.#chosen) for (const target of targets) done.add(target);
    return done;
  }

  #ranked(entryStage: number): Ranked {
    let [guaranteed, guaranteedAndPrecedent, heldUsed] = [0, 0, 0];
    for (const { strength, credits, sources } of this.#chosen) {
      if (strength === 'guaranteed') guaranteed += credits;
      if (strength !== 'discretion') guaranteedAndPrecedent += credits;
      heldUsed += sources.length;
    }
    if (this.setting.reusable) heldUsed = new Set(this.#chosen.flatMap(({ sources }) => sources)).size;
    return {
      used: [...this.#chosen],
      credits: this.#credits,
      entryStage,
      guaranteed,
      guaranteedAndPrecedent,
      heldUsed,
    };
  }
}

const NOT_ASKED: ReadonlySet<Id> = new Set();

const inside = ({ modules }: Group, done: ReadonlySet<Id>): Id[] => [...done].filter((module) => modules.has(module));
