import type { Rows } from '../../src/domain/catalogue.js';
import type { IntoQuestion } from '../../src/domain/credit-into.js';
import type { Id } from '../../src/domain/fact.js';
import { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';
import { creditCase } from './credit-cases.js';

/** An award that someone may hold: of a programme, on leaving it after a stage, or a qualification by itself. */
export interface Award {
  award: Id;
  stage?: number;
}

/** A catalogue in small, who comes with credit into its degree, and all the awards that someone may hold in it. */
export interface ReverseCase {
  rows: Rows;
  question: IntoQuestion;
  awards: Award[];
}

/**
 * The random cases of credit, with three programmes more whose modules are by chance those that are sources, those of the degree,
 * and others: one with options, one with an exit award, one whose modules are not known.
 */
export function reverseCase(seed: number): ReverseCase {
  const { rows: small, question: credit } = creditCase(seed);
  const dice = new Dice(seed + 1_000_003);
  const modules = small.modules.map(({ id }) => id);
  const some = (count: number): Id[] => dice.some(modules, count);
  const members = some(dice.whole(2, 4));
  const rows: Rows = {
    ...small,
    programmes: [
      ...small.programmes,
      make.programme('other', {
        institution: dice.one(['university', 'college']),
        award: dice.one(['fdsc', 'diphe', 'honours']),
        level: 5,
        stages: [
          { core: some(dice.whole(0, 3)), ...dice.maybe(0.7, () => ({ exitAward: 'certhe' })) },
          { core: some(2), groups: [{ id: 'choice', choose: { members: dice.whole(1, 2) }, members }] },
        ],
      }),
      make.programme('short', {
        institution: 'college',
        award: 'certhe',
        level: 4,
        stages: [{ core: some(dice.whole(1, 3)) }],
        ...dice.maybe(0.5, () => ({ leadsTo: ['midwife'] })),
      }),
      make.programme('unlisted', { institution: 'college', award: 'hnd', level: 5, stages: [{}] }),
    ],
  };
  const programmes = rows.programmes.filter(({ id }) => id !== credit.programme);
  const { programme, start, delivery, include } = credit;
  return {
    rows,
    question: { programme, start, ...(delivery ? { delivery } : {}), ...(include ? { include } : {}) },
    awards: [
      ...programmes.map(({ id }) => ({ award: id })),
      ...programmes.flatMap(({ id, stages }) =>
        stages.flatMap(({ exitAward }, index) =>
          exitAward && index + 1 < stages.length ? [{ award: id, stage: index + 1 }] : [],
        ),
      ),
      ...rows.qualifications.flatMap(({ id, creditsByLevel }) => (creditsByLevel ? [{ award: id }] : [])),
    ],
  };
}
