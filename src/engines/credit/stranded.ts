import type { MissingModule, Stranded, Supply } from '../../domain/assessment.js';
import type { Id } from '../../domain/fact.js';
import { spoken, textOf } from '../../domain/time.js';
import { coverableBefore } from './coverable.js';
import { openEntries } from './entries.js';
import { creditsOfAll, doneBy, type Lack, lackBefore } from './lacking.js';
import { partlyCovered } from './near.js';
import type { Carried } from './savings.js';
import type { Setting } from './setting.js';
import type { Solution } from './solve.js';
import { type Offer, offersFor } from './supply.js';
import type { Aim, FindWays } from './ways.js';
import { creditsOf, moduleNames } from './words.js';

/** Offers that are listed for one thing that is missing, and in all. */
const MOST_SUPPLIES = 10;

/** Months, the start month among them, in which the next stage may open. */
const YEAR = 12;

/** Credits awarded in the stage joined or later ones: they save no time. */
export function creditsStranded({ used, entryStage }: Pick<Carried, 'used' | 'entryStage'>): number {
  let sum = 0;
  for (const { creditsByStage } of used)
    creditsByStage.forEach((credits, stage) => {
      if (stage >= entryStage) sum += credits;
    });
  return sum;
}

/**
 * Credit that saves no time, what is missing to reach the next stage that can be joined, and what would supply it
 * (spec 3.4); null if all credit saves time. The next stage is the least above the one reached that has an entry point
 * open in the start month or the eleven after it; what is missing is told of the curriculum of the start month.
 * `findWays` finds the cheapest combinations that would supply it.
 */
export function strandedCredit(solution: Solution, findWays: FindWays): Stranded | null {
  const { setting, used, progress } = solution;
  const credits = creditsStranded(solution);
  if (credits === 0) return null;
  const aim = nextAim(solution);
  const none = { missing: [], missingCredits: 0, alongside: [], lacking: [], supply: [], ways: [], cut: null };
  const saved = `${creditsOf(credits)} of those credited ${credits === 1 ? 'saves' : 'save'} no time`;
  if (!aim) {
    const says = `${saved}: no later stage opens to new students within a year.`;
    return { credits, nextStage: null, opens: null, ...none, says };
  }
  const { stage, points, opens } = aim;
  const found = { credits, nextStage: stage, opens: textOf(opens) };
  const done = doneBy(used, progress);
  const lack = points
    .flatMap((point) => lackBefore(setting, point, done) ?? [])
    .reduce<Lack | null>((best, next) => (best && best.missing.length <= next.missing.length ? best : next), null);
  if (!lack) {
    const says = `${saved}: the stages before stage ${stage}, which opens next, cannot come out whole with what is credited, or their modules are not known.`;
    return { ...found, ...none, says };
  }
  const { missing, alongside } = lack;
  const missingCredits = creditsOfAll(setting, missing);
  const before = setting.stages.slice(0, stage - 1).flatMap(({ modules }) => [...modules]);
  // What is credited may be so from something else, which frees what it is credited from now for what is missing.
  const coverable = coverableBefore(
    solution,
    before.filter((module) => !progress.has(module)),
    stage,
  );
  const offers = missing.length > 0 ? offersFor(setting, coverable.wanted, coverable.awards) : [];
  const covers = (offer: Offer): Supply => {
    const after = coverable.after([offer]);
    return { ...offer.supply, covers: missing.filter((module) => after.has(module)) };
  };
  const supply = offers.map(covers).filter((one) => one.covers.length > 0);
  const { ways, cut } = findWays(solution, aim, offers, coverable, covers);
  return {
    ...found,
    missing: [...missing],
    missingCredits,
    alongside: [...alongside],
    lacking: missing.map((module) => missingModule(solution, module, supply)),
    supply: [...supply].sort((a, b) => b.covers.length - a.covers.length).slice(0, MOST_SUPPLIES),
    ways,
    cut,
    says: `${saved}: ${missingSays(setting, aim, lack, missingCredits)}${waysSay(missing, supply, ways.length)}.`,
  };
}

/** The least stage above the one reached that opens within a year, and its entry points in the first month they do. */
function nextAim({ setting, entryStage }: Solution): Aim | null {
  const { delivery, start } = setting;
  const openings = Array.from({ length: YEAR }, (_, later) => start + later).map((opens) => ({
    opens,
    points: openEntries({ delivery, start: opens }).filter(({ stage }) => stage > entryStage),
  }));
  const stage = Math.min(...openings.flatMap(({ points }) => points.map((point) => point.stage)));
  const first = openings.find(({ points }) => points.some((point) => point.stage === stage));
  return first ? { stage, opens: first.opens, points: first.points.filter((point) => point.stage === stage) } : null;
}

function missingModule(solution: Solution, module: Id, supply: readonly Supply[]): MissingModule {
  const { catalogue, stageOf } = solution.setting;
  const row = catalogue.modules.get(module);
  return {
    module,
    title: row?.title ?? module,
    stage: stageOf.get(module) ?? 0,
    credits: row?.credits ?? 0,
    outcomes: partlyCovered(solution, module).lacking.map(({ id, text }) => ({ id, text })),
    supply: supply.filter(({ covers }) => covers.includes(module)).slice(0, MOST_SUPPLIES),
  };
}

function missingSays(setting: Setting, { stage, opens }: Aim, { missing, alongside }: Lack, credits: number): string {
  const where = `stage ${stage}, which opens in ${spoken(opens)}`;
  const beside = alongside.length > 0 ? `; ${moduleNames(setting, alongside)} may be made good alongside` : '';
  return missing.length === 0
    ? `nothing is missing for ${where}${beside}`
    : `${where}, lacks ${creditsOf(credits)}: ${moduleNames(setting, missing)}${beside}`;
}

function waysSay(missing: readonly Id[], supply: readonly Supply[], ways: number): string {
  if (missing.length === 0) return '';
  if (ways > 0)
    return `. ${ways === 1 ? 'One combination' : `The ${ways} cheapest combinations`} of what is on offer would supply it`;
  const supplied = new Set(supply.flatMap(({ covers }) => covers));
  return missing.every((module) => supplied.has(module))
    ? '. What is on offer would cover it, and yet the stage could not be joined: limits or choices of options stand in the way'
    : '. Nothing on offer supplies all of it';
}
