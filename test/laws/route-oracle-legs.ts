import type { Id } from '../../src/domain/fact.js';
import { fractionOf } from '../../src/domain/fraction.js';
import type { Delivery, EntryPoint, Module, Prerequisite, Programme } from '../../src/domain/provision.js';
import type { Policy } from '../../src/domain/recognition.js';
import { type Month, validIn } from '../../src/domain/time.js';
import { type AllowedSet, allowedSets, bestOf } from './credit-oracle.js';
import { byCodeUnit, type Claim } from './credit-oracle-claims.js';
import { creditsOf, type Frame, frameOf, type StageNow } from './credit-oracle-frame.js';
import { spanFits } from './credit-oracle-limits.js';
import { exactFillings, stagesReached } from './credit-oracle-stages.js';
import { entryOracle } from './entry-oracle.js';
import {
  enrolledOn,
  enrolmentGiven,
  type Gain,
  type Grant,
  type PlacedLeg,
  type Situation,
} from './route-oracle-situation.js';
import { openPoints, type World } from './route-oracle-world.js';

/** Every leg of a delivery that may start in the month of the situation, with each choice of last stage and options. */
export function legsOf(world: World, situation: Situation, delivery: Delivery): PlacedLeg[] {
  const { month, learner, holdings, records } = situation;
  const programme = world.programmes.get(delivery.programme);
  const points = openPoints(world, delivery, month);
  if (!programme || points.length === 0 || !nominates(world, delivery, month)) return [];
  if (!prerequisitesHeld(world.singles.get(programme.id), new Set(holdings.held.keys()))) return [];
  const frame = frameFor(world, situation, delivery);
  return [...new Set(points.map(({ stage }) => stage))].flatMap((stage) => {
    const entry = entryOracle(
      world.rows,
      {
        learner,
        programme: programme.id,
        delivery: delivery.id,
        start: month,
        stage,
        ...(world.constraints.entryRoute === undefined ? {} : { entryRoute: world.constraints.entryRoute }),
      },
      { awards: situation.awards, credits: [...holdings.held.values()].flatMap(({ credits }) => credits) },
    );
    if (entry.verdict === 'NOT_MET') return [];
    const found = assessmentFor(world, situation, frame, stage);
    if (!found) return [];
    const { best, lapsed } = found;
    const recorded = lapsed ? new Map<Id, Grant>() : (records.get(programme.id)?.granted ?? new Map<Id, Grant>());
    const joining: Joining = {
      world,
      situation,
      frame,
      delivery,
      programme,
      best,
      lapsed,
      recorded,
      points: points.filter((point) => point.stage === stage),
      subjectTo: entry.verdict === 'UNDECIDED',
    };
    return programme.stages.flatMap((_, index) => (index + 1 < stage ? [] : studies(joining, stage, index + 1)));
  });
}

interface Joining {
  world: World;
  situation: Situation;
  frame: Frame;
  delivery: Delivery;
  programme: Programme;
  best: AllowedSet;
  lapsed: boolean;
  recorded: Map<Id, Grant>;
  points: EntryPoint[];
  subjectTo: boolean;
}

/** The employer nominates, or a support that the delivery names is valid. */
const nominates = (world: World, { nomination, support }: Delivery, month: Month): boolean =>
  !nomination ||
  world.nominated ||
  world.rows.support.some((row) => (support ?? []).includes(row.id) && validIn(row, month));

function prerequisitesHeld(single: Module | undefined, held: ReadonlySet<Id>): boolean {
  const holds = (need: Prerequisite): boolean =>
    typeof need === 'string' ? held.has(need) : 'all' in need ? need.all.every(holds) : need.any.some(holds);
  return single?.prerequisites === undefined || holds(single.prerequisites);
}

/** The question of credit as it stands now; what is barred at this programme is no progress and covers itself no more. */
function frameFor(world: World, situation: Situation, delivery: Delivery): Frame {
  const { month, holdings, records } = situation;
  const granted = records.get(delivery.programme)?.granted ?? new Map<Id, Grant>();
  return frameOf(
    world.rows,
    {
      learner: enrolledOn(situation, delivery.programme),
      programme: delivery.programme,
      delivery: delivery.id,
      start: month,
      ...(world.constraints.include === undefined ? {} : { include: world.constraints.include }),
    },
    delivery,
    { holdings, recorded: new Map([...granted].map(([id, { on }]) => [id, on])) },
  );
}

