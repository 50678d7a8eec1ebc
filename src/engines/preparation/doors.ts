import type { Id } from '../../domain/fact.js';
import type { Steps } from '../../kernel/best-binary.js';
import { bestInOrder } from '../../kernel/best-in-order.js';
import type { Term } from '../../kernel/binary-model.js';
import { weigh } from '../../kernel/lexicographic.js';
import { type PreparationModel, preparationModel } from './model.js';
import { claimedIn, measuresFor, wantedBy } from './optimum.js';
import { reaches } from './reaches.js';
import { relevantModules } from './relevant.js';
import { schedule } from './schedule.js';
import type { Terms } from './terms.js';
import { waysOf } from './ways.js';

/** Modules chosen for a number of them; `proven` is false where the steps ran out. */
export interface Chosen {
  readonly count: number;
  readonly modules: readonly Id[];
  /** Places of the targets that one schedule of them leads to, where that was asked. */
  readonly opens?: readonly number[] | undefined;
  readonly proven: boolean;
}

/** Sets that are shut out at the most. */
const MOST_CUTS = 200;

/**
 * For each number of modules, up to one, the modules that lead to most targets by themselves; of equal ones the fewest,
 * then the fewest credits, the lowest fees, and the least ids. It ends where all targets are led to that can be.
 */
export function mostDoors(terms: Terms, most: number, open: number, steps: Steps): Chosen[] {
  const relevant = relevantModules(terms);
  const ways = terms.asked.flatMap((_, at) => waysOf(terms, at, relevant));
  const doors = new Doors(terms, preparationModel(terms, relevant, ways, true), steps);
  const isCut = ways.some(({ cut }) => cut.length > 0);
  const found: Chosen[] = [];
  for (let count = 1; count <= Math.min(most, relevant.length); count++) {
    const { modules, proven, opened } = doors.most(count);
    found.push({ count, modules, opens: opened, proven: proven && !isCut });
    if (opened.length === open) break;
  }
  return found;
}

class Doors {
  #cuts = 0;

  constructor(
    readonly terms: Terms,
    readonly model: PreparationModel,
    readonly steps: Steps,
  ) {}

  /** The best of at most so many modules. */
  most(count: number): { modules: Id[]; opened: number[]; proven: boolean } {
    const { model, study, reached } = this.model;
    const all = study.map(([, variable]): Term => [variable, 1]);
    for (;;) {
      const before = model.rows.length;
      model.atMost(`at most ${count}`, all, count);
      const best = this.#best();
      model.rows.splice(before, 1);
      if (!best.values) return { modules: [], opened: [], proven: false };
      const { values } = best;
      const chosen = study.filter(([, variable]) => values[variable]).map(([offered]) => offered);
      const opened = reached.flatMap((variable, at) => (values[variable] ? [at] : []));
      const claimed = claimedIn(this.model, values);
      const found = schedule(this.terms, chosen, wantedBy(claimed), (studied) =>
        opened.every((at) => reaches(this.terms, at, studied, claimed)),
      );
      const modules = chosen.map(({ module }) => module.id);
      if (typeof found !== 'string') return { modules, opened, proven: best.decided };
      if (found === 'OPEN' || this.#cuts === MOST_CUTS) return { modules: [], opened: [], proven: false };
      this.#shutOut(values, found === 'TOO_MANY');
    }
  }

  #best() {
    const { model, study, reached } = this.model;
    const doors = new Float64Array(model.variables);
    for (const variable of reached) doors[variable] = 1;
    const following = measuresFor('MODULES').map((measure) => {
      const gains = new Float64Array(model.variables);
      for (const [offered, variable] of study) gains[variable] = -measure(offered);
      return gains;
    });
    const leading = weigh(model.variables, [{ gains: doors, least: 0, most: reached.length }]);
    return bestInOrder(
      model,
      leading,
      following,
      study.map(([, variable]) => variable),
      this.steps,
    );
  }

  /** Shuts out a set of modules for the targets it was to lead to, and with `more` every larger one. */
  #shutOut(values: Uint8Array, more: boolean): void {
    const { model, study, reached } = this.model;
    const inside = study.filter(([, variable]) => values[variable]).length;
    const opened = reached.filter((variable) => values[variable]);
    const terms: Term[] = [
      ...study.flatMap(([, variable]): Term[] => (values[variable] ? [[variable, 1]] : more ? [] : [[variable, -1]])),
      ...(more ? [] : opened.map((variable): Term => [variable, 1])),
    ];
    model.atMost(`no schedule ${++this.#cuts}`, terms, inside + (more ? 0 : opened.length) - 1);
  }
}
