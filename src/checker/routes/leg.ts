import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Holdings } from '../../domain/holding.js';
import type { Delivery, EntryPoint, Prerequisite, Programme } from '../../domain/provision.js';
import { type Month, textOf, validIn } from '../../domain/time.js';
import { claimFee } from '../../engines/credit/claim-terms.js';
import { entryVerdict } from '../../engines/entry/judge.js';
import { doneWith } from '../kept.js';
import { openPoints } from '../reached.js';
import type { World } from '../world.js';
import { grantsOf } from './held.js';
import { type Choice, choices } from './study.js';
import type { Gained, StageTaken, Taken } from './taken.js';
import { isNominated, type Terms, unmanageable } from './terms.js';

/** A place on a delivery that somebody takes up: which, when, at which stage, and what is held then. */
export interface Place {
  readonly programme: Programme;
  readonly delivery: Delivery;
  readonly start: Month;
  readonly stage: number;
  readonly holdings: Holdings;
}

/** The entry points by which a stage can be joined in a month. */
export const pointsAt = (
  { catalogue }: Terms,
  { programme, delivery, start, stage }: Omit<Place, 'holdings'>,
): EntryPoint[] =>
  validIn(catalogue.programmes.get(programme.id)!, start)
    ? openPoints({ delivery, start }).flatMap(([, point]) => (point.stage === stage ? [point] : []))
    : [];

/** Why a place cannot be taken up, credit apart (spec 5.1 and 5.2); and what entry is subject to. */
export function hindrances(terms: Terms, place: Place): { says: string[]; subjectTo: string[] } {
  const { programme, delivery, start, stage, holdings } = place;
  const { catalogue, constraints } = terms;
  const { entryRoute } = constraints;
  const entry = entryVerdict(catalogue, holdings, { programme, delivery, start, stage, entryRoute });
  const needed = catalogue.modules.get(programme.id)?.prerequisites;
  const says = [
    ...unmanageable(terms, delivery),
    ...(pointsAt(terms, place).length > 0 ? [] : [`stage ${stage} cannot be joined in ${textOf(start)}`]),
    ...(isNominated(terms, delivery, start) ? [] : ['no support with which an employer nominates is in force']),
    ...(isHeld(needed, holdings) ? [] : ['what it asks first is not held']),
    ...(entry.verdict === 'NOT_MET' ? ['its entry rules are not met with what is held then'] : []),
  ];
  return { says, subjectTo: entry.undecided };
}

function isHeld(needed: Prerequisite | undefined, holdings: Holdings): boolean {
  if (needed === undefined) return true;
  if (typeof needed === 'string') return holdings.sources.has(needed);
  return 'all' in needed
    ? needed.all.every((one) => isHeld(one, holdings))
    : needed.any.some((one) => isHeld(one, holdings));
}

/** Credit on entry, judged. */
export interface Credit {
  readonly world: World;
  readonly used: readonly Claim[];
  readonly lapsed: boolean;
}

/** The legs from the stage joined to another, one for each choice of options that is allowed; those that may be are told by `may`. */
export function* legsTo(
  terms: Terms,
  place: Place,
  credit: Credit,
  subjectTo: readonly string[],
  to: number,
  may: (module: Id) => boolean = () => true,
): Iterable<Taken> {
  const done = doneWith(credit.world, credit.used);
  const points = pointsAt(terms, place);
  for (const choice of choices(credit.world, points, done, [place.stage, to], may)) {
    const taken = legOf(terms, place, credit, subjectTo, to, done, choice);
    if (taken) yield taken;
  }
}

/** Whether placement blocks of the stages from one to another lie outside the own workplace, where none may. */
export const isElsewhere = ({ constraints }: Terms, { placements = [] }: Delivery, from: number, to: number): boolean =>
  (constraints.noPlacementsElsewhere ?? false) &&
  placements.some(({ ownWorkplace, stage = from }) => !ownWorkplace && from <= stage && stage <= to);

/** A leg with its months, what is held after each stage, and what it costs; null where it leaves nothing to study. */
function legOf(
  terms: Terms,
  { programme, delivery, start, stage: from, holdings }: Place,
  { world, used, lapsed }: Credit,
  subjectTo: readonly string[],
  to: number,
  done: ReadonlySet<Id>,
  { lacking, chosen, options }: Choice,
): Taken | null {
  const { modules } = terms.catalogue;
  const credits = (ids: Iterable<Id>): number =>
    [...new Set(ids)].reduce((sum, id) => sum + (modules.get(id)?.credits ?? 0), 0);
  const granted = new Map([
    ...(world.progress.size > 0 ? (holdings.granted.get(programme.id) ?? []) : []),
    ...grantsOf(used, start),
  ]);
  const isHeld = (id: Id): boolean =>
    world.progress.has(id) && (holdings.sources.get(id)?.studiedOn.has(programme.id) ?? false);
  let after = start;
  let creditsStudied = credits(lacking);
  let something = lacking.length > 0;
  const stages: StageTaken[] = [];
  for (const [index, { number, credits: stated, core, modules: known }] of world.setting.stages
    .slice(from - 1, to)
    .entries()) {
    const whole = [...new Set([...core, ...chosen[index]!])];
    const left = whole.filter((id) => !done.has(id));
    const toStudy = known.size > 0 ? credits(left) : (stated ?? 0);
    const months = delivery.months[number - 1] ?? 0;
    after += delivery.paced === 'module' && stated ? Math.ceil((months * toStudy) / stated) : months;
    creditsStudied += toStudy;
    something ||= known.size === 0 || left.length > 0;
    const studied = index === 0 ? [...lacking, ...left] : left;
    const gained = studied.map((module): Gained => ({ module, on: after - 1, studied: true }));
    for (const module of whole) {
      const grant = granted.get(module);
      if (grant && !isHeld(module) && !studied.includes(module))
        gained.push({ module, on: grant.oldest, studied: false });
    }
    stages.push({ stage: number, after, gained });
  }
  if (!something || after === start) return null;
  return {
    ...{ delivery, programme, start, from, to, options, stages, after, world, used, lapsed, subjectTo, creditsStudied },
    completes: to === programme.stages.length ? after + (delivery.assessmentMonths ?? 0) : null,
    fee: feeOf(delivery, from, to, creditsStudied),
    claimFees: used.reduce((sum, claim) => sum + inPence(claimFee(world.setting, claim)), 0),
  };
}

export const inPence = (pounds: number): number => Math.round(pounds * 100);

/** Pence: a fee per stage for the stages studied, a fee per credit for the credits studied. */
const feeOf = (
  { fee: { perStage = [], perCredit = 0 } }: Delivery,
  from: number,
  to: number,
  credits: number,
): number =>
  perStage.slice(from - 1, to).reduce((sum, pounds) => sum + inPence(pounds), Math.round(inPence(perCredit) * credits));
