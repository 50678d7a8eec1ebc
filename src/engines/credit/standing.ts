import { type Claim, type ClaimKind, type ClaimRow, type HourKind, type Hours, STRENGTHS } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Held } from '../../domain/holding.js';
import type { Scope } from '../../domain/recognition.js';
import { textOf, validIn, yearOf } from '../../domain/time.js';
import { ruling } from '../../rules/limits/index.js';
import { exempt, ofKind, type Setting } from './setting.js';

/** A claim before it is asked whether it stands. `stated` targets include those already covered by progress. */
export interface Draft {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly rows: readonly ClaimRow[];
  readonly sources: readonly Held[];
  readonly experiential: boolean;
  readonly stated: readonly Id[];
}

/** Why a draft does not stand, in a code and a sentence. */
export interface Refusal {
  readonly id: string;
  readonly code: RefusalCode;
  readonly says: string;
  readonly sources: readonly Id[];
  readonly targets: readonly Id[];
}
export type RefusalCode =
  | 'REFUSED'
  | 'NOT_YET_AGREED'
  | 'NOT_IN_FORCE'
  | 'OUT_OF_SCOPE'
  | 'NOT_IN_CURRICULUM'
  | 'LEVEL'
  | 'MARK'
  | 'CURRENCY'
  | 'SPENT'
  | 'LODGING'
  | 'NOTHING_LEFT';

/** The claim, if it stands (spec 3.2); else why not. `used` are held modules taken by progress. */
export function standing(draft: Draft, setting: Setting, progress: ReadonlyMap<Id, unknown>): Claim | Refusal {
  const refusal = rowRefusal(draft, setting) ?? sourceRefusal(draft, setting, progress);
  if (refusal) return { id: draft.id, ...refusal, sources: draft.sources.map(({ id }) => id), targets: draft.stated };
  const targets = draft.stated.filter((target) => !progress.has(target));
  if (targets.length === 0 && draft.kind !== 'hours')
    return {
      id: draft.id,
      code: 'NOTHING_LEFT',
      says: 'all it covers is done already',
      sources: [],
      targets: draft.stated,
    };
  return claimOf(draft, targets, setting);
}

type Why = Pick<Refusal, 'code' | 'says'>;

function rowRefusal({ rows, sources, stated, experiential }: Draft, setting: Setting): Why | null {
  const { include, start, stageOf, catalogue } = setting;
  for (const row of rows) {
    if (row.status === 'refused' || row.status === 'withdrawn')
      return { code: 'REFUSED', says: `${row.id} was ${row.status}` };
    if (row.status === 'proposed' && include !== 'PROPOSED')
      return { code: 'NOT_YET_AGREED', says: `${row.id} is proposed, not agreed` };
    if (!validIn(row, start)) return { code: 'NOT_IN_FORCE', says: `${row.id} is not in force in ${textOf(start)}` };
    const out = scopeMiss(row.scope, ownSources(row, sources), setting);
    if (out) return { code: 'OUT_OF_SCOPE', says: `${row.id} holds only for ${out}` };
  }
  const foreign = stated.find((target) => !stageOf.has(target));
  if (foreign)
    return {
      code: 'NOT_IN_CURRICULUM',
      says: `${catalogue.modules.get(foreign)?.title ?? foreign} is not taught to those who start in ${textOf(start)}`,
    };
  const level = experiential ? null : tooHigh(sources, stated, setting);
  return level === null ? null : { code: 'LEVEL', says: `the sources hold too few credits at level ${level} or above` };
}

function sourceRefusal(
  { sources, experiential, rows }: Draft,
  setting: Setting,
  progress: ReadonlyMap<Id, unknown>,
): Why | null {
  const { limits, start, reusable, programme, lodgedFrom, policies, holdings } = setting;
  const own = isOwn(sources, experiential, setting);
  for (const { limit } of limits) {
    if (exempt(limit, { own })) continue;
    for (const held of sources) {
      const says = ruling(limit)?.refuses(held, start);
      if (says) return { code: limit.kind === 'mark' ? 'MARK' : 'CURRENCY', says };
    }
  }
  const refusesSpent = ofKind(limits, 'single-use').some(({ limit }) => limit.refuseSpent && !exempt(limit, { own }));
  for (const held of sources) {
    if (!reusable && progress.has(held.id) && held.studiedOn.has(programme.id))
      return { code: 'SPENT', says: `${held.title} counts as progress on this programme already` };
    if (refusesSpent && held.spentAt.has(programme.level))
      return {
        code: 'SPENT',
        says: `${held.title} is spent on an award of level ${programme.level}, which may not be used again`,
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
    says: `${rows[0]?.id ?? 'the claim'} must be lodged ${lodge} months before the start: from ${textOf(lodged)}`,
  };
}

/** Of the sources of a claim those that one of its rows brings in. */
const ownSources = (row: ClaimRow, sources: readonly Held[]): readonly Held[] =>
  'award' in row ? sources : 'sources' in row ? sources.filter(({ id }) => row.sources.includes(id)) : [];

/** What the scope asks and is not so; null if it covers learner and programme. */
function scopeMiss(
  scope: Scope | undefined,
  sources: readonly Held[],
  { holdings, programme, catalogue }: Setting,
): string | null {
  if (!scope) return null;
  const { employers, awards, years, registrations, registerParts } = scope;
  const held = holdings.learner.registrations ?? [];
  const parts = catalogue.partsOf.get(programme.id);
  if (employers && !employers.includes(holdings.employment?.employer ?? ''))
    return `the staff of ${employers.join(', ')}`;
  if (awards && !sources.every((one) => awards.some((award) => one.awards.has(award))))
    return `modules gained in ${awards.join(', ')}`;
  if (years && !sources.every(({ on }) => years.from <= yearOf(on) && yearOf(on) <= years.to))
    return `modules gained from ${years.from} to ${years.to}`;
  if (registrations && !held.some(({ part, status }) => status === 'current' && registrations.includes(part)))
    return `those registered as ${registrations.join(' or ')}`;
  if (registerParts && !registerParts.some((part) => parts?.has(part)))
    return `programmes that lead to ${registerParts.join(' or ')}`;
  return null;
}

/** The least level at or above which the targets hold more credits than the sources; null if there is none. */
function tooHigh(sources: readonly Held[], targets: readonly Id[], { catalogue }: Setting): number | null {
  for (let level = 1; level <= 8; level++) {
    const given = sources.reduce(
      (sum, { creditsByLevel }) =>
        sum + [...creditsByLevel].reduce((own, [at, credits]) => own + (at >= level ? credits : 0), 0),
      0,
    );
    const asked = targets.reduce((sum, target) => {
      const module = catalogue.modules.get(target)!;
      return sum + (module.level >= level ? module.credits : 0);
    }, 0);
    if (asked > given) return level;
  }
  return null;
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
  const given = hoursGiven(draft, targetHours);
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
function hoursGiven(draft: Draft, targetHours: Hours): { hours: Hours; flags: string[] } {
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
  const what = experiential ? 'the experience' : sources.map(({ title }) => title).join(', ');
  return {
    hours: { theory: given('theory'), practice: given('practice') },
    flags: assumed
      ? [`no hours are stated for ${what}: theory hours of the target are taken, practice hours are not`]
      : [],
  };
}

function summed(entries: readonly (readonly [number, number])[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [key, value] of entries) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}
