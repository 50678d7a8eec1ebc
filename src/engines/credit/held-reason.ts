import type { Id } from '../../domain/fact.js';
import type { Mapping, Status } from '../../domain/recognition.js';
import { spoken, validIn } from '../../domain/time.js';
import { modulesOf } from '../../graph/catalogue.js';
import { ruling } from '../../rules/limits/index.js';
import { byNearness, type Incomplete, incomplete, partlyCovered } from './near.js';
import { isFar, nearestRefusal } from './refused.js';
import { exempt, ofKind } from './setting.js';
import type { Solution } from './solve.js';
import { type Because, whyUnchosen } from './unchosen.js';
import { creditsOf, listed, moduleElsewhere, moduleName, moduleNames, policyName, rowWithSource } from './words.js';

/** Why a held module is not used: the first of these that is so (spec 3.5). */
export function heldReason(solution: Solution, id: Id): Because {
  return (
    asProgress(solution, id) ??
    asStanding(solution, id) ??
    asRefused(solution, id, 'NEAR') ??
    asLapsed(solution, id) ??
    asPart(solution, id) ??
    asIncomplete(solution, id, ['agreed']) ??
    asRefused(solution, id, 'FAR') ??
    asIncomplete(solution, id, ['proposed', 'refused', 'withdrawn']) ??
    asElsewhereTaught(solution, id) ?? {
      code: 'NO_MAPPING',
      says: `nothing in the catalogue maps ${moduleName(solution.setting, id)} to this programme`,
      limits: [],
    }
  );
}

const studiedHere = ({ setting }: Solution, id: Id): boolean =>
  setting.holdings.sources.get(id)?.studiedOn.has(setting.programme.id) ?? false;

function asProgress(solution: Solution, id: Id): Because | null {
  if (!solution.progress.has(id) || !studiedHere(solution, id)) return null;
  const says = `${moduleName(solution.setting, id)} was studied on this programme and counts as progress`;
  return { code: 'PROGRESS', says, limits: [] };
}

function asStanding(solution: Solution, id: Id): Because | null {
  const { setting, claims } = solution;
  const standing = claims.standing.filter(({ sources }) => sources.some((held) => held.id === id));
  if (standing.length === 0) return null;
  const { claim, code, says, limits } = whyUnchosen(solution, standing);
  const others = claim.sources.map((held) => held.id).filter((other) => other !== id);
  const together = others.length > 0 ? `, with ${moduleNames(setting, others)},` : '';
  const as = claim.kind === 'identity' ? 'as it is' : `for ${moduleNames(setting, claim.targets)}`;
  const what = `${moduleName(setting, id)}${together} could be credited ${as}`;
  return { code, says: `${what} (${creditsOf(claim.credits)}), but ${says}`, limits };
}

function asRefused({ claims }: Solution, id: Id, which: 'NEAR' | 'FAR'): Because | null {
  const refused = claims.refused.filter((one) => one.sources.includes(id) && isFar(one) === (which === 'FAR'));
  if (refused.length === 0) return null;
  const { code, says, limits } = nearestRefusal(refused);
  return { code, says: says(), limits };
}

/** Studied on this programme, and no progress any longer: too old, or the whole span would be too long. */
function asLapsed(solution: Solution, id: Id): Because | null {
  const { setting } = solution;
  const held = setting.holdings.sources.get(id);
  if (!held || !studiedHere(solution, id) || !setting.stageOf.has(id)) return null;
  const own = setting.catalogue.modules.get(id)?.institution === setting.programme.institution;
  for (const { limit, policy } of ofKind(setting.limits, 'currency')) {
    const says = exempt(limit, { own }) ? null : ruling(limit)?.refuses(held, setting.start);
    if (says)
      return {
        code: 'CURRENCY',
        says: `${says}, so it is no progress any more (${policyName(setting.policies, policy)})`,
        limits: [limit.id],
      };
  }
  const spans = ofKind(setting.limits, 'span');
  const studied = [...setting.holdings.sources.values()].filter((one) => studiedHere(solution, one.id));
  const since = setting.holdings.enrolled.get(setting.programme.id) ?? Math.min(...studied.map(({ on }) => on));
  return {
    code: 'LIMIT',
    says: `${moduleName(setting, id)} was progress on this programme, which lapses: nothing fits the months allowed from enrolment in ${spoken(since)} to completion (${listed(spans.map(({ policy }) => policyName(setting.policies, policy)))})`,
    limits: spans.map(({ limit }) => limit.id).sort(),
  };
}

