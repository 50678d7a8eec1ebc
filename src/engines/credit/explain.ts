import type { Assessment, HoursLine, StageCredit } from '../../domain/assessment.js';
import { type Claim, HOUR_KINDS, type HourKind } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Objective } from '../../domain/questions.js';
import { textOf } from '../../domain/time.js';
import { hoursFloors } from '../../rules/limits/hours.js';
import { claimTerms } from './claim-terms.js';
import { limitSets, limitUses } from './limit-uses.js';
import { madeGood } from './made-good.js';
import { notCredited, notUsed } from './reasons.js';
import { restsOn } from './rests-on.js';
import { type Carried, classifiedLeft, feeSaved, monthsSaved } from './savings.js';
import { ofKind, type Setting, yardstick } from './setting.js';
import type { Solution } from './solve.js';
import { creditsStranded, strandedCredit } from './stranded.js';
import type { Gains } from './told-gains.js';
import type { FindWays } from './ways.js';
import { moduleName, moduleNames, rowName, sentence } from './words.js';

/** Optima of their own that an assessment tells beside its claims. */
export interface Beside {
  readonly bands: Assessment['bands'];
  readonly gains: Gains;
  /** Finds the cheapest ways to the next entry stage, by asking again. */
  readonly findWays: FindWays;
}

/** The assessment a tutor reads, from the claims chosen and the setting they were chosen in. Nothing is solved here. */
export function explain(solution: Solution, objective: Objective, { bands, gains, findWays }: Beside): Assessment {
  const { setting, used, progress, credits, entryStage, proven, bound } = solution;
  const { programme, delivery, start } = setting;
  const limits = limitUses(solution, gains);
  const claims = used.map((claim) => claimTerms(solution, claim));
  const stages = stageCredits(solution);
  const experiential = sum(used.filter((claim) => claim.experiential));
  return {
    programme: programme.id,
    title: programme.title,
    institution: programme.institution,
    delivery: delivery?.id ?? null,
    start: textOf(start),
    objective,
    proof: proven ? 'OPTIMAL' : 'BOUNDED',
    credits,
    bound: bound.credits,
    programmeCredits: programme.credits ?? null,
    creditsLeft:
      programme.credits === undefined ? null : programme.credits - credits - sumCredits(solution, [...progress.keys()]),
    classifiedLeft: classifiedLeft(solution),
    entryStage,
    certificated: credits - experiential,
    experiential,
    guaranteed: solution.guaranteed,
    guaranteedAndPrecedent: solution.guaranteedAndPrecedent,
    bands,
    byLevel: levels(used),
    byStage: stages,
    progress: [...progress]
      .map(([module, on]) => ({ module, on: textOf(on) }))
      .sort((a, b) => (a.module < b.module ? -1 : 1)),
    hours: hoursLedger(solution),
    monthsSaved: monthsSaved(solution),
    feeSaved: feeSaved(solution),
    claimFees: claims.reduce((total, { fee }) => total + fee, 0),
    claims,
    notUsed: notUsed(solution),
    notCredited: notCredited(solution),
    limits,
    limitSets: limitSets(solution, gains),
    limitSetsCut: gains.cut.length ? gains.cut.join(' ') : null,
    stranded: strandedCredit(solution, findWays),
    restsOn: restsOn(solution),
    notes: notes(solution),
    summary: summaryOf(solution),
    certificate: null,
  };
}

const sum = (claims: readonly Claim[]): number => claims.reduce((total, { credits }) => total + credits, 0);

const sumCredits = ({ setting }: Solution, modules: readonly string[]): number =>
  modules.reduce((total, module) => total + (setting.catalogue.modules.get(module)?.credits ?? 0), 0);

function levels(used: readonly Claim[]): { level: number; credits: number }[] {
  const byLevel = new Map<number, number>();
  for (const { creditsByLevel } of used)
    for (const [level, credits] of creditsByLevel) byLevel.set(level, (byLevel.get(level) ?? 0) + credits);
  return [...byLevel].map(([level, credits]) => ({ level, credits })).sort((a, b) => a.level - b.level);
}

function stageCredits({ setting, used, progress }: Solution): StageCredit[] {
  return setting.stages.map(({ number, credits, core, groups, modules }) => {
    const credited = used.flatMap(({ targets }) => targets.filter((target) => modules.has(target)));
    const done = new Set([...credited, ...[...progress.keys()].filter((module) => modules.has(module))]);
    const value = (ids: Iterable<string>): number =>
      [...ids].reduce((total, id) => total + (setting.catalogue.modules.get(id)?.credits ?? 0), 0);
    const filled = groups.every((group) => {
      const inside = [...group.modules].filter((module) => done.has(module));
      const chosen = group.members.filter((member) => member.modules.every((module) => done.has(module)));
      const weight = chosen.reduce((total, member) => total + (group.byCredits ? member.credits : 1), 0);
      return (
        weight === group.choose && inside.every((module) => chosen.some((member) => member.modules.includes(module)))
      );
    });
    return {
      stage: number,
      credits: credits ?? null,
      credited: value(credited),
      progress: value([...progress.keys()].filter((module) => modules.has(module))),
      whole: modules.size > 0 && core.every((module) => done.has(module)) && filled,
    };
  });
}

