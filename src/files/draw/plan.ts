import type { Leg, Route } from '../../domain/route.js';
import { type Month, monthOf } from '../../domain/time.js';

/** A leg as it is drawn; months are counted, `after` and `award` are the first months that are no longer study and assessment. */
export interface DrawnLeg {
  readonly number: number;
  readonly leg: Leg;
  readonly start: Month;
  readonly after: Month;
  /** Month in which the award is given; the end of study where it gives none. */
  readonly award: Month;
  /** First month in which nothing was studied before it, where one waits; its start where one does not. */
  readonly waitsFrom: Month;
}

/** The legs of a route on a line of months, with the months in which nothing is studied put before the leg that ends them. */
export function drawnLegs({ first, legs }: Pick<Route, 'first' | 'legs'>): DrawnLeg[] {
  return legs.map((leg, index) => {
    const start = monthOf(leg.start);
    const after = monthOf(leg.end) + 1;
    const ended = legs.slice(0, index).map(({ end }) => monthOf(end) + 1);
    return {
      number: index + 1,
      leg,
      start,
      after,
      award: leg.completes === null ? after : monthOf(leg.completes),
      waitsFrom: Math.min(start, Math.max(monthOf(first), ...ended)),
    };
  });
}

/** `stage 2`, `stages 2 to 3`. */
export const stagesOf = ({ fromStage, toStage }: Leg): string =>
  fromStage === toStage ? `stage ${fromStage}` : `stages ${fromStage} to ${toStage}`;

/** How a leg goes with a job. */
export function jobOf({ employment, payKept, releaseDays }: Leg): string {
  if (!payKept) return 'full time, the job is given up';
  const days = releaseDays === 0 ? 'no release days' : `${releaseDays} ${releaseDays === 1 ? 'day' : 'days'} a week`;
  return `${employment === 'apprenticeship' ? 'apprenticeship' : 'beside the job'}, ${days}`;
}

/** Weeks of placement of a leg, where there are any. */
export function placementsOf({ placements }: Leg): string | null {
  const weeks = (own: boolean): number =>
    placements.filter(({ ownWorkplace }) => ownWorkplace === own).reduce((sum, block) => sum + block.weeks, 0);
  const said = [
    ...(weeks(true) > 0 ? [`${weeks(true)} weeks in the own workplace`] : []),
    ...(weeks(false) > 0 ? [`${weeks(false)} weeks elsewhere`] : []),
  ];
  return said.length ? `placements: ${said.join(', ')}` : null;
}
