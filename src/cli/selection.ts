import { type GraphQLArgument, type GraphQLOutputType, getNamedType, isCompositeType, isObjectType } from 'graphql';
import { schema } from '../api/schema.js';
import type { Rows } from '../domain/catalogue.js';
import type { Condition } from '../domain/conditions.js';

/** The questions one can ask by file and by command, by the name of their query. */
export const ASKS = [
  'credit',
  'creditAcross',
  'creditInto',
  'entry',
  'routes',
  'routesToParts',
  'routeProfile',
  'prepare',
  'prepareUndecided',
  'provision',
  'provisionChange',
  'portability',
  'blockages',
] as const;
export type Ask = (typeof ASKS)[number];

/** The operation that asks a question with all its arguments as variables, and selects everything that it answers. */
export function operationFor(ask: Ask, levels: number): string {
  const query = schema.getQueryType()?.getFields()[ask];
  if (!query) throw new RangeError(`the schema has no query ${ask}`);
  const declared = query.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = query.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `query (${declared}) { ${ask}(${passed}) ${everything(query.type, levels, [])} }`;
}

/** All fields of a type; a type that holds itself is opened so many levels deep. */
function everything(type: GraphQLOutputType, levels: number, above: readonly string[]): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter((field) => {
    const inner = getNamedType(field.type);
    // An edge repeats a node.
    if (field.name === 'node' && named.name.endsWith('Edge')) return false;
    return !isCompositeType(inner) || above.filter((name) => name === inner.name).length < levels;
  });
  const selections = fields.map(
    ({ name, type: inner, args }) => `${name}${paged(args)} ${everything(inner, levels, [...above, named.name])}`,
  );
  return `{ ${selections.join(' ')} }`;
}

/** A list within an answer has pages as long as those of the answer itself. */
const paged = (args: readonly GraphQLArgument[]): string =>
  args.some(({ name }) => name === 'first') ? '(first: $first)' : '';

/** How many levels the deepest entry rule has: conditions within conditions. */
export const deepestRule = ({ entryRules }: Rows): number =>
  Math.max(1, ...entryRules.map(({ rule }) => depthOf(rule)));

const depthOf = (condition: Condition): number =>
  'of' in condition ? 1 + Math.max(0, ...condition.of.map(depthOf)) : 1;
