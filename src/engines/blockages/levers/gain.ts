import type { Condition } from '../../../domain/conditions.js';
import type { Cohort } from '../../../domain/funding.js';
import type { Holdings } from '../../../domain/holding.js';
import type { HeldAward } from '../../../domain/learner.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import type { EntryRule } from '../../../domain/recognition.js';
import { everValid, type Month, textOf } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { finding, type Leaf } from '../../../rules/conditions/index.js';
import { openEntries } from '../../credit/entries.js';
import { holdingsOf } from '../../credit/holdings.js';
import { applicantOf, entryVerdict, unmetLeaves } from '../../entry/judge.js';
import { isNominated, isWithinReach } from '../judging/door.js';
import { type Names, owner } from '../names.js';
import type { Terms } from '../terms.js';
import type { Bearing } from './bearing.js';
import { alter, type WorkedLever } from './worked.js';

/** An award that a cohort could gain within the window. */
interface Gain {
  readonly offer: Programme;
  readonly award: HeldAward;
  /** The month from which it is held. */
  readonly held: Month;
  /** Whether holding it more changes what is found of a condition. */
  readonly moves: (condition: Leaf) => boolean;
}

/** What one cohort could gain, and what of the rules it has in its way. */
interface Prospects {
  readonly gains: readonly Gain[];
  readonly lacking: Map<EntryRule, readonly Leaf[]>;
}

/**
 * *gain* (cohort, a qualification on offer): the learners gain an award that some entry rule of the programme lacks. It is
 * on offer where a delivery within reach, in a way allowed and open to the cohort, ends in time for a start in the window;
 * the lead is the months from the first month until it is held.
 */
export class GainLevers {
  /** Programmes with a delivery that can end within the window. */
  readonly #short: readonly Programme[];
  readonly #prospects = new Map<Cohort, Prospects>();

  constructor(
    readonly catalogue: Catalogue,
    readonly terms: Terms,
  ) {
    const span = terms.starts.at(-1)! - terms.first;
    this.#short = catalogue.rows.programmes.filter(
      ({ id, award }) =>
        catalogue.qualifications.has(award) &&
        (catalogue.deliveriesOf.get(id) ?? []).some((delivery) => monthsOf(delivery) <= span),
    );
  }

  /** Those of a cohort at a programme. */
  at(cohort: Cohort, holdings: Holdings, names: Names, programme: Programme): WorkedLever[] {
    if (this.#short.length === 0) return [];
    const { gains, lacking } = this.#of(cohort, holdings);
    if (gains.length === 0) return [];
    const last = this.terms.starts.at(-1)!;
    const stuck = this.catalogue
      .rulesFor(programme)
      .filter((rule) => everValid(rule, this.terms.first, last))
      .flatMap((rule) => {
        const known = lacking.get(rule) ?? this.#lackingIn(rule, holdings, gains);
        lacking.set(rule, known);
        return known;
      });
    return gains
      .filter(({ offer, moves }) => offer.id !== programme.id && stuck.some(moves))
      .map((gain) => leverOf(gain, cohort, this.terms.first, names));
  }

  #of(cohort: Cohort, holdings: Holdings): Prospects {
    const known = this.#prospects.get(cohort);
    if (known) return known;
    const { catalogue, terms } = this;
    const gains = this.#short.flatMap((offer): Gain[] => {
      const held = Math.min(
        ...(catalogue.deliveriesOf.get(offer.id) ?? [])
          .filter((delivery) => terms.allows(delivery) && isWithinReach(catalogue, delivery, cohort, terms))
          .map((delivery) => heldFrom({ catalogue, terms, cohort, holdings }, offer, delivery)),
      );
      if (held > terms.starts.at(-1)!) return [];
      const award = { award: offer.id, on: textOf(held - 1), ...(offer.grade !== undefined && { grade: offer.grade }) };
      const moved = new Map<Leaf, boolean>();
      const moves = (leaf: Leaf): boolean => {
        const known = moved.get(leaf) ?? isMoved({ catalogue, cohort, holdings }, leaf, award, held);
        moved.set(leaf, known);
        return known;
      };
      return [{ offer, award, held, moves }];
    });
    const found = { gains, lacking: new Map() };
    this.#prospects.set(cohort, found);
    return found;
  }

  /** Leaf conditions that keep a rule unmet, where any of the gains could change that. */
  #lackingIn(rule: EntryRule, holdings: Holdings, gains: readonly Gain[]): readonly Leaf[] {
    if (!leavesOf(rule.rule).some((leaf) => gains.some(({ moves }) => moves(leaf)))) return [];
    return unmetLeaves({ catalogue: this.catalogue, holdings, first: this.terms.first }, rule).filter(
      (condition): condition is Leaf => !('of' in condition),
    );
  }
}

const leavesOf = (condition: Condition): Leaf[] => ('of' in condition ? condition.of.flatMap(leavesOf) : [condition]);

const leverOf = ({ offer, award, held }: Gain, cohort: Cohort, first: Month, names: Names): WorkedLever => ({
  id: `gain:${cohort.id}:${offer.id}`,
  kind: 'gain',
  says: `${cohort.name}: gain ${names.study(offer)}, held from ${textOf(held)} at the earliest.`,
  owner: owner(names, 'learner', { programme: offer, region: cohort.region }),
  cost: 1,
  leadMonths: held - first,
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
});

const monthsOf = ({ months, assessmentMonths = 0 }: Delivery): number =>
  months.reduce((sum, own) => sum + own, 0) + assessmentMonths;

/** The month from which the award is held by who starts this delivery as soon as may be; Infinity where nobody can. */
function heldFrom(
  { catalogue, terms, cohort, holdings }: Pick<Bearing, 'catalogue' | 'terms' | 'cohort' | 'holdings'>,
  programme: Programme,
  delivery: Delivery,
): Month {
  const months = monthsOf(delivery);
  for (const start of terms.starts) {
    if (!openEntries({ delivery, start }).some(({ stage }) => stage === 1)) continue;
    if (delivery.nomination && !isNominated(catalogue, delivery, cohort, terms, start)) continue;
    if (entryVerdict(catalogue, holdings, { programme, delivery, start, stage: 1 }).verdict === 'NOT_MET') continue;
    return start + months;
  }
  return Number.POSITIVE_INFINITY;
}

/** Whether holding an award more changes what is found of a condition. */
function isMoved(
  { catalogue, cohort, holdings }: Pick<Bearing, 'catalogue' | 'cohort' | 'holdings'>,
  condition: Leaf,
  award: HeldAward,
  start: Month,
): boolean {
  const { learner } = cohort;
  const more = holdingsOf(catalogue, { ...learner, awards: [...(learner.awards ?? []), award] });
  const asked = (held: Holdings) => finding(condition, applicantOf(catalogue, held, start));
  const [before, after] = [asked(holdings), asked(more)];
  return before.verdict !== after.verdict || before.finds !== after.finds;
}
