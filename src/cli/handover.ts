import { figure } from '../domain/figure.js';
import type { Fragility, Leg, Route, RouteAnswer } from '../domain/route.js';
import { monthOf } from '../domain/time.js';
import { claimLines, evidenceLines } from './claim-lines.js';
import { columns, counted, pounds, section, words, wrapped } from './text.js';
import { besideWhat, said, timeline } from './timeline.js';
import type { Titles } from './titles.js';
import type { Wire } from './wire.js';

/**
 * A route as an adviser hands it to a person: what to do, in order, with dates to apply by; each step with its credit,
 * its costs and what is asked; what it all rests on, and what it hangs on.
 */
export function handoverLines(route: Wire<Route>, answer: Wire<RouteAnswer>, titles: Titles): string[] {
  const { months, registered, registerPartName, first } = route;
  return [
    ...wrapped(`Your route to ${registerPartName}: ${counted(months, 'month')}, registered ${said(registered)}`),
    '',
    ...timeline(route.legs, monthOf(first), monthOf(registered)),
    ...section('In all', inAll(route)),
    ...section(
      'Dates',
      columns([['when', 'what'], ...datesOf(route).map(([month = '', what = '']) => [said(month), what])]),
    ),
    ...route.legs.flatMap((leg, index) => stepLines(leg, index + 1, titles)),
    ...section('What this rests on', restingLines(route)),
    ...section('What it hangs on', fragilityLines(route)),
    ...section(
      'Notes',
      answer.notes.flatMap((note) => wrapped(note, '- ')),
    ),
  ];
}

function inAll(route: Wire<Route>): string[] {
  const { learnerPart, totalFees, releaseDays, creditsStudied, practiceHours, payKept, monthsWithoutPay } = route;
  return [
    `You pay ${pounds(learnerPart)} of ${pounds(totalFees)}.`,
    payKept
      ? 'You keep your pay all the way.'
      : `You have no pay from your job for ${counted(monthsWithoutPay, 'month')}.`,
    `At most ${counted(releaseDays, 'release day')} a week; ${creditsStudied} credits to study.`,
    ...(practiceHours === null ? [] : [`${figure(practiceHours)} hours of supervised practice to do.`]),
  ];
}

/** All dates of a route in order: what must be lodged, applied for, started and received. */
function datesOf({ legs, registered }: Wire<Route>): string[][] {
  const dates = legs.flatMap(({ title, start, end, completes, applyBy, applyByWhy, assessment }): string[][] => [
    ...[...new Set((assessment?.claims ?? []).flatMap(({ lodgeBy }) => lodgeBy ?? []))].map((by) => [
      by,
      `lodge the claims of credit for ${title}`,
    ]),
    [start, `${title} starts`],
    [end, `${title}: last month of study`],
    ...(completes === null ? [] : [[completes, `${title}: the award`]]),
    ...(applyBy === null ? [] : [[applyBy, `last month to apply for ${title}: ${applyByWhy ?? ''}`]]),
  ]);
  return [...dates, [registered, 'registration']].sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0));
}

/** Who pays, as the learner would say it. */
const PAYERS: Record<string, string> = {
  learner: 'you',
  employer: 'your employer',
  levy: 'the apprenticeship levy',
  loan: 'a student loan',
  state: 'the state',
  commissioner: 'the commissioner',
  'advanced learner loan': 'an advanced learner loan',
};

const daysOf = ({ releaseDays }: Wire<Leg>): string =>
  releaseDays === 0 ? 'no release days' : `${counted(releaseDays, 'release day')} a week`;

