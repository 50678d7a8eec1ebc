import type { Rows } from '../../src/domain/catalogue.js';
import type { Id } from '../../src/domain/fact.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Limit } from '../../src/domain/limits.js';
import type { Delivery, Module, Programme } from '../../src/domain/provision.js';
import type { CreditQuestion, Include } from '../../src/domain/questions.js';
import { type Month, validIn } from '../../src/domain/time.js';
import { type Holdings, holdingsOf } from './credit-oracle-held.js';

/** An option group of the curriculum, bundles opened. */
export interface GroupNow {
  members: Id[][];
  choose: { members: number } | { credits: number };
}

/** A stage as it is in the delivery's curriculum in the start month. */
export interface StageNow {
  number: number;
  credits?: number;
  months: number;
  core: Id[];
  groups: GroupNow[];
  modules: Id[];
}

/** One question about one delivery, with all that the spec reads off the catalogue for it. */
export interface Frame {
  rows: Rows;
  learner: Learner;
  holdings: Holdings;
  /** Target modules recorded as progress without being held, with their month (credit granted on an earlier entry). */
  recorded: Map<Id, Month>;
  programme: Programme;
  delivery: Delivery | null;
  start: Month;
  include: Include;
  modules: Map<Id, Module>;
  stages: StageNow[];
  /** Target modules of the curriculum, with their stage. */
  stageOf: Map<Id, number>;
  registerParts: Set<Id>;
  limits: Limit[];
}

/** What stands behind a question besides the catalogue; a route gives holdings of its own. */
export interface Behind {
  holdings?: Holdings;
  recorded?: Map<Id, Month>;
}

export function frameOf(rows: Rows, question: CreditQuestion, delivery: Delivery | null, behind: Behind = {}): Frame {
  const programme = rows.programmes.find(({ id }) => id === question.programme);
  if (!programme) throw new Error(`${question.programme}: no such programme`);
  const modules = new Map(rows.modules.map((module) => [module.id, module]));
  const stages = programme.stages.map((_, index) => stageNow(programme, index, delivery, question.start, modules));
  const registerParts = partsOf(rows, programme);
  return {
    rows,
    learner: question.learner,
    holdings: behind.holdings ?? holdingsOf(rows, question.learner),
    recorded: behind.recorded ?? new Map(),
    programme,
    delivery,
    start: question.start,
    include: question.include ?? 'AGREED',
    modules,
    stages,
    stageOf: new Map(stages.flatMap((stage) => stage.modules.map((id) => [id, stage.number] as const))),
    registerParts,
    limits: limitsInForce(rows, question, programme, delivery, registerParts),
  };
}

/** Credits of a module of the catalogue. */
export const creditsOf = (frame: Frame, ids: Iterable<Id>): number =>
  [...ids].reduce((sum, id) => sum + (frame.modules.get(id)?.credits ?? 0), 0);

function stageNow(
  programme: Programme,
  index: number,
  delivery: Delivery | null,
  start: Month,
  modules: Map<Id, Module>,
): StageNow {
  const stage = programme.stages[index];
  if (!stage) throw new Error(`${programme.id}: no stage ${index + 1}`);
  const forUs = (row: { from?: string; to?: string; deliveries?: Id[] }): boolean =>
    validIn(row, start) && (!row.deliveries || (delivery !== null && row.deliveries.includes(delivery.id)));
  const alive = (id: Id): boolean => validIn(modules.get(id) ?? {}, start);
  const core = (stage.core ?? [])
    .map((entry) => (typeof entry === 'string' ? { module: entry } : entry))
    .filter((entry) => forUs(entry) && alive(entry.module))
    .map(({ module }) => module);
  const groups = (stage.groups ?? []).filter(forUs).map((group) => ({
    choose: group.choose,
    members: group.members
      .map((member) => (typeof member === 'string' ? [member] : member.modules))
      .filter((member) => member.every(alive)),
  }));
  return {
    number: index + 1,
    ...(stage.credits === undefined ? {} : { credits: stage.credits }),
    months: delivery?.months[index] ?? 0,
    core,
    groups,
    modules: [...new Set([...core, ...groups.flatMap(({ members }) => members.flat())])],
  };
}

/** Register parts that the programme reaches, alone or with others. */
const partsOf = (rows: Rows, programme: Programme): Set<Id> =>
  new Set([
    ...(programme.leadsTo ?? []),
    ...rows.registerParts
      .filter(({ sets }) => (sets ?? []).some(({ programmes }) => programmes.includes(programme.id)))
      .map(({ id }) => id),
  ]);

/** The limits that hold for this programme, delivery and learner in the start month. */
function limitsInForce(
  rows: Rows,
  { learner, start }: CreditQuestion,
  programme: Programme,
  delivery: Delivery | null,
  registerParts: Set<Id>,
): Limit[] {
  const kind = rows.qualifications.find(({ id }) => id === programme.award)?.kind ?? '';
  return rows.policies
    .filter(
      (policy) =>
        validIn(policy, start) &&
        (!policy.registerParts || policy.registerParts.some((part) => registerParts.has(part))) &&
        (!policy.institutions || policy.institutions.includes(programme.institution)) &&
        (!policy.programmes || policy.programmes.includes(programme.id)),
    )
    .flatMap(({ limits }) => limits)
    .filter(
      (limit) =>
        validIn(limit, start) &&
        (!limit.awards || limit.awards.includes(kind)) &&
        !(limit.exceptions?.apprenticeships && delivery?.employment === 'apprenticeship') &&
        !limit.exceptions?.registrations?.some((part) => isRegistered(learner, part)),
    );
}

/** Holds a current registration on this part. */
export const isRegistered = (learner: Learner, part: Id): boolean =>
  (learner.registrations ?? []).some((row) => row.part === part && row.status === 'current');
