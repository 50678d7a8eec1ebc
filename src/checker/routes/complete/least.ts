import type { Id } from '../../../domain/fact.js';
import { fractionOf } from '../../../domain/fraction.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import { everValid } from '../../../domain/time.js';
import { modulesOf } from '../../../graph/catalogue.js';
import { inPence } from '../leg.js';
import { daysOf, type Terms } from '../terms.js';
import type { Relevant } from './relevant.js';

/** What is still to come at the least: months, pence, credits, and release days a week of some leg. */
export interface Least {
  readonly months: number;
  readonly learnerPart: number;
  readonly totalFees: number;
  readonly credits: number;
  readonly days: number;
}

const FAR = Number.POSITIVE_INFINITY;
const NEVER: Least = { months: FAR, learnerPart: FAR, totalFees: FAR, credits: FAR, days: FAR };
const NOTHING: Least = { months: 0, learnerPart: 0, totalFees: 0, credits: 0, days: 0 };
const FIELDS = ['months', 'learnerPart', 'totalFees', 'credits', 'days'] as const;

const each = (a: Least, b: Least, of: (x: number, y: number) => number): Least => ({
  months: of(a.months, b.months),
  learnerPart: of(a.learnerPart, b.learnerPart),
  totalFees: of(a.totalFees, b.totalFees),
  credits: of(a.credits, b.credits),
  days: of(a.days, b.days),
});
const lesser = (all: readonly Least[]): Least => all.reduce((a, b) => each(a, b, Math.min), NEVER);
const sum = (all: readonly Least[]): Least => ({
  ...all.reduce((a, b) => each(a, b, (x, y) => x + y), NOTHING),
  days: Math.max(0, ...all.map(({ days }) => days)),
});

/** How far a plan has studied each programme that it has not completed. */
export type Studied = ReadonlyMap<Id, number>;

/**
 * The least that must still come for those who take up a programme next: of every stage what nobody can be credited with,
 * by its cheapest delivery; then, unless it reaches the register itself, the same of something that it helps to enter.
 */
export class LeastToCome {
  readonly #known = new Map<string, ReadonlyMap<Id, Least>>();
  readonly #stages = new Map<Id, readonly Least[]>();
  readonly #deliveries = new Map<Id, Delivery[]>();

