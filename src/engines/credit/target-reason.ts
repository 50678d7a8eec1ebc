import type { NotCredited } from '../../domain/assessment.js';
import type { ClaimRow } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import { validIn } from '../../domain/time.js';
import { stillNeeds } from './held-reason.js';
import { byNearness, incomplete, monthsCounted, partlyCovered } from './near.js';
import { nearestRefusal } from './refused.js';
import type { Solution } from './solve.js';
import { whyUnchosen } from './unchosen.js';
import { giverOf, listed, moduleElsewhere, moduleName, rowName, rowWithSource, sentence } from './words.js';

type TargetReason = Pick<NotCredited, 'code' | 'sentence' | 'limits' | 'nearestMiss' | 'nearestRows'>;

/** Why a module of the programme is not credited, and what comes nearest to covering it (spec 3.5). */
export function targetReason(solution: Solution, id: Id): TargetReason {
  return (
    asStanding(solution, id) ??
    asRefused(solution, id) ??
    asPart(solution, id) ??
    asIncomplete(solution, id) ??
    asExperience(solution, id) ??
    asUnmapped(solution, id)
  );
}

const idsOf = (rows: readonly ClaimRow[]): Id[] => rows.map(({ id }) => id).sort();

function asStanding(solution: Solution, id: Id): TargetReason | null {
  const { setting, claims } = solution;
  const standing = claims.standing.filter(({ targets }) => targets.includes(id));
  if (standing.length === 0) return null;
  const { claim, code, says, limits } = whyUnchosen(solution, standing);
  const others = claim.targets.filter((target) => target !== id);
  const together = others.length > 0 ? `, with ${listed(others.map((other) => moduleName(setting, other)))},` : '';
  return {
    code,
    sentence: sentence(
      `${moduleName(setting, id)}${together} could be credited from ${giverOf(setting, claim)}, but ${says}`,
    ),
    limits: [...limits],
    nearestMiss: sentence(
      claim.rows.length > 0
        ? claim.rows.map((row) => rowWithSource(setting, row)).join(' with ')
        : `${moduleName(setting, id)} itself is held`,
    ),
    nearestRows: idsOf(claim.rows),
  };
}

function asRefused({ setting, claims }: Solution, id: Id): TargetReason | null {
  const refused = claims.refused.filter(({ targets }) => targets.includes(id));
  if (refused.length === 0) return null;
  const { code, says, limits, rows } = nearestRefusal(refused);
  return {
    code,
    sentence: sentence(says()),
    limits: [...limits],
    nearestMiss: sentence(
      rows.length > 0 ? rows.map((row) => rowName(setting, row)).join(' with ') : `${moduleName(setting, id)} is held`,
    ),
    nearestRows: idsOf(rows),
  };
}

/** What is held covers it but for some outcomes. */
function asPart(solution: Solution, id: Id): TargetReason | null {
  const { rows, lacking } = partlyCovered(solution, id);
  if (lacking.length === 0) return null;
  const said = `what is held covers ${moduleName(solution.setting, id)} but for ${lacking.map(({ text }) => text).join('; ')}`;
  return near(said, rows);
}

function asIncomplete(solution: Solution, id: Id): TargetReason | null {
  const { setting } = solution;
  const nearest = (setting.catalogue.mappingsInto.get(id) ?? [])
    .filter((row) => (row.status === 'agreed' || row.status === 'proposed') && validIn(row, setting.start))
    .flatMap((row) => incomplete(row, setting))
    .sort(byNearness)[0];
  if (!nearest) return null;
  const proposed = nearest.row.status === 'proposed' ? 'is only proposed, and ' : '';
  return near(`${rowWithSource(setting, nearest.row)} ${proposed}${stillNeeds(solution, nearest)}, not held`, [
    nearest.row,
  ]);
}

/** Experience that is recognised for it, of which the learner has too little that counts. */
function asExperience({ setting }: Solution, id: Id): TargetReason | null {
  const row = (setting.catalogue.experienceInto.get(id) ?? [])
    .filter((one) => one.status === 'agreed' && validIn(one, setting.start))
    .filter(({ programmes }) => !programmes || programmes.includes(setting.programme.id))
    .find((one) => setting.holdings.experience.some((spell) => one.settings.includes(spell.setting)));
  if (!row) return null;
  const weekly = row.hoursPerWeek === undefined ? '' : ` of at least ${row.hoursPerWeek} hours a week`;
  return near(
    `${rowWithSource(setting, row)} asks ${row.months} months${weekly}, evidenced, of which ${monthsCounted(row, setting)} count`,
    [row],
  );
}

const near = (said: string, rows: readonly ClaimRow[]): TargetReason => ({
  code: 'SOURCES_MISSING',
  sentence: sentence(said),
  limits: [],
  nearestMiss: sentence(said),
  nearestRows: idsOf(rows),
});

/** Nothing that is held comes near; what would is named, where anything is mapped to it. */
function asUnmapped({ setting }: Solution, id: Id): TargetReason {
  const rows = (setting.catalogue.mappingsInto.get(id) ?? []).filter(
    (row) => row.status === 'agreed' && validIn(row, setting.start),
  );
  const least = [...rows].sort((a, b) => a.sources.length - b.sources.length || (a.id < b.id ? -1 : 1))[0];
  const names = least?.sources.map((source) => moduleElsewhere(setting, source)) ?? [];
  return {
    code: 'NO_MAPPING',
    sentence: sentence(`nothing that is held is mapped to ${moduleName(setting, id)}`),
    limits: [],
    nearestMiss: least
      ? sentence(
          `it is covered by ${least.choose === undefined ? '' : `any ${least.choose} of `}${listed(names)}, of which nothing is held`,
        )
      : null,
    nearestRows: least ? [least.id] : [],
  };
}
