import {
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Problem } from '../../domain/problem.js';
import { expected, textOfPath } from './variables.js';

/** What a value written into a document is made of. */
const VALUES: ReadonlySet<string> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
]);

/**
 * The problem behind an error of validation about a value written into the document, without the value, which the
 * library's message repeats; nothing for other errors.
 */
export function literalProblem(
  { nodes, message }: GraphQLError,
  document: DocumentNode,
  schema: GraphQLSchema,
): Problem | undefined {
  const wrong = nodes?.[0];
  if (!wrong || !VALUES.has(wrong.kind)) return undefined;
  const { field, type } = placeOf(wrong, document, schema);
  const absent = /^Field "\w+\.(\w+)" of required type/.exec(message)?.[1];
  if (absent !== undefined)
    return {
      code: 'MISSING_FIELD',
      field: `${field}.${absent}`,
      message: 'this field is needed and is not given: give it.',
    };
  if (wrong.kind === Kind.OBJECT_FIELD) {
    const meant = /Did you mean (.*)\?$/.exec(message)?.[1];
    const mend = meant ? `Did you mean ${meant}?` : 'See the schema for its fields.';
    return { code: 'UNKNOWN_FIELD', field, message: `there is no such field here. ${mend}` };
  }
  const rule = type ? expected(type) : 'see the schema';
  return { code: 'WRONG_TYPE', field, message: `this value does not fit: ${rule}.` };
}

/** Where in its arguments a value stands, as `learner.modules[3].on`, and what is expected there. */
function placeOf(
  wrong: ASTNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): { field: string; type: GraphQLInputType | undefined } {
  const types = new TypeInfo(schema);
  let found = { field: '', type: undefined as GraphQLInputType | undefined };
  const look = {
    enter(node: ASTNode, _key: unknown, _parent: unknown, path: readonly (string | number)[]): void {
      if (node === wrong)
        found = { field: textOfPath(namesOn(path, document)), type: types.getInputType() ?? undefined };
    },
  };
  visit(document, visitWithTypeInfo(types, look));
  return found;
}

/** The names of arguments and fields, and the indexes of lists, that a path through a document passes. */
function namesOn(path: readonly (string | number)[], document: DocumentNode): (string | number)[] {
  const names: (string | number)[] = [];
  let owner: unknown = document;
  let list: ASTNode | undefined;
  for (const step of path) {
    const at = (owner as Record<string | number, ASTNode | undefined>)[step];
    if (Array.isArray(at)) list = owner as ASTNode;
    else if (at) {
      if (at.kind === Kind.ARGUMENT || at.kind === Kind.OBJECT_FIELD) names.push(at.name.value);
      else if (typeof step === 'number' && list?.kind === Kind.LIST) names.push(step);
    }
    owner = at;
  }
  return names;
}
