import type { Held, Holdings } from '../../../domain/holding.js';
import { type Month, type MonthText, spoken, textOf } from '../../../domain/time.js';
import { type Catalogue, modulesOf } from '../../../graph/catalogue.js';
import { lodgeMonths } from '../../credit/claim-terms.js';
import { ofKind, settingOf } from '../../credit/setting.js';
import { listed } from '../../credit/words.js';
import { HeldByMonth } from '../held-by-month.js';
import { legsAt, openPoints, type Terms } from '../legs.js';
import type { PlannedLeg } from '../plan.js';

/** How far ahead of a start later intakes are tried, in months. */
const AHEAD = 120;

/**
 * What goes out of date or out of force while a leg runs (spec 5.3): what its own credit rests on, as whoever breaks off
 * or starts later loses it; and whatever else is held that has a mapping into the programme of a later leg.
 */
export function expiring(terms: Terms, legs: readonly PlannedLeg[], leg: PlannedLeg): string[] {
  const { used } = leg.solution;
  const said = new Set(
    used.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        'to' in row && row.to && within(leg, lastMonth(row.to) + 1)
          ? [
              `The ${'award' in row ? 'agreement' : 'mapping'} that its credit rests on is in force only up to ${row.to}.`,
            ]
          : [],
      ),
    ),
  );
  const own = new Set(used.flatMap(({ sources }) => sources.map(({ id }) => id)));
  const holdings = leg.solution.setting.holdings;
  for (const into of [leg, ...legs.filter(({ start }) => start >= leg.after)]) {
    const { limits, programme } = into.solution.setting;
    for (const held of holdings.sources.values()) {
      if (into === leg ? !own.has(held.id) : !leadsInto(terms.catalogue, held, into)) continue;
      for (const { limit } of ofKind(limits, 'currency'))
        if (within(leg, held.on + limit.months + 1)) said.add(outOfDate(held, limit, programme.title));
    }
  }
  return [...said].sort();
}

const outOfDate = (
  { title, on }: Held,
  { months, remedy }: { months: number; remedy?: string | undefined },
  programme: string,
): string =>
  `‘${title}’ counts for starts of ${programme} up to ${spoken(on + months)}${remedy === undefined ? '' : `; later with this: ${remedy}`}.`;

const within = ({ start, after }: PlannedLeg, month: Month): boolean => start < month && month <= after;

const lastMonth = (day: string): Month =>
  Number(day.slice(0, 4)) * 12 + (day.length === 4 ? 11 : Number(day.slice(5, 7)) - 1);

const leadsInto = (catalogue: Catalogue, { id }: Held, { programme }: PlannedLeg): boolean => {
  const taught = new Set(modulesOf(programme));
  const mapped = (catalogue.mappingsFrom.get(id) ?? []).some(
    ({ targets, status }) => status === 'agreed' && targets.some((target) => taught.has(target)),
  );
  return mapped || taught.has(id);
};

/**
 * The last month in which the application for a leg must have started if its credit would otherwise lapse, and what is
 * lost then (spec 5.3): the leg is moved from intake to intake until its stage cannot be joined any more, or with less
 * credit; lodging is taken off the last intake before. Null where no such intake lies within ten years.
 */
export function applyBy(
  terms: Terms,
  legs: readonly PlannedLeg[],
  leg: PlannedLeg,
): { by: MonthText; why: string } | null {
  if (leg.solution.used.length === 0 && leg.solution.progress.size === 0) return null;
  const later: Terms = { ...terms, latest: Number.POSITIVE_INFINITY };
  const before = legs.filter((other) => other !== leg && other.start <= leg.start);
  const held = new HeldByMonth(later, before);
  let last = leg.start;
  for (let month = leg.start + 1; month <= leg.start + AHEAD; month++) {
    if (!openPoints(later, leg.delivery, month).some(({ stage }) => stage === leg.from)) continue;
    const moved = legsAt(later, held.at(month), leg.delivery, month).filter(({ from }) => from === leg.from);
    const credits = Math.max(-1, ...moved.map(({ solution }) => carried(solution)));
    if (credits < carried(leg.solution)) {
      const still = later.assessing.solution(held.at(month), leg.programme, leg.delivery, month, leg.from);
      // Its credit stands as before: it is an entry rule that is no longer met.
      if (still && carried(still) >= carried(leg.solution)) return null;
      const why = lostBy(later, held.at(month), leg, month);
      return { by: textOf(last - lodgeMonths(leg.solution.setting.policies)), why };
    }
    last = month;
  }
  return null;
}

/** Credits that stand on entry: those carried, and those of progress. */
const carried = ({ credits, progress, setting: { catalogue } }: PlannedLeg['solution']): number =>
  credits + [...progress.keys()].reduce((sum, id) => sum + (catalogue.modules.get(id)?.credits ?? 0), 0);

/** What of a leg's credit no longer stands in a later month. */
function lostBy(terms: Terms, holdings: Holdings, leg: PlannedLeg, month: Month): string {
  const { programme, delivery, solution } = leg;
  const asked = { programme, delivery, start: month, include: terms.constraints.include };
  const { limits } = settingOf(terms.catalogue, holdings, asked);
  const hard = ofKind(limits, 'currency').filter(({ limit }) => limit.remedy === undefined);
  const sources = new Map(solution.used.flatMap(({ sources }) => sources.map((held) => [held.id, held])));
  const stale = [...sources.values()].flatMap((held) => {
    const until = Math.min(...hard.map(({ limit }) => held.on + limit.months));
    return until < month ? [{ ...held, until }] : [];
  });
  if (stale.length)
    return `From the intake of ${spoken(month)} ${listed(stale.map(({ title, until }) => `‘${title}’ (counts for starts up to ${spoken(until)})`))} ${stale.length === 1 ? 'is' : 'are'} out of date.`;
  const ended = solution.used
    .flatMap(({ rows }) => rows)
    .filter((row) => row.to !== undefined && lastMonth(row.to) < month);
  if (ended.length)
    return `At the intake of ${spoken(month)} a mapping or an agreement that its credit rests on is no longer in force (up to ${ended[0]!.to}).`;
  if (ofKind(limits, 'span').length)
    return `At the intake of ${spoken(month)} the time allowed for it has run out for part of its credit.`;
  return `At the intake of ${spoken(month)} less credit stands: a rule or the curriculum has changed by then.`;
}