  constructor(
    private readonly terms: Terms,
    private readonly relevant: Relevant,
  ) {
    for (const delivery of relevant.deliveries)
      this.#deliveries.set(delivery.programme, [...(this.#deliveries.get(delivery.programme) ?? []), delivery]);
    for (const id of this.#deliveries.keys()) this.#stages.set(id, this.#stagesOf(terms.catalogue.programmes.get(id)!));
  }

  /** For those who have come so far with programmes they have not completed. */
  taking(programme: Id, studied: Studied): Least {
    const key = [...studied].map(([id, stage]) => `${id} ${stage}`).join();
    const known = this.#known.get(key) ?? this.#settle(studied);
    this.#known.set(key, known);
    return known.get(programme) ?? NEVER;
  }

  #settle(studied: Studied): Map<Id, Least> {
    const { finals, helps } = this.relevant;
    const least = new Map<Id, Least>([...this.#stages.keys()].map((id) => [id, NEVER]));
    for (let changed = true; changed; ) {
      changed = false;
      for (const [id, stages] of this.#stages) {
        const before = Math.min(studied.get(id) ?? 0, stages.length - 1);
        // A part of it may be studied, or studied again, to help with something else.
        const part = before > 0 ? { ...NOTHING, days: lesser(stages).days } : lesser(stages);
        const onward = lesser([...(helps.get(id) ?? [])].map((other) => least.get(other) ?? NEVER));
        const whole = finals.has(id) ? this.#whole(id, stages.slice(before)) : NEVER;
        const now = lesser([whole, sum([part, onward])]);
        if (FIELDS.some((field) => now[field] < least.get(id)![field])) changed = true;
        least.set(id, now);
      }
    }
    return least;
  }

  /** Completing a programme: its stages from the first that must be studied, and the last in any case; and assessment. */
  #whole(id: Id, stages: readonly Least[]): Least {
    const deliveries = this.#deliveries.get(id)!;
    const lenient = deliveries.flatMap(({ entryPoints }) =>
      entryPoints.flatMap(({ stage, outstanding }) => (outstanding ? [stage] : [])),
    );
    const skipped = this.#stages.get(id)!.length - stages.length;
    const must = stages.findIndex(({ credits }) => credits > 0);
    const first = Math.max(must < 0 ? stages.length - 1 : must, Math.max(0, ...lenient) - 1 - skipped);
    const whole = sum(stages.slice(Math.min(first, stages.length - 1)));
    const assessment = Math.min(...deliveries.map(({ assessmentMonths = 0 }) => assessmentMonths));
    return { ...whole, months: whole.months + assessment };
  }

  /** Each stage by the delivery that asks the least of each. */
  #stagesOf(programme: Programme): Least[] {
    const must = this.#mustStudy(programme);
    return programme.stages.map(({ credits: stated }, index) =>
      lesser(
        this.#deliveries.get(programme.id)!.map((delivery): Least => {
          const months = delivery.months[index] ?? 0;
          const credits = must[index]!;
          const perCredit = Math.round(inPence(delivery.fee.perCredit ?? 0) * credits);
          const totalFees = inPence(delivery.fee.perStage?.[index] ?? 0) + perCredit;
          return {
            months: delivery.paced === 'module' && stated ? Math.ceil((months * credits) / stated) : months,
            totalFees,
            learnerPart: this.#learnersLeast(programme, delivery, totalFees),
            credits,
            days: daysOf(delivery),
          };
        }),
      ),
    );
  }

  /** Credits of each stage that nobody can be credited with: its core modules that nothing else teaches, maps or covers. */
  #mustStudy(programme: Programme): number[] {
    const { catalogue, holdings } = this.terms;
    const agreed = (catalogue.agreementsInto.get(programme.id) ?? []).map(({ stage }) => stage - 1);
    const all = programme.stages.flatMap((stage) => modulesOf({ ...programme, stages: [stage] }));
    return programme.stages.map(({ core = [], groups = [], credits = 0 }, index) => {
      if (core.length === 0 && groups.length === 0) return credits;
      if (Math.max(0, ...agreed) > index) return 0;
      return core.reduce((total, entry) => {
        const module = typeof entry === 'string' ? catalogue.modules.get(entry) : undefined;
        if (!module || module.from !== undefined || module.to !== undefined) return total;
        const { id } = module;
        const open =
          holdings.sources.has(id) ||
          all.indexOf(id) !== all.lastIndexOf(id) ||
          (catalogue.programmesOfModule.get(id) ?? []).some((other) => other !== programme.id) ||
          (catalogue.mappingsInto.get(id) ?? []).length > 0 ||
          (catalogue.experienceInto.get(id) ?? []).length > 0;
        return open ? total : total + module.credits;
      }, 0);
    });
  }

  /** Of a fee what the learner pays at the least, whichever funding rules come to fit; nothing where they may pay it all. */
  #learnersLeast({ id, level, institution }: Programme, { employment, pace }: Delivery, fee: number): number {
    const { catalogue, question, first, latest } = this.terms;
    const may = <T>(allowed: readonly T[] | undefined, value: T): boolean => allowed?.includes(value) ?? true;
    const rules = catalogue.rows.funding.filter(
      (rule) =>
        everValid(rule, first, latest) &&
        may(rule.employment, employment) &&
        may(rule.pace, pace) &&
        may(rule.levels, level) &&
        may(rule.programmes, id) &&
        may(rule.institutions, institution),
    );
    const loan = inPence(question.learner.loanEntitlement ?? 0);
    const paid = rules.reduce((total, { part, payer }) => {
      const { n, d } = fractionOf(part);
      const most = Math.ceil((fee * n) / d) + 1;
      return total + (payer === 'loan' ? Math.min(most, loan) : most);
    }, 0);
    return Math.max(0, fee - paid);
  }
}
