import type { Kind } from '../../domain/catalogue.js';
import { PUBLISHED, resolved, rowSchema, type Schema, schemaAt } from '../shape/schema.js';

const ROOT = PUBLISHED.dataset;

/** What a cell says, as the value its column stands for. Throws a SyntaxError for JSON that is none. */
export type Cell = (text: string) => unknown;

/** How the cells of a column are read, by its dotted path; nothing where the kind has no such field. */
export function cellOf(kind: Kind, path: readonly string[]): Cell | undefined {
  const schema = schemaAt(rowSchema(kind), path, ROOT);
  return schema && typed(schema);
}

/** Text that does not look like its type is left as it is, for the check of shapes to speak about. */
function typed(schema: Schema): Cell {
  const shape = resolved(schema, ROOT);
  if (shape.anyOf) return choice(shape.anyOf.map((branch) => resolved(branch, ROOT)));
  switch (shape.type) {
    case 'boolean':
      return (text) => ({ true: true, false: false })[text.toLowerCase()] ?? text;
    case 'number':
    case 'integer':
      return (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
    case 'object':
      return (text) => JSON.parse(text);
    case 'array':
      return list(typed(shape.items ?? {}));
    case 'string':
      return (text) => text;
    default:
      return (text) => (/^[[{"]/.test(text) ? JSON.parse(text) : text);
  }
}

const list =
  (entry: Cell): Cell =>
  (text) =>
    text.startsWith('[')
      ? JSON.parse(text)
      : text
          .split(';')
          .map((part) => part.trim())
          .filter((part) => part !== '')
          .map(entry);

/** A union: JSON where it looks like it, else a number where one is possible, else text. */
function choice(branches: readonly Schema[]): Cell {
  const numeric = branches.find(({ type }) => type === 'number' || type === 'integer');
  return (text) => (/^[[{]/.test(text) ? JSON.parse(text) : numeric ? typed(numeric)(text) : text);
}

/** The dotted paths that the columns of a kind may have, as far as they have names of their own. */
export function columnsOf(kind: Kind): string[] {
  return leaves(rowSchema(kind), '', 0);
}

function leaves(schema: Schema, prefix: string, depth: number): string[] {
  const shape = resolved(schema, ROOT);
  if (!shape.properties || depth > 2) return [prefix];
  return Object.entries(shape.properties).flatMap(([field, inner]) =>
    leaves(inner, prefix === '' ? field : `${prefix}.${field}`, depth + 1),
  );
}
