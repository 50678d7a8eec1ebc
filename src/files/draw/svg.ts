import { poundsText } from '../../domain/money.js';
import type { Route } from '../../domain/route.js';
import { type Month, monthOf, spoken } from '../../domain/time.js';
import { escaped, type Hand, idFor, linesOf, rounded, text } from './marks.js';
import { type DrawnLeg, drawnLegs, jobOf, placementsOf, stagesOf } from './plan.js';

/** Width in units; at 360 pixels, a phone's, one unit is one pixel, and all writing is 11 pixels or more. */
const WIDTH = 360;
const EDGE = 12;
/** Width at which it is shown where there is room, in pixels. */
const SHOWN = 540;
const BAR = 16;
const INK = '#212b32';
const GREY = '#4c6272';
const BLUE = '#005eb8';
const DARK = '#003087';
const GREEN = '#007f3b';

/** Kinds of writing, with the units from one line to the next. */
const HEADING: Hand & { step: number } = { size: 15, bold: true, fill: INK, step: 18 };
const SMALL: Hand & { step: number } = { size: 12, fill: GREY, step: 16 };
const TITLE: Hand & { step: number } = { size: 13, bold: true, fill: INK, step: 16 };
const DETAIL: Hand & { step: number } = { size: 11, fill: INK, step: 14 };
const TINY: Hand & { step: number } = { size: 11, fill: GREY, step: 15 };

const written = (lines: readonly string[], from: number, { step, ...hand }: Hand & { step: number }): string[] =>
  lines.map((line, i) => text(EDGE, from + step * (i + 1), line, hand));

/**
 * A route as a picture that needs nothing else: a bar on a line of years for each leg, with waiting, assessment, awards
 * and registration. It has a title and a description for those who do not see it, says in words what its patterns mean,
 * and can be read at the width of a phone. Everything is escaped.
 */
