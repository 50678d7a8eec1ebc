import type { CourseRelease, CourseReleases, Coverage, StudyMode } from '../../domain/course-release.js';
import type { Named } from '../../domain/credit-into.js';
import type { Id } from '../../domain/fact.js';
import type { Provision, ProvisionCount, ProvisionLine, Where } from '../../domain/provision-change.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { headOf, partNamed, regionNamed, regulatorOf } from './named.js';
import { type Offered, offeredBy, offeredIn } from './offered.js';

export interface ProvisionQuestion {
  /** A release of the national course data; the catalogue where none is named. */
  release?: string;
  /** All that the source has, where none is named. */
  registerParts?: Id[];
  /** All regions of the catalogue, where none is named; study at distance is always shown, by itself. */
  regions?: Id[];
  /** The month as of which the catalogue is asked. */
  month: Month;
}

const MODES: readonly StudyMode[] = ['full-time', 'part-time', 'apprenticeship'];

/**
 * Which register parts are run in which regions, and how (spec 6.2). Where a source does not tell all of a mode, "none"
 * is "none known". Throws a RangeError for a release that is not kept.
 */
export function provisionOf(catalogue: Catalogue, kept: CourseReleases, question: ProvisionQuestion): Provision {
  const release = question.release === undefined ? undefined : releaseOf(kept, question.release);
  const offered = release ? offeredIn(release) : offeredBy(catalogue, question.month);
  const coverage = release ? release.coverage : kept.catalogueCoverage;
  const parts = question.registerParts ?? [...new Set(offered.map(({ part }) => part))].sort();
  const regions = question.regions ?? catalogue.rows.regions.map(({ id }) => id);
  const line = (part: Id, where: Where, region: Named | null, own: readonly Offered[]): ProvisionLine => ({
    registerPart: partNamed(catalogue, kept, part),
    regulator: regulatorOf(catalogue, release ? [release] : [], part),
    ...{ where, region, counts: MODES.map((mode) => countOf(mode, own, coverage)) },
  });
  const lines = parts.flatMap((part) => {
    const own = offered.filter((one) => one.part === part);
    const at = (where: Where): Offered[] => own.filter((one) => one.where === where);
    return [
      ...regions.map((id) => {
        const here = at('region').filter(({ region }) => region === id);
        return line(part, 'region', regionNamed(catalogue, id), here);
      }),
      line(part, 'distance', null, at('distance')),
      ...(at('unknown').length > 0 ? [line(part, 'unknown', null, at('unknown'))] : []),
    ];
  });
  const asked = new Set(regions);
  const shown = offered.filter(({ region }) => region === undefined || asked.has(region));
  const totals = parts.map((part) =>
    line(
      part,
      'all',
      null,
      shown.filter((one) => one.part === part),
    ),
  );
  return {
    release: release ? headOf(release) : null,
    ...{ coverage, lines, totals },
    notes: notesOn(coverage, totals),
    summary: summaryOf(
      release,
      shown.filter(({ part }) => parts.includes(part)),
      question.regions !== undefined,
    ),
  };
}

/** The release of that year. Throws a RangeError where it is not kept. */
export function releaseOf({ releases }: CourseReleases, id: string): CourseRelease {
  const found = releases.find((release) => release.id === id);
  if (!found) throw new RangeError(`the release "${id}" is not kept`);
  return found;
}

function countOf(mode: StudyMode, all: readonly Offered[], coverage: readonly Coverage[]): ProvisionCount {
  const own = all.filter((one) => one.mode === mode);
  const tellsAll = coverage.find((one) => one.mode === mode)?.extent === 'whole';
  return {
    mode,
    deliveries: own.length,
    courses: new Set(own.map(({ course }) => course)).size,
    institutions: new Set(own.map(({ by }) => by)).size,
    notPromised: own.filter(({ promised }) => !promised).length,
    says: own.length > 0 ? String(own.length) : tellsAll ? 'none' : 'none known',
  };
}

function notesOn(coverage: readonly Coverage[], totals: readonly ProvisionLine[]): string[] {
  const withheld = totals.some(({ counts }) => counts.some(({ notPromised }) => notPromised > 0));
  return [
    ...MODES.map((mode) => {
      const found = coverage.find((one) => one.mode === mode);
      return found ? `${mode}: ${found.says}.` : `${mode}: nobody has said what the source covers.`;
    }),
    ...(withheld
      ? ['Not promised: the accreditation depends on what the student chooses, or contradicts the course.']
      : []),
    'A course that leads to several register parts counts under each.',
  ];
}

function summaryOf(release: CourseRelease | undefined, offered: readonly Offered[], inRegions: boolean): string {
  const of = release ? `The release of ${release.id}` : 'The catalogue';
  const counted = MODES.map((mode) => {
    const own = offered.filter((one) => one.mode === mode);
    const courses = new Set(own.map(({ course }) => course)).size;
    const institutions = new Set(own.map(({ by }) => by)).size;
    return `${courses} ${mode === 'apprenticeship' ? 'as an apprenticeship' : mode} at ${institutions} ${institutions === 1 ? 'institution' : 'institutions'}`;
  });
  const where = inRegions ? ' in the regions asked and at distance' : '';
  const parts = new Set(offered.map(({ part }) => part)).size;
  return `${of} holds courses${where} to ${parts} register ${parts === 1 ? 'part' : 'parts'}: ${counted.join(', ')}.`;
}
