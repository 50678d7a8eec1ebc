import type { Id } from '../../domain/fact.js';
import type { Held, Holdings } from '../../domain/holding.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Include, Objective } from '../../domain/questions.js';
import type { Mapping } from '../../domain/recognition.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { Inverted, Lead } from '../../graph/inverted.js';
import { bestOf } from './best-of.js';
import { stageReached } from './breaks.js';
import { claimsOf, mappingParts } from './claims.js';
import type { Group } from './curriculum.js';
import type { Frame } from './frame.js';
import { type Item, itemOf, type Sums, sumsOf } from './items.js';
import type { Prepared } from './prepared.js';
import type { Carried } from './savings.js';
import { bestSet, type Choice } from './sets.js';
import { progressOf, type Setting, settingOf } from './setting.js';
import { type Ranked, type Solution, solve } from './solve.js';
import { type Draft, passingRows, sourcesPass } from './standing.js';

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
  readonly inverted: Inverted;
  readonly lead: Lead;
  readonly prepared: Prepared;
}

/** What the deliveries are compared by, and their lines made of. */
type Best = Carried & Ranked & Pick<Solution, 'bound'>;

/**
 * The best claims over the deliveries in force, by the objective and then the least id, without proofs that could be
 * shown: among few claims under limits that add something up, every set is tried, which takes less than to set up a
 * search; all else is asked of the solver. Deliveries that teach the same under the same limits share their claims, and
 * where none is joined late there is nothing to choose between them.
 */
export function bestOfDeliveries(asked: Asked): Carried {
  const simple = simpleFew(asked);
  const { frames, first } = asked.prepared;
  if (simple && !asked.prepared.mayJoinLate(simple.choices)) {
    const best = bestOfFew(asked, first, simple, false);
    if (best) return best;
  }
  const solutions: Best[] = [];
  let shared: Shared | undefined;
  for (const frame of frames) {
    const same = shared !== undefined && shared.frame.stages === frame.stages && shared.frame.limits === frame.limits;
    const few = same ? shared!.few : (simple ?? fewOf(asked, frame));
    const late = few !== null && mayJoinLate(frame, few.choices);
    if (same && few && !late && !shared!.late) continue;
    shared = { frame, few, late };
    solutions.push(
      (few && bestOfFew(asked, frame, few, late)) ?? solve(settingFor(asked, frame.delivery), asked.objective),
    );
  }
  return bestOf(solutions, asked.objective);
}

/** What the deliveries asked so far have in common. */
interface Shared {
  readonly frame: Frame;
  readonly few: Few | null;
  readonly late: boolean;
}

/** All claims that stand, in order of ids, and the sums they are held to. */
interface Few {
  readonly choices: readonly Choice[];
  readonly sums: Sums;
  /** Held modules may be used by several of them. */
  readonly reusable: boolean;
}

function settingFor(asked: Asked, delivery: Delivery | undefined): Setting {
  const { catalogue, holdings, programme, start, include, inverted, lead } = asked;
  const leading = lead.rows.map((row) => inverted.mappings[row]!);
  return settingOf(catalogue, holdings, { programme, start, include, delivery, leading });
}

const within = (few: Few): Few | null => (few.choices.length > MOST ? null : few);

const byId = (a: Choice, b: Choice): number => (a.item.id < b.item.id ? -1 : 1);

/** The claims that stand where only simple mappings lead to a programme whose deliveries are alike, and limits only add up. */
function simpleFew(asked: Asked): Few | null {
  const { holdings, programme, start, lead, prepared, inverted } = asked;
  const { sums, first, rulings } = prepared;
  if (!lead.simple || !sums || prepared.isPersonal(holdings)) return null;
  const choices: Choice[] = [];
  const judged = { rulings, start, programme };
  for (let at = 0; at < lead.rows.length; at++) {
    const row = lead.rows[at]!;
    if (!inverted.plain[row]) {
      if (!addParts(asked, row, sums, choices)) return null;
      continue;
    }
    const source = lead.sources[at];
    const sources =
      source === undefined
        ? inverted.mappings[row]!.sources.map((id) => holdings.sources.get(id)!)
        : [holdings.sources.get(source)!];
    let item = prepared.items.get(row);
    if (item === undefined) item = itemFor(asked, plainPart(inverted.mappings[row]!, sources), row, sums);
    if (item && sourcesPass(sources, item.own, judged)) choices.push({ item, sources });
  }
  return within({ choices: choices.sort(byId), sums, reusable: first.reusable });
}

