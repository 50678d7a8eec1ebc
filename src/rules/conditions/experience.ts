import type { ExperienceCondition } from '../../domain/conditions.js';
import { type Applicant, type Finding, verdictIf } from './applicant.js';

/** Months of experience; each spell must itself have the hours per week, and the months of such spells are added. */
export function experience(
  { months: least, settings, hoursPerWeek = 0 }: ExperienceCondition,
  { holdings }: Applicant,
): Finding {
  const months = holdings.experience
    .filter((spell) => (!settings || settings.includes(spell.setting)) && (spell.hoursPerWeek ?? 0) >= hoursPerWeek)
    .reduce((sum, spell) => sum + spell.months, 0);
  const where = settings ? ` in ${settings.join(' or ')}` : '';
  const hours = hoursPerWeek ? ` at ${hoursPerWeek} hours a week` : '';
  return {
    verdict: verdictIf(months >= least),
    asks: `${least} months of experience${where}${hours}`,
    finds: `${months} months count`,
  };
}
