import module, { type Model, type ModelData, type Highs as Solver } from 'highs';
import type { Program } from './program.js';

/** The package's types call the module by what is its default export once it runs as an ES module. */
const load = module as unknown as typeof module.default;

/** What HiGHS says of a programme. `none`: nothing keeps the rows; `open`: it stopped before it could tell. */
export interface Verdict {
  readonly says: 'best' | 'none' | 'open';
  /** The columns of the best it found, as it gives them: not yet rounded. */
  readonly columns: Float64Array;
  readonly worth: number;
  /** Milliseconds from the rows to the columns found, and of these of solving alone. */
  readonly milliseconds: number;
  readonly solving: number;
}

export type Options = Readonly<Record<string, string | number | boolean>>;

/**
 * Gaps under 1, as all worths here are whole numbers, and tolerances as tight as HiGHS takes them where a coefficient
 * is large. Sixty seconds, which nothing here comes near: past them the answer is `open`.
 */
const EXACT: Options = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0.99,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  time_limit: 60,
};

/** HiGHS, the open solver that exact answers are compared with; it is loaded once. */
export class Highs {
  private constructor(private readonly solver: Solver) {}

  static async load(): Promise<Highs> {
    return new Highs(await load());
  }

  /** The best of a programme. The programme is handed over in memory, as sparse rows. */
  best(program: Program, options: Options = {}): Verdict {
    const began = performance.now();
    const verdict = this.solver.withModel(this.#data(program), (model) => {
      model.options.set({ ...EXACT, ...options });
      const ready = performance.now();
      model.run();
      const solving = performance.now() - ready;
      return { ...this.#verdict(model), solving };
    });
    return { ...verdict, milliseconds: performance.now() - began };
  }

  #verdict(model: Model): Omit<Verdict, 'milliseconds' | 'solving'> {
    const { optimal, infeasible } = this.solver.constants.modelStatus;
    const status = model.getModelStatus();
    if (status === optimal)
      return {
        says: 'best',
        columns: Float64Array.from(model.getSolution().colValue),
        worth: model.getObjectiveValue(),
      };
    return { says: status === infeasible ? 'none' : 'open', columns: new Float64Array(0), worth: Number.NaN };
  }

  #data({ gains, upper, whole, rows }: Program): ModelData {
    const { constants, infinity } = this.solver;
    const starts = [0];
    for (const { terms } of rows) starts.push(starts.at(-1)! + terms.length);
    return {
      numCols: gains.length,
      numRows: rows.length,
      sense: constants.objectiveSense.maximize,
      colCost: Float64Array.from(gains),
      colLower: new Float64Array(gains.length),
      colUpper: Float64Array.from(upper),
      rowLower: new Float64Array(rows.length).fill(-infinity),
      rowUpper: Float64Array.from(rows, ({ most }) => most),
      integrality: whole.map((one) => (one ? constants.variableType.integer : constants.variableType.continuous)),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: gains.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(rows.flatMap(({ terms }) => terms.map(([column]) => column))),
        values: Float64Array.from(rows.flatMap(({ terms }) => terms.map(([, coefficient]) => coefficient))),
      },
    };
  }
}
