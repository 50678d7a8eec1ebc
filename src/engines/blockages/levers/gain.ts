import type { Cohort } from '../../../domain/funding.js';
import type { Holdings } from '../../../domain/holding.js';
import type { HeldAward } from '../../../domain/learner.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import { everValid, type Month, textOf, validIn } from '../../../domain/time.js';
import { finding, type Leaf } from '../../../rules/conditions/index.js';
import { openEntries } from '../../credit/entries.js';
import { holdingsOf } from '../../credit/holdings.js';
import { entryVerdict, unmetLeaves } from '../../entry/judge.js';
import { isNominated, isWithinReach } from '../judging/door.js';
import { owner } from '../names.js';
import type { Bearing } from './bearing.js';
import { alter, type WorkedLever } from './worked.js';

/**
 * *gain* (cohort, a qualification on offer): the learners gain an award that some entry rule of the programme lacks. It is
 * on offer where a delivery within reach, in a way allowed and open to the cohort, ends in time for a start in the window;
 * the lead is the months from the first month until it is held.
 */
export function gainLevers(bearing: Bearing): WorkedLever[] {
  const { catalogue, terms, holdings, programme } = bearing;
  const last = terms.starts.at(-1)!;
  const lacking = catalogue
    .rulesFor(programme)
    .filter((rule) => everValid(rule, terms.first, last))
    .flatMap((rule) => unmetLeaves({ catalogue, holdings, first: terms.first }, rule))
    .filter((condition): condition is Leaf => !('of' in condition));
  if (lacking.length === 0) return [];
  return catalogue.rows.programmes
    .filter(({ id, award }) => id !== programme.id && catalogue.qualifications.has(award))
    .flatMap((offer) => gainOf(bearing, offer, lacking));
}

function gainOf(bearing: Bearing, offer: Programme, lacking: readonly Leaf[]): WorkedLever[] {
  const { catalogue, terms, cohort, names } = bearing;
  const held = Math.min(
    ...(catalogue.deliveriesOf.get(offer.id) ?? [])
      .filter((delivery) => terms.allows(delivery) && isWithinReach(catalogue, delivery, cohort, terms))
      .map((delivery) => heldFrom(bearing, offer, delivery)),
  );
  if (held > terms.starts.at(-1)!) return [];
  const award: HeldAward = {
    award: offer.id,
    on: textOf(held - 1),
    ...(offer.grade !== undefined && { grade: offer.grade }),
  };
  if (!lacking.some((condition) => isMoved(bearing, condition, award, held))) return [];
  return [
    {
      id: `gain:${cohort.id}:${offer.id}`,
      kind: 'gain',
      says: `${cohort.name}: gain ${names.study(offer)}, held from ${textOf(held)} at the earliest.`,
      owner: owner(names, 'learner', { programme: offer, region: cohort.region }),
      cost: 1,
      leadMonths: held - terms.first,
      programmes: [],
      source: offer.source,
      offer: offer.id,
      edits: [
        alter<Cohort>('cohorts', cohort.id, (row) => ({
          ...row,
          learner: { ...row.learner, awards: [...(row.learner.awards ?? []), award] },
        })),
      ],
      concerns: ({ id }) => id === cohort.id,
    },
  ];
}

/** The month from which the award is held by who starts this delivery as soon as may be; Infinity where nobody can. */
function heldFrom({ catalogue, terms, cohort, holdings }: Bearing, programme: Programme, delivery: Delivery): Month {
  const months = delivery.months.reduce((sum, own) => sum + own, 0) + (delivery.assessmentMonths ?? 0);
  for (const start of terms.starts) {
    if (!openEntries({ delivery, start }).some(({ stage }) => stage === 1)) continue;
    if (delivery.nomination && !isNominated(catalogue, delivery, cohort, terms, start)) continue;
    if (entryVerdict(catalogue, holdings, { programme, delivery, start, stage: 1 }).verdict === 'NOT_MET') continue;
    return start + months;
  }
  return Number.POSITIVE_INFINITY;
}

/** Whether holding an award more changes what is found of a condition. */
function isMoved({ catalogue, cohort, holdings }: Bearing, condition: Leaf, award: HeldAward, start: Month): boolean {
  const { learner } = cohort;
  const more = holdingsOf(catalogue, { ...learner, awards: [...(learner.awards ?? []), award] });
  const asked = (held: Holdings) =>
    finding(condition, {
      holdings: held,
      start,
      qualification: (id) => catalogue.qualifications.get(id),
      tariff: catalogue.rows.tariffs.find((table) => validIn(table, start)),
    });
  const [before, after] = [asked(holdings), asked(more)];
  return before.verdict !== after.verdict || before.finds !== after.finds;
}
