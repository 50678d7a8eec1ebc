import { KINDS } from '../../src/domain/catalogue.js';
import { textOf } from '../../src/domain/time.js';
import type { CreditCase } from './credit-cases.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Parts of a case that can be left out one by one without leaving a reference to nothing. */
const OPTIONAL_LISTS = ['mappings', 'agreements', 'experienceMappings', 'policies', 'deliveries'] as const;
const OPTIONAL_FIELDS = new Set([
  'scope',
  'exceptions',
  'from',
  'to',
  'hours',
  'outstanding',
  'firstEntry',
  'lastEntry',
  'assessmentMonths',
  'objective',
  'include',
  'mark',
  'compensated',
  'enrolments',
  'registrations',
  'employment',
  'experience',
  'programmes',
  'remedy',
  'awards',
  'exitAward',
  'floor',
  'cap',
  'modules',
  'limits',
  'entryPoints',
  'options',
]);

/** The smallest case found that still fails, by leaving out one thing after another. */
export function shrink(failing: CreditCase, stillFails: (smaller: CreditCase) => boolean): CreditCase {
  let smallest = failing;
  for (let found = true; found; ) {
    found = false;
    for (const smaller of smallerCases(smallest)) {
      if (!fails(smaller, stillFails)) continue;
      smallest = smaller;
      found = true;
      break;
    }
  }
  return smallest;
}

/** A case made unanswerable by leaving something out is not a smaller failure. */
function fails(smaller: CreditCase, stillFails: (smaller: CreditCase) => boolean): boolean {
  try {
    return stillFails(smaller);
  } catch {
    return false;
  }
}

function* smallerCases(one: CreditCase): Generator<CreditCase> {
  const { rows, question } = one;
  for (const parts of [2, 4, 8])
    for (const list of OPTIONAL_LISTS)
      for (const kept of withoutPart<unknown>(rows[list], parts)) yield { ...one, rows: { ...rows, [list]: kept } };
  for (const modules of withoutPart(question.learner.modules ?? [], 2))
    yield { ...one, question: { ...question, learner: { ...question.learner, modules } } };
  for (const list of OPTIONAL_LISTS)
    for (const row of rows[list])
      yield { ...one, rows: { ...rows, [list]: (rows[list] as unknown[]).filter((other) => other !== row) } };
  for (const learner of without(question.learner as unknown as Json))
    yield { ...one, question: { ...question, learner } as CreditCase['question'] };
  for (const smaller of without(question as unknown as Json, ['objective', 'include']))
    yield { ...one, question: smaller as unknown as CreditCase['question'] };
  for (const list of [...OPTIONAL_LISTS, 'modules', 'programmes'] as const)
    for (const [at, row] of rows[list].entries())
      for (const smaller of without(row as unknown as Json))
        yield {
          ...one,
          rows: { ...rows, [list]: (rows[list] as unknown[]).map((other, index) => (index === at ? smaller : other)) },
        };
}

/** A list without one of its halves, quarters ...: what is large comes down faster so. */
function* withoutPart<T>(list: readonly T[], parts: number): Generator<T[]> {
  const size = Math.ceil(list.length / parts);
  if (size < 2) return;
  for (let from = 0; from < list.length; from += size)
    yield list.filter((_, index) => index < from || index >= from + size);
}

/** A value with one optional field, or one item of a list of objects, left out somewhere inside it. */
function* without(value: Json, only?: string[]): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      if (typeof item !== 'object' || item === null) continue;
      if (!only) yield value.filter((_, index) => index !== at);
      for (const smaller of without(item, only)) yield value.map((other, index) => (index === at ? smaller : other));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      const optional = only
        ? only.includes(key)
        : OPTIONAL_FIELDS.has(key) && !(key === 'employment' && typeof inner === 'string');
      if (optional) yield rest;
      if (!only && key !== 'stages' && key !== 'source' && key !== 'outcomes')
        for (const smaller of without(inner)) yield { ...value, [key]: smaller };
    }
  }
}

/** A case as one row a line, for a reader. */
export function caseAsText({ seed, rows, question }: CreditCase): string {
  const lines = KINDS.flatMap((kind) =>
    (rows[kind] as unknown as Record<string, unknown>[]).map((row) => {
      const { source: _, basis: __, title: ___, name: ____, ...rest } = row;
      return `${kind}: ${JSON.stringify(rest)}`;
    }),
  );
  const { learner, start, ...asked } = question;
  const held = Object.entries(learner).map(([key, value]) => `learner ${key}: ${JSON.stringify(value)}`);
  return [`seed ${seed}`, ...lines, ...held, `question: ${JSON.stringify(asked)} start ${textOf(start)}`].join('\n');
}
