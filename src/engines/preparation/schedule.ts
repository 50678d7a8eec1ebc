import type { Id } from '../../domain/fact.js';
import type { Month } from '../../domain/time.js';
import { entryVerdict } from '../entry/judge.js';
import { heldWith, type Studied } from './held.js';
import type { Offered, Slot } from './on-offer.js';
import { canBeMet, leavesOf } from './relevant.js';
import type { Terms } from './terms.js';
import { Timetable } from './timetable.js';

/** A schedule that does; `NONE` is proven, `OPEN` is not: the steps ran out. `TOO_MANY`: nor does it with more modules. */
export type Scheduled = readonly Studied[] | 'NONE' | 'TOO_MANY' | 'OPEN';

/** Schedules that are tried one by one at the most. */
const MOST_TRIED = 20_000;

/**
 * A schedule of these modules as legs of a route: only concurrent ones overlap, release days add up to no more than is
 * asked, what is asked first is held when a module starts, and all are held by the last intake. It must also be accepted,
 * which is for the targets to say. `wanted` is the month by which each is best held.
 */
export function schedule(
  terms: Terms,
  chosen: readonly Offered[],
  wanted: ReadonlyMap<Id, Month>,
  accepts: (studied: readonly Studied[]) => boolean,
): Scheduled {
  const early = new Timetable(terms, chosen, wanted, true).find();
  if (Array.isArray(early) && admitsAll(terms, early) && accepts(early)) return early;
  if (new Timetable(terms, chosen, new Map(), false).find() === 'NONE') return 'TOO_MANY';
  return oneByOne(terms, chosen, accepts);
}

/** Every schedule, until one is accepted. */
function oneByOne(
  terms: Terms,
  chosen: readonly Offered[],
  accepts: (studied: readonly Studied[]) => boolean,
): readonly Studied[] | 'NONE' | 'OPEN' {
  const most = terms.question.constraints?.releaseDays;
  let tried = 0;
  const placed: Studied[] = [];
  const extend = (): readonly Studied[] | null | 'OPEN' => {
    if (++tried > MOST_TRIED) return 'OPEN';
    const next = chosen[placed.length];
    if (!next) return isInOrder(terms, placed) && admitsAll(terms, placed) && accepts(placed) ? [...placed] : null;
    for (const slot of next.slots) {
      if (!fitsBeside(placed, slot, most)) continue;
      placed.push({ module: next.module.id, slot });
      const found = extend();
      placed.pop();
      if (found) return found;
    }
    return null;
  };
  return extend() ?? 'NONE';
}

const overlap = (a: Slot, b: Slot): boolean => a.start < b.after && b.start < a.after;

/** Whether a slot overlaps none that may not be overlapped, and leaves the release days of each month within their most. */
function fitsBeside(placed: readonly Studied[], slot: Slot, most = Number.POSITIVE_INFINITY): boolean {
  const beside = placed.map((one) => one.slot).filter((other) => overlap(other, slot));
  if (!slot.delivery.concurrent && beside.some(({ delivery }) => !delivery.concurrent)) return false;
  const days = (month: Month): number =>
    beside.reduce(
      (sum, { start, after, delivery }) => sum + (start <= month && month < after ? delivery.releaseDays : 0),
      0,
    );
  const starts = [slot.start, ...beside.map(({ start }) => start).filter((start) => start > slot.start)];
  return starts.every((month) => days(month) + slot.delivery.releaseDays <= most);
}

/** Whether each module starts once what it asks first is held. */
function isInOrder({ catalogue, holdings }: Terms, placed: readonly Studied[]): boolean {
  const heldFrom = new Map(placed.map(({ module, slot }) => [module, slot.after]));
  return placed.every(({ module, slot }) =>
    canBeMet(
      catalogue.modules.get(module)!.prerequisites,
      (need) => holdings.sources.has(need) || (heldFrom.get(need) ?? Number.POSITIVE_INFINITY) <= slot.start,
    ),
  );
}

/** Whether the entry rules of each module let the learner start it, with what is held then. */
const admitsAll = (terms: Terms, placed: readonly Studied[]): boolean =>
  placed.every((one) => entryTo(terms, placed, one).verdict !== 'NOT_MET');

/** The verdict on entry to a module that is studied by itself, with what is held when it starts. */
export function entryTo(terms: Terms, placed: readonly Studied[], { module, slot: { delivery, start } }: Studied) {
  const { catalogue, question } = terms;
  const programme = catalogue.programmes.get(module)!;
  if (catalogue.rulesFor(programme).length === 0) return { verdict: 'MET' as const, undecided: [] };
  return entryVerdict(catalogue, heldWith(terms, placed, start), {
    programme,
    delivery,
    start,
    stage: 1,
    entryRoute: question.constraints?.entryRoute,
  });
}

/** Of some modules those that ask for one first. */
export const neededBy = ({ catalogue }: Terms, studied: readonly Studied[], id: Id): Id[] =>
  studied
    .map(({ module }) => module)
    .filter((module) => leavesOf(catalogue.modules.get(module)!.prerequisites).includes(id))
    .sort();
