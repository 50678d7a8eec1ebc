import type { Certificate, DeliveryProof, Implied, Price, ProofTree } from '../../domain/certificate.js';
import type { FractionText } from '../../domain/fraction.js';
import type { BinaryModel } from '../../kernel/binary-model.js';
import type { Leaf, Tree } from '../../kernel/proof.js';
import type { Attempt, Solution } from './solve.js';

/**
 * Why nothing better can be had, for each delivery that was asked (spec 3.4): what the solver found, told in names. Of
 * deliveries that are not the answer it also says which claims fit, so that nobody need believe that some do.
 */
export const certificateOf = (asked: readonly Solution[], answer: Solution): Certificate => ({
  proofs: asked.map((solution) => ({
    ...proofOf(solution),
    ...(solution.setting === answer.setting || solution.used.length === 0
      ? {}
      : { fits: solution.used.map(({ id }) => id) }),
  })),
});

function proofOf({ setting, attempts, bound }: Solution): DeliveryProof {
  const trees = attempts.map(told);
  return {
    delivery: setting.delivery?.id ?? null,
    progress: (['STANDS', 'LAPSES', 'NOTHING_FITS'] as const)[attempts.length - 1]!,
    refuted: trees.slice(0, -1),
    tree: trees.at(-1)!,
    credits: bound.credits,
    entryStage: bound.entryStage,
  };
}

const told = ({ model: { model }, tree, objective }: Attempt): ProofTree => new Telling(model, objective).tree(tree);

/** Tells a tree in names, and leaves out what follows but proves nothing. */
class Telling {
  constructor(
    readonly model: BinaryModel,
    readonly objective: Float64Array,
  ) {}

  tree(tree: Tree): ProofTree {
    return this.#needed(tree, new Set())[0];
  }

  /** The tree told, and the variables whose value, fixed at or above it, its leaves rely on. */
  #needed(tree: Tree, needed: Set<number>): [ProofTree, Set<number>] {
    if (!('on' in tree)) {
      for (const variable of this.#relied(tree)) needed.add(variable);
      const implied = this.#implied(tree.implied, needed);
      const prices = tree.prices.rows.map((row, p): Price => [this.#row(row), text(tree.prices.prices[p]!)]);
      return [{ ...implied, prices, ...(tree.refutes ? { refutes: true as const } : {}) }, needed];
    }
    const [zero] = this.#needed(tree.zero, needed);
    const [one] = this.#needed(tree.one, needed);
    needed.delete(tree.on);
    const implied = this.#implied(tree.implied, needed);
    return [{ ...implied, on: this.model.names[tree.on]!, zero, one }, needed];
  }

  /** The fixings that something below relies on, or a later fixing kept; `needed` is left with what those rely on. */
  #implied(implied: Tree['implied'], needed: Set<number>): { implied?: Implied[] } {
    const kept: Implied[] = [];
    for (const [variable, value, row] of [...implied].reverse()) {
      if (!needed.delete(variable)) continue;
      kept.unshift([this.model.names[variable]!, value ? 1 : 0, this.#row(row)]);
      for (const [other] of this.model.rows[row]!.terms) if (other !== variable) needed.add(other);
    }
    return kept.length ? { implied: kept } : {};
  }

  /** Variables whose reduced worth is not zero. */
  #relied({ prices: { rows, prices }, refutes }: Leaf): number[] {
    const reduced = refutes ? new Float64Array(this.model.variables) : this.objective.slice();
    rows.forEach((row, p) => {
      for (const [variable, coefficient] of this.model.rows[row]!.terms) reduced[variable]! -= prices[p]! * coefficient;
    });
    return [...reduced.keys()].filter((variable) => reduced[variable] !== 0);
  }

  #row = (row: number): string => this.model.rows[row]!.name;
}

/** A price, a multiple of a power of two, as a fraction in lowest terms. */
function text(price: number): FractionText {
  let [n, d] = [price, 1];
  while (!Number.isInteger(n)) {
    n *= 2;
    d *= 2;
  }
  return d === 1 ? `${n}` : `${n}/${d}`;
}
