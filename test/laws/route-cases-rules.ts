import type { Rows } from '../../src/domain/catalogue.js';
import type { Condition } from '../../src/domain/conditions.js';
import type { FundingRule } from '../../src/domain/funding.js';
import type { Limit } from '../../src/domain/limits.js';
import type { Module } from '../../src/domain/provision.js';
import type { EntryRule, Policy, Status, Strength } from '../../src/domain/recognition.js';
import { textOf } from '../../src/domain/time.js';
import * as make from '../support/rows.js';
import type { RouteDraft } from './route-cases-draft.js';

/** As a rule agreed; sometimes proposed, or only for a time. */
const standing = ({ dice, first }: RouteDraft): { strength: Strength; status: Status; from?: string; to?: string } => ({
  strength: dice.one(['guaranteed', 'precedent', 'discretion']),
  status: dice.chance(0.85) ? 'agreed' : dice.one(['proposed', 'proposed', 'refused']),
  ...dice.maybe(0.1, () => dice.one([{ to: textOf(first + 9) }, { from: textOf(first + 6) }])),
});

/** Foundation degree and bridging modules into the degrees; the foundation degree as an award; experience. */
export function recognitionOf(
  draft: RouteDraft,
  modules: Module[],
): Pick<Rows, 'mappings' | 'agreements' | 'experienceMappings'> {
  const { dice } = draft;
  const pairs: [string[], string[]][] = [
    [['f1a'], ['d1a']],
    [['f1b'], ['d1b']],
    [['f1c'], ['d1b']],
    [['f2a'], ['d1c']],
    [['f2a'], ['d2a']],
    [['f2b'], ['d2a']],
    [['b1'], ['d1b']],
    [['b1'], ['d2a']],
    [['b2'], ['d2b']],
    [
      ['f1a', 'f1b'],
      ['d1a', 'd1b'],
    ],
    [
      ['d1a', 'd1b'],
      ['r1a', 'r1b'],
    ],
    [['f1a'], ['r1a']],
    [['f1b'], ['r1b']],
    [['b1'], ['r1b']],
  ];
  const known = new Set(modules.map(({ id }) => id));
  const mappings = dice
    .some(pairs, dice.whole(4, 7))
    .filter(([from, to]) => [...from, ...to].every((id) => known.has(id)))
    .map(([from, to], at) => make.mapping(`m${at + 1}`, from, to, standing(draft)));
  const agreements = dice
    .some(['foundation', 'fdsc', 'certhe', 'certhe'], dice.one([0, 1, 1, 2]))
    .map((award, at) => make.agreement(`a${at + 1}`, award, 'degree', dice.one([2, 2, 3]), standing(draft)));
  const experienceMappings = dice.chance(0.6)
    ? [
        make.experienceMapping('x1', {
          ...standing(draft),
          settings: ['ward'],
          months: dice.one([2, 6, 12]),
          targets: [dice.one(['d1a', 'd1b', 'd2a'])],
        }),
      ]
    : [];
  return { mappings, agreements, experienceMappings };
}

/** Learning goes stale, spans run out, claims must be lodged and cost something. */
export function policiesOf({ dice, diploma }: RouteDraft): Policy[] {
  const limits: Limit[] = [
    { id: 'l-currency', kind: 'currency', months: dice.one([8, 12, 16, 24]) },
    { id: 'l-span', kind: 'span', since: dice.one(['enrolment', 'oldest-source']), months: dice.one([14, 20, 26, 32]) },
    { id: 'l-share', kind: 'share', fraction: dice.one(['1/3', '1/2', '2/3']) },
    { id: 'l-use', kind: 'single-use', refuseSpent: true },
    ...(diploma ? [{ id: 'l-spent', kind: 'single-use', refuseSpent: true } as const] : []),
    { id: 'l-mark', kind: 'mark', mark: 50 },
    { id: 'l-final', kind: 'stage', stage: 'final', credits: 0 },
    { id: 'l-whole', kind: 'whole-stages' },
    { id: 'l-residency', kind: 'residency', credits: dice.one([40, 60]) },
  ];
  const chosen = dice.some(limits, dice.one([0, 1, 1, 2, 2, 3, 4])).map((limit) => ({
    ...limit,
    ...dice.maybe(0.1, () => ({ exceptions: dice.one([{ apprenticeships: true }, { ownCredit: true }]) })),
  }));
  const terms = {
    ...dice.maybe(0.35, () => ({ lodgeMonths: dice.whole(1, 5) })),
    ...dice.maybe(0.5, () => ({ fee: dice.one([50, 120]) })),
    ...dice.maybe(0.2, () => ({ ownCreditFee: 0 })),
    ...dice.maybe(0.2, () => ({ experientialFee: 200 })),
    ...dice.maybe(0.25, () => ({ feeShare: dice.one(['1/4', '1/10']) })),
  };
  return [
    make.policy('p-degree', chosen.filter(exempts), {
      programmes: ['degree', 'rival'],
      ...(dice.chance(0.6) ? { claims: terms } : {}),
    }),
    make.policy('p-city', dice.chance(0.3) ? [{ id: 'l-city', kind: 'credits', credits: 20 }] : [], {
      institutions: ['city'],
    }),
  ];
}

