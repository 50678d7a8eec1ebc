import type { Id } from '../../domain/fact.js';
import type { Prerequisite } from '../../domain/provision.js';
import { BinaryModel, type Term } from '../../kernel/binary-model.js';
import { lean } from '../../kernel/cover/lean.js';
import type { Offered } from './on-offer.js';
import { canBeMet } from './relevant.js';
import type { Terms } from './terms.js';
import type { Usable, Way } from './ways.js';

/** Which modules to study, as a 0/1 programme: variables for modules on offer, and for what is claimed at each target. */
export interface PreparationModel {
  readonly model: BinaryModel;
  /** Each module at one fee, with its variable; in order of ids and fees. */
  readonly study: readonly (readonly [offered: Offered, variable: number])[];
  readonly joined: readonly Joined[];
  /** For each target the variable that says it is reached; none where every target must be. */
  readonly reached: readonly number[];
}

/** A way to a target in the programme: whether it is taken, and its claims that may be used, each with the variables one of which says so. */
export interface Joined {
  readonly way: Way;
  /** Always taken where there is no variable. */
  readonly taken: number | undefined;
  /** Of several variables one at the most is 1. */
  readonly claims: readonly (readonly [usable: Usable, variables: readonly number[]])[];
}

/**
 * The rows of every way to each target, with the modules each claim needs, and the modules these need first. With
 * `optional`, targets may be reached or not, as a variable of each says. When modules are studied is not asked here, so
 * nothing that can be done is shut out.
 */
export function preparationModel(
  terms: Terms,
  relevant: readonly Id[],
  ways: readonly Way[],
  optional = false,
): PreparationModel {
  const model = new BinaryModel();
  const study = relevant.flatMap((id) =>
    terms.offer.of(id).map((offered) => [offered, model.variable(`study ${id} ${offered.pence}`)] as const),
  );
  model.decided();
  const building = new Building(terms, model, study);
  const reached = optional ? terms.asked.map((_, at) => model.lead(`reached ${at + 1}`)) : [];
  const joined = terms.asked.flatMap((_, at) => {
    const own = ways.filter((way) => way.at === at);
    return building.target(at, own, reached[at]);
  });
  for (const id of relevant) building.prerequisites(id);
  return { model, study, joined, reached };
}

/** Something that is 1 if a module can be held: it is held, or sums of variables, or never. */
type Holds = 'ALWAYS' | readonly Term[];

class Building {
  readonly #studied = new Map<Id, number[]>();
  #helpers = 0;

