import type { Assessment, Reason } from '../../src/domain/assessment.js';
import type { Leg, RouteAnswer } from '../../src/domain/route.js';
import type { EntryVerdict } from '../../src/domain/verdict.js';
import type { AcrossAnswer } from '../../src/engines/credit/across.js';
import type { Answered } from './ask.js';
import { england } from './england.js';

/** The outcome of an answer, as a figure that a table can hold. */
export function figureOf(answered: Answered): string {
  switch (answered.ask) {
    case 'credit':
      return creditFigure(answered.answer);
    case 'entry':
      return answered.answer.verdict;
    case 'routes':
      return routeFigure(answered.answer);
    case 'creditAcross':
      return acrossFigure(answered.answer);
  }
}

/** `120 of 360 credits, joins stage 2 (10 places), 12 months saved`. */
function creditFigure({ credits, programmeCredits, entryStage, monthsSaved, delivery }: Assessment): string {
  const places = england.deliveries.get(delivery ?? '')?.entryPoints.find(({ stage }) => stage === entryStage)?.places;
  const where = `joins stage ${entryStage}${places === undefined ? '' : ` (${places} places)`}`;
  return `${credits} of ${programmeCredits} credits, ${where}, ${monthsSaved ?? 0} months saved`;
}

/** `24 months: chester-bsc-biomedical-science-pt 3-3`, or `no route`. */
function routeFigure({ routes: [shortest] }: RouteAnswer): string {
  return shortest ? `${shortest.months} months: ${shortest.legs.map(legText).join(', ')}` : 'no route';
}

const legText = ({ delivery, fromStage, toStage, start }: Leg): string =>
  `${delivery} ${fromStage}-${toStage} from ${start}`;

function acrossFigure({ counts, rows }: AcrossAnswer): string {
  return `${rows.length} programmes: ${counts.none} none, ${counts.under60} under 60, ${counts.from60} under 120, ${counts.from120} 120 or more`;
}

/** The one sentence that explains an answer. */
export function becauseOf(answered: Answered): string {
  switch (answered.ask) {
    case 'credit':
      return creditReason(answered.answer);
    case 'entry':
      return entryReason(answered.answer);
    case 'routes':
      return answered.answer.summary;
    case 'creditAcross':
      return [...answered.answer.rows][0]?.summary ?? 'No programme fits the filter.';
  }
}

/** Where credit saves no time, what keeps the next stage shut; where there is none, why; else what was granted. */
function creditReason({ credits, stranded, notUsed, notCredited, summary, claims }: Assessment): string {
  if (stranded?.missing.length)
    return `Not joined at stage ${stranded.nextStage}: ${sentencesOf(notCredited.filter(({ module }) => stranded.missing.includes(module)))}`;
  if (credits === 0) return sentencesOf(notUsed);
  const strengths = [...new Set(claims.map(({ strength }) => strength))].join(', ');
  return `${summary} It is credited by ${claims.map(({ id }) => id).join(', ')} (${strengths}).`;
}

/** The two commonest sentences, what is not simply unmapped first. */
function sentencesOf(reasons: readonly Reason[]): string {
  const told = reasons.filter(({ code }) => code !== 'NO_MAPPING');
  const sentences = [...new Set((told.length > 0 ? told : reasons).map(({ sentence }) => sentence))];
  return sentences.slice(0, 2).join(' ');
}

function entryReason({ summary, repairs, rules }: EntryVerdict): string {
  const byLearner = repairs.flatMap((set) => set.byLearner.map(({ programme }) => programme));
  const bySystem = repairs.flatMap((set) => set.bySystem.map(({ owner, change }) => `${owner}: ${change}`));
  const preferences = rules.flatMap(({ preference }) => preference ?? []);
  return [
    summary,
    byLearner.length > 0 ? `The learner could take ${[...new Set(byLearner)].join(', ')}.` : '',
    bySystem.length > 0 ? `The system could change: ${[...new Set(bySystem)].join('; ')}` : '',
    ...preferences,
  ]
    .filter(Boolean)
    .join(' ');
}
