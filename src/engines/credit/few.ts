import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Limit } from '../../domain/limits.js';
import type { Objective } from '../../domain/questions.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import { caps } from '../../rules/limits/index.js';
import { stageReached } from './breaks.js';
import { type Claims, claimsOf } from './claims.js';
import { type Group, liesWithin } from './curriculum.js';
import { openEntries } from './entries.js';
import { exempt, progressOf, type Setting, yardstick } from './setting.js';
import { compareSolutions, type Ranked, type Solution, solve } from './solve.js';
import { excludes } from './unchosen.js';
import { HALVES } from './wholeness.js';

/** Claims, and members of a group, of which all sets are tried. */
const MOST = 12;
/** Sets that are tried before the solver is asked instead. */
const MOST_SETS = 2_000;

/**
 * The best solution of each setting, without proofs that could be shown: among few claims under limits that add
 * something up, every set is tried, which takes less than to set up a search; all else is asked of the solver. Settings
 * of one programme that teach the same under the same limits share their claims.
 */
export function solveEach(settings: readonly Setting[], objective: Objective): Solution[] {
  let shared: { setting: Setting; claims: Claims } | undefined;
  return settings.map((setting) => {
    if (progressOf(setting).size > 0 || !sums(setting)) return solve(setting, objective);
    if (!shared || !sameClaims(shared.setting, setting)) shared = { setting, claims: claimsOf(setting, NO_PROGRESS) };
    return bestOfFew(setting, shared.claims, objective) ?? solve(setting, objective);
  });
}

const NO_PROGRESS: ReadonlyMap<Id, number> = new Map();

const sameClaims = (a: Setting, b: Setting): boolean =>
  a.stages === b.stages && a.limits.length === b.limits.length && a.limits.every((limit, at) => limit === b.limits[at]);

/** The best of all sets of these claims (spec 3.4), where they are few and nothing is progress; null where they are not. */
function bestOfFew(setting: Setting, { standing, refused, cut }: Claims, objective: Objective): Solution | null {
  const claims = standing.filter(({ kind }) => kind !== 'hours');
  const groups = setting.stages.flatMap((stage) => stage.groups);
  if (cut.length > 0 || claims.length > MOST || groups.some(({ members }) => members.length > MOST)) return null;
  const search = new Sets(setting, claims, groups, objective);
  if (!search.run()) return null;
  return {
    setting,
    claims: { standing, refused, cut },
    progress: new Map(),
    enrolled: setting.holdings.enrolled.get(setting.programme.id) ?? setting.start,
    ...search.best,
    proven: true,
    bound: { credits: search.best.credits, entryStage: search.best.entryStage },
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
  readonly #groups: readonly Group[];
  readonly #mayJoinLate: boolean;
  readonly #chosen: Claim[] = [];
  readonly #totals: number[];
  #credits = 0;
  #tried = 0;

  constructor(
    readonly setting: Setting,
    readonly claims: readonly Claim[],
    groups: readonly Group[],
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
    const covered = new Set(claims.flatMap(({ targets }) => targets));
    this.#groups = groups.filter(({ modules }) => [...modules].some((module) => covered.has(module)));
    this.#mayJoinLate = openEntries(setting).some(
      ({ stage, outstanding }) =>
        stage > 1 &&
        (outstanding ||
          setting.stages.slice(0, stage - 1).every(({ core }) => core.every((module) => covered.has(module)))),
    );
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
    const done = this.#groups.length > 0 || this.#mayJoinLate ? this.#done() : NOT_ASKED;
    if (!this.#groups.every((group) => liesWithin(group, inside(group, done), group.choose))) return;
    const next = this.#ranked(this.#mayJoinLate ? stageReached(this.setting, done) : 1);
    if (this.best === NOTHING || compareSolutions(next, this.best, this.objective) < 0) this.best = next;
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