  constructor(
    readonly terms: Terms,
    readonly model: BinaryModel,
    study: PreparationModel['study'],
  ) {
    for (const [{ module }, variable] of study)
      this.#studied.set(module.id, [...(this.#studied.get(module.id) ?? []), variable]);
    for (const [id, variables] of this.#studied)
      if (variables.length > 1)
        model.atMost(
          `once ${id}`,
          variables.map((variable): Term => [variable, 1]),
          1,
        );
  }

  /** A target is reached by one of its ways; `when` says whether it is asked to be. */
  target(at: number, ways: readonly Way[], when: number | undefined): Joined[] {
    const name = `target ${at + 1}`;
    const [only] = ways;
    if (ways.length === 1 && when === undefined) return [this.#way(only!, `${name} `, undefined)];
    const opened = ways.map((_, way) => this.model.lead(`${name} way ${way + 1}`));
    const least: Term[] = opened.map((variable) => [variable, 1]);
    if (when === undefined) this.model.atLeast(name, least, 1);
    else this.model.atLeast(name, [...least, [when, -1]], 0);
    return ways.map((way, index) => this.#way(way, `${name} way ${index + 1} `, opened[index]));
  }

  /** Copies the rows of a way; a row that holds back even those who claim nothing binds only while the way is taken. */
  #way(way: Way, prefix: string, when: number | undefined): Joined {
    const { usable, credit } = way;
    const rows = new BinaryModel();
    const begun = this.model.variables;
    const into = variablesOf(credit.model, begun, when === undefined);
    const place = new Map(credit.claims.map(({ id }, variable) => [id, into[variable]!]));
    const claims = usable.flatMap((one) => {
      const variable = place.get(one.claim.id);
      return typeof variable === 'number' ? [[one, variable] as const] : [];
    });
    const single = new Set(this.#shareStudied(rows, prefix, claims, way));
    for (const row of credit.model.rows) {
      if (single.has(row.name)) continue;
      const terms: Term[] = [];
      let { most } = row;
      for (const [variable, coefficient] of row.terms) {
        const to = into[variable]!;
        if (to === ALWAYS) most -= coefficient;
        else if (to !== NEVER) terms.push([to, coefficient]);
      }
      if (isVoid(terms, most)) continue;
      if (most < 0 && when !== undefined) rows.atMost(prefix + row.name, [...terms, [when, -most]], 0);
      else rows.atMost(prefix + row.name, terms, most);
    }
    const { rows: kept, replaced } = lean(rows.rows, (variable) => variable >= begun);
    const numbers = new Map<number, number>();
    const named = (variable: number): number => {
      if (variable < begun) return variable;
      const known = numbers.get(variable) ?? this.model.variable(prefix + credit.model.names[variable - begun]);
      numbers.set(variable, known);
      return known;
    };
    for (const { name, terms, most } of kept)
      this.model.rows.push({ name, terms: terms.map(([variable, times]): Term => [named(variable), times]), most });
    return {
      way,
      taken: when,
      claims: claims.map(([one, variable]) => [one, (replaced.get(variable) ?? [variable]).map(named)]),
    };
  }

  /**
   * What a claim needs must be studied. Where held modules are used once, one row for each module says both; the names of
   * the rows that this replaces are given.
   */
  #shareStudied(
    rows: BinaryModel,
    prefix: string,
    claims: readonly (readonly [Usable, number])[],
    { setting }: Way,
  ): string[] {
    const using = new Map<Id, number[]>();
    const all = new Map<Id, number>();
    for (const [{ claim, needs }, variable] of claims) {
      for (const id of needs) using.set(id, [...(using.get(id) ?? []), variable]);
      for (const { id } of claim.sources) all.set(id, (all.get(id) ?? 0) + 1);
    }
    const replaced: string[] = [];
    for (const [id, variables] of using) {
      const studied = this.#studied.get(id)!.map((variable): Term => [variable, -1]);
      const once = !setting.reusable;
      if (once && all.get(id) === variables.length) replaced.push(`held ${id}`);
      const groups = once ? [variables] : variables.map((variable) => [variable]);
      for (const [index, group] of groups.entries())
        rows.atMost(
          `${prefix}studied ${id}${once ? '' : ` ${index + 1}`}`,
          [...group.map((variable): Term => [variable, 1]), ...studied],
          0,
        );
    }
    return replaced;
  }

  /** A module is studied only if what it asks for first is held, or studied too. */
  prerequisites(id: Id): void {
    const needed = this.terms.catalogue.modules.get(id)!.prerequisites;
    const held = this.terms.holdings.sources;
    if (needed === undefined || canBeMet(needed, (one) => held.has(one))) return;
    this.#require(
      `first ${id}`,
      this.#studied.get(id)!.map((variable): Term => [variable, 1]),
      needed,
    );
  }

  /** Those studied need a tree met: every part of `all`, some part of `any`. */
  #require(name: string, demand: readonly Term[], needed: Prerequisite): void {
    if (typeof needed !== 'string' && 'all' in needed) {
      needed.all.forEach((part, index) => {
        this.#require(`${name}.${index + 1}`, demand, part);
      });
      return;
    }
    const holds = this.#holds(name, needed);
    if (holds === 'ALWAYS') return;
    this.model.atMost(name, [...demand, ...holds.map(([variable, times]): Term => [variable, -times])], 0);
  }

  #holds(name: string, needed: Prerequisite): Holds {
    if (canBeMet(needed, (one) => this.terms.holdings.sources.has(one))) return 'ALWAYS';
    if (typeof needed === 'string') return (this.#studied.get(needed) ?? []).map((variable): Term => [variable, 1]);
    if ('any' in needed)
      return needed.any.flatMap((part, index) => this.#holds(`${name}.${index + 1}`, part) as readonly Term[]);
    const helper = this.model.variable(`all ${++this.#helpers} of ${name}`);
    this.#require(`${name} whole`, [[helper, 1]], needed);
    return [[helper, 1]];
  }
}

/**
 * Variables of a way's rows in the model. Stages reached are not asked for: those variables are 0. The stage to be joined
 * is: where there is but one point to join it by, that variable is 1.
 */
function variablesOf({ names, rows }: BinaryModel, begun: number, always: boolean): number[] {
  const join = rows.find(({ name }) => name === 'join')?.terms ?? [];
  const only = always && join.length === 1 ? join[0]![0] : undefined;
  return names.map((name, variable) =>
    variable === only ? ALWAYS : name.startsWith('reach ') ? NEVER : begun + variable,
  );
}

const NEVER = -1;
const ALWAYS = -2;

/** Whether a row can never be broken. */
const isVoid = (terms: readonly Term[], most: number): boolean =>
  terms.reduce((sum, [, coefficient]) => sum + Math.max(0, coefficient), 0) <= most;
