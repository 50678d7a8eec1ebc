import type { Rows } from '../../src/domain/catalogue.js';
import type { Id } from '../../src/domain/fact.js';
import type { HeldModule } from '../../src/domain/learner.js';
import type { Limit } from '../../src/domain/limits.js';
import type { PreparationQuestion, PreparationTarget } from '../../src/domain/preparation.js';
import type { Module, Prerequisite, SingleOffer } from '../../src/domain/provision.js';
import type { Mapping } from '../../src/domain/recognition.js';
import { type Month, monthOf, textOf } from '../../src/domain/time.js';
import { Dice } from '../support/dice.js';
import * as make from '../support/rows.js';
import { type CreditCase, creditCase } from './credit-cases.js';

/** A catalogue in small with modules offered singly, and a question of what to study first. */
export interface PreparationCase {
  seed: number;
  rows: Rows;
  question: PreparationQuestion;
}

/** Modules put on offer at the most; every choice of them and of their months is tried. */
const MOST_OFFERED = 5;

/** A random case; the same seed gives the same one. One in four has every feature of credit, the others are reached more often. */
export const preparationCase = (seed: number): PreparationCase =>
  seed % 4 === 0 ? featuredCase(seed) : reachableCase(seed);

/** Programmes with a first stage that modules on offer are mapped into, alone or together, by several ways. */
function reachableCase(seed: number): PreparationCase {
  const dice = new Dice(seed);
  const start = monthOf(dice.one(['2026-09', '2027-01']));
  const first = start - dice.whole(8, 20);
  const pool = Array.from({ length: dice.whole(4, 6) }, (_, at) =>
    make.module(`s${at + 1}`, { credits: dice.one([20, 20, 30, 40]), level: dice.one([4, 5, 5]) }),
  );
  const degrees = Array.from({ length: dice.one([1, 2, 2, 3]) }, (_, at) =>
    reachableDegree(dice, `p${at + 1}`, pool, start),
  );
  const learns = dice.some(pool, dice.one([0, 1, 1, 2]));
  const held = learns.map(({ id }) => ({
    module: id,
    on: textOf(first - dice.one([1, 10, 30])),
    ...dice.maybe(0.3, () => ({ mark: dice.one([35, 50]) })),
  }));
  const isOffered = new Set(
    [
      ...dice.some(
        pool.filter((module) => !learns.includes(module)),
        MOST_OFFERED - (dice.chance(0.3) ? 1 : 0),
      ),
      ...(dice.chance(0.3) ? dice.some(learns, 1) : []),
    ]
      .map(({ id }) => id)
      .slice(0, MOST_OFFERED),
  );
  const modules = pool.map((module) =>
    isOffered.has(module.id) ? onOffer(dice, module, [...isOffered], held, first) : module,
  );
  const rows = make.rowsWith({
    institutions: [make.institution('university'), make.institution('college')],
    qualifications: [make.qualification('honours')],
    modules: [...modules, ...degrees.flatMap((degree) => degree.modules)],
    programmes: degrees.map(({ programme }) => programme),
    deliveries: degrees.flatMap(({ deliveries }) => deliveries),
    mappings: degrees.flatMap(({ mappings }) => mappings),
    policies: degrees.flatMap(({ policies }) => policies),
    entryRules: isOffered.size > 0 && dice.chance(0.1) ? [ruleFor(dice, [...isOffered])] : [],
  });
  const question: PreparationQuestion = {
    learner: { modules: held },
    targets: degrees.map(({ programme }) => ({
      programme: programme.id,
      stage: 2,
      intake: start + dice.one([0, 0, 4, 8]),
      ...dice.maybe(0.2, () => ({ delivery: `${programme.id}-d1` })),
    })),
    first,
    fewest: dice.one(['MODULES', 'CREDITS', 'FEES']),
    constraints: {
      ...dice.maybe(0.25, () => ({ releaseDays: dice.one([1, 1.5, 2]) })),
      ...dice.maybe(0.2, () => ({ assumedMark: dice.one([40, 60]) })),
    },
  };
  return { seed, rows, question };
}

