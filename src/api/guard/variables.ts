import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { Problem } from '../../domain/problem.js';

type Path = readonly (string | number)[];

/** Everything in which the variables given do not fit the types an operation declares; none of their values repeated. */
export function variableProblems(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Problem[] {
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
    const name = variable.name.value;
    if (type === undefined) return [];
    const value = variables[name];
    if (value === undefined) {
      if (!isNonNullType(type) || defaultValue) return [];
      return [missing(name)];
    }
    const problems: Problem[] = [];
    coerceInputValue(value, type, (path, _, { message }) => {
      problems.push(problemAt([name, ...path], type, message));
    });
    return problems;
  });
}

const missing = (field: string): Problem => ({
  code: 'MISSING_FIELD',
  field,
  message: 'this field is needed and is not given: give it.',
});

/** The library's own message repeats the value; these say the rule alone. */
function problemAt(path: Path, type: GraphQLInputType, message: string): Problem {
  const field = textOfPath(path);
  const absent = /^Field "(\w+)" of required type/.exec(message)?.[1];
  if (absent !== undefined) return missing(`${field}.${absent}`);
  const unknown = /^Field "([^"]*)" is not defined by type "(\w+)"/.exec(message);
  const at = typeAt(type, path.slice(1));
  if (unknown) return unknownField(`${field}.${(unknown[1] ?? '').slice(0, 60)}`, at, message);
  return { code: 'WRONG_TYPE', field, message: `this value does not fit: ${at ? expected(at) : 'see the schema'}.` };
}

function unknownField(field: string, at: GraphQLInputType | undefined, message: string): Problem {
  const meant = /Did you mean (.*)\?$/.exec(message)?.[1];
  const named = at && getNamedType(at);
  const fields = isInputObjectType(named) ? ` The fields are ${Object.keys(named.getFields()).join(', ')}.` : '';
  const mend = meant ? ` Did you mean ${meant}?` : fields;
  return { code: 'UNKNOWN_FIELD', field, message: `there is no such field here.${mend}` };
}

/** What a value of a type looks like, in words. */
export function expected(type: GraphQLInputType): string {
  if (isNonNullType(type)) return expected(type.ofType as GraphQLInputType);
  if (isListType(type)) return `give a list, each entry so: ${expected(type.ofType as GraphQLInputType)}`;
  if (isEnumType(type))
    return `give one of ${type
      .getValues()
      .map(({ name }) => name)
      .join(', ')}`;
  if (isInputObjectType(type)) return `give an object with ${Object.keys(type.getFields()).join(', ')}`;
  return SCALARS[type.name] ?? `give a ${type.name}`;
}

const SCALARS: Record<string, string> = {
  Float: 'give a number',
  Int: 'give a whole number',
  String: 'give text',
  ID: 'give an id as text',
  Boolean: 'give true or false',
  Month: 'give a month as text, year and month, as 2026-09',
  Day: 'give a day as text, as 2026-09-01',
};

function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType | undefined {
  if (isNonNullType(type)) return typeAt(type.ofType as GraphQLInputType, path);
  const [step, ...rest] = path;
  if (step === undefined) return type;
  if (isListType(type)) return typeAt(type.ofType as GraphQLInputType, typeof step === 'number' ? rest : path);
  if (!isInputObjectType(type)) return type;
  const field = type.getFields()[String(step)];
  return field ? typeAt(field.type, rest) : undefined;
}

/** `learner.modules[3].on` */
export const textOfPath = (path: Path): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
