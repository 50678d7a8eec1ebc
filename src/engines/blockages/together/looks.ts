import type { AwardCondition } from '../../../domain/conditions.js';
import type { Holdings } from '../../../domain/holding.js';
import type { Learner } from '../../../domain/learner.js';
import { type Month, monthOf } from '../../../domain/time.js';
import type { Leaf } from '../../../rules/conditions/index.js';

/** What a condition looks at: profiles that agree on it have the same verdict. */
export interface Look {
  /** Looks of the same name see the same. */
  readonly name: string;
  /** All of a learner that what is seen hangs on in the window that begins with a month. */
  readonly given: (learner: Learner, first: Month) => unknown;
  /** What is seen of the holdings of a month. */
  readonly seen: (held: Holdings) => unknown;
  /** One held award decides: the best verdict on any of them by itself is the verdict on all. */
  readonly eachAward?: true;
  /** It sees whether the employer nominates. */
  readonly nomination?: true;
  /** The verdict on the same holdings can differ from month to month. */
  readonly month?: true;
}

const holdingsGiven = ({ awards, modules }: Learner): unknown => [awards, modules];
const experienceGiven = ({ experience }: Learner): unknown => experience;
const employmentGiven = ({ employment }: Learner): unknown => employment;
const registrationsGiven = ({ registrations }: Learner): unknown => registrations;
const declarationsGiven = ({ declarations }: Learner): unknown => declarations;
const nothing = (): unknown => '';

/** What a leaf condition looks at of a learner (spec 4), no more than its kind and fields make it look at. */
export function lookOf(leaf: Leaf): Look {
  switch (leaf.kind) {
    case 'subject':
      return { ...awards({ grade: true }), eachAward: true, name: 'each awards grade' };
    case 'tariff':
      return { ...awards({ grade: true }), month: true };
    case 'award':
      return awardsAsked(leaf);
    case 'credits':
      return { name: 'credits', given: holdingsGiven, seen: ({ sources }) => [...sources.keys()].sort() };
    case 'experience':
      return { name: 'experience', given: experienceGiven, seen: ({ experience }) => experience };
    case 'employment':
      return {
        name: 'employment',
        given: employmentGiven,
        seen: ({ employment }) => employment,
        nomination: true,
      };
    case 'registration':
      return {
        name: 'registrations',
        given: registrationsGiven,
        seen: ({ learner }) => learner.registrations,
        ...(leaf.sinceMonths !== undefined && { month: true }),
      };
    case 'declaration':
      return { name: 'declarations', given: declarationsGiven, seen: ({ learner }) => learner.declarations };
    case 'judgement':
      return { name: 'nothing', given: nothing, seen: nothing };
  }
}

/** Marks, grades and dates tell profiles apart only where they are asked. */
function awardsAsked({ mark, grade, maximumMonths }: AwardCondition): Look {
  const look = awards({ mark: mark !== undefined, grade: grade !== undefined, dated: maximumMonths !== undefined });
  const each = { ...look, name: `each ${look.name}`, eachAward: true } as const;
  return maximumMonths === undefined ? each : { ...each, month: true };
}

/** Options taken on an award count for credit alone, and a date that is not asked only where it falls in the window. */
function awards(asks: { mark?: boolean; grade?: boolean; dated?: boolean }): Look {
  const fields = [asks.mark && 'mark', asks.grade && 'grade', asks.dated && 'on'] as const;
  return {
    name: ['awards', ...fields.filter(Boolean)].join(' '),
    given: ({ awards }, first) =>
      awards?.map(({ options: _, mark, grade, on, ...award }) => ({
        ...award,
        mark: asks.mark ? mark : null,
        grade: asks.grade ? grade : null,
        on: asks.dated || (on !== undefined && monthOf(on) > first) ? on : null,
      })),
    seen: ({ awards }) =>
      awards.map((award) => [
        award.qualification,
        award.programme,
        award.complete,
        ...fields.map((field) => (field ? award[field] : null)),
      ]),
  };
}
