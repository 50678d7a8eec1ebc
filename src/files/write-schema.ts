import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import { type DatasetFile, KINDS } from '../domain/catalogue.js';
import type { LearnerFile } from '../domain/learner.js';
import type { Schema } from './shape/schema.js';

const ROOT = new URL('../../', import.meta.url);

/** The types that people write files of. */
interface Written {
  DatasetFile: DatasetFile;
  LearnerFile: LearnerFile;
}

/** The schemas that are published, by the name of their file. */
export const SCHEMAS = {
  'dataset.schema.json': 'DatasetFile',
  'learner.schema.json': 'LearnerFile',
} as const satisfies Record<string, keyof Written>;

/** What text of a named type looks like; `format` is checked by this project's own reader, editors use the pattern. */
const TEXTS: Record<string, Partial<Schema>> = {
  Day: { format: 'day', pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$' },
  MonthText: { format: 'month', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
  FractionText: { format: 'fraction', pattern: '^\\d+(/[1-9]\\d*)?$' },
};

/** The text of a published schema, generated from the types of the domain. */
export function schemaText(file: keyof typeof SCHEMAS): string {
  const type = SCHEMAS[file];
  const schema = createGenerator({
    path: fileURLToPath(new URL('src/domain/*.ts', ROOT)),
    tsconfig: fileURLToPath(new URL('tsconfig.json', ROOT)),
    type,
    expose: 'export',
    jsDoc: 'extended',
    additionalProperties: false,
    sortProps: false,
    skipTypeCheck: true,
  }).createSchema(type) as Schema;
  const definitions = schema.definitions ?? {};
  for (const [name, text] of Object.entries(TEXTS)) if (definitions[name]) Object.assign(definitions[name], text);
  if (type === 'DatasetFile') letDefaultsSpeak(definitions);
  return `${JSON.stringify({ $schema: schema.$schema, title: `Stepladder: ${type}`, ...schema }, null, 2)}\n`;
}

/** In a file, `defaults` may give source and basis: a row need not, and its source may be a part of one. */
function letDefaultsSpeak(definitions: Record<string, Schema>): void {
  const { required: _, ...source } = definitions.Source as Schema;
  definitions.RowSource = {
    ...source,
    description:
      'Where the fact was read. Fields not given are those of the source in the `defaults` of the file or folder.',
  };
  const file = definitions.DatasetFile as Schema;
  for (const kind of KINDS) {
    const name = file.properties?.[kind]?.items?.$ref?.replace('#/definitions/', '') ?? '';
    const row = definitions[name] as Schema;
    row.required = row.required?.filter((field) => field !== 'source' && field !== 'basis') ?? [];
    openSource(row);
  }
  definitions.Defaults = file.properties?.defaults as Schema;
  openSource(definitions.Defaults);
  file.properties = { defaults: { $ref: '#/definitions/Defaults' }, ...omit(file.properties, 'defaults') };
}

const omit = (properties: Record<string, Schema> = {}, name: string): Record<string, Schema> =>
  Object.fromEntries(Object.entries(properties).filter(([field]) => field !== name));

function openSource(owner: Schema): void {
  owner.properties = { ...owner.properties, source: { $ref: '#/definitions/RowSource' } };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const file of Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])
    writeFileSync(new URL(`schema/${file}`, ROOT), schemaText(file));
