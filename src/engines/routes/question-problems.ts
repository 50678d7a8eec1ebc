import type { Learner } from '../../domain/learner.js';
import type { Problem } from '../../domain/problem.js';
import type { Constraints, RouteQuestion } from '../../domain/questions.js';
import { type Month, monthOf, textOf } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { manageable } from './offers.js';

/**
 * What keeps a question about routes from making sense with a catalogue: a first month before the catalogue begins, a
 * latest month that is not after the first, and constraints that exclude each other; each with how to mend it.
 */
export function routeQuestionProblems(
  catalogue: Catalogue,
  { learner, first, constraints = {} }: Pick<RouteQuestion, 'learner' | 'first' | 'constraints'>,
): Problem[] {
  const begins = beginning(catalogue);
  const problems: Problem[] = [];
  if (begins !== undefined && first < begins)
    problems.push({
      code: 'BEFORE_CATALOGUE',
      field: 'first',
      message: `the catalogue knows of nothing that could be started before ${textOf(begins)}: ask for a first month from then on.`,
    });
  if (constraints.latest !== undefined && constraints.latest <= first)
    problems.push({
      code: 'EXCLUDES',
      field: 'constraints.latest',
      message: `the latest month is not after the first, ${textOf(first)}: nothing can end by then. Give a later one, or an earlier first month.`,
    });
  return [...problems, ...exclusions(catalogue, learner, constraints)];
}

/** The first month in which something could be started, as far as any programme, delivery or offer states a date; undefined where none does. */
function beginning({ programmes, deliveries }: Catalogue): Month | undefined {
  const dates = [
    ...[...programmes.values()].map(({ from }) => from),
    ...[...deliveries.values()].flatMap(({ from, firstEntry, entryPoints }) => [
      from,
      firstEntry,
      ...entryPoints.map((point) => point.from),
    ]),
  ].flatMap((day) => (day === undefined ? [] : [monthOf(day.length === 4 ? `${day}-01` : day)]));
  return dates.length ? dates.reduce((least, month) => Math.min(least, month)) : undefined;
}

type Narrowing = 'modes' | 'releaseDays' | 'institutions' | 'regions' | 'kilometres' | 'nominated';

/** How each constraint that leaves deliveries out is said, and how it is mended. */
const SAID: Record<Narrowing, { says: string; mend: string }> = {
  modes: { says: 'the ways of studying', mend: 'allow other ways of studying' },
  releaseDays: { says: 'the release days a week', mend: 'allow more release days' },
  institutions: { says: 'the institutions', mend: 'name other institutions' },
  regions: { says: 'the regions', mend: 'name other regions' },
  kilometres: { says: 'the kilometres from home', mend: 'allow more kilometres' },
  nominated: { says: 'that no employer nominates', mend: 'ask with an employer who does' },
};

const ALL_MODES = (['full-time', 'part-time'] as const).flatMap((pace) =>
  (['none', 'apprenticeship', 'beside'] as const).map((employment) => ({ pace, employment })),
);

/** One or two constraints that no delivery of the catalogue meets together; of the pairs, those of which each alone leaves some. */
function exclusions(catalogue: Catalogue, learner: Learner, constraints: Constraints): Problem[] {
  if (manageable(catalogue, learner, constraints).length > 0) return [];
  const given = (Object.keys(SAID) as Narrowing[]).filter((name) => narrows(constraints, name));
  const leavesNone = (names: readonly Narrowing[]): boolean =>
    manageable(catalogue, learner, only(constraints, names)).length === 0;
  const alone = given.filter((name) => leavesNone([name]));
  const left = given.filter((name) => !alone.includes(name));
  const pairs = left.flatMap((name, i) => left.slice(i + 1).map((other) => [name, other])).filter(leavesNone);
  return [...alone.map((name) => [name]), ...pairs].map(
    (names): Problem => ({
      code: 'EXCLUDES',
      field: names.map((name) => `constraints.${name}`).join(', '),
      message:
        names.length === 1
          ? `no delivery of this catalogue meets ${SAID[names[0]!].says} asked: ${SAID[names[0]!].mend}.`
          : `no delivery of this catalogue meets both ${SAID[names[0]!].says} and ${SAID[names[1]!].says} asked: ${SAID[names[0]!].mend}, or ${SAID[names[1]!].mend}.`,
    }),
  );
}

const narrows = (constraints: Constraints, name: Narrowing): boolean =>
  name === 'nominated' ? constraints.nominated === false : constraints[name] !== undefined;

/** Some of the constraints, all else allowed. */
const only = (constraints: Constraints, names: readonly Narrowing[]): Constraints => ({
  modes: ALL_MODES,
  nominated: true,
  ...Object.fromEntries(names.map((name) => [name, constraints[name]])),
});
