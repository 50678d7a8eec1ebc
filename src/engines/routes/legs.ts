import type { Id } from '../../domain/fact.js';
import type { Holdings } from '../../domain/holding.js';
import { compareLists } from '../../domain/order.js';
import type { Delivery, EntryPoint, Prerequisite, Programme } from '../../domain/provision.js';
import type { Constraints } from '../../domain/questions.js';
import { type Month, validIn } from '../../domain/time.js';
import { claimFee } from '../credit/claim-terms.js';
import { fillingsOfAll, type StageShape } from '../credit/curriculum.js';
import { openEntries } from '../credit/entries.js';
import type { Solution } from '../credit/solve.js';
import { entryVerdict } from '../entry/judge.js';
import type { Assessing } from './assessing.js';
import type { LegsAtLeast } from './bounds/legs-at-least.js';
import { grantsOf, type Start } from './held-on-the-way.js';
import { isNominated } from './offers.js';
import type { Gain, PlannedLeg, StudiedStage } from './plan.js';

/** What the making of legs needs to know besides what is held. */
export interface Terms extends Start {
  /** The register part asked for. */
  readonly part: Id;
  readonly constraints: Constraints;
  readonly nominated: boolean;
  readonly assessing: Assessing;
  readonly legsAtLeast: LegsAtLeast;
  /** Programmes whose entry rules are taken as met, to see what opens without them. */
  readonly admitted: ReadonlySet<Id>;
  /** Names the class of a choice of options: choices of one class open the same ways. */
  readonly classOf: (options: readonly Id[]) => string;
}

/** Choices of options that are tried for one leg at the most. */
const MOST_WAYS = 5_000;

/** Entry points of a delivery that are open in a month, where its programme is in force. */
export const openPoints = ({ catalogue }: Start, delivery: Delivery, start: Month): EntryPoint[] =>
  validIn(catalogue.programmes.get(delivery.programme)!, start) ? openEntries({ delivery, start }) : [];

/** Every leg of a delivery that may start in a month with what is held then: each stage joined, last stage and choice of options. */
export function legsAt(terms: Terms, holdings: Holdings, delivery: Delivery, start: Month): PlannedLeg[] {
  const { catalogue, constraints, nominated } = terms;
  const programme = catalogue.programmes.get(delivery.programme)!;
  const points = openPoints(terms, delivery, start);
  if (points.length === 0 || !isNominated(catalogue, delivery, nominated, start)) return [];
  if (!meetsPrerequisites(catalogue.modules.get(programme.id)?.prerequisites, holdings)) return [];
  return [...new Set(points.map(({ stage }) => stage))].flatMap((stage) => {
    const entry = entryVerdict(catalogue, holdings, {
      programme,
      delivery,
      start,
      stage,
      entryRoute: constraints.entryRoute,
    });
    if (entry.verdict === 'NOT_MET' && !terms.admitted.has(programme.id)) return [];
    const solution = terms.assessing.solution(holdings, programme, delivery, start, stage);
    if (!solution) return [];
    const joined = {
      terms,
      holdings,
      delivery,
      programme,
      solution,
      subjectTo: entry.undecided,
      points: points.filter((point) => point.stage === stage),
    };
    return programme.stages.slice(stage - 1).flatMap((_, i) => studies(joined, stage, stage + i));
  });
}

function meetsPrerequisites(needed: Prerequisite | undefined, { sources }: Holdings): boolean {
  const holds = (need: Prerequisite): boolean =>
    typeof need === 'string' ? sources.has(need) : 'all' in need ? need.all.every(holds) : need.any.some(holds);
  return needed === undefined || holds(needed);
}

interface Joined {
  readonly terms: Terms;
  readonly holdings: Holdings;
  readonly delivery: Delivery;
  readonly programme: Programme;
  readonly solution: Solution;
  readonly subjectTo: readonly string[];
  readonly points: readonly EntryPoint[];
}

/** The legs from one stage to another: one for each class of options, and of what is outstanding. */
function studies(joined: Joined, from: number, to: number): PlannedLeg[] {
  const {
    terms: { constraints },
    solution,
    delivery,
  } = joined;
  const elsewhere = (delivery.placements ?? []).some(
    ({ ownWorkplace, stage }) => !ownWorkplace && (stage === undefined || (stage >= from && stage <= to)),
  );
  if (elsewhere && constraints.noPlacementsElsewhere) return [];
  const done = new Set([...solution.used.flatMap(({ targets }) => targets), ...solution.progress.keys()]);
  const { stages } = solution.setting;
  const ways = fillingsOf(joined, stages.slice(from - 1, to), done);
  return outstanding(joined, from, done).flatMap(({ lacking, options }) =>
    ways.flatMap((filling) => {
      const leg = planned(joined, from, to, done, lacking, filling, [...options, ...filling].sort());
      return leg ? [leg] : [];
    }),
  );
}

