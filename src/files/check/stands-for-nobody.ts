import type { Rows } from '../../domain/catalogue.js';
import type { Id } from '../../domain/fact.js';
import type { Agreement, Mapping } from '../../domain/recognition.js';
import type { Flaw } from '../shape/flaw.js';
import { type Finding, type Known, stageModules } from './known.js';

/** Choices of "n of" that are tried; a row with more is left to the assessment to judge. */
const MOST_CHOICES = 5_000;

/** Credits of some things at each level, as pairs. */
type Credits = readonly (readonly [level: number, credits: number])[];

/**
 * Rows that load and yet stand for nobody: what they give is more than they take, or of a higher level (spec 3.2). Told
 * only where it is so for whoever holds all that the row could ever take.
 */
export function* standsForNobody(rows: Rows, known: Known): Iterable<Finding> {
  for (const row of rows.mappings)
    for (const flaw of ofMapping(row, rows.mappings, rows.experienceMappings, known))
      yield { ...flaw, kind: 'mappings', row };
  for (const row of rows.agreements)
    for (const flaw of ofAgreement(row, known)) yield { ...flaw, kind: 'agreements', row };
}

function* ofMapping(
  row: Mapping,
  mappings: readonly Mapping[],
  experience: Rows['experienceMappings'],
  known: Known,
): Iterable<Flaw> {
  if (row.status === 'refused' || row.status === 'withdrawn') return;
  const asked = row.targets.flatMap((id) => creditsOf(id, known));
  if (asked.length < row.targets.length) return; // told as an unknown id
  const [target] = row.targets;
  if (row.outcomes && experience.some(({ targets }) => targets?.includes(target!))) return;
  const beside = row.outcomes ? mappings.filter((other) => other.outcomes && other.targets[0] === target) : [row];
  const sources = [...new Set(beside.flatMap((other) => other.sources))];
  const takes = row.outcomes || row.choose === undefined ? [sources] : choices(row.sources, row.choose);
  const lacks = takes.map((taken) =>
    tooHigh(
      taken.flatMap((id) => creditsOf(id, known)),
      asked,
    ),
  );
  const [first] = lacks;
  if (first && lacks.every((lack) => lack !== null))
    yield { code: 'STANDS_FOR_NOBODY', path: ['targets'], message: `${says(first)} ${mend(first)}` };
}

/** Whoever holds the award holds no more than all modules of a programme that gives it. */
function* ofAgreement({ award, programme, status }: Agreement, known: Known): Iterable<Flaw> {
  if (status === 'refused' || status === 'withdrawn') return;
  const stage = known.programmes.get(programme)?.stages[0];
  const core = (stage?.core ?? []).flatMap((entry) => (typeof entry === 'string' ? [entry] : []));
  const asked = core.flatMap((id) => creditsOf(id, known));
  const named = known.programmes.get(award);
  const forms = [...(named ? [named] : []), ...(known.giving.get(award) ?? [])].map((giver) =>
    [...new Set(stageModules(giver))].flatMap((id) => creditsOf(id, known)),
  );
  const bare = creditsOf(named?.award ?? award, known);
  const lacks = [...forms, ...(bare.length > 0 ? [bare] : [])]
    .filter((credits) => credits.length > 0)
    .map((credits) => tooHigh(credits, asked));
  const [first] = lacks;
  if (first && lacks.every((lack) => lack !== null))
    yield { code: 'STANDS_FOR_NOBODY', path: ['award'], message: `for stage 1 alone ${says(first)} ${mend(first)}` };
}

/** A module's credits at its level; of an award without modules those it states by level. */
function creditsOf(id: Id, { modules, qualifications }: Known): Credits {
  const module = modules.get(id);
  if (module) return [[module.level, module.credits]];
  const stated = qualifications.get(id)?.creditsByLevel ?? {};
  return Object.entries(stated).map(([level, credits]) => [Number(level), credits] as const);
}

interface TooHigh {
  readonly level: number;
  readonly given: number;
  readonly asked: number;
  /** More is asked in all than is given in all, whatever the levels. */
  readonly more: boolean;
}

/** What is asked and not given: in all, else at the least level or above at which it falls short; null if nothing is. */
function tooHigh(given: Credits, asked: Credits): TooHigh | null {
  const from = (credits: Credits, level: number): number =>
    credits.reduce((sum, [at, each]) => sum + (at >= level ? each : 0), 0);
  const levels = [0, ...new Set(asked.map(([level]) => level))].sort((a, b) => a - b);
  const level = levels.find((each) => from(asked, each) > from(given, each));
  return level === undefined
    ? null
    : { level, given: from(given, level), asked: from(asked, level), more: level === 0 };
}

const says = ({ level, given, asked, more }: TooHigh): string =>
  more
    ? `${asked} credits are given for ${given}, and nothing gives more than it takes: this row stands for nobody.`
    : `${asked} credits at level ${level} or above are given for ${given} of that level, and credit of a lower level never stands for a higher: this row stands for nobody.`;

const mend = ({ more }: TooHigh): string =>
  more
    ? 'Add sources, take out targets, or correct the credits.'
    : 'Add sources of that level, take out targets, or correct the levels.';

/** Every choice of n; none where there are too many. */
function choices(from: readonly Id[], n: number): Id[][] {
  let found: Id[][] = [[]];
  for (let i = 0; i < n; i++) {
    found = found.flatMap((chosen) =>
      from.slice(chosen.length === 0 ? 0 : from.indexOf(chosen.at(-1)!) + 1).map((next) => [...chosen, next]),
    );
    if (found.length > MOST_CHOICES) return [];
  }
  return found;
}
