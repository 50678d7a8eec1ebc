import type { Id } from '../../domain/fact.js';
import type { Holdings } from '../../domain/holding.js';
import type { Limit, LimitKind } from '../../domain/limits.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { Include } from '../../domain/questions.js';
import type { Mapping, Policy, Strength } from '../../domain/recognition.js';
import type { Month } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { LimitInForce, Yardstick } from '../../rules/limits/cap.js';
import { ruling } from '../../rules/limits/index.js';
import type { Ruling } from '../../rules/limits/ruling.js';
import type { StageShape } from './curriculum.js';
import { allowsReuse, type Frame, frameOf } from './frame.js';

/** All that one question with one delivery is judged by. */
export interface Setting {
  readonly catalogue: Catalogue;
  readonly programme: Programme;
  readonly delivery: Delivery | undefined;
  readonly start: Month;
  readonly holdings: Holdings;
  readonly include: Include;
  /** Claims weaker than this are left out. */
  readonly weakest: Strength;
  readonly stages: readonly StageShape[];
  /** The stage in which each module of the curriculum stands. */
  readonly stageOf: ReadonlyMap<Id, number>;
  readonly policies: readonly Policy[];
  readonly limits: readonly LimitInForce[];
  /** Held modules may be used by several claims. */
  readonly reusable: boolean;
  /** On a route: its first month, from which claims can be lodged. */
  readonly lodgedFrom: Month | undefined;
  /** Mappings whose sources are held and all of whose targets the programme teaches, where that is known already. */
  readonly leading: readonly Mapping[] | undefined;
  /** What of it is the same for every learner. */
  readonly frame: Frame;
}

export interface Asked {
  programme: Programme;
  delivery: Delivery | undefined;
  start: Month;
  include?: Include | undefined;
  lodgedFrom?: Month | undefined;
  leading?: readonly Mapping[] | undefined;
}

export function settingOf(catalogue: Catalogue, holdings: Holdings, asked: Asked): Setting {
  const { programme, delivery, start, include = 'AGREED', lodgedFrom, leading } = asked;
  const frame = frameOf(catalogue, programme, delivery, start);
  const limits = frame.personal ? frame.limits.filter(({ limit }) => !excepted(limit, holdings)) : frame.limits;
  return {
    catalogue,
    programme,
    delivery,
    start,
    holdings,
    include,
    weakest: 'discretion',
    stages: frame.stages,
    stageOf: frame.stageOf,
    policies: frame.policies,
    limits,
    reusable: limits === frame.limits ? frame.reusable : allowsReuse(limits),
    lodgedFrom,
    leading,
    frame,
  };
}

/** What limits say of single sources. */
export interface SourceRulings {
  readonly judging: readonly (LimitInForce & { ruling: Ruling })[];
  /** Limits by which credit spent on an award is not used again for one of the same level. */
  readonly refusingSpent: readonly LimitInForce[];
}

const rulingsKnown = new WeakMap<readonly LimitInForce[], SourceRulings>();

/** The limits among these that judge single sources, with their decisions; the same list is looked through once. */
export function rulingsOf(limits: readonly LimitInForce[]): SourceRulings {
  const known = rulingsKnown.get(limits);
  if (known) return known;
  const found: SourceRulings = {
    judging: limits.flatMap((one) => {
      const decision = ruling(one.limit);
      return decision ? [{ ...one, ruling: decision }] : [];
    }),
    refusingSpent: ofKind(limits, 'single-use').filter(({ limit }) => limit.refuseSpent),
  };
  rulingsKnown.set(limits, found);
  return found;
}

/** The same setting without some limits, by id. Leave to use a held module twice stays: it holds nothing back. */
export const lifting = (setting: Setting, limits: ReadonlySet<Id>): Setting => ({
  ...setting,
  limits: setting.limits.filter(({ limit }) => !limits.has(limit.id)),
});

/** The limits in force of one kind. */
export const ofKind = <K extends LimitKind>(
  limits: readonly LimitInForce[],
  kind: K,
): LimitInForce<Extract<Limit, { kind: K }>>[] =>
  limits.filter((one): one is LimitInForce<Extract<Limit, { kind: K }>> => one.limit.kind === kind);

/** Whether a limit is not for learners with such a registration. */
const excepted = ({ exceptions }: Limit, { learner }: Holdings): boolean =>
  (learner.registrations ?? []).some(
    ({ part, status }) => status === 'current' && exceptions?.registrations?.includes(part),
  );

/** Whether credit is neither held back nor counted under a limit. */
export const exempt = ({ exceptions }: Limit, { own }: { own: boolean }): boolean =>
  own && (exceptions?.ownCredit ?? false);

/** Modules of the programme that stand as progress, with the month of each (spec 3.2, identity). */
export function progressOf(setting: Setting): Map<Id, Month> {
  const { programme, holdings, stageOf, start, limits, catalogue } = setting;
  const progress = new Map<Id, Month>();
  for (const [module, { on }] of holdings.granted.get(programme.id) ?? []) progress.set(module, on);
  for (const held of holdings.sources.values())
    if (held.studiedOn.has(programme.id) && !progress.has(held.id)) progress.set(held.id, held.on);
  if (progress.size === 0) return progress;
  const currencies = ofKind(limits, 'currency');
  for (const [module, on] of progress) {
    const own = catalogue.modules.get(module)?.institution === programme.institution;
    const stale = currencies.some(
      ({ limit }) => !exempt(limit, { own }) && ruling(limit)?.refuses({ id: module, on } as never, start),
    );
    if (!stageOf.has(module) || stale) progress.delete(module);
  }
  return progress;
}

/** What limits measure against: the programme's stated credits and hours, and its last stage. */
export function yardstick({ programme, stages }: Pick<Setting, 'programme' | 'stages'>): Yardstick {
  const { credits, theoryHours, practiceHours } = programme;
  return {
    finalStage: stages.length,
    ...(credits === undefined ? {} : { credits }),
    ...(theoryHours === undefined ? {} : { theoryHours }),
    ...(practiceHours === undefined ? {} : { practiceHours }),
  };
}
