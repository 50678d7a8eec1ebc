import { Ajv, type ValidateFunction } from 'ajv';
import { explain } from './explain.js';
import type { Flaw } from './flaw.js';
import { FORMATS } from './formats.js';
import { PUBLISHED, type Schema, type SchemaName } from './schema.js';

const ajv = new Ajv({
  multipleOfPrecision: 6,
  validateFormats: true,
  formats: Object.fromEntries(
    Object.entries(FORMATS).map(([name, wrong]) => [name, (text: string) => wrong(text) === undefined] as const),
  ),
});
for (const [name, schema] of Object.entries(PUBLISHED)) ajv.addSchema(schema, name);

const compiled = new Map<string, ValidateFunction>();

/** Everything in which a value does not fit a definition of a published schema. Fast where it fits. */
export function flawsOf(value: unknown, schema: Schema, name: SchemaName): Flaw[] {
  if (schema.$ref === undefined) throw new Error('a definition is named by its reference');
  const key = `${name}${schema.$ref}`;
  let fits = compiled.get(key);
  if (!fits) {
    fits = ajv.compile({ $ref: key });
    compiled.set(key, fits);
  }
  if (fits(value)) return [];
  const flaws = explain(value, schema, PUBLISHED[name]);
  if (flaws.length > 0) return flaws;
  const error = fits.errors?.[0];
  return [
    {
      code: 'MISFIT',
      path: error?.instancePath.split('/').slice(1) ?? [],
      message: `this does not fit the schema: it ${error?.message}.`,
    },
  ];
}
