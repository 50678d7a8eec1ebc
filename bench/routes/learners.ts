import type { Id } from '../../src/domain/fact.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Criterion, RouteQuestion } from '../../src/domain/questions.js';
import { monthOf } from '../../src/domain/time.js';

/** Criteria that every question of the measurement asks for. */
export const CRITERIA: readonly Criterion[] = ['MONTHS', 'LEARNER_PART', 'RELEASE_DAYS', 'CREDITS_STUDIED'];

const GCSES = ['english', 'maths'].map((subject) => ({ award: `gcse-${subject}`, grade: 'B', on: '2015-08' }));

/** Who asks: with a foundation degree and all that entry asks; with one, but without English and maths; with nothing. */
export const LEARNERS: Readonly<Record<string, Learner>> = {
  'foundation degree': {
    awards: [{ award: 'hei0-fd1', on: '2026-07' }, { award: 'nvq3-care', on: '2020-07' }, ...GCSES],
    experience: [{ setting: 'care', months: 60 }],
    employment: { sector: 'NHS', nominated: true },
    declarations: { dbs: true },
  },
  'without GCSEs': {
    awards: [
      { award: 'hei1-fd1', on: '2025-07' },
      { award: 'nvq3-care', on: '2020-07' },
    ],
    experience: [{ setting: 'care', months: 60 }],
    declarations: { dbs: true },
  },
  nothing: {},
};

/** The question of a learner for a part of a register, from January 2027 on. */
export const questionOf = (learner: Learner, registerPart: Id): RouteQuestion => ({
  learner,
  registerPart,
  first: monthOf('2027-01'),
  criteria: [...CRITERIA],
});
