import type { Experience, HeldAward, HeldModule, Learner } from '../../src/domain/learner.js';

/** What a case says of a person; the rest is as most assistant practitioners have it. */
export interface Person {
  /** Awards besides English and maths. */
  holds?: HeldAward[];
  modules?: HeldModule[];
  /** How English and maths at level 2 are proved. */
  level2?: 'GCSE' | 'functional skills' | 'none';
  /** Where they have worked for four years, full time, and work still. */
  works?: Experience['setting'];
  nominated?: boolean;
  employer?: string;
  /** Registered as a nursing associate since this month. */
  nursingAssociateSince?: string;
  region?: string;
}

/** The learner that a case describes: employed in health, cleared, with four years behind them. */
export function person({
  holds = [],
  modules,
  level2 = 'GCSE',
  works = 'acute-care',
  nominated = true,
  employer,
  nursingAssociateSince,
  region,
}: Person): Learner {
  return {
    awards: [...holds, ...LEVEL_2[level2]],
    ...(modules ? { modules } : {}),
    experience: [{ setting: works, months: 48, hoursPerWeek: 37.5, ongoing: true, evidenced: true }],
    employment: { sector: 'health', hoursPerWeek: 37.5, nominated, ongoing: true, ...(employer ? { employer } : {}) },
    ...(nursingAssociateSince
      ? { registrations: [{ part: 'nursing-associate', status: 'current', since: nursingAssociateSince }] }
      : {}),
    declarations: { 'good-character': true, dbs: true, 'occupational-health': true },
    ...(region ? { home: { region } } : {}),
  };
}

const LEVEL_2: Record<'GCSE' | 'functional skills' | 'none', HeldAward[]> = {
  GCSE: [
    { award: 'gcse-english', grade: '4' },
    { award: 'gcse-maths', grade: '4' },
  ],
  'functional skills': [{ award: 'functional-skills-english' }, { award: 'functional-skills-maths' }],
  none: [],
};
