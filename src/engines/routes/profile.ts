import type { RouteQuestion } from '../../domain/questions.js';
import type { ProfileRow, RouteProfile } from '../../domain/route-profile.js';
import { type Month, textOf } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { type Asked, ask } from './ask.js';
import { Assessing } from './assessing.js';
import { replay, sameLeg } from './explain/replay.js';
import { inBrief } from './explain/summary.js';
import type { Terms } from './legs.js';

/** First months that are compared where nothing else is asked. */
export const PROFILE_MONTHS = 24;

/**
 * How many months the shortest route takes from each of so many first months on, and which of them is best (spec 5).
 * Criteria are left aside: months alone count. Throws a RangeError for a register part that the catalogue does not hold.
 */
export function routeProfile(catalogue: Catalogue, question: RouteQuestion, months = PROFILE_MONTHS): RouteProfile {
  const rows: ProfileRow[] = [];
  let searches = 0;
  let last: Asked | undefined;
  for (let first = question.first; first < question.first + months; first++) {
    if (!last || !stillSoonest(last, first)) {
      last = ask(catalogue, { ...question, first, criteria: ['MONTHS'] });
      searches += 1;
    }
    rows.push(rowOf(catalogue, last, first));
  }
  const name = catalogue.registerParts.get(question.registerPart)!.name;
  const reached = rows.filter((row) => row.months !== null);
  const best = reached.reduce<ProfileRow | undefined>(
    (least, row) => (least === undefined || row.months! < least.months! ? row : least),
    undefined,
  );
  return {
    registerPart: question.registerPart,
    registerPartName: name,
    rows,
    best: best?.first ?? null,
    earliest: reached.map(({ registered }) => registered!).sort()[0] ?? null,
    searches,
    notes: [
      'Credit is an estimate: the institution decides.',
      ...(rows.some(({ proof }) => proof === 'BOUNDED')
        ? ['Some searches were given up before their end: there may be shorter routes.']
        : []),
    ],
    summary: best
      ? `The best month to set out for ${name} is ${best.first}: ${best.months} months, registered ${best.registered}.`
      : `No route to ${name} from any month from ${textOf(question.first)} on, ${months} in all.`,
  };
}

/**
 * Whether the shortest route of an earlier first month is that of a later one too. Whoever sets out earlier can wait, and
 * lacks nothing then: no route from the later month is sooner. So it is enough that the route has not begun, and that
 * each of its legs goes as before: experience that grows, and claims that must be lodged, count from the first month.
 */
function stillSoonest({ terms, searched: { found } }: Asked, first: Month): boolean {
  const [soonest] = found;
  if (!soonest) return false;
  const { legs } = soonest.plan;
  if (legs.some(({ start }) => start < first)) return false;
  const { catalogue, constraints } = terms;
  const later: Terms = { ...terms, first, assessing: new Assessing(catalogue, constraints.include, first) };
  const again = replay(later, legs);
  return 'legs' in again && again.legs.every((leg, i) => sameLeg(leg, legs[i]!));
}

function rowOf(catalogue: Catalogue, { terms, searched }: Asked, first: Month): ProfileRow {
  const [soonest] = searched.found;
  const proof = searched.complete ? 'COMPLETE' : 'BOUNDED';
  const none = { first: textOf(first), months: null, registered: null, starts: null, summary: '', proof } as const;
  if (!soonest) return none;
  const { legs } = soonest.plan;
  const end = terms.first + soonest.measures[0]!;
  // Whoever is there already is there from every month on.
  const registered = Math.max(end, first);
  return {
    first: textOf(first),
    months: registered - first,
    registered: textOf(registered),
    starts: legs.length > 0 ? textOf(Math.min(...legs.map(({ start }) => start))) : null,
    summary: inBrief(soonest.plan, catalogue),
    proof,
  };
}
