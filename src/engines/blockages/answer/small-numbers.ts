import type { BlockageAnswer } from '../../../domain/blockage-answer.js';

const LEAST = 10;
const STEP = 5;

/** A head count as it may leave the service: none from 1 to 9, the others to the nearest five; 0 stays (spec 6.2). */
export const protectedCount = (count: number): number | null =>
  count === 0 ? 0 : count < LEAST ? null : Math.round(count / STEP) * STEP;

/** Fields of an answer that are head counts; `n` and `d` are a share of one. */
const COUNTS: ReadonlySet<string> = new Set([
  ...[
    'people',
    'inMind',
    'through',
    'blocked',
    'beyond',
    'open',
    'stops',
    'alone',
    'freed',
    'bound',
    'placed',
    'taken',
  ],
  ...['admitted', 'twoYears', 'twoYearsAllowed', 'n', 'd'],
]);

/** The answer with every head count as it may leave the service. Sentences are to be told so by who writes them. */
export const withProtectedCounts = (answer: BlockageAnswer): BlockageAnswer =>
  protectedIn(answer, '') as BlockageAnswer;

function protectedIn(value: unknown, field: string): unknown {
  if (typeof value === 'number') return COUNTS.has(field) ? protectedCount(value) : value;
  if (Array.isArray(value)) return value.map((entry) => protectedIn(entry, field));
  if (typeof value !== 'object' || value === null) return value;
  // Changes are of the catalogue: they name no count of people.
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'changes' ? inner : protectedIn(inner, name)]),
  );
}
