import type { Supply } from '../../domain/assessment.js';
import type { Id } from '../../domain/fact.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import { validIn } from '../../domain/time.js';
import { curriculum, type Group, type StageShape, weight } from './curriculum.js';
import type { Setting } from './setting.js';

/** Something that can be studied first, as far as a stage of it: a programme, or a module offered singly. */
export interface Offer {
  readonly supply: Omit<Supply, 'covers'>;
  readonly programme: Programme;
  /** Stages studied. */
  readonly stages: number;
  /** Options taken on it: those that help, as far as its groups allow. */
  readonly options: readonly Id[];
  /** Modules that are held after it. */
  readonly brings: ReadonlySet<Id>;
  /** Names of the award it gives, where all of it is studied: the programme, and the qualification. */
  readonly awards: readonly Id[];
}

/**
 * What is run in the start month and would bring one of the modules wanted, or one of the awards; each programme as far
 * as each stage that brings something more, at its cheapest delivery. Cheapest first. Neither the programme that is
 * entered, nor what the learner has completed.
 */
export function offersFor(setting: Setting, wanted: ReadonlySet<Id>, awards: ReadonlySet<Id>): Offer[] {
  const { catalogue, programme, holdings } = setting;
  const holding = new Set([...wanted].flatMap((module) => catalogue.programmesOfModule.get(module) ?? []));
  if (awards.size > 0)
    for (const { id, award } of catalogue.programmes.values()) if (awards.has(id) || awards.has(award)) holding.add(id);
  const done = new Set(holdings.awards.flatMap((award) => (award.complete ? (award.programme ?? []) : [])));
  return [...holding]
    .filter((id) => id !== programme.id && !done.has(id))
    .flatMap((id) => offersOf(setting, catalogue.programmes.get(id)!, wanted, awards))
    .sort(byFee);
}

/** Known fees before unknown ones, then the lower fee, then ids, then fewer stages. */
const byFee = ({ supply: a, stages }: Offer, { supply: b, stages: others }: Offer): number =>
  (a.fee ?? Number.MAX_VALUE) - (b.fee ?? Number.MAX_VALUE) || (a.id === b.id ? stages - others : a.id < b.id ? -1 : 1);

/** A programme as far as each stage that brings something wanted, and as a whole where its award is. */
function offersOf(setting: Setting, programme: Programme, wanted: ReadonlySet<Id>, awards: ReadonlySet<Id>): Offer[] {
  const { catalogue, start } = setting;
  const last = programme.stages.length;
  const runs = (catalogue.deliveriesOf.get(programme.id) ?? []).filter((delivery) => validIn(delivery, start));
  return Array.from({ length: last }, (_, i) => i + 1).flatMap((stages): Offer[] => {
    const cheapest = runs
      .map((delivery) => ({
        delivery,
        fee: feeOf(delivery, programme, stages),
        months: monthsOf(delivery, stages, last),
      }))
      .sort((a, b) => (a.fee ?? Number.MAX_VALUE) - (b.fee ?? Number.MAX_VALUE) || a.months - b.months)[0];
    if (!cheapest) return [];
    const shapes = curriculum(catalogue, programme, cheapest.delivery, start).slice(0, stages);
    const given = stages === last ? [programme.id, programme.award].filter((award) => award !== '') : [];
    if (!bringsMore(shapes[stages - 1], wanted) && !given.some((award) => awards.has(award))) return [];
    const options = shapes.flatMap(({ groups }) => groups.flatMap((group) => helpful(group, wanted)));
    const { id, title } = programme;
    const kind = catalogue.modules.has(id) ? 'module' : 'programme';
    const { months, fee } = cheapest;
    return [
      {
        supply: { kind, id, title, upToStage: stages === last ? null : stages, months, fee },
        programme,
        stages,
        options,
        brings: new Set([...shapes.flatMap(({ core }) => core), ...options]),
        awards: given,
      },
    ];
  });
}

const bringsMore = (stage: StageShape | undefined, wanted: ReadonlySet<Id>): boolean =>
  [...(stage?.modules ?? [])].some((module) => wanted.has(module));

/** Pounds of the first stages; null where the delivery states none. */
function feeOf({ fee }: Delivery, { stages }: Programme, studied: number): number | null {
  if (fee.perStage) return fee.perStage.slice(0, studied).reduce((sum, stage) => sum + stage, 0);
  const credits = stages.slice(0, studied).reduce((sum, stage) => sum + (stage.credits ?? Number.NaN), 0);
  return fee.perCredit === undefined || Number.isNaN(credits) ? null : Math.round(fee.perCredit * credits * 100) / 100;
}

/** Months of the first stages, and of assessment after the last. */
const monthsOf = ({ months, assessmentMonths = 0 }: Delivery, studied: number, last: number): number =>
  months.slice(0, studied).reduce((sum, stage) => sum + stage, studied === last ? assessmentMonths : 0);

/** Members of a group that hold what is wanted, those that hold the most first, as many as may be chosen. */
function helpful(group: Group, wanted: ReadonlySet<Id>): Id[] {
  const helping = group.members
    .map((member) => ({ member, hits: member.modules.filter((module) => wanted.has(module)).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits);
  let left = group.choose;
  return helping.flatMap(({ member }) => {
    if (weight(group, member) > left) return [];
    left -= weight(group, member);
    return [...member.modules];
  });
}
