import type { Route } from '../../domain/route.js';
import { type Month, monthOf, spoken, textOf } from '../../domain/time.js';
import { type DrawnLeg, drawnLegs, jobOf, placementsOf, stagesOf } from './plan.js';

/**
 * A route as a Mermaid Gantt chart: a section for each leg, with waiting, study, assessment and the award, and at last
 * the registration. Signs that mean something to Mermaid are replaced in titles.
 */
export function mermaidOf(route: Route): string {
  const { registerPartName, months, registered, summary } = route;
  return [
    'gantt',
    `    title ${plain(`${months} months to ${registerPartName}`)}`,
    `    accTitle: ${plain(`A route to ${registerPartName}`)}`,
    `    accDescr: ${plain(summary)}`,
    '    dateFormat YYYY-MM-DD',
    '    axisFormat %Y',
    ...drawnLegs(route).flatMap(sectionOf),
    '    section Registration',
    `    Registered ${spoken(monthOf(registered))} :milestone, ${day(monthOf(registered))}, 0d`,
    '',
  ].join('\n');
}

function sectionOf({ number, leg, start, after, award, waitsFrom }: DrawnLeg): string[] {
  const placements = placementsOf(leg);
  const study = [stagesOf(leg), jobOf(leg), ...(placements ? [placements] : [])].join(', ');
  const tag = leg.payKept ? (leg.concurrent ? 'active, ' : '') : 'crit, ';
  return [
    `    section ${plain(`${number} ${leg.title}, ${leg.institutionName}`)}`,
    ...(waitsFrom < start ? [`    Waiting :done, ${day(waitsFrom)}, ${day(start)}`] : []),
    `    Study, ${plain(study)} :${tag}${day(start)}, ${day(after)}`,
    ...(award > after ? [`    Assessment :active, ${day(after)}, ${day(award)}`] : []),
    ...(leg.completes === null ? [] : [`    Award :milestone, ${day(award)}, 0d`]),
  ];
}

const day = (month: Month): string => `${textOf(month)}-01`;

/** Without the signs by which Mermaid ends a title, a task or a line, begins a comment or writes an entity. */
const plain = (text: string): string =>
  text
    .replaceAll(/[:;]/g, ',')
    .replaceAll('#', 'No. ')
    .replaceAll('%', ' percent')
    .replaceAll(/[<>{}`"\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
