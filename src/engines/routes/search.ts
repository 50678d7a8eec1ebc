import type { Id } from '../../domain/fact.js';
import type { Criterion } from '../../domain/questions.js';
import { Heap } from '../../kernel/heap.js';
import { Bounds } from './bounds/bounds.js';
import { SetAtLeast } from './bounds/set-at-least.js';
import { HeldByMonth } from './held-by-month.js';
import { compareMeasures, type Found, Front, type Measures } from './measures.js';
import { classOf } from './options.js';
import type { Plan } from './plan.js';
import type { Prospects } from './towards/relevance.js';
import { type Shared, type Step, Towards } from './towards/towards.js';

/** Intakes of deliveries, each for one plan, that are tried at the most before the search is given up. */
const MOST_TRIED = 40_000;

export interface Searched {
  readonly found: readonly Found[];
  /** False where the search was given up: there may be routes that are not listed. */
  readonly complete: boolean;
  /** Intakes of deliveries that were tried, each for one plan. */
  readonly tried: number;
  /** Plans that were settled. */
  readonly settled: number;
}

/**
 * Every unbeaten route (spec 5): towards each set of programmes that reaches the register by itself, all with one front,
 * label setting over plans that grow leg by leg, in order of (start, delivery id). The step that could still lead to the
 * least is taken first; steps of which something found is at least as good in every criterion, and comes before, are not
 * taken at all; of plans that can go on in the same ways the beaten are dropped. With `enough`, so many routes end it.
 * (After Martins, 1984; Mandow and Pérez de la Cruz, 2010.) Other bounds than the exact ones can be handed in by
 * `boundsOf`, to see what they are worth.
 */
export function search(
  prospects: Prospects,
  criteria: readonly Criterion[],
  enough = Number.POSITIVE_INFINITY,
  boundsOf = (...of: ConstructorParameters<typeof Bounds>): Bounds => new Bounds(...of),
): Searched {
  const { terms, legs } = prospects;
  const { catalogue, part } = terms;
  const steps = new Heap<Step>((a, b) => compareMeasures(a.least, b.least));
  const front = new Front(criteria);
  const shared: Shared = { front, legs, heldAlong: heldAlong(prospects), push: (step) => steps.push(step) };
  const sets = new Heap<{ readonly set: readonly Id[]; readonly least: Measures }>((a, b) =>
    compareMeasures(a.least, b.least),
  );
  for (const { programmes: set } of catalogue.waysTo(part)) {
    const alone = prospects.alone(set);
    if (alone) sets.push({ set, least: leastAlone(terms, set, boundsOf(terms, alone)) });
  }
  const all: Towards[] = [];
  const begin = (set: readonly Id[]): void => {
    const relevance = prospects.towards(set)!;
    const classed = { ...terms, classOf: (options: readonly Id[]) => classOf(catalogue, relevance.telling, options) };
    const towards = new Towards(classed, relevance, set, shared, boundsOf);
    all.push(towards);
    towards.begin();
  };
  let tried = 0;
  let complete = true;
  while (front.found.length < enough) {
    const [next, nextStep] = [sets.peek(), steps.peek()];
    if (next && (!nextStep || compareMeasures(next.least, nextStep.least) <= 0)) {
      sets.pop();
      if (!front.excludes(next.least)) begin(next.set);
      continue;
    }
    const step = steps.pop();
    if (!step) break;
    if (step.settled.label.beaten || front.excludes(step.least)) continue;
    if (tried >= MOST_TRIED) {
      complete = false;
      break;
    }
    tried += 1;
    step.towards.step(step);
  }
  return { found: front.found, complete, tried, settled: all.reduce((sum, { settled }) => sum + settled, 0) };
}

/** What no route undercuts that completes a set, by the study of its own programmes alone. */
function leastAlone(terms: Prospects['terms'], set: readonly Id[], bounds: Bounds): Measures {
  const { months, learnerPart, totalFees, days, credits } = new SetAtLeast(terms, bounds, set).untouched;
  return [months, learnerPart, totalFees, days, credits, 0, 0];
}

/** What is held along plans: one answer for all plans of the same legs, whatever they are to reach. */
function heldAlong({ terms }: Prospects): (plan: Plan) => HeldByMonth {
  const known = new Map<string, HeldByMonth>();
  return ({ legs }) => {
    const key = legs.map((leg) => leg.key).join(' ');
    const found = known.get(key) ?? new HeldByMonth(terms, legs);
    known.set(key, found);
    return found;
  };
}
