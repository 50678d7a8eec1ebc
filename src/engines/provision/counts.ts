import type { ReleaseCourse } from '../../domain/course-release.js';
import type { Institution } from '../../domain/provision.js';
import type { ChangeCounts } from '../../domain/provision-change.js';
import type { Mention, Pair } from './pairs.js';

type Nation = Institution['country'];
const NATIONS: readonly Nation[] = ['England', 'Scotland', 'Wales', 'Northern Ireland'];

/**
 * Courses and pairs before and after, in each nation asked, or in the United Kingdom and each of its nations; a course
 * with several parts is one course.
 */
export function countsByNation(
  pairs: readonly Pair[],
  listedInBoth: (pair: Pair) => boolean,
  asked: readonly Nation[] | undefined,
): ChangeCounts[] {
  return (asked ?? [null, ...NATIONS]).map((nation) =>
    countsOf(nation === null ? pairs : pairs.filter((pair) => pair.nation === nation), nation, listedInBoth),
  );
}

export function countsOf(
  pairs: readonly Pair[],
  nation: ChangeCounts['nation'],
  listedInBoth: (pair: Pair) => boolean,
): ChangeCounts {
  const count = (outcome: Pair['outcome']): number => pairs.filter((pair) => pair.outcome === outcome).length;
  const [kept, lost, gained] = [count('kept'), count('lost'), count('gained')];
  return {
    nation,
    coursesBefore: coursesIn(pairs.flatMap(({ before }) => before)),
    coursesAfter: coursesIn(pairs.flatMap(({ after }) => after)),
    ...{ pairsBefore: kept + lost, pairsAfter: kept + gained, kept, lost, gained },
    listedInBoth: pairs.filter((pair) => pair.outcome !== 'kept' && listedInBoth(pair)).length,
  };
}

const coursesIn = (mentions: readonly Mention[]): number =>
  new Set<ReleaseCourse>(mentions.map(({ course }) => course)).size;
