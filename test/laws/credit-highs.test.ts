import { expect, test } from 'vitest';
import type { Objective } from '../../src/domain/questions.js';
import { bestSolution } from '../../src/engines/credit/assess.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import type { Solution } from '../../src/engines/credit/solve.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { Highs } from '../support/highs.js';
import { type CreditCase, creditCase } from './credit-cases.js';
import { LARGE } from './credit-cases-draft.js';
import { caseAsText, shrink } from './credit-cases-shrink.js';
import { asked, measuredIfAllowed } from './credit-oracle.js';
import { type Progress, progressOf, standingClaims } from './credit-oracle-claims.js';
import { type Frame, frameOf } from './credit-oracle-frame.js';
import { stagesReached } from './credit-oracle-stages.js';
import { CreditProgram } from './credit-program.js';

// CASES=5000 SEED=1000 tries as many as one likes, from where one likes.
const CASES = Number(process.env.CASES ?? (process.env.LAWS === 'long' ? 2000 : 40));
const FIRST = Number(process.env.SEED ?? 1);

const highs = await Highs.load();

/** The first two parts of the objective. */
interface Worth {
  credits: number;
  entryStage: number;
}

/** The best of the deliveries asked, each by HiGHS on sums read off the spec. */
function byHighs({ rows, question }: CreditCase): Worth {
  const { objective = 'CREDITS' } = question;
  return asked(rows, question)
    .map((delivery) => bestOf(frameOf(rows, question, delivery), objective))
    .reduce((best, next) => (weighed(next, objective) > weighed(best, objective) ? next : best));
}

const weighed = ({ credits, entryStage }: Worth, objective: Objective): number =>
  objective === 'CREDITS' ? 100 * credits + entryStage : credits + 1e6 * entryStage;

/** With progress; where nothing fits a span with it, without, and then no claims are allowed whatever a span says. */
function bestOf(frame: Frame, objective: Objective): Worth {
  const progress = progressOf(frame);
  const kept = solved(frame, progress, true, objective);
  if (kept) return kept;
  const nothing = { credits: 0, entryStage: Math.max(...stagesReached(frame, new Set())) };
  const lapsed = solved(frame, [], false, objective) ?? nothing;
  return weighed(lapsed, objective) >= weighed(nothing, objective) ? lapsed : nothing;
}

function solved(frame: Frame, progress: Progress[], enrolled: boolean, objective: Objective): Worth | null {
  const claims = standingClaims(frame, progress);
  const program = new CreditProgram(frame, claims, progress, enrolled);
  const { says, columns, worth } = highs.best(program.worth(objective));
  if (says === 'none') return null;
  if (says === 'open') throw new Error('HiGHS gave up');
  const on = (column: number): boolean => Math.round(columns[column]!) === 1;
  const used = claims.filter((claim) => on(program.used.get(claim)!));
  const entryStage = program.joined.findIndex(on) + 1;
  const credits = used.reduce((sum, claim) => sum + claim.credits, 0);
  const found = measuredIfAllowed(frame, used, progress, enrolled);
  if (!found || found.entryStage !== entryStage)
    throw new Error(`what HiGHS found (worth ${worth}) is not what it says: ${used.map(({ id }) => id)}`);
  return { credits, entryStage };
}

/** The solution that an assessment explains, without the explanation, which solves many times more. */
function byEngine({ rows, question }: CreditCase): Solution {
  const catalogue = new Catalogue(rows);
  return bestSolution(catalogue, holdingsOf(catalogue, question.learner), question);
}

const worthOf = ({ credits, entryStage }: Solution): Worth => ({ credits, entryStage });

/** Whether the claims and the progress of a solution keep every limit and come to what it says; progress lapses only where it must. */
function stands({ rows, question }: CreditCase, answer: Solution): boolean {
  const delivery = asked(rows, question).find((one) => one?.id === answer.setting.delivery?.id) ?? null;
  const frame = frameOf(rows, question, delivery);
  const all = progressOf(frame);
  const lapses = answer.progress.size === 0;
  if (lapses && all.length > 0 && solved(frame, all, true, question.objective ?? 'CREDITS')) return false;
  const progress = lapses ? [] : all;
  const ids = answer.used.map(({ id }) => id);
  const claims = standingClaims(frame, progress).filter(({ id }): boolean => ids.includes(id));
  const found =
    measuredIfAllowed(frame, claims, progress, true) ??
    (lapses ? measuredIfAllowed(frame, claims, progress, false) : null);
  return found?.credits === answer.credits && found.entryStage === answer.entryStage && claims.length === ids.length;
}

/** A search that its steps did not suffice for may say less than the best, but its bound no less. */
function undecided(one: CreditCase, answer: Solution): string | null {
  const { objective = 'CREDITS' } = one.question;
  const best = byHighs(one);
  const worth = weighed(best, objective);
  return weighed(worthOf(answer), objective) <= worth && worth <= weighed(answer.bound, objective)
    ? null
    : `it is bounded by ${JSON.stringify(answer.bound)}, HiGHS finds ${JSON.stringify(best)}`;
}

/** What is wrong with the solution of a case; null if nothing is. */
function wrong(one: CreditCase): string | null {
  const answer = byEngine(one);
  if (!answer.proven) return undecided(one, answer);
  const best = JSON.stringify(byHighs(one));
  if (JSON.stringify(worthOf(answer)) !== best) return `it says ${JSON.stringify(worthOf(answer))}, HiGHS ${best}`;
  return stands(one, answer) ? null : 'its claims break a limit, or do not come to what it says';
}

test(`no claims are worth more than the best ones, by HiGHS, in ${CASES} large random cases`, {
  timeout: 600_000 + 3000 * CASES,
}, () => {
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const one = creditCase(seed, LARGE);
    if (wrong(one) === null) continue;
    const small = shrink(one, (smaller) => wrong(smaller) !== null);
    expect(wrong(small), `SEED=${seed}; in small:\n${caseAsText(small)}`).toBeNull();
  }
});
