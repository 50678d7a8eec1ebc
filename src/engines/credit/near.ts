import type { Id } from '../../domain/fact.js';
import type { Outcome } from '../../domain/provision.js';
import type { ExperienceMapping, Mapping } from '../../domain/recognition.js';
import { rowRefusal, type Why } from './row-refusal.js';
import type { Setting } from './setting.js';
import type { Solution } from './solve.js';
import { type Draft, sourceRefusal } from './standing.js';

/** A mapping some of whose sources are held, with those that are not and how many of them it needs. */
export interface Incomplete {
  readonly row: Mapping;
  readonly missing: readonly Id[];
  readonly needs: number;
}

/** What a mapping still needs of what is not held; nothing where it needs nothing more, or nothing of it is held. */
export function incomplete(row: Mapping, { holdings }: Setting): Incomplete[] {
  const missing = row.sources.filter((id) => !holdings.sources.has(id));
  const held = row.sources.length - missing.length;
  const needs = (row.choose ?? row.sources.length) - held;
  return held > 0 && needs > 0 ? [{ row, missing, needs }] : [];
}

/** Agreed rows before others, then those that need the least. */
export const byNearness = (a: Incomplete, b: Incomplete): number =>
  Number(b.row.status === 'agreed') - Number(a.row.status === 'agreed') ||
  a.needs - b.needs ||
  (a.row.id < b.row.id ? -1 : 1);

/** Months of evidenced experience that count towards an experience mapping. */
export const monthsCounted = (row: ExperienceMapping, { holdings }: Setting): number =>
  holdings.experience
    .filter(
      ({ evidenced, setting, hoursPerWeek = 0 }) =>
        evidenced && row.settings.includes(setting) && hoursPerWeek >= (row.hoursPerWeek ?? 0),
    )
    .reduce((sum, { months }) => sum + months, 0);

/** Rows that cover some of a module's outcomes with what is held, and the outcomes that none of them covers. */
export interface PartlyCovered {
  readonly rows: readonly (Mapping | ExperienceMapping)[];
  readonly lacking: readonly Outcome[];
  /** Parts whose sources are held and which may not be used, each with why. */
  readonly refused: readonly { readonly part: Draft; readonly why: Why }[];
}

/** How far the outcomes of a module are covered, row by row, by what is held and may be used. */
export function partlyCovered({ setting, progress }: Solution, target: Id): PartlyCovered {
  const { catalogue, holdings, programme } = setting;
  const parts: Draft[] = (catalogue.mappingsInto.get(target) ?? [])
    .filter((row) => row.outcomes && incompleteBy(row, setting) <= 0)
    .map((row) => ({
      ...partOf(row, target),
      kind: 'mapping',
      sources: row.sources.flatMap((id) => holdings.sources.get(id) ?? []),
      experiential: false,
    }));
  const experience: Draft[] = (catalogue.experienceInto.get(target) ?? [])
    .filter((row) => row.outcomes && (!row.programmes || row.programmes.includes(programme.id)))
    .filter((row) => holdings.experience.length > 0 && monthsCounted(row, setting) >= row.months)
    .map((row) => ({ ...partOf(row, target), kind: 'experience', sources: [], experiential: true }));
  const judged = [...parts, ...experience].map((part) => {
    const row = rowRefusal(part, setting); // the level is asked of the whole claim, not of its parts
    return { part, why: row === null || row.code === 'LEVEL' ? sourceRefusal(part, setting, progress) : row };
  });
  const usable = judged.flatMap(({ part, why }) => (why === null ? [part] : []));
  const refused = judged.flatMap(({ part, why }) => (why === null ? [] : [{ part, why }]));
  const rows = usable.flatMap((part) => part.rows as (Mapping | ExperienceMapping)[]);
  const covered = new Set(rows.flatMap(({ outcomes = [] }) => outcomes));
  const listed = catalogue.modules.get(target)?.outcomes ?? [];
  return { rows, refused, lacking: rows.length > 0 ? listed.filter(({ id }) => !covered.has(id)) : [] };
}

const partOf = (row: Mapping | ExperienceMapping, target: Id): Pick<Draft, 'id' | 'rows' | 'stated'> => ({
  id: row.id,
  rows: [row],
  stated: [target],
});

const incompleteBy = (row: Mapping, { holdings }: Setting): number =>
  (row.choose ?? row.sources.length) - row.sources.filter((id) => holdings.sources.has(id)).length;
