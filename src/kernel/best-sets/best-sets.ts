import { type Cell, cellOf, either, NOTHING, together } from './combine.js';
import { type Component, joined, reduced } from './component.js';
import { type Found, Search, type Steps } from './search.js';
import type { BestSet, SetsQuestion } from './types.js';

const DEFAULT_STEPS = 200_000;
const DEFAULT_LISTED = 4_000;
const DEFAULT_SHOWN = 5;
/** Parts that share nothing are solved one by one for every size, where there are no more sizes than this. */
const MOST_SIZES = 64;

/**
 * For each budget the set of items that frees the most, exact: groups are freed whole, by any one of their sets, so
 * items that are worth nothing apart may be worth most together (the budgeted maximum coverage of hypergraphs). Ties:
 * the cheaper, then the smaller, then the least list of items. Where the steps run out, `bound` says what could still
 * be freed. Throws a RangeError for what `SetsQuestion` does not allow.
 */
export function bestSets(question: SetsQuestion): readonly BestSet[] {
  const { measure, budgets, groups, shown = DEFAULT_SHOWN, listed = DEFAULT_LISTED } = question;
  const costs = question.costs.map((cost, item) => hundredths(cost, `item ${item} costs`));
  const spans = budgets.map((budget) => spanOf(budget, measure));
  checkGroups(question);
  const allowed = costs.map(() => question.allowed === undefined);
  for (const item of question.allowed ?? []) allowed[item] = true;
  const widest = Math.max(0, ...spans);
  const byCount = measure === 'count';
  const { free, components } = reduced(
    costs,
    groups,
    allowed,
    byCount ? Number.POSITIVE_INFINITY : widest,
    byCount ? widest : Number.POSITIVE_INFINITY,
  );
  const sizes = new Sizes(components, byCount);
  const steps: Steps = { left: question.steps ?? DEFAULT_STEPS };
  const searchOf = (component: Component): Search => new Search(component, Math.max(1, listed));
  const asked = spans.map((span) => sizes.within(span));
  const cells =
    components.length > 1 && Math.max(0, ...asked) <= MOST_SIZES
      ? apart(components, components.map(searchOf), sizes, asked, steps, shown + 1)
      : whole(searchOf(joined(components)), sizes, asked, steps, shown + 1);
  return budgets.map((budget, at) => answer(budget, free, cells.get(asked[at]!)!));
}

/** What is limited, in steps no finer than it takes: items, or hundredths by their greatest common divisor. */
class Sizes {
  readonly unit: number;
  readonly all: number;

  constructor(
    components: readonly Component[],
    readonly byCount: boolean,
  ) {
    const costs = components.flatMap((component) => component.costs);
    this.unit = byCount ? 1 : costs.reduce((divisor, cost) => greatestCommonDivisor(divisor, cost), 0) || 1;
    this.all = byCount ? costs.length : costs.reduce((sum, cost) => sum + cost, 0) / this.unit;
  }

  /** The greatest size of a set within a budget (items or hundredths) that can matter. */
  within(budget: number): number {
    return Math.min(Math.floor(budget / this.unit), this.all);
  }

  /** What a size leaves to a search. */
  left(size: number): { items: number; cost: number } {
    return this.byCount
      ? { items: size, cost: Number.POSITIVE_INFINITY }
      : { items: Number.POSITIVE_INFINITY, cost: size * this.unit };
  }

  /** The size of a set of so many items that cost so many hundredths. */
  of(items: number, cost: number): number {
    return this.byCount ? items : cost / this.unit;
  }
}

/** One part: solved for the sizes asked, each beginning with what the one before it found. */
function whole(
  search: Search,
  sizes: Sizes,
  asked: readonly number[],
  steps: Steps,
  few: number,
): ReadonlyMap<number, Cell> {
  const cells = new Map<number, Cell>();
  let known: Found | null = null;
  for (const size of [...new Set(asked)].sort((a, b) => a - b)) {
    known = search.within(sizes.left(size), known, steps);
    cells.set(
      size,
      cellOf(search.component, known, () => true, few),
    );
  }
  return cells;
}

/** Several parts: each solved for every size, the small sizes of all before the large ones; then put together. */
function apart(
  components: readonly Component[],
  searches: readonly Search[],
  sizes: Sizes,
  asked: readonly number[],
  steps: Steps,
  few: number,
): ReadonlyMap<number, Cell> {
  const rows = components.map((): Cell[] => [NOTHING]);
  const known: (Found | null)[] = components.map(() => null);
  const widest = Math.max(0, ...asked);
  for (let size = 1; size <= widest; size++)
    for (const [at, component] of components.entries()) {
      const found = searches[at]!.within(sizes.left(size), known[at]!, steps);
      known[at] = found;
      rows[at]!.push(cellOf(component, found, (items, cost) => sizes.of(items, cost) === size, few));
    }
  const nothing = [NOTHING, ...Array.from({ length: widest }, (): Cell => ({ ...NOTHING, count: 0, sets: [] }))];
  const row = rows.reduce<readonly Cell[]>((one, other) => together(one, other, few), nothing);
  return new Map(asked.map((size) => [size, either(row.slice(0, size + 1), few)]));
}

function answer(budget: number, free: number, { freed, bound, count, counted, first, sets }: Cell): BestSet {
  const [best, ...others] = sets.map(({ items, cost }) => ({ items, cost: cost / 100 }));
  return {
    budget,
    items: best!.items,
    cost: best!.cost,
    freed: free + freed,
    bound: free + bound,
    proven: freed === bound,
    first: first && freed === bound,
    others: { count: count - 1, counted, shown: others },
  };
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

function hundredths(amount: number, what: string): number {
  const whole = Math.round(amount * 100);
  if (!(amount > 0) || !Number.isSafeInteger(whole) || Math.abs(whole - amount * 100) > 1e-6)
    throw new RangeError(`${what} ${amount}: give a number above zero with at most two decimals`);
  return whole;
}

/** A budget as items or hundredths. */
function spanOf(budget: number, measure: SetsQuestion['measure']): number {
  if (budget === 0) return 0;
  if (measure === 'cost') return hundredths(budget, 'a budget is');
  if (!Number.isSafeInteger(budget) || budget < 0)
    throw new RangeError(`a budget is ${budget}: give a whole number of items at or above zero`);
  return budget;
}

function checkGroups({ costs, groups, allowed = [] }: SetsQuestion): void {
  const isItem = (item: number): boolean => Number.isInteger(item) && item >= 0 && item < costs.length;
  for (const [at, { weight, sets }] of groups.entries()) {
    if (!Number.isSafeInteger(weight) || weight <= 0)
      throw new RangeError(`group ${at} weighs ${weight}: give a whole number above zero`);
    if (!sets.flat().every(isItem))
      throw new RangeError(
        `group ${at} asks for an item that is not there: items are numbered from 0 to ${costs.length - 1}`,
      );
  }
  if (!allowed.every(isItem))
    throw new RangeError(`an item that is not there is allowed: items are numbered from 0 to ${costs.length - 1}`);
}
