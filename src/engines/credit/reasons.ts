import type { NotCredited, Reason } from '../../domain/assessment.js';
import { heldReason } from './held-reason.js';
import { doneBy } from './lacking.js';
import type { Solution } from './solve.js';
import { targetReason } from './target-reason.js';
import { sentence } from './words.js';

/** Every held module that is not used, with its reason, in order of ids (spec 3.5). */
export function notUsed(solution: Solution): Reason[] {
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
export function notCredited(solution: Solution): NotCredited[] {
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
