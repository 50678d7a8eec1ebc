import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Delivery } from '../../../domain/provision.js';
import { calendarMonth, type Month } from '../../../domain/time.js';
import { type Catalogue, modulesOf } from '../../../graph/catalogue.js';
import { holdingsOf } from '../../credit/holdings.js';
import { carriesEnough, creditSetting, isLetIn } from '../judging/admitted.js';
import { shortfallAt } from '../judging/credit.js';
import { doorsAt } from '../judging/door.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Terms } from '../terms.js';
import { Local } from './local.js';
import { type Enough, minimalSets } from './minimal-sets.js';
import { type Freeing, type LeverSets, minimised, unions } from './union.js';

/** Sets of levers that may be asked for one start; past it the search for a cohort's sets is cut. */
const TESTS = 2_000;
/** Levers that may take as well as give, all of whose choices are tried. */
const MOST_UNSTEADY = 5;

/**
 * One cohort at one programme, where levers of the asker's own bear on it, which may change anything: what frees it there
 * (spec 6.1, *admitted*). Every set of levers is worked on the catalogue and asked anew.
 */
export class CaseAnew {
  readonly #local: Local;
  readonly #levers: readonly WorkedLever[];
  #cut = false;

  constructor(
    catalogue: Catalogue,
    readonly terms: Terms,
    readonly cohort: Cohort,
    readonly programme: Id,
    levers: readonly WorkedLever[],
    readonly most: number,
  ) {
    this.#levers = levers;
    this.#local = new Local(catalogue, programme, cohort, levers);
  }

  /** Every inclusion-minimal set of levers that lets the cohort through at this programme. */
  freeing(): Freeing {
    const { terms } = this;
    let sets: LeverSets = [];
    const all = this.#local.with(this.#levers, terms.first, terms.starts.at(-1)!).catalogue;
    for (const delivery of all.deliveriesOf.get(this.programme) ?? []) {
      if (!terms.allows(delivery)) continue;
      for (const start of terms.starts)
        for (const stage of this.#stagesAt(delivery, start))
          sets = minimised([...sets, ...this.#at(delivery, start, stage)]);
    }
    return { sets, cut: this.#cut };
  }

  /** Stages that a delivery could be joined at in a month, with whatever levers. */
  #stagesAt({ entryPoints }: Delivery, start: Month): number[] {
    const { standard } = this.terms;
    const least = standard.stage;
    const stages = entryPoints.filter(({ months, stage }) => stage >= least && months.includes(calendarMonth(start)));
    return [...new Set(stages.map(({ stage }) => stage))].sort((a, b) => a - b);
  }

  /** What lets the cohort join a delivery at a stage in a month: a way to the door, then through the entry rules, then with credit. */
  #at(delivery: Delivery, start: Month, stage: number): LeverSets {
    const working = this.#levers.filter(({ leadMonths }) => this.terms.first + leadMonths <= start);
    const doors = this.#sets(
      working.filter((lever) => opens(lever, delivery.id)),
      [],
      isAsked,
      (levers) => (this.#isDoor(levers, delivery.id, start, stage) ? 'YES' : 'NO'),
    );
    return minimised(
      doors.flatMap((door) => {
        const ground = working.filter(({ id }) => door.includes(id));
        const rest = working.filter((lever) => !ground.includes(lever));
        const entry = this.#sets(rest.filter(admits), ground, isAsked, (levers) =>
          this.#isLetIn(levers, delivery.id, start, stage) ? 'YES' : 'NO',
        );
        if (entry.length === 0) return [];
        const credit = this.#sets(
          rest.filter((lever) => this.#credits(lever)),
          ground,
          (lever) => this.#isUnsteady(lever),
          (levers) => this.#carries(levers, delivery.id, start, stage),
          (levers) => this.#fewest(levers, delivery.id, start, stage),
        );
        const ways = unions(unions([door], entry, this.most), credit, this.most);
        return ways.filter((set) => this.#isThrough(set, delivery.id, start, stage));
      }),
    );
  }

  /** The minimal sets beside the ground taken; those that may take as well as give are in the ground in every choice of them. */
  #sets(
    levers: readonly WorkedLever[],
    ground: readonly WorkedLever[],
    isUnsteady: (lever: WorkedLever) => boolean,
    isEnough: (levers: readonly WorkedLever[]) => Enough,
    fewest: (levers: readonly WorkedLever[]) => number = () => 0,
  ): LeverSets {
    const unsteady = levers.filter(isUnsteady).slice(0, MOST_UNSTEADY);
    if (levers.filter(isUnsteady).length > unsteady.length) this.#cut = true;
    // Levers for whole stages come before those for single modules: sets of few levers are found first.
    const steady = [
      ...levers.filter((lever) => !unsteady.includes(lever) && !lever.single),
      ...levers.filter((lever) => !unsteady.includes(lever) && lever.single),
    ];
    const found = choicesOf(unsteady).flatMap((taken) => {
      const worked = (things: readonly number[]): WorkedLever[] =>
        this.#inOrder([...ground, ...taken, ...things.map((thing) => steady[thing]!)]);
      const { sets, cut } = minimalSets(steady.length, (things) => isEnough(worked(things)), {
        most: this.most - taken.length,
        tests: TESTS,
        fewest: (things) => fewest(worked(things)),
      });
      if (cut) this.#cut = true;
      return sets.map((set) => [...taken, ...set.map((thing) => steady[thing]!)].map(({ id }) => id).sort());
    });
    return minimised(found);
  }

  #inOrder = (levers: readonly WorkedLever[]): WorkedLever[] => [...levers].sort((a, b) => (a.id < b.id ? -1 : 1));

  /** Whether a lever can change what credit is carried. */
  #credits({ kind, offer }: WorkedLever): boolean {
    if (kind !== 'gain') return CREDITING.has(kind);
    const { catalogue } = this.#local.with([], this.terms.first, this.terms.first);
    const given = offer === undefined ? undefined : catalogue.programmes.get(offer);
    return (
      given !== undefined &&
      (modulesOf(given).length > 0 || catalogue.qualifications.get(given.award)?.creditsByLevel !== undefined)
    );
  }

