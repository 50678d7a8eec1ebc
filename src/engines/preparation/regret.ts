import type { Id } from '../../domain/fact.js';
import type { Steps } from '../../kernel/best-binary.js';
import { bestInOrder } from '../../kernel/best-in-order.js';
import { BinaryModel, type Term } from '../../kernel/binary-model.js';
import { weigh } from '../../kernel/lexicographic.js';
import type { Chosen } from './doors.js';
import { type PreparationModel, preparationModel } from './model.js';
import type { Offered } from './on-offer.js';
import { claimedIn, measuresFor, wantedBy } from './optimum.js';
import { reaches } from './reaches.js';
import { relevantModules } from './relevant.js';
import { schedule } from './schedule.js';
import type { Terms } from './terms.js';
import { waysOf } from './ways.js';

/** A target by itself, with the fewest modules from scratch. */
export interface Scratch {
  readonly terms: Terms;
  readonly fewest: number;
}

const MOST_CUTS = 200;

/**
 * For each number of modules those with the least regret: the largest, over targets, of these modules and the fewest
 * further ones, less the fewest from scratch (spec 5.4). Of equal ones the fewest credits, the lowest fees, the least ids.
 * One search for each number, in which each target has its own further modules.
 */
export function leastRegret(terms: Terms, targets: readonly Scratch[], most: number, steps: Steps): Chosen[] {
  const relevant = relevantModules(terms);
  const regretting = new Regretting(terms, relevant, targets, steps);
  const found: Chosen[] = [];
  for (let count = 1; count <= Math.min(most, relevant.length); count++) {
    const chosen = regretting.least(count);
    if (chosen === null) break;
    found.push(chosen);
  }
  return found;
}

/** What is studied if one target is taken in the end: a programme of its own beside those of the others. */
interface Copy {
  readonly own: PreparationModel;
  readonly terms: Terms;
  /** Number of the first of its variables in the whole. */
  readonly from: number;
}

class Regretting {
  readonly #model = new BinaryModel();
  /** Modules that are studied before one has decided. */
  readonly #before: readonly (readonly [offered: Offered, variable: number])[];
  readonly #copies: readonly Copy[];
  readonly #regret: readonly number[];
  readonly #isCut: boolean;
  #cuts = 0;

  constructor(
    terms: Terms,
    relevant: readonly Id[],
    targets: readonly Scratch[],
    readonly steps: Steps,
  ) {
    const model = this.#model;
    this.#before = relevant.map((id) => [terms.offer.of(id)[0]!, model.variable(`before ${id}`)] as const);
    model.decided();
    let isCut = false;
    this.#copies = targets.map(({ terms: alone }, at) => {
      const ways = waysOf(alone, 0, relevant);
      isCut ||= ways.some(({ cut }) => cut.length > 0);
      const own = preparationModel(alone, relevant, ways);
      const from = model.variables;
      for (const name of own.model.names) model.variable(`target ${at + 1}: ${name}`);
      for (const { name, terms: of, most } of own.model.rows)
        model.atMost(
          `target ${at + 1}: ${name}`,
          of.map(([variable, times]): Term => [from + variable, times]),
          most,
        );
      return { own, terms: alone, from };
    });
    this.#isCut = isCut;
    for (const [{ module }, variable] of this.#before)
      for (const [at, copy] of this.#copies.entries())
        model.atMost(
          `target ${at + 1} after ${module.id}`,
          [[variable, 1], ...studying(copy, module.id).map((one): Term => [one, -1])],
          0,
        );
    this.#regret = Array.from({ length: relevant.length }, (_, step) => model.lead(`regret ${step + 1}`));
    for (const [at, { fewest }] of targets.entries())
      model.atMost(
        `regret of target ${at + 1}`,
        [
          ...this.#copies[at]!.own.study.map(([, variable]): Term => [this.#copies[at]!.from + variable, 1]),
          ...this.#regret.map((step): Term => [step, -1]),
        ],
        fewest,
      );
  }

  /** The best so many modules; null where so many cannot be studied before each target. */
  least(count: number): Chosen | null {
    const model = this.#model;
    const all = this.#before.map(([, variable]): Term => [variable, 1]);
    for (;;) {
      const rows = model.rows.length;
      model.atLeast(`${count} before`, all, count);
      model.atMost(`no more than ${count} before`, all, count);
      const best = this.#best();
      model.rows.splice(rows, 2);
      if (!best.values) return best.bound === Number.NEGATIVE_INFINITY ? null : { count, modules: [], proven: false };
      const { values } = best;
      const verdicts = this.#copies.map((copy) => this.#isDone(copy, values));
      const modules = this.#before.filter(([, variable]) => values[variable]).map(([{ module }]) => module.id);
      if (verdicts.every((verdict) => verdict === 'DONE'))
        return { count, modules, proven: best.decided && !this.#isCut };
      if (verdicts.includes('OPEN') || this.#cuts >= MOST_CUTS) return { count, modules: [], proven: false };
      verdicts.forEach((verdict, at) => {
        if (verdict !== 'DONE') this.#shutOut(this.#copies[at]!, values, verdict === 'TOO_MANY');
      });
    }
  }

  /** Whether there is a schedule by which the modules of a copy lead to its target. */
  #isDone({ own, terms, from }: Copy, values: Uint8Array): 'DONE' | 'NONE' | 'TOO_MANY' | 'OPEN' {
    const mine = values.subarray(from, from + own.model.variables);
    const chosen = own.study.filter(([, variable]) => mine[variable]).map(([offered]) => offered);
    const claimed = claimedIn(own, mine);
    const found = schedule(terms, chosen, wantedBy(claimed), (studied) => reaches(terms, 0, studied, claimed));
    return typeof found === 'string' ? found : 'DONE';
  }

  #shutOut({ own, from }: Copy, values: Uint8Array, more: boolean): void {
    const inside = own.study.filter(([, variable]) => values[from + variable]).length;
    const terms = own.study.flatMap(([, variable]): Term[] =>
      values[from + variable] ? [[from + variable, 1]] : more ? [] : [[from + variable, -1]],
    );
    this.#model.atMost(`no schedule ${++this.#cuts}`, terms, inside - 1);
  }

  #best() {
    const model = this.#model;
    const regret = new Float64Array(model.variables);
    for (const variable of this.#regret) regret[variable] = -1;
    const [, ...following] = measuresFor('MODULES').map((measure) => {
      const gains = new Float64Array(model.variables);
      for (const [offered, variable] of this.#before) gains[variable] = -measure(offered);
      return gains;
    });
    const leading = weigh(model.variables, [{ gains: regret, least: -this.#regret.length, most: 0 }]);
    const listed = this.#before.map(([, variable]) => variable);
    return bestInOrder(model, leading, following, listed, this.steps);
  }
}

const studying = ({ own, from }: Copy, id: Id): number[] =>
  own.study.flatMap(([{ module }, variable]) => (module.id === id ? [from + variable] : []));
