import type { Module } from '../../src/domain/provision.js';
import type { Agreement, ExperienceMapping, Mapping, Scope, Strength } from '../../src/domain/recognition.js';
import { textOf } from '../../src/domain/time.js';
import type { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';
import type { Draft } from './credit-cases-draft.js';

const strength = (dice: Dice): Strength => dice.one(['guaranteed', 'precedent', 'discretion']);

/** Standing of a row: as a rule agreed, sometimes proposed or no more; sometimes for some only, or for a time only. */
const standing = (draft: Draft, scoped = true) => {
  const { dice, start } = draft;
  return {
    strength: strength(dice),
    status: dice.chance(0.84)
      ? ('agreed' as const)
      : dice.one(['proposed', 'proposed', 'refused', 'withdrawn'] as const),
    ...dice.maybe(0.06, () =>
      dice.one([{ from: textOf(start + 1) }, { from: textOf(start) }, { to: textOf(start - 1) }]),
    ),
    ...(scoped ? dice.maybe(0.12, () => ({ scope: scopeOf(draft) })) : {}),
    ...(draft.hours ? dice.maybe(0.12, () => ({ hours: hoursOf(dice) })) : {}),
  };
};

const hoursOf = (dice: Dice): { theory?: number; practice?: number } =>
  dice.one([{ theory: 60, practice: 40 }, { theory: 100, practice: 0 }, { practice: 60 }, { theory: 120 }]);

const scopeOf = ({ dice, start }: Draft): Scope =>
  dice.one<Scope>([
    { employers: ['trust'] },
    { awards: ['foundation'] },
    { awards: ['fdsc', 'hnd'] },
    { years: { from: Math.floor((start - 40) / 12), to: Math.floor(start / 12) } },
    { registrations: ['midwife'] },
    { registerParts: ['nurse'] },
    { registerParts: ['midwife'] },
  ]);

/** One to one, many to one, one to many, n of a list for one or two, and parts of outcomes; as a rule with credits and level enough. */
export function mappingsOf(draft: Draft): Mapping[] {
  const { dice, targets, sources } = draft;
  const rows: Mapping[] = [];
  const put = (from: Module[], to: Module[], over: Partial<Mapping> = {}): void => {
    rows.push(make.mapping(`m${rows.length + 1}`, ids(from), ids(to), { ...standing(draft), ...over }));
  };
  for (const target of dice.some(targets.flat(), draft.size.mapped)) {
    const shape = dice.next();
    if (target.outcomes && dice.chance(0.75)) {
      const outcomes = target.outcomes.map(({ id }) => id);
      for (const part of [outcomes.slice(0, 1), outcomes.slice(1), dice.some(outcomes, 2)].slice(0, dice.whole(2, 3)))
        put(enough(draft, [target], dice.whole(1, 2)), [target], { outcomes: part });
    }
    if (shape < 0.45) put(enough(draft, [target]), [target]);
    else if (shape < 0.65) {
      const other = dice.one(targets.flat());
      put(enough(draft, [...new Set([target, other])]), [...new Set([target, other])]);
    } else if (shape < 0.8) put(dice.some(sources, draft.size.listed), [target], { choose: dice.one([1, 2, 2]) });
    else if (shape < 0.87) {
      const other = dice.one(targets.flat());
      put(dice.some(sources, draft.size.listed), [...new Set([target, other])], { choose: 2 });
    }
    if (dice.chance(0.6)) put(enough(draft, [target]), [target]);
  }
  return rows;
}

const ids = (modules: Module[]): string[] => modules.map(({ id }) => id);

/** Sources by chance, of which most have credits at the level of the targets; short of them now and then. */
function enough({ dice, sources }: Draft, targets: Module[], most = 3): Module[] {
  const level = Math.max(...targets.map((target) => target.level));
  const credits = targets.reduce((sum, target) => sum + target.credits, 0);
  const able = dice.chance(0.85) ? sources.filter((source) => source.level >= level) : sources;
  const taken: Module[] = [];
  for (const source of dice.some(able.length ? able : sources, most)) {
    if (taken.length && taken.reduce((sum, { credits: n }) => sum + n, 0) >= credits) break;
    taken.push(source);
  }
  return taken;
}

export function agreementsOf(draft: Draft): Agreement[] {
  const { dice, degree } = draft;
  return dice
    .some(['foundation', 'fdsc', 'hnd', 'certhe'], dice.one([0, 1, 1, 2, 3]))
    .map((award, at) =>
      make.agreement(`a${at + 1}`, award, degree.id, dice.whole(2, degree.stages.length), standing(draft)),
    );
}

/** Experience that covers a module, a part of one, or gives hours alone. */
export function experienceOf(draft: Draft): ExperienceMapping[] {
  const { dice, targets, hours, degree } = draft;
  const rows: ExperienceMapping[] = [];
  const put = (over: Partial<ExperienceMapping>): void => {
    const asks = { months: dice.one([6, 12, 18]), ...dice.maybe(0.3, () => ({ hoursPerWeek: 20 })) };
    const { scope: _, ...plain } = standing(draft, false) as { scope?: Scope } & ReturnType<typeof standing>;
    rows.push(make.experienceMapping(`e${rows.length + 1}`, { ...plain, ...asks, ...over }));
  };
  const listing = targets.flat().filter(({ outcomes }) => outcomes);
  const chosen = [...dice.some(targets.flat(), dice.one([0, 1, 1, 2])), ...dice.some(listing, dice.one([0, 1]))];
  for (const target of new Set(chosen)) {
    const outcomes = target.outcomes?.map(({ id }) => id);
    put({
      targets: [target.id],
      ...(outcomes && dice.chance(0.7) ? { outcomes: dice.some(outcomes, dice.whole(1, outcomes.length)) } : {}),
      ...dice.maybe(0.15, () => ({ programmes: [dice.one([degree.id, 'foundation'])] })),
    });
  }
  if (hours && dice.chance(0.85))
    put({
      programmes: [degree.id],
      hours: { practice: dice.one([60, 100, 200, 300]), theory: dice.one([0, 60, 200]) },
    });
  return rows;
}
