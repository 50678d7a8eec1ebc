import type { NotCredited, Reason } from '../../domain/assessment.js';
import type { Claim } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import { caps } from '../../rules/limits/index.js';
import { exempt, type Setting, yardstick } from './setting.js';
import type { Solution } from './solve.js';
import type { Refusal } from './standing.js';

/** Every held module that is not used, with its reason (spec 3.5). */
export function notUsed(solution: Solution): Reason[] {
  const { setting, used, progress } = solution;
  const taken = new Set(used.flatMap(({ sources }) => sources.map(({ id }) => id)));
  return [...setting.holdings.sources.keys()]
    .filter((id) => !taken.has(id))
    .sort()
    .map((id) => {
      if (progress.has(id) && setting.holdings.sources.get(id)!.studiedOn.has(setting.programme.id))
        return {
          module: id,
          code: 'PROGRESS',
          sentence: `${titleOf(setting, id)} counts as progress on this programme.`,
          limits: [],
        };
      return heldReason(solution, id);
    });
}

function heldReason(solution: Solution, id: Id): Reason {
  const { setting, claims } = solution;
  const standing = claims.standing.filter(({ sources }) => sources.some((held) => held.id === id));
  if (standing.length > 0) return { module: id, ...unchosen(solution, standing) };
  const refused = claims.refused.filter(({ sources }) => sources.includes(id));
  if (refused.length > 0) return { module: id, ...refusedBecause(refused) };
  const rows = (setting.catalogue.mappingsFrom.get(id) ?? []).filter(({ targets }) =>
    targets.some((target) => setting.stageOf.has(target)),
  );
  const incomplete = rows.find(({ sources }) => sources.some((source) => !setting.holdings.sources.has(source)));
  if (incomplete) {
    const missing = incomplete.sources.filter((source) => !setting.holdings.sources.has(source));
    return {
      module: id,
      code: 'SOURCES_MISSING',
      sentence: `${incomplete.id} asks ${titlesOf(setting, missing)} as well.`,
      limits: [],
    };
  }
  return {
    module: id,
    code: 'NO_MAPPING',
    sentence: `Nothing in the catalogue maps ${titleOf(setting, id)} to this programme.`,
    limits: [],
  };
}

/** A module or award as people call it. */
const titleOf = ({ catalogue }: Setting, id: Id): string =>
  catalogue.modules.get(id)?.title ?? catalogue.qualifications.get(id)?.name ?? id;

const titlesOf = (setting: Setting, ids: readonly Id[]): string => ids.map((id) => titleOf(setting, id)).join(', ');

/** Every target module that is neither credited nor progress, with its reason and the nearest miss. */
export function notCredited(solution: Solution): NotCredited[] {
  const { setting, used, progress } = solution;
  const done = new Set([...used.flatMap(({ targets }) => targets), ...progress.keys()]);
  return [...setting.stageOf]
    .filter(([module]) => !done.has(module))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, stage]) => ({
      module,
      stage,
      credits: setting.catalogue.modules.get(module)?.credits ?? 0,
      ...targetReason(solution, module),
    }));
}

function targetReason(solution: Solution, id: Id): Omit<NotCredited, 'module' | 'stage' | 'credits'> {
  const { claims } = solution;
  const standing = claims.standing.filter(({ targets }) => targets.includes(id));
  if (standing.length > 0) return { ...unchosen(solution, standing), nearestMiss: standing[0]!.id };
  const refused = claims.refused.filter(({ targets }) => targets.includes(id));
  if (refused.length > 0) return { ...refusedBecause(refused), nearestMiss: nearest(refused).id };
  const miss = nearestRow(solution, id);
  return miss
    ? { code: 'SOURCES_MISSING', sentence: miss.sentence, limits: [], nearestMiss: miss.id }
    : {
        code: 'NO_MAPPING',
        sentence: `Nothing the learner holds is mapped to ${titleOf(solution.setting, id)}.`,
        limits: [],
        nearestMiss: null,
      };
}

