import { type Claim, STRENGTHS } from '../../../domain/claim.js';
import type { Carried, IntoQuestion } from '../../../domain/credit-into.js';
import type { Id } from '../../../domain/fact.js';
import type { AwardForm } from '../../../graph/awards.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { bestSolution } from '../assess.js';
import { holdingsOf } from '../holdings.js';
import { creditsToStudy, monthsOfStages } from '../savings.js';
import { compareSolutions, type Solution, solve } from '../solve.js';
import { type Holder, holderOf } from './holders.js';
import { named } from './names.js';

/** What a holder carries, and the best claims it was read from. */
export interface Carrying {
  readonly holder: Holder;
  readonly options: readonly Id[];
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
  return { holder, options, solution: bestSolution(catalogue, holdings, asked) };
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
export function told(catalogue: Catalogue, { holder, options, solution }: Carrying, module: Id | undefined): Carried {
  const { setting, credits, entryStage, proven, bound, used } = solution;
  const { delivery, stages } = setting;
  return {
    registration: holder.registration === undefined ? null : named(catalogue, holder.registration),
    employer: holder.employer ?? null,
    options: options.map((id) => named(catalogue, id)),
    delivery: delivery?.id ?? null,
    proof: proven ? 'OPTIMAL' : 'BOUNDED',
    credits,
    bound: bound.credits,
    entryStage,
    monthsLeft: delivery
      ? monthsOfStages(delivery, entryStage, stages.length, (stage) => creditsToStudy(solution, stage))
      : null,
    bands: bandsOf(solution),
    claims: used.map((claim) => claimOf(catalogue, claim)),
    coversModule: module === undefined ? null : used.some(({ targets }) => targets.includes(module)),
  };
}

/** For each strength the best claims among those at least so firm. */
function bandsOf({ setting, used, credits, entryStage }: Solution): Carried['bands'] {
  return STRENGTHS.map((weakest) => {
    const all = weakest === 'discretion' || used.every(({ strength }) => strength === 'guaranteed');
    const band = all ? { credits, entryStage } : solve({ ...setting, weakest }, 'CREDITS');
    return { weakest, credits: band.credits, entryStage: band.entryStage };
  });
}

const claimOf = (catalogue: Catalogue, claim: Claim): Carried['claims'][number] => ({
  id: claim.id,
  credits: claim.credits,
  strength: claim.strength,
  sources: claim.sources.map(({ id, title }) => ({ id, title })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  targets: [...claim.targets].sort().map((id) => named(catalogue, id)),
  rows: claim.rows.map(({ id }) => id),
});
