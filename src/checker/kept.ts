import { type Claim, HOUR_KINDS } from '../domain/claim.js';
import type { Id } from '../domain/fact.js';
import type { SpanLimit } from '../domain/limits.js';
import { liesWithin } from '../engines/credit/curriculum.js';
import { exempt, ofKind, yardstick } from '../engines/credit/setting.js';
import type { LimitInForce } from '../rules/limits/cap.js';
import { hoursFloors } from '../rules/limits/hours.js';
import { caps } from '../rules/limits/index.js';
import { areWhole } from './reached.js';
import type { World } from './world.js';

/**
 * What a set of claims breaks of spec 3.3, a sentence each, when the stage it reaches is joined: every limit in force,
 * each target credited once, held modules shared, option groups. Judged from the claims themselves. No claims break
 * nothing but a span, which progress alone can break.
 */
export function broken(world: World, used: readonly Claim[], stage: number): string[] {
  const { setting } = world;
  const spans = ofKind(setting.limits, 'span').flatMap((one) => spanBroken(world, used, stage, one));
  if (used.length === 0) return spans;
  return [
    ...twice(
      used.flatMap(({ targets }) => targets),
      'is credited by more than one claim',
    ),
    ...(setting.reusable
      ? []
      : twice(
          used.flatMap(({ sources }) => sources.map(({ id }) => id)),
          'is used by more than one claim, and no policy allows it',
        )),
    ...groupsBroken(world, used),
    ...setting.limits.flatMap((one) => sumBroken(world, used, one)),
    ...hoursBroken(world, used),
    ...spans,
  ];
}

/** Modules credited by these claims, and those that are progress. */
export const doneWith = ({ progress }: Pick<World, 'progress'>, used: readonly Claim[]): Set<Id> =>
  new Set([...used.flatMap(({ targets }) => targets), ...progress.keys()]);

const twice = (ids: readonly Id[], says: string): string[] =>
  [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `${id} ${says}`);

function groupsBroken(world: World, used: readonly Claim[]): string[] {
  const done = doneWith(world, used);
  const credited = new Set(used.flatMap(({ targets }) => targets));
  return world.setting.stages.flatMap(({ number, groups }) =>
    groups
      .filter(({ modules }) => [...modules].some((id) => credited.has(id)))
      .filter((group) => {
        const inside = [...group.modules].filter((id) => done.has(id));
        return !liesWithin(group, inside, group.choose);
      })
      .map(({ id }) => `what is done in the option group ${id} of stage ${number} is more than it lets one choose`),
  );
}

const named = ({ limit, policy }: LimitInForce): string => `the limit ${limit.id} of ${policy}`;

const sum = (claims: readonly Claim[], counts: (claim: Claim) => number): number =>
  claims.reduce((total, claim) => total + counts(claim), 0);

/** Limits on what the claims add up to, and on stages; exempt credit is neither held back nor counted. */
function sumBroken(world: World, used: readonly Claim[], one: LimitInForce): string[] {
  const { setting } = world;
  const { limit } = one;
  const counted = used.filter((claim) => !exempt(limit, claim));
  if (limit.kind === 'minimum') {
    const credits = sum(counted, (claim) => claim.credits);
    const under = credits > 0 && credits < limit.credits;
    return under ? [`${credits} credits are under ${limit.credits}, the least that ${named(one)} lets be given`] : [];
  }
  if (limit.kind === 'whole-stages')
    return setting.stages
      .filter(({ number }) => counted.some(({ creditsByStage }) => creditsByStage.has(number)))
      .filter((stage) => !areWhole(setting, [stage], doneWith(world, used)))
      .map(({ number }) => `there is credit in stage ${number}, which is not credited whole: ${named(one)} asks it`);
  return caps(limit, yardstick(setting)).flatMap(({ counts, most, unit, says }) => {
    const total = sum(counted, counts);
    return total > most ? [`${total} ${unit} are counted under ${named(one)}: ${says}`] : [];
  });
}

/**
 * Caps on hours and floors under them, theory and practice each: some amount of the hours given alone, no more than
 * what other claims fall short of, meets every floor and stays under every cap.
 */
function hoursBroken({ setting }: World, used: readonly Claim[]): string[] {
  const limits = ofKind(setting.limits, 'hours');
  const alone = used.filter(({ kind }) => kind === 'hours');
  const others = used.filter(({ kind }) => kind !== 'hours');
  return HOUR_KINDS.flatMap((kind) => {
    const given = sum(alone, ({ hours }) => hours[kind]);
    const floors = limits.flatMap((one) => {
      const held = others.filter((claim) => !exempt(one.limit, claim));
      if (held.length === 0) return [];
      const short = sum(held, ({ targetHours, hours }) => targetHours[kind] - hours[kind]);
      return hoursFloors(one.limit, yardstick(setting))
        .filter((floor) => floor.kind === kind)
        .map(({ slack, says }) => ({ one, says, needs: short - slack, most: Math.max(0, Math.min(short, given)) }));
    });
    const made = Math.max(0, ...floors.map(({ needs }) => needs));
    const short = floors.filter(({ needs, most }) => needs > most);
    const over = limits.flatMap((one) =>
      caps(one.limit, yardstick(setting))
        .filter(({ unit }) => unit === `${kind} hours`)
        .map((cap) => ({
          one,
          ...cap,
          total: made + sum(others, (claim) => (exempt(one.limit, claim) ? 0 : cap.counts(claim))),
        }))
        .filter(({ total, most }) => made > 0 && total > most),
    );
    return [
      ...short.map(({ one, says }) => `the hours fall short of ${named(one)}: ${says}`),
      ...over.map(
        ({ one, total, says }) =>
          `with hours made good ${total} ${kind} hours are counted under ${named(one)}: ${says}`,
      ),
    ];
  });
}

/** Months from the stage joined to completion; paced by module, what is done shortens a stage in proportion. */
export function monthsFrom({ setting }: Pick<World, 'setting'>, done: ReadonlySet<Id>, stage: number): number {
  const { delivery, stages, catalogue } = setting;
  const studied = stages.slice(stage - 1).map(({ number, credits, modules }) => {
    const full = delivery?.months[number - 1] ?? 0;
    if (delivery?.paced !== 'module' || !credits) return full;
    const have = [...modules].filter((id) => done.has(id));
    const left = credits - have.reduce((total, id) => total + (catalogue.modules.get(id)?.credits ?? 0), 0);
    return Math.ceil((full * Math.max(0, left)) / credits);
  });
  return studied.reduce((total, months) => total + months, delivery?.assessmentMonths ?? 0);
}

function spanBroken(world: World, used: readonly Claim[], stage: number, one: LimitInForce<SpanLimit>): string[] {
  const { setting, enrolled } = world;
  const { limit } = one;
  if (!setting.delivery) return [];
  const dates = used.filter((claim) => !exempt(limit, claim)).flatMap(({ sources }) => sources.map(({ on }) => on));
  const since = limit.since === 'enrolment' ? enrolled : Math.min(Number.POSITIVE_INFINITY, ...dates);
  const months = setting.start - since + monthsFrom(world, doneWith(world, used), stage);
  return months > limit.months
    ? [`it takes ${months} months to completion, and ${named(one)} allows ${limit.months}`]
    : [];
}
