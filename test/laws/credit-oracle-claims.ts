import type { Id } from '../../src/domain/fact.js';
import type { Agreement, ExperienceMapping, Mapping, Scope, Strength } from '../../src/domain/recognition.js';
import { type Month, validIn, yearOf } from '../../src/domain/time.js';
import { creditsOf, type Frame, isRegistered } from './credit-oracle-frame.js';
import { type Held, type Hours, statedHours } from './credit-oracle-held.js';
import { exactFillings, subsets } from './credit-oracle-stages.js';

/** A claim that stands, as the spec defines it; `targets` and `credits` leave out what is progress. */
export interface Claim {
  id: string;
  kind: 'mapping' | 'agreement' | 'experience' | 'hours' | 'outcomes' | 'identity';
  /** Held modules it uses, in order of ids. */
  sources: Id[];
  /** Some source is experience. */
  experiential: boolean;
  targets: Id[];
  credits: number;
  strength: Strength;
  /** Hours it gives; for a claim of hours alone, the most it gives. */
  hours: Hours;
  /** All its sources were taught by the programme's institution. */
  own: boolean;
}

/** Progress on the programme asked about: target module, its month, and the held module it uses. */
export interface Progress {
  module: Id;
  on: Month;
  held?: Id;
}

interface Part {
  id: string;
  kind: Claim['kind'];
  sources: Id[];
  experiential: boolean;
  targets: Id[];
  outcomes?: Id[];
  strength: Strength;
  stated?: { theory?: number; practice?: number };
}

const STRENGTHS: Strength[] = ['guaranteed', 'precedent', 'discretion'];

/** Order of ids: by code unit. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was studied on this very programme, is in the curriculum and is current. */
export function progressOf(frame: Frame): Progress[] {
  const held = [...frame.holdings.held.values()]
    .filter(({ studiedOn }) => studiedOn.includes(frame.programme.id))
    .map(({ id, on }) => ({ module: id, on, held: id }));
  const recorded = [...frame.recorded]
    .filter(([id]) => !held.some(({ module }) => module === id))
    .map(([module, on]) => ({ module, on }));
  return [...held, ...recorded].filter(({ module, on }) => {
    const own = frame.modules.get(module)?.institution === frame.programme.institution;
    return frame.stageOf.has(module) && isCurrent(frame, on, own);
  });
}

/** Every claim that stands for this frame with this progress. */
export function standingClaims(frame: Frame, progress: Progress[] = progressOf(frame)): Claim[] {
  const parts = [
    ...frame.rows.mappings.flatMap((row) => mappingParts(frame, row)),
    ...frame.rows.experienceMappings.flatMap((row) => experienceParts(frame, row)),
  ];
  const whole = parts.filter(({ outcomes }) => !outcomes);
  const candidates = [
    ...whole,
    ...joined(frame, parts),
    ...frame.rows.agreements.flatMap((row) => agreementParts(frame, row)),
    ...identities(frame),
  ];
  const done = new Set(progress.map(({ module }) => module));
  return candidates
    .filter((part) => part.targets.every((id) => frame.stageOf.has(id)))
    .filter((part) => part.experiential || levelsSuffice(frame, part))
    .map((part) => claimOf(frame, part, done))
    .filter((claim) => claim.kind === 'hours' || claim.targets.length > 0)
    .filter((claim) => sourcesPass(frame, claim));
}

function claimOf(frame: Frame, part: Part, done: ReadonlySet<Id>): Claim {
  const targets = part.targets.filter((id) => !done.has(id));
  const sources = [...part.sources].sort(byCodeUnit);
  const own =
    !part.experiential &&
    sources.every((id) => frame.holdings.held.get(id)?.institution === frame.programme.institution);
  return {
    id: part.id,
    kind: part.kind,
    sources,
    experiential: part.experiential,
    targets,
    credits: creditsOf(frame, targets),
    strength: part.strength,
    hours: hoursGiven(frame, part, targets),
    own,
  };
}

/** Those the row states; else the lesser of the sources' and the targets'; no practice where no source states hours. */
function hoursGiven(frame: Frame, part: Part, targets: Id[]): Hours {
  const sources = part.sources.flatMap((id) => frame.holdings.held.get(id)?.hours ?? []);
  const target = totalHours(frame, targets);
  const lesser = sources.length
    ? {
        theory: Math.min(sum(sources, 'theory'), target.theory),
        practice: Math.min(sum(sources, 'practice'), target.practice),
      }
    : { theory: target.theory, practice: 0 };
  if (part.kind === 'hours') return { theory: part.stated?.theory ?? 0, practice: part.stated?.practice ?? 0 };
  return { theory: part.stated?.theory ?? lesser.theory, practice: part.stated?.practice ?? lesser.practice };
}