function reachableDegree(dice: Dice, id: string, pool: readonly Module[], start: Month) {
  const first = Array.from({ length: dice.one([1, 1, 2, 2, 3]) }, (_, at) =>
    make.module(`${id}-t${at + 1}`, {
      institution: 'university',
      credits: dice.one([20, 20, 40]),
      ...dice.maybe(0.2, () => ({ outcomes: ['a', 'b'].map((of) => ({ id: of, text: of })) })),
    }),
  );
  const last = make.module(`${id}-t9`, { institution: 'university', level: 5 });
  const grouped = first.length > 1 && dice.chance(0.3);
  const mappings = first.flatMap((target) =>
    Array.from({ length: dice.whole(2, 4) }, (_, at): Mapping => {
      const one = `${target.id}-m${at + 1}`;
      const common = {
        strength: 'precedent' as const,
        ...dice.maybe(0.1, () => ({ scope: { years: { from: 2026, to: dice.one([2026, 2027]) } } })),
      };
      if (target.outcomes)
        return make.mapping(one, [dice.one(pool).id], [target.id], { ...common, outcomes: [dice.one(['a', 'b'])] });
      if (dice.chance(0.2))
        return make.mapping(
          one,
          dice.some(pool, 3).map((of) => of.id),
          [target.id],
          { ...common, choose: 2 },
        );
      const both = dice.chance(0.2) ? [...new Set([target.id, dice.one(first).id])] : [target.id];
      return make.mapping(
        one,
        dice.some(pool, dice.one([1, 1, 2, 3])).map((of) => of.id),
        both,
        common,
      );
    }),
  );
  const programme = make.programme(id, {
    credits: 120,
    stages: [
      grouped
        ? {
            core: first.slice(2).map((module) => module.id),
            groups: [{ id: 'g', choose: { members: 1 }, members: first.slice(0, 2).map((module) => module.id) }],
          }
        : { core: first.map((module) => module.id) },
      { core: [last.id] },
    ],
  });
  const deliveries = Array.from({ length: dice.one([1, 1, 2]) }, (_, at) =>
    make.delivery(`${id}-d${at + 1}`, id, {
      months: [12, 12],
      entryPoints: [
        make.entryPoint(1, { months: [1, 9] }),
        make.entryPoint(2, {
          months: [1, 5, 9],
          ...dice.maybe(0.25, () => ({ outstanding: dice.one([{ credits: 20 }, { modules: [dice.one(first).id] }]) })),
        }),
      ],
    }),
  );
  const limits: Limit[] = dice.some<Limit>(
    [
      { id: `${id}-share`, kind: 'share', fraction: dice.one(['1/3', '1/2']) },
      { id: `${id}-currency`, kind: 'currency', months: dice.one([6, 10, 24]) },
      { id: `${id}-mark`, kind: 'mark', mark: 40 },
      { id: `${id}-reuse`, kind: 'single-use', allow: true },
      {
        id: `${id}-span`,
        kind: 'span',
        months: dice.one([30, 34, 38]),
        since: dice.one(['enrolment', 'oldest-source']),
      },
      { id: `${id}-minimum`, kind: 'minimum', credits: 40 },
      { id: `${id}-level`, kind: 'level', level: 4, credits: dice.one([40, 60]) },
    ],
    dice.one([0, 0, 1, 2]),
  );
  const policies = [
    make.policy(`${id}-policy`, limits, {
      programmes: [id],
      ...dice.maybe(0.2, () => ({ claims: { lodgeMonths: dice.whole(1, 4) } })),
    }),
  ];
  return { programme, modules: [...first, last], mappings, deliveries, policies, start };
}

/**
 * Made of one or two cases of credit: some of what the learner held is not held yet but on offer, and the degrees are
 * joined later, each in its month.
 */
function featuredCase(seed: number): PreparationCase {
  const dice = new Dice(seed);
  const base = creditCase(seed * 2);
  const both = dice.chance(0.5) ? joined(base, creditCase(seed * 2 + 1)) : base.rows;
  const { learner, start } = base.question;
  const first = start - dice.whole(4, 14);
  const { held, open } = taken(dice, base, both, first);
  const offered = dice.some(open, dice.whole(2, MOST_OFFERED));
  const again = dice.chance(0.25) ? dice.some([...new Set(held.map(({ module }) => module))], 1) : [];
  const before = new Set([...offered, ...again].slice(0, MOST_OFFERED));
  const rows = {
    ...both,
    modules: both.modules.map((module) =>
      before.has(module.id) ? onOffer(dice, module, [...before], held, first) : module,
    ),
    entryRules: dice.chance(0.15) ? [ruleFor(dice, [...before])] : [],
    policies: both.policies.map((policy) => ({
      ...policy,
      ...dice.maybe(0.15, () => ({ claims: { lodgeMonths: dice.whole(1, 6) } })),
    })),
  };
  const question: PreparationQuestion = {
    learner: {
      ...learner,
      modules: held,
      awards: (learner.awards ?? []).filter(() => dice.chance(0.6)),
      experience: (learner.experience ?? []).map((spell) => ({
        ...spell,
        ...dice.maybe(0.3, () => ({ ongoing: true })),
      })),
    },
    targets: targetsOf(dice, rows, start),
    first,
    fewest: dice.one(['MODULES', 'CREDITS', 'FEES']),
    ...dice.maybe(0.3, () => ({ include: 'PROPOSED' as const })),
    constraints: {
      ...dice.maybe(0.25, () => ({ releaseDays: dice.one([1, 1.5, 2, 3]) })),
      ...dice.maybe(0.3, () => ({ assumedMark: dice.one([40, 45, 60]) })),
    },
  };
  return { seed, rows, question };
}