/** Own credit is not excepted where the limit is not about whose credit it is. */
function exempts(limit: Limit): boolean {
  return !(limit.exceptions?.ownCredit && (limit.kind === 'span' || limit.kind === 'single-use'));
}

/** Rules that a class, a foundation degree or time will meet. */
export function entryRulesOf(draft: RouteDraft): EntryRule[] {
  const { dice, first, evening } = draft;
  const maths: Condition = {
    kind: 'subject',
    subject: 'maths',
    level: 2,
    accepted: [dice.one([{ kind: 'GCSE' }, { qualification: 'gcse-maths' }])],
  };
  const foundation: Condition = dice.one<Condition>([
    { kind: 'award', kinds: ['FdSc'], ...dice.maybe(0.3, () => ({ maximumMonths: dice.one([6, 12]) })) },
    { kind: 'award', awards: ['foundation'] },
    { kind: 'award', awards: ['certhe'] },
    { kind: 'award', kinds: ['FdSc', 'CertHE'], ...dice.maybe(0.2, () => ({ mark: 40 })) },
    { kind: 'credits', credits: dice.one([40, 60, 80]), level: 4 },
  ]);
  const time: Condition = {
    kind: 'experience',
    months: dice.one([10, 14, 20]),
    settings: ['ward', 'care'],
    ...dice.maybe(0.3, () => ({ hoursPerWeek: 20 })),
  };
  const rules: Condition[] = [
    ...(evening || dice.chance(0.2) ? [maths] : []),
    dice.one([foundation, { kind: 'any', of: [foundation, time] }]),
    time,
    dice.one<Condition>([
      { kind: 'declaration', declaration: 'dbs' },
      { kind: 'judgement', judgement: 'interview' },
      { kind: 'any', of: [maths, { kind: 'judgement', judgement: 'portfolio' }] },
      { kind: 'any', of: [foundation, { kind: 'judgement', judgement: 'panel' }] },
      { kind: 'employment', nominated: true },
      { kind: 'all', of: [maths, { kind: 'declaration', declaration: 'dbs' }] },
    ]),
  ];
  return dice.some(rules, dice.one([0, 1, 1, 2, 2])).map((rule, at) =>
    make.entryRule(`e${at + 1}`, rule, {
      ...dice.one([
        { programmes: ['degree'] },
        { programmes: ['degree', 'rival'] },
        { registerParts: ['nurse'] },
        { deliveries: ['degree-a'] },
        { institutions: ['university'], programmes: ['degree'] },
      ]),
      ...dice.maybe(0.15, () => ({ stages: [dice.one([1, 2])] })),
      ...dice.maybe(0.1, () => ({ entryRoute: 'access' })),
      ...dice.maybe(0.12, () => dice.one([{ to: textOf(first + 8) }, { from: textOf(first + 4) }])),
    }),
  );
}

/** Rules in force change by date; several payers share a fee; a loan runs out. */
export function fundingOf({ dice, first }: RouteDraft): FundingRule[] {
  return [
    ...(dice.chance(0.5)
      ? [make.fundingRule('g1-levy', 'levy', dice.one(['1', '19/20', '1/3']), { employment: ['apprenticeship'] })]
      : []),
    ...(dice.chance(0.5)
      ? [
          make.fundingRule('g2-loan', 'loan', dice.one(['1', '1/2']), {
            levels: [5, 6],
            ...dice.maybe(0.3, () => ({ from: textOf(first + 4) })),
            ...dice.maybe(0.2, () => ({ study: dice.one(['programme' as const, 'singly' as const]) })),
          }),
        ]
      : []),
    ...(dice.chance(0.4)
      ? [
          make.fundingRule('g3-employer', 'employer', dice.one(['1/3', '1/2']), {
            ...dice.maybe(0.5, () => ({ employers: ['trust'] })),
            ...dice.maybe(0.4, () => ({ to: textOf(first + dice.whole(3, 12)) })),
            ...dice.maybe(0.2, () => ({ minimumAge: 25 })),
          }),
        ]
      : []),
    ...(dice.chance(0.25)
      ? [
          make.fundingRule('g4-state', 'state', '2/3', {
            study: 'singly',
            minimumCredits: 20,
            from: textOf(first + dice.whole(0, 8)),
          }),
        ]
      : []),
  ];
}
