import type { Delivery } from '../../../domain/provision.js';
import { everValid, type Month, monthOf } from '../../../domain/time.js';
import { modulesOf } from '../../../graph/catalogue.js';
import { fundingClass, payments } from '../funding.js';
import type { Start } from '../held-on-the-way.js';
import { daysOf } from '../plan.js';
import type { StageCreditable } from './creditable.js';
import type { Least } from './least.js';

/** A fee in pence beside which rounding is nothing. */
const LARGE = 1_000_000_000;

/** What legs of deliveries ask at the least, whenever they start and whatever is credited. */
export class LegsAtLeast {
  /** Months in which another funding rule may come to pay. */
  readonly #turns: readonly Month[];
  readonly #known = new Map<string, number>();

  constructor(private readonly start: Start) {
    const { first, latest, catalogue, holdings } = start;
    const { born } = holdings.learner;
    const months = catalogue.rows.funding
      .filter((rule) => everValid(rule, first, latest))
      .flatMap(({ from, to, minimumAge, maximumAge }) => [
        ...[from, to].flatMap((day) => (day ? [monthOf(day.length === 4 ? `${day}-01` : day)] : [])),
        ...[minimumAge, maximumAge === undefined ? undefined : maximumAge + 1].flatMap((age) =>
          age === undefined || born === undefined ? [] : [monthOf(born) + 12 * age],
        ),
      ])
      .flatMap((month) => [month, month + 1]);
    this.#turns = [...new Set([first, ...months.filter((month) => month > first && month < latest)])];
  }

  /** The next month after one in which somebody else may come to pay; infinite where nobody does any more. */
  turnAfter(month: Month): Month {
    return Math.min(Number.POSITIVE_INFINITY, ...this.#turns.filter((turn) => turn > month));
  }

  /** The study of a delivery from one stage to another. */
  of(delivery: Delivery, stages: readonly StageCreditable[], from: number, to: number): Least {
    const { months, paced, fee, programme } = delivery;
    const studied = stages.slice(from - 1, to);
    const credits = studied.reduce((sum, { toStudy }) => sum + toStudy, 0);
    const perStage = (fee.perStage ?? [])
      .slice(from - 1, to)
      .reduce((sum, pounds) => sum + Math.round(pounds * 100), 0);
    const totalFees = perStage + Math.round(Math.round((fee.perCredit ?? 0) * 100) * credits);
    const own = this.start.catalogue.programmes.get(programme)!.stages;
    return {
      months: studied.reduce((sum, { toStudy }, index) => {
        const whole = own[from - 1 + index]!.credits;
        const stated = months[from - 1 + index] ?? 0;
        return sum + (paced === 'module' && whole ? Math.ceil((stated * toStudy) / whole) : stated);
      }, 0),
      learnerPart: this.#learnerPart(delivery, totalFees),
      totalFees,
      days: daysOf(delivery),
      credits,
    };
  }

  /** The least that a credit studied can cost the learner, in pence, before any loan. */
  perCredit(delivery: Delivery): number {
    const { perCredit, perStage = [] } = delivery.fee;
    // What is made good alongside a later stage costs no stage of its own.
    const isLenient = delivery.entryPoints.some(({ outstanding }) => outstanding);
    const stages = this.start.catalogue.programmes.get(delivery.programme)!.stages;
    const rates = stages.map(({ core = [], groups = [], credits = 0 }, index) => {
      const known = modulesOf({ stages: [{ core, groups }] }).map(
        (id) => this.start.catalogue.modules.get(id)?.credits ?? 0,
      );
      const most = known.length ? known.reduce((sum, one) => sum + one, 0) : credits;
      return most > 0 ? ((perStage[index] ?? 0) * 100) / most : Number.POSITIVE_INFINITY;
    });
    const rate = Math.round((perCredit ?? 0) * 100) + (isLenient ? 0 : Math.min(...rates));
    if (!Number.isFinite(rate)) return 0;
    const parts = this.#partsOf(delivery, LARGE, 0);
    return (rate * Math.min(...parts)) / LARGE;
  }

  /** The least of a fee that the learner can be left to pay, in pence, whenever the leg starts; claim fees apart. */
  #learnerPart(delivery: Delivery, fee: number): number {
    if (fee === 0) return 0;
    const { catalogue, holdings } = this.start;
    const programme = catalogue.programmes.get(delivery.programme)!;
    const key = `${fundingClass(catalogue, delivery, programme)}|${fee}|${delivery.fee.perCredit === undefined}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const loan = Math.round((holdings.learner.loanEntitlement ?? 0) * 100);
    const parts = this.#partsOf(delivery, fee, loan);
    // Of a higher fee each rule may pay a penny more than of a lower one, by rounding.
    const rounded = delivery.fee.perCredit === undefined ? 0 : catalogue.rows.funding.length;
    const least = Math.max(0, Math.min(...parts) - rounded);
    this.#known.set(key, least);
    return least;
  }

  /** What the learner would pay of a fee, in pence, whenever another rule may come to pay. */
  #partsOf(delivery: Delivery, fee: number, loan: number): number[] {
    const { catalogue, holdings } = this.start;
    const programme = catalogue.programmes.get(delivery.programme)!;
    const leg = { delivery, programme, creditsStudied: Number.POSITIVE_INFINITY, fee, claimFees: 0 };
    return this.#turns.map((start) => payments(catalogue, holdings.learner, { ...leg, start }, loan).learnerPart);
  }
}
