import type { Gain } from '../../domain/assessment.js';
import type { Id } from '../../domain/fact.js';
import type { Objective } from '../../domain/questions.js';
import { limitsNotNeeded } from './needed.js';
import { lifting, ofKind, progressOf, type Setting } from './setting.js';
import { type Solution, solve } from './solve.js';

/** What an answer is worth by the first two parts of the objective. */
export type Worth = Pick<Solution, 'credits' | 'entryStage'>;

/** Above zero where a is worth more than b. */
export const compareWorth = (a: Worth, b: Worth, objective: Objective): number =>
  objective === 'CREDITS'
    ? a.credits - b.credits || a.entryStage - b.entryStage
    : a.entryStage - b.entryStage || a.credits - b.credits;

/** What one answer is worth more than another. */
export const gainOver = (best: Worth, { credits, entryStage }: Worth): Gain => ({
  credits: credits - best.credits,
  entryStage: entryStage - best.entryStage,
});

/** How often may still be asked again; counted, never timed. */
export interface Patience {
  left: number;
}
/** What a question counts for that ran out of steps. */
const UNPROVEN = 150;

/** One delivery asked again, with limits lifted. */
export class Lifting {
  readonly limits: ReadonlySet<Id>;
  /**
   * Lifting more is then never worth less: the same progress stands whatever is lifted, with the same enrolment, so that
   * what one set of limits allows, every smaller one does.
   */
  readonly steady: boolean;
  readonly #base: Solution;
  readonly #objective: Objective;
  readonly #best: Worth;
  readonly #patience: Patience;
  readonly #asked = new Map<string, Worth | null>();
  /** Where steady: sets that are worth no more than the answer, nor is any part of them. */
  readonly #dull: ReadonlySet<Id>[] = [];

  /** `best` is the answer to the question, over all deliveries. */
  constructor(base: Solution, best: Worth, objective: Objective, patience: Patience) {
    this.#base = base;
    this.#best = best;
    this.#objective = objective;
    this.#patience = patience;
    this.limits = new Set(base.setting.limits.map(({ limit }) => limit.id));
    this.steady = isSteady(base);
    this.#learn(new Set(), base);
  }

  /** Whether this delivery is worth more than the answer once these limits are lifted; null if that is not proven. */
  beats(lifted: ReadonlySet<Id>): boolean | null {
    const own = this.#own(lifted);
    if (this.#dull.some((dull) => isWithin(own, dull))) return false;
    const worth = this.worth(own);
    return worth && compareWorth(worth, this.#best, this.#objective) > 0;
  }

  /** What this delivery is worth with these limits lifted; null if that is not proven. */
  worth(lifted: ReadonlySet<Id>): Worth | null {
    const own = this.#own(lifted);
    if (own.size === 0) return this.#base;
    const key = [...own].sort().join('\n');
    const known = this.#asked.get(key);
    if (known !== undefined) return known;
    if (this.#patience.left <= 0) return null;
    const solution = solve(lifting(this.#base.setting, own), this.#objective);
    const { proven, credits, entryStage } = solution;
    this.#patience.left -= proven ? 1 : UNPROVEN;
    const worth = proven ? { credits, entryStage } : null;
    this.#asked.set(key, worth);
    if (worth) this.#learn(own, solution);
    return worth;
  }

  /** Where an answer is worth no more, nor is it with those limits lifted besides on which its proof does not rest. */
  #learn(lifted: ReadonlySet<Id>, solution: Solution): void {
    if (this.steady && compareWorth(solution, this.#best, this.#objective) <= 0)
      this.#dull.push(new Set([...lifted, ...limitsNotNeeded(solution)]));
  }

  #own(lifted: ReadonlySet<Id>): ReadonlySet<Id> {
    return new Set([...lifted].filter((id) => this.limits.has(id)));
  }
}

export const isWithin = (some: Iterable<Id>, all: ReadonlySet<Id>): boolean => [...some].every((id) => all.has(id));

function isSteady({ setting, progress, enrolled, used }: Solution): boolean {
  const all = new Set(setting.limits.map(({ limit }) => limit.id));
  const asEnrolled = setting.holdings.enrolled.get(setting.programme.id) ?? enrolled;
  return (
    progressOf(lifting(setting, all)).size === progress.size &&
    enrolled === asEnrolled &&
    (used.length > 0 || nothingFits(setting, enrolled))
  );
}

/** Whether the whole programme from its first stage, without any credit, keeps every span since enrolment. */
function nothingFits({ limits, delivery, start }: Setting, enrolled: number): boolean {
  if (!delivery) return true;
  const months = delivery.months.reduce((sum, own) => sum + own, delivery.assessmentMonths ?? 0);
  return ofKind(limits, 'span').every(
    ({ limit }) => limit.since === 'oldest-source' || start - enrolled + months <= limit.months,
  );
}
