import type { Schema } from './schema.js';

/** Whether a value is of a type of JSON. */
export function hasType(value: unknown, type: Schema['type']): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}

/** The types of JSON as people call them. */
export const EXPECTED = {
  object: 'a mapping of fields',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'empty',
};

/** What a schema wants, in a word or two. */
export function meant(branch: Schema): string {
  if (branch.const !== undefined) return `\`${String(branch.const)}\``;
  if (branch.enum) return `one of ${branch.enum.join(', ')}`;
  if (branch.title === 'Id') return 'an id';
  if (branch.type === 'object' && branch.required?.length)
    return `a mapping with ${branch.required.map((field) => `\`${field}\``).join(', ')}`;
  return branch.type === undefined ? 'a value' : EXPECTED[branch.type];
}

/** A value as a message may show it: short, on one line. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping of fields';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = String(value).replaceAll(/\s+/g, ' ');
  return `\`${text.length > 60 ? `${text.slice(0, 57)}...` : text}\``;
}
