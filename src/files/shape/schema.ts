import { readFileSync } from 'node:fs';
import type { Kind } from '../../domain/catalogue.js';

/** The part of JSON Schema in which the shapes of files are written. */
export interface Schema {
  $schema?: string;
  $ref?: string;
  title?: string;
  description?: string;
  definitions?: Record<string, Schema>;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
}

const read = (file: string): Schema =>
  JSON.parse(readFileSync(new URL(`../../../schema/${file}`, import.meta.url), 'utf8')) as Schema;

/** The published schemas, by the name under which references find them. */
export const PUBLISHED = { dataset: read('dataset.schema.json'), learner: read('learner.schema.json') };
export type SchemaName = keyof typeof PUBLISHED;

/** A schema without its reference; the description beside a reference is kept. */
export function resolved(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/definitions/', '');
  const found = root.definitions?.[name];
  if (!found) throw new Error(`the schema refers to ${schema.$ref}, which it does not define`);
  return { title: name, ...resolved(found, root), ...(schema.description ? { description: schema.description } : {}) };
}

/** The schema of the rows of a kind. */
export function rowSchema(kind: Kind): Schema {
  const rows = resolved({ $ref: '#/definitions/DatasetFile' }, PUBLISHED.dataset).properties?.[kind]?.items;
  if (!rows) throw new Error(`the schema has no rows of kind ${kind}: run npm run schema`);
  return rows;
}

/** The schema that stands at a path of field names, or nothing where the shape has no such field. */
export function schemaAt(schema: Schema, path: readonly string[], root: Schema): Schema | undefined {
  const here = resolved(schema, root);
  const [field, ...deeper] = path;
  if (field === undefined) return here;
  if (here.properties && Object.hasOwn(here.properties, field))
    return schemaAt(here.properties[field] as Schema, deeper, root);
  return typeof here.additionalProperties === 'object' ? schemaAt(here.additionalProperties, deeper, root) : undefined;
}