/** The mapping into a module that lacks the fewest things, with what it lacks: sources, or outcomes. */
function nearestRow({ setting }: Solution, id: Id): { id: Id; sentence: string } | null {
  const { catalogue, holdings } = setting;
  const rows = (catalogue.mappingsInto.get(id) ?? [])
    .filter(({ status }) => status === 'agreed')
    .map((row) => {
      const missing = row.sources.filter((source) => !holdings.sources.has(source));
      return { row, missing, held: row.sources.length - missing.length };
    })
    .filter(({ held }) => held > 0);
  const best = rows.sort((a, b) => a.missing.length - b.missing.length || (a.row.id < b.row.id ? -1 : 1))[0];
  if (!best) return null;
  if (best.missing.length > 0)
    return {
      id: best.row.id,
      sentence: `${best.row.id} would cover it with ${titlesOf(setting, best.missing)} as well.`,
    };
  const covered = new Set(rows.filter(({ missing }) => missing.length === 0).flatMap(({ row }) => row.outcomes ?? []));
  const lacking = (catalogue.modules.get(id)?.outcomes ?? []).filter((outcome) => !covered.has(outcome.id));
  return { id: best.row.id, sentence: `What is held covers it but for ${lacking.map(({ text }) => text).join('; ')}.` };
}

const ORDER: readonly Refusal['code'][] = [
  'CURRENCY',
  'MARK',
  'SPENT',
  'LODGING',
  'NOT_YET_AGREED',
  'OUT_OF_SCOPE',
  'NOT_IN_FORCE',
  'NOT_IN_CURRICULUM',
  'LEVEL',
  'REFUSED',
  'NOTHING_LEFT',
];

/** The refusal that comes nearest to standing. */
const nearest = (refused: readonly Refusal[]): Refusal =>
  [...refused].sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code) || (a.id < b.id ? -1 : 1))[0]!;

function refusedBecause(refused: readonly Refusal[]): Pick<Reason, 'code' | 'sentence' | 'limits'> {
  const { code, says } = nearest(refused);
  return { code, sentence: `${says}.`, limits: [] };
}

/** Why claims that stand were not chosen: a limit holds them back, or the credit is better used elsewhere. */
function unchosen(solution: Solution, standing: readonly Claim[]): Pick<Reason, 'code' | 'sentence' | 'limits'> {
  const rivals = standing.map((claim) =>
    solution.used.filter((other) => excludes(claim, other, solution.setting.reusable)),
  );
  const free = standing.filter((_, i) => rivals[i]!.length === 0);
  if (free.length === 0) {
    const names = [...new Set(rivals.flat().map(({ id }) => id))];
    return { code: 'BETTER_ELSEWHERE', sentence: `It is better used in ${names.join(', ')}.`, limits: [] };
  }
  const limits = [...new Set(free.flatMap((claim) => exceeded(solution, claim)))].sort();
  const sentence = limits.length
    ? `Held back by ${limits.join(', ')}.`
    : 'Held back: used, it would break a limit or a choice of options as a whole.';
  return { code: 'LIMIT', sentence, limits };
}

/** Whether two claims cannot be used together: they share a target, or a source that may be used once. */
export const excludes = (a: Claim, b: Claim, reusable: boolean): boolean =>
  a.targets.some((target) => b.targets.includes(target)) ||
  (!reusable && a.sources.some((source) => b.sources.includes(source)));

/** Limits that the claims used would break if this claim were added. */
function exceeded({ setting, used }: Solution, claim: Claim): Id[] {
  return setting.limits
    .filter(({ limit }) => {
      if (exempt(limit, claim)) return false;
      if (limit.kind === 'whole-stages' || limit.kind === 'minimum' || limit.kind === 'span') return true;
      return caps(limit, yardstick(setting)).some(
        ({ counts, most }) =>
          counts(claim) > 0 &&
          used.reduce((sum, one) => sum + (exempt(limit, one) ? 0 : counts(one)), counts(claim)) > most,
      );
    })
    .map(({ limit }) => limit.id);
}
