import type { Claim } from '../../domain/claim.js';
import type { CreditRow } from '../../domain/credit-across.js';
import type { Id } from '../../domain/fact.js';
import type { Delivery } from '../../domain/provision.js';
import type { Month } from '../../domain/time.js';
import type { Setting } from './setting.js';
import type { Solution } from './solve.js';

/** What some claims come to: what of a solution its sums are made of. */
export interface Carried extends Pick<Solution, 'credits' | 'entryStage' | 'proven'> {
  readonly setting: Pick<Setting, 'catalogue' | 'programme' | 'delivery' | 'stages'>;
  readonly used: readonly Pick<Claim, 'creditsByStage'>[];
  readonly progress: ReadonlyMap<Id, unknown>;
  /** The line where nothing is carried, of a delivery whose months and fee hang on the stage joined alone. */
  readonly standard?: CreditRow | undefined;
}

/** Months of a delivery's stages from one stage to another, each shrunk where it is paced by module (spec 5.1). */
export function monthsOfStages(
  delivery: Delivery,
  from: number,
  to: number,
  left: (stage: number) => { credits: number | undefined; toStudy: number },
): number {
  let months = 0;
  for (let stage = from; stage <= to; stage++) {
    const full = delivery.months[stage - 1] ?? 0;
    if (delivery.paced === 'cohort') months += full;
    else {
      const { credits, toStudy } = left(stage);
      months += credits ? Math.ceil((full * toStudy) / credits) : full;
    }
  }
  return months;
}

/** Credits of a stage still to study: its credits less those credited and those of progress. */
export function creditsToStudy(
  { setting, used, progress }: Carried,
  stage: number,
): { credits: number | undefined; toStudy: number } {
  const { credits, modules } = setting.stages[stage - 1]!;
  const credited = used.reduce((sum, { creditsByStage }) => sum + (creditsByStage.get(stage) ?? 0), 0);
  const done = [...progress.keys()].reduce(
    (sum, id) => sum + (modules.has(id) ? (setting.catalogue.modules.get(id)?.credits ?? 0) : 0),
    0,
  );
  return { credits, toStudy: Math.max(0, (credits ?? 0) - credited - done) };
}

/** Months from one month to completion: the start, the stages from the one joined, and assessment; null without a delivery. */
export function monthsSince(solution: Solution, since: Month): number | null {
  const { setting, entryStage } = solution;
  const { delivery, stages, start } = setting;
  if (!delivery) return null;
  const left = monthsOfStages(delivery, entryStage, stages.length, (stage) => creditsToStudy(solution, stage));
  return start - since + left + (delivery.assessmentMonths ?? 0);
}

/**
 * Credits left to study that count towards the classification, where the programme says how many do by the end: they are
 * its last ones. Credit carried brings no marks, so what is carried into them counts no longer. Null where it is not known.
 */
export function classifiedLeft(solution: Solution): number | null {
  const { programme, stages } = solution.setting;
  if (programme.classified === undefined) return null;
  let counted = 0;
  let left = 0;
  for (let stage = stages.length; stage >= 1; stage--) {
    const { credits, toStudy } = creditsToStudy(solution, stage);
    if (credits === undefined) return null;
    const counting = Math.min(credits, programme.classified - counted);
    counted += counting;
    left += Math.min(counting, toStudy);
  }
  return left;
}

/** Months saved against studying every stage in full; null without a delivery. */
export function monthsSaved(solution: Solution): number | null {
  const {
    setting: { delivery, stages },
    entryStage,
  } = solution;
  if (!delivery) return null;
  const full = delivery.months.reduce((sum, months) => sum + months, 0);
  return full - monthsOfStages(delivery, entryStage, stages.length, (stage) => creditsToStudy(solution, stage));
}

/** Pounds of fee saved by stages not studied, or by credits not studied where the fee is per credit; null where unknown. */
export function feeSaved(solution: Solution): number | null {
  const {
    setting: { delivery },
    entryStage,
    credits,
  } = solution;
  if (!delivery) return null;
  const { perStage, perCredit } = delivery.fee;
  if (perStage) return perStage.slice(0, entryStage - 1).reduce((sum, fee) => sum + fee, 0);
  return perCredit === undefined ? null : Math.round(perCredit * credits * 100) / 100;
}
