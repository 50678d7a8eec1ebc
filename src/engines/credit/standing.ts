import { type Claim, type ClaimKind, type ClaimRow, type HourKind, type Hours, STRENGTHS } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Held } from '../../domain/holding.js';
import type { Programme } from '../../domain/provision.js';
import type { Strength } from '../../domain/recognition.js';
import { type Month, spoken } from '../../domain/time.js';
import type { LimitInForce } from '../../rules/limits/cap.js';
import type { ClaimContent } from './frame.js';
import { type RefusalCode, rowRefusal, type Why } from './row-refusal.js';
import { exempt, rulingsOf, type Setting, type SourceRulings } from './setting.js';
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
  // What is kept has passed its rows for everyone.
  const kept = setting.frame.contents.get(draft.id);
  const refusal = (kept ? null : rowRefusal(draft, setting)) ?? sourceRefusal(draft, setting, progress);
  if (refusal) return { ...refused(draft), ...refusal };
  const targets = progress.size === 0 ? draft.stated : draft.stated.filter((target) => !progress.has(target));
  if (targets.length === 0 && draft.kind !== 'hours')
    return {
      ...refused(draft),
      code: 'NOTHING_LEFT',
      says: () =>
        draft.stated.length === 0
          ? 'no module is known of the stages that it would credit'
          : `${moduleNames(setting, draft.stated)} already counts as progress on this programme`,
    };
  if (targets.length < draft.stated.length)
    return new Standing(draft, targets, content(draft, targets, setting), setting);
  const given = kept ?? content(draft, targets, setting);
  if (!kept && isForAll(draft)) setting.frame.contents.set(draft.id, given);
  return new Standing(draft, targets, given, setting);
}

/** Whether a draft is known by its id, and its rows speak of no learner: it passes them for all who hold its sources, or for none. */
const isForAll = ({ id, kind, rows }: Draft): boolean =>
  kind === 'mapping' && rows[0]!.id === id && rows[0]!.status === 'agreed' && !rows[0]!.scope;

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
  const judged = judgedOut(sources, own, rulingsOf(limits), start);
  if (judged)
    return {
      code: judged.limit.kind === 'mark' ? 'MARK' : 'CURRENCY',
      says: () => `${judged.says} (${policyName(policies, judged.policy)})`,
      limits: [judged.limit.id],
    };
  const unspent = rulingsOf(limits).refusingSpent.find(({ limit }) => !exempt(limit, { own }));
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
  if (lodgedFrom === undefined) return null;
  const lodge = Math.max(0, ...policies.map(({ claims }) => claims?.lodgeMonths ?? 0));
  if (lodge === 0) return null;
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

/** The limit of marks or age that refuses one of these sources, and what it says of it; null if none does. */
function judgedOut(
  sources: readonly Held[],
  own: boolean,
  { judging }: SourceRulings,
  start: Month,
): (LimitInForce & { says: string }) | null {
  for (const { limit, policy, ruling } of judging) {
    if (exempt(limit, { own })) continue;
    for (const held of sources) {
      const says = ruling.refuses(held, start);
      if (says) return { limit, policy, says };
    }
  }
  return null;
}

/** Whether sources pass marks, age and use elsewhere, where nothing is progress and no claim is to be lodged. */
export function sourcesPass(
  sources: readonly Held[],
  own: boolean,
  { rulings, start, programme }: { rulings: SourceRulings; start: Month; programme: Programme },
): boolean {
  if (judgedOut(sources, own, rulings, start)) return false;
  return !(
    rulings.refusingSpent.length > 0 &&
    rulings.refusingSpent.some(({ limit }) => !exempt(limit, { own })) &&
    sources.some(({ spentAt }) => spentAt.has(programme.level))
  );
}

/** The claim of a draft whose rows stand, whatever the sources' marks and age; null where they do not stand. */
export const passingRows = (draft: Draft, setting: Setting): Claim | null =>
  rowRefusal(draft, setting) ? null : new Standing(draft, draft.stated, content(draft, draft.stated, setting), setting);

