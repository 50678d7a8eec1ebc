import type { HeldAward, HeldModule, Learner } from '../../src/domain/learner.js';
import { textOf } from '../../src/domain/time.js';
import type { RouteDraft } from './route-cases-draft.js';

/** Someone at work with little, a part of a foundation degree, a whole one, or a degree begun. */
export function learnerOf({ dice, first, portfolio }: RouteDraft): Learner {
  const ago = (): string => textOf(first - dice.one([1, 3, 6, 10, 14]));
  const mark = () => dice.maybe(0.5, () => ({ mark: dice.one([45, 50, 65]) }));
  const awards: HeldAward[] = [];
  const modules: HeldModule[] = [];
  const enrolments: Learner['enrolments'] = [];
  const past = dice.one(['nothing', 'modules', 'modules', 'award', 'award', 'begun', 'exit']);
  if (past === 'modules')
    modules.push(
      ...dice
        .some(['f1a', 'f1b', 'f1c', 'f2a', 'b1'], dice.whole(1, 4))
        .map((module) => ({ module, on: ago(), ...mark() })),
    );
  if (past === 'award')
    awards.push({
      ...dice.one([{ award: 'foundation' }, { award: 'fdsc', programme: 'foundation' }]),
      on: ago(),
      ...dice.maybe(0.6, () => ({ options: ['f1b'] })),
    });
  if (past === 'exit') awards.push({ award: 'certhe', programme: 'foundation', stage: 1, on: ago() });
  if (past === 'begun') {
    const on = dice.one(['degree', 'degree', 'foundation']);
    const studied = on === 'degree' ? ['d1a', 'd1b', 'd1c'] : ['f1a', 'f1b'];
    const date = ago();
    modules.push(
      ...dice.some(studied, dice.whole(1, 3)).map((module) => ({ module, on: date, programme: on, ...mark() })),
    );
    if (dice.chance(0.4)) enrolments.push({ programme: on, on: textOf(first - dice.whole(14, 20)) });
  }
  if (dice.chance(0.2)) awards.push({ award: 'gcse-maths', grade: 'C', on: ago() });
  if (portfolio && dice.chance(0.1)) awards.push({ award: 'registration', programme: 'portfolio', on: ago() });
  if (dice.chance(0.03)) awards.push({ award: 'degree', on: ago() });
  return {
    awards,
    modules,
    enrolments,
    experience: dice.some(['ward', 'care'], dice.whole(1, 2)).map((setting) => ({
      setting,
      evidenced: setting === 'ward',
      months: dice.whole(0, 14),
      ...dice.maybe(0.7, () => ({ hoursPerWeek: dice.one([15, 30]) })),
      ...dice.maybe(0.75, () => ({ ongoing: true })),
    })),
    employment: {
      employer: dice.one(['trust', 'home']),
      sector: 'health',
      hoursPerWeek: 30,
      ongoing: true,
      ...dice.maybe(0.5, () => ({ nominated: dice.chance(0.5) })),
    },
    ...dice.maybe(0.5, () => ({ declarations: { dbs: true } })),
    born: textOf(first - 12 * dice.whole(23, 26) - dice.whole(0, 11)),
    loanEntitlement: dice.one([0, 1000, 2500, 10000]),
    home: { region: 'north' },
  };
}
