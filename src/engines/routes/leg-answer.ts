import type { Assessment } from '../../domain/assessment.js';
import type { Leg } from '../../domain/route.js';
import { textOf, validIn } from '../../domain/time.js';
import type { Asked } from './ask.js';
import { applyBy, expiring } from './explain/lapsing.js';
import { notEarlier } from './explain/not-earlier.js';
import { practiceHoursOf } from './explain/practice.js';
import { daysOf, isFullTime, type Plan, type PlannedLeg } from './plan.js';

/** A leg as an adviser hands it over: what, where, when, what it costs and who pays, and why it cannot start earlier. */
export function describeLeg(asked: Asked, plan: Plan, index: number, assessment: Assessment): Leg {
  const { terms } = asked;
  const { catalogue } = terms;
  const leg = plan.legs[index]!;
  const { delivery, programme, start, after, from, to } = leg;
  const institution = catalogue.institutions.get(programme.institution);
  const paid = plan.paid[index]!;
  const earlier = notEarlier(terms, plan.legs, leg);
  const apply = applyBy(terms, plan.legs, leg);
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
    payments: paid.map(({ payer, rule, pence }) => ({
      payer,
      rule,
      ruleName: catalogue.rows.funding.find(({ id }) => id === rule)?.name ?? null,
      amount: pence / 100,
    })),
    learnerPart:
      paid
        .filter(({ payer, rule }) => payer === 'learner' && rule === null)
        .reduce((sum, { pence }) => sum + pence, 0) / 100,
    support: supportOf(asked, leg),
    payKept: !isFullTime(delivery),
    releaseDays: daysOf(delivery),
    placements: (delivery.placements ?? [])
      .filter(({ stage }) => stage === undefined || (stage >= from && stage <= to))
      .map(({ weeks, ownWorkplace, stage }) => ({ weeks, ownWorkplace, stage: stage ?? null })),
    practiceHours: practiceHoursOf(leg),
    whyNotEarlier: earlier.says,
    whyNotEarlierCode: earlier.code,
    earlierIntake: earlier.earlierIntake,
    expires: expiring(terms, plan.legs, leg),
    applyBy: apply?.by ?? null,
    applyByWhy: apply?.why ?? null,
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
