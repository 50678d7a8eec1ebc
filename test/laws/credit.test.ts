import { expect, test } from 'vitest';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Limit } from '../../src/domain/limits.js';
import type { OptionGroup } from '../../src/domain/provision.js';
import type { Strength } from '../../src/domain/recognition.js';
import { assess, bestSolution } from '../../src/engines/credit/assess.js';
import { holdingsOf } from '../../src/engines/credit/holdings.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type CreditCase, creditCase } from './credit-cases.js';
import { caseAsText, shrink } from './credit-cases-shrink.js';
import { creditOracle, type OracleAnswer } from './credit-oracle.js';

// CASES=50000 SEED=1000 tries as many as one likes, from where one likes.
const LONG = process.env.LAWS === 'long';
const CASES = Number(process.env.CASES ?? (LONG ? 6000 : 300));
const FIRST = Number(process.env.SEED ?? 1);

/** What the law is about: where, how much, at which stage, by which claims. */
interface Verdict {
  delivery: string | null;
  credits: number;
  entryStage: number;
  claims: string[];
}

const seeds = Array.from({ length: CASES }, (_, index) => FIRST + index);

const byOracle = ({ rows, question }: Pick<CreditCase, 'rows' | 'question'>): Verdict => {
  const { delivery, credits, entryStage, claims } = creditOracle(rows, question);
  return { delivery, credits, entryStage, claims };
};

/** The solution that an assessment explains, without the explanation, which solves many times more. */
const byEngine = ({ rows, question }: CreditCase): Verdict => {
  const catalogue = new Catalogue(rows);
  const { setting, credits, entryStage, used } = bestSolution(
    catalogue,
    holdingsOf(catalogue, question.learner),
    question,
  );
  return { delivery: setting.delivery?.id ?? null, credits, entryStage, claims: used.map(({ id }) => id).sort() };
};

const same = (a: Verdict, b: Verdict): boolean => JSON.stringify(a) === JSON.stringify(b);

test(`the best claims are those that trying every set finds, in ${CASES} random cases`, {
  timeout: 600_000 + 30 * CASES,
}, () => {
  for (const seed of seeds) {
    const one = creditCase(seed);
    if (same(byEngine(one), byOracle(one))) continue;
    const small = shrink(one, (smaller) => !same(byEngine(smaller), byOracle(smaller)));
    expect(byEngine(small), `SEED=${seed} differs; in small:\n${caseAsText(small)}`).toEqual(byOracle(small));
  }
});

test('each band of strength is the best of the rows that are at least so firm', () => {
  const firm = { guaranteed: ['guaranteed'], precedent: ['guaranteed', 'precedent'] } as const;
  for (let seed = FIRST; seed < FIRST + 200; seed += 1) {
    const { rows, question } = creditCase(seed);
    const { bands } = assess(new Catalogue(rows), question);
    for (const [weakest, strengths] of Object.entries(firm)) {
      const kept = <T extends { strength: Strength }>(all: T[]): T[] =>
        all.filter(({ strength }) => (strengths as readonly Strength[]).includes(strength));
      const firmer = {
        ...rows,
        mappings: kept(rows.mappings),
        agreements: kept(rows.agreements),
        experienceMappings: kept(rows.experienceMappings),
      };
      const { delivery, credits, entryStage } = creditOracle(firmer, question);
      expect(bands, `SEED=${seed}`).toContainEqual({ weakest, delivery, credits, entryStage });
    }
  }
});

test('the random cases put every kind of claim, limit and exception to the test', { timeout: 120_000 }, () => {
  const seen = new Map<string, number>();
  const note = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  for (let seed = 1; seed <= 500; seed += 1) features(creditCase(seed)).forEach(note);
  const rare = LEAST.filter(([what, least]) => (seen.get(what) ?? 0) < least);
  expect(rare.map(([what, least]) => `${what}: ${seen.get(what) ?? 0} of at least ${least} cases`)).toEqual([]);
});