/** One filling of the groups of some stages for each class, the least of it. */
function fillingsOf({ terms }: Joined, stages: readonly StageShape[], done: ReadonlySet<Id>): Id[][] {
  const groups = stages.flatMap((stage) => stage.groups);
  if (groups.length === 0) return [[]];
  const least = new Map<string, Id[]>();
  for (const filling of (
    fillingsOfAll(
      groups,
      new Set(groups.flatMap(({ modules }) => [...modules]).filter((id) => done.has(id))),
      MOST_WAYS,
    ) ?? []
  ).sort(compareLists)) {
    const kind = terms.classOf(filling);
    if (!least.has(kind)) least.set(kind, filling);
  }
  return [...least.values()];
}

/** Ways to leave modules of the stages before outstanding, as an open entry point allows; each with its options. */
function outstanding(
  { solution, points, terms: { catalogue } }: Joined,
  from: number,
  done: ReadonlySet<Id>,
): { lacking: Id[]; options: Id[] }[] {
  const before = solution.setting.stages.slice(0, from - 1);
  if (from === 1 || points.every((point) => !point.outstanding)) return [{ lacking: [], options: [] }];
  const groups = before.flatMap((stage) => stage.groups);
  const inside = new Set(groups.flatMap(({ modules }) => [...modules]).filter((id) => done.has(id)));
  const core = before.flatMap((stage) => stage.core).filter((id) => !done.has(id));
  const ways = (fillingsOfAll(groups, inside, MOST_WAYS) ?? []).map((filling) => {
    const options = filling.filter((id) => !done.has(id));
    return { lacking: [...core, ...options], options };
  });
  const credits = (ids: readonly Id[]): number =>
    ids.reduce((sum, id) => sum + (catalogue.modules.get(id)?.credits ?? 0), 0);
  return ways.filter(({ lacking }) =>
    points.some(
      ({ outstanding: left }) =>
        lacking.length === 0 ||
        (left?.modules !== undefined && lacking.every((id) => left.modules!.includes(id))) ||
        (left?.credits !== undefined && credits(lacking) <= left.credits),
    ),
  );
}

/** The leg with its months, what is held after each stage, and what it costs; null where it leaves nothing to study or ends too late. */
function planned(
  { terms, holdings, delivery, programme, solution, subjectTo }: Joined,
  from: number,
  to: number,
  done: ReadonlySet<Id>,
  lacking: readonly Id[],
  filling: readonly Id[],
  options: readonly Id[],
): PlannedLeg | null {
  const { catalogue, latest } = terms;
  const { start } = solution.setting;
  const grants = grantsOf(solution);
  const recorded = solution.progress.size > 0 ? holdings.granted.get(programme.id) : undefined;
  const credits = (ids: readonly Id[]): number =>
    ids.reduce((sum, id) => sum + (catalogue.modules.get(id)?.credits ?? 0), 0);
  let after = start;
  let creditsStudied = credits(lacking);
  let something = lacking.length > 0;
  const stages = solution.setting.stages.slice(from - 1, to).map((stage): StudiedStage => {
    const whole = [...new Set([...stage.core, ...filling.filter((id) => stage.modules.has(id))])];
    const left = whole.filter((id) => !done.has(id));
    const bare = stage.modules.size === 0;
    const toStudy = bare ? (stage.credits ?? 0) : credits(left);
    const months = delivery.months[stage.number - 1] ?? 0;
    something ||= bare || left.length > 0;
    creditsStudied += toStudy;
    after += delivery.paced === 'module' && stage.credits ? Math.ceil((months * toStudy) / stage.credits) : months;
    const studied = stage.number === from ? [...lacking, ...left] : left;
    const credited = whole.flatMap((module): Gain[] => {
      const grant = grants.get(module) ?? recorded?.get(module);
      const isHeld = solution.progress.has(module) && holdings.sources.get(module)?.studiedOn.has(programme.id);
      return grant && !isHeld && !studied.includes(module) ? [{ module, on: grant.oldest, studied: false }] : [];
    });
    return {
      stage: stage.number,
      after,
      gains: [...studied.map((module): Gain => ({ module, on: after - 1, studied: true })), ...credited],
    };
  });
  if (!something || after === start) return null;
  const completes = to === programme.stages.length ? after + (delivery.assessmentMonths ?? 0) : null;
  if ((completes ?? after) > latest) return null;
  return {
    key: `${delivery.id}@${start}:${from}-${to}[${options.join(',')}]`,
    start,
    delivery,
    programme,
    from,
    to,
    options,
    stages,
    after,
    completes,
    subjectTo,
    solution,
    creditsStudied,
    fee: feeOf(delivery, from, to, creditsStudied),
    claimFees: solution.used.reduce((sum, claim) => sum + Math.round(claimFee(solution.setting, claim) * 100), 0),
  };
}

/** Pence: the fees of the stages studied, and the fee per credit of the credits studied. */
function feeOf({ fee: { perStage = [], perCredit = 0 } }: Delivery, from: number, to: number, credits: number): number {
  const stages = perStage.slice(from - 1, to).reduce((sum, pounds) => sum + Math.round(pounds * 100), 0);
  return stages + Math.round(Math.round(perCredit * 100) * credits);
}
