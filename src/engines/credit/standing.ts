import { type Claim, type ClaimKind, type ClaimRow, type HourKind, type Hours, STRENGTHS } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Held } from '../../domain/holding.js';
import { spoken } from '../../domain/time.js';
import { ruling } from '../../rules/limits/index.js';
import { type RefusalCode, rowRefusal, type Why } from './row-refusal.js';
import { exempt, ofKind, type Setting } from './setting.js';
import { moduleName, moduleNames, policyName, rowName } from './words.js';

/** A claim before it is asked whether it stands. `stated` targets include those already covered by progress. */
export interface Draft {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly rows: readonly ClaimRow[];
  readonly sources: readonly Held[];
  readonly experiential: boolean;
  readonly stated: readonly Id[];
}

/** Why a draft does not stand, in a code and words; these are put together only when they are asked for. */
export interface Refusal {
  readonly id: string;
  readonly code: RefusalCode;
  readonly says: () => string;
  /** Limits that refuse it. */
  readonly limits: readonly Id[];
  readonly rows: readonly ClaimRow[];
  readonly sources: readonly Id[];
  readonly targets: readonly Id[];
}

/** The claim, if it stands (spec 3.2); else why not. `used` are held modules taken by progress. */
export function standing(draft: Draft, setting: Setting, progress: ReadonlyMap<Id, unknown>): Claim | Refusal {
  const refusal = rowRefusal(draft, setting) ?? sourceRefusal(draft, setting, progress);
  if (refusal) return { ...refused(draft), ...refusal };
  const targets = draft.stated.filter((target) => !progress.has(target));
  if (targets.length === 0 && draft.kind !== 'hours')
    return {
      ...refused(draft),
      code: 'NOTHING_LEFT',
      says: () =>
        draft.stated.length > 0
          ? `${moduleNames(setting, draft.stated)} already counts as progress on this programme`
          : `${draft.rows[0] ? rowName(setting, draft.rows[0]) : 'it'} covers no module that is taught to those who start in ${spoken(setting.start)}`,
    };
  return claimOf(draft, targets, setting);
}

const refused = ({ id, rows, sources, stated }: Draft): Omit<Refusal, 'code' | 'says'> => ({
  id,
  rows,
  sources: sources.map((held) => held.id),
  targets: stated,
  limits: [],
});

/** What of a draft's sources speaks against it: marks, age, use elsewhere, lodging; null if nothing does. */
export function sourceRefusal(
  { sources, experiential, rows }: Draft,
  setting: Setting,
  progress: ReadonlyMap<Id, unknown>,
): Why | null {
  const { limits, start, reusable, programme, lodgedFrom, policies, holdings } = setting;
  const own = isOwn(sources, experiential, setting);
  for (const { limit, policy } of limits) {
    if (exempt(limit, { own })) continue;
    for (const held of sources) {
      const says = ruling(limit)?.refuses(held, start);
      if (says)
        return {
          code: limit.kind === 'mark' ? 'MARK' : 'CURRENCY',
          says: () => `${says} (${policyName(policies, policy)})`,
          limits: [limit.id],
        };
    }
  }
  const unspent = ofKind(limits, 'single-use').find(({ limit }) => limit.refuseSpent && !exempt(limit, { own }));
  for (const held of sources) {
    if (!reusable && progress.has(held.id) && held.studiedOn.has(programme.id))
      return {
        code: 'SPENT',
        says: () => `${moduleName(setting, held.id)} counts as progress on this programme already, and is used once`,
      };
    if (unspent && held.spentAt.has(programme.level))
      return {
        code: 'SPENT',
        says: () =>
          `${moduleName(setting, held.id)} is spent on an award of level ${programme.level}, and is not used again for another of that level (${policyName(policies, unspent.policy)})`,
        limits: [unspent.limit.id],
      };
  }
  const lodge = Math.max(0, ...policies.map(({ claims }) => claims?.lodgeMonths ?? 0));
  if (lodgedFrom === undefined || lodge === 0) return null;
  const awards = holdings.awards.filter(({ qualification, programme }) =>
    rows.some((row) => 'award' in row && (row.award === qualification || row.award === programme)),
  );
  const lodged = Math.max(lodgedFrom, ...[...sources, ...awards].map(({ since = lodgedFrom }) => since)) + lodge;
  if (start >= lodged) return null;
  return {
    code: 'LODGING',
    says: () =>
      `${rows[0] ? rowName(setting, rows[0]) : 'the claim'} must be lodged ${lodge} months before the start, so it counts for starts from ${spoken(lodged)}`,
  };
}