/** Of the allowed sets that reach the stage, the best; spans are judged from that stage. */
function assessmentFor(
  world: World,
  situation: Situation,
  frame: Frame,
  stage: number,
): { best: AllowedSet; lapsed: boolean } | null {
  const barred = situation.records.get(frame.programme.id)?.barred;
  const only = (claim: Claim): boolean =>
    !(claim.kind === 'identity' && barred?.has(claim.sources[0]!)) && lodgedInTime(world, situation, frame, claim);
  const spans = frame.limits.filter((limit) => limit.kind === 'span');
  const spanless = allowedSets({ ...frame, limits: frame.limits.filter((limit) => limit.kind !== 'span') }, { only });
  const fitting = spanless.filter(({ claims, progress }) => {
    const done = new Set([...claims.flatMap(({ targets }) => targets), ...progress.map(({ module }) => module)]);
    return spans.every((span) => spanFits(frame, span, { claims, progress, done }, stage, true));
  });
  const lapsed = fitting.length === 0;
  const sets = (lapsed ? allowedSets(frame, { only, joining: stage }) : fitting).filter(({ reached }) =>
    reached.includes(stage),
  );
  return sets.length ? { best: bestOf(sets), lapsed } : null;
}

/** Policies in force for a programme. */
const policiesFor = ({ rows, programme, registerParts, start }: Frame): Policy[] =>
  rows.policies.filter(
    (policy) =>
      validIn(policy, start) &&
      (!policy.registerParts || policy.registerParts.some((part) => registerParts.has(part))) &&
      (!policy.institutions || policy.institutions.includes(programme.institution)) &&
      (!policy.programmes || policy.programmes.includes(programme.id)),
  );

/** So many months after the first month, and after the last source is held; an agreement's source is the award. */
function lodgedInTime(world: World, { since, month }: Situation, frame: Frame, claim: Claim): boolean {
  const months = Math.max(0, ...policiesFor(frame).map(({ claims }) => claims?.lodgeMonths ?? 0));
  const row = frame.rows.agreements.find(({ id }) => claim.kind === 'agreement' && claim.id.startsWith(`${id}@`));
  const sources =
    row && !world.held.awards.some(({ names }) => names.includes(row.award))
      ? [...claim.sources, row.award]
      : claim.sources;
  return months === 0 || Math.max(world.first, ...sources.flatMap((id) => since.get(id) ?? [])) + months <= month;
}

/** One way to fill the groups of some stages, with what of it is not done yet. */
interface Way {
  options: Id[];
  left: Map<number, Id[]>;
  whole: Map<number, Id[]>;
}

function waysThrough(frame: Frame, stages: StageNow[], done: ReadonlySet<Id>): Way[] {
  return stages.reduce<Way[]>(
    (ways, { number, core, groups }) => {
      const fillings = groups.reduce<Id[][]>(
        (soFar, group) => {
          const inside = group.members.flat().filter((id) => done.has(id));
          const exact = exactFillings(frame, group).filter((filling) => inside.every((id) => filling.includes(id)));
          return soFar.flatMap((some) => exact.map((more) => [...some, ...more]));
        },
        [[]],
      );
      return ways.flatMap((way) =>
        fillings.map((filling) => {
          const whole = [...new Set([...core, ...filling])];
          return {
            options: [...way.options, ...filling],
            left: new Map([...way.left, [number, whole.filter((id) => !done.has(id))]]),
            whole: new Map([...way.whole, [number, whole]]),
          };
        }),
      );
    },
    [{ options: [], left: new Map(), whole: new Map() }],
  );
}

/** The legs from one stage to another: one for each choice of options there and among what is outstanding. */
function studies(joining: Joining, from: number, to: number): PlacedLeg[] {
  const { frame, best, points, delivery } = joining;
  const elsewhere = (delivery.placements ?? []).some(
    ({ ownWorkplace, stage }) => !ownWorkplace && (stage === undefined || (stage >= from && stage <= to)),
  );
  if (elsewhere && joining.world.constraints.noPlacementsElsewhere) return [];
  const done = new Set([
    ...best.claims.flatMap(({ targets }) => targets),
    ...best.progress.map(({ module }) => module),
  ]);
  if (!stagesReached(frame, done).includes(from)) throw new Error('an assessment that does not reach its stage');
  const outstanding = waysThrough(frame, frame.stages.slice(0, from - 1), done)
    .map(({ options, left }) => {
      const lack = [...left.values()].flat();
      return { lack, options: options.filter((id) => lack.includes(id)) };
    })
    .filter(({ lack }) => from === 1 || points.some((point) => lets(frame, point, lack)));
  return outstanding.flatMap(({ lack, options }) =>
    waysThrough(frame, frame.stages.slice(from - 1, to), done).flatMap((way) => {
      const leg = placed(joining, from, to, lack, way);
      return leg ? [{ ...leg, options: [...options, ...way.options].sort(byCodeUnit) }] : [];
    }),
  );
}

