import type { Id } from '../../src/domain/fact.js';
import type { SpanLimit } from '../../src/domain/limits.js';
import type { Outstanding } from '../../src/domain/provision.js';
import type { Objective } from '../../src/domain/questions.js';
import { type Program, Sums, type Term } from '../support/program.js';
import type { Claim, Progress } from './credit-oracle-claims.js';
import { creditsOf, type Frame, type GroupNow, type StageNow } from './credit-oracle-frame.js';
import { enrolment } from './credit-oracle-limits.js';
import { isOpen } from './credit-oracle-stages.js';
import { keepLimits } from './credit-program-limits.js';

/**
 * Spec 3.3 and 3.4 as sums, read off the spec and not off the engine: a column for each claim, and others that follow
 * from them. With it any solver of mixed-integer programmes tells how much the best claims are worth.
 */
export class CreditProgram {
  readonly sums = new Sums();
  readonly used: ReadonlyMap<Claim, number>;
  /** "Joined at stage k", k from 1. */
  readonly joined: readonly number[];
  readonly #progress: ReadonlySet<Id>;

  constructor(
    readonly frame: Frame,
    readonly claims: readonly Claim[],
    readonly progress: readonly Progress[],
    /** Whether progress stands, and with it the first enrolment. */
    readonly enrolled: boolean,
  ) {
    this.used = new Map(claims.map((claim) => [claim, this.sums.column()]));
    this.#progress = new Set(progress.map(({ module }) => module));
    this.#eachOnce();
    for (const { groups } of frame.stages) for (const group of groups) this.#keepGroup(group);
    keepLimits(this);
    this.joined = this.#join();
    for (const limit of frame.limits) if (limit.kind === 'span' && frame.delivery) this.#keepSpan(limit);
  }

  /** Half credits and the stage joined less 1, weighed so that the objective's first part decides before its second. */
  worth(objective: Objective): Program {
    const half = (claim: Claim): number => 2 * claim.credits;
    const all = this.claims.reduce((sum, claim) => sum + half(claim), 0);
    const [credit, stage] = objective === 'CREDITS' ? [this.frame.stages.length, 1] : [1, all + 1];
    const gains = new Map([
      ...this.claims.map((claim) => [this.used.get(claim)!, credit * half(claim)] as const),
      ...this.joined.map((column, index) => [column, stage * index] as const),
    ]);
    return this.sums.maximising(gains);
  }

  /** Terms of a sum over claims. */
  over(claims: readonly Claim[], of: (claim: Claim) => number): Term[] {
    return claims.flatMap((claim): Term[] => (of(claim) === 0 ? [] : [[this.used.get(claim)!, of(claim)]]));
  }

  /** A column that is 1 if any of these claims is used. */
  any(claims: readonly Claim[]): number {
    const some = this.sums.column();
    for (const claim of claims)
      this.sums.atMost(
        [
          [this.used.get(claim)!, 1],
          [some, -1],
        ],
        0,
      );
    return some;
  }

