/** What is freed, whole, as soon as every item of one of its sets is chosen. No set: never. */
export interface Group {
  /** A positive whole number. */
  readonly weight: number;
  /** Items by index. None of the sets need hold another: what it would add is nothing. */
  readonly sets: readonly (readonly number[])[];
}

export interface SetsQuestion {
  /** What each item costs: above zero, with at most two decimals. Items are known by their place here. */
  readonly costs: readonly number[];
  readonly groups: readonly Group[];
  /** The only items that may be chosen; all, where it is left out. */
  readonly allowed?: readonly number[];
  /** One answer is given for each, in the order given. At or above zero; whole, where they count items. */
  readonly budgets: readonly number[];
  /** What a budget limits: the number of items, or what they cost together. */
  readonly measure: 'count' | 'cost';
  /** Nodes that may be searched for all budgets together. */
  readonly steps?: number;
  /** How many sets of equal worth to list of each part before counting is cut; 4,000 where it is left out. */
  readonly listed?: number;
  /** How many other sets of equal worth to show; 5 where it is left out. */
  readonly shown?: number;
}

/** Items in rising order and what they cost together. */
export interface ChosenSet {
  readonly items: readonly number[];
  readonly cost: number;
}

/** Other sets within the budget that free as much, and from which no item can be dropped without freeing less. */
export interface OtherSets {
  readonly count: number;
  /** False where counting was cut: there are `count` of them at the least. */
  readonly counted: boolean;
  /** The first few: the cheaper, then the smaller, then the lesser list of items. */
  readonly shown: readonly ChosenSet[];
}

/** The set of items that frees the most within a budget; of these the cheapest, then the smallest, then the least list. */
export interface BestSet extends ChosenSet {
  readonly budget: number;
  /** Weight of the groups that are freed. */
  readonly freed: number;
  /** No set within the budget frees more than this. */
  readonly bound: number;
  /** Whether `freed` is proven the most: it is the bound. */
  readonly proven: boolean;
  /** Whether it is proven too that no set that frees as much comes before this one in the order of ties. */
  readonly first: boolean;
  readonly others: OtherSets;
}
