import { compareLists } from '../../domain/order.js';
import type { Criterion } from '../../domain/questions.js';
import type { Month } from '../../domain/time.js';
import type { Plan, PlannedLeg } from './plan.js';

/** Months, learner's part, total fees, release days, credits studied, institutions, number of legs: the order of ties (spec 5.3). */
export type Measures = readonly number[];

const PLACE: Record<Criterion, number> = {
  MONTHS: 0,
  LEARNER_PART: 1,
  TOTAL_FEES: 2,
  RELEASE_DAYS: 3,
  CREDITS_STUDIED: 4,
  INSTITUTIONS: 5,
};

export const DEFAULT_CRITERIA: readonly Criterion[] = ['MONTHS', 'LEARNER_PART', 'RELEASE_DAYS'];

export const measuresOf = (plan: Plan, first: Month, end: Month): Measures => [
  end - first,
  plan.learnerPart,
  plan.totalFees,
  plan.releaseDays,
  plan.creditsStudied,
  plan.institutions,
  plan.legs.length,
];

/** A complete route. */
export interface Found {
  readonly measures: Measures;
  readonly plan: Plan;
  readonly reachedBy: readonly string[];
}

/** The routes found so far that none beats, one for each vector of the criteria: the least by the order of ties. */
export class Front {
  readonly found: Found[] = [];
  readonly #places: readonly number[];

  constructor(criteria: readonly Criterion[]) {
    this.#places = criteria.map((criterion) => PLACE[criterion]);
  }

  /** Whether something found beats whatever is no better than this in any measure. */
  excludes(least: Measures): boolean {
    return this.found.some(({ measures }) => this.#covers(measures, least) && compareMeasures(measures, least) < 0);
  }

  add(route: Found): void {
    if (this.found.some((other) => this.#beats(other, route))) return;
    const kept = this.found.filter((other) => !this.#beats(route, other));
    this.found.splice(0, this.found.length, ...kept, route);
  }

  #covers(a: Measures, b: Measures): boolean {
    return this.#places.every((at) => a[at]! <= b[at]!);
  }

  #beats(a: Found, b: Found): boolean {
    return this.#covers(a.measures, b.measures) && (!this.#covers(b.measures, a.measures) || compareFound(a, b) <= 0);
  }
}

export const compareMeasures = (a: Measures, b: Measures): number => {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
};

/** Order of routes: by measures, then legs by (start, delivery id, stages, options). */
export function compareFound(a: Found, b: Found): number {
  const byMeasures = compareMeasures(a.measures, b.measures);
  if (byMeasures) return byMeasures;
  for (let at = 0; at < a.plan.legs.length; at++) {
    const order = compareLegs(a.plan.legs[at]!, b.plan.legs[at]!);
    if (order) return order;
  }
  return 0;
}

/** Order of legs: by start, delivery id, stages, options. */
export const compareLegs = (a: PlannedLeg, b: PlannedLeg): number =>
  a.start - b.start ||
  (a.delivery.id === b.delivery.id ? 0 : a.delivery.id < b.delivery.id ? -1 : 1) ||
  a.from - b.from ||
  a.to - b.to ||
  compareLists(a.options, b.options);
