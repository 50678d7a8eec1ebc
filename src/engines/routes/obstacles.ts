import type { Constraints } from '../../domain/questions.js';
import type { Obstacle, ObstacleSet } from '../../domain/route.js';
import { judgeEntry } from '../entry/judge.js';
import { type Asked, ask } from './ask.js';
import { openPoints } from './legs.js';

const MOST_SETS = 20;
/** Legs tried when a question is asked again without something that stands in the way. */
const LEGS_AGAIN = 1;

/**
 * What stands in the way of every route: the smallest sets of the asker's own constraints, and for each programme that
 * reaches the part the smallest sets of entry conditions, with the repairs. Each set is verified by asking again without
 * it; by size, then by what is said.
 */
export function obstacles(asked: Asked): ObstacleSet[] {
  const sets = [...constraintSets(asked), ...entrySets(asked)];
  const sorted = sets
    .sort((a, b) => a.obstacles.length - b.obstacles.length || (said(a) < said(b) ? -1 : 1))
    .slice(0, MOST_SETS);
  return sorted.length ? sorted : [nothingOpens(asked)];
}

const said = ({ obstacles: [first] }: ObstacleSet): string => first?.says ?? '';

/** Constraints of the asker that can be given up, with how each is said. */
function given({
  question: { constraints = {} },
  terms,
}: Asked): { key: keyof Constraints; without: Partial<Constraints>; says: string }[] {
  const all = (['full-time', 'part-time'] as const).flatMap((pace) =>
    (['none', 'apprenticeship', 'beside'] as const).map((employment) => ({ pace, employment })),
  );
  const asks: { key: keyof Constraints; says: string }[] = [
    { key: 'releaseDays', says: `at most ${constraints.releaseDays} release days a week` },
    { key: 'noPlacementsElsewhere', says: 'no placement outside the own workplace' },
    { key: 'institutions', says: `only ${constraints.institutions?.join(', ')}` },
    { key: 'regions', says: `only in ${constraints.regions?.join(', ')}` },
    { key: 'kilometres', says: `at most ${constraints.kilometres} kilometres from home` },
    { key: 'budget', says: `at most £${constraints.budget} from the learner` },
    { key: 'latest', says: 'the latest month' },
    { key: 'legs', says: `at most ${constraints.legs} legs` },
  ];
  return [
    {
      key: 'modes',
      without: { modes: all },
      says: constraints.modes ? 'the modes of study allowed' : 'part-time routes only',
    },
    ...(terms.nominated
      ? []
      : [{ key: 'nominated' as const, without: { nominated: true }, says: 'no nomination by an employer' }]),
    ...asks
      .filter(({ key }) => constraints[key] !== undefined && constraints[key] !== false)
      .map(({ key, says }) => ({ key, says, without: {} })),
  ];
}

/** Smallest sets of one or two constraints without which there is a route. */
function constraintSets(asked: Asked): ObstacleSet[] {
  const {
    question,
    terms: { catalogue },
  } = asked;
  const all = given(asked);
  const found: { keys: string[]; set: ObstacleSet }[] = [];
  const tries = [...all.map((one) => [one]), ...all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other]))];
  for (const given of tries) {
    const keys = given.map(({ key }) => key);
    if (found.some((known) => known.keys.every((key) => keys.includes(key as keyof Constraints)))) continue;
    const kept = Object.fromEntries(
      Object.entries(question.constraints ?? {}).filter(([key]) => !keys.includes(key as keyof Constraints)),
    );
    const constraints = Object.assign({}, kept, ...given.map(({ without }) => without)) as Constraints;
    const { searched, terms } = ask(
      catalogue,
      { ...question, constraints },
      { legs: Math.min(constraints.legs ?? LEGS_AGAIN, LEGS_AGAIN), enough: 1 },
    );
    const months = searched.found[0]?.measures[0];
    if (months === undefined || terms.first !== question.first) continue;
    const obstacles = given.map(
      ({ says }): Obstacle => ({ kind: 'constraint', says, programme: null, conditions: [] }),
    );
    found.push({ keys, set: { obstacles, opensMonths: months, byLearner: [], bySystem: [] } });
  }
  return found.map(({ set }) => set);
}

/** For each programme of one leg that only its entry rules close, the smallest sets of unmet conditions and their repairs. */
function entrySets(asked: Asked): ObstacleSet[] {
  const { question, terms } = asked;
  const { catalogue } = terms;
  const finals = catalogue
    .waysTo(question.registerPart)
    .filter(({ programmes }) => programmes.length === 1)
    .map(({ programmes }) => programmes[0]!);
  return finals.flatMap((id) => {
    const open = (catalogue.deliveriesOf.get(id) ?? []).flatMap((delivery) => {
      const month = Array.from({ length: 12 }, (_, i) => question.first + i).find((at) =>
        openPoints(terms, delivery, at).some(({ stage }) => stage === 1),
      );
      return month === undefined ? [] : [{ delivery, month }];
    })[0];
    if (!open) return [];
    const entry = judgeEntry(catalogue, {
      learner: terms.holdings.learner,
      programme: id,
      delivery: open.delivery.id,
      start: open.month,
    });
    if (entry.verdict !== 'NOT_MET') return [];
    const months = ask(catalogue, question, { legs: 1, enough: 1, only: id, admitted: new Set([id]) }).searched.found[0]
      ?.measures[0];
    if (months === undefined) return [];
    return entry.repairs.map(
      ({ conditions, asks, byLearner, bySystem }): ObstacleSet => ({
        obstacles: conditions.map(
          (condition, i): Obstacle => ({
            kind: 'entry',
            says: asks[i] ?? condition,
            programme: id,
            conditions: [condition],
          }),
        ),
        opensMonths: months,
        byLearner,
        bySystem,
      }),
    );
  });
}

function nothingOpens({ question, terms: { catalogue } }: Asked): ObstacleSet {
  const ways = catalogue.waysTo(question.registerPart).length;
  const says =
    ways === 0
      ? 'no programme in the catalogue reaches this register part'
      : 'no single entry rule and no two of the constraints asked explain it: the catalogue knows no delivery that fits';
  return {
    obstacles: [{ kind: 'catalogue', says, programme: null, conditions: [] }],
    opensMonths: null,
    byLearner: [],
    bySystem: [],
  };
}
