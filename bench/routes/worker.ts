import { getHeapStatistics } from 'node:v8';
import type { RouteQuestion } from '../../src/domain/questions.js';
import { ask } from '../../src/engines/routes/ask.js';
import { Assessing } from '../../src/engines/routes/assessing.js';
import type { Terms } from '../../src/engines/routes/legs.js';
import { compareFound } from '../../src/engines/routes/measures.js';
import { manageable } from '../../src/engines/routes/offers.js';
import { type Searched, search } from '../../src/engines/routes/search.js';
import { Prospects } from '../../src/engines/routes/towards/relevance.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { timed } from '../credit/measure.js';
import { country } from './country.js';
import { EarliestArrival } from './dijkstra.js';
import { type StageGraph, stageGraph } from './graph.js';
import { CRITERIA, LEARNERS, questionOf } from './learners.js';
import { NoBounds } from './no-bounds.js';

/** What one of the three ways takes for one learner. */
export type Way = 'ours' | 'without bounds' | 'Dijkstra';

/** What the other process is asked: to answer once in one of the ways. */
export interface Job {
  readonly way: Way;
  readonly learner: string;
}

/** What it took. */
export interface Taken {
  readonly ms: number;
  readonly complete: boolean;
  /** The routes found as text, without order; of Dijkstra none. */
  readonly routes: readonly string[];
  /** Months of the soonest; null where there is no way. */
  readonly months: number | null;
  readonly tried: number;
  readonly settled: number;
  /** Megabytes of heap afterwards, before anything is collected. */
  readonly heap: number;
}

/** What it has compiled. */
export interface Compiled {
  readonly nodes: number;
  readonly arcs: StageGraph['counts'];
  readonly catalogueMs: number;
  /** The longest that a first question of no legs takes: what is worked out once for all questions, and before any search. */
  readonly firstMs: number;
  readonly graphMs: number;
  readonly heap: number;
}

const LEGS = 5;

/** Times Dijkstra is asked at a time: once is too short for the clock. */
const AT_A_TIME = 20;

class Measuring {
  readonly #catalogue: Catalogue;
  readonly #arrivals = new Map<string, EarliestArrival>();
  readonly compiled: Compiled;

  constructor(stages: number) {
    const rows = country(stages);
    const { ms: catalogueMs, result } = timed(() => new Catalogue(rows));
    this.#catalogue = result;
    const learners = Object.keys(LEARNERS);
    const terms = learners.map((learner) => timed(() => this.#terms(learner)));
    const graphs = learners.map((learner, at) => timed(() => this.#graphFor(learner, terms[at]!.result)));
    this.compiled = {
      nodes: [...result.programmes.values()].reduce((sum, programme) => sum + programme.stages.length, 0),
      arcs: stageGraph(terms.at(-1)!.result, [...result.deliveries.values()]).counts,
      catalogueMs,
      firstMs: Math.max(...terms.map(({ ms }) => ms)),
      graphMs: Math.max(...graphs.map(({ ms }) => ms)),
      heap: megabytes(),
    };
  }

  answer({ way, learner }: Job): Taken {
    switch (way) {
      case 'ours':
        return told(timed(() => ask(this.#catalogue, this.#question(learner)).searched));
      case 'without bounds':
        return this.#without(learner);
      case 'Dijkstra':
        return this.#dijkstra(learner);
    }
  }

  #without(learner: string): Taken {
    const { learner: who, constraints = {} } = this.#question(learner);
    const prepared = this.#terms(learner);
    return told(
      timed(() => {
        const terms = { ...prepared, assessing: new Assessing(this.#catalogue, constraints.include, prepared.first) };
        const prospects = new Prospects(terms, manageable(this.#catalogue, who, constraints), LEGS);
        const none = (...of: ConstructorParameters<typeof NoBounds>) => new NoBounds(...of);
        return search(prospects, CRITERIA, Number.POSITIVE_INFINITY, none);
      }),
    );
  }

  #dijkstra(learner: string): Taken {
    const arrival = this.#arrivals.get(learner)!;
    const { first } = this.#question(learner);
    let month: number | null = null;
    const { ms } = timed(() => {
      for (let time = 0; time < AT_A_TIME; time++) month = arrival.from(first);
    });
    const months = month === null ? null : month - first;
    return { ms: ms / AT_A_TIME, complete: true, routes: [], months, tried: 0, settled: 0, heap: megabytes() };
  }

  #graphFor(learner: string, terms: Terms): void {
    const { learner: who, constraints = {} } = this.#question(learner);
    const graph = stageGraph(terms, manageable(this.#catalogue, who, constraints));
    this.#arrivals.set(learner, new EarliestArrival(graph));
  }

  /** What every leg is judged by: that of a question of no legs, which is answered at once. */
  #terms(learner: string): Terms {
    return ask(this.#catalogue, { ...this.#question(learner), constraints: { legs: 0 } }).terms;
  }

  #question(learner: string): RouteQuestion {
    return questionOf(LEARNERS[learner]!, 'nurse');
  }
}

const megabytes = (): number => getHeapStatistics().used_heap_size / 2 ** 20;

const told = ({ ms, result: { found, complete, tried, settled } }: { ms: number; result: Searched }): Taken => {
  const sorted = [...found].sort(compareFound);
  return {
    ms,
    complete,
    routes: sorted.map(({ measures, plan }) => `${measures}: ${plan.legs.map(({ key }) => key).join(' ')}`),
    months: sorted[0]?.measures[0] ?? null,
    tried,
    settled,
    heap: megabytes(),
  };
};

const measuring = new Measuring(Number(process.argv[2]));
process.on('message', (job: Job) => process.send!(measuring.answer(job)));
process.send!(measuring.compiled);
