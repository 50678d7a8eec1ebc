import type { Finding } from './finding.js';

/** Differences that are told of one answer; more of them help nobody. */
const MOST = 20;

/** Where a value that was read differs from what it should be, the first ones, each with both in words. */
export function differences(read: unknown, should: unknown, where: string): Finding[] {
  const found: Finding[] = [];
  compare(read ?? null, should ?? null, where, found);
  return found;
}

function compare(read: unknown, should: unknown, where: string, found: Finding[]): void {
  if (found.length >= MOST || read === should) return;
  if (Array.isArray(read) && Array.isArray(should)) {
    if (read.length !== should.length)
      found.push({ where, says: `there are ${read.length} entries, and there should be ${should.length}.` });
    for (let index = 0; index < Math.min(read.length, should.length); index++)
      compare(read[index] ?? null, should[index] ?? null, `${where}[${index}]`, found);
  } else if (isObject(read) && isObject(should)) {
    for (const name of new Set([...Object.keys(should), ...Object.keys(read)]))
      compare(read[name] ?? null, should[name] ?? null, where === '' ? name : `${where}.${name}`, found);
  } else found.push({ where, says: `it says ${told(read)}, and should say ${told(should)}.` });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const told = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'a record' : JSON.stringify(value);
};