const lets = (frame: Frame, { outstanding }: EntryPoint, lack: Id[]): boolean =>
  lack.length === 0 ||
  (outstanding?.modules !== undefined && lack.every((id) => outstanding.modules?.includes(id))) ||
  (outstanding?.credits !== undefined && creditsOf(frame, lack) <= outstanding.credits);

/** The leg with its months, what is held after each stage, and what it costs; none where it leaves nothing to study. */
function placed(joining: Joining, from: number, to: number, lack: Id[], way: Way): PlacedLeg | null {
  const { world, situation, frame, delivery, programme, best, lapsed, recorded, subjectTo } = joining;
  const start = situation.month;
  const granted = grantsOf(situation, best.claims, start);
  let after = start;
  let creditsStudied = creditsOf(frame, lack);
  let something = lack.length > 0;
  const stages = frame.stages.slice(from - 1, to).map(({ number, months, credits, core, groups }) => {
    const left = way.left.get(number)!;
    const bare = core.length === 0 && groups.length === 0;
    const toStudy = bare ? (credits ?? 0) : creditsOf(frame, left);
    something ||= bare || left.length > 0;
    creditsStudied += toStudy;
    after += delivery.paced === 'module' && credits ? Math.ceil((months * toStudy) / credits) : months;
    const studied = number === from ? [...lack, ...left] : left;
    const gains: Gain[] = [
      ...studied.map((module) => ({ module, on: after - 1, studied: true })),
      ...way.whole.get(number)!.flatMap((module) => {
        const grant = granted.get(module) ?? recorded.get(module);
        const isHeld = best.progress.some((one) => one.module === module && one.held !== undefined);
        return grant && !isHeld && !studied.includes(module) ? [{ module, on: grant.oldest, studied: false }] : [];
      }),
    ];
    return { stage: number, after, gains };
  });
  // What is outstanding is made good alongside a stage: without a month of study there is nothing to study it in.
  if (!something || after === start) return null;
  const completes = to === programme.stages.length ? after + (delivery.assessmentMonths ?? 0) : null;
  if ((completes ?? after) > world.latest) return null;
  const before = situation.records.get(programme.id)?.enrolled ?? enrolmentGiven(situation.learner, programme.id);
  return {
    start,
    delivery,
    programme,
    from,
    to,
    options: [],
    subjectTo,
    claims: best.claims,
    entryStage: best.entryStage,
    stages,
    after,
    completes,
    creditsStudied,
    fee: feeOf(delivery, from, to, creditsStudied),
    claimFees: claimFeesOf(frame, best.claims),
    lapsed,
    enrolled: lapsed ? start : (before ?? Math.min(start, ...best.progress.map(({ on }) => on))),
    granted,
  };
}

const grantsOf = ({ holdings }: Situation, claims: Claim[], start: Month): Map<Id, Grant> =>
  new Map(
    claims.flatMap(({ sources, targets }) => {
      const dates = sources.flatMap((id) => holdings.held.get(id)?.on ?? []);
      return targets.map((id) => [id, { on: start, oldest: dates.length ? Math.min(...dates) : start }] as const);
    }),
  );

const pence = (pounds: number): number => Math.round(pounds * 100);

function feeOf({ fee: { perStage, perCredit } }: Delivery, from: number, to: number, creditsStudied: number): number {
  const stages = (perStage ?? []).slice(from - 1, to).reduce((sum, pounds) => sum + pence(pounds), 0);
  return stages + Math.round(pence(perCredit ?? 0) * creditsStudied);
}

/** What each policy in force charges for each claim used. */
function claimFeesOf(frame: Frame, claims: Claim[]): number {
  const perCredit = pence(frame.delivery?.fee.perCredit ?? 0);
  return policiesFor(frame).reduce((sum, { claims: terms }) => {
    if (!terms) return sum;
    const each = claims.map(({ own, experiential, credits }) => {
      const flat = own
        ? (terms.ownCreditFee ?? terms.fee)
        : experiential
          ? (terms.experientialFee ?? terms.fee)
          : terms.fee;
      const { n, d } = fractionOf(terms.feeShare ?? '0');
      return pence(flat ?? 0) + Math.floor((perCredit * credits * n) / d);
    });
    return sum + each.reduce((a, b) => a + b, 0);
  }, 0);
}
