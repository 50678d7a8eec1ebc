import type { PlannedLeg } from '../plan.js';

/**
 * Hours of supervised practice still to do in a leg: those that the modules studied in it state; where none does and the
 * leg completes its programme, those that the programme states, less those credited and those of progress. Null where
 * neither states any.
 */
export function practiceHoursOf({ stages, programme, solution, completes }: PlannedLeg): number | null {
  const { catalogue } = solution.setting;
  const hours = (module: string): number | undefined => catalogue.modules.get(module)?.practiceHours;
  const studied = stages
    .flatMap(({ gains }) => gains.filter((gain) => gain.studied))
    .flatMap(({ module }) => hours(module) ?? []);
  if (studied.length > 0) return studied.reduce((sum, own) => sum + own, 0);
  if (programme.practiceHours === undefined || completes === null) return null;
  const credited = solution.used.reduce((sum, { targetHours }) => sum + targetHours.practice, 0);
  const progress = [...solution.progress.keys()].reduce((sum, id) => sum + (hours(id) ?? 0), 0);
  return Math.max(0, programme.practiceHours - credited - progress);
}
