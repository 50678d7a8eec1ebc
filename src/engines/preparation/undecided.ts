import type { UndecidedAnswer, UndecidedChoice, UndecidedQuestion, UndecidedTarget } from '../../domain/preparation.js';
import { spoken, textOf } from '../../domain/time.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { listed } from '../credit/words.js';
import { type Chosen, mostDoors } from './doors.js';
import { optimum } from './optimum.js';
import { leastRegret, type Scratch } from './regret.js';
import { type Terms, termsOf } from './terms.js';

/** Numbers of modules that are told of at the most. */
const MOST_MODULES = 12;
/** Pivots and nodes that one question may take, for doors and for regret each. */
const STEPS = 1_000_000;

/**
 * What to study first while one has not decided between targets (spec 5.4): for each number of modules those that lead
 * to most targets, and those with the least regret. Throws a RangeError for a programme, delivery, module or award that
 * the catalogue does not hold.
 */
export function prepareUndecided(catalogue: Catalogue, question: UndecidedQuestion): UndecidedAnswer {
  const terms = termsOf(catalogue, { ...question, fewest: 'MODULES' });
  const alone = terms.asked.map((asked): Terms => ({ ...terms, asked: [asked] }));
  const scratch = alone.map((one) => optimum(one));
  const fewest = scratch.map(({ proof, studied }) => (proof === 'NONE' ? null : studied.length));
  const targets = alone.flatMap((one, at): Scratch[] =>
    fewest[at] === null ? [] : [{ terms: one, fewest: fewest[at]! }],
  );
  const most = Math.min(MOST_MODULES, Math.max(0, ...targets.map((one) => one.fewest)) * targets.length);
  const reachable = { ...terms, asked: targets.map((one) => one.terms.asked[0]!) };
  const places = alone.flatMap((_, at) => (fewest[at] === null ? [] : [at]));
  const doors = mostDoors(reachable, most, targets.length, { left: STEPS }).map((one) => ({
    ...one,
    opens: one.opens?.map((at) => places[at]!),
  }));
  const regret = targets.length > 1 ? leastRegret(reachable, targets, doors.length, { left: STEPS }) : [];
  const telling = new Telling(terms, alone, fewest);
  const told = {
    doors: doors.map((one) => telling.choice(one)),
    leastRegret: regret.map((one) => telling.choice(one)),
  };
  const proven = scratch.every(({ proof }) => proof !== 'BOUNDED') && [...doors, ...regret].every((one) => one.proven);
  const named = terms.asked.map((_, at) => targetOf(terms, at, fewest[at]!));
  const left = named.filter((one) => one.fewest === null);
  return {
    first: textOf(question.first),
    proof: proven && telling.proven ? 'OPTIMAL' : 'BOUNDED',
    targets: named,
    ...told,
    notes: [
      ...left.map(
        ({ title, stage }) => `Nothing on offer leads to ‘${title}’ at stage ${stage}: it is left out of regret.`,
      ),
      ...(doors.length === MOST_MODULES ? [`No more than ${MOST_MODULES} modules are told of.`] : []),
    ],
    problems:
      targets.length > 0
        ? []
        : [{ code: 'NOTHING_ON_OFFER', field: 'targets', message: 'Nothing on offer leads to any of these targets.' }],
    summary: summaryOf(told.doors, named.length),
  };
}

function targetOf({ asked, catalogue }: Terms, at: number, fewest: number | null): UndecidedTarget {
  const { programme, target } = asked[at]!;
  return {
    programme: programme.id,
    title: programme.title,
    institutionName: catalogue.institutions.get(programme.institution)?.name ?? programme.institution,
    stage: target.stage,
    intake: textOf(target.intake),
    fewest,
  };
}

function summaryOf(doors: readonly UndecidedChoice[], targets: number): string {
  const last = doors.at(-1);
  if (!last) return `No module on offer leads to any of the ${targets} targets, or none is needed.`;
  return `${last.modules.length === 1 ? '1 module leads' : `${last.modules.length} modules lead`} to ${last.opens.length} of ${targets} targets.`;
}

/** Tells of modules what they open and what is still to be studied for each target. */
class Telling {
  proven = true;

  constructor(
    readonly terms: Terms,
    readonly alone: readonly Terms[],
    readonly fewest: readonly (number | null)[],
  ) {}

  choice({ count, modules, opens: together }: Chosen): UndecidedChoice {
    const further = this.alone.map((one, at) => {
      if (this.fewest[at] === null) return null;
      const found = optimum(one, modules);
      this.proven &&= found.proof !== 'BOUNDED';
      return found.proof === 'NONE' ? null : found.studied.length - modules.length;
    });
    const opens = [...(together ?? further.flatMap((more, at) => (more === 0 ? [at] : [])))];
    const regrets = further.flatMap((more, at) => {
      const fewest = this.fewest[at];
      return typeof fewest !== 'number'
        ? []
        : [more === null ? Number.POSITIVE_INFINITY : modules.length + more - fewest];
    });
    const worst = Math.max(0, ...regrets);
    const regret = Number.isFinite(worst) ? worst : null;
    const much = regret === 1 ? '1 module is' : `${regret} modules are`;
    const atWorst =
      regret === null
        ? 'some target cannot be prepared for any more'
        : `at the worst ${much} studied more than had one decided at once`;
    const { catalogue, asked } = this.terms;
    const titles = opens.map((at) => `‘${asked[at]!.programme.title}’ (${spoken(asked[at]!.target.intake)})`);
    return {
      count,
      modules: modules.map((module) => ({ module, title: catalogue.modules.get(module)?.title ?? module })),
      opens,
      further,
      regret,
      says: `${opens.length === 0 ? 'Something further is needed for each target' : `Nothing further is needed for ${listed(titles)}`}; ${atWorst}.`,
    };
  }
}
