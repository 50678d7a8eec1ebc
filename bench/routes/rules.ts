import type { Condition } from '../../src/domain/conditions.js';
import type { Id } from '../../src/domain/fact.js';
import type { FundingRule } from '../../src/domain/funding.js';
import type { EntryRule, Policy } from '../../src/domain/recognition.js';
import type { Dice } from '../../test/support/dice.js';
import * as make from '../../test/support/rows.js';
import { PROFESSIONS, type Studies, type Study } from './studies.js';

const idsOf = (studies: readonly Study[]): Id[] => studies.map(({ programme }) => programme.id);

/** A subject at level 2: GCSE at grade 4; functional skills accepted at most places, considered at the others. */
const atLevel2 = (subject: string, dice: Dice): Condition => {
  const functional = { qualification: `functional-skills-${subject}` };
  const gcse = { qualification: `gcse-${subject}`, grade: '4' };
  return dice.chance(0.7)
    ? { kind: 'subject', subject, level: 2, accepted: [gcse, functional] }
    : { kind: 'subject', subject, level: 2, accepted: [gcse], considered: [functional] };
};

/**
 * What an institution asks of whoever starts: English and maths at level 2; for degrees an award of level 3, or one of
 * the foundation degrees, certificates and diplomas that it knows; for foundation degrees level 3, or a year of care; for
 * top-ups a foundation degree that it knows.
 */
export function entryRulesOf(studies: Studies, known: readonly Id[], dice: Dice): EntryRule[] {
  const { institution, degrees, foundations, topUps } = studies;
  const subjects = ['english', 'maths'].map((subject) => atLevel2(subject, dice));
  const level3: Condition = { kind: 'award', kinds: ['access', 'NVQ'], minimumLevel: 3 };
  const named: Condition = { kind: 'award', awards: [...known], minimumLevel: 4 };
  const care: Condition = { kind: 'experience', settings: ['care'], months: 12 };
  return [
    make.entryRule(
      `${institution}-degrees`,
      {
        kind: 'all',
        of: [...subjects, { kind: 'any', of: [level3, named] }, { kind: 'declaration', declaration: 'dbs' }],
      },
      { programmes: idsOf(degrees) },
    ),
    make.entryRule(
      `${institution}-foundation-degrees`,
      { kind: 'all', of: [...subjects, { kind: 'any', of: [level3, care] }] },
      { programmes: idsOf(foundations) },
    ),
    make.entryRule(`${institution}-top-ups`, named, { programmes: idsOf(topUps) }),
  ];
}

/** Limits: a regulator's half for nurses and two thirds for others; at each institution a share, 60 months and a minimum. */
export function policiesOf(all: readonly Studies[], dice: Dice): Policy[] {
  const regulators = PROFESSIONS.map((part) =>
    make.policy(
      `regulator-${part}`,
      [{ id: `regulator-${part}-share`, kind: 'share', fraction: part === 'nurse' ? '1/2' : '2/3' }],
      { registerParts: [part] },
    ),
  );
  const institutions = all.map(({ institution: id }) =>
    make.policy(
      `rules-${id}`,
      [
        { id: `${id}-share`, kind: 'share', fraction: dice.one(['1/3', '1/2', '1/2', '2/3']) },
        { id: `${id}-currency`, kind: 'currency', months: 60 },
        ...(dice.chance(0.3) ? [{ id: `${id}-minimum`, kind: 'minimum' as const, credits: 20 }] : []),
      ],
      { institutions: [id] },
    ),
  );
  return [...regulators, ...institutions];
}

/** The levy pays apprenticeships, the state classes at level 2, an employer half of a foundation degree, a loan the rest. */
export const funding = (): FundingRule[] => [
  make.fundingRule('f1-level-2', 'state', '1', { levels: [2] }),
  make.fundingRule('f2-levy', 'levy', '1', { employment: ['apprenticeship'] }),
  make.fundingRule('f3-employer', 'employer', '1/2', { levels: [5], employment: ['beside'] }),
  make.fundingRule('f4-loan', 'loan', '1', { levels: [4, 5, 6], study: 'programme' }),
];
