import type { Rows } from '../../src/domain/catalogue.js';
import type { HeldAward, HeldModule, Learner } from '../../src/domain/learner.js';
import type { Programme } from '../../src/domain/provision.js';
import type { CreditQuestion } from '../../src/domain/questions.js';
import { monthOf, textOf } from '../../src/domain/time.js';
import { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';
import { agreementsOf, experienceOf, mappingsOf } from './credit-cases-claims.js';
import { type CaseSize, COLLEGE, type Draft, SMALL, UNIVERSITY } from './credit-cases-draft.js';
import { policiesFor } from './credit-cases-limits.js';
import { degreeOf, deliveriesOf, foundationDegree, sourceModules, targetModules } from './credit-cases-programme.js';

/** A catalogue in small and a question to it. */
export interface CreditCase {
  seed: number;
  rows: Rows;
  question: CreditQuestion;
}

/** A random case; the same seed gives the same one. */
export function creditCase(seed: number, size: CaseSize = SMALL): CreditCase {
  const dice = new Dice(seed);
  const start = monthOf(dice.one(['2026-09', '2026-09', '2027-01']));
  const hours = dice.chance(0.5);
  const targets = targetModules(dice, size, hours);
  const { degree, takeable } = degreeOf(dice, size, targets, hours);
  const sources = sourceModules(dice, hours, dice.whole(...size.sources));
  const draft: Draft = { dice, size, start, currency: dice.one([36, 60]), degree, takeable, targets, sources, hours };
  const deliveries = deliveriesOf(draft);
  const foundation = foundationDegree(draft);
  const rows = make.rowsWith({
    institutions: [make.institution(UNIVERSITY), make.institution(COLLEGE)],
    registerParts: [make.registerPart('nurse', nurseSets(draft)), make.registerPart('midwife')],
    qualifications: [
      make.qualification('honours'),
      make.qualification('diphe', { level: 5 }),
      make.qualification('fdsc', { level: 5 }),
      make.qualification('certhe', { level: 4 }),
      make.qualification('hnd', {
        level: 5,
        creditsByLevel: { 4: dice.one([40, 60, 120]), 5: dice.one([20, 60, 120]) },
      }),
    ],
    modules: [...targets.flat(), ...sources],
    programmes: [degree, foundation],
    deliveries,
    mappings: mappingsOf(draft),
    agreements: agreementsOf(draft),
    experienceMappings: experienceOf(draft),
    policies: policiesFor(draft),
  });
  const question: CreditQuestion = {
    learner: learnerOf(draft, foundation),
    programme: degree.id,
    start,
    ...(deliveries.length ? dice.maybe(0.25, () => ({ delivery: dice.one(deliveries).id })) : {}),
    ...dice.maybe(0.5, () => ({ objective: 'ENTRY' as const })),
    ...dice.maybe(0.4, () => ({ include: 'PROPOSED' as const })),
  };
  return { seed, rows, question };
}

/** Where the degree does not reach the register alone, it may with the foundation degree. */
const nurseSets = ({ dice, degree }: Draft) =>
  degree.leadsTo ? {} : dice.maybe(0.6, () => ({ sets: [{ programmes: [degree.id, 'foundation'] }] }));

/** Ages crowd around the currency limit; marks around the pass mark. */
function learnerOf(draft: Draft, foundation: Programme): Learner {
  const { dice, size, start, sources, targets, degree, takeable, currency } = draft;
  const gained = (): string => textOf(start - dice.one([1, 1, 12, 24, currency, currency, currency + 1, currency + 1]));
  const mark = () => dice.maybe(0.6, () => ({ mark: dice.one([35, 40, 45, 50, 65]) }));
  const options = (foundation.stages[1]?.groups ?? []).flatMap(({ members }) => members as string[]);
  const awards: HeldAward[] = [];
  const hasDegree = dice.chance(0.7);
  if (hasDegree) {
    const exit = dice.chance(0.1);
    awards.push({
      ...(dice.chance(0.3) ? { award: exit ? 'certhe' : 'fdsc', programme: foundation.id } : { award: foundation.id }),
      on: gained(),
      ...(exit ? { stage: 1 } : options.length ? { options: dice.some(options, 1) } : {}),
    });
  }
  if (dice.chance(0.35)) awards.push({ award: 'hnd', on: gained(), ...mark() });
  if (dice.chance(0.06)) awards.push({ award: degree.id, stage: 1, on: gained() });
  // A module that an award holds as well may leave its date to the award.
  const dated = (id: string): boolean => hasDegree && (foundation.stages[0]?.core ?? []).includes(id);
  const modules: HeldModule[] = dice
    .some(sources, hasDegree ? dice.whole(0, size.held[0]) : dice.whole(...size.held))
    .map(({ id }) => ({
      module: id,
      ...(dated(id) && dice.chance(0.3) ? {} : { on: gained() }),
      ...mark(),
      ...dice.maybe(0.1, () => ({ compensated: true })),
      ...dice.maybe(0.05, () => ({ programme: foundation.id })),
    }));
  const studied = dice.chance(0.35) ? dice.some(targets.flat(), dice.whole(1, 2 * size.scale)) : [];
  const progress = dice.chance(0.7);
  for (const { id } of progress ? studied.filter((module) => takeable.includes(module.id)) : studied)
    modules.push({ module: id, on: gained(), ...mark(), ...(progress ? { programme: degree.id } : {}) });
  return {
    awards,
    modules,
    experience: experienceHeld(dice),
    ...dice.maybe(0.5, () => ({ employment: { employer: dice.one(['trust', 'home']) } })),
    ...dice.maybe(0.5, () => ({
      registrations: [{ part: 'midwife', status: dice.one(['current', 'current', 'lapsed']) }],
    })),
    ...(progress || dice.chance(0.2)
      ? dice.maybe(0.5, () => ({
          enrolments: [{ programme: degree.id, on: textOf(start - dice.one([12, 24, 36, 60, 72])) }],
        }))
      : {}),
  };
}

const experienceHeld = (dice: Dice) =>
  dice.some(['care', 'care', 'care', 'school'], dice.one([0, 1, 2, 2, 3])).map((setting) => ({
    setting,
    months: dice.one([6, 12, 24]),
    ...dice.maybe(0.8, () => ({ evidenced: true })),
    ...dice.maybe(0.7, () => ({ hoursPerWeek: dice.one([15, 30]) })),
  }));
