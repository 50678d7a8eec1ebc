import { KINDS, type Rows } from '../../src/domain/catalogue.js';
import type { Criterion, RouteQuestion } from '../../src/domain/questions.js';
import { monthOf, textOf } from '../../src/domain/time.js';
import { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';
import type { RouteDraft } from './route-cases-draft.js';
import { learnerOf } from './route-cases-learner.js';
import { entryRulesOf, fundingOf, policiesOf, recognitionOf } from './route-cases-rules.js';
import { deliveriesOf, modulesOf, programmesOf } from './route-cases-studies.js';

/** A catalogue in small and a question about routes through it. */
export interface RouteCase {
  seed: number;
  rows: Rows;
  question: RouteQuestion;
}

/** A random case; the same seed gives the same one. */
export function routeCase(seed: number): RouteCase {
  const dice = new Dice(seed);
  const first = monthOf(dice.one(['2026-09', '2026-11', '2027-01']));
  const draft: RouteDraft = {
    dice,
    first,
    latest: first + dice.whole(28, 44),
    portfolio: dice.chance(0.35),
    diploma: dice.chance(0.3),
    evening: dice.chance(0.6),
    rival: dice.chance(0.35),
    singles: dice.chance(0.5),
  };
  const modules = modulesOf(draft);
  const programmes = programmesOf(draft);
  const set = {
    programmes: ['degree', 'portfolio'],
    ...dice.maybe(0.3, () => dice.one([{ to: textOf(first + 14) }, { to: textOf(first + 20) }])),
  };
  const rows = make.rowsWith({
    institutions: ['university', 'college', 'city'].map((id, at) =>
      make.institution(id, { place: { region: at === 2 ? 'south' : 'north' } }),
    ),
    registerParts: [make.registerPart('nurse', draft.portfolio ? { sets: [set] } : {})],
    qualifications: [
      make.qualification('honours'),
      make.qualification('fdsc', { kind: 'FdSc', level: 5 }),
      make.qualification('certhe', { kind: 'CertHE', level: 4 }),
      make.qualification('diploma', { level: 5 }),
      make.qualification('diphe', { kind: 'DipHE', level: 5 }),
      make.qualification('gcse-maths', { kind: 'GCSE', level: 2, subject: 'maths', grades: [['A'], ['B'], ['C']] }),
      make.qualification('registration', { kind: 'certificate', level: 6 }),
    ],
    modules,
    programmes,
    deliveries: deliveriesOf(draft, programmes),
    ...recognitionOf(draft, modules),
    policies: policiesOf(draft),
    entryRules: entryRulesOf(draft),
    funding: fundingOf(draft),
    support: [
      {
        ...make.region('backfill'),
        kind: 'backfill',
        payer: 'HEE',
        ...dice.maybe(0.5, () => ({ to: textOf(first + 8) })),
      },
    ],
  });
  return { seed, rows, question: questionOf(draft) };
}

function questionOf(draft: RouteDraft): RouteQuestion {
  const { dice, first, latest } = draft;
  const criteria: Criterion[] = dice.some(
    ['LEARNER_PART', 'TOTAL_FEES', 'CREDITS_STUDIED', 'RELEASE_DAYS', 'INSTITUTIONS'],
    dice.whole(1, 3),
  ) as Criterion[];
  return {
    learner: learnerOf(draft),
    registerPart: 'nurse',
    first,
    constraints: {
      latest,
      legs: dice.one([2, 3, 3, 3]),
      ...dice.maybe(0.3, () => ({
        modes: [
          { pace: 'full-time' as const, employment: 'none' as const },
          { pace: 'part-time' as const, employment: 'none' as const },
          { pace: 'part-time' as const, employment: 'beside' as const },
          { pace: 'part-time' as const, employment: 'apprenticeship' as const },
        ],
      })),
      ...dice.maybe(0.12, () => ({ releaseDays: dice.one([1, 1.5, 2, 3]) })),
      ...dice.maybe(0.08, () => ({ noPlacementsElsewhere: true })),
      ...dice.maybe(0.06, () => ({ institutions: ['university', 'college'] })),
      ...dice.maybe(0.06, () => ({ regions: ['north'] })),
      ...dice.maybe(0.1, () => ({ budget: dice.one([500, 2000, 4000]) })),
      ...dice.maybe(0.4, () => ({ nominated: dice.chance(0.7) })),
      ...dice.maybe(0.4, () => ({ assumedMark: dice.one([45, 55]) })),
      ...dice.maybe(0.3, () => ({ include: 'PROPOSED' as const })),
      ...dice.maybe(0.3, () => ({ entryRoute: 'access' })),
    },
    ...dice.maybe(0.6, () => ({ criteria: dice.chance(0.9) ? (['MONTHS', ...criteria] as Criterion[]) : criteria })),
  };
}

/** A case as one row a line, for a reader. */
export function routeCaseAsText({ seed, rows, question }: RouteCase): string {
  const lines = KINDS.flatMap((kind) =>
    (rows[kind] as unknown as Record<string, unknown>[]).map((row) => {
      const { source: _, basis: __, title: ___, name: ____, ...rest } = row;
      return `${kind}: ${JSON.stringify(rest)}`;
    }),
  );
  const { learner, first, constraints, ...asked } = question;
  const until = constraints?.latest === undefined ? 'none' : textOf(constraints.latest);
  return [
    `seed ${seed}`,
    ...lines,
    ...Object.entries(learner).map(([key, value]) => `learner ${key}: ${JSON.stringify(value)}`),
    `question: ${JSON.stringify(asked)} from ${textOf(first)} to ${until} with ${JSON.stringify(constraints)}`,
  ].join('\n');
}
