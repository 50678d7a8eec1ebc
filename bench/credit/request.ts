import { buildSchemaSync } from 'type-graphql';
import { askCreditAcross } from '../../src/api/ask/credit.js';
import { type Context, Service } from '../../src/api/context.js';
import { Args, Query, Resolver } from '../../src/api/decorators.js';
import { LIMITS } from '../../src/api/guard/limits.js';
import { resolvers } from '../../src/api/schema.js';
import { apolloServer } from '../../src/api/server.js';
import { CreditAcrossAnswer } from '../../src/api/types/across.js';
import { AcrossArgs } from '../../src/api/types/question-input.js';
import { country } from './across-catalogue.js';
import { median, table } from './measure.js';

/**
 * What the whole GraphQL request costs beside one that works nothing out: `creditAcross` over 3,000 programmes and 500,000
 * mappings, 2,000 lines of ten fields in one page, against a query of the same server that reads the same arguments and
 * returns as many lines of the same fields, worked out before. Both go through the server with its guards (`executeOperation`) and
 * are written out as JSON; a page of 2,000 is allowed by the limits given to the service. One round asks both, in turns;
 * the figure is the median of the ratios of the rounds.
 */
const LINES = 2000;
const WARM_UP = 30;
const ROUNDS = Number(process.env.ROUNDS ?? 100);

const { rows, learner } = country({ programmes: 3000, mappings: 500_000 });
const service = new Service(rows, () => '2026-08-01', { ...LIMITS, page: LINES, cost: 20 * LIMITS.cost });

let prepared: CreditAcrossAnswer | undefined;

/** Returns what was prepared. */
@Resolver()
class Prepared {
  @Query(() => CreditAcrossAnswer, { description: 'Lines that were worked out before.' })
  prepared(@Args(() => AcrossArgs) _: AcrossArgs): CreditAcrossAnswer {
    return prepared!;
  }
}

const server = apolloServer(console.error, buildSchemaSync({ resolvers: [...resolvers, Prepared], validate: false }));

const asking = (field: 'creditAcross' | 'prepared'): string => `
  query ($learner: LearnerInput!, $first: Int) {
    ${field}(learner: $learner, start: "2026-09", first: $first) {
      nodes {
        programme title institution delivery proof credits programmeCredits entryStage monthsLeft fee
      }
    }
  }`;

/** Asks once; the milliseconds it took. */
async function ask(query: string): Promise<number> {
  const begun = performance.now();
  const { body } = await server.executeOperation<Record<string, { nodes: object[] }>>(
    { query, variables: { learner, first: LINES } },
    { contextValue: { service, requestId: 'bench' } satisfies Context },
  );
  if (body.kind !== 'single') throw new Error('the answer came in parts');
  const text = JSON.stringify(body.singleResult);
  const ms = performance.now() - begun;
  const lines = Object.values(body.singleResult.data ?? {})[0]?.nodes.length;
  if (lines !== LINES) throw new Error(`${lines} lines instead of ${LINES}: ${text.slice(0, 500)}`);
  return ms;
}

const [worked, noOp] = [asking('creditAcross'), asking('prepared')];
const first = await ask(worked);
prepared = askCreditAcross(service, { learner: { modules: learner.modules ?? [] }, start: '2026-09', first: LINES });
for (let round = 0; round < WARM_UP; round++) for (const query of [worked, noOp]) await ask(query);
const times: { worked: number; noOp: number }[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const inTurns = round % 2 ? [worked, noOp] : [noOp, worked];
  const taken = new Map<string, number>();
  for (const query of inTurns) taken.set(query, await ask(query));
  times.push({ worked: taken.get(worked)!, noOp: taken.get(noOp)! });
}
console.log(
  table([
    ['', 'ms'],
    ['first request, which compiles the inversion', first],
    ['creditAcross, median', median(times.map((time) => time.worked))],
    ['prepared lines, median', median(times.map((time) => time.noOp))],
    ['median of ratios (asked: at most 1.5)', median(times.map((time) => time.worked / time.noOp))],
  ]),
);
