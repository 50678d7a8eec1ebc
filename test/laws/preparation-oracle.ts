import type { Rows } from '../../src/domain/catalogue.js';
import type { Id } from '../../src/domain/fact.js';
import type { Learner } from '../../src/domain/learner.js';
import type { PreparationQuestion, PreparationTarget } from '../../src/domain/preparation.js';
import type { Delivery, Module, Prerequisite, SingleOffer } from '../../src/domain/provision.js';
import { type Month, monthOf, textOf, validIn } from '../../src/domain/time.js';
import { allowedSets } from './credit-oracle.js';
import type { Claim } from './credit-oracle-claims.js';
import { type Frame, frameOf } from './credit-oracle-frame.js';
import { holdingsOf } from './credit-oracle-held.js';
import { spanFits } from './credit-oracle-limits.js';
import { entryOracle } from './entry-oracle.js';

/** A module studied by one of its offers. */
export interface Taken {
  module: Module;
  offer: SingleOffer;
  start: Month;
  /** First month in which it is held. */
  after: Month;
}

export interface OraclePreparation {
  modules: Id[];
  credits: number;
  fees: number;
}

/** Too many choices to try them all. */
export class TooMany extends Error {}

/**
 * The best preparation by trying every choice of modules, offers and months, in the order in which they would be
 * preferred; null where none leads to every target.
 */
export function preparationOracle(
  rows: Rows,
  question: PreparationQuestion,
  effort = 40_000,
): OraclePreparation | null {
  const world = new World(rows, question);
  const choices = world.choices(effort);
  const legal = choices.filter((taken) => world.isLegal(taken)).sort((a, b) => world.compare(a, b));
  const found = legal.find((taken) => question.targets.every((target) => world.reaches(target, taken)));
  return found ? totals(found) : null;
}

/** Whether a preparation with its months does what it says, by the same reading. */
export function preparationStands(
  rows: Rows,
  question: PreparationQuestion,
  legs: readonly { module: Id; delivery: Id; start: string }[],
): boolean {
  const world = new World(rows, question);
  const taken = legs.map(({ module: id, delivery, start }): Taken => {
    const module = rows.modules.find((one) => one.id === id)!;
    const offer = module.offers!.find((one) => one.id === delivery)!;
    return { module, offer, start: monthOf(start), after: monthOf(start) + offer.months };
  });
  return (
    taken.every((one) =>
      world.slotsOf(one.module).some(({ offer, start }) => offer === one.offer && start === one.start),
    ) &&
    world.isLegal(taken) &&
    question.targets.every((target) => world.reaches(target, taken))
  );
}

/** Every set of modules for which there is a schedule, with the targets that one schedule leads to: each such list once. */
export function ledTo(
  rows: Rows,
  question: PreparationQuestion,
  effort = 3_000,
): { modules: Id[]; targets: number[] }[] {
  const world = new World(rows, question);
  const found = new Map<string, { modules: Id[]; targets: number[] }>();
  for (const taken of world.choices(effort)) {
    if (!world.isLegal(taken)) continue;
    const { modules } = totals(taken);
    const targets = question.targets.flatMap((target, at) => (world.reaches(target, taken) ? [at] : []));
    found.set(JSON.stringify([modules, targets]), { modules, targets });
  }
  return [...found.values()];
}

const totals = (taken: readonly Taken[]): OraclePreparation => ({
  modules: taken.map(({ module }) => module.id).sort(),
  credits: taken.reduce((sum, { module }) => sum + module.credits, 0),
  fees: taken.reduce((sum, { offer }) => sum + offer.fee, 0),
});

class World {
  readonly last: Month;
  readonly #held: ReadonlySet<Id>;
  readonly #known = new Map<string, boolean>();

  constructor(
    readonly rows: Rows,
    readonly question: PreparationQuestion,
  ) {
    this.last = Math.max(...question.targets.map(({ intake }) => intake));
    this.#held = new Set(holdingsOf(rows, question.learner).held.keys());
  }

  slotsOf(module: Module): Taken[] {
    const slots: Taken[] = [];
    for (const offer of module.offers ?? [])
      for (let start = this.question.first; start + offer.months <= this.last; start++)
        if (offer.intakes.includes((start % 12) + 1) && validIn(offer, start) && validIn(module, start))
          slots.push({ module, offer, start, after: start + offer.months });
    return slots;
  }

  /** Modules studied on the programme of a target are progress there, and are not studied again by themselves. */
  choices(effort: number): Taken[][] {
    const progress = new Set(
      [...holdingsOf(this.rows, this.question.learner).held.values()]
        .filter(({ studiedOn }) => this.question.targets.some(({ programme }) => studiedOn.includes(programme)))
        .map(({ id }) => id),
    );
    let all: Taken[][] = [[]];
    for (const module of this.rows.modules) {
      if (!module.offers || progress.has(module.id)) continue;
      const slots = this.slotsOf(module);
      all = all.flatMap((some) => [some, ...slots.map((slot) => [...some, slot])]);
      if (all.length > effort) throw new TooMany();
    }
    return all;
  }

