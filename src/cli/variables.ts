import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { schema } from '../api/schema.js';
import type { Problem } from '../domain/problem.js';
import type { Ask } from './selection.js';

/**
 * A question as people and files write it (`full-time`, declarations as yes or no by name), as the API takes it
 * (FULL_TIME, a list of declarations). What the API does not know is left as it is, for the API to refuse.
 */
export function variablesFor(ask: Ask, question: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const args = schema.getQueryType()?.getFields()[ask]?.args ?? [];
  return Object.fromEntries(
    args.flatMap(({ name, type }) => (question[name] === undefined ? [] : [[name, inTheApi(question[name], type)]])),
  );
}

/** The fields of a question that its query does not have. */
export function unknownFields(ask: Ask, question: Readonly<Record<string, unknown>>): Problem[] {
  const known = (schema.getQueryType()?.getFields()[ask]?.args ?? []).map(({ name }) => name);
  return Object.keys(question)
    .filter((field) => !known.includes(field))
    .map((field) => ({
      code: 'UNKNOWN_FIELD',
      field: field.slice(0, 60),
      message: `this question has no such field: it has ask, learnerFile, ${known.join(', ')}.`,
    }));
}

function inTheApi(value: unknown, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return inTheApi(value, type.ofType as GraphQLInputType);
  if (isListType(type)) {
    const entry = type.ofType as GraphQLInputType;
    return Array.isArray(value) ? value.map((each) => inTheApi(each, entry)) : inTheApi(value, entry);
  }
  if (isEnumType(type)) return type.getValues().find((known) => known.value === value)?.name ?? value;
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const listed = name === 'declarations' ? declarationsOf(inner) : inner;
      return [name, fields[name] ? inTheApi(listed, fields[name].type) : listed];
    }),
  );
}

/** `{ dbs: true }` as `[{ declaration: "dbs", holds: true }]`. */
function declarationsOf(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  return Object.entries(given).map(([declaration, holds]) => ({ declaration, holds }));
}
