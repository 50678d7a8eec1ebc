import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema, schemaText } from '../../src/api/schema.js';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type) && type !== schema.getQueryType(),
);

/** Everything a type has that a reader may ask about: `Type.field(argument)`, with what is said of it. */
function* described(type: GraphQLNamedType): Generator<[string, string | null | undefined]> {
  yield [type.name, type.description];
  if (isEnumType(type))
    for (const { name, description } of type.getValues()) yield [`${type.name}.${name}`, description];
  if (isInputObjectType(type))
    for (const { name, description } of Object.values(type.getFields())) yield [`${type.name}.${name}`, description];
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const { name, description, args } of Object.values(type.getFields())) {
    yield [`${type.name}.${name}`, description];
    for (const arg of args) yield [`${type.name}.${name}(${arg.name})`, arg.description];
  }
}

const all = [...types, schema.getQueryType() as GraphQLNamedType].flatMap((type) => [...described(type)]);

test('every type, field, argument and enum value is described', () => {
  const undescribed = all.filter(([name, says]) => name !== 'Query' && !says?.trim());
  expect(undescribed.map(([name]) => name)).toEqual([]);
  expect(all.length).toBeGreaterThan(400);
});

test.each([
  [/credits?$/i, /credits?|\(CATS\)/i],
  [/months?$/i, /month/i],
  [/fees?$|amount|learnerPart|budget/i, /pounds|costs/i],
  [/hours/i, /hours/i],
  [/mark$/i, /percent/i],
  [/kilometres/i, /kilometres/i],
])('what is named like %s says its unit', (named, unit) => {
  const numbers = types.flatMap((type) =>
    isObjectType(type) || isInputObjectType(type)
      ? Object.values(type.getFields()).filter(({ type: of }) => /^(Float|Int)!?$/.test(String(of)))
      : [],
  );
  const fitting = numbers.filter(({ name }) => named.test(name));
  expect(fitting.length).toBeGreaterThan(0);
  expect(fitting.filter(({ description }) => !unit.test(description ?? '')).map(({ name }) => name)).toEqual([]);
});

test('values of enums are in capitals', () => {
  const names = types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []));
  expect(names.filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
});

test('lists that grow are connections with nodes beside edges', () => {
  const connections = types.filter(({ name }) => name.endsWith('Connection'));
  expect(connections.map(({ name }) => name).sort()).toEqual([
    'InstitutionConnection',
    'MappingConnection',
    'ModuleConnection',
    'ModuleIntoConnection',
    'PolicyConnection',
    'ProgrammeConnection',
    'QualificationConnection',
  ]);
  for (const type of connections)
    expect(Object.keys(isObjectType(type) ? type.getFields() : {}).sort()).toEqual([
      'edges',
      'nodes',
      'pageInfo',
      'totalCount',
    ]);
});

test('the committed schema is the emitted one: `npm run schema` writes it', () => {
  expect(readFileSync(new URL('../../schema/stepladder.graphql', import.meta.url), 'utf8')).toBe(schemaText());
});
