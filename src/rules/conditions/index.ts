import type { AllOf, AnyOf, AtLeast, Condition } from '../../domain/conditions.js';
import type { Applicant, Finding } from './applicant.js';
import { award } from './award.js';
import { credits } from './credits.js';
import { declaration, judgement } from './declaration.js';
import { employment } from './employment.js';
import { experience } from './experience.js';
import { registration } from './registration.js';
import { subject } from './subject.js';
import { tariff } from './tariff.js';

export type Leaf = Exclude<Condition, AllOf | AnyOf | AtLeast>;

/** The decision on one leaf condition. */
export function finding(condition: Leaf, applicant: Applicant): Finding {
  switch (condition.kind) {
    case 'subject':
      return subject(condition, applicant);
    case 'award':
      return award(condition, applicant);
    case 'credits':
      return credits(condition, applicant);
    case 'tariff':
      return tariff(condition, applicant);
    case 'experience':
      return experience(condition, applicant);
    case 'employment':
      return employment(condition, applicant);
    case 'registration':
      return registration(condition, applicant);
    case 'declaration':
      return declaration(condition, applicant);
    case 'judgement':
      return judgement(condition);
  }
}
