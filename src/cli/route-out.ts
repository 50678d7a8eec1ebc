import { writeFileSync } from 'node:fs';
import type { RouteAnswer } from '../domain/route.js';
import type { Payload } from './answer.js';
import { handoverLines } from './handover.js';
import { WrongUse } from './io.js';
import type { Options } from './questions.js';
import type { Titles } from './titles.js';
import type { Wire } from './wire.js';

type Drawn = Wire<RouteAnswer['routes'][number]> & { mermaid: string; svg: string };

/**
 * One route of an answer as it was asked for: in full, as a Mermaid chart, or drawn into a file. Null where no such
 * manner was asked, or where there is no route; then the answer is told as always. Throws WrongUse for a route that is
 * not in the list, and for a file that cannot be written.
 */
export function routeOut(
  payload: Payload,
  { full, mermaid, svg, route: number }: Options,
  titles: Titles,
): string[] | null {
  const answer = payload.answer as (Wire<RouteAnswer> & { routes: Drawn[] }) | null;
  if ((!full && !mermaid && svg === undefined) || !answer || answer.routes.length === 0) return null;
  const route = answer.routes[Number(number ?? 1) - 1];
  if (!route) throw new WrongUse(`There is no such route: the list has ${answer.routes.length}, counted from 1.`);
  return [
    ...(svg === undefined ? [] : [drawn(route, String(svg))]),
    ...(mermaid ? [route.mermaid.trimEnd()] : []),
    ...(full ? handoverLines(route, answer, titles) : []),
  ];
}

function drawn({ svg, months }: Drawn, file: string): string {
  try {
    writeFileSync(file, svg);
  } catch {
    throw new WrongUse(`The file ${file} cannot be written: name one in a folder that is there, with --svg.`);
  }
  return `A route of ${months} months is drawn in ${file}.`;
}
