import type { DeclarationCondition, JudgementCondition } from '../../domain/conditions.js';
import { type Applicant, type Finding, verdictIf } from './applicant.js';

/** What a learner declares; undecided while it is not given. */
export function declaration({ declaration: what }: DeclarationCondition, { holdings }: Applicant): Finding {
  const given = holdings.learner.declarations?.[what];
  if (given === undefined) return { verdict: 'UNDECIDED', asks: `declaration: ${what}`, finds: 'not given yet' };
  return { verdict: verdictIf(given), asks: `declaration: ${what}`, finds: given ? 'given' : 'answered no' };
}

/** What only a person can say: always undecided. */
export const judgement = ({ judgement: what }: JudgementCondition): Finding => ({
  verdict: 'UNDECIDED',
  asks: what,
  finds: 'only a person can say',
});
