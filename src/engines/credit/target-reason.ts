import type { NotCredited } from '../../domain/assessment.js';
import type { ClaimRow } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Status } from '../../domain/recognition.js';
import { validIn } from '../../domain/time.js';
import { orRefused, stillNeeds } from './held-reason.js';
import { byNearness, incomplete, monthsCounted, partlyCovered } from './near.js';
import { isFar, nearestRefusal } from './refused.js';
import type { RefusalCode, Why } from './row-refusal.js';
import type { Solution } from './solve.js';
import { whyUnchosen } from './unchosen.js';
import { giverOf, listed, moduleElsewhere, moduleName, rowName, rowWithSource, sentence } from './words.js';

type TargetReason = Pick<NotCredited, 'code' | 'sentence' | 'limits' | 'nearestMiss' | 'nearestRows'>;

/** Why a module of the programme is not credited, and what comes nearest to covering it (spec 3.5). */
export function targetReason(solution: Solution, id: Id): TargetReason {
  return (
    asStanding(solution, id) ??
    asRefused(solution, id, 'NEAR') ??
    asPart(solution, id) ??
    asIncomplete(solution, id, 'agreed') ??
    asRefused(solution, id, 'FAR') ??
    asIncomplete(solution, id, 'proposed') ??
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
  const together =
    others.length > 0
      ? `, with ${listed(
          others.map((other) => moduleName(setting, other)),
          'and',
          2,
        )},`
      : '';
  const from =
    claim.kind === 'identity' ? 'is held and could be credited' : `could be credited from ${giverOf(setting, claim)}`;
  return {
    code,
    sentence: sentence(`${moduleName(setting, id)}${together} ${from}, but ${says}`),
    limits: [...limits],
    nearestMiss: sentence(
      claim.rows.length > 0
        ? claim.rows.map((row) => rowWithSource(setting, row)).join(' with ')
        : `${moduleName(setting, id)} itself is held`,
    ),
    nearestRows: idsOf(claim.rows),
  };
}

function asRefused(solution: Solution, id: Id, which: 'NEAR' | 'FAR'): TargetReason | null {
  const refused = solution.claims.refused.filter((one) => one.targets.includes(id) && isFar(one) === (which === 'FAR'));
  return refused.length > 0 ? refusedReason(solution, id, nearestRefusal(refused)) : null;
}

/** What speaks against a row names the row; what speaks against a source does not name the target, so this does. */
const OF_SOURCES: readonly RefusalCode[] = ['CURRENCY', 'MARK', 'SPENT'];

type Refused = Why & { readonly rows: readonly ClaimRow[] };

function refusedReason({ setting }: Solution, id: Id, { code, says, limits = [], rows }: Refused): TargetReason {
  const lead = OF_SOURCES.includes(code) ? `${moduleName(setting, id)} could be credited, but ` : '';
  return {
    code,
    sentence: sentence(`${lead}${says()}`),
    limits: [...limits],
    nearestMiss: sentence(
      rows.length > 0 ? rows.map((row) => rowName(setting, row)).join(' with ') : `${moduleName(setting, id)} is held`,
    ),
    nearestRows: idsOf(rows),
  };
}

/** What is held covers it but for some outcomes; or it would cover some, and may not be used. */
function asPart(solution: Solution, id: Id): TargetReason | null {
  const { rows, lacking, refused } = partlyCovered(solution, id);
  const [first] = refused;
  if (lacking.length === 0) return first ? refusedReason(solution, id, { ...first.why, rows: first.part.rows }) : null;
  const said = `what is held covers ${moduleName(solution.setting, id)} but for ${lacking.map(({ text }) => text).join('; ')}`;
  return near(said, rows);
}

function asIncomplete(solution: Solution, id: Id, status: Status): TargetReason | null {
  const { setting } = solution;
  const nearest = (setting.catalogue.mappingsInto.get(id) ?? [])
    .filter((row) => row.status === status && validIn(row, setting.start))
    .flatMap((row) => incomplete(row, setting))
    .sort(byNearness)[0];
  if (!nearest) return null;
  const proposed = nearest.row.status === 'proposed' ? 'is only proposed, and ' : '';
  return near(
    `${rowWithSource(setting, nearest.row)} ${proposed}${stillNeeds(solution, nearest)}, not held${orRefused(solution, nearest.row.sources)}`,
    [nearest.row],
  );
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
