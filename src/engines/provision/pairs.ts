import type {
  CourseAccreditation,
  CourseMode,
  CourseRelease,
  ReleaseCourse,
  Successor,
  Ukprn,
} from '../../domain/course-release.js';
import type { Id } from '../../domain/fact.js';
import type { Institution } from '../../domain/provision.js';
import type { ChangeOutcome } from '../../domain/provision-change.js';

/** A course on the way to one register part; of a course at a provider that goes on under another number, that number. */
export interface Mention {
  readonly provider: Ukprn;
  readonly part: Id;
  readonly mode: CourseMode;
  readonly course: ReleaseCourse;
  readonly accreditation: CourseAccreditation;
}

/** The courses to one register part at one provider in one mode, in both releases. */
export interface Pair {
  readonly provider: Ukprn;
  readonly part: Id;
  readonly mode: CourseMode;
  readonly before: readonly Mention[];
  readonly after: readonly Mention[];
  readonly outcome: ChangeOutcome;
  readonly nation: Institution['country'];
}

/** Which reading of accreditation codes is meant: what is known of the course, or the code as it stands. */
export type Reading = 'part' | 'coded';

/** The number under which a provider goes on, however often it was handed on. */
export function successorsOf(successors: readonly Successor[]): (provider: Ukprn) => Ukprn {
  const next = new Map(successors.map(({ provider, successor }) => [provider, successor]));
  return (provider) => {
    const seen = new Set<Ukprn>();
    let now = provider;
    for (let to = next.get(now); to !== undefined && !seen.has(to); to = next.get(now)) {
      seen.add(to);
      now = to;
    }
    return now;
  };
}

/** Every accreditation of a release as a mention. A course with two codes for one part is mentioned once. */
export function mentionsIn(
  { courses }: Pick<CourseRelease, 'courses'>,
  reading: Reading,
  nowCalled: (provider: Ukprn) => Ukprn,
): Mention[] {
  return courses.flatMap((course) => {
    const parts = new Map(course.accreditations.map((one) => [one[reading], one]));
    return [...parts].map(([part, accreditation]) => ({
      ...{ provider: nowCalled(course.provider), part, mode: course.mode, course, accreditation },
    }));
  });
}

/** The mentions of two releases side by side, in order of provider, register part and mode. */
export function pairsOf(before: readonly Mention[], after: readonly Mention[]): Pair[] {
  const sides = new Map<string, { before: Mention[]; after: Mention[] }>();
  const side = ({ provider, part, mode }: Mention): { before: Mention[]; after: Mention[] } => {
    const key = [provider, part, mode].join('/');
    const found = sides.get(key) ?? { before: [], after: [] };
    sides.set(key, found);
    return found;
  };
  for (const mention of before) side(mention).before.push(mention);
  for (const mention of after) side(mention).after.push(mention);
  return [...sides]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, both]) => {
      const latest = (both.after[0] ?? both.before[0])!;
      const outcome = both.before.length === 0 ? 'gained' : both.after.length === 0 ? 'lost' : 'kept';
      const { provider, part, mode, course } = latest;
      return { provider, part, mode, ...both, outcome, nation: course.nation };
    });
}
