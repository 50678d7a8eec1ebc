import type { Id, Provenance } from '../../domain/fact.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { CourseAward } from './award.js';
import type { CoursePlace } from './place.js';
import type { Course } from './release.js';
import type { CourseFact } from './tables.js';

/** A row as it is written: source, basis and whatever else all rows share stand in the defaults of its folder. */
type Written<T> = Omit<T, keyof Provenance> & Partial<Pick<T & Provenance, 'assumed' | 'remark' | 'source'>>;
export type ProgrammeRow = Written<Programme>;
export type DeliveryRow = Written<Delivery>;

/** Pounds for 120 credits: the cap for a full-time year in England, 2025-26, and part-time pro rata. */
const FEE_OF_YEAR = 9535;
/** Months for 120 credits: a year; part-time as in the published four-year plans for three stages. */
const MONTHS = { 'full-time': 12, 'part-time': 16 } as const;

/** What deliveries of a mode assume. The defaults of their folders say the same, for rows that assume no more. */
export const ASSUMED = {
  'full-time': {
    months: '12 a stage',
    fee: 'GBP 9,535 a stage: the English cap for a full-time year in 2025-26, for a learner from England',
    entryPoints: 'September, the first stage alone: the release gives no intakes',
    releaseDays: 'full-time study takes the whole week',
    place: 'postcode district judged from the address of the provider and the name and coordinates of the place',
  },
  'part-time': {
    months: '16 a stage: three stages in four years, as part-time nursing degrees are published',
    fee: 'GBP 9,535 a stage: the English cap for a full-time year in 2025-26 pro rata, for a learner from England',
    entryPoints: 'September, the first stage alone: the release gives no intakes',
    releaseDays: 'two days a week',
    place: 'postcode district judged from the address of the provider and the name and coordinates of the place',
  },
} as const;
type Mode = keyof typeof ASSUMED;

/** What an id may hold, made from what a code holds. */
export const idPart = (text: string): string => text.replace(/[^A-Za-z0-9._-]+/g, '-');

/** One delivery of a course, at one of its places. */
export function deliveryRow(
  id: Id,
  programme: Id,
  course: Course,
  award: CourseAward,
  at: CoursePlace,
  fact?: CourseFact,
): DeliveryRow {
  const mode = course.mode as Mode;
  const distance = course.detail?.distance || fact?.distance;
  return {
    id,
    programme,
    pace: mode,
    employment: mode === 'full-time' ? 'none' : 'beside',
    ...(distance ? { distance: true } : at.place ? { place: at.place } : {}),
    months: fact?.months ?? award.stages.map(() => MONTHS[mode]),
    releaseDays: mode === 'full-time' ? 5 : 2,
    fee: { perStage: award.stages.map((credits) => (FEE_OF_YEAR * (credits || 120)) / 120) },
    entryPoints: [{ stage: 1, months: fact?.intakes ?? [9] }],
    ...(fact?.firstEntry === undefined ? {} : { firstEntry: fact.firstEntry }),
    paced: 'cohort',
    ...own(mode, at, fact, Boolean(distance)),
  };
}

/** What a delivery assumes where that is not what all of its mode do, and what it rests on besides the release. */
function own(mode: Mode, at: CoursePlace, fact: CourseFact | undefined, distance: boolean): Partial<DeliveryRow> {
  if (!fact && !distance && at.note === undefined && at.trouble === undefined) return {};
  const { months, entryPoints, place, ...rest } = ASSUMED[mode];
  const assumed = {
    ...(fact?.months ? {} : { months }),
    ...rest,
    entryPoints: fact?.intakes ? 'the first stage alone' : entryPoints,
    ...(fact?.firstEntry ? { firstEntry: 'the course as it was run before is described apart, up to then' } : {}),
    ...(distance ? {} : { place: at.note ?? at.trouble ?? place }),
  };
  return {
    assumed,
    ...(fact
      ? {
          remark: `${fact.document}${fact.date ? ` (${fact.date})` : ''}: ${fact.note}.${fact.url ? ` ${fact.url}` : ''}`,
        }
      : {}),
  };
}

/** A course as a programme that leads to `leadsTo` by itself. */
export function programmeRow(
  named: Pick<Programme, 'id' | 'title' | 'institution'>,
  { award, credits, level, stages, reason }: CourseAward,
  leadsTo: Id[],
  codes: string[],
  { titleMade, remark }: { titleMade: boolean; remark: string },
): ProgrammeRow {
  return {
    ...named,
    award,
    credits,
    level,
    stages: stages.map((each) => ({ credits: each })),
    ...(leadsTo.length > 0 ? { leadsTo } : {}),
    codes,
    assumed: {
      ...(titleMade ? { title: 'from the accreditation' } : {}),
      ...(reason === undefined ? {} : { award: reason }),
      stages: 'a year each',
      credits: 'as the award usually has',
    },
    ...(remark ? { remark } : {}),
  };
}
