import type { Leg, Route } from '../domain/route.js';
import { type Month, monthOf, spoken } from '../domain/time.js';
import { counted, pounds, room, words, wrapped } from './text.js';
import type { Wire } from './wire.js';

/** Characters that the longest timeline may take, titles and bars apart. */
const LONGEST = 60;
const TITLE = 34;
const BARS = ' ||'.length;

/** A route as a heading, a timeline with a row for each leg, and what each leg says. */
export function routeLines(route: Wire<Route>, number: number, first: string): string[] {
  const { months, registered, learnerPart, totalFees, releaseDays, creditsStudied } = route;
  const strength = route.strength
    ? `; all credit is ${words(route.strength)}${words(route.strength) === 'guaranteed' ? '' : ' or better'}`
    : '';
  return [
    `Route ${number}: ${counted(months, 'month')}, registered ${said(registered)}`,
    ...wrapped(
      `the learner pays ${pounds(learnerPart)} of ${pounds(totalFees)}; ${counted(releaseDays, 'release day')} a week; ${creditsStudied} credits studied${strength}`,
      '  ',
    ),
    '',
    ...timeline(route.legs, monthOf(first), monthOf(registered)).map((line) => `  ${line}`),
    '',
    ...route.legs.flatMap((leg, index) => legLines(leg, index + 1)),
  ];
}

/** What of a leg is drawn. */
type Drawn = Pick<Wire<Leg>, 'title' | 'start' | 'end' | 'completes'>;

/**
 * Each leg as a bar under the Januaries: `#` for study, `~` for assessment, `*` where the award is given. One character
 * is a month, or as many months as it takes for the whole to fit.
 */
export function timeline(legs: readonly Drawn[], first: Month, last: Month): string[] {
  const step = Math.max(1, Math.ceil((last - first + 1) / Math.min(LONGEST, room() - TITLE - BARS)));
  const at = (month: Month): number => Math.floor((month - first) / step);
  const length = at(last) + 1;
  const bars = legs.map((leg, index) => {
    const [start, end] = [at(monthOf(leg.start)), at(monthOf(leg.end))];
    const award = leg.completes === null ? end : at(monthOf(leg.completes));
    const bar = Array.from({ length }, (_, column) => mark(column, start, end, award)).join('');
    return `${`${index + 1} ${leg.title}`.slice(0, TITLE).padEnd(TITLE)} |${bar}|`;
  });
  const scale = step === 1 ? 'one sign a month' : `one sign ${step} months`;
  return [`${scale.padEnd(TITLE)} |${years(first, last, at, length)}|`, ...bars];
}

function mark(column: number, start: number, end: number, award: number): string {
  if (column < start || column > award) return '.';
  if (column <= end) return '#';
  return column === award ? '*' : '~';
}

/** The years, each beginning at its January. */
function years(first: Month, last: Month, at: (month: Month) => number, length: number): string {
  const line = Array.from({ length }, () => ' ');
  let free = 0;
  for (let month = Math.ceil(first / 12) * 12; month <= last; month += 12) {
    const column = at(month);
    const year = String(month / 12);
    if (column < free || column + year.length > length) continue;
    for (const [index, digit] of [...year].entries()) line[column + index] = digit;
    free = column + year.length + 1;
  }
  return line.join('');
}

/** What becomes of the job. */
export const besideWhat = ({ employment, payKept }: Pick<Wire<Leg>, 'employment' | 'payKept'>): string =>
  words(employment) === 'apprenticeship' ? 'as an apprentice' : payKept ? 'beside the job' : 'the job given up';

/** `2026-09` as a person reads it. */
export const said = (month: string): string => spoken(monthOf(month));

function legLines(leg: Wire<Leg>, number: number): string[] {
  const stages = leg.fromStage === leg.toStage ? `stage ${leg.fromStage}` : `stages ${leg.fromStage} to ${leg.toStage}`;
  const credit = leg.assessment ? `, ${leg.assessment.credits} credits carried in` : '';
  const done = leg.completes === null ? '' : `; award ${said(leg.completes)}`;
  const lines = [
    `${leg.institutionName}, ${leg.place}; ${said(leg.start)} to ${said(leg.end)}${done}; ${stages}${credit}; ${words(leg.pace)}, ${besideWhat(leg)}, ${counted(leg.releaseDays, 'release day')} a week; the learner pays ${pounds(leg.learnerPart)} of ${pounds(leg.fee + leg.claimFees)}.`,
    leg.whyNotEarlier,
    ...(leg.subjectTo ? [`Subject to: ${leg.subjectToWhat.join('; ')}.`] : []),
    ...leg.expires.map((what) => `Expires meanwhile: ${what}`),
    ...(leg.applyBy === null ? [] : [`Must have started by ${said(leg.applyBy)}, or credit lapses.`]),
  ];
  const lead = `  ${number} `;
  return [
    ...wrapped(leg.title, lead),
    ...lines.filter((line) => line !== '').flatMap((line) => wrapped(line, ' '.repeat(lead.length))),
  ];
}
