import type { ObstacleSet, Relaxation } from '../domain/route.js';
import { counted, pounds, section, wrapped } from './text.js';
import type { Wire } from './wire.js';

/** What stands in the way of every route, with its repairs, and what little would open one. */
export function obstacleLines(
  obstacles: readonly Wire<ObstacleSet>[],
  relaxations: readonly Wire<Relaxation>[],
): string[] {
  return [
    ...section(
      'In the way, and what opens without it',
      obstacles.flatMap(({ obstacles: together, opensMonths, byLearner, bySystem }) => [
        ...wrapped(
          `${together.map(({ says }) => says).join('; and ')}${opensMonths === null ? '' : ` (a route of ${counted(opensMonths, 'month')} opens)`}`,
          '- ',
        ),
        ...byLearner.flatMap(({ title, months, fee }) =>
          wrapped(`${title}: ${counted(months, 'month')}, ${pounds(fee)}`, '    '),
        ),
        ...bySystem.flatMap(({ change, owner }) => wrapped(`${change} (${owner})`, '    ')),
      ]),
    ),
    ...section(
      'The least that opens a route',
      relaxations.flatMap(({ says, opensMonths }) => wrapped(`${says}: ${counted(opensMonths, 'month')}`, '- ')),
    ),
  ];
}
