import type { Assessment } from '../../domain/assessment.js';
import type { Leg } from '../../domain/route.js';
import { type Month, textOf, validIn } from '../../domain/time.js';
import { lodgeMonths } from '../credit/claim-terms.js';
import { ofKind } from '../credit/setting.js';
import type { Asked } from './ask.js';
import { heldAt } from './held-on-the-way.js';
import { legsAt, openPoints } from './legs.js';
import { isFullTime, type Plan, type PlannedLeg } from './plan.js';

/** A leg as an adviser hands it over: what, where, when, what it costs and who pays, and why it cannot start earlier. */
export function describeLeg(asked: Asked, plan: Plan, index: number, assessment: Assessment): Leg {
  const {
    terms: { catalogue },
  } = asked;
  const leg = plan.legs[index]!;
  const { delivery, programme, start, after, from, to } = leg;
  const institution = catalogue.institutions.get(programme.institution);
  const paid = plan.paid[index]!;
  return {
    delivery: delivery.id,
    programme: programme.id,
    title: programme.title,
    institution: programme.institution,
    institutionName: institution?.name ?? programme.institution,
    place: placeOf(asked, leg),
    start: textOf(start),
    end: textOf(after - 1),
    completes: leg.completes === null ? null : textOf(leg.completes),
    fromStage: from,
    toStage: to,
    options: [...leg.options],
    pace: delivery.pace,
    employment: delivery.employment,
    concurrent: delivery.concurrent ?? false,
    subjectTo: leg.subjectTo.length > 0,
    subjectToWhat: [...leg.subjectTo],
    entry: leg.subjectTo.length > 0 ? 'UNDECIDED' : 'MET',
    assessment,
    creditsStudied: leg.creditsStudied,
    fee: leg.fee / 100,
    claimFees: leg.claimFees / 100,
    payments: paid.map(({ payer, rule, pence }) => ({ payer, rule, amount: pence / 100 })),
    learnerPart:
      paid
        .filter(({ payer, rule }) => payer === 'learner' && rule === null)
        .reduce((sum, { pence }) => sum + pence, 0) / 100,
    support: supportOf(asked, leg),
    payKept: !isFullTime(delivery),
    releaseDays: isFullTime(delivery) ? 5 : delivery.releaseDays,
    placements: (delivery.placements ?? [])
      .filter(({ stage }) => stage === undefined || (stage >= from && stage <= to))
      .map(({ weeks, ownWorkplace, stage }) => ({ weeks, ownWorkplace, stage: stage ?? null })),
    whyNotEarlier: whyNotEarlier(asked, plan, index),
    expires: expiring(leg),
    applyBy: applyBy(leg),
  };
}

function placeOf({ terms: { catalogue } }: Asked, { delivery, programme }: PlannedLeg): string {
  if (delivery.distance) return 'at a distance';
  const institution = catalogue.institutions.get(programme.institution);
  const place = delivery.place ?? institution?.place;
  return (
    [place?.name ?? institution?.name, catalogue.regions.get(place?.region ?? '')?.name].filter(Boolean).join(', ') ||
    'place not known'
  );
}

/** Support rows valid at the start that fit the learner's region and the delivery. */
function supportOf(
  {
    terms: {
      catalogue,
      holdings: { learner },
    },
  }: Asked,
  { delivery, programme, start }: PlannedLeg,
): string[] {
  const region = learner.home?.region;
  return catalogue.rows.support
    .filter(
      (row) =>
        validIn(row, start) &&
        (!row.regions || (region !== undefined && row.regions.includes(region))) &&
        (!row.employment || row.employment.includes(delivery.employment)) &&
        (!row.pace || row.pace.includes(delivery.pace)) &&
        (!row.programmes || row.programmes.includes(programme.id)) &&
        (!row.registerParts || row.registerParts.some((part) => catalogue.partsOf.get(programme.id)?.has(part))),
    )
    .map(
      ({ name, kind, payer, perYear }) =>
        `${name}: ${kind}${perYear === undefined ? '' : ` of £${perYear} a year`}, paid by ${payer}`,
    )
    .sort();
}

/** The reason why the same leg does not start in an earlier month: study before it, no intake, entry, credit or lodging. */
function whyNotEarlier({ terms }: Asked, plan: Plan, index: number): string {
  const leg = plan.legs[index]!;
  const before = plan.legs.filter((other) => other !== leg && other.start <= leg.start);
  const busy = leg.delivery.concurrent ? [] : before.filter(({ delivery }) => !delivery.concurrent);
  const free = Math.max(terms.first, ...busy.map(({ after }) => after));
  const earlier = monthsBefore(free, leg.start).filter((month) =>
    openPoints(terms, leg.delivery, month).some(({ stage }) => stage === leg.from),
  );
  const last = earlier.at(-1);
  if (last === undefined)
    return leg.start === free
      ? free === terms.first
        ? 'It starts in the first month asked.'
        : 'It starts as soon as the study before it has ended.'
      : `There is no earlier intake at stage ${leg.from} from ${textOf(free)} on.`;
  const possible = legsAt(terms, heldAt(terms, before, last), leg.delivery, last).some(
    ({ from, to }) => from === leg.from && to === leg.to,
  );
  if (possible)
    return `It could start in ${textOf(last)}; starting later makes the route as a whole better in what was asked, or as good.`;
  const lodge = lodgeMonths(leg.solution.setting.policies);
  const lodging =
    lodge > 0 && leg.solution.used.length > 0 ? `, or claims that must be lodged ${lodge} months before` : '';
  return `At the intake of ${textOf(last)} entry or the credit it rests on is not held yet${lodging}: a result, an award or months of experience are waited for.`;
}

const monthsBefore = (from: Month, to: Month): Month[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Sources of the leg's credit that go out of date while it runs. */
function expiring({ solution, start, after }: PlannedLeg): string[] {
  const currencies = ofKind(solution.setting.limits, 'currency').map(({ limit }) => limit);
  const said = solution.used.flatMap(({ sources }) =>
    sources.flatMap(({ title, on }) =>
      currencies
        .filter(({ months }) => on + months >= start && on + months < after)
        .map(({ months }) => `${title} counts for starts up to ${textOf(on + months)}`),
    ),
  );
  return [...new Set(said)].sort();
}

/** The last month in which the application must have started, or credit of the leg would lapse before its next intake. */
function applyBy({ solution }: PlannedLeg): string | null {
  const hard = ofKind(solution.setting.limits, 'currency')
    .map(({ limit }) => limit)
    .filter(({ remedy }) => remedy === undefined);
  const until = solution.used.flatMap(({ sources }) =>
    sources.flatMap(({ on }) => hard.map(({ months }) => on + months)),
  );
  return until.length ? textOf(Math.min(...until) - lodgeMonths(solution.setting.policies)) : null;
}
