import type { ReasonCode } from '../../domain/assessment.js';
import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import { type Break, breaksOf, crowdedGroups, stageReached } from './breaks.js';
import { doneBy } from './lacking.js';
import type { Setting } from './setting.js';
import type { Solution } from './solve.js';
import { giverOf, listed, moduleNames } from './words.js';

/** A reason in words that begin in the middle of a sentence, with the limits that are the cause. */
export interface Because {
  readonly code: ReasonCode;
  readonly says: string;
  readonly limits: readonly Id[];
}

/** Whether two claims cannot be used together: they share a target, or a source that may be used once. */
export const excludes = (a: Claim, b: Claim, reusable: boolean): boolean =>
  a.targets.some((target) => b.targets.includes(target)) ||
  (!reusable && a.sources.some((source) => b.sources.includes(source)));

/**
 * Why none of some claims that stand was chosen, with the claim it is said of: what would have to be given up for it is
 * used otherwise, or it breaks limits or a choice of options together with the claims chosen.
 */
export function whyUnchosen(solution: Solution, claims: readonly Claim[]): Because & { readonly claim: Claim } {
  const { setting, used } = solution;
  const rivals = claims.map((claim) => used.filter((other) => excludes(claim, other, setting.reusable)));
  const free = claims.filter((_, i) => rivals[i]!.length === 0);
  if (free.length > 0) return heldBack(solution, free);
  const fewest = Math.min(...rivals.map(({ length }) => length));
  const at = rivals.findIndex(({ length }) => length === fewest);
  const claim = claims[at]!;
  return { claim, code: 'BETTER_ELSEWHERE', says: usedInstead(setting, claim, rivals[at]!), limits: [] };
}

/** What claims that were chosen take from one that was not: "‘T’ is credited from ‘B’; ‘A’ is used for ‘U’". */
function usedInstead(setting: Setting, claim: Claim, rivals: readonly Claim[]): string {
  const taken = rivals.map((rival) => {
    const targets = claim.targets.filter((target) => rival.targets.includes(target));
    if (targets.length > 0)
      return `${moduleNames(setting, targets)} ${targets.length === 1 ? 'is' : 'are'} credited from ${giverOf(setting, rival)}`;
    const sources = claim.sources.filter((held) => rival.sources.includes(held)).map(({ id }) => id);
    const verb = sources.length === 1 ? 'is' : 'are';
    return `${moduleNames(setting, sources)} ${verb} used for ${moduleNames(setting, rival.targets)}`;
  });
  return listed([...new Set(taken)], 'and', 3);
}

/** What forbids each of some claims beside the claims chosen; the limits of all are named, each once. */
function heldBack(solution: Solution, free: readonly Claim[]): Because & { readonly claim: Claim } {
  const { setting, used, progress, entryStage, proven } = solution;
  const broken = free.map((claim) => ({ claim, breaks: breaksOf(solution, [...used, claim]) }));
  const groups = free.map((claim) => crowdedGroups(solution, [...used, claim]));
  const breaks = new Map<Id, Break>(broken.flatMap((one) => one.breaks.map((each) => [each.limit, each] as const)));
  const claim = broken.find((one) => one.breaks.length > 0)?.claim ?? free[groups.findIndex((one) => one.length > 0)];
  const crowded = groups.flat()[0];
  const chosen = crowded && used.flatMap(({ targets }) => targets.filter((target) => crowded.modules.has(target)));
  const room =
    crowded === undefined
      ? []
      : [
          `of the options "choose ${crowded.choose}${crowded.byCredits ? ' credits' : ''}" no more may be taken${
            chosen?.length ? ` beside ${moduleNames(setting, [...new Set(chosen)])}` : ''
          }`,
        ];
  if (claim !== undefined) {
    const says = [...[...breaks.values()].map((each) => each.says), ...room].join('; and ');
    return { claim, code: breaks.size > 0 ? 'LIMIT' : 'OPTIONS', says, limits: [...breaks.keys()].sort() };
  }
  const least = free[0]!;
  if (least.credits === 0) return { claim: least, code: 'NOTHING_LEFT', says: 'it would add no credit', limits: [] };
  if (stageReached(setting, doneBy([...used, least], progress)) < entryStage)
    return {
      claim: least,
      code: 'ENTRY_STAGE',
      says: `with it the options no longer come out exactly, and stage ${entryStage} could not be joined`,
      limits: [],
    };
  return proven
    ? {
        claim: least,
        code: 'LIMIT',
        says: 'together with what is credited it would break a rule on the whole',
        limits: [],
      }
    : { claim: least, code: 'NOT_PROVEN', says: 'the search ended before every combination was tried', limits: [] };
}
