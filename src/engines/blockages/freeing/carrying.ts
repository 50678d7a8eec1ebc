import type { Id } from '../../../domain/fact.js';
import type { Month } from '../../../domain/time.js';
import { modulesOf } from '../../../graph/catalogue.js';
import { progressOf, type Setting } from '../../credit/setting.js';
import { carriesEnough, creditSetting } from '../judging/admitted.js';
import { shortfallAt, withClaims } from '../judging/credit.js';
import type { WorkedLever } from '../levers/worked.js';
import type { Terms } from '../terms.js';
import type { Local } from './local.js';
import type { Enough } from './minimal-sets.js';
import { isOfSources, isRule, type LimitSwitch, type Mask, Switched } from './switched.js';

/** A delivery joined at a stage in a month. */
export interface At {
  readonly delivery: Id;
  readonly start: Month;
  readonly stage: number;
}

/** What levers do at one start. */
export interface Effects {
  /** Levers that do the same, class by class; those that do nothing are in none. */
  readonly alike: readonly (readonly WorkedLever[])[];
  /** Where this is the same the same classes are enough; null where that cannot be told. */
  readonly question: string | null;
}

/**
 * Whether a cohort carries enough credit at one start with some of its levers worked, asked of many sets of them. Levers
 * that only have one more row count, or take a sum's limit away, are switched on and off in one model; the others are
 * worked on the catalogue, once for each choice of them. More of the steady ones never leaves less.
 */
export class Carrying {
  readonly #bits: ReadonlyMap<Id, Mask>;
  readonly #switched = new Map<Mask, Switched | null>();
  readonly #fewest = new Map<Mask, number>();
  /** Steady levers that were enough, and that were not, for each choice of the unsteady. */
  readonly #enough = new Map<Mask, Mask[]>();
  readonly #lacking = new Map<Mask, Mask[]>();
  #deep = 0n;
  #unsteady = 0n;

  constructor(
    readonly local: Local,
    readonly terms: Terms,
    readonly at: At,
    readonly ground: readonly WorkedLever[],
    readonly levers: readonly WorkedLever[],
    isUnsteady: (lever: WorkedLever) => boolean,
  ) {
    this.#bits = new Map(levers.map(({ id }, place) => [id, 1n << BigInt(place)]));
    for (const lever of levers) {
      const bit = this.#bits.get(lever.id)!;
      if (isUnsteady(lever)) this.#unsteady |= bit;
      if (isUnsteady(lever) || !isSwitch(lever)) this.#deep |= bit;
    }
  }

