import type { Rows } from '../../domain/catalogue.js';
import type { HeldAward, Learner } from '../../domain/learner.js';
import type { Programme } from '../../domain/provision.js';
import type { Day } from '../../domain/time.js';
import type { Flaw, Path } from '../shape/flaw.js';
import { offScale } from './grades.js';
import { type Finding, type Known, stageModules } from './known.js';

/** What a cohort's learners hold fits the catalogue. */
export function* learners({ cohorts }: Rows, known: Known): Iterable<Finding> {
  for (const row of cohorts)
    for (const { path, ...flaw } of [...twice(row.learner), ...held(row.learner, known)])
      yield { ...flaw, path: ['learner', ...path], kind: 'cohorts', row };
}

/** A module is listed once among a learner's own. */
export function* twice({ modules = [] }: Learner): Iterable<Flaw> {
  const first = new Map<string, number>();
  for (const [index, { module }] of modules.entries()) {
    const before = first.get(module);
    if (before === undefined) first.set(module, index);
    else
      yield {
        code: 'TWICE',
        path: ['modules', index, 'module'],
        message: `this module already stands as entry ${before + 1} of \`modules\`, and a module is held once: keep the latest pass.`,
      };
  }
}

/** What a learner says they hold and could not: grades off the scale, options of another programme, credit without an age. */
export function* held(learner: Learner, known: Known): Iterable<Flaw> {
  for (const [index, award] of (learner.awards ?? []).entries()) {
    const path = ['awards', index];
    const qualification =
      known.qualifications.get(award.award) ?? known.qualifications.get(known.programmes.get(award.award)?.award ?? '');
    if (award.grade !== undefined && qualification)
      yield* offScale(award.grade, [...path, 'grade'], [qualification], false);
    const programme = programmeOf(award, known);
    if (programme) yield* onProgramme(award, programme, path);
    const holdsCredit =
      qualification?.creditsByLevel !== undefined ||
      (programme !== undefined && [...stageModules(programme)].length > 0);
    if (award.on === undefined && holdsCredit)
      yield {
        code: 'NO_DATE',
        path,
        message: `\`${award.award}\` carries credit, and its age counts: say when it was gained (\`on\`).`,
      };
  }
  const dated = new Set(
    (learner.awards ?? []).flatMap((award) => {
      const programme = award.on === undefined ? undefined : programmeOf(award, known);
      return programme ? [...stageModules(programme)] : [];
    }),
  );
  for (const [index, { module, on }] of (learner.modules ?? []).entries())
    if (on === undefined && !dated.has(module))
      yield {
        code: 'NO_DATE',
        path: ['modules', index],
        message: `the age of \`${module}\` counts: say when it was passed (\`on\`), or when an award that holds it was gained.`,
      };
}

const programmeOf = ({ award, programme }: HeldAward, known: Known): Programme | undefined =>
  known.programmes.get(programme ?? award);

function* onProgramme(
  { award, programme: named, stage, options = [] }: HeldAward,
  programme: Programme,
  path: Path,
): Iterable<Flaw> {
  const gives = [programme.id, programme.award, ...programme.stages.flatMap(({ exitAward }) => exitAward ?? [])];
  if (named !== undefined && !gives.includes(award))
    yield {
      code: 'WRONG_OWNER',
      path: [...path, 'programme'],
      message: `\`${named}\` does not give \`${award}\`; it gives ${gives.slice(1).join(', ')}: correct the one or the other.`,
    };
  if (stage !== undefined && stage > programme.stages.length)
    yield {
      code: 'NO_SUCH_STAGE',
      path: [...path, 'stage'],
      message: `\`${programme.id}\` has no stage ${stage}; its last is ${programme.stages.length}: correct the stage.`,
    };
  const own = new Set(stageModules(programme));
  for (const [index, option] of options.entries())
    if (!own.has(option))
      yield {
        code: 'WRONG_OWNER',
        path: [...path, 'options', index],
        message: `\`${option}\` is no module of \`${programme.id}\`: correct it, or list it among the learner's \`modules\`.`,
      };
}

/** Dates that lie after a day: what is held was gained before it. */
export function* future(learner: Learner, asOf: Day): Iterable<Flaw> {
  const dates: [Path, string | undefined][] = [
    ...(learner.awards ?? []).map(({ on }, index): [Path, string | undefined] => [['awards', index, 'on'], on]),
    ...(learner.modules ?? []).map(({ on }, index): [Path, string | undefined] => [['modules', index, 'on'], on]),
    ...(learner.registrations ?? []).map(({ since }, index): [Path, string | undefined] => [
      ['registrations', index, 'since'],
      since,
    ]),
    ...(learner.enrolments ?? []).map(({ on }, index): [Path, string | undefined] => [['enrolments', index, 'on'], on]),
    [['born'], learner.born],
  ];
  for (const [path, date] of dates)
    if (date !== undefined && date > asOf.slice(0, 7))
      yield {
        code: 'IN_THE_FUTURE',
        path,
        message: `this month lies after ${asOf}, the day as of which is asked, and what is held was gained before: correct it, or leave out what is not held yet.`,
      };
}