const sum = (hours: Hours[], of: keyof Hours): number => hours.reduce((total, one) => total + one[of], 0);

/** Hours of target modules. */
export function totalHours(frame: Frame, ids: Id[]): Hours {
  const stated = ids.flatMap((id) => statedHours(frame.modules.get(id) ?? {}).hours ?? []);
  return { theory: sum(stated, 'theory'), practice: sum(stated, 'practice') };
}

const counts = (frame: Frame, row: Mapping | Agreement | ExperienceMapping): boolean =>
  (row.status === 'agreed' || (frame.include === 'PROPOSED' && row.status === 'proposed')) && validIn(row, frame.start);

function mappingParts(frame: Frame, row: Mapping): Part[] {
  if (!counts(frame, row)) return [];
  const sets =
    row.choose === undefined ? [row.sources] : subsets(row.sources).filter((chosen) => chosen.length === row.choose);
  return sets
    .filter((sources) => sources.every((id) => frame.holdings.held.has(id)) && inScope(frame, row.scope, sources))
    .map((sources) => ({
      id: row.choose === undefined ? row.id : `${row.id}[${[...sources].sort(byCodeUnit).join(',')}]`,
      kind: 'mapping',
      sources,
      experiential: false,
      targets: row.targets,
      ...(row.outcomes ? { outcomes: row.outcomes } : {}),
      strength: row.strength,
      ...(row.hours ? { stated: row.hours } : {}),
    }));
}

function experienceParts(frame: Frame, row: ExperienceMapping): Part[] {
  const months = (frame.learner.experience ?? [])
    .filter(({ setting, evidenced }) => evidenced && row.settings.includes(setting))
    .filter((spell) => (spell.hoursPerWeek ?? 0) >= (row.hoursPerWeek ?? 0))
    .reduce((total, spell) => total + spell.months, 0);
  const alone = !row.targets?.length;
  const named = row.programmes ? row.programmes.includes(frame.programme.id) : !alone;
  if (!counts(frame, row) || months < row.months || !named || !inScope(frame, row.scope, [])) return [];
  return [
    {
      id: row.id,
      kind: alone ? 'hours' : 'experience',
      sources: [],
      experiential: true,
      targets: row.targets ?? [],
      ...(row.outcomes ? { outcomes: row.outcomes } : {}),
      strength: row.strength,
      ...(row.hours ? { stated: row.hours } : {}),
    },
  ];
}

/** For each j = 2..k and each exact filling, all core modules of stages 1..j-1 and that filling. */
function agreementParts(frame: Frame, row: Agreement): Part[] {
  if (row.programme !== frame.programme.id || !counts(frame, row)) return [];
  return frame.holdings.awards
    .filter(({ names, holds }) => names.includes(row.award) && inScope(frame, row.scope, holds))
    .flatMap(({ holds }) =>
      frame.stages
        .filter(({ number }) => number >= 2 && number <= row.stage)
        .flatMap(({ number }) => {
          const before = frame.stages.slice(0, number - 1);
          const groups = before.flatMap((stage) => stage.groups);
          const fillings = groups.reduce<Id[][]>(
            (soFar, group) => soFar.flatMap((some) => exactFillings(frame, group).map((more) => [...some, ...more])),
            [[]],
          );
          return fillings.map(
            (filling): Part => ({
              id: `${row.id}@${number}${groups.length ? `[${[...filling].sort(byCodeUnit).join(',')}]` : ''}`,
              kind: 'agreement',
              sources: holds,
              experiential: false,
              targets: [...before.flatMap((stage) => stage.core), ...filling],
              strength: row.strength,
              ...(row.hours ? { stated: row.hours } : {}),
            }),
          );
        }),
    );
}

/** A held module that belongs to the programme and was studied elsewhere covers itself. */
const identities = (frame: Frame): Part[] =>
  [...frame.holdings.held.values()]
    .filter(({ id, studiedOn }) => frame.stageOf.has(id) && !studiedOn.includes(frame.programme.id))
    .map(({ id }) => ({
      id: `=${id}`,
      kind: 'identity',
      sources: [id],
      experiential: false,
      targets: [id],
      strength: 'guaranteed',
    }));

