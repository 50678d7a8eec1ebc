import { type Claim, STRENGTHS } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Held, Holdings } from '../../domain/holding.js';
import type { ExperienceMapping, Mapping } from '../../domain/recognition.js';
import { agreementDrafts } from './agreements.js';
import { coverings, type Part } from './outcomes.js';
import type { Setting } from './setting.js';
import { type Draft, type Refusal, standing } from './standing.js';

export interface Claims {
  /** Claims that stand, in order of ids. */
  readonly standing: readonly Claim[];
  readonly refused: readonly Refusal[];
  /** Rows whose choices were too many to be tried all. */
  readonly cut: readonly Id[];
}

/** Choices of one row that are tried at the most; past it the row is cut, and the answer bounded. */
const MOST_CHOICES = 20_000;

/** Every claim that arises for a learner in a setting (spec 3.2), and what speaks against those that do not stand. */
export function claimsOf(setting: Setting, progress: ReadonlyMap<Id, unknown>): Claims {
  const { catalogue, stageOf, programme, holdings } = setting;
  const cut: Id[] = [];
  const partial: Part[] = [];
  const drafts: Draft[] = [];
  for (const mapping of mappingsMet(setting))
    mappingParts(mapping, setting, isPartial(mapping, setting) ? partial : drafts, cut);
  for (const mapping of experienceMet(setting))
    (isPartial(mapping, setting) ? partial : drafts).push(experiencePart(mapping));
  for (const mapping of catalogue.experienceHours.get(programme.id) ?? [])
    if (hasExperience(holdings, mapping)) drafts.push({ ...experiencePart(mapping), kind: 'hours' });
  if (partial.length > 0) drafts.push(...coverings(partial.sort(byId), setting, cut, MOST_CHOICES));
  drafts.push(...agreementDrafts(setting, progress, cut, MOST_CHOICES));
  for (const held of holdings.sources.values())
    if (stageOf.has(held.id) && !held.studiedOn.has(programme.id) && !progress.has(held.id))
      drafts.push(identity(held));
  const weakest = STRENGTHS.indexOf(setting.weakest);
  const claims: Claim[] = [];
  const refused: Refusal[] = [];
  for (const draft of drafts) {
    const judged = standing(draft, setting, progress);
    if (!('credits' in judged)) refused.push(judged);
    else if (STRENGTHS.indexOf(judged.strength) <= weakest) claims.push(judged);
  }
  return { standing: claims.sort(byId), refused: refused.sort(byId), cut: cut.sort() };
}

const identity = (held: Held): Draft => ({
  id: `=${held.id}`,
  kind: 'identity',
  rows: [],
  sources: [held],
  experiential: false,
  stated: [held.id],
});

/**
 * Mappings into modules of the programme from something that is held, in any order: sought from what is held or from the
 * modules, whichever has fewer mappings to look at, where they are not known already.
 */
function mappingsMet(setting: Setting): readonly Mapping[] {
  const { catalogue, stageOf, holdings, leading, frame } = setting;
  if (leading) return leading;
  const held = [...holdings.sources.keys()].map((id) => catalogue.mappingsFrom.get(id) ?? []);
  const found =
    held.reduce((sum, rows) => sum + rows.length, 0) < frame.mappingsInto
      ? held.flatMap((rows) => rows.filter(({ targets }) => targets.some((target) => stageOf.has(target))))
      : [...stageOf.keys()].flatMap((module) =>
          (catalogue.mappingsInto.get(module) ?? []).filter(({ sources }) =>
            sources.some((source) => holdings.sources.has(source)),
          ),
        );
  return [...new Set(found)];
}

/** Experience mappings into modules of the programme whose experience the learner has. */
function experienceMet({ catalogue, stageOf, programme, holdings }: Setting): readonly ExperienceMapping[] {
  if (holdings.experience.length === 0) return [];
  const rows = [...stageOf.keys()].flatMap((module) => catalogue.experienceInto.get(module) ?? []);
  return [...new Set(rows)].filter(
    (row) => (!row.programmes || row.programmes.includes(programme.id)) && hasExperience(holdings, row),
  );
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** Adds a mapping whose sources are held, once for each choice of "n of". */
export function mappingParts(row: Mapping, { holdings }: Pick<Setting, 'holdings'>, parts: Part[], cut: Id[]): void {
  const held: Held[] = [];
  for (const id of row.sources) {
    const source = holdings.sources.get(id);
    if (source) held.push(source);
  }
  if (row.choose === undefined) {
    if (held.length === row.sources.length) parts.push(mappingPart(row, row.id, held));
    return;
  }
  const chosen = choices(held, row.choose, MOST_CHOICES);
  if (!chosen) cut.push(row.id);
  for (const sources of chosen ?? []) {
    const names = sources.map(({ id }) => id).sort();
    parts.push(mappingPart(row, `${row.id}[${names.join(',')}]`, sources));
  }
}

const mappingPart = (row: Mapping, id: string, sources: readonly Held[]): Part => ({
  id,
  kind: 'mapping',
  rows: [row],
  sources,
  experiential: false,
  stated: row.targets,
});

const experiencePart = (row: ExperienceMapping): Part => ({
  id: row.id,
  kind: 'experience',
  rows: [row],
  sources: [],
  experiential: true,
  stated: row.targets ?? [],
});

/** Whether a learner has the experience a mapping asks, evidenced; months of spells with the hours are added. */
export function hasExperience(
  { experience }: Pick<Holdings, 'experience'>,
  { settings, months, hoursPerWeek = 0 }: ExperienceMapping,
): boolean {
  const counted = experience.filter(
    (spell) => spell.evidenced && settings.includes(spell.setting) && (spell.hoursPerWeek ?? 0) >= hoursPerWeek,
  );
  return counted.length > 0 && counted.reduce((sum, spell) => sum + spell.months, 0) >= months;
}

/** Whether a row covers only some of the outcomes that its target lists. */
function isPartial({ outcomes, targets }: Mapping | ExperienceMapping, { catalogue }: Setting): boolean {
  const target = targets?.[0];
  if (!outcomes || target === undefined) return false;
  return (catalogue.modules.get(target)?.outcomes ?? []).some(({ id }) => !outcomes.includes(id));
}

/** Every choice of n; null if there are more than `most`. */
function choices<T>(from: readonly T[], n: number, most: number): T[][] | null {
  const found: T[][] = [];
  const extend = (index: number, chosen: T[]): boolean => {
    if (chosen.length === n) return found.push(chosen) <= most;
    if (from.length - index < n - chosen.length) return true;
    return extend(index + 1, [...chosen, from[index]!]) && extend(index + 1, chosen);
  };
  return extend(0, []) ? found : null;
}
