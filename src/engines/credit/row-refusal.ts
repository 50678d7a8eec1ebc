import type { ClaimRow } from '../../domain/claim.js';
import type { Id } from '../../domain/fact.js';
import type { Held } from '../../domain/holding.js';
import type { Module } from '../../domain/provision.js';
import type { Scope } from '../../domain/recognition.js';
import { spoken, validIn, yearOf } from '../../domain/time.js';
import type { Setting } from './setting.js';
import { awardWithGiver, creditsOf, listed, moduleName, moduleNames, named, rowWithSource } from './words.js';

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

/** Why something does not stand; the words are put together only when they are asked for. */
export interface Why {
  readonly code: RefusalCode;
  readonly says: () => string;
  /** Limits that refuse it, where limits do. */
  readonly limits?: readonly Id[];
}

/** What a row is asked to do: these sources for these targets. */
interface Asked {
  readonly rows: readonly ClaimRow[];
  readonly sources: readonly Held[];
  readonly stated: readonly Id[];
  readonly experiential: boolean;
}

/** What of a draft's rows speaks against it: status, validity, scope, curriculum, level (spec 3.2); null if nothing does. */
export function rowRefusal({ rows, sources, stated, experiential }: Asked, setting: Setting): Why | null {
  const { include, start, stageOf } = setting;
  for (const row of rows) {
    if (row.status === 'refused' || row.status === 'withdrawn')
      return {
        code: 'REFUSED',
        says: () =>
          `${rowWithSource(setting, row)} was ${row.status}${row.remark === undefined ? '' : `; remarked there: ${row.remark}`}`,
      };
    if (row.status === 'proposed' && include !== 'PROPOSED')
      return { code: 'NOT_YET_AGREED', says: () => `${rowWithSource(setting, row)} is proposed, and not yet agreed` };
    if (!validIn(row, start))
      return { code: 'NOT_IN_FORCE', says: () => `${rowWithSource(setting, row)} ${inForce(row, setting)}` };
    const out = row.scope ? scopeMiss(row.scope, ownSources(row, sources), setting) : null;
    if (out) return { code: 'OUT_OF_SCOPE', says: () => `${rowWithSource(setting, row)} holds only for ${out()}` };
  }
  const foreign = stated.find((target) => !stageOf.has(target));
  if (foreign)
    return {
      code: 'NOT_IN_CURRICULUM',
      says: () => `${moduleName(setting, foreign)} is not taught to those who start in ${spoken(start)}`,
    };
  const short = experiential ? null : tooHigh(sources, stated, setting);
  return short && { code: 'LEVEL', says: () => tooHighSays(short, sources, stated, setting) };
}

/** When a row that is not in force in the start month is, or was. */
const inForce = ({ from, to }: ClaimRow, { start }: Setting): string =>
  [
    from === undefined ? '' : `is in force from ${from}`,
    to === undefined ? '' : `${from === undefined ? 'was in force ' : ''}until ${to}`,
    `and not in ${spoken(start)}`,
  ]
    .filter(Boolean)
    .join(' ');

/** Of the sources of a claim those that one of its rows brings in. */
const ownSources = (row: ClaimRow, sources: readonly Held[]): readonly Held[] =>
  'award' in row ? sources : 'sources' in row ? sources.filter(({ id }) => row.sources.includes(id)) : [];

/** What the scope asks and is not so, in words; null if it covers learner and programme. */
function scopeMiss(scope: Scope, sources: readonly Held[], setting: Setting): (() => string) | null {
  const { holdings, programme, catalogue } = setting;
  const { employers, awards, years, registrations, registerParts } = scope;
  const held = holdings.learner.registrations ?? [];
  const parts = catalogue.partsOf.get(programme.id);
  const partNames = (ids: readonly Id[]): string =>
    listed(
      ids.map((id) => catalogue.registerParts.get(id)?.name ?? id),
      'or',
    );
  if (employers && !employers.includes(holdings.employment?.employer ?? ''))
    return () => `the staff of ${listed(employers.map(named), 'or')}`;
  if (awards && !sources.every((one) => awards.some((award) => one.awards.has(award))))
    return () =>
      `modules gained in ${listed(
        awards.map((award) => awardWithGiver(setting, award)),
        'or',
        2,
      )}`;
  if (years && !sources.every(({ on }) => years.from <= yearOf(on) && yearOf(on) <= years.to))
    return () => `modules gained from ${years.from} to ${years.to}`;
  if (registrations && !held.some(({ part, status }) => status === 'current' && registrations.includes(part)))
    return () => `those who are registered: ${partNames(registrations)}`;
  if (registerParts && !registerParts.some((part) => parts?.has(part)))
    return () => `programmes that lead to a register: ${partNames(registerParts)}`;
  return null;
}

/** What of a level and above the targets ask, and how much less the sources hold of it. */
interface TooHigh {
  readonly level: number;
  readonly given: number;
  readonly asked: number;
}

/** The least level at or above which the targets hold more credits than the sources; null if there is none. */
function tooHigh(sources: readonly Held[], targets: readonly Id[], { catalogue }: Setting): TooHigh | null {
  const modules = targets.map((target) => catalogue.modules.get(target)!);
  // The targets' own levels tell whether there is one at all: between them no less is given, and no more asked.
  if (modules.every(({ level }) => creditsFrom(level, modules) <= givenFrom(level, sources))) return null;
  for (let level = 1; ; level++) {
    const [asked, given] = [creditsFrom(level, modules), givenFrom(level, sources)];
    if (asked > given) return { level, given, asked };
  }
}

function creditsFrom(least: number, modules: readonly Module[]): number {
  let sum = 0;
  for (const { level, credits } of modules) if (level >= least) sum += credits;
  return sum;
}

function givenFrom(least: number, sources: readonly Held[]): number {
  let sum = 0;
  for (const { creditsByLevel } of sources)
    for (const [level, credits] of creditsByLevel) if (level >= least) sum += credits;
  return sum;
}

/** A claim that would give more than it takes, or a higher level than it takes, stands for nobody. */
function tooHighSays(
  { level, given, asked }: TooHigh,
  sources: readonly Held[],
  targets: readonly Id[],
  setting: Setting,
) {
  const from = moduleNames(
    setting,
    sources.map(({ id }) => id),
  );
  const to = moduleNames(setting, targets);
  return level === 1
    ? `${from} ${sources.length === 1 ? 'carries' : 'carry'} ${creditsOf(given)}, and ${to} ${creditsOf(asked)}: nothing gives more than it takes`
    : `${to} ${targets.length === 1 ? 'asks' : 'ask'} ${creditsOf(asked)} at level ${level} or above, and ${from} ${sources.length === 1 ? 'holds' : 'hold'} ${given} of that level: credit of a lower level never stands for a higher`;
}
