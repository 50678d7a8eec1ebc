import type { Id } from '../../domain/fact.js';
import type { Held, Holdings } from '../../domain/holding.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Include, Objective } from '../../domain/questions.js';
import type { Mapping } from '../../domain/recognition.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { Lead } from '../../graph/inverted.js';
import { stageReached } from './breaks.js';
import { claimsOf } from './claims.js';
import type { Group } from './curriculum.js';
import { type Frame, intakeOf } from './frame.js';
import { type Item, itemOf, type Sum, sumsOf } from './items.js';
import type { Carried } from './savings.js';
import { bestSet } from './sets.js';
import { progressOf, type Setting, settingOf } from './setting.js';
import { compareSolutions, type Ranked, solve } from './solve.js';
import { passingRows, sourcesPass } from './standing.js';

/** Claims, and members of a group, of which all sets are tried. */
const MOST = 12;

/** A programme asked of someone, and what leads there. */
interface Asked {
  readonly catalogue: Catalogue;
  readonly holdings: Holdings;
  readonly programme: Programme;
  readonly start: Month;
  readonly include: Include;
  readonly objective: Objective;
  readonly lead: Lead;
}

/**
 * The best claims over the deliveries in force, by the objective and then the least id, without proofs that could be
 * shown: among few claims under limits that add something up, every set is tried, which takes less than to set up a
 * search; all else is asked of the solver. Deliveries that teach the same under the same limits share their claims, and
 * where none is joined late there is nothing to choose between them.
 */
export function bestOfDeliveries(asked: Asked): Carried {
  const intake = intakeOf(asked.catalogue, asked.programme, asked.start);
  let best: Best | undefined;
  let shared: Shared | undefined;
  for (const delivery of intake.running) {
    const frame = intake.frame(delivery);
    const same = shared !== undefined && shared.frame.stages === frame.stages && shared.frame.limits === frame.limits;
    const few = same ? shared!.few : fewOf(asked, frame);
    const late = few !== null && mayJoinLate(frame, few.items);
    if (same && few && !late && !shared!.late) continue;
    shared = { frame, few, late };
    const next = (few && bestOfFew(asked, frame, few, late)) ?? solve(settingFor(asked, delivery), asked.objective);
    if (!best || compareSolutions(next, best, asked.objective) < 0) best = next;
  }
  return best!;
}

type Best = Carried & Ranked;

/** What the deliveries asked so far have in common. */
interface Shared {
  readonly frame: Frame;
  readonly few: Few | null;
  readonly late: boolean;
}

/** All claims that stand, in order of ids, and the sums they are held to. */
interface Few {
  readonly items: readonly Item[];
  readonly sums: readonly Sum[];
  /** Held modules may be used by several of them. */
  readonly reusable: boolean;
}

const settingFor = ({ catalogue, holdings, ...asked }: Asked, delivery: Delivery | undefined): Setting =>
  settingOf(catalogue, holdings, { ...asked, delivery, leading: asked.lead.rows });

/** The claims that stand where they are few, nothing is progress, and limits only add up; null elsewhere. */
function fewOf(asked: Asked, frame: Frame): Few | null {
  const { holdings, programme, lead } = asked;
  const forAll = !frame.personal || !holdings.learner.registrations?.length;
  if (lead.simple && forAll) {
    const sums = sumsOf(frame.limits, { programme, stages: frame.stages });
    return sums && within({ items: simpleItems(asked, frame, sums), sums, reusable: frame.reusable });
  }
  const setting = settingFor(asked, frame.delivery);
  const sums = sumsOf(setting.limits, setting);
  if (!sums || progressOf(setting).size > 0) return null;
  const { standing, cut } = claimsOf(setting, NO_PROGRESS);
  if (cut.length > 0) return null;
  const claims = standing.filter(({ kind }) => kind !== 'hours');
  return within({ items: claims.map((claim) => itemOf(claim, sums)), sums, reusable: setting.reusable });
}

const NO_PROGRESS: ReadonlyMap<Id, number> = new Map();

const within = (few: Few): Few | null => (few.items.length > MOST ? null : few);

const kept = new WeakMap<Frame, Map<Mapping, Item | null>>();

/** The claims of simple mappings that stand, in order of ids: what each gives is the same for all who hold its sources. */
function simpleItems(asked: Asked, frame: Frame, sums: readonly Sum[]): Item[] {
  const { holdings, programme, start, lead } = asked;
  const known = kept.get(frame) ?? new Map<Mapping, Item | null>();
  kept.set(frame, known);
  const items: Item[] = [];
  const judged = { limits: frame.limits, start, programme };
  for (const row of lead.rows) {
    const sources = row.sources.map((id) => holdings.sources.get(id)!);
    let item = known.get(row);
    if (item === undefined) {
      item = simpleItem(row, sources, settingFor(asked, frame.delivery), sums);
      known.set(row, item);
    }
    if (item && sourcesPass(sources, item.own, judged)) items.push(item);
  }
  return items.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function simpleItem(row: Mapping, sources: readonly Held[], setting: Setting, sums: readonly Sum[]): Item | null {
  const draft = {
    id: row.id,
    kind: 'mapping',
    rows: [row],
    sources,
    experiential: false,
    stated: row.targets,
  } as const;
  const claim = passingRows(draft, setting);
  return claim && itemOf(claim, sums);
}

/** Whether some of these claims could make the stages before a later entry point whole, but for what may be outstanding. */
const mayJoinLate = ({ late }: Frame, items: readonly Item[]): boolean =>
  late.some(
    ({ point, core }) =>
      point.outstanding || core.every((module) => items.some(({ targets }) => targets.includes(module))),
  );

/** The best of all sets of these claims; null where there are too many sets, or groups with too many members. */
function bestOfFew(asked: Asked, frame: Frame, { items, sums, reusable }: Few, late: boolean): Best | null {
  const { catalogue, programme, objective } = asked;
  const { stages, delivery } = frame;
  const groups: Group[] = [];
  for (const stage of stages)
    for (const group of stage.groups) {
      if (group.members.length > MOST) return null;
      if (items.some(({ targets }) => targets.some((target) => group.modules.has(target)))) groups.push(group);
    }
  const reached = late ? stageWith(settingFor(asked, delivery), frame) : null;
  const set = bestSet(items, { sums, groups, reusable, stageReached: reached, objective });
  return set && { ...set, setting: { catalogue, programme, delivery, stages }, progress: NO_PROGRESS, proven: true };
}

/** Tells the stage that may be joined with some modules done; most sets leave something of every stage before. */
const stageWith =
  (setting: Setting, { late }: Frame) =>
  (done: ReadonlySet<Id>): number =>
    late.some(({ point, core }) => point.outstanding || core.every((module) => done.has(module)))
      ? stageReached(setting, done)
      : 1;
