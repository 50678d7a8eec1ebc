import type { AwardCondition } from '../../../domain/conditions.js';
import type { Holdings } from '../../../domain/holding.js';
import type { HeldAward, Learner } from '../../../domain/learner.js';
import { type Month, monthOf, textOf } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import type { Leaf } from '../../../rules/conditions/index.js';

/** What a condition looks at: profiles that agree on it have the same verdict. */
export interface Look {
  /** Looks of the same name see the same. */
  readonly name: string;
  /**
   * Who is asked in a learner's place: one who holds no more than what is looked at in the window that begins with a
   * month. Several where each held award decides by itself: the best verdict on any of them is the verdict on all.
   */
  readonly given: (learner: Learner, first: Month) => readonly Learner[];
  /** What of the holdings of a month verdicts hang on, where that is less than what is given. */
  readonly seen?: (held: Holdings) => unknown;
  /** By what verdicts can turn within the window. */
  readonly turns: readonly Turn[];
}

/** What is held as awards and modules are gained, experience as it grows, who nominates; the tariff table of the year, and the month itself. */
export type Turn = 'gains' | 'growth' | 'nomination' | 'table' | 'month';

/** What a leaf condition looks at of a learner (spec 4), no more than its kind and fields make it look at. */
export function lookOf(leaf: Leaf, catalogue: Catalogue): Look {
  switch (leaf.kind) {
    case 'subject':
      return eachAward({ grade: true });
    case 'tariff':
      return {
        name: 'awards with points',
        given: awardsWithPoints(catalogue),
        turns: ['gains', 'table'],
      };
    case 'award':
      return awardAsked(leaf);
    case 'credits':
      return {
        name: 'credits',
        given: ({ awards = [], modules = [] }, first) => [
          { awards: awards.map((award) => withModules(award, catalogue, first)), modules },
        ],
        seen: ({ sources }) => [...sources.keys()].sort(),
        turns: ['gains'],
      };
    case 'experience':
      return { name: 'experience', given: ({ experience = [] }) => [{ experience }], turns: ['growth'] };
    case 'employment':
      return {
        name: 'employment',
        given: ({ employment }) => [employment ? { employment } : {}],
        turns: ['nomination'],
      };
    case 'registration':
      return {
        name: 'registrations',
        given: ({ registrations = [] }) => [{ registrations }],
        turns: leaf.sinceMonths === undefined ? [] : ['month'],
      };
    case 'declaration':
      return { name: 'declarations', given: ({ declarations = {} }) => [{ declarations }], turns: [] };
    case 'judgement':
      return { name: 'nothing', given: () => [{}], turns: [] };
  }
}

/** Marks, grades and dates tell profiles apart only where they are asked. */
function awardAsked({ mark, grade, maximumMonths }: AwardCondition): Look {
  const look = eachAward({ mark: mark !== undefined, grade: grade !== undefined, on: maximumMonths !== undefined });
  return maximumMonths === undefined ? look : { ...look, turns: [...look.turns, 'month'] };
}

type Asks = Partial<Record<'mark' | 'grade' | 'on', boolean>>;

const eachAward = (asks: Asks): Look => ({
  name: ['each award', ...Object.keys(asks).filter((field) => asks[field as keyof Asks])].join(' '),
  given: ({ awards = [] }, first) => awards.map((award) => ({ awards: [lookedAt(award, asks, first)] })),
  turns: ['gains'],
});

/** Only awards of which some table knows points have any. */
function awardsWithPoints({ rows, programmes, qualifications }: Catalogue): Look['given'] {
  const known = new Set(rows.tariffs.flatMap(({ points }) => points.map(({ qualification }) => qualification)));
  const kinds = new Set(rows.tariffs.flatMap(({ points }) => points.map(({ kind }) => kind)));
  // A row that names neither is for every award.
  const all = rows.tariffs.some(({ points }) => points.some((row) => !row.qualification && !row.kind));
  const hasPoints = ({ award }: HeldAward): boolean => {
    const kind = qualifications.get(award)?.kind;
    return all || programmes.has(award) || known.has(award) || (kind !== undefined && kinds.has(kind));
  };
  return ({ awards = [] }, first) => [
    { awards: awards.filter(hasPoints).map((award) => lookedAt(award, { grade: true }, first)) },
  ];
}

/** Options taken on an award count for credit alone. A date that is not asked tells apart only where it falls in the window. */
function lookedAt({ award, programme, stage, mark, grade, on }: HeldAward, asks: Asks, first: Month): HeldAward {
  return {
    award,
    ...(programme !== undefined && { programme }),
    ...(stage !== undefined && { stage }),
    ...(asks.mark && mark !== undefined && { mark }),
    ...(asks.grade && grade !== undefined && { grade }),
    ...(on !== undefined && { on: asks.on || monthOf(on) > first ? on : textOf(first) }),
  };
}

/** An award as it counts for credits: when it was gained says what was taught only where that has changed. */
function withModules({ options, ...award }: HeldAward, { programmes }: Catalogue, first: Month): HeldAward {
  const stages = programmes.get(award.programme ?? award.award)?.stages ?? [];
  const on = stages.some(({ core = [] }) => core.some((entry) => typeof entry !== 'string'));
  return { ...lookedAt(award, { on }, first), ...(options && { options }) };
}
