import type { Change, Kind, Rows } from '../../../domain/catalogue.js';
import { applyChanges } from '../../../domain/changes.js';
import type { Id } from '../../../domain/fact.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import type { EntryRule, Policy } from '../../../domain/recognition.js';
import type { Edit, Row, Working } from './worked.js';

/** Rows that levers have touched, by kind and id, `null` where they are taken away; those not touched are shared. */
type Touched = Map<Kind, Map<Id, Row | null>>;

/** The rows with levers worked on them. Rows that an edit names and that are not there are passed over. */
export function withLevers(rows: Rows, levers: readonly Working[]): Rows {
  if (levers.length === 0) return rows;
  const changed = Object.fromEntries(
    [...touchedBy(rows, levers)].map(([kind, own]) => {
      const before = rows[kind] as unknown as Row[];
      const known = new Set(before.map(({ id }) => id));
      const added = [...own.values()].filter((row) => row && !known.has(row.id));
      const kept = before.flatMap((row) => (own.has(row.id) ? (own.get(row.id) ?? []) : [row]));
      return [kind, [...kept, ...added]];
    }),
  );
  return { ...rows, ...changed } as Rows;
}

/** The same as changes that a scenario takes: `applyChanges(rows, changesOf(rows, levers))` are the rows with levers. */
export const changesOf = (rows: Rows, levers: readonly Working[]): Change[] =>
  [...touchedBy(rows, levers)].flatMap(([kind, own]) =>
    [...own].flatMap(([id, row]): Change[] => {
      const before = rowOf(rows, kind, id);
      if (!row) return before ? [{ op: 'remove', kind, id }] : [];
      return before ? differences(kind, id, before, row, []) : [{ op: 'put', kind, row }];
    }),
  );

function touchedBy(rows: Rows, levers: readonly Working[]): Touched {
  const touched: Touched = new Map();
  const find = (kind: Kind, id: Id): Row | undefined => {
    const own = touched.get(kind);
    if (own?.has(id)) return own.get(id) ?? undefined;
    return rowOf(rows, kind, id);
  };
  const set = (kind: Kind, id: Id, row: Row | null): void => {
    touched.set(kind, (touched.get(kind) ?? new Map<Id, Row | null>()).set(id, row));
  };
  const keep = (kind: Kind, row: Row): void => set(kind, row.id, row);
  const edits = [...levers].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((lever) => lever.edits);
  for (const edit of edits) {
    if (edit.op === 'put') keep(edit.kind, edit.row);
    else if (edit.op === 'alter') {
      const row = find(edit.kind, edit.id);
      if (row) keep(edit.kind, edit.alter(row));
    } else if (edit.op === 'change') {
      const { change } = edit;
      const id = change.op === 'put' ? change.row.id : change.id;
      const row = find(change.kind, id);
      const alone = { [change.kind]: row ? [row] : [] } as unknown as Rows;
      const after = applyChanges(alone, [change]).rows[change.kind] as unknown as Row[];
      set(change.kind, id, after[0] ?? null);
    }
  }
  for (const edit of edits) if (edit.op === 'copy') runElsewhere(rows, edit, find, keep, touched);
  for (const [id, row] of touched.get('policies') ?? [])
    if (row && laysDownNothing(row as unknown as Policy)) set('policies', id, null);
  return touched;
}

/** A policy whose last limit is lifted goes: a row that says nothing would be no row of a catalogue. */
const laysDownNothing = ({ limits, claims }: Policy): boolean => limits.length === 0 && claims === undefined;

const found = new WeakMap<readonly object[], Map<Id, Row>>();
/** Rows fewer than this are looked through. */
const FEW = 40;

/** A row as it was before any lever. */
function rowOf(rows: Rows, kind: Kind, id: Id): Row | undefined {
  const all = rows[kind] as unknown as Row[];
  if (all.length < FEW) return all.find((row) => row.id === id);
  const known = found.get(all) ?? new Map(all.map((row) => [row.id, row]));
  found.set(all, known);
  return known.get(id);
}

const naming = new WeakMap<readonly EntryRule[], readonly EntryRule[]>();

/** Rules that are for some deliveries alone. */
function namingDeliveries(rules: readonly EntryRule[]): readonly EntryRule[] {
  const known = naming.get(rules) ?? rules.filter(({ deliveries }) => deliveries);
  naming.set(rules, known);
  return known;
}

/** A second delivery with what is laid down for the first: its rules, and the modules that are there for some deliveries alone. */
function runElsewhere(
  rows: Rows,
  { delivery, to, region }: Extract<Edit, { op: 'copy' }>,
  find: (kind: Kind, id: Id) => Row | undefined,
  keep: (kind: Kind, row: Row) => void,
  touched: Touched,
): void {
  const first = find('deliveries', delivery) as unknown as Delivery | undefined;
  if (!first) return;
  const entryPoints = first.entryPoints.map(({ places: _, pool: __, ...point }) => point);
  keep('deliveries', { ...first, id: to, place: { region }, entryPoints } as unknown as Row);
  for (const { id } of touched.has('entryRules') ? rows.entryRules : namingDeliveries(rows.entryRules)) {
    const rule = find('entryRules', id) as unknown as EntryRule | undefined;
    if (!rule) continue;
    if (rule.deliveries?.includes(delivery))
      keep('entryRules', { ...rule, deliveries: [...rule.deliveries, to] } as unknown as Row);
  }
  const programme = find('programmes', first.programme) as unknown as Programme | undefined;
  if (programme && JSON.stringify(programme.stages).includes('"deliveries"'))
    keep('programmes', withDelivery(programme, delivery, to) as unknown as Row);
}

function withDelivery(programme: Programme, delivery: Id, to: Id): Programme {
  const also = <T extends { deliveries?: Id[] }>(entry: T): T =>
    entry.deliveries?.includes(delivery) ? { ...entry, deliveries: [...entry.deliveries, to] } : entry;
  const stages = programme.stages.map((stage) => ({
    ...stage,
    ...(stage.core && { core: stage.core.map((entry) => (typeof entry === 'string' ? entry : also(entry))) }),
    ...(stage.groups && { groups: stage.groups.map(also) }),
  }));
  return { ...programme, stages };
}

/** One change for each field that differs, as deep as plain fields go; lists are set whole. */
function differences(kind: Kind, id: Id, before: object, after: object, path: readonly string[]): Change[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field): Change[] => {
    if (old[field] === now[field]) return [];
    const deeper = [...path, field];
    if (isPlain(old[field]) && isPlain(now[field])) return differences(kind, id, old[field], now[field], deeper);
    return [{ op: 'set', kind, id, path: deeper.join('.'), value: now[field] ?? null }];
  });
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
