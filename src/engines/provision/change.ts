import type { CourseMode, CourseRelease, CourseReleases, ReleaseCourse } from '../../domain/course-release.js';
import type { Id } from '../../domain/fact.js';
import type { Institution } from '../../domain/provision.js';
import type { ChangeApart, ChangePair, ProvisionChange } from '../../domain/provision-change.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { countsByNation, countsOf } from './counts.js';
import { headOf, partNamed } from './named.js';
import { type Mention, mentionsIn, type Pair, pairsOf, type Reading, successorsOf } from './pairs.js';
import { releaseOf } from './provision.js';
import { type Both, isListedInBoth } from './remarks.js';
import { byOutcome, toldBy } from './told.js';
import { changeNotes, changeSummary } from './told-change.js';

/** Which courses are compared: all that is given must fit. */
export interface ChangeQuestion {
  from: string;
  to: string;
  modes?: CourseMode[];
  registerParts?: Id[];
  nations?: Institution['country'][];
  /** Courses with a place in one of these regions, and courses at distance. */
  regions?: Id[];
}

const MODES: readonly CourseMode[] = ['full-time', 'part-time'];

/**
 * Which regulated provision was lost, gained and kept between two releases, like with like (spec 6.2): by provider and
 * register part, so that a course with a new code is kept; providers that go on under another number are one; a code that
 * stood for two professions is told apart; professions that another regulator looks after are shown by themselves. Throws
 * a RangeError for a release that is not kept.
 */
export function provisionChange(catalogue: Catalogue, kept: CourseReleases, question: ChangeQuestion): ProvisionChange {
  const [from, to] = [releaseOf(kept, question.from), releaseOf(kept, question.to)];
  const nowCalled = successorsOf(kept.successors);
  const read = (release: CourseRelease, reading: Reading): Mention[] => mentionsIn(release, reading, nowCalled);
  const [before, after] = [read(from, 'part'), read(to, 'part')];
  const both: Both = { from, to, successors: kept.successors, nowCalled, pairs: pairsOf(before, after) };
  const listedInBoth = (pair: Pair): boolean => isListedInBoth(both, pair);
  const fits = fitting(question);
  const [askedBefore, askedAfter] = [before.filter(fits), after.filter(fits)];
  const asked = pairsOf(askedBefore, askedAfter);
  const moved = professionsMoved(from, to);
  const alike = asked.filter(({ part }) => !moved.has(part));
  const coded = pairsOf(read(from, 'coded').filter(fits), read(to, 'coded').filter(fits));
  const told = toldBy(catalogue, kept, both);
  const answer = {
    ...{ from: headOf(from), to: headOf(to), modes: [...(question.modes ?? MODES)] },
    ...{ rawBefore: coursesUnder(catalogue, askedBefore), rawAfter: coursesUnder(catalogue, askedAfter) },
    counts: countsByNation(alike, listedInBoth, question.nations),
    countsAsCoded: countsByNation(
      coded.filter(({ part }) => !moved.has(part)),
      listedInBoth,
      question.nations,
    ),
    pairs: alike.map(told).sort(byOutcome),
    apart: [...moved].sort().flatMap((part) => apartOf(part, asked)),
    coverage: to.coverage,
  };
  return { ...answer, notes: changeNotes(answer), summary: changeSummary(answer) };

  function apartOf(part: Id, pairs: readonly Pair[]): ChangeApart[] {
    const own = pairs.filter((pair) => pair.part === part);
    if (own.length === 0) return [];
    const regulator = ({ accredited }: CourseRelease): string =>
      accredited.find((row) => row.part === part)?.regulator ?? '';
    const list: ChangePair[] = own.map(told).sort(byOutcome);
    return [
      {
        ...{ registerPart: partNamed(catalogue, kept, part), counts: countsOf(own, null, listedInBoth), pairs: list },
        ...{ regulatorBefore: regulator(from), regulatorAfter: regulator(to) },
      },
    ];
  }
}

/** Whether a mention is asked about. What a code stands for is asked of the course, however codes are read. */
const fitting =
  ({ modes, registerParts, nations, regions }: ChangeQuestion) =>
  ({ course, accreditation }: Mention): boolean =>
    (!modes || modes.includes(course.mode)) &&
    (!registerParts || registerParts.includes(accreditation.part)) &&
    (!nations || nations.includes(course.nation)) &&
    (!regions || course.distance || course.regions.some((region) => regions.includes(region)));

/** Professions that both releases know, under another regulator each. */
function professionsMoved(from: CourseRelease, to: CourseRelease): Set<Id> {
  const before = new Map(from.accredited.map(({ part, regulator }) => [part, regulator]));
  return new Set(
    to.accredited.flatMap(({ part, regulator }) => ((before.get(part) ?? regulator) === regulator ? [] : [part])),
  );
}

/** Courses accredited under the regulators whose registers the catalogue keeps. */
function coursesUnder({ rows }: Catalogue, mentions: readonly Mention[]): number {
  const regulators = new Set(rows.registerParts.filter(({ statutory }) => statutory).map(({ regulator }) => regulator));
  const own = mentions.filter(({ accreditation }) => regulators.has(accreditation.regulator));
  return new Set<ReleaseCourse>(own.map(({ course }) => course)).size;
}