/**
 * Theory and practice, each where the programme states them (4,600 hours of nursing are 2,300 and 2,300): what is
 * credited, what was studied on the programme already and what is still to study come together to no less than the
 * minimum, where one is in force.
 */
function hoursLedger({ setting, used, progress }: Solution): HoursLine[] {
  const { programme, limits, catalogue } = setting;
  const made = madeGood(setting, used);
  return HOUR_KINDS.flatMap((kind: HourKind) => {
    const whole = programme[`${kind}Hours`];
    if (whole === undefined) return [];
    const credited = used.reduce((total, claim) => total + (made.get(claim.id)?.[kind] ?? claim.hours[kind]), 0);
    const studied = [...progress.keys()].reduce(
      (total, id) => total + (catalogue.modules.get(id)?.[`${kind}Hours`] ?? 0),
      0,
    );
    const floors = ofKind(limits, 'hours')
      .flatMap(({ limit }) => hoursFloors(limit, yardstick(setting)))
      .filter((floor) => floor.kind === kind);
    return [
      {
        kind,
        evidenced: hoursEvidenced(used, kind),
        credited,
        studied,
        stillToStudy: whole - studied - used.reduce((total, claim) => total + claim.targetHours[kind], 0),
        minimum: floors.length ? Math.max(...floors.map(({ least }) => least)) : null,
      },
    ];
  });
}

/** Hours that the sources used state, each source once, and those that rows state for claims whose sources state none. */
function hoursEvidenced(used: readonly Claim[], kind: HourKind): number {
  const sources = [...new Set(used.flatMap((claim) => claim.sources))];
  const stated = sources.reduce((total, source) => total + (source[`${kind}Hours`] ?? 0), 0);
  const verified = used
    .filter((claim) =>
      claim.sources.every((source) => source.theoryHours === undefined && source.practiceHours === undefined),
    )
    .flatMap(({ rows }) => rows)
    .reduce((total, row) => total + (row.hours?.[kind] ?? 0), 0);
  return stated + verified;
}

function notes(solution: Solution): string[] {
  const { setting, used, claims, progress } = solution;
  const { programme, limits, include, stages } = setting;
  const said: string[] = ['This is an estimate: the institution decides.'];
  if (stages.every(({ modules }) => modules.size === 0))
    said.push(
      'The catalogue holds no modules of this programme in this month, so nothing can be matched to it: ask the institution.',
    );
  if (used.length > 0 && programme.classified === undefined)
    said.push(
      'The catalogue does not say which credits count towards the classification; credit carried brings no marks with it.',
    );
  if (used.length > 0 && programme.classified !== undefined)
    said.push('Credit carried brings no marks with it: only what is still studied counts towards the classification.');
  if (ofKind(limits, 'hours').length && programme.theoryHours === undefined && programme.practiceHours === undefined)
    said.push('The programme states no hours, so limits on hours are not applied.');
  if (
    programme.credits === undefined &&
    limits.some(({ limit }) => limit.kind === 'share' || limit.kind === 'residency')
  )
    said.push('The programme states no credits, so limits measured by its credits are not applied.');
  if (include === 'PROPOSED' && used.some(({ rows }) => rows.some(({ status }) => status === 'proposed')))
    said.push('It counts mappings that are proposed and not yet agreed.');
  if (claims.cut.length)
    said.push(
      `Not every choice was tried for ${claims.cut.map((id) => cutName(setting, id)).join('; ')}: there are too many.`,
    );
  if (progress.size)
    said.push(
      `Progress on this programme, which is no credit carried: ${moduleNames(setting, [...progress.keys()].sort())}.`,
    );
  for (const flag of new Set(used.flatMap(({ flags }) => flags))) said.push(sentence(flag));
  return said;
}

/** What had too many choices: a row, or a module whose outcomes too many rows cover in part. */
function cutName(setting: Setting, id: Id): string {
  const { catalogue, programme, stageOf } = setting;
  const rows = [...stageOf.keys()].flatMap((module) => catalogue.mappingsInto.get(module) ?? []);
  const row = [...rows, ...(catalogue.agreementsInto.get(programme.id) ?? [])].find((one) => one.id === id);
  return row ? rowName(setting, row) : moduleName(setting, id);
}

/** One sentence that sums a solution up. */
export function summaryOf(solution: Carried): string {
  const { setting, credits, entryStage, used } = solution;
  const stranded = creditsStranded(solution);
  const of = setting.programme.credits === undefined ? '' : ` of ${setting.programme.credits}`;
  if (used.length === 0) return nothingCarried(setting.programme);
  const join = entryStage > 1 ? `joins at stage ${entryStage}` : 'joins at the beginning';
  const unsaved = stranded > 0 ? `; ${stranded} credits save no time` : '';
  return `${credits}${of} credits can be carried into ${setting.programme.title}; the learner ${join}${unsaved}.`;
}

/** What is said where no claim is used. */
export const nothingCarried = ({ title }: { title: string }): string => `No credit can be carried into ${title}.`;
