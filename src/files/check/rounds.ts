import type { Rows } from '../../domain/catalogue.js';
import type { Id } from '../../domain/fact.js';
import type { Pool } from '../../domain/funding.js';
import type { Prerequisite } from '../../domain/provision.js';
import { type Finding, type Known, push } from './known.js';

/** Nothing needs itself first, and no pool of places lies within itself. */
export function* rounds(rows: Rows, known: Known): Iterable<Finding> {
  yield* prerequisiteRounds(known);
  yield* poolRounds(rows.pools);
}

/** Modules that can be held in no order, because each waits for another; an alternative that can be held breaks a round. */
function* prerequisiteRounds({ modules }: Known): Iterable<Finding> {
  const waiting = new Map<Id, Id[]>();
  for (const { id, prerequisites } of modules.values())
    for (const need of named(prerequisites)) push(waiting, need, id);
  const stuck = new Set(modules.keys());
  const free = (needs: Prerequisite | undefined): boolean => {
    if (needs === undefined) return true;
    if (typeof needs === 'string') return !stuck.has(needs);
    return 'all' in needs ? needs.all.every(free) : needs.any.some(free);
  };
  const queue = [...stuck];
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    if (stuck.has(id) && free(modules.get(id)?.prerequisites)) {
      stuck.delete(id);
      queue.push(...(waiting.get(id) ?? []));
    }
  const next = (id: Id): Id | undefined => named(modules.get(id)?.prerequisites).find((need) => stuck.has(need));
  for (const round of roundsAmong([...stuck].sort(), next)) {
    const row = modules.get(round[0] ?? '');
    if (row)
      yield {
        code: 'ROUND',
        kind: 'modules',
        row,
        path: ['prerequisites'],
        message: `these modules need each other first, so none could ever be begun: ${[...round, round[0]].join(' needs ')}. Take one of the prerequisites away.`,
      };
  }
}

function named(needs: Prerequisite | undefined): Id[] {
  if (needs === undefined) return [];
  if (typeof needs === 'string') return [needs];
  return ('all' in needs ? needs.all : needs.any).flatMap(named);
}

function* poolRounds(pools: readonly Pool[]): Iterable<Finding> {
  const byId = new Map(pools.map((row) => [row.id, row]));
  for (const round of roundsAmong([...byId.keys()].sort(), (id) => byId.get(id)?.within)) {
    const row = byId.get(round[0] ?? '');
    if (row)
      yield {
        code: 'ROUND',
        kind: 'pools',
        row,
        path: ['within'],
        message: `these pools lie within each other: ${[...round, round[0]].join(' within ')}. Take one \`within\` away.`,
      };
  }
}

/** The rounds in which steps from one id to the next end, each once. */
function* roundsAmong(ids: readonly Id[], next: (id: Id) => Id | undefined): Iterable<Id[]> {
  const seen = new Set<Id>();
  for (const start of ids) {
    const way = new Map<Id, number>();
    let at: Id | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      way.set(at, way.size);
      at = next(at);
    }
    const from = at === undefined ? undefined : way.get(at);
    if (from !== undefined) yield [...way.keys()].slice(from);
  }
}
