import { expect, test } from 'vitest';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Limit } from '../../src/domain/limits.js';
import type { Strength } from '../../src/domain/recognition.js';
import { assess } from '../../src/engines/credit/assess.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { type CreditCase, creditCase } from './credit-cases.js';
import { caseAsText, shrink } from './credit-cases-shrink.js';
import { creditOracle } from './credit-oracle.js';

const LONG = process.env.LAWS === 'long';
const CASES = LONG ? 6000 : 300;
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

const byEngine = ({ rows, question }: CreditCase): Verdict => {
  const { delivery, credits, entryStage, claims } = assess(new Catalogue(rows), question);
  return { delivery: delivery ?? null, credits, entryStage, claims: claims.map(({ id }) => id).sort() };
};

const same = (a: Verdict, b: Verdict): boolean => JSON.stringify(a) === JSON.stringify(b);

test(`the best claims are those that trying every set finds, in ${CASES} random cases`, { timeout: 600_000 }, () => {
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
    const { bands, delivery } = assess(new Catalogue(rows), question);
    for (const [weakest, strengths] of Object.entries(firm)) {
      const kept = <T extends { strength: Strength }>(all: T[]): T[] =>
        all.filter(({ strength }) => (strengths as readonly Strength[]).includes(strength));
      const firmer = {
        ...rows,
        mappings: kept(rows.mappings),
        agreements: kept(rows.agreements),
        experienceMappings: kept(rows.experienceMappings),
      };
      const { credits, entryStage } = creditOracle(firmer, delivery === null ? question : { ...question, delivery });
      expect(bands, `SEED=${seed}`).toContainEqual({ weakest, credits, entryStage });
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
  ['claim outcomes', 15],
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
  const decides = (changed: Rows, asked = question): boolean =>
    !same(byOracle({ rows, question }), byOracle({ rows: changed, question: asked }));
  const limits = rows.policies.flatMap((policy) => policy.limits);
  const { include: _, ...agreedOnly } = question;
  const { objective: __, ...forCredits } = question;
  const deciding: [string, boolean][] = [
    ...limits.map((limit): [string, boolean] => [`limit ${limit.kind}`, decides(withLimit(rows, limit, []))]),
    ...limits.flatMap((limit) => {
      const { exceptions, ...strict } = limit;
      return Object.keys(exceptions ?? {}).map((name): [string, boolean] => [
        `exception ${name}`,
        decides(withLimit(rows, limit, [strict as Limit])),
      ]);
    }),
    ...limits
      .filter((limit) => limit.kind === 'single-use')
      .map((limit): [string, boolean] => [
        limit.allow ? 'use allowed twice' : 'spent credit',
        decides(withLimit(rows, limit, [])),
      ]),
    ['nothing', answer.claims.length === 0],
    ['three claims and more', answer.claims.length >= 3],
    ['progress', answer.progress.length > 0],
    ['progress lapses', answer.lapsed],
    ['half credits', answer.credits % 1 !== 0],
    [`stage ${answer.entryStage}`, true],
    ['proposed rows', decides(rows, agreedOnly)],
    ['objective', decides(rows, forCredits)],
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
  if (id.includes('+')) return 'outcomes';
  if (id.startsWith('=')) return 'identity';
  if (id.includes('@')) return id.includes('[') ? 'agreement with options' : 'agreement';
  if (id.includes('[')) return 'n of a list';
  const experience = rows.experienceMappings.find((row) => row.id === id);
  return experience ? (experience.targets ? 'experience' : 'hours') : 'mapping';
}