export function svgOf(route: Route): string {
  const { first, registered, registerPartName, months, learnerPart, totalFees, summary } = route;
  const begin = monthOf(first);
  const end = monthOf(registered);
  const scale = (WIDTH - 2 * EDGE) / Math.max(1, end - begin);
  const x = (month: Month): number => EDGE + (month - begin) * scale;
  const id = idFor(summary + first);
  const legs = drawnLegs(route);
  const heading = linesOf(`${months} months to ${registerPartName}`, 40);
  const costs = linesOf(
    `From ${spoken(begin)}. The learner pays ${poundsText(learnerPart)} of ${poundsText(totalFees)}.`,
    58,
  );
  const head = [...written(heading, 8, HEADING), ...written(costs, 8 + 18 * heading.length, SMALL)];
  const top = 22 + 18 * heading.length + 16 * costs.length;
  let y = top + 14;
  const rows = legs.map((leg) => {
    const row = rowOf(leg, y, x, id);
    y = row.bottom + 12;
    return row.marks;
  });
  const bottom = y;
  const label = `registered ${spoken(end)}`;
  const foot = [
    `<line x1="${rounded(x(end))}" y1="${top}" x2="${rounded(x(end))}" y2="${bottom}" stroke="${GREEN}" stroke-width="2"/>`,
    `<circle cx="${rounded(x(end))}" cy="${bottom}" r="5" fill="${GREEN}"/>`,
    text(x(end) - 9, bottom + 4, label, { size: 12, bold: true, fill: GREEN, anchor: 'end' }),
  ];
  const legend = linesOf(legendOf(legs), 62);
  foot.push(...written(legend, bottom + 12, TINY));
  const height = bottom + 24 + 15 * legend.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${SHOWN}" height="${Math.round((height * SHOWN) / WIDTH)}" style="max-width:100%;height:auto" role="img" aria-labelledby="${id}-title ${id}-summary" font-family="Helvetica, Arial, sans-serif">`,
    `  <title id="${id}-title">${escaped(`A route to ${registerPartName}: ${months} months`)}</title>`,
    `  <desc id="${id}-summary">${escaped(summary)}</desc>`,
    `  <defs><pattern id="${id}-stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#ffffff"/><rect width="2.5" height="5" fill="${BLUE}"/></pattern></defs>`,
    `  <rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...[...head, ...years(begin, end, top, bottom, x), ...rows.flat(), ...foot].map((mark) => `  ${mark}`),
    '</svg>',
    '',
  ].join('\n');
}

/** A leg: its title, when and how it is studied, and its bar. */
function rowOf(
  drawn: DrawnLeg,
  from: number,
  x: (month: Month) => number,
  id: string,
): { marks: string[]; bottom: number } {
  const { number, leg, start, after, award, waitsFrom } = drawn;
  const carried = leg.assessment && leg.assessment.credits > 0 ? `, ${leg.assessment.credits} credits carried in` : '';
  const placements = placementsOf(leg);
  const said = [
    leg.institutionName,
    `${spoken(start)} to ${spoken(after - 1)}; ${stagesOf(leg)}${carried}`,
    jobOf(leg),
    ...(placements ? [placements] : []),
    ...(leg.subjectTo ? [`subject to: ${leg.subjectToWhat.join('; ')}`] : []),
  ];
  const title = linesOf(`${number}  ${leg.title}`, 48);
  const lines = said.flatMap((each) => linesOf(each, 62));
  const marks = [...written(title, from, TITLE), ...written(lines, from + 16 * title.length, DETAIL)];
  const y = from + 16 * title.length + 14 * lines.length + 6;
  const middle = y + BAR / 2;
  const width = (a: Month, b: Month): string => rounded(Math.max(1, x(b) - x(a)));
  const fill = leg.payKept ? BLUE : DARK;
  if (waitsFrom < start)
    marks.push(
      `<line x1="${rounded(x(waitsFrom))}" y1="${middle}" x2="${rounded(x(start))}" y2="${middle}" stroke="${GREY}" stroke-width="2" stroke-dasharray="2 4"/>`,
    );
  marks.push(
    leg.concurrent
      ? `<rect data-from="${leg.start}" data-to="${leg.end}" x="${rounded(x(start))}" y="${y + 1}" width="${width(start, after)}" height="${BAR - 2}" fill="#ffffff" stroke="${fill}" stroke-width="2"/>`
      : `<rect data-from="${leg.start}" data-to="${leg.end}" x="${rounded(x(start))}" y="${y}" width="${width(start, after)}" height="${BAR}" rx="2" fill="${fill}"/>`,
  );
  if (award > after)
    marks.push(
      `<rect x="${rounded(x(after))}" y="${y}" width="${width(after, award)}" height="${BAR}" fill="url(#${id}-stripes)"/>`,
    );
  if (leg.completes !== null)
    marks.push(
      `<circle cx="${rounded(x(award))}" cy="${middle}" r="5" fill="#ffffff" stroke="${fill}" stroke-width="2"/>`,
    );
  return { marks, bottom: y + BAR };
}

/** A line at each January, with the year where there is room for it. */
function years(begin: Month, end: Month, top: number, bottom: number, x: (month: Month) => number): string[] {
  const marks: string[] = [];
  let free = 0;
  for (let month = Math.ceil(begin / 12) * 12; month <= end; month += 12) {
    const at = rounded(x(month));
    marks.push(`<line x1="${at}" y1="${top}" x2="${at}" y2="${bottom}" stroke="#d8dde0"/>`);
    if (x(month) < free || x(month) + 26 > WIDTH - EDGE) continue;
    marks.push(text(x(month) + 2, top + 4, String(month / 12), { size: 11, fill: GREY }));
    free = x(month) + 34;
  }
  return marks;
}

/** What the patterns that occur mean. */
const legendOf = (legs: readonly DrawnLeg[]): string =>
  [
    'Full bar: study',
    ...(legs.some(({ leg }) => leg.concurrent) ? ['hollow bar: may run beside other study'] : []),
    ...(legs.some(({ leg }) => !leg.payKept) ? ['dark bar: the job is given up'] : []),
    ...(legs.some(({ award, after }) => award > after) ? ['stripes: assessment'] : []),
    ...(legs.some(({ waitsFrom, start }) => waitsFrom < start) ? ['dots: waiting'] : []),
    ...(legs.some(({ leg }) => leg.completes !== null) ? ['ring: award'] : []),
  ].join('; ');
