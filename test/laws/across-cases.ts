import type { Rows } from '../../src/domain/catalogue.js';
import type { Learner } from '../../src/domain/learner.js';
import type { AcrossQuestion } from '../../src/engines/credit/across.js';
import { Dice } from '../support/dice.js';
import { creditCase } from './credit-cases.js';

/**
 * A random case with so many degrees: the first case's foundation degree and sources, and beside its degree those of the
 * cases after it, with their modules, deliveries, rows and policies under names of their own. All degrees are of one
 * university and as a rule lead to one register, so that the policies of one hold for others too. The learners of three
 * cases ask, of one start month. Little is held, and little of it recognised, so that most degrees take nothing.
 */
export function countryOf(seed: number, degrees: number): { rows: Rows; questions: AcrossQuestion[] } {
  const dice = new Dice(seed);
  const cases = Array.from({ length: degrees }, (_, at) => creditCase(1000 * seed + at));
  const [first, ...others] = cases;
  const rows = others.reduce((all, { rows: more }, at) => beside(all, more, `x${at + 1}-`), first!.rows);
  const known = new Set(rows.modules.map(({ id }) => id));
  return {
    rows: {
      ...rows,
      mappings: fewer(dice, rows.mappings, 0.4),
      agreements: fewer(dice, rows.agreements, 0.2),
      experienceMappings: fewer(dice, rows.experienceMappings, 0.2),
    },
    questions: cases.slice(0, 3).map(({ question: { programme: _, delivery: __, learner, ...asked } }) => ({
      ...asked,
      start: first!.question.start,
      learner: poorer(dice, learner, known),
    })),
  };
}

const fewer = <T>(dice: Dice, all: readonly T[], share: number): T[] => all.filter(() => dice.chance(share));

/** The same learner with little of what they hold, and only what the catalogue knows. */
const poorer = (
  dice: Dice,
  { awards = [], modules = [], experience = [], ...person }: Learner,
  known: ReadonlySet<string>,
): Learner => ({
  ...person,
  // Options are those of the first case's foundation degree.
  awards: fewer(dice, awards, 0.3).map(({ options: _, ...award }) => award),
  modules: dice.some(
    modules.filter(({ module, on }) => on !== undefined && known.has(module)),
    3,
  ),
  experience: fewer(dice, experience, 0.5),
});

const KINDS = ['deliveries', 'mappings', 'agreements', 'experienceMappings', 'policies'] as const;

/** A catalogue with the degree of another, and all that is about it, under ids that begin so. */
function beside(rows: Rows, more: Rows, prefix: string): Rows {
  const programmes = more.programmes.filter(({ id }) => id === 'degree');
  const known = new Set(rows.modules.map(({ id }) => id));
  const modules = more.modules.filter(({ id }) => id.startsWith('t') || !known.has(id));
  const own = new Set(
    [programmes, modules.filter(({ id }) => id.startsWith('t')), ...KINDS.map((kind) => more[kind])]
      .flat()
      .map(({ id }) => id),
  );
  const renamed = <T>(value: T): T => {
    if (typeof value === 'string') return (own.has(value) ? `${prefix}${value}` : value) as T;
    if (Array.isArray(value)) return value.map(renamed) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, renamed(field)])) as T;
  };
  return {
    ...rows,
    programmes: [...rows.programmes, ...renamed(programmes)],
    modules: [...rows.modules, ...renamed(modules)],
    deliveries: [...rows.deliveries, ...renamed(more.deliveries)],
    mappings: [...rows.mappings, ...renamed(more.mappings)],
    agreements: [...rows.agreements, ...renamed(more.agreements)],
    experienceMappings: [...rows.experienceMappings, ...renamed(more.experienceMappings)],
    policies: [...rows.policies, ...renamed(more.policies)],
  };
}
