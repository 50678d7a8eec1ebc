import { nearest, suggestion } from '../../domain/nearest.js';
import { explainBranches } from './branches.js';
import { type Flaw, nameOfPath, type Path } from './flaw.js';
import { FORMATS } from './formats.js';
import { resolved, type Schema } from './schema.js';
import { EXPECTED, hasType, meant, quoted } from './words.js';

/** Everything in which a value does not fit a schema, each with a sentence that says how to mend it. */
export function explain(value: unknown, schema: Schema, root: Schema, path: Path = []): Flaw[] {
  const shape = resolved(schema, root);
  if (shape.anyOf) return explainBranches(value, shape, root, path, explain);
  if (shape.const !== undefined || shape.enum) return explainChoice(value, shape, path);
  if (shape.type === undefined) return [];
  if (!hasType(value, shape.type)) return [{ code: 'WRONG_TYPE', path, message: typeMessage(value, shape, path) }];
  switch (shape.type) {
    case 'object':
      return explainFields(value as Record<string, unknown>, shape, root, path);
    case 'array':
      return explainList(value as unknown[], shape, root, path);
    case 'string':
      return explainText(value as string, shape, path);
    case 'number':
    case 'integer':
      return explainNumber(value as number, shape, path);
    default:
      return [];
  }
}

function explainFields(value: Record<string, unknown>, shape: Schema, root: Schema, path: Path): Flaw[] {
  const known = shape.properties ?? {};
  const missing = new Set((shape.required ?? []).filter((field) => !Object.hasOwn(value, field)));
  const flaws: Flaw[] = [];
  for (const [field, inner] of Object.entries(value)) {
    const at = [...path, field];
    if (Object.hasOwn(known, field)) flaws.push(...explain(inner, known[field] as Schema, root, at));
    else if (typeof shape.additionalProperties === 'object')
      flaws.push(...explain(inner, shape.additionalProperties, root, at));
    else if (shape.additionalProperties === false) {
      flaws.push({ code: 'UNKNOWN_FIELD', path: at, message: unknownField(field, known) });
      missing.delete(nearest(field, Object.keys(known)) ?? ''); // one slip is told once
    }
  }
  for (const field of missing)
    flaws.push({
      code: 'MISSING_FIELD',
      path: [...path, field],
      message: `\`${field}\` is missing.${described(known[field], root)}`,
    });
  return flaws;
}

function unknownField(field: string, known: Record<string, Schema>): string {
  const fields = Object.keys(known);
  const rest = fields.length > 0 ? ` The fields are ${fields.join(', ')}.` : ' Take it away.';
  return `there is no field \`${field}\` here.${suggestion(field, fields) || rest}`;
}

/** What a missing field should say, from the sentence that describes it. */
function described(schema: Schema | undefined, root: Schema): string {
  const shape = schema && resolved(schema, root);
  if (!shape?.description || (shape.title === 'Id' && !schema?.description)) return ` Give ${meant(shape ?? {})}.`;
  return ` It says: ${shape.description.replaceAll(/\s+/g, ' ').replace(/[^.)]$/, '$&.')}`;
}

function explainList(value: unknown[], shape: Schema, root: Schema, path: Path): Flaw[] {
  if (value.length < (shape.minItems ?? 0))
    return [
      {
        code: 'TOO_FEW',
        path,
        message: `${nameOfPath(path)} is an empty list: list at least ${shape.minItems === 1 ? 'one entry' : `${shape.minItems} entries`}.`,
      },
    ];
  return value.flatMap((item, index) => explain(item, shape.items ?? {}, root, [...path, index]));
}

function explainText(value: string, shape: Schema, path: Path): Flaw[] {
  const name = nameOfPath(path);
  const wrong = shape.format === undefined ? undefined : FORMATS[shape.format]?.(value);
  if (wrong !== undefined) return [{ code: `BAD_${shape.format?.toUpperCase()}`, path, message: `${name}: ${wrong}.` }];
  if (value.length < (shape.minLength ?? 0))
    return [{ code: 'EMPTY_TEXT', path, message: `${name} is empty: say something, or leave it out.` }];
  if ([...value].length > (shape.maxLength ?? Number.POSITIVE_INFINITY))
    return [{ code: 'TOO_LONG', path, message: `${name} has more than ${shape.maxLength} characters: shorten it.` }];
  if (shape.pattern === undefined || new RegExp(shape.pattern, 'u').test(value)) return [];
  const rule =
    shape.title === 'Id'
      ? 'is no id: use letters, digits, dots, hyphens and underscores, beginning with a letter or digit'
      : `does not look as it should (${shape.pattern})`;
  return [{ code: 'BAD_TEXT', path, message: `${name}: ${quoted(value)} ${rule}.` }];
}

function explainNumber(value: number, { minimum, maximum, multipleOf }: Schema, path: Path): Flaw[] {
  const name = nameOfPath(path);
  const flaw = (rule: string): Flaw[] => [
    { code: 'OUT_OF_RANGE', path, message: `${name} is ${value}: it must be ${rule}.` },
  ];
  if (minimum !== undefined && value < minimum) return flaw(`${minimum} or more`);
  if (maximum !== undefined && value > maximum) return flaw(`${maximum} or less`);
  if (multipleOf === undefined || isMultiple(value, multipleOf)) return [];
  return flaw(multipleOf === 0.01 ? 'in pounds and whole pence' : `a multiple of ${multipleOf}`);
}

/** Within a millionth, so that 9250.10 is a whole number of pence although binary fractions are not. */
const isMultiple = (value: number, of: number): boolean => Math.abs(Math.round(value / of) - value / of) <= 1e-6;

function explainChoice(value: unknown, shape: Schema, path: Path): Flaw[] {
  const choices = shape.enum ?? [shape.const];
  if (choices.includes(value)) return [];
  const meant = typeof value === 'string' ? suggestion(value, choices.map(String)) : '';
  const message = `${nameOfPath(path)} is ${quoted(value)}: it must be ${choices.length > 1 ? 'one of ' : ''}${choices.join(', ')}.${meant}`;
  return [{ code: 'UNKNOWN_CHOICE', path, message }];
}

function typeMessage(value: unknown, { type }: Schema, path: Path): string {
  const name = nameOfPath(path);
  const expected = EXPECTED[type ?? 'null'];
  if (value === null) return `${name} is empty: write ${expected}, or leave the field out.`;
  if (type === 'string' && typeof value !== 'object')
    return `${name} is ${value}, which is not text: put it in quotes, as "${value}".`;
  if (type === 'array')
    return `${name} is ${quoted(value)}, which is not a list: write it in square brackets or each entry after a hyphen.`;
  return `${name} is ${quoted(value)}: it must be ${expected}.`;
}
