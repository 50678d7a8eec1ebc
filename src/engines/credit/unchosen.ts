import type { ReasonCode } from '../../domain/assessment.js';
import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import { type Break, breaksOf, crowdedGroups, stageReached } from './breaks.js';
import type { Group } from './curriculum.js';
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

/** A claim that was not chosen, what it would take the place of, and the claims there would then be. */
export interface Instead {
  readonly claim: Claim;
  readonly rivals: readonly Claim[];
  readonly all: readonly Claim[];
}

/** Each of some claims in the place of those chosen that it excludes. */
export const instead = ({ setting, used }: Solution, claims: readonly Claim[]): Instead[] =>
  claims.map((claim) => {
    const rivals = used.filter((other) => excludes(claim, other, setting.reusable));
    return { claim, rivals, all: [...used.filter((other) => !rivals.includes(other)), claim] };
  });

/** Whether a claim takes no other's place, or gives more credits than those whose place it would take. */
export const givesMore = ({ claim, rivals }: Instead): boolean =>
  rivals.length === 0 || claim.credits > rivals.reduce((sum, { credits }) => sum + credits, 0);

/**
 * Why none of some claims that stand was chosen, with the claim it is said of. One that would add credits can only be
 * held back by limits, a choice of options or the stage joined; for the others what they need is used otherwise.
 */
export function whyUnchosen(solution: Solution, claims: readonly Claim[]): Because & { readonly claim: Claim } {
  const ways = instead(solution, claims);
  const more = ways.filter(givesMore);
  if (more.length > 0) return heldBack(solution, more);
  const fewest = ways.reduce((best, next) => (next.rivals.length < best.rivals.length ? next : best));
  const says = usedInstead(solution.setting, fewest.claim, fewest.rivals);
  return { claim: fewest.claim, code: 'BETTER_ELSEWHERE', says, limits: [] };
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

/** What forbids each of some claims; the limits of all are named, each once. */
function heldBack(solution: Solution, ways: readonly Instead[]): Because & { readonly claim: Claim } {
  const { setting, progress, entryStage, proven } = solution;
  const judged = ways.map((way) => ({
    ...way,
    breaks: breaksOf(solution, way.all),
    crowded: crowdedGroups(solution, way.all),
  }));
  const breaks = new Map<Id, Break>(judged.flatMap((way) => way.breaks.map((each) => [each.limit, each] as const)));
  const told = judged.find((way) => way.breaks.length > 0) ?? judged.find((way) => way.crowded.length > 0);
  if (told) {
    const says = [...byPolicy([...breaks.values()]), ...told.crowded.slice(0, 1).map(noRoom(solution))];
    const code = breaks.size > 0 ? 'LIMIT' : 'OPTIONS';
    return { claim: told.claim, code, says: says.join('; and '), limits: [...breaks.keys()].sort() };
  }
  const { claim, all } = ways[0]!;
  if (claim.credits === 0) return { claim, code: 'NOTHING_LEFT', says: 'it would add no credit', limits: [] };
  if (stageReached(setting, doneBy(all, progress)) < entryStage) {
    const says = `with it the options no longer come out exactly, and stage ${entryStage} could not be joined`;
    return { claim, code: 'ENTRY_STAGE', says, limits: [] };
  }
  return proven
    ? { claim, code: 'LIMIT', says: 'together with what is credited it would break a rule on the whole', limits: [] }
    : { claim, code: 'NOT_PROVEN', says: 'the search ended before every combination was tried', limits: [] };
}

/** How limits would be broken, those of one policy together. */
const byPolicy = (breaks: readonly Break[]): string[] =>
  [...new Set(breaks.map(({ policy }) => policy))].map((policy) => {
    const own = breaks.filter((each) => each.policy === policy).map(({ says }) => says);
    return `${[...new Set(own)].join(', and ')} (${policy})`;
  });

/** That an option group is full, and with what. */
const noRoom =
  ({ setting, used }: Solution) =>
  ({ choose, byCredits, modules }: Group): string => {
    const chosen = new Set(used.flatMap(({ targets }) => targets.filter((target) => modules.has(target))));
    const beside = chosen.size > 0 ? ` beside ${moduleNames(setting, [...chosen])}` : '';
    return `of the options "choose ${choose}${byCredits ? ' credits' : ''}" no more may be taken${beside}`;
  };
