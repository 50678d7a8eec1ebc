import type { Id } from '../../domain/fact.js';
import type { Delivery } from '../../domain/provision.js';
import { everValid, monthOf } from '../../domain/time.js';
import { payments } from './funding.js';
import type { Start } from './held-on-the-way.js';
import { daysOf } from './plan.js';

/** The least months of study, release days a week and pence of the learner's part of what is still to come. */
export interface Rest {
  readonly months: number;
  readonly days: number;
  readonly pence: number;
}

/** Nothing reaches the part from here. */
export const NEVER: Rest = {
  months: Number.POSITIVE_INFINITY,
  days: Number.POSITIVE_INFINITY,
  pence: Number.POSITIVE_INFINITY,
};

/** The least of two, part by part. */
export const least = (a: Rest, b: Rest): Rest => ({
  months: Math.min(a.months, b.months),
  days: Math.min(a.days, b.days),
  pence: Math.min(a.pence, b.pence),
});

/** What a leg that completes a programme of a set asks at the least, and what any leg does. */
interface Asks {
  readonly whole: Rest;
  readonly part: Rest;
}

/** What the legs of a programme's deliveries ask at the least. */
export function asked(start: Start, offers: readonly Delivery[], final: boolean): Asks {
  const legs = offers.map((delivery): Asks => {
    const { months, paced, fee, entryPoints, assessmentMonths = 0 } = delivery;
    const days = daysOf(delivery);
    const fees = fee.perStage && fee.perCredit === undefined ? fee.perStage : months.map(() => 0);
    const shortest = (stages: readonly number[]): number => (paced === 'module' ? 0 : sum(stages));
    const joined = [...new Set(entryPoints.map(({ stage }) => stage - 1))];
    const rest = (months: number, pounds: number): Rest => ({
      months,
      days,
      pence: leastPart(start, delivery, Math.round(pounds * 100)),
    });
    return {
      part: rest(Math.min(...months.map((own) => shortest([own]))), Math.min(...fees)),
      whole: final
        ? joined
            .map((from) => rest(shortest(months.slice(from)) + assessmentMonths, sum(fees.slice(from))))
            .reduce(least, NEVER)
        : NEVER,
    };
  });
  return {
    part: legs.map(({ part }) => part).reduce(least, NEVER),
    whole: legs.map(({ whole }) => whole).reduce(least, NEVER),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** For each programme the least of completing it for its own sake, or of a leg of it and all that must follow. */
export function leastThrough(asks: ReadonlyMap<Id, Asks>, helps: ReadonlyMap<Id, ReadonlySet<Id>>): Map<Id, Rest> {
  const found = new Map([...asks].map(([id, { whole }]) => [id, whole]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [helper, helped] of helps) {
      const { part } = asks.get(helper)!;
      const before = found.get(helper)!;
      const after = [...helped].map((id) => found.get(id)!).reduce(least, NEVER);
      const now = least(before, {
        months: part.months + after.months,
        days: Math.max(part.days, after.days),
        pence: part.pence + after.pence,
      });
      if (now.months < before.months || now.days < before.days || now.pence < before.pence) {
        found.set(helper, now);
        changed = true;
      }
    }
  }
  return found;
}

/** The least of a fee that the learner can be left to pay, in pence, whenever the leg starts; claim fees apart. */
function leastPart(
  { catalogue, holdings: { learner }, first, latest }: Start,
  delivery: Delivery,
  fee: number,
): number {
  if (fee === 0) return 0;
  const programme = catalogue.programmes.get(delivery.programme)!;
  const loan = Math.round((learner.loanEntitlement ?? 0) * 100);
  const turns = catalogue.rows.funding
    .filter((rule) => everValid(rule, first, latest))
    .flatMap(({ from, to }) =>
      [from, to].flatMap((day) =>
        day ? [monthOf(day.length === 4 ? `${day}-01` : day), monthOf(day.length === 4 ? `${day}-01` : day) + 1] : [],
      ),
    );
  const starts = [first, ...turns.filter((month) => month > first && month < latest)];
  return Math.min(
    ...starts.map(
      (start) =>
        payments(
          catalogue,
          learner,
          { delivery, programme, start, creditsStudied: Number.POSITIVE_INFINITY, fee, claimFees: 0 },
          loan,
        ).learnerPart,
    ),
  );
}
