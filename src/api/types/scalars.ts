import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A text that is checked where the question is read, so that all that is wrong with a question is told at once. */
const text = (name: string, description: string): GraphQLScalarType<string, string> =>
  new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => {
      if (typeof value === 'string') return value;
      throw new GraphQLError(`${name} is written as text.`);
    },
    parseLiteral: (node) => {
      if (node.kind === Kind.STRING) return node.value;
      throw new GraphQLError(`${name} is written as text.`, { nodes: node });
    },
  });

export const MonthScalar = text('Month', 'A calendar month, year and month: `2026-09`.');

export const DayScalar = text(
  'Day',
  'A day, `2026-09-01`. In answers it may be as coarse as its source: `2026-09` or `2026`.',
);

export const CertificateScalar = new GraphQLScalarType<unknown, string>({
  name: 'Certificate',
  description:
    'A proof, as JSON text, that nothing better can be had. For each delivery asked it holds a tree of case distinctions, with prices of rules in exact fractions at its leaves. It is for programs that check it, such as `stepladder check`; people need not read it.',
  serialize: (value) => JSON.stringify(value),
});

export const ChangeScalar = new GraphQLScalarType<unknown, string>({
  name: 'Change',
  description:
    'One change to lay over the catalogue, as JSON text of the form that the changes of a scenario have: `op` is `put`, `set` or `remove`; `kind` and `id` name the row.',
  serialize: (value) => JSON.stringify(value),
});