  #isUnsteady({ kind }: WorkedLever): boolean {
    if (kind === 'supervise' || kind === 'asked' || kind === 'gain') return true;
    return (kind === 'lift' || kind === 'extend') && this.#hasProgress;
  }

  get #hasProgress(): boolean {
    const { catalogue } = this.#local.with([], this.terms.first, this.terms.first);
    const held = holdingsOf(catalogue, this.cohort.learner);
    return (
      held.enrolled.has(this.programme) ||
      [...held.sources.values()].some(({ studiedOn }) => studiedOn.has(this.programme))
    );
  }

  #isDoor(levers: readonly WorkedLever[], delivery: Id, start: Month, stage: number): boolean {
    const { catalogue, cohort } = this.#local.with(levers, this.terms.first, start);
    const row = catalogue.deliveries.get(delivery);
    return row !== undefined && doorsAt(catalogue, row, cohort, this.terms, { start, stage }).length > 0;
  }

  #isLetIn(levers: readonly WorkedLever[], delivery: Id, start: Month, stage: number): boolean {
    const { catalogue, cohort } = this.#local.with(levers, this.terms.first, start);
    const row = catalogue.deliveries.get(delivery);
    return row !== undefined && isLetIn(catalogue, cohort, this.terms, { delivery: row, start, stage });
  }

  #carries(levers: readonly WorkedLever[], delivery: Id, start: Month, stage: number): Enough {
    const { standard, first } = this.terms;
    const { catalogue, cohort } = this.#local.with(levers, first, start);
    const row = catalogue.deliveries.get(delivery);
    if (!row) return 'NO';
    const credits = standard.credits;
    return carriesEnough(catalogue, cohort, this.terms, { delivery: row, start, stage }, credits);
  }

  /**
   * How many of these levers there must be at the least: where all but those for single modules are not enough, so many
   * modules are left to be covered one by one, or so many credits.
   */
  #fewest(levers: readonly WorkedLever[], delivery: Id, start: Month, stage: number): number {
    const singles = levers.filter(({ single }) => single);
    const others = levers.filter(({ single }) => !single);
    if (singles.length === 0 || this.#carries(others, delivery, start, stage) !== 'NO') return 0;
    const { standard, first } = this.terms;
    const { catalogue, cohort } = this.#local.with(others, first, start);
    const row = catalogue.deliveries.get(delivery);
    if (!row) return 0;
    const setting = creditSetting(catalogue, cohort, this.terms, { delivery: row, start });
    const { credits, uncovered } = shortfallAt(setting, stage);
    const asked = standard.credits;
    const largest = Math.max(...modulesOf(setting.programme).map((id) => catalogue.modules.get(id)?.credits ?? 0));
    return Math.max(uncovered, Math.ceil((asked - credits) / largest));
  }

  /** Asked again with the whole set worked: what only seemed enough in parts is dropped, and the search told as cut. */
  #isThrough(set: readonly Id[], delivery: Id, start: Month, stage: number): boolean {
    const levers = this.#inOrder(this.#levers.filter(({ id }) => set.includes(id)));
    const through =
      this.#isDoor(levers, delivery, start, stage) &&
      this.#isLetIn(levers, delivery, start, stage) &&
      this.#carries(levers, delivery, start, stage) === 'YES';
    if (!through) this.#cut = true;
    return through;
  }
}

/** Levers that can bring a delivery within reach, open it, or have it nominated for. */
const opens = ({ kind, delivery, edits }: WorkedLever, id: Id): boolean => {
  if (kind === 'support' || kind === 'asked') return true;
  if (kind !== 'open' && kind !== 'nominate') return false;
  return (
    delivery === id || edits.some((edit) => edit.op === 'copy' && edit.to === id) || id.startsWith(`${delivery}-in-`)
  );
};

const ADMITTING: ReadonlySet<string> = new Set(['accept', 'gain', 'nominate', 'support', 'asked']);
const admits = ({ kind }: WorkedLever): boolean => ADMITTING.has(kind);

const CREDITING: ReadonlySet<string> = new Set(['agree', 'lift', 'extend', 'supervise', 'asked']);

const isAsked = ({ kind }: WorkedLever): boolean => kind === 'asked';

/** Every choice of some of these, none and all included. */
const choicesOf = <T>(things: readonly T[]): T[][] =>
  things.reduce<T[][]>((choices, thing) => choices.flatMap((choice) => [choice, [...choice, thing]]), [[]]);
