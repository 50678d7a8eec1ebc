import { readFileSync } from 'node:fs';
import {
  type GraphQLOutputType,
  getNullableType,
  getVariableValues,
  isEnumType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { creditQuestion } from '../api/ask/credit-question.js';
import { routeQuestion } from '../api/ask/routes.js';
import type { Service } from '../api/context.js';
import { BadInput } from '../api/guard/bad-input.js';
import { variableProblems } from '../api/guard/variables.js';
import { schema } from '../api/schema.js';
import type { CreditArgs, RoutesArgs } from '../api/types/question-input.js';
import { CertificateScalar } from '../api/types/scalars.js';
import type { Saved } from '../checker/check.js';
import type { SavedRoutes } from '../checker/routes/check-routes.js';
import type { Assessment } from '../domain/assessment.js';
import type { Problem } from '../domain/problem.js';
import type { RouteAnswer } from '../domain/route.js';
import type { Payload } from './answer.js';
import { problemLine } from './data.js';
import { NoAnswer, WrongUse } from './io.js';
import { type Ask, operationFor } from './selection.js';
import { unknownFields, variablesFor } from './variables.js';

/** An answer with its question, complete: what `check` needs to judge it later. */
export function withQuestion(question: Readonly<Record<string, unknown>>, payload: Payload): Record<string, unknown> {
  const { start } = (payload.assessment ?? {}) as Partial<Assessment>;
  const { first } = (payload.answer ?? {}) as Partial<RouteAnswer>;
  return { question: { ...question, ...(start && { start }), ...(first && { first }) }, ...payload };
}

/**
 * A question with its answer, as `credit --json` and `routes --json` write them. Throws WrongUse for a file that cannot
 * be read, and NoAnswer where it holds no answer of the sort, or a question that cannot be asked of this catalogue.
 */
export function readSaved(file: string, service: Service): Saved | SavedRoutes {
  const { question, assessment, answer } = recordIn(file);
  if (isRecord(question) && isRecord(assessment))
    return {
      question: asked('credit', question, (args) => creditQuestion(service, args as CreditArgs)),
      assessment: inTheDomain(assessment, typeNamed('CreditAssessment')) as Assessment,
    };
  if (isRecord(question) && isRecord(answer))
    return {
      question: asked('routes', question, (args) => routeQuestion(service, args as RoutesArgs)),
      answer: inTheDomain(undrawn(answer), typeNamed('RouteAnswer')) as RouteAnswer,
    };
  throw new NoAnswer([
    `${file} holds no saved answer, a record with a \`question\` and an \`assessment\` or an \`answer\`: write one with \`credit --json\` or \`routes --json\`.`,
  ]);
}

const typeNamed = (name: string): GraphQLOutputType => schema.getType(name) as GraphQLOutputType;

/** Routes without their drawings, which only picture what the route says. */
const undrawn = (answer: Record<string, unknown>): Record<string, unknown> => ({
  ...answer,
  ...(Array.isArray(answer.routes) && {
    routes: answer.routes.map((route: unknown) => {
      if (!isRecord(route)) return route;
      const { mermaid: _, svg: __, ...told } = route;
      return told;
    }),
  }),
});

function recordIn(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new WrongUse(`The file ${file} cannot be read: name a saved answer, or the folder of a dataset.`);
  }
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    throw new NoAnswer([`${file} is no JSON: a saved answer is what \`credit --json\` or \`routes --json\` writes.`]);
  }
}

/** The question as the engines take it, read from the arguments of its query. */
function asked<Question>(
  ask: Ask,
  saved: Record<string, unknown>,
  read: (args: unknown) => { question: Question; problems: readonly Problem[] },
): Question {
  const [operation] = parse(operationFor(ask, 1)).definitions as [OperationDefinitionNode];
  const variables = variablesFor(ask, saved);
  const malformed = [...unknownFields(ask, saved), ...variableProblems(schema, operation, variables)];
  if (malformed.length > 0) throw refused(malformed);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  try {
    const { question, problems } = read(coerced);
    if (problems.length === 0) return question;
    throw refused(problems);
  } catch (error) {
    throw error instanceof BadInput ? refused(error.extensions.problems as Problem[]) : error;
  }
}

const refused = (problems: readonly Problem[]): NoAnswer =>
  new NoAnswer(['The question cannot be asked of this dataset:', ...problems.map(problemLine)]);

/** An answer of the API with the domain's words for values; what the API does not know is left for the checker to refuse. */
function inTheDomain(value: unknown, type: GraphQLOutputType): unknown {
  const of = getNullableType(type);
  if (value === null || value === undefined) return value;
  if (isListType(of)) return Array.isArray(value) ? value.map((entry) => inTheDomain(entry, of.ofType)) : value;
  if (isEnumType(of)) return of.getValue(String(value))?.value ?? value;
  if (of === CertificateScalar) return typeof value === 'string' ? certificateIn(value) : value;
  if (!isObjectType(of) || !isRecord(value)) return value;
  const fields = of.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, fields[name] ? inTheDomain(inner, fields[name].type) : inner]),
  );
}

/** What the text of a certificate holds; a text that is no JSON is left as it is. */
function certificateIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
