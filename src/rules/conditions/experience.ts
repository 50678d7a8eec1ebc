import type { ExperienceCondition } from '../../domain/conditions.js';
import type { Experience } from '../../domain/learner.js';
import { type Applicant, type Finding, verdictIf } from './applicant.js';

/** Months of experience; each spell must itself have the hours per week, and the months of such spells are added. */
export function experience(condition: ExperienceCondition, { holdings }: Applicant): Finding {
  const { months: least, settings, hoursPerWeek = 0 } = condition;
  const months = holdings.experience
    .filter((spell) => countsFor(spell, condition))
    .reduce((sum, spell) => sum + spell.months, 0);
  const where = settings ? ` in ${settings.join(' or ')}` : '';
  const hours = hoursPerWeek ? ` at ${hoursPerWeek} hours a week` : '';
  return {
    verdict: verdictIf(months >= least),
    asks: `${least} months of experience${where}${hours}`,
    finds: `${months} months count`,
  };
}

/** Whether the months of a spell are of the kind asked. */
export const countsFor = (
  spell: Experience,
  { settings, hoursPerWeek = 0 }: Pick<ExperienceCondition, 'settings' | 'hoursPerWeek'>,
): boolean => (!settings || settings.includes(spell.setting)) && (spell.hoursPerWeek ?? 0) >= hoursPerWeek;
