import type { CreditRow } from '../../domain/assessment.js';
import type { Id } from '../../domain/fact.js';
import type { Learner } from '../../domain/learner.js';
import { kilometresBetween } from '../../domain/place.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Include, Objective } from '../../domain/questions.js';
import { type Month, validIn } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { bestSolution } from './assess.js';
import { summaryOf } from './explain.js';
import { holdingsOf } from './holdings.js';
import { creditsToStudy, monthsOfStages } from './savings.js';
import type { Solution } from './solve.js';

/** Which programmes are asked: all that is given must fit; every programme where nothing is given. */
export interface ProgrammeFilter {
  registerParts?: Id[];
  institutions?: Id[];
  regions?: Id[];
  modes?: Delivery['pace'][];
  employment?: Delivery['employment'][];
  /** Kilometres from the learner's home; distance learning is always near. */
  kilometres?: number;
}

export type AcrossSort = 'CREDITS' | 'ENTRY_STAGE' | 'MONTHS_LEFT' | 'FEE';

export interface AcrossQuestion {
  learner: Learner;
  start: Month;
  objective?: Objective;
  include?: Include;
  filter?: ProgrammeFilter;
  sort?: AcrossSort;
}

export interface AcrossAnswer {
  rows: CreditRow[];
  /** How many programmes take no credit, under 60, 60 to under 120, 120 or more. */
  counts: { none: number; under60: number; from60: number; from120: number };
}

/** The same credit question of every programme that fits a filter, best first. */
export function creditAcross(catalogue: Catalogue, question: AcrossQuestion): AcrossAnswer {
  const { learner, start, objective = 'CREDITS', include, filter = {}, sort = 'CREDITS' } = question;
  const holdings = holdingsOf(catalogue, learner);
  const rows = catalogue.rows.programmes
    .filter((programme) => asked(catalogue, programme, filter, learner, start))
    .map((programme) => {
      const solution = bestSolution(catalogue, holdings, {
        programme: programme.id,
        start,
        objective,
        ...(include ? { include } : {}),
      });
      return rowOf(solution);
    });
  const between = (least: number, below: number): number =>
    rows.filter(({ credits }) => credits >= least && credits < below).length;
  return {
    rows: rows.sort((a, b) => ranked(a, b, sort)),
    counts: {
      none: between(0, 0.5),
      under60: between(0.5, 60),
      from60: between(60, 120),
      from120: between(120, Number.POSITIVE_INFINITY),
    },
  };
}

function asked(
  catalogue: Catalogue,
  programme: Programme,
  filter: ProgrammeFilter,
  learner: Learner,
  start: Month,
): boolean {
  const parts = catalogue.partsOf.get(programme.id);
  if (filter.registerParts && !filter.registerParts.some((part) => parts?.has(part))) return false;
  if (filter.institutions && !filter.institutions.includes(programme.institution)) return false;
  const { regions, modes, employment, kilometres } = filter;
  if (!regions && !modes && !employment && kilometres === undefined) return true;
  return (catalogue.deliveriesOf.get(programme.id) ?? []).some((delivery) => {
    const place = delivery.place ?? catalogue.institutions.get(programme.institution)?.place;
    return (
      validIn(delivery, start) &&
      (!modes || modes.includes(delivery.pace)) &&
      (!employment || employment.includes(delivery.employment)) &&
      (!regions || delivery.distance || regions.includes(place?.region ?? '')) &&
      (kilometres === undefined ||
        delivery.distance ||
        (kilometresBetween(learner.home, place) ?? Number.POSITIVE_INFINITY) <= kilometres)
    );
  });
}

function rowOf(solution: Solution): CreditRow {
  const {
    setting: { programme, delivery, stages },
    credits,
    entryStage,
    proven,
  } = solution;
  const monthsLeft = delivery
    ? monthsOfStages(delivery, entryStage, stages.length, (stage) => creditsToStudy(solution, stage))
    : null;
  const fees = delivery?.fee.perStage?.slice(entryStage - 1).reduce((sum, fee) => sum + fee, 0);
  const perCredit = delivery?.fee.perCredit;
  return {
    programme: programme.id,
    title: programme.title,
    institution: programme.institution,
    delivery: delivery?.id ?? null,
    proof: proven ? 'OPTIMAL' : 'BOUNDED',
    credits,
    programmeCredits: programme.credits ?? null,
    entryStage,
    monthsLeft,
    fee: fees ?? (perCredit === undefined ? null : perCredit * ((programme.credits ?? 0) - credits)),
    summary: summaryOf(solution),
  };
}

function ranked(a: CreditRow, b: CreditRow, sort: AcrossSort): number {
  const unknown = Number.POSITIVE_INFINITY;
  const by: Record<AcrossSort, number> = {
    CREDITS: b.credits - a.credits,
    ENTRY_STAGE: b.entryStage - a.entryStage,
    MONTHS_LEFT: (a.monthsLeft ?? unknown) - (b.monthsLeft ?? unknown),
    FEE: (a.fee ?? unknown) - (b.fee ?? unknown),
  };
  return (
    number(by[sort]) ||
    by.CREDITS ||
    by.ENTRY_STAGE ||
    number(by.MONTHS_LEFT) ||
    number(by.FEE) ||
    (a.programme < b.programme ? -1 : 1)
  );
}

/** Two unknowns are equal. */
const number = (difference: number): number => (Number.isNaN(difference) ? 0 : difference);
