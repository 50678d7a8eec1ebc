import type { Claim } from '../../../domain/claim.js';
import type { Id } from '../../../domain/fact.js';
import type { Limit, LimitKind } from '../../../domain/limits.js';
import type { Month } from '../../../domain/time.js';
import { bestBinary } from '../../../kernel/best-binary.js';
import type { Row } from '../../../kernel/binary-model.js';
import { Compact } from '../../../kernel/compact.js';
import { Fixings } from '../../../kernel/fixings.js';
import { ruling } from '../../../rules/limits/index.js';
import { type CreditModel, modelOf } from '../../credit/model.js';
import { exempt, type Setting } from '../../credit/setting.js';
import { leadingOf } from '../../credit/solve.js';
import { HALVES } from '../../credit/wholeness.js';
import { mayBeWhole, STEPS, withNothing } from '../judging/credit.js';
import type { Enough } from './minimal-sets.js';

/** Levers by their place in a list, one bit each. */
export type Mask = bigint;

/** What levers do that can be switched on and off: rows that come to count, and limits that are lifted or extended. */
export interface Switches {
  readonly rows: ReadonlyMap<Id, Mask>;
  readonly rules: readonly LimitSwitch[];
  /** Limits on single sources, which are left out of the setting. */
  readonly sources: readonly LimitSwitch[];
}

/** A limit with the levers that lift it, and those that extend it to how many months. */
export interface LimitSwitch {
  readonly policy: Id;
  readonly limit: Limit;
  readonly lifted: Mask;
  readonly extended: readonly (readonly [bit: Mask, months: Month])[];
}

/** Limits whose rows in the model carry their name: lifting one takes these out, extending one puts others there. */
const RULES: ReadonlySet<LimitKind> = new Set([
  ...(['share', 'credits', 'level', 'stage', 'module', 'experiential', 'hours'] as const),
  ...(['residency', 'minimum', 'whole-stages', 'span'] as const),
]);
/** Limits that refuse single sources. */
const SOURCES: ReadonlySet<LimitKind> = new Set(['currency', 'mark', 'single-use']);

export const isRule = ({ kind }: Limit): boolean => RULES.has(kind);
export const isOfSources = ({ kind }: Limit): boolean => SOURCES.has(kind);

/** The rows of a limit that can hold anything back, and what is there instead with a lever: the later, the wider. */
interface Replaced {
  readonly places: ReadonlySet<number>;
  readonly by: readonly { readonly lever: Mask; readonly rows: readonly Row[] }[];
}

/**
 * A credit question as one 0/1 programme in which levers are switched on and off: without a lever the claims of its row
 * are fixed at none; with a limit lifted the rows of the limit are left out. Asked of who has no progress on the programme.
 */
export class Switched {
  readonly #model: CreditModel;
  /** Levers without which a claim does not stand. */
  readonly #needs: readonly Mask[];
  /** For each claim that is too old for some limit, levers of which one must be worked, for each such limit. */
  readonly #either: readonly (readonly Mask[])[];
  readonly #replaced: readonly Replaced[];
  readonly #compact = new Map<Mask, { compact: Compact; fixings: Fixings }>();
  readonly #known = new Map<Mask, { enough: Enough; by: Mask }>();
  readonly #every: Mask;