/** In how many of 500 cases, at the least, a thing decides the answer. */
const LEAST: [string, number][] = [
  ...(
    [
      'credits',
      'currency',
      'experiential',
      'hours',
      'level',
      'mark',
      'minimum',
      'module',
      'residency',
      'share',
    ] as const
  ).map((kind): [string, number] => [`limit ${kind}`, 6]),
  ...(['single-use', 'span', 'stage', 'whole-stages'] as const).map((kind): [string, number] => [`limit ${kind}`, 5]),
  ...(['apprenticeships', 'registrations', 'ownCredit'] as const).map((name): [string, number] => [
    `exception ${name}`,
    3,
  ]),
  ['use allowed twice', 5],
  ['spent credit', 3],
  ['claim mapping', 150],
  ['claim n of a list', 30],
  ['claim n of a list for two', 5],
  ['claim outcomes', 15],
  ['claim outcomes with experience', 2],
  ['agreement beside progress', 3],
  ['two groups of a stage', 3],
  ['pathways that share a module', 3],
  ['floor above the hours', 3],
  ['limit for a time', 3],
  ['limit for some awards', 3],
  ['three limits and more', 2],
  ['limits that hold the same back', 10],
  ['claim identity', 15],
  ['claim agreement', 15],
  ['claim agreement with options', 6],
  ['claim experience', 20],
  ['claim hours', 3],
  ['three claims and more', 40],
  ['nothing', 30],
  ['progress', 50],
  ['progress lapses', 3],
  ['stage 2', 60],
  ['stage 3', 15],
  ['proposed rows', 12],
  ['objective', 3],
  ['outstanding', 20],
  ['scope', 15],
  ['half credits', 40],
];

/** What decides the answer of a case: taken away, the answer is another. */
function features({ rows, question }: CreditCase): string[] {
  const answer = creditOracle(rows, question);
  const verdict = byOracle({ rows, question });
  const decides = (changed: Rows, asked = question): boolean =>
    !same(verdict, byOracle({ rows: changed, question: asked }));
  const limits = rows.policies.flatMap((policy) => policy.limits);
  const { include: _, ...agreedOnly } = question;
  const { objective: __, ...forCredits } = question;
  const lifted = (...some: Limit[]): boolean =>
    decides(some.reduce((fewer, limit) => withLimit(fewer, limit, []), rows));
  const bites = new Map(limits.map((limit) => [limit, lifted(limit)]));
  const holdSame =
    (a: Limit) =>
    (b: Limit): boolean =>
      !bites.get(a) && !bites.get(b) && lifted(a, b);
  const deciding: [string, boolean][] = [
    ...limits.map((limit): [string, boolean] => [`limit ${limit.kind}`, bites.get(limit) ?? false]),
    ...limits.flatMap((limit) => {
      const { exceptions, ...strict } = limit;
      return Object.keys(exceptions ?? {}).map((name): [string, boolean] => [
        `exception ${name}`,
        decides(withLimit(rows, limit, [strict as Limit])),
      ]);
    }),
    ...limits.flatMap((limit) => {
      const { from, to, awards, ...always } = limit;
      const lasting = (kept: object): boolean => decides(withLimit(rows, limit, [{ ...always, ...kept } as Limit]));
      return [
        ['limit for a time', (from ?? to) !== undefined && lasting(awards ? { awards } : {})],
        [
          'limit for some awards',
          awards !== undefined && lasting({ ...(from ? { from } : {}), ...(to ? { to } : {}) }),
        ],
      ] satisfies [string, boolean][];
    }),
    ['three limits and more', limits.filter((limit) => bites.get(limit)).length >= 3],
    ['limits that hold the same back', limits.some((limit, at) => limits.slice(0, at).some(holdSame(limit)))],
    ...limits
      .filter((limit) => limit.kind === 'single-use')
      .map((limit): [string, boolean] => [
        limit.allow ? 'use allowed twice' : 'spent credit',
        bites.get(limit) ?? false,
      ]),
    ['nothing', answer.claims.length === 0],
    ['three claims and more', answer.claims.length >= 3],
    ['progress', answer.progress.length > 0],
    ['progress lapses', answer.lapsed],
    ['half credits', answer.credits % 1 !== 0],
    [`stage ${answer.entryStage}`, true],
    ['proposed rows', decides(rows, agreedOnly)],
    ['objective', decides(rows, forCredits)],
    ['agreement beside progress', answer.progress.length > 0 && answer.claims.some((id) => id.includes('@'))],
    ['two groups of a stage', twoGroups(rows, answer)],
    ['pathways that share a module', sharedPathways(rows, answer)],
    ['floor above the hours', limits.some((limit) => isAbove(rows, limit) && (bites.get(limit) ?? false))],
    ['outstanding', decides({ ...rows, deliveries: rows.deliveries.map(strictly) })],
    ['scope', decides({ ...rows, mappings: rows.mappings.map(({ scope: ___, ...mapping }) => mapping) })],
  ];
  return [
    ...new Set([
      ...answer.claims.map((id) => `claim ${claimKind(rows, id)}`),
      ...deciding.flatMap(([what, so]) => (so ? [what] : [])),
    ]),
  ];
}

