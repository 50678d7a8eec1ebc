import type { Gain, LimitSet } from '../../domain/assessment.js';
import type { Id } from '../../domain/fact.js';
import type { Objective } from '../../domain/questions.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import type { Setting } from './setting.js';

/** What lifting limits would change. */
export interface GainFigures {
  /** The change that lifting one limit makes; null where it could not be proven. */
  readonly alone: ReadonlyMap<Id, Gain | null>;
  /** The smallest sets of two limits and more, by size and then ids. */
  readonly sets: readonly Pick<LimitSet, 'limits' | 'gain'>[];
  /** What was not asked, or not proven, in sentences. */
  readonly cut: readonly string[];
}

/** The figures, and which limits they make worth telling. */
export interface Gains extends GainFigures {
  /** Limits that gain alone or in one of the sets. */
  readonly holding: ReadonlySet<Id>;
  /** Those of them that are in force on other deliveries asked, and not on the one assessed. */
  readonly elsewhere: readonly { readonly setting: Setting; readonly inForce: LimitInForce }[];
}

/** Where no limit was lifted, as nobody asked what that gains. */
export const NOT_ASKED: Gains = {
  alone: new Map(),
  sets: [],
  cut: ['What lifting a limit gains is told where credit is asked of the programme by itself.'],
  holding: new Set(),
  elsewhere: [],
};

/** Which limits the figures make worth telling, of all deliveries asked and of the one assessed among them. */
export function toldGains(
  figures: GainFigures,
  asked: readonly Setting[],
  assessed: Setting,
  objective: Objective,
): Gains {
  const alone = [...figures.alone].flatMap(([id, gain]) => (gain && isGain(gain, objective) ? [id] : []));
  const holding = new Set([...alone, ...figures.sets.flatMap(({ limits }) => limits)]);
  const elsewhere = [...holding].sort().flatMap((id) => {
    if (inForceIn(assessed, id)) return [];
    const setting = asked.find((one) => inForceIn(one, id));
    return setting ? [{ setting, inForce: inForceIn(setting, id)! }] : [];
  });
  return { ...figures, holding, elsewhere };
}

/** Whether a change makes an answer worth more. */
const isGain = ({ credits, entryStage }: Gain, objective: Objective): boolean =>
  (objective === 'CREDITS' ? credits || entryStage : entryStage || credits) > 0;

const inForceIn = ({ limits }: Setting, id: Id): LimitInForce | undefined =>
  limits.find(({ limit }) => limit.id === id);