/** Rows into any module of the programme, whatever the curriculum. */
function rowsFrom({ setting }: Solution, id: Id): Mapping[] {
  const own = new Set(modulesOf(setting.programme));
  return (setting.catalogue.mappingsFrom.get(id) ?? []).filter(({ targets }) =>
    targets.some((target) => own.has(target)),
  );
}

/** It covers some outcomes of a module: it may not be used for them, or nothing that is held covers the others. */
function asPart(solution: Solution, id: Id): Because | null {
  const { setting } = solution;
  for (const { targets, outcomes } of rowsFrom(solution, id)) {
    const [target] = targets;
    if (!outcomes || target === undefined || !setting.stageOf.has(target)) continue;
    const { rows, lacking, refused } = partlyCovered(solution, target);
    const own = refused.find(({ part }) => part.sources.some((held) => held.id === id));
    if (own) return { code: own.why.code, says: own.why.says(), limits: own.why.limits ?? [] };
    if (lacking.length > 0 && rows.some((row) => 'sources' in row && row.sources.includes(id)))
      return {
        code: 'SOURCES_MISSING',
        says: `${moduleName(setting, id)} covers part of ${moduleName(setting, target)}, and nothing that is held covers the rest: ${lacking.map(({ text }) => text).join('; ')}`,
        limits: [],
      };
  }
  return null;
}

function asIncomplete(solution: Solution, id: Id, statuses: readonly Status[]): Because | null {
  const { setting } = solution;
  const nearest = rowsFrom(solution, id)
    .filter((row) => statuses.includes(row.status) && validIn(row, setting.start))
    .filter(({ targets }) => targets.some((target) => setting.stageOf.has(target)))
    .flatMap((row) => incomplete(row, setting))
    .sort(byNearness)[0];
  if (!nearest) return null;
  return {
    code: 'SOURCES_MISSING',
    says: `${rowWithSource(setting, nearest.row)} ${statusOf(nearest)}${stillNeeds(solution, nearest)}, not held${orRefused(solution, [id])}`,
    limits: [],
  };
}

/** That without it some smaller claim was asked for and refused, where one was. */
export function orRefused({ claims }: Solution, sources: readonly Id[]): string {
  const refused = claims.refused.filter(
    (one) => one.code === 'REFUSED' && sources.some((id) => one.sources.includes(id)),
  );
  return refused.length > 0 ? `; ${nearestRefusal(refused).says()}` : '';
}

const statusOf = ({ row: { status } }: Incomplete): string =>
  status === 'agreed' ? '' : status === 'proposed' ? 'is only proposed, and ' : `was ${status}, and `;

/** "needs ‘B’ as well", "needs one more of ‘B’ and ‘C’". */
export function stillNeeds({ setting }: Solution, { row, missing, needs }: Incomplete): string {
  const names = missing.map((id) => moduleElsewhere(setting, id));
  return row.choose === undefined || needs === missing.length
    ? `needs ${listed(names)} as well`
    : `needs ${needs} more of ${listed(names)}`;
}

/** Mapped to modules of the programme that are not in the curriculum of this start. */
function asElsewhereTaught(solution: Solution, id: Id): Because | null {
  const { setting } = solution;
  const row = rowsFrom(solution, id)[0];
  const all = setting.holdings.sources.has(id) && setting.programme.stages.length > 0;
  const target =
    row?.targets.find((one) => !setting.stageOf.has(one)) ??
    (row === undefined && all ? owned(solution, id) : undefined);
  if (target === undefined) return null;
  return {
    code: 'NOT_IN_CURRICULUM',
    says: `${moduleName(setting, target)}${target === id ? '' : `, to which ${moduleName(setting, id)} is mapped,`} is not taught to those who start in ${spoken(setting.start)}`,
    limits: [],
  };
}

const owned = ({ setting }: Solution, id: Id): Id | undefined =>
  modulesOf(setting.programme).includes(id) && !setting.stageOf.has(id) ? id : undefined;
