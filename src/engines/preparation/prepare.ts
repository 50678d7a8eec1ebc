import type { Assessment } from '../../domain/assessment.js';
import { poundsText } from '../../domain/money.js';
import type { PreparationAnswer, PreparationQuestion, PreparedTarget } from '../../domain/preparation.js';
import { spoken, textOf } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { bandsOf } from '../credit/bands.js';
import { explain } from '../credit/explain.js';
import { unpublished } from '../credit/rests-on.js';
import type { Solution } from '../credit/solve.js';
import { NOT_ASKED } from '../credit/told-gains.js';
import { cheapestWays } from '../credit/ways.js';
import { creditsOf } from '../credit/words.js';
import type { Studied } from './held.js';
import { legsOf } from './legs.js';
import { type Optimum, optimum } from './optimum.js';
import { assessmentAt } from './reaches.js';
import { shortTargets } from './short.js';
import { type Terms, termsOf } from './terms.js';

/**
 * The modules a learner should study first, so that credit reaches the entry stage at every target (spec 5.4): fewest
 * modules, credits or fees, with a schedule; or what each target is short of. Throws a RangeError for a programme,
 * delivery, module or award that the catalogue does not hold.
 */
export function prepare(catalogue: Catalogue, question: PreparationQuestion): PreparationAnswer {
  const terms = termsOf(catalogue, question);
  const found = optimum(terms);
  const { studied, chosen, proof } = found;
  const solutions = terms.asked.map((_, at) => assessmentAt(terms, at, studied));
  const legs = legsOf(terms, studied, solutions);
  const targets = solutions.map((solution, at) => preparedTarget(terms, at, solution));
  const short = proof === 'NONE' ? shortTargets(terms) : [];
  const ended = Math.max(question.first, ...studied.map(({ slot }) => slot.after));
  const rests = new Map(
    [
      ...unpublished(studied.map(({ slot }) => slot.delivery)),
      ...targets.flatMap(({ assessment }) => assessment?.restsOn ?? []),
    ].map((one) => [one.id, one]),
  );
  const summary = summaryOf(terms, found);
  return {
    fewest: question.fewest ?? 'MODULES',
    first: textOf(question.first),
    proof,
    legs,
    modules: legs.length,
    credits: chosen.reduce((sum, { module }) => sum + module.credits, 0),
    fees: chosen.reduce((sum, { pence }) => sum + pence, 0) / 100,
    months: ended - question.first,
    releaseDays: peakDays(studied),
    bound: boundOf(found, question.fewest ?? 'MODULES'),
    targets,
    short,
    restsOn: [...rests.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    notes: notesOf(terms, proof),
    problems: proof === 'NONE' ? [{ code: 'NOTHING_ON_OFFER', field: 'targets', message: summary }] : [],
    summary,
  };
}

const explained = (solution: Solution): Assessment =>
  explain(solution, 'CREDITS', { bands: bandsOf([solution], 'CREDITS'), gains: NOT_ASKED, findWays: cheapestWays });

function preparedTarget({ catalogue, asked }: Terms, at: number, solution: Solution | null): PreparedTarget {
  const { programme, target } = asked[at]!;
  const assessment = solution && explained(solution);
  const where = `‘${programme.title}’ at stage ${target.stage} in ${spoken(target.intake)}`;
  return {
    programme: programme.id,
    title: programme.title,
    institution: programme.institution,
    institutionName: catalogue.institutions.get(programme.institution)?.name ?? programme.institution,
    delivery: solution?.setting.delivery?.id ?? null,
    stage: target.stage,
    intake: textOf(target.intake),
    assessment,
    says: assessment
      ? `${where} can be joined with ${creditsOf(assessment.credits)} carried in.`
      : `${where} cannot be joined.`,
  };
}

/** The most release days a week in any month. */
const peakDays = (studied: readonly Studied[]): number =>
  Math.max(
    0,
    ...studied.map(({ slot: { start } }) =>
      studied.reduce(
        (sum, { slot }) => sum + (slot.start <= start && start < slot.after ? slot.delivery.releaseDays : 0),
        0,
      ),
    ),
  );

const LESS = { MODULES: 'fewer modules', CREDITS: 'fewer credits', FEES: 'lower fees' } as const;

/** In modules, credits or pounds. */
function boundOf({ bound, proof }: Optimum, fewest: PreparationAnswer['fewest']): number | null {
  if (proof === 'NONE' || !Number.isFinite(bound)) return null;
  return fewest === 'MODULES' ? bound : fewest === 'CREDITS' ? bound / 2 : bound / 100;
}

function summaryOf({ asked, first, last, question }: Terms, { proof, chosen, studied }: Optimum): string {
  const where = asked.length === 1 ? 'the target' : `all ${asked.length} targets`;
  if (proof === 'NONE')
    return `Nothing on offer from ${spoken(first)} to ${spoken(last)} leads into ${where}: see what each is short of.`;
  if (studied.length === 0)
    return proof === 'BOUNDED'
      ? `The steps ran out before modules were found that lead into ${where}.`
      : `Nothing needs to be studied first: what is held leads into ${where}.`;
  const credits = chosen.reduce((sum, { module }) => sum + module.credits, 0);
  const pounds = chosen.reduce((sum, { pence }) => sum + pence, 0) / 100;
  const ends = Math.max(...studied.map(({ slot }) => slot.after));
  const less = LESS[question.fewest ?? 'MODULES'];
  const proven = proof === 'OPTIMAL' ? `no ${less} will do` : `whether ${less} will do is not proven`;
  const modules = studied.length === 1 ? '1 module' : `${studied.length} modules`;
  return `${modules} of ${creditsOf(credits)} for ${poundsText(pounds)}, done by ${spoken(ends - 1)}, ${studied.length === 1 ? 'leads' : 'lead'} into ${where}; ${proven}.`;
}

const notesOf = ({ assumedMark }: Terms, proof: Optimum['proof']): string[] => [
  'Credit is an estimate: the institution decides. Whether one may start a programme at all is another question.',
  assumedMark === undefined
    ? 'No mark is assumed of the modules to be studied: limits of marks do not hold them back.'
    : `A mark of ${assumedMark} is assumed of the modules to be studied.`,
  ...(proof === 'BOUNDED' ? ['The steps ran out, or not every choice was tried: fewer modules may do.'] : []),
];