const isOwn = (sources: readonly Held[], experiential: boolean, { programme }: Setting): boolean =>
  !experiential && sources.length > 0 && sources.every(({ institution }) => institution === programme.institution);

/** A claim that stands, made of its draft and what it gives. */
class Standing implements Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly rows: readonly ClaimRow[];
  readonly sources: readonly Held[];
  readonly experiential: boolean;
  readonly credits: number;
  readonly creditsByLevel: ReadonlyMap<number, number>;
  readonly creditsByStage: ReadonlyMap<number, number>;
  readonly strength: Strength;
  readonly hours: Hours;
  readonly targetHours: Hours;
  readonly own: boolean;
  readonly #assumed: boolean;
  readonly #setting: Setting;

  constructor(
    draft: Draft,
    readonly targets: readonly Id[],
    given: ClaimContent,
    setting: Setting,
  ) {
    this.id = draft.id;
    this.kind = draft.kind;
    this.rows = draft.rows;
    this.sources = draft.sources;
    this.experiential = draft.experiential;
    this.credits = given.credits;
    this.creditsByLevel = given.creditsByLevel;
    this.creditsByStage = given.creditsByStage;
    this.strength = given.strength;
    this.hours = given.hours;
    this.targetHours = given.targetHours;
    this.own = isOwn(draft.sources, draft.experiential, setting);
    this.#assumed = given.assumed;
    this.#setting = setting;
  }

  /** Put into words only for those who read them. */
  get flags(): readonly string[] {
    return flagsOf(this, this.#assumed, this.#setting);
  }
}

/** What must be said of a claim that stands: what its sources lack, and what was assumed of its hours. */
function flagsOf({ sources, experiential, own }: Standing, assumed: boolean, setting: Setting): string[] {
  const flags = rulingsOf(setting.limits).judging.flatMap(({ limit, ruling }) =>
    exempt(limit, { own }) ? [] : sources.flatMap((held) => ruling.flags(held, setting.start) ?? []),
  );
  if (!assumed) return [...new Set(flags)];
  const what = experiential
    ? 'the experience'
    : moduleNames(
        setting,
        sources.map(({ id }) => id),
      );
  return [
    ...new Set(flags),
    `no hours are stated for ${what}: the theory hours of what it covers are taken, and no practice hours`,
  ];
}

/** What a draft gives, which hangs on the catalogue alone: modules are held as the catalogue has them. */
function content(draft: Draft, targets: readonly Id[], setting: Setting): ClaimContent {
  const { catalogue, stageOf } = setting;
  const modules = targets.map((target) => catalogue.modules.get(target)!);
  const targetHours: Hours = {
    theory: modules.reduce((sum, { theoryHours = 0 }) => sum + theoryHours, 0),
    practice: modules.reduce((sum, { practiceHours = 0 }) => sum + practiceHours, 0),
  };
  return {
    credits: modules.reduce((sum, { credits }) => sum + credits, 0),
    creditsByLevel: summed(modules.map(({ level, credits }) => [level, credits])),
    creditsByStage: summed(modules.map(({ id, credits }) => [stageOf.get(id)!, credits])),
    strength: STRENGTHS[Math.max(0, ...draft.rows.map(({ strength }) => STRENGTHS.indexOf(strength)))]!,
    targetHours,
    ...hoursGiven(draft, targetHours),
  };
}

/**
 * Hours given by a claim, theory and practice apart: those its rows state, else the lesser of the sources' and the
 * targets'; where no source states any, the targets' theory hours are assumed.
 */
function hoursGiven({ rows, sources, kind }: Draft, targetHours: Hours): Pick<ClaimContent, 'hours' | 'assumed'> {
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
  return {
    hours: { theory: given('theory'), practice: given('practice') },
    assumed:
      !stating && kind !== 'hours' && targetHours.theory + targetHours.practice > 0 && rows.every((row) => !row.hours),
  };
}

function summed(entries: readonly (readonly [number, number])[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [key, value] of entries) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}