/** What the learner still holds of the modules held by themselves, and what could be on offer: the rest, sources, targets. */
function taken(dice: Dice, { question: { learner } }: CreditCase, rows: Rows, first: Month) {
  const modules = learner.modules ?? [];
  const before = ({ on }: HeldModule): string =>
    textOf(Math.min(first - 1, on === undefined ? first - 12 : monthOf(on)));
  const held = modules
    .filter(({ programme }) => programme !== undefined || dice.chance(0.35))
    .map((module) => ({ ...module, on: before(module) }));
  const mapped = new Set(rows.mappings.flatMap(({ sources }) => sources));
  const used = new Set(held.map(({ module }) => module));
  const open = [...mapped].filter((id) => !used.has(id));
  const targets = rows.modules.map(({ id }) => id).filter((id) => /^b?t/.test(id) && !used.has(id));
  return { held, open: [...open, ...dice.some(targets, dice.one([0, 0, 1, 2]))] };
}

function onOffer(
  dice: Dice,
  module: Module,
  others: readonly Id[],
  held: readonly { module: Id }[],
  first: Month,
): Module {
  const fee = (): number => dice.one([300, 500, 500, 812.5]);
  const offers = Array.from(
    { length: dice.one([1, 1, 1, 2]) },
    (_, at): SingleOffer => ({
      id: `${module.id}-offer-${at + 1}`,
      fee: fee(),
      intakes: dice.one([[9], [1, 9], [2, 10], [1, 5, 9], [((first + dice.whole(0, 3)) % 12) + 1]]),
      months: dice.one([1, 2, 3, 3, 4, 6]),
      releaseDays: dice.one([0.5, 1, 1]),
      ...dice.maybe(0.65, () => ({ concurrent: true })),
      ...dice.maybe(0.1, () => ({ from: textOf(first + 3) })),
    }),
  );
  const some = [...others.filter((id) => id !== module.id), ...held.map(({ module: id }) => id)];
  return {
    ...module,
    offers,
    ...(some.length > 0 ? dice.maybe(0.35, () => ({ prerequisites: treeOf(dice, some) })) : {}),
  };
}

/** One module, or all or any of some, one of which may be a tree. */
function treeOf(dice: Dice, ids: readonly Id[]): Prerequisite {
  const some = dice.some(ids, dice.whole(1, 3));
  if (some.length === 1) return some[0]!;
  const parts: Prerequisite[] =
    some.length === 3 && dice.chance(0.5)
      ? [some[0]!, dice.one([{ all: some.slice(1) }, { any: some.slice(1) }])]
      : some;
  return dice.one([{ all: parts }, { any: parts }, { any: parts }]);
}

const ruleFor = (dice: Dice, ids: readonly Id[]) =>
  make.entryRule(
    'credits-first',
    { kind: 'credits', credits: dice.one([10, 20, 40]), level: dice.one([4, 5]) },
    { programmes: [dice.one(ids)] },
  );

function targetsOf(dice: Dice, rows: Rows, start: Month): PreparationTarget[] {
  const degrees = rows.programmes.filter(({ id }) => id !== 'foundation');
  return Array.from({ length: dice.one([1, 1, 2, 2, 3]) }, () => {
    const degree = dice.one(degrees);
    const deliveries = rows.deliveries.filter(({ programme }) => programme === degree.id);
    return {
      programme: degree.id,
      stage: dice.whole(2, degree.stages.length),
      intake: start + dice.one([0, 0, 4, 8]),
      ...(deliveries.length > 0 ? dice.maybe(0.3, () => ({ delivery: dice.one(deliveries).id })) : {}),
    };
  });
}

/** The rows of two cases, with the second's degree and what belongs to it under other ids; they share the source modules. */
function joined({ rows: a }: CreditCase, { rows: b }: CreditCase): Rows {
  const known = new Set(a.modules.map(({ id }) => id));
  const isOwn = (id: Id): boolean => !/^s\d/.test(id) && id !== 'foundation';
  const ids = new Set(
    [
      ...b.modules,
      ...b.programmes,
      ...b.deliveries,
      ...b.mappings,
      ...b.agreements,
      ...b.experienceMappings,
      ...b.policies,
    ]
      .map(({ id }) => id)
      .filter(isOwn),
  );
  for (const { limits } of b.policies) for (const { id } of limits) ids.add(id);
  const renamed = <T>(value: T): T => {
    if (typeof value === 'string') return (ids.has(value) ? `b${value}` : value) as T;
    if (Array.isArray(value)) return value.map(renamed) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, renamed(one)])) as T;
  };
  const own = renamed({ ...b, modules: b.modules.filter(({ id }) => isOwn(id) || !known.has(id)) });
  return {
    ...a,
    modules: [...a.modules, ...own.modules],
    programmes: [...a.programmes, ...own.programmes.filter(({ id }) => id !== 'foundation')],
    deliveries: [...a.deliveries, ...own.deliveries],
    mappings: [...a.mappings, ...own.mappings],
    agreements: [...a.agreements, ...own.agreements],
    experienceMappings: [...a.experienceMappings, ...own.experienceMappings],
    policies: [...a.policies, ...own.policies],
  };
}

/** A case as it can be read where a law fails. */
export const preparationCaseAsText = ({ seed, rows, question }: PreparationCase): string =>
  JSON.stringify(
    { seed, question, rows },
    (_, value) => (Array.isArray(value) && value.length === 0 ? undefined : value),
    1,
  );