/** Modules that an answer credits, or leaves as progress. */
const done = (rows: Rows, { claims, progress }: OracleAnswer): Set<string> =>
  new Set([
    ...progress,
    ...[...rows.mappings, ...rows.experienceMappings]
      .filter(({ id }) => claims.some((claim) => claim.split(/[+[]/).includes(id)))
      .flatMap(({ targets = [] }) => targets),
    ...claims.flatMap((id) => id.replace(/^=|^[^[]*@[^[]*\[|\]$/g, '').split(',')),
  ]);

const opened = ({ members }: OptionGroup): string[][] =>
  members.map((member) => (typeof member === 'string' ? [member] : member.modules));

const twoGroups = (rows: Rows, answer: OracleAnswer): boolean => {
  const modules = done(rows, answer);
  return rows.programmes
    .flatMap(({ stages }) => stages)
    .some(
      ({ groups = [] }) =>
        groups.length > 1 &&
        groups.every((group) => opened(group).some((member) => member.some((id) => modules.has(id)))),
    );
};

const sharedPathways = (rows: Rows, answer: OracleAnswer): boolean => {
  const modules = done(rows, answer);
  return rows.programmes
    .flatMap(({ stages }) => stages.flatMap(({ groups = [] }) => groups))
    .some((group) => [...modules].some((id) => opened(group).filter((member) => member.includes(id)).length > 1));
};

/** A floor that not even studying the whole programme reaches. */
const isAbove = (rows: Rows, limit: Limit): boolean => {
  const degree = rows.programmes.find(({ id }) => id === 'degree');
  const over = (floor = 0, stated = Number.POSITIVE_INFINITY): boolean => floor > stated;
  return (
    limit.kind === 'hours' &&
    (over(limit.floor?.theory, degree?.theoryHours) || over(limit.floor?.practice, degree?.practiceHours))
  );
};

const strictly = (delivery: Rows['deliveries'][number]): Rows['deliveries'][number] => ({
  ...delivery,
  entryPoints: delivery.entryPoints.map(({ outstanding: _, ...point }) => point),
});

const withLimit = (rows: Rows, limit: Limit, instead: Limit[]): Rows => ({
  ...rows,
  policies: rows.policies.map((policy) => ({
    ...policy,
    limits: policy.limits.flatMap((row) => (row === limit ? instead : [row])),
  })),
});

function claimKind(rows: Rows, id: string): string {
  const gained = rows.experienceMappings.map((row) => row.id);
  if (id.includes('+'))
    return id.split('+').some((part) => gained.includes(part)) ? 'outcomes with experience' : 'outcomes';
  if (id.startsWith('=')) return 'identity';
  if (id.includes('@')) return id.includes('[') ? 'agreement with options' : 'agreement';
  const listed = rows.mappings.find((row) => row.id === id.split('[')[0]);
  if (id.includes('[')) return listed && listed.targets.length > 1 ? 'n of a list for two' : 'n of a list';
  const experience = rows.experienceMappings.find((row) => row.id === id);
  return experience ? (experience.targets ? 'experience' : 'hours') : 'mapping';
}
