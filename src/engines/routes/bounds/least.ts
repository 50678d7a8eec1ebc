/** The least of what is still to come: months of study, pence of the learner's part and of all fees, days a week, credits. */
export interface Least {
  readonly months: number;
  readonly learnerPart: number;
  readonly totalFees: number;
  readonly days: number;
  readonly credits: number;
}

/** Nothing is to come any more. */
export const NOTHING: Least = { months: 0, learnerPart: 0, totalFees: 0, days: 0, credits: 0 };

const FAR = Number.POSITIVE_INFINITY;

/** What is asked for is never reached from here. */
export const NEVER: Least = { months: FAR, learnerPart: FAR, totalFees: FAR, days: FAR, credits: FAR };

/** The least of two, part by part. */
export const lesser = (a: Least, b: Least): Least =>
  a === NEVER
    ? b
    : b === NEVER
      ? a
      : {
          months: Math.min(a.months, b.months),
          learnerPart: Math.min(a.learnerPart, b.learnerPart),
          totalFees: Math.min(a.totalFees, b.totalFees),
          days: Math.min(a.days, b.days),
          credits: Math.min(a.credits, b.credits),
        };

/** One after the other: days a week are the most of both, all else adds up. */
export const followed = (a: Least, b: Least): Least =>
  a === NEVER || b === NEVER
    ? NEVER
    : {
        months: a.months + b.months,
        learnerPart: a.learnerPart + b.learnerPart,
        totalFees: a.totalFees + b.totalFees,
        days: Math.max(a.days, b.days),
        credits: a.credits + b.credits,
      };

/** Whether the first undercuts the second in some part. */
export const undercuts = (a: Least, b: Least): boolean =>
  a.months < b.months ||
  a.learnerPart < b.learnerPart ||
  a.totalFees < b.totalFees ||
  a.days < b.days ||
  a.credits < b.credits;

/** What satisfies both: the greater of two, part by part. */
export const greater = (a: Least, b: Least): Least =>
  a === NEVER || b === NEVER
    ? NEVER
    : {
        months: Math.max(a.months, b.months),
        learnerPart: Math.max(a.learnerPart, b.learnerPart),
        totalFees: Math.max(a.totalFees, b.totalFees),
        days: Math.max(a.days, b.days),
        credits: Math.max(a.credits, b.credits),
      };

/** With what something else costs besides, in money and study; its months may run at the same time. */
export const withPrice = (a: Least, { learnerPart, totalFees, credits }: Least): Least =>
  a === NEVER
    ? NEVER
    : {
        ...a,
        learnerPart: a.learnerPart + learnerPart,
        totalFees: a.totalFees + totalFees,
        credits: a.credits + credits,
      };
