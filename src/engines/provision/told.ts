import type { CourseReleases } from '../../domain/course-release.js';
import type { ChangedCourse, ChangeOutcome, ChangePair } from '../../domain/provision-change.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { partNamed, regionNamed } from './named.js';
import type { Mention, Pair } from './pairs.js';
import { type Both, isListedInBoth, remarksOn } from './remarks.js';

const ORDER: readonly ChangeOutcome[] = ['lost', 'gained', 'kept'];

/** What was lost first, then gained, then kept; by name of the provider, register part and mode. */
export function byOutcome(a: ChangePair, b: ChangePair): number {
  const [left, right] = [a, b].map(({ name, provider, registerPart, mode }) =>
    [name, provider, registerPart.id, mode].join('\n'),
  );
  return ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || (left! < right! ? -1 : 1);
}

/** Tells a pair: its provider as it is called now, its courses in both releases, how many of them are the same or recoded. */
export function toldBy(catalogue: Catalogue, kept: CourseReleases, both: Both): (pair: Pair) => ChangePair {
  const institutions = new Map(catalogue.rows.institutions.map((row) => [row.ukprn, row]));
  const titles = new Map(
    [...both.from.courses, ...both.to.courses].flatMap(({ provider, course, title }) =>
      title === null ? [] : [[`${both.nowCalled(provider)}/${course}`, title]],
    ),
  );
  const names = new Map([...both.from.courses, ...both.to.courses].map(({ provider, name }) => [provider, name]));
  const courseOf = ({ provider, course, accreditation }: Mention): ChangedCourse => ({
    course: course.course,
    title: titles.get(`${provider}/${course.course}`) ?? null,
    distance: course.distance,
    regions: [...new Set(course.regions)].sort().map((region) => regionNamed(catalogue, region)),
    notPromised: accreditation.withheld,
  });
  return (pair) => {
    const { provider, part, mode, outcome, nation, before, after } = pair;
    const codes = new Set(after.map(({ course }) => course.course));
    const same = before.filter(({ course }) => codes.has(course.course)).length;
    const institution = institutions.get(provider);
    return {
      ...{ provider, name: institution?.name ?? names.get(provider) ?? provider, institution: institution?.id ?? null },
      ...{ nation, registerPart: partNamed(catalogue, kept, part), mode, outcome },
      ...{ before: before.map(courseOf), after: after.map(courseOf) },
      ...{ same, recoded: Math.min(before.length, after.length) - same },
      ...{ listedInBoth: outcome !== 'kept' && isListedInBoth(both, pair), notes: remarksOn(both, pair) },
    };
  };
}