/** Adds the claims of a mapping that is proposed, or of which sources are chosen; false if they are too many. */
function addParts(asked: Asked, row: number, sums: Sums, choices: Choice[]): boolean {
  const { start, programme, prepared, inverted, include } = asked;
  const mapping = inverted.mappings[row]!;
  if (mapping.status !== 'agreed' && (mapping.status !== 'proposed' || include !== 'PROPOSED')) return true;
  const drafts: Draft[] = [];
  const cut: Id[] = [];
  mappingParts(mapping, asked, drafts, cut);
  const judged = { rulings: prepared.rulings, start, programme };
  for (const draft of drafts) {
    const key = mapping.choose === undefined ? row : draft.id;
    let item = prepared.items.get(key);
    if (item === undefined) item = itemFor(asked, draft, key, sums);
    if (item && sourcesPass(draft.sources, item.own, judged)) choices.push({ item, sources: draft.sources });
  }
  return cut.length === 0;
}

const plainPart = (row: Mapping, sources: readonly Held[]): Draft => ({
  id: row.id,
  kind: 'mapping',
  rows: [row],
  sources,
  experiential: false,
  stated: row.targets,
});

/** What a draft gives, which is the same for all who hold its sources; null where it stands for nobody. */
function itemFor(asked: Asked, draft: Draft, key: number | string, sums: Sums): Item | null {
  const { items, first } = asked.prepared;
  const claim = passingRows(draft, settingFor(asked, first.delivery));
  const item = claim && itemOf(claim, sums, first);
  items.set(key, item);
  return item;
}

/** The claims that stand where they are few, nothing is progress, and limits only add up; null elsewhere. */
function fewOf(asked: Asked, frame: Frame): Few | null {
  const setting = settingFor(asked, frame.delivery);
  const sums = sumsOf(setting.limits, setting);
  if (!sums || progressOf(setting).size > 0) return null;
  const { standing, cut } = claimsOf(setting, NO_PROGRESS);
  if (cut.length > 0) return null;
  const claims = standing.filter(({ kind }) => kind !== 'hours');
  const choices = claims.map((claim) => ({ item: itemOf(claim, sums, frame), sources: claim.sources }));
  return within({ choices, sums, reusable: setting.reusable });
}

const NO_PROGRESS: ReadonlyMap<Id, number> = new Map();

/** Whether some of these claims could make the stages before a later entry point whole, but for what may be outstanding. */
const mayJoinLate = ({ late, placeOf }: Frame, choices: readonly Choice[]): boolean =>
  late.some(
    ({ point, core }) =>
      point.outstanding ||
      core.every((module) => choices.some(({ item }) => item.places.includes(placeOf.get(module)!))),
  );

/** The best of all sets of these claims; null where there are too many sets, or groups with too many members. */
function bestOfFew(asked: Asked, frame: Frame, { choices, sums, reusable }: Few, late: boolean): Best | null {
  const { catalogue, programme, objective, prepared } = asked;
  const { stages, delivery } = frame;
  const groups = groupsWith(frame, choices);
  if (!groups) return null;
  const reached = late ? stageWith(settingFor(asked, delivery), frame) : null;
  const set = bestSet(choices, { sums, groups, reusable, stageReached: reached, objective });
  return (
    set && {
      used: set.used,
      credits: set.credits,
      entryStage: set.entryStage,
      guaranteed: set.guaranteed,
      guaranteedAndPrecedent: set.guaranteedAndPrecedent,
      heldUsed: set.heldUsed,
      setting: { catalogue, programme, delivery, stages },
      progress: NO_PROGRESS,
      proven: true,
      bound: set,
      standard: frame === prepared.first ? prepared.standard : undefined,
    }
  );
}

/** The option groups in which some of these claims credit; null where one of them has too many members. */
function groupsWith({ stages }: Frame, choices: readonly Choice[]): Group[] | null {
  if (!choices.some(({ item }) => item.optional)) return [];
  const groups = stages
    .flatMap((stage) => stage.groups)
    .filter(({ modules }) => choices.some(({ item }) => item.targets.some((target) => modules.has(target))));
  return groups.some(({ members }) => members.length > MOST) ? null : groups;
}

/** Tells the stage that may be joined with some modules done; most sets leave something of every stage before. */
const stageWith =
  (setting: Setting, { late }: Frame) =>
  (done: ReadonlySet<Id>): number =>
    late.some(({ point, core }) => point.outstanding || core.every((module) => done.has(module)))
      ? stageReached(setting, done)
      : 1;
