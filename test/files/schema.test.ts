import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KINDS, type Kind } from '../../src/domain/catalogue.js';
import { loadDataset } from '../../src/files/dataset.js';
import { explain } from '../../src/files/shape/explain.js';
import { FORMATS } from '../../src/files/shape/formats.js';
import { PUBLISHED, rowSchema } from '../../src/files/shape/schema.js';
import { SCHEMAS, schemaText } from '../../src/files/write-schema.js';
import { data } from './load.js';

test.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])(
  'schema/%s is what the types say now (else: npm run schema)',
  (file) => {
    expect(readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8')).toBe(schemaText(file));
  },
);

test('a row of a file may leave source and basis to the defaults', () => {
  for (const kind of KINDS) {
    const name = rowSchema(kind).$ref?.replace('#/definitions/', '') ?? '';
    expect(PUBLISHED.dataset.definitions?.[name]?.required).not.toEqual(expect.arrayContaining(['source']));
    expect(PUBLISHED.dataset.definitions?.[name]?.required).toContain('id');
    expect(PUBLISHED.dataset.definitions?.[name]?.additionalProperties).toBe(false);
  }
});

// The sentences are found by a walk of our own, the verdict by ajv: neither may know of a flaw that the other does not.
test('whatever is done to a row, a sentence is said of it if and only if the schema refuses it', () => {
  const formats = Object.fromEntries(
    Object.entries(FORMATS).map(([name, wrong]) => [name, (text: string) => wrong(text) === undefined] as const),
  );
  const ajv = new Ajv({ formats, multipleOfPrecision: 6 }).addSchema(PUBLISHED.dataset, 'dataset');
  const { rows } = loadDataset(data('small'));
  const all = KINDS.flatMap((kind) => rows[kind].map((row) => [kind, row] as const));
  const fits = Object.fromEntries(KINDS.map((kind) => [kind, ajv.compile({ $ref: `dataset${rowSchema(kind).$ref}` })]));
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      '2026-02-30',
      'share',
      'final',
      -1,
      0.25,
      1e9,
      'kind',
      { all: [] },
      { kind: 'mark' },
      { members: 1 },
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.nat(),
      junk,
      fc.constantFrom('replace', 'remove', 'add'),
      ([kind, row], place, value, how) => {
        const spoilt = spoil(structuredClone(row), place, value, how);
        const sentences = explain(spoilt, rowSchema(kind as Kind), PUBLISHED.dataset);
        expect(sentences.length === 0, JSON.stringify(sentences)).toBe(fits[kind]?.(spoilt));
      },
    ),
    { numRuns: 3000 },
  );
});

/** Replaces, removes or adds something somewhere in a row. */
function spoil(row: object, place: number, value: unknown, how: string): unknown {
  const places: [Record<string, unknown>, string][] = [];
  const visit = (owner: Record<string, unknown>): void => {
    for (const [key, inner] of Object.entries(owner)) {
      places.push([owner, key]);
      if (typeof inner === 'object' && inner !== null) visit(inner as Record<string, unknown>);
    }
  };
  visit(row as Record<string, unknown>);
  const [owner, key] = places[place % places.length] ?? [];
  if (!owner || key === undefined) return value;
  if (how === 'replace') owner[key] = value;
  else if (how === 'add' && !Array.isArray(owner)) owner[`${key}x`] = value;
  else if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else delete owner[key];
  return row;
}