const isOwn = (sources: readonly Held[], experiential: boolean, { programme }: Setting): boolean =>
  !experiential && sources.length > 0 && sources.every(({ institution }) => institution === programme.institution);

function claimOf(draft: Draft, targets: readonly Id[], setting: Setting): Claim {
  const { catalogue, stageOf, limits, start } = setting;
  const modules = targets.map((target) => catalogue.modules.get(target)!);
  const own = isOwn(draft.sources, draft.experiential, setting);
  const flags = limits.flatMap(({ limit }) =>
    exempt(limit, { own }) ? [] : draft.sources.flatMap((held) => ruling(limit)?.flags(held, start) ?? []),
  );
  const targetHours: Hours = {
    theory: modules.reduce((sum, { theoryHours = 0 }) => sum + theoryHours, 0),
    practice: modules.reduce((sum, { practiceHours = 0 }) => sum + practiceHours, 0),
  };
  const given = hoursGiven(draft, targetHours, setting);
  return {
    id: draft.id,
    kind: draft.kind,
    rows: draft.rows,
    sources: draft.sources,
    experiential: draft.experiential,
    targets,
    credits: modules.reduce((sum, { credits }) => sum + credits, 0),
    creditsByLevel: summed(modules.map(({ level, credits }) => [level, credits])),
    creditsByStage: summed(modules.map(({ id, credits }) => [stageOf.get(id)!, credits])),
    strength: STRENGTHS[Math.max(0, ...draft.rows.map(({ strength }) => STRENGTHS.indexOf(strength)))]!,
    hours: given.hours,
    targetHours,
    own,
    flags: [...new Set([...flags, ...given.flags])],
  };
}

/** Hours given by a claim, theory and practice apart: those its rows state, else the lesser of the sources' and the targets'. */
function hoursGiven(draft: Draft, targetHours: Hours, setting: Setting): { hours: Hours; flags: string[] } {
  const { rows, sources, experiential, kind } = draft;
  const stating = sources.some(
    ({ theoryHours, practiceHours }) => theoryHours !== undefined || practiceHours !== undefined,
  );
  const given = (hour: HourKind): number => {
    const stated = rows.flatMap((row) => row.hours?.[hour] ?? []);
    if (stated.length || kind === 'hours') return stated.reduce((sum, hours) => sum + hours, 0);
    if (!stating) return hour === 'theory' ? targetHours.theory : 0;
    const held = sources.reduce(
      (sum, { theoryHours = 0, practiceHours = 0 }) => sum + (hour === 'theory' ? theoryHours : practiceHours),
      0,
    );
    return Math.min(held, targetHours[hour]);
  };
  const assumed =
    !stating && kind !== 'hours' && targetHours.theory + targetHours.practice > 0 && rows.every((row) => !row.hours);
  const what = (): string =>
    experiential
      ? 'the experience'
      : moduleNames(
          setting,
          sources.map(({ id }) => id),
        );
  return {
    hours: { theory: given('theory'), practice: given('practice') },
    flags: assumed
      ? [`no hours are stated for ${what()}: the theory hours of what it covers are taken, and no practice hours`]
      : [],
  };
}

function summed(entries: readonly (readonly [number, number])[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [key, value] of entries) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}
