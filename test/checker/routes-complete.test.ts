import { expect, test } from 'vitest';
import { checkRoutes } from '../../src/checker/routes/check-routes.js';
import { monthOf, textOf } from '../../src/domain/time.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import { england, learners } from '../cases/england.js';
import { routeCase } from '../laws/route-cases.js';
import { Dice } from '../support/dice.js';
import { type AskedRoutes, askRoutes } from './routes-asked.js';

const LONG = process.env.LAWS === 'long';
const CASES = Number(process.env.CASES ?? (LONG ? 600 : 40));
const FIRST = Number(process.env.SEED ?? 1);

const all = Array.from({ length: CASES }, (_, index) => {
  const { rows, question } = routeCase(FIRST + index);
  return { seed: FIRST + index, rows, question, asked: askRoutes(rows, question) };
});
const answered = all.flatMap(({ asked, seed }) => (asked ? [{ ...asked, seed }] : []));

const WHOLE = /^There is no other: each place that could still lead to a route unbeaten by these was tried, \d+ in all/;
const NONE = /^There is none: each place that could still lead to .+ was tried, \d+ in all/;

test('no route is missing from what the engine answers, and that is proven', { timeout: 1_200_000 }, () => {
  let whole = 0;
  for (const { catalogue, question, answer, seed } of answered) {
    const { findings, proven } = checkRoutes(catalogue, { question, answer });
    expect(findings, `SEED=${seed}`).toEqual([]);
    whole += Number(WHOLE.test(proven.at(-1) ?? ''));
  }
  expect(whole / answered.length).toBeGreaterThan(0.98);
});

test('a route left out of the list is missed, by its legs, whichever it is', { timeout: 1_200_000 }, () => {
  const dice = new Dice(FIRST);
  const missed: string[] = [];
  for (const { catalogue, question, answer, seed } of answered) {
    const out = dice.whole(0, answer.routes.length - 1);
    const routes = answer.routes.toSpliced(out, 1);
    const { summary } = routes[0] ?? none(catalogue, question).answer;
    const forged = routes.length > 0 ? { ...answer, routes, summary } : none(catalogue, question).answer;
    const { ok, findings } = checkRoutes(catalogue, { question, answer: forged });
    const named = findings.some(({ where, says }) => where === 'routes' && says.startsWith('a route is missing'));
    if (ok || !named) missed.push(`SEED=${seed}, without routes[${out}]: ${JSON.stringify(findings)}`);
  }
  expect(missed).toEqual([]);
  expect(answered.length).toBeGreaterThan(CASES / 2);
});

/** That there is no route, as the answer would say it. */
function none(catalogue: Catalogue, question: AskedRoutes['question']): AskedRoutes {
  const part = catalogue.registerParts.get(question.registerPart)!;
  const { first, constraints } = question;
  const until = textOf(constraints?.latest ?? first + 180);
  const says = `No route to ${part.name} from ${textOf(first)} that ends by ${until} within what was asked.`;
  return {
    catalogue,
    question,
    answer: {
      registerPart: part.id,
      registerPartName: part.name,
      first: textOf(first),
      criteria: question.criteria ?? ['MONTHS', 'LEARNER_PART', 'RELEASE_DAYS'],
      proof: 'COMPLETE',
      routes: [],
      obstacles: [],
      relaxations: [],
      problems: [{ code: 'NO_ROUTE', field: 'registerPart', message: says }],
      notes: ['Credit is an estimate: the institution decides.'],
      summary: says,
    },
  };
}

test('that there is no route is proven where the engine finds none, and refused where it finds one', {
  timeout: 600_000,
}, () => {
  let without = 0;
  for (const { rows, question, asked, seed } of all) {
    const { ok, proven } = checkRoutes(new Catalogue(rows), none(new Catalogue(rows), question));
    expect(ok, `SEED=${seed}`).toBe(asked === null);
    if (asked) continue;
    expect(proven.at(-1), `SEED=${seed}`).toMatch(NONE);
    without += 1;
  }
  expect(without).toBeGreaterThan(0);
});

test('where there are more places than may be tried, it says how many were, and does not call the list whole', () => {
  const one = answered.find(({ answer }) => answer.routes.length > 1)!;
  const { ok, proven, notProven } = checkRoutes(one.catalogue, one, 3);
  expect(ok).toBe(true);
  expect(proven.some((says) => WHOLE.test(says))).toBe(false);
  expect(notProven[0]).toBe('That no other route is unbeaten: it was given up after 3 places that could lead to one.');
});

test('where the search was given up, the list is not called whole', () => {
  const [one] = answered;
  const notes = [
    one!.answer.notes[0]!,
    'The search was given up before its end: there may be routes that are not listed.',
    ...one!.answer.notes.slice(1),
  ];
  const { ok, notProven } = checkRoutes(one!.catalogue, {
    ...one!,
    answer: { ...one!.answer, proof: 'BOUNDED', notes },
  });
  expect(ok).toBe(true);
  expect(notProven[0]).toBe('That no other route is unbeaten: the search was given up, and says so.');
});

const seeds = [...learners.values()].flatMap(({ id, learner, questions = [] }) =>
  questions.filter(({ ask }) => ask === 'routes').map((one) => ({ id, learner, one })),
);

test.each(seeds)('what $id asks is answered by all the unbeaten routes: $one.registerPart', ({ learner, one }) => {
  const { ask: _, first, constraints = {}, ...rest } = one as Record<string, unknown>;
  const { latest, ...limits } = constraints as { latest?: string };
  const question = {
    ...rest,
    learner,
    first: monthOf(String(first)),
    constraints: { ...limits, ...(latest && { latest: monthOf(latest) }) },
  } as AskedRoutes['question'];
  const saved = askRoutes(england, question) ?? none(england, question);
  const { findings, proven } = checkRoutes(england, saved);
  expect(findings).toEqual([]);
  expect(proven.at(-1)).toMatch(saved.answer.routes.length > 0 ? WHOLE : NONE);
});

test('the seeds ask enough about routes to be worth checking', () => expect(seeds.length).toBeGreaterThan(5));