  constructor(
    readonly setting: Setting,
    readonly stage: number,
    readonly asked: number,
    claims: readonly Claim[],
    switches: Switches,
  ) {
    this.#model = modelOf(setting, claims, NO_PROGRESS, setting.start, { stage });
    const { rows } = this.#model.model;
    this.#needs = this.#model.claims.map((claim) =>
      claim.rows.reduce((needs, { id }) => needs | (switches.rows.get(id) ?? 0n), 0n),
    );
    this.#either = this.#model.claims.map((claim) => switches.sources.flatMap((one) => freedBy(one, claim, setting)));
    this.#replaced = switches.rules.flatMap((one) => {
      const places = rows.flatMap((row, place) => (isOf(row, one) ? [place] : []));
      if (!places.some((place) => canBind(rows[place]!))) return [];
      const extended = [...one.extended]
        .sort(([, a], [, b]) => a - b)
        .map(([lever, months]) => {
          const limits = setting.limits.map((known) =>
            known.limit === one.limit ? { ...known, limit: { ...one.limit, months } as Limit } : known,
          );
          const { model } = modelOf({ ...setting, limits }, claims, NO_PROGRESS, setting.start, { stage });
          return { lever, rows: model.rows.filter((row) => isOf(row, one)) };
        });
      return [{ places: new Set(places), by: [...extended, { lever: one.lifted, rows: [] }] }];
    });
    const replacing = this.#replaced.flatMap(({ by }) => by.map(({ lever }) => lever));
    this.#every = [...this.#needs, ...this.#either.flat(), ...replacing].reduce((all, one) => all | one, 0n);
  }

  /** Whether so much credit is carried with these levers, and by which of them, where it is. */
  enough(levers: Mask): { enough: Enough; by: Mask } {
    const on = levers & this.#every;
    const known = this.#known.get(on) ?? this.#ask(on);
    this.#known.set(on, known);
    return known;
  }

  /**
   * The question as a text, but for what levers do: which sets are enough hangs on no more. Null where nothing is asked,
   * for then no claims at all may be enough.
   */
  get text(): string | null {
    if (this.asked === 0) return null;
    const { claims, model } = this.#model;
    const rows = model.rows.map((row, place) => (canBind(row) ? `${place}: ${textOf(row)}` : ''));
    const refused = this.#either.map((masks) => masks.length).join();
    return [this.asked, claims.map(({ credits }) => credits).join(), refused, ...rows].join('\n');
  }

  /** What a lever does here, as a text: levers of the same do the same; of an empty one nothing. */
  effectOf(bit: Mask): string {
    const places = (masks: readonly Mask[]): string =>
      masks.flatMap((mask, at) => ((mask & bit) === 0n ? [] : [at])).join();
    const ages = this.#either.flatMap((masks, at) =>
      masks.flatMap((mask, of) => ((mask & bit) === 0n ? [] : [`${at}.${of}`])),
    );
    const rows = this.#replaced.flatMap(({ places, by }) =>
      by.filter(({ lever }) => (lever & bit) !== 0n).map((one) => `${[...places]} by ${one.rows.map(textOf)}`),
    );
    const effects = [places(this.#needs), ages.join(), rows.join()];
    return effects.every((text) => text === '') ? '' : effects.join(';');
  }

  #ask(on: Mask): { enough: Enough; by: Mask } {
    const { claims, model } = this.#model;
    const stand = claims.map(
      (_, at) => (this.#needs[at]! & ~on) === 0n && this.#either[at]!.every((some) => (some & on) !== 0n),
    );
    const standing = claims.filter((_, at) => stand[at]);
    if (!this.#couldBe(standing)) return this.#withNothing(on);
    const { compact, fixings } = this.#without(on);
    const start = fixings.length;
    for (let at = 0; at < claims.length; at++) if (!stand[at]) fixings.fix(at, 0);
    const weighed = leadingOf(this.setting, this.#model, 'CREDITS');
    const { values, bound } = bestBinary(compact, model.turns, weighed, { left: STEPS }, null, fixings);
    fixings.undo(start);
    if (!values && bound === Number.NEGATIVE_INFINITY) return this.#withNothing(on);
    const used = values ? claims.flatMap((_, at) => (values[at] ? [at] : [])) : [];
    const credits = used.reduce((sum, at) => sum + claims[at]!.credits, 0);
    const lifted = this.#replaced.reduce((all, { by }) => by.reduce((more, { lever }) => more | (lever & on), all), 0n);
    const by = used.reduce(
      (all, at) => this.#either[at]!.reduce((more, some) => more | lowest(some & on), all | this.#needs[at]!),
      lifted,
    );
    if (values && credits >= this.asked) return { enough: 'YES', by };
    const most = (weighed.sums(bound)[0] ?? 0) / HALVES;
    return { enough: most >= this.asked ? 'OPEN' : 'NO', by: on };
  }

  /** Cheap look ahead: false only where too little is covered, or some core module before the stage is not. */
  #couldBe(standing: readonly Claim[]): boolean {
    const { catalogue } = this.setting;
    const covered = new Set(standing.flatMap(({ targets }) => targets));
    let credits = 0;
    for (const id of covered) credits += catalogue.modules.get(id)!.credits;
    return credits >= this.asked && mayBeWhole(this.setting, standing, NO_PROGRESS, this.stage);
  }

  /** No claims at all, which are always allowed. */
  #withNothing(on: Mask): { enough: Enough; by: Mask } {
    if (this.asked > 0) return { enough: 'NO', by: on };
    return { enough: withNothing(this.setting, this.stage).credits === null ? 'NO' : 'YES', by: 0n };
  }

  /** The rows that are kept with some limits lifted. */
  #without(on: Mask): { compact: Compact; fixings: Fixings } {
    let key = 0n;
    const gone = new Set<number>();
    const instead: Row[] = [];
    for (const { places, by } of this.#replaced) {
      const widest = by.findLast(({ lever }) => (lever & on) !== 0n);
      if (!widest) continue;
      key |= widest.lever;
      for (const place of places) gone.add(place);
      instead.push(...widest.rows);
    }
    const known = this.#compact.get(key);
    if (known) return known;
    const { rows, variables } = this.#model.model;
    const kept = gone.size === 0 ? rows : [...rows.filter((_, place) => !gone.has(place)), ...instead];
    const compact = new Compact(variables, kept);
    const found = { compact, fixings: new Fixings(compact) };
    this.#compact.set(key, found);
    return found;
  }
}

const NO_PROGRESS: ReadonlyMap<Id, number> = new Map();

const lowest = (mask: Mask): Mask => mask & -mask;

/** For a claim that a limit on sources refuses, the levers any of which lets it stand; nothing where it stands as it is. */
function freedBy({ limit, lifted, extended }: LimitSwitch, { own, sources }: Claim, setting: Setting): Mask[] {
  if (exempt(limit, { own })) return [];
  const { start, programme } = setting;
  if (limit.kind === 'single-use')
    return limit.refuseSpent && sources.some(({ spentAt }) => spentAt.has(programme.level)) ? [lifted] : [];
  const isRefused = (as: Limit): boolean => sources.some((held) => (ruling(as)?.refuses(held, start) ?? null) !== null);
  if (!isRefused(limit)) return [];
  return [
    extended.reduce((some, [bit, months]) => (isRefused({ ...limit, months } as Limit) ? some : some | bit), lifted),
  ];
}

/** Whether a row carries the name of a limit, as the model names rows. */
const isOf = ({ name }: Row, { policy, limit }: LimitSwitch): boolean =>
  ` ${name} `.includes(` ${policy}/${limit.id} `);

const textOf = ({ terms, most }: Row): string => `${terms.join(' ')} <= ${most}`;

/** Whether a row refuses any choice at all. */
const canBind = ({ terms, most }: Row): boolean =>
  terms.reduce((sum, [, coefficient]) => sum + Math.max(0, coefficient), 0) > most;
