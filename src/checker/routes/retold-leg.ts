import type { Leg } from '../../domain/route.js';
import { textOf, validIn } from '../../domain/time.js';
import { doneWith } from '../kept.js';
import { pointsAt } from './leg.js';
import { learnersPart, type Payment } from './paid.js';
import type { Taken } from './taken.js';
import { daysOf, givesUpJob, type Terms } from './terms.js';

/**
 * A leg as it should be told. What it says of why it does not start earlier, of what expires and until when to apply is
 * taken as it is read, but for what an intake shows; the assessment is judged by itself.
 */
export function retoldLeg(terms: Terms, taken: Taken, payments: readonly Payment[], read: Leg): Leg {
  const { catalogue } = terms;
  const { delivery, programme, from, to, completes, subjectTo } = taken;
  return {
    delivery: delivery.id,
    programme: programme.id,
    title: programme.title,
    institution: programme.institution,
    institutionName: catalogue.institutions.get(programme.institution)?.name ?? programme.institution,
    place: placeOf(terms, taken),
    start: textOf(taken.start),
    end: textOf(taken.after - 1),
    completes: completes === null ? null : textOf(completes),
    fromStage: from,
    toStage: to,
    options: [...taken.options],
    pace: delivery.pace,
    employment: delivery.employment,
    concurrent: delivery.concurrent ?? false,
    subjectTo: subjectTo.length > 0,
    subjectToWhat: [...subjectTo],
    entry: subjectTo.length > 0 ? 'UNDECIDED' : 'MET',
    assessment: read.assessment,
    creditsStudied: taken.creditsStudied,
    fee: taken.fee / 100,
    claimFees: taken.claimFees / 100,
    payments: payments.map(({ payer, rule, pence }) => ({
      payer,
      rule: rule?.id ?? null,
      ruleName: rule?.name ?? null,
      amount: pence / 100,
    })),
    learnerPart: learnersPart(payments) / 100,
    support: supportOf(terms, taken),
    payKept: !givesUpJob(delivery),
    releaseDays: daysOf(delivery),
    placements: (delivery.placements ?? [])
      .filter(({ stage }) => stage === undefined || (from <= stage && stage <= to))
      .map(({ weeks, ownWorkplace, stage = null }) => ({ weeks, ownWorkplace, stage })),
    practiceHours: practiceHoursOf(terms, taken),
    ...notEarlier(terms, taken, read),
    expires: read.expires,
    applyBy: read.applyBy,
    applyByWhy: read.applyByWhy,
  };
}

function placeOf({ catalogue }: Terms, { delivery, programme }: Taken): string {
  if (delivery.distance) return 'at a distance';
  const own = catalogue.institutions.get(programme.institution);
  const place = delivery.place ?? own?.place;
  const named = [place?.name ?? own?.name, catalogue.regions.get(place?.region ?? '')?.name].filter(Boolean);
  return named.length > 0 ? named.join(', ') : 'place not known';
}

/** Support that is in force at the start and fits the learner's region and the study. */
function supportOf({ catalogue, question: { learner } }: Terms, { delivery, programme, start }: Taken): string[] {
  const parts = catalogue.partsOf.get(programme.id);
  const region = learner.home?.region ?? '';
  return catalogue.rows.support
    .filter((row) => validIn(row, start))
    .filter(
      ({ regions, employment, pace, programmes, registerParts }) =>
        (regions?.includes(region) ?? true) &&
        (employment?.includes(delivery.employment) ?? true) &&
        (pace?.includes(delivery.pace) ?? true) &&
        (programmes?.includes(programme.id) ?? true) &&
        (registerParts?.some((part) => parts?.has(part)) ?? true),
    )
    .map(({ name, kind, payer, perYear }) => {
      const sum = perYear === undefined ? '' : ` of £${perYear} a year`;
      return `${name}: ${kind}${sum}, paid by ${payer}`;
    })
    .sort();
}

/** Practice hours of the modules studied; where none states any and the programme is completed, those left of it. */
export function practiceHoursOf(
  { catalogue }: Terms,
  { stages, programme, completes, world, used }: Taken,
): number | null {
  const hours = (id: string): number | undefined => catalogue.modules.get(id)?.practiceHours;
  const add = (ids: Iterable<string>): number => [...ids].reduce((sum, id) => sum + (hours(id) ?? 0), 0);
  const studied = stages.flatMap(({ gained }) => gained.flatMap((one) => (one.studied ? [one.module] : [])));
  if (studied.some((id) => hours(id) !== undefined)) return add(studied);
  if (programme.practiceHours === undefined || completes === null) return null;
  return Math.max(0, programme.practiceHours - add(doneWith(world, used)));
}

type NotEarlier = Pick<Leg, 'whyNotEarlier' | 'whyNotEarlierCode' | 'earlierIntake'>;

/** The last earlier month in which the stage could be joined; where there is none, that is the reason. */
function notEarlier(terms: Terms, { programme, delivery, start, from }: Taken, read: NotEarlier): NotEarlier {
  for (let month = start - 1; month >= terms.first; month -= 1)
    if (pointsAt(terms, { programme, delivery, start: month, stage: from }).length > 0)
      return {
        whyNotEarlier: read.whyNotEarlier,
        whyNotEarlierCode: isIntake(read) ? 'CHOICE' : read.whyNotEarlierCode,
        earlierIntake: textOf(month),
      };
  return {
    whyNotEarlier: read.whyNotEarlier,
    whyNotEarlierCode: start === terms.first ? 'FIRST_MONTH' : 'INTAKE',
    earlierIntake: null,
  };
}

const isIntake = ({ whyNotEarlierCode }: NotEarlier): boolean =>
  whyNotEarlierCode === 'FIRST_MONTH' || whyNotEarlierCode === 'INTAKE';