  compare(a: readonly Taken[], b: readonly Taken[]): number {
    const [x, y] = [totals(a), totals(b)];
    const by = { MODULES: x.modules.length - y.modules.length, CREDITS: x.credits - y.credits, FEES: x.fees - y.fees };
    const ids = x.modules.findIndex((id, at) => id !== y.modules[at]);
    return (
      by[this.question.fewest ?? 'MODULES'] ||
      by.MODULES ||
      by.CREDITS ||
      by.FEES ||
      (ids < 0 ? 0 : x.modules[ids]! < y.modules[ids]! ? -1 : 1)
    );
  }

  /** Legs of a route: only concurrent ones overlap, days add up, what is asked first is held, and entry is not refused. */
  isLegal(taken: readonly Taken[]): boolean {
    const { releaseDays = Number.POSITIVE_INFINITY } = this.question.constraints ?? {};
    for (let month = this.question.first; month < this.last; month++) {
      const running = taken.filter(({ start, after }) => start <= month && month < after);
      if (running.filter(({ offer }) => !offer.concurrent).length > 1) return false;
      if (running.reduce((sum, { offer }) => sum + offer.releaseDays, 0) > releaseDays) return false;
    }
    return taken.every((one) => this.#mayStart(one, taken));
  }

  #mayStart({ module, offer, start }: Taken, taken: readonly Taken[]): boolean {
    const before = taken.filter(({ after }) => after <= start);
    const held = new Set([...this.#held, ...before.map((one) => one.module.id)]);
    const holds = (need: Prerequisite): boolean =>
      typeof need === 'string' ? held.has(need) : 'all' in need ? need.all.every(holds) : need.any.some(holds);
    if (module.prerequisites !== undefined && !holds(module.prerequisites)) return false;
    if (this.rows.entryRules.length === 0) return true;
    const rows = { ...this.rows, programmes: [...this.rows.programmes, single(module)] };
    const learner = this.#learnerAt(before, start);
    const asked = { learner, programme: module.id, delivery: offer.id, start, stage: 1 };
    const credits = [...holdingsOf(this.rows, learner).held.values()].flatMap((one) => one.credits);
    return entryOracle(rows, asked, { awards: [], credits }).verdict !== 'NOT_MET';
  }

  /** The learner as they are in a month: what was studied is held, dated to its last month, and experience has grown. */
  #learnerAt(done: readonly Taken[], month: Month): Learner {
    const { learner, constraints, first } = this.question;
    const mark = constraints?.assumedMark;
    return {
      ...learner,
      modules: [
        ...(learner.modules ?? []),
        ...done.map(({ module, after }) => ({
          module: module.id,
          on: textOf(after - 1),
          ...(mark === undefined ? {} : { mark }),
        })),
      ],
      experience: (learner.experience ?? []).map((spell) =>
        spell.ongoing ? { ...spell, months: spell.months + (month - first) } : spell,
      ),
    };
  }

  reaches(target: PreparationTarget, taken: readonly Taken[]): boolean {
    const done = taken.filter(({ after }) => after <= target.intake);
    const key = JSON.stringify([target, done.map(({ module, after }) => [module.id, after])]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const so = this.rows.deliveries
      .filter(({ id, programme }) => programme === target.programme && (!target.delivery || target.delivery === id))
      .filter((delivery) => target.delivery !== undefined || validIn(delivery, target.intake))
      .some((delivery) => this.#joins(target, delivery, done));
    this.#known.set(key, so);
    return so;
  }

  /** Whether some allowed set of claims makes the stages before the one joined whole; spans are judged from that stage. */
  #joins({ programme, stage, intake }: PreparationTarget, delivery: Delivery, done: readonly Taken[]): boolean {
    const { include } = this.question;
    const learner = this.#learnerAt(done, intake);
    const frame = frameOf(
      this.rows,
      { learner, programme, delivery: delivery.id, start: intake, ...(include ? { include } : {}) },
      delivery,
    );
    const only = (claim: Claim): boolean => this.#isLodged(frame, claim, done);
    const spans = frame.limits.filter((limit) => limit.kind === 'span');
    const spanless = allowedSets({ ...frame, limits: frame.limits.filter((limit) => limit.kind !== 'span') }, { only });
    const fitting = spanless.filter(({ claims, progress }) => {
      const covered = new Set([...claims.flatMap(({ targets }) => targets), ...progress.map(({ module }) => module)]);
      return spans.every((span) => spanFits(frame, span, { claims, progress, done: covered }, stage, true));
    });
    const sets = fitting.length > 0 ? fitting : allowedSets(frame, { only, joining: stage });
    return sets.some(({ reached }) => reached.includes(stage));
  }

  /** So many months after the first month, and after the last of its sources is held. */
  #isLodged({ rows, programme, registerParts, start }: Frame, { sources }: Claim, done: readonly Taken[]): boolean {
    const policies = rows.policies.filter(
      (policy) =>
        validIn(policy, start) &&
        (!policy.registerParts || policy.registerParts.some((part) => registerParts.has(part))) &&
        (!policy.institutions || policy.institutions.includes(programme.institution)) &&
        (!policy.programmes || policy.programmes.includes(programme.id)),
    );
    const months = Math.max(0, ...policies.map(({ claims }) => claims?.lodgeMonths ?? 0));
    const since = done.filter(({ module }) => sources.includes(module.id)).map(({ after }) => after);
    return months === 0 || Math.max(this.question.first, ...since) + months <= start;
  }
}

const single = ({ id, title, institution, credits, level, source, basis }: Module) => ({
  ...{ id, title, institution, credits, level, source, basis },
  award: '',
  stages: [{ credits, core: [id] }],
});
