import type { Claim } from '../../../domain/claim.js';
import type { Carried, IntoQuestion } from '../../../domain/credit-into.js';
import type { Id } from '../../../domain/fact.js';
import type { AwardForm } from '../../../graph/awards.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { solutionsAsked } from '../assess.js';
import { bandsOf } from '../bands.js';
import { bestOf } from '../best-of.js';
import { holdingsOf } from '../holdings.js';
import { rowOf } from '../row.js';
import { compareSolutions, type Solution } from '../solve.js';
import { type Holder, holderOf } from './holders.js';
import { named } from './names.js';

/** What a holder carries, and the best claims it was read from. */
export interface Carrying {
  readonly holder: Holder;
  readonly options: readonly Id[];
  /** The best of each delivery asked ... */
  readonly solutions: readonly Solution[];
  /** ... and of all. */
  readonly solution: Solution;
}

/** The best claims of one who holds just this award, gained in the month before the start; null where it brings nothing to claim with. */
export function carryingOf(
  catalogue: Catalogue,
  { programme, delivery, start, include }: IntoQuestion,
  form: AwardForm,
  options: readonly Id[],
  holder: Holder,
): Carrying | null {
  const holdings = holdingsOf(catalogue, holderOf(form, start - 1, options, holder));
  if (holdings.sources.size === 0) return null;
  const asked = { programme, start, ...(delivery === undefined ? {} : { delivery }), ...(include ? { include } : {}) };
  const solutions = solutionsAsked(catalogue, holdings, asked);
  return { holder, options, solutions, solution: bestOf(solutions, 'CREDITS') };
}

/** The one that carries most, by the order of assessments; the first of equals. */
export const best = (all: readonly Carrying[]): Carrying | undefined =>
  all.reduce<Carrying | undefined>(
    (most, next) => (most && compareSolutions(next.solution, most.solution, 'CREDITS') >= 0 ? most : next),
    undefined,
  );

/** Whether one carries more credit than another, or reaches a later stage with as much. */
export const carriesMore = ({ solution: a }: Carrying, { solution: b }: Carrying): boolean =>
  a.credits > b.credits || (a.credits === b.credits && a.entryStage > b.entryStage);

/** What is told of it. */
export function told(
  catalogue: Catalogue,
  { holder, options, solutions, solution }: Carrying,
  module: Id | undefined,
): Carried {
  const { bound, used } = solution;
  const { delivery, proof, credits, entryStage, monthsLeft } = rowOf(solution);
  return {
    registration: holder.registration === undefined ? null : named(catalogue, holder.registration),
    employer: holder.employer ?? null,
    options: options.map((id) => named(catalogue, id)),
    ...{ delivery, proof, credits, bound: bound.credits, entryStage, monthsLeft },
    bands: bandsOf(solutions, 'CREDITS'),
    claims: used.map((claim) => claimOf(catalogue, claim)),
    coversModule: module === undefined ? null : used.some(({ targets }) => targets.includes(module)),
  };
}

const claimOf = (catalogue: Catalogue, claim: Claim): Carried['claims'][number] => ({
  id: claim.id,
  credits: claim.credits,
  strength: claim.strength,
  sources: claim.sources.map(({ id, title }) => ({ id, title })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  targets: [...claim.targets].sort().map((id) => named(catalogue, id)),
  rows: claim.rows.map(({ id }) => id),
});