function stepLines(leg: Wire<Leg>, number: number, titles: Titles): string[] {
  const { title, institutionName, place, start, end, completes, fromStage, toStage, assessment } = leg;
  const stages = fromStage === toStage ? `stage ${fromStage}` : `stages ${fromStage} to ${toStage}`;
  const placements = leg.placements.map(
    ({ weeks, ownWorkplace, stage }) =>
      `${counted(weeks, 'week')} ${ownWorkplace ? 'in your own workplace' : 'elsewhere'}${stage === null ? '' : ` in stage ${stage}`}`,
  );
  const payments = leg.payments.map(
    ({ payer, ruleName, amount }) =>
      `${PAYERS[words(payer)] ?? words(payer)} ${pounds(amount)}${ruleName === null ? '' : ` (${ruleName})`}`,
  );
  return section(`Step ${number}: ${title}`, [
    ...wrapped(`${institutionName}, ${place}`),
    ...wrapped(
      `${said(start)} to ${said(end)}, ${stages}${completes === null ? '' : `; award ${said(completes)}`}`,
      'When: ',
    ),
    ...wrapped(
      `${words(leg.pace)}, ${besideWhat(leg)}; ${daysOf(leg)}${leg.concurrent ? '; may run beside other study' : ''}`,
      'How: ',
    ),
    ...wrapped(leg.whyNotEarlier, 'Why then: '),
    ...(leg.subjectTo ? wrapped(leg.subjectToWhat.join('; '), 'Subject to: ') : []),
    ...(placements.length ? wrapped(placements.join('; '), 'Placements: ') : []),
    ...(leg.practiceHours === null ? [] : [`Supervised practice: ${figure(leg.practiceHours)} hours`]),
    ...wrapped(`${pounds(leg.fee)}${leg.claimFees > 0 ? `, and ${pounds(leg.claimFees)} for claims` : ''}`, 'Fee: '),
    ...(payments.length ? wrapped(payments.join('; '), 'Who pays: ') : []),
    ...leg.support.flatMap((support) => wrapped(support, 'Support: ')),
    ...(assessment && assessment.claims.length > 0 ? creditLines(assessment, titles) : ['Credit: none is carried in.']),
    ...leg.expires.flatMap((what) => wrapped(what, 'Runs out meanwhile: ')),
  ]);
}

function creditLines(assessment: NonNullable<Wire<Leg>['assessment']>, titles: Titles): string[] {
  const { claims, summary } = assessment;
  return [
    ...wrapped(summary, 'Credit: '),
    ...claimLines(claims, titles, 2).map((line) => `  ${line}`),
    ...evidenceLines(claims),
  ];
}

function restingLines({ strengths, bases, restsOn }: Wire<Route>): string[] {
  const credit = strengths.map(
    ({ strength, credits, claims }) => `${credits} credits ${words(strength)} (${counted(claims, 'claim')})`,
  );
  return [
    credit.length ? `Credit: ${credit.join(', ')}.` : 'It carries no credit.',
    `Facts: ${bases.map(({ basis, facts }) => `${facts} ${words(basis) === 'illustrative' ? 'made up' : words(basis)}`).join(', ')}.`,
    ...restsOn.flatMap(({ id, says }) => wrapped(`${says} (${id})`, '- ')),
  ];
}

/** Things that a route hangs on; those that break the same leg and leave the same route stand together. */
function fragilityLines({ fragility, legs }: Wire<Route>): string[] {
  const groups = new Map<string, Wire<Fragility>[]>();
  for (const one of [...fragility].sort((a, b) => a.leg - b.leg)) {
    const key = `${one.leg} ${leftThen(one)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((together) => {
    const [one] = together;
    const { title, fromStage, start } = legs[one!.leg - 1]!;
    const without = together.length === 1 ? 'without this' : 'if any one of these were missing';
    return [
      ...wrapped(`Step ${one!.leg}, ${title}, could not start at stage ${fromStage} in ${said(start)} ${without}:`),
      ...together.flatMap(({ what, countsUntil }) =>
        wrapped(`${what}${countsUntil === null ? '' : ` (for starts up to ${said(countsUntil)})`}`, '- '),
      ),
      ...wrapped(leftThen(one!), '  '),
    ];
  });
}

/** The best route left without a thing, in a sentence. */
function leftThen({ next, nextProof }: Wire<Fragility>): string {
  if (nextProof === null) return 'What would be left was not asked.';
  const surely = nextProof === 'COMPLETE' ? '' : ' that was found';
  return next
    ? `The best route left${surely} takes ${counted(next.months, 'month')}, for ${pounds(next.learnerPart)}: ${next.summary}.`
    : `No route${surely} is left.`;
}