/** Inclusion-minimal sets of partial mappings that together cover every outcome of a target. */
function joined(frame: Frame, parts: Part[]): Part[] {
  const partial = parts.filter(({ outcomes }) => outcomes);
  return [...new Set(partial.flatMap(({ targets }) => targets))].flatMap((target) => {
    const outcomes = frame.modules.get(target)?.outcomes?.map(({ id }) => id) ?? [];
    const covers = (set: Part[]): boolean => outcomes.every((id) => set.some((part) => part.outcomes?.includes(id)));
    return subsets(partial.filter((part) => part.targets.includes(target)))
      .filter((set) => set.length > 0 && covers(set))
      .filter((set) => set.every((left) => !covers(set.filter((part) => part !== left))))
      .map((set) => join(set, target));
  });
}

function join(set: Part[], target: Id): Part {
  const total = (of: 'theory' | 'practice'): { [key: string]: number } => {
    const stated = set.flatMap(({ stated: hours }) => hours?.[of] ?? []);
    return stated.length ? { [of]: stated.reduce((a, b) => a + b, 0) } : {};
  };
  return {
    id: set
      .map(({ id }) => id)
      .sort(byCodeUnit)
      .join('+'),
    kind: 'outcomes',
    sources: [...new Set(set.flatMap(({ sources }) => sources))],
    experiential: set.some(({ experiential }) => experiential),
    targets: [target],
    strength: STRENGTHS[Math.max(...set.map(({ strength }) => STRENGTHS.indexOf(strength)))] ?? 'discretion',
    stated: { ...total('theory'), ...total('practice') },
  };
}

/** Target credits at or above each level are at most source credits at or above it. */
function levelsSuffice(frame: Frame, { sources, targets }: Part): boolean {
  const held = sources.flatMap((id) => frame.holdings.held.get(id)?.credits ?? []);
  const wanted = targets.flatMap((id) => frame.modules.get(id) ?? []);
  const atOrAbove = (rows: { level: number; credits: number }[], level: number): number =>
    rows.filter((row) => row.level >= level).reduce((total, row) => total + row.credits, 0);
  return wanted.every(({ level }) => atOrAbove(wanted, level) <= atOrAbove(held, level));
}

/** The learner and the programme are those the row is for. */
function inScope(frame: Frame, scope: Scope | undefined, sources: Id[]): boolean {
  if (!scope) return true;
  const { employers, awards, years, registrations, registerParts } = scope;
  const held = sources.flatMap((id) => frame.holdings.held.get(id) ?? []);
  return (
    (!employers || employers.includes(frame.learner.employment?.employer ?? '')) &&
    (!awards || held.every((source) => source.awards.some((award) => awards.includes(award)))) &&
    (!years || held.every(({ on }) => yearOf(on) >= years.from && yearOf(on) <= years.to)) &&
    (!registrations || registrations.some((part) => isRegistered(frame.learner, part))) &&
    (!registerParts || registerParts.some((part) => frame.registerParts.has(part)))
  );
}

/** Every source passes the limits on sources that apply to the claim; a claim whose sources are all own may be exempt. */
function sourcesPass(frame: Frame, claim: Claim): boolean {
  const sources = claim.sources.flatMap((id) => frame.holdings.held.get(id) ?? []);
  return sources.every(
    (source) =>
      isCurrent(frame, source.on, claim.own) &&
      markPasses(frame, source, claim.own) &&
      !isRefusedAsSpent(frame, source, claim.own),
  );
}

/** No hard currency limit holds it back; the anniversary still counts. */
const isCurrent = (frame: Frame, on: Month, own: boolean): boolean =>
  frame.limits.every(
    (limit) =>
      limit.kind !== 'currency' ||
      limit.remedy !== undefined ||
      (limit.exceptions?.ownCredit && own) ||
      frame.start - on <= limit.months,
  );

/** A missing mark passes. */
const markPasses = (frame: Frame, source: Held, own: boolean): boolean =>
  frame.limits.every(
    (limit) =>
      limit.kind !== 'mark' ||
      (limit.exceptions?.ownCredit && own) ||
      ((limit.mark === undefined || source.mark === undefined || source.mark >= limit.mark) &&
        !(limit.refuseCompensated && source.compensated)),
  );

/** Spent on an award of the programme's level, where that is refused. */
const isRefusedAsSpent = (frame: Frame, source: Held, own: boolean): boolean =>
  frame.limits.some(
    (limit) =>
      limit.kind === 'single-use' &&
      limit.refuseSpent === true &&
      !(limit.exceptions?.ownCredit && own) &&
      source.spentLevels.includes(frame.programme.level),
  );