  /** While `flag` is 1 the stages are whole, but for what may be outstanding: modules named, or so many credits. */
  requireWhole(flag: number, stages: readonly StageNow[], outstanding: Outstanding = {}): void {
    const { sums } = this;
    const lacking = new Map<Id, number>();
    const lack = (module: Id): Term[] => {
      if (outstanding.credits === undefined && !outstanding.modules?.includes(module)) return [];
      if (!lacking.has(module)) lacking.set(module, sums.column());
      return [[lacking.get(module)!, -1]];
    };
    for (const { modules, credits, core, groups } of stages) {
      if (credits && modules.length === 0) sums.atMost([[flag, 1]], 0);
      for (const module of core)
        sums.atMost([[flag, 1], ...this.#done(module, -1), ...lack(module)], this.#stands(module));
      for (const { members, choose } of groups) {
        const taken = members.map(() => sums.column());
        const sizes = members.map((member, at): Term => [taken[at]!, this.#size(choose, member)]);
        sums.equal([...sizes, [flag, -('members' in choose ? choose.members : choose.credits)]], 0);
        for (const module of new Set(members.flat())) {
          const within = members.flatMap((member, at): Term[] => (member.includes(module) ? [[taken[at]!, -1]] : []));
          sums.atMost([...this.#done(module, 1), ...within, [flag, 1]], 1 - this.#stands(module));
          for (const [column] of within)
            sums.atMost([[column, 1], ...this.#done(module, -1), ...lack(module)], this.#stands(module));
        }
      }
    }
    if (outstanding.credits !== undefined)
      sums.atMost(
        [...lacking].map(([module, column]): Term => [column, creditsOf(this.frame, [module])]),
        outstanding.credits,
      );
  }

  /** Terms of "this module is credited", a number of times; it may also stand as progress. */
  #done(module: Id, times: number): Term[] {
    return this.#progress.has(module) ? [] : this.over(this.#covering(module), () => times);
  }

  readonly #stands = (module: Id): number => (this.#progress.has(module) ? 1 : 0);

  readonly #covering = (module: Id): Claim[] => this.claims.filter(({ targets }) => targets.includes(module));

  #size(choose: GroupNow['choose'], member: Id[]): number {
    return 'members' in choose ? 1 : creditsOf(this.frame, member);
  }

  /** Each target is credited once; each held module is used once, by progress or a claim, unless a policy allows more. */
  #eachOnce(): void {
    const { sums, claims, frame } = this;
    for (const module of new Set(claims.flatMap(({ targets }) => targets)))
      sums.atMost(
        this.over(this.#covering(module), () => 1),
        1,
      );
    if (frame.limits.some((limit) => limit.kind === 'single-use' && limit.allow)) return;
    const spent = new Set(this.progress.map(({ held }) => held));
    for (const held of new Set(claims.flatMap(({ sources }) => sources)))
      sums.atMost(
        this.over(
          claims.filter(({ sources }) => sources.includes(held)),
          () => 1,
        ),
        spent.has(held) ? 0 : 1,
      );
  }

  /** Where something is credited in a group, all that is done in it lies within members that do not exceed it. */
  #keepGroup({ members, choose }: GroupNow): void {
    const { sums } = this;
    const modules = [...new Set(members.flat())];
    const some = this.any(this.claims.filter(({ targets }) => targets.some((id) => modules.includes(id))));
    const taken = members.map(() => sums.column());
    const sizes = members.map((member, at): Term => [taken[at]!, this.#size(choose, member)]);
    sums.atMost(sizes, 'members' in choose ? choose.members : choose.credits);
    for (const module of modules) {
      const within = members.flatMap((member, at): Term[] => (member.includes(module) ? [[taken[at]!, -1]] : []));
      const done: Term[] = this.#stands(module) ? [[some, 1]] : this.#done(module, 1);
      sums.atMost([...done, ...within], 0);
    }
  }

  /** Exactly one stage is joined: the first, or one that an open entry point lets in. */
  #join(): number[] {
    const { sums, frame } = this;
    const open = (frame.delivery?.entryPoints ?? []).filter((point) => isOpen(frame, point));
    const joined = frame.stages.map(({ number }) => {
      const column = sums.column();
      if (number === 1) return column;
      const ways = open
        .filter(({ stage }) => stage === number)
        .flatMap(({ outstanding: { modules, credits } = {} }) => [
          { ...(modules ? { modules } : {}) },
          ...(credits === undefined ? [] : [{ credits }]),
        ]);
      const flags = ways.map((outstanding) => {
        const flag = sums.column();
        this.requireWhole(flag, frame.stages.slice(0, number - 1), outstanding);
        return flag;
      });
      sums.atMost([[column, 1], ...flags.map((flag): Term => [flag, -1])], 0);
      return column;
    });
    sums.equal(
      joined.map((column): Term => [column, 1]),
      1,
    );
    return joined;
  }

  /** From enrolment, or from each source used that is not exempt, to completion it takes no more months than allowed. */
  #keepSpan({ since, months, exceptions }: SpanLimit): void {
    const { frame, sums } = this;
    const left = this.#monthsLeft();
    const most = frame.stages.reduce((sum, stage) => sum + stage.months, 0);
    const spare = (from: number): number => months - (frame.start - from) - (frame.delivery?.assessmentMonths ?? 0);
    if (since === 'enrolment')
      sums.atMost(left, spare(this.enrolled ? enrolment(frame, [...this.progress]) : frame.start));
    else
      for (const claim of this.claims) {
        const dates = claim.sources.flatMap((id) => frame.holdings.held.get(id)?.on ?? []);
        if (dates.length === 0 || (exceptions?.ownCredit && claim.own)) continue;
        const over = most - spare(Math.min(...dates));
        if (over > 0) sums.atMost([...left, [this.used.get(claim)!, over]], most);
      }
  }

  /** Months of the stages from the one joined; paced by module, in proportion to the credits still to study, rounded up. */
  #monthsLeft(): Term[] {
    const { frame, sums } = this;
    return frame.stages.map(({ months, credits, modules }, index): Term => {
      const left = sums.column(months);
      const studied = this.joined.slice(0, index + 1).map((column): Term => [column, months]);
      if (frame.delivery?.paced !== 'module' || !credits) sums.atMost([...studied, [left, -1]], 0);
      else {
        const done = creditsOf(
          frame,
          modules.filter((id) => this.#progress.has(id)),
        );
        const credited = modules.flatMap((id) => this.#done(id, creditsOf(frame, [id])));
        // left >= months x (credits - done - credited) / credits where the stage is studied, else nothing is asked.
        const asked = studied.map(([column]): Term => [column, months * credits]);
        sums.atMost(
          [...asked, [left, -credits], ...credited.map(([column, n]): Term => [column, -months * n])],
          months * done,
        );
      }
      return [left, 1];
    });
  }
}
