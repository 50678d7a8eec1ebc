import type { CourseRelease, ReleaseCourse, Successor, Ukprn } from '../../domain/course-release.js';
import type { Pair } from './pairs.js';

/** Both releases as far as remarks on a pair need them. */
export interface Both {
  readonly from: CourseRelease;
  readonly to: CourseRelease;
  readonly successors: readonly Successor[];
  readonly nowCalled: (provider: Ukprn) => Ukprn;
  /** All pairs of all modes. */
  readonly pairs: readonly Pair[];
}

/** Whether a course of a pair that was lost or gained is listed in the other release too, without an accreditation for a register. */
export const isListedInBoth = (both: Both, pair: Pair): boolean => listedElsewhere(both, pair).length > 0;

/** What a reader should know before taking a pair as lost or gained. */
export function remarksOn(both: Both, pair: Pair): string[] {
  const { from, to } = both;
  return [
    ...handedOn(both, pair),
    ...pair.before.flatMap(({ course, accreditation: { judged, part } }) =>
      judged === null ? [] : `${course.course} in ${from.id} is read as ${part.replaceAll('-', ' ')}: ${judged}.`,
    ),
    ...(pair.outcome === 'lost' ? whenLost(both, pair) : pair.outcome === 'gained' ? whenGained(both, pair) : []),
    ...[...pair.before, ...pair.after].flatMap(({ course, accreditation: { withheld } }) =>
      withheld === null
        ? []
        : `${course.course} in ${from.courses.includes(course) ? from.id : to.id}: not promised, ${withheld}.`,
    ),
  ];
}

function whenLost(both: Both, pair: Pair): string[] {
  const { to } = both;
  const [other] = otherModes(both, pair).filter(({ after }) => after.length > 0);
  const known = to.providers.filter(({ provider }) => both.nowCalled(provider) === pair.provider);
  const total = (count: 'courses' | 'accreditations'): number => known.reduce((sum, row) => sum + row[count], 0);
  return [
    ...listed(both, pair, to.id, 'is still listed'),
    ...(total('courses') === 0 ? [`The provider has no course in ${to.id}.`] : []),
    ...(total('courses') > 0 && total('accreditations') === 0
      ? [`The provider records no accreditation of any kind in ${to.id}: the record alone may be missing.`]
      : []),
    ...(other ? [`It is run ${other.mode} in ${to.id}.`] : []),
  ];
}

function whenGained(both: Both, pair: Pair): string[] {
  const { from } = both;
  const [other] = otherModes(both, pair).filter(({ before }) => before.length > 0);
  return [
    ...listed(both, pair, from.id, 'was listed'),
    ...(from.accredited.some(({ part }) => part === pair.part) || hasPart(from, pair)
      ? []
      : [`The release of ${from.id} has no code for this register part.`]),
    ...(other ? [`It was run ${other.mode} in ${from.id}.`] : []),
  ];
}

const hasPart = ({ courses }: CourseRelease, { part }: Pair): boolean =>
  courses.some(({ accreditations }) => accreditations.some((one) => one.part === part));

const otherModes = ({ pairs }: Both, { provider, part, mode }: Pair): Pair[] =>
  pairs.filter((pair) => pair.provider === provider && pair.part === part && pair.mode !== mode);

function listed(both: Both, pair: Pair, year: string, how: string): string[] {
  const codes = listedElsewhere(both, pair).map(({ course }) => course);
  return codes.length > 0 ? [`${codes.join(', ')} ${how} in ${year}, without an accreditation for a register.`] : [];
}

/** Courses that the other release lists under the same code without an accreditation for a register. */
function listedElsewhere(
  { from, to, nowCalled }: Both,
  { before, after, outcome, provider, mode }: Pair,
): ReleaseCourse[] {
  if (outcome === 'kept') return [];
  const own = new Set([...before, ...after].map(({ course }) => course.course));
  return (outcome === 'lost' ? to : from).courses.filter(
    (course) =>
      course.mode === mode &&
      course.accreditations.length === 0 &&
      own.has(course.course) &&
      nowCalled(course.provider) === provider,
  );
}

function handedOn({ successors, nowCalled }: Both, { before, provider }: Pair): string[] {
  const numbers = new Set(before.map(({ course }) => course.provider).filter((number) => number !== provider));
  return successors
    .filter((row) => numbers.has(row.provider) && nowCalled(row.provider) === provider)
    .map(({ says }) => `${says}.`);
}
