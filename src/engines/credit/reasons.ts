import type { NotCredited, Reason } from '../../domain/assessment.js';
import { claimsOf } from './claims.js';
import { heldReason } from './held-reason.js';
import { doneBy } from './lacking.js';
import { ofKind } from './setting.js';
import type { Solution } from './solve.js';
import { targetReason } from './target-reason.js';
import { sentence } from './words.js';

/** Every held module that is not used, with its reason, in order of ids (spec 3.5). */
export function notUsed(found: Solution): Reason[] {
  const solution = withClaims(found);
  const taken = new Set(solution.used.flatMap(({ sources }) => sources.map(({ id }) => id)));
  return [...solution.setting.holdings.sources.keys()]
    .filter((id) => !taken.has(id))
    .sort()
    .map((module) => {
      const { code, says, limits } = heldReason(solution, module);
      return { module, code, sentence: sentence(says), limits: [...limits] };
    });
}

/** Every module of the programme that is neither credited nor progress, with its reason and the nearest miss. */
export function notCredited(found: Solution): NotCredited[] {
  const solution = withClaims(found);
  const { setting, used, progress } = solution;
  const done = doneBy(used, progress);
  return [...setting.stageOf]
    .filter(([module]) => !done.has(module))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, stage]) => ({
      module,
      stage,
      credits: setting.catalogue.modules.get(module)?.credits ?? 0,
      ...targetReason(solution, module),
    }));
}

/**
 * Where nothing fits the months allowed, or nothing was found in time, the solution knows of no claims, which is no
 * reason to say that there are none: the claims that stand are asked for again.
 */
function withClaims(solution: Solution): Solution {
  const { setting, claims, used, progress, proven } = solution;
  const given = claims.standing.length > 0 || used.length > 0;
  if (given || (proven && ofKind(setting.limits, 'span').length === 0)) return solution;
  return { ...solution, claims: claimsOf(setting, progress) };
}
