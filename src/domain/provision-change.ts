import type { CourseMode, Coverage, StudyMode, Ukprn } from './course-release.js';
import type { Named } from './credit-into.js';
import type { Id } from './fact.js';
import type { Institution } from './provision.js';

/** A release as an answer names it. */
export interface ReleaseHead {
  id: string;
  document: string;
  url: string | null;
  date: string | null;
  terms: string;
}

/** Which deliveries a line counts: those in a region, those at distance, those of which no region is known, or all. */
export type Where = 'region' | 'distance' | 'unknown' | 'all';

/** How much of one mode there is. */
export interface ProvisionCount {
  mode: StudyMode;
  /** A course counts once for each of its places. */
  deliveries: number;
  courses: number;
  institutions: number;
  /** Deliveries of which the register part is not promised: it depends on what the student chooses, or is doubted. */
  notPromised: number;
  /** The number of deliveries; `none`, or `none known` where the source does not tell all. */
  says: string;
}

/** The provision of one register part in one region. */
export interface ProvisionLine {
  registerPart: Named;
  regulator: string;
  where: Where;
  /** Null for all but those in a region. */
  region: Named | null;
  /** Full-time, part-time, apprenticeship. */
  counts: ProvisionCount[];
}

/** Which register parts are run where, and how: of the catalogue, or of a release of the national course data. */
export interface Provision {
  /** Null for the catalogue. */
  release: ReleaseHead | null;
  coverage: Coverage[];
  /** By register part, then region; at distance last. Regions without any are there too. */
  lines: ProvisionLine[];
  /** Over all regions, for each register part; a course at several places is one course. */
  totals: ProvisionLine[];
  notes: string[];
  summary: string;
}

/** What became of the provision of one register part at one provider in one mode. */
export type ChangeOutcome = 'kept' | 'lost' | 'gained';

/** A course as one release has it. */
export interface ChangedCourse {
  /** `KISCOURSEID`. */
  course: string;
  /** As it is known of either release; null where of neither. */
  title: string | null;
  distance: boolean;
  regions: Named[];
  /** Why the register part is not promised; null where it is. */
  notPromised: string | null;
}

/** One register part at one provider in one mode, in both releases. */
export interface ChangePair {
  provider: Ukprn;
  name: string;
  institution: Id | null;
  nation: Institution['country'];
  registerPart: Named;
  mode: CourseMode;
  outcome: ChangeOutcome;
  before: ChangedCourse[];
  after: ChangedCourse[];
  /** Courses of the same code in both. */
  same: number;
  /** Courses that were there before and after under different codes. */
  recoded: number;
  /** Lost or gained, and a course is listed in both releases, in one without the accreditation: it may be the record alone that changed. */
  listedInBoth: boolean;
  notes: string[];
}

/** Courses, and pairs of provider and register part, before and after. */
export interface ChangeCounts {
  /** Null for the United Kingdom. */
  nation: Institution['country'] | null;
  coursesBefore: number;
  coursesAfter: number;
  pairsBefore: number;
  pairsAfter: number;
  kept: number;
  lost: number;
  gained: number;
  /** Of those lost or gained: a course is listed in both releases, in one without the accreditation. */
  listedInBoth: number;
}

/** A profession that another regulator looks after than before: not like with like. */
export interface ChangeApart {
  registerPart: Named;
  regulatorBefore: string;
  regulatorAfter: string;
  counts: ChangeCounts;
  pairs: ChangePair[];
}

/** Which regulated provision was lost, gained and kept between two releases. */
export interface ProvisionChange {
  from: ReleaseHead;
  to: ReleaseHead;
  modes: CourseMode[];
  /** Courses accredited under the regulators of the catalogue's registers, as each release has them. */
  rawBefore: number;
  rawAfter: number;
  /** Like with like, in the United Kingdom and each nation: by provider and register part. */
  counts: ChangeCounts[];
  /** The same with accreditation codes as they stand, so that a code that was split looks lost and gained. */
  countsAsCoded: ChangeCounts[];
  /** Like with like; by outcome, then provider and register part. */
  pairs: ChangePair[];
  apart: ChangeApart[];
  coverage: Coverage[];
  notes: string[];
  summary: string;
}
