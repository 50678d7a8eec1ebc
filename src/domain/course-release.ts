import type { Id, Source } from './fact.js';
import type { Institution } from './provision.js';

/** How a course is run in a release. It tells nothing of apprenticeships. */
export type CourseMode = 'full-time' | 'part-time';

/** How people can study to reach a register part: inside an apprenticeship, else by pace. */
export type StudyMode = CourseMode | 'apprenticeship';

/** How much of a mode a source tells. Where it does not tell all, "none" is "none known". */
export interface Coverage {
  mode: StudyMode;
  extent: 'whole' | 'part' | 'none';
  says: string;
}

/** A UK provider reference number. */
export type Ukprn = string;

/** What a release says with an accreditation code: who lets onto which register those who complete the course. */
export interface Accredited {
  /** `ACCTYPE` of the release. */
  code: string;
  /** A register part, or a word for a profession that is none of those kept in the catalogue. */
  part: Id;
  name: string;
  regulator: string;
  /** The wording of the release. */
  text: string;
}

/** One accreditation of a course. */
export interface CourseAccreditation {
  /** `ACCTYPE` of the release. */
  code: string;
  /** What it leads to as the code says it. */
  coded: Id;
  /** What it leads to once a code that says less than another year's is told apart; `coded` where nothing is to be told. */
  part: Id;
  /** What told it apart; null where the code did. */
  judged: string | null;
  regulator: string;
  /** Why nobody may promise it: it depends on what the student chooses, or contradicts the course; null where one may. */
  withheld: string | null;
}

/** A course in one mode. */
export interface ReleaseCourse {
  provider: Ukprn;
  /** Name of the provider. */
  name: string;
  /** `KISCOURSEID` of the release. */
  course: string;
  mode: CourseMode;
  title: string | null;
  distance: boolean;
  nation: Institution['country'];
  /** The region of each of its places; none for study at distance. */
  regions: Id[];
  /** None: the course is listed, and no accreditation for a register is recorded in this release. */
  accreditations: CourseAccreditation[];
}

/** How many courses and accreditations of any kind a provider has in a release. */
export interface ReleaseProvider {
  provider: Ukprn;
  courses: number;
  accreditations: number;
}

/** A release of the national course data, as far as it is kept: the courses accredited for a register. */
export interface CourseRelease {
  /** Its year, `2018`. */
  id: string;
  source: Source;
  /** On what terms it may be used, as far as that is known. */
  terms: string;
  coverage: Coverage[];
  accredited: Accredited[];
  providers: ReleaseProvider[];
  courses: ReleaseCourse[];
}

/** A provider that goes on under another number. */
export interface Successor {
  provider: Ukprn;
  successor: Ukprn;
  says: string;
  source: Source;
}

/** What is kept of the national course data, and what the provision of the catalogue covers. */
export interface CourseReleases {
  /** In order of years. */
  releases: CourseRelease[];
  successors: Successor[];
  /** Of the deliveries of the catalogue that is shipped. */
  catalogueCoverage: Coverage[];
}
