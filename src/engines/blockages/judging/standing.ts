import type { Id } from '../../../domain/fact.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Delivery } from '../../../domain/provision.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { openEntries } from '../../credit/entries.js';
import type { Terms } from '../terms.js';
import { carriesEnough, creditSetting, isLetIn, type Start, type Told } from './admitted.js';
import { mostCredits } from './credit.js';
import { doorsAt, isWithinReach } from './door.js';

/** How far a cohort comes at one delivery as things are. */
export interface Standing {
  readonly delivery: Delivery;
  /** It can be joined at some stage in the window. */
  readonly inReach: boolean;
  /** At some start its employer nominates, where that is asked, and the entry rules let it in. */
  readonly entryMet: boolean;
  /** The most credits at a start where entry is met; 0 where it is not. */
  readonly credits: number;
  /** The fewest months of study left from a stage that can be joined where entry is met; null where there is none. */
  readonly monthsLeft: number | null;
  readonly through: Told;
  /** Entry points, by their place in the delivery's list, at which one set of claims meets the standard for that point's own stage. */
  readonly points: readonly number[];
}

/** How far a cohort comes at every delivery of the programmes asked that is run in a way allowed and within reach. */
export function standingsOf(catalogue: Catalogue, terms: Terms, cohort: Cohort, programmes: readonly Id[]): Standing[] {
  return programmes
    .flatMap((id) => catalogue.deliveriesOf.get(id) ?? [])
    .filter((delivery) => terms.allows(delivery) && isWithinReach(catalogue, delivery, cohort, terms))
    .map((delivery) => standingAt(catalogue, terms, cohort, delivery));
}

function standingAt(catalogue: Catalogue, terms: Terms, cohort: Cohort, delivery: Delivery): Standing {
  const starts = terms.starts.flatMap((start): Start[] =>
    [...new Set(openEntries({ delivery, start }).map(({ stage }) => stage))].map((stage) => ({
      delivery,
      start,
      stage,
    })),
  );
  const letIn = starts.filter(
    (at) => doorsAt(catalogue, delivery, cohort, terms, at).length > 0 && isLetIn(catalogue, cohort, terms, at),
  );
  const joined = letIn.flatMap((at) => {
    const { credits } = mostCredits(creditSetting(catalogue, cohort, terms, at), at.stage);
    return credits === null ? [] : [{ credits, months: monthsFrom(delivery, at.stage) }];
  });
  const { standard } = terms;
  const judged = letIn
    .filter(({ stage }) => stage >= standard.stage)
    .map((at) => ({ at, told: carriesEnough(catalogue, cohort, terms, at, standard.credits) }));
  const told = judged.map((one) => one.told);
  const open = judged
    .filter((one) => one.told === 'YES')
    .flatMap(({ at }) => doorsAt(catalogue, delivery, cohort, terms, at))
    .map((point) => delivery.entryPoints.indexOf(point));
  return {
    delivery,
    inReach: starts.length > 0,
    entryMet: letIn.length > 0,
    credits: Math.max(0, ...joined.map(({ credits }) => credits)),
    monthsLeft: joined.length > 0 ? Math.min(...joined.map(({ months }) => months)) : null,
    through: told.includes('YES') ? 'YES' : told.includes('OPEN') ? 'OPEN' : 'NO',
    points: [...new Set(open)].sort((a, b) => a - b),
  };
}

/** Months of study by cohort from a stage to the end, assessment included. */
const monthsFrom = ({ months, assessmentMonths = 0 }: Delivery, stage: number): number =>
  months.slice(stage - 1).reduce((sum, own) => sum + own, 0) + assessmentMonths;
