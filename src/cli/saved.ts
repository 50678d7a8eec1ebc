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
import type { Service } from '../api/context.js';
import { BadInput } from '../api/guard/bad-input.js';
import { variableProblems } from '../api/guard/variables.js';
import { schema } from '../api/schema.js';
import type { CreditArgs } from '../api/types/question-input.js';
import { CertificateScalar } from '../api/types/scalars.js';
import type { Saved } from '../checker/check.js';
import type { Assessment } from '../domain/assessment.js';
import type { Problem } from '../domain/problem.js';
import type { CreditQuestion } from '../domain/questions.js';
import type { Payload } from './answer.js';
import { problemLine } from './data.js';
import { NoAnswer, WrongUse } from './io.js';
import { operationFor } from './selection.js';
import { unknownFields, variablesFor } from './variables.js';

/** An answer with its question, complete: what `check` needs to judge it later. */
export function withQuestion(question: Readonly<Record<string, unknown>>, payload: Payload): Record<string, unknown> {
  const { start } = (payload.assessment ?? {}) as Partial<Assessment>;
  return { question: { ...question, ...(start && { start }) }, ...payload };
}

/**
 * A question with its assessment, as `credit --json` writes them. Throws WrongUse for a file that cannot be read, and
 * NoAnswer where it holds no assessment, or a question that cannot be asked of this catalogue.
 */
export function readSaved(file: string, service: Service): Saved {
  const { question, assessment } = recordIn(file);
  if (!isRecord(question) || !isRecord(assessment))
    throw new NoAnswer([
      `${file} holds no saved assessment, a record with a \`question\` and an \`assessment\`: write one with \`credit --json\`.`,
    ]);
  const type = schema.getType('CreditAssessment') as GraphQLOutputType;
  return { question: asked(question, service), assessment: inTheDomain(assessment, type) as Assessment };
}

function recordIn(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new WrongUse(`The file ${file} cannot be read: name a saved assessment, or the folder of a dataset.`);
  }
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    throw new NoAnswer([`${file} is no JSON: a saved assessment is what \`credit --json\` writes.`]);
  }
}

/** The question as the engines take it. */
function asked(saved: Record<string, unknown>, service: Service): CreditQuestion {
  const [operation] = parse(operationFor('credit', 1)).definitions as [OperationDefinitionNode];
  const variables = variablesFor('credit', saved);
  const malformed = [...unknownFields('credit', saved), ...variableProblems(schema, operation, variables)];
  if (malformed.length > 0) throw refused(malformed);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  try {
    const { question, problems } = creditQuestion(service, coerced as unknown as CreditArgs);
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