  enough(levers: readonly WorkedLever[]): Enough {
    const { standard } = this.terms;
    if (standard.credits === 0 && this.at.stage === 1) return 'YES';
    const mask = this.#maskOf(levers);
    const choice = mask & this.#unsteady;
    if (this.#enough.get(choice)?.some((less) => (less & ~mask) === 0n)) return 'YES';
    if (this.#lacking.get(choice)?.some((more) => (mask & ~more) === 0n)) return 'NO';
    const switched = this.#switchedWith(mask & this.#deep);
    const { enough, by } = switched ? switched.enough(mask) : { enough: this.#asked(levers), by: mask };
    if (enough === 'YES') push(this.#enough, choice, by | (mask & this.#deep));
    if (enough === 'NO') push(this.#lacking, choice, mask);
    return enough;
  }

  /**
   * How many of these levers there must be at the least: where all but those for single modules are not enough, so many
   * modules are left to be covered one by one, or so many credits.
   */
  fewest(levers: readonly WorkedLever[]): number {
    const others = levers.filter(({ single }) => !single);
    if (others.length === levers.length) return 0;
    const mask = this.#maskOf(others);
    const fewest = this.#fewest.get(mask) ?? (this.enough(others) === 'NO' ? this.#lackingWith(others) : 0);
    this.#fewest.set(mask, fewest);
    return fewest;
  }

  /** What some steady levers do beside those taken; null where that is not known without asking. */
  effects(steady: readonly WorkedLever[], taken: readonly WorkedLever[]): Effects | null {
    if (steady.some(({ id }) => this.#isDeep(id))) return null;
    const switched = this.#switchedWith(this.#maskOf(taken) & this.#deep);
    if (!switched) return null;
    const alike = new Map<string, WorkedLever[]>();
    for (const lever of steady) {
      const effect = switched.effectOf(this.#bits.get(lever.id)!);
      if (effect === '') continue;
      const known = alike.get(effect);
      if (known) known.push(lever);
      else alike.set(effect, [lever]);
    }
    const { text } = switched;
    return { alike: [...alike.values()], question: text && [...alike.keys(), text].join('\n') };
  }

  #lackingWith(levers: readonly WorkedLever[]): number {
    const setting = this.#settingWith(levers);
    if (!setting) return 0;
    const { catalogue, programme } = setting;
    const { credits, uncovered } = shortfallAt(setting, this.at.stage);
    const largest = Math.max(...modulesOf(programme).map((id) => catalogue.modules.get(id)?.credits ?? 0));
    return Math.max(uncovered, Math.ceil((this.terms.standard.credits - credits) / largest));
  }

  #maskOf(levers: readonly WorkedLever[]): Mask {
    let mask = 0n;
    for (const { id } of levers) mask |= this.#bits.get(id) ?? 0n;
    return mask;
  }

  /** The model with some levers worked for good and all switches in it; null where what stands cannot be switched. */
  #switchedWith(deep: Mask): Switched | null {
    const known = this.#switched.get(deep);
    if (known !== undefined) return known;
    const found = this.#switch(deep);
    this.#switched.set(deep, found);
    return found;
  }

  #switch(deep: Mask): Switched | null {
    const worked = this.levers.filter(({ id }) => (this.#bits.get(id)! & deep) !== 0n);
    const adding = this.levers.filter(({ adds }) => adds !== undefined);
    const whole = this.#settingWith([...worked, ...adding]);
    if (!whole || adding.some((lever) => this.#isThere(lever))) return null;
    const switched = this.#limitsIn(whole);
    const sources = switched.filter(({ limit }) => isOfSources(limit));
    const setting = { ...whole, limits: withoutRefusals(whole.limits, sources) };
    const progress = progressOf(setting);
    const { claims, cut } = withClaims(setting, progress);
    if (progress.size > 0 || setting.holdings.enrolled.has(setting.programme.id) || cut) return null;
    // Hours given alone make good what others fall short of, under every limit of hours at once.
    const mixed = claims.some(({ kind }) => kind === 'hours');
    const rules = switched.filter(({ limit }) => isRule(limit));
    if (mixed && rules.some(({ limit }) => limit.kind === 'hours')) return null;
    const rows = new Map(adding.map(({ adds, id }) => [adds!, this.#bits.get(id)!]));
    return new Switched(setting, this.at.stage, this.terms.standard.credits, claims, { rows, rules, sources });
  }

  /** The limits in force that levers lift or extend here. */
  #limitsIn({ limits }: Setting): LimitSwitch[] {
    const own = this.levers.filter(({ id }) => !this.#isDeep(id));
    return limits.flatMap(({ limit, policy }): LimitSwitch[] => {
      const about = (of: WorkedLever['lifts']): boolean => of?.policy === policy && of.limit.id === limit.id;
      const lifting = own.filter(({ lifts }) => about(lifts)).map(({ id }) => this.#bits.get(id)!);
      const extended = own
        .filter((lever) => about(lever.extends))
        .map((lever) => [this.#bits.get(lever.id)!, lever.extends!.months] as const);
      if (lifting.length + extended.length === 0) return [];
      return [{ limit, policy, lifted: lifting.reduce((some, bit) => some | bit, 0n), extended }];
    });
  }

  #isDeep = (id: Id): boolean => (this.#bits.get(id)! & this.#deep) !== 0n;

  /** Whether a row that a lever would put there is there without it: then it cannot be switched. */
  #isThere({ edits }: WorkedLever): boolean {
    const { rows } = this.local;
    return edits.some(
      (edit) => edit.op === 'put' && (rows[edit.kind] as unknown as { id: Id }[]).some(({ id }) => id === edit.row.id),
    );
  }

  #settingWith(levers: readonly WorkedLever[]): ReturnType<typeof creditSetting> | null {
    const { catalogue, cohort } = this.local.with(
      [...this.ground, ...levers].sort(byId),
      this.terms.first,
      this.at.start,
    );
    const delivery = catalogue.deliveries.get(this.at.delivery);
    return delivery ? creditSetting(catalogue, cohort, this.terms, { delivery, start: this.at.start }) : null;
  }

  #asked(levers: readonly WorkedLever[]): Enough {
    const { catalogue, cohort } = this.local.with(
      [...this.ground, ...levers].sort(byId),
      this.terms.first,
      this.at.start,
    );
    const delivery = catalogue.deliveries.get(this.at.delivery);
    const { start, stage } = this.at;
    if (!delivery) return 'NO';
    return carriesEnough(catalogue, cohort, this.terms, { delivery, start, stage }, this.terms.standard.credits);
  }
}

/** Whether all that a lever does can be switched on and off in a model. */
const isSwitch = ({ adds, lifts, extends: extended }: WorkedLever): boolean =>
  adds !== undefined || extended !== undefined || lifts !== undefined;

/** Limits without what some of them refuse; leave to use a held module twice stays. */
const withoutRefusals = (limits: Setting['limits'], switched: readonly LimitSwitch[]): Setting['limits'] =>
  limits.flatMap((known) => {
    const { limit } = known;
    if (!switched.some((one) => one.limit === limit)) return [known];
    if (limit.kind !== 'single-use' || !limit.allow) return [];
    const { refuseSpent: _, ...leave } = limit;
    return [{ ...known, limit: leave }];
  });

const byId = (a: WorkedLever, b: WorkedLever): number => (a.id < b.id ? -1 : 1);

function push(known: Map<Mask, Mask[]>, choice: Mask, mask: Mask): void {
  const list = known.get(choice);
  if (list) list.push(mask);
  else known.set(choice, [mask]);
}
