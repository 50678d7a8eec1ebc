import type { Supply, SupplyWay } from '../../domain/assessment.js';
import type { Id } from '../../domain/fact.js';
import type { Held, Holdings } from '../../domain/holding.js';
import type { EntryPoint } from '../../domain/provision.js';
import { type Month, textOf } from '../../domain/time.js';
import { cheapestSets } from '../../kernel/cheapest-sets.js';
import type { Coverable } from './coverable.js';
import { holdingsOf } from './holdings.js';
import { lackBefore } from './lacking.js';
import { type Setting, settingOf } from './setting.js';
import { type Solution, solve } from './solve.js';
import type { Offer } from './supply.js';

/** Things that are studied together at the most, combinations shown, looked at, and asked again. */
const MOST_TOGETHER = 4;
const MOST_WAYS = 5;
const MOST_TRIED = 4_000;
const MOST_ASKED = 60;

/** A fee that is not known counts as more than any sum of known ones. */
const UNKNOWN_FEE = 1e9;

/** The stage aimed at: entry points of it, and the month in which they open. */
export interface Aim {
  readonly stage: number;
  readonly points: readonly EntryPoint[];
  readonly opens: Month;
}

/** Combinations of offers, and what was not tried. */
export type FindWays = (
  solution: Solution,
  aim: Aim,
  offers: readonly Offer[],
  coverable: Coverable,
  covers: (offer: Offer) => Supply,
) => { ways: SupplyWay[]; cut: string | null };

/**
 * The cheapest combinations of offers after which the stage could be joined, none of which holds another: tried in
 * order of cost, and each asked again with what it brings held. `cut` says what was left untried.
 */
export const cheapestWays: FindWays = (solution, aim, offers, { after }, covers) => {
  const { setting, progress } = solution;
  const fixed = new Set(progress.keys());
  const mayDo = (some: readonly Offer[]): boolean => {
    const reached = after(some);
    return aim.points.some((point) => lackBefore(setting, point, reached, fixed)?.missing.length === 0);
  };
  if (!mayDo(offers)) return { ways: [], cut: null };
  const found: { offers: readonly Offer[]; way: SupplyWay }[] = [];
  let tried = 0;
  let asked = 0;
  for (const set of cheapestSets(
    offers.map(({ supply }) => supply.fee ?? UNKNOWN_FEE),
    MOST_TOGETHER,
  )) {
    if (found.length === MOST_WAYS) break;
    if (++tried > MOST_TRIED || asked > MOST_ASKED) return { ways: found.map(({ way }) => way), cut: cutBy(tried) };
    const chosen = set.places.map((place) => offers[place]!);
    if (found.some((before) => within(before.offers, chosen))) continue;
    if (new Set(chosen.map(({ programme }) => programme)).size < chosen.length) continue;
    if (!mayDo(chosen)) continue;
    asked += 1;
    if (opens(solution, aim, chosen)) found.push({ offers: chosen, way: wayOf(chosen.map(covers)) });
  }
  const larger = found.length < MOST_WAYS && offers.length > MOST_TOGETHER;
  return { ways: found.map(({ way }) => way), cut: larger ? TOGETHER : null };
};

const TOGETHER = `Combinations of more than ${MOST_TOGETHER} things were not tried.`;

/** Whether some offers are part of others: each is there, as far or further. */
const within = (some: readonly Offer[], others: readonly Offer[]): boolean =>
  some.every(({ programme, stages }) =>
    others.some((other) => other.programme === programme && other.stages >= stages),
  );

const cutBy = (tried: number): string =>
  tried > MOST_TRIED
    ? `Only the ${MOST_TRIED} cheapest combinations of what is on offer were tried, of at most ${MOST_TOGETHER} things each.`
    : `Only ${MOST_ASKED} combinations of what is on offer were asked again.`;

/** Whether the stage can be joined in the month in which it opens, with what some offers bring held by then. */
function opens({ setting }: Solution, { stage, opens: month }: Aim, offers: readonly Offer[]): boolean {
  const { catalogue, programme, delivery, include, holdings } = setting;
  const held = besides(holdings, holdingsAfter(setting, offers, month));
  return solve(settingOf(catalogue, held, { programme, delivery, start: month, include }), 'ENTRY').entryStage >= stage;
}

/** What some offers bring, all of it dated to one month and without marks. */
function holdingsAfter({ catalogue }: Setting, offers: readonly Offer[], month: Month): Holdings {
  const on = textOf(month);
  const [modules, programmes] = [true, false].map((single) =>
    offers.filter(({ supply }) => (supply.kind === 'module') === single),
  ) as [Offer[], Offer[]];
  return holdingsOf(catalogue, {
    modules: modules.map(({ supply }) => ({ module: supply.id, on })),
    awards: programmes.map(({ supply, stages, options }) => ({
      award: supply.id,
      stage: stages,
      on,
      options: [...options],
    })),
  });
}

/** What is held with something new besides: a module that is taken again is held with its later date. */
function besides(holdings: Holdings, added: Holdings): Holdings {
  const sources = new Map<Id, Held>(holdings.sources);
  for (const [id, held] of added.sources) {
    const before = sources.get(id);
    const also = (of: 'awards' | 'studiedOn'): Set<Id> => new Set([...(before?.[of] ?? []), ...held[of]]);
    sources.set(id, { ...held, awards: also('awards'), studiedOn: also('studiedOn') });
  }
  return { ...holdings, sources, awards: [...holdings.awards, ...added.awards] };
}

function wayOf(supplies: Supply[]): SupplyWay {
  const fees = supplies.map(({ fee }) => fee);
  const known = fees.filter((fee) => fee !== null);
  return {
    supplies,
    fee: known.length === fees.length ? Math.round(known.reduce((sum, fee) => sum + fee, 0) * 100) / 100 : null,
  };
}
