import type { Rows } from '../domain/catalogue.js';
import type { Condition, SubjectCondition } from '../domain/conditions.js';
import type { Id } from '../domain/fact.js';
import type { Tariff } from '../domain/funding.js';
import type { Programme, Qualification } from '../domain/provision.js';
import type { EntryRule } from '../domain/recognition.js';
import type { Draw, EdgeDetail, Verdict } from './walk-types.js';

/** Who asks for what, and what holds back whom. */
export function drawRules(rows: Rows, draw: Draw): void {
  const programmesFor = programmeFinder(rows);
  const qualificationsOf = grouped(rows.qualifications, ({ kind }) => [kind]);
  for (const rule of rows.entryRules) {
    for (const asker of new Set([...programmesFor(rule), ...named(rule), ...(rule.deliveries ?? [])]))
      draw(asker, 'requires', rule.id, rule.id);
    const drawn = new Set<string>();
    for (const { to, detail } of mentions(rule.rule, qualificationsOf, rows.tariffs)) {
      const once = JSON.stringify([to, detail]);
      if (!drawn.has(once)) draw(rule.id, 'requires', to, rule.id, detail);
      drawn.add(once);
    }
  }
  for (const policy of rows.policies) {
    for (const bound of new Set([...programmesFor(policy), ...named(policy)]))
      draw(policy.id, 'limits', bound, policy.id);
  }
  for (const { id, programmes, institutions, regions } of rows.funding) {
    for (const only of new Set([...(programmes ?? []), ...(institutions ?? [])])) draw(id, 'requires', only, id);
    for (const region of new Set(regions)) draw(id, 'in region', region, id);
  }
  for (const { id, programmes, registerParts, regions } of rows.support) {
    for (const only of new Set([...(programmes ?? []), ...(registerParts ?? [])])) draw(id, 'requires', only, id);
    for (const region of new Set(regions)) draw(id, 'in region', region, id);
  }
}

/** For whom a rule or a policy is: where several are given, all must fit. */
type Reach = Pick<EntryRule, 'registerParts' | 'institutions' | 'programmes' | 'deliveries'>;

/** Regulators and institutions, from which one finds the row as well as from each programme that it is for. */
const named = ({ registerParts, institutions }: Reach): Id[] => [...(registerParts ?? []), ...(institutions ?? [])];

/** Finds the programmes, and the modules offered singly that are named as such, that a row is for. */
function programmeFinder(rows: Rows): (row: Reach) => Id[] {
  const singles = rows.modules.filter(({ offers }) => offers?.length);
  const byId = new Map([...singles, ...rows.programmes].map((programme) => [programme.id, programme]));
  const byInstitution = grouped(rows.programmes, ({ institution }) => [institution]);
  const partsOf = new Map<Id, Set<Id>>();
  const reaches = (programme: Id, part: Id) => partsOf.set(programme, (partsOf.get(programme) ?? new Set()).add(part));
  for (const { id, leadsTo } of rows.programmes) for (const part of leadsTo ?? []) reaches(id, part);
  for (const { id, sets } of rows.registerParts)
    for (const { programmes } of sets ?? []) for (const programme of programmes) reaches(programme, id);
  const byPart = grouped(rows.programmes, ({ id }) => [...(partsOf.get(id) ?? [])]);
  const programmeOf = new Map<Id, Id>([
    ...rows.deliveries.map(({ id, programme }) => [id, programme] as const),
    ...singles.flatMap((module) => (module.offers ?? []).map(({ id }) => [id, module.id] as const)),
  ]);
  return ({ registerParts, institutions, programmes, deliveries }) => {
    const run = deliveries && new Set(deliveries.flatMap((id) => programmeOf.get(id) ?? []));
    // Start from whatever names the fewest, so that a row for one programme never looks at all of them.
    const candidates =
      (programmes ?? (run && [...run]))?.flatMap((id) => byId.get(id) ?? []) ??
      institutions?.flatMap((id) => byInstitution.get(id) ?? []) ??
      registerParts?.flatMap((id) => byPart.get(id) ?? []) ??
      rows.programmes;
    const fits = ({ id, institution }: Pick<Programme, 'id' | 'institution'>): boolean =>
      (!run || run.has(id)) &&
      (!institutions || institutions.includes(institution)) &&
      (!registerParts || registerParts.some((part) => partsOf.get(id)?.has(part)));
    return candidates.filter(fits).map(({ id }) => id);
  };
}

/** What a condition speaks of that is in the catalogue, with what it says of it. */
function* mentions(
  condition: Condition,
  qualificationsOf: ReadonlyMap<string, Qualification[]>,
  tariffs: readonly Tariff[],
): Generator<{ to: Id; detail: EdgeDetail }> {
  const ofKind = (kind: string): Qualification[] => qualificationsOf.get(kind) ?? [];
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      for (const part of condition.of) yield* mentions(part, qualificationsOf, tariffs);
      return;
    case 'subject':
      for (const verdict of VERDICTS)
        for (const { qualification, kind, grade } of condition[verdict] ?? []) {
          const detail: EdgeDetail = { verdict, subject: condition.subject, ...(grade !== undefined && { grade }) };
          const meant = kind === undefined ? [] : ofKind(kind).filter((held) => mayProve(held, condition));
          for (const to of qualification === undefined ? meant.map(({ id }) => id) : [qualification])
            yield { to, detail };
        }
      return;
    case 'award': {
      const { grade } = condition;
      const detail: EdgeDetail = { verdict: 'accepted', ...(grade !== undefined && { grade }) };
      const awards = new Set([
        ...(condition.kinds ?? []).flatMap(ofKind).map(({ id }) => id),
        ...(condition.awards ?? []),
      ]);
      for (const to of awards) yield { to, detail };
      return;
    }
    case 'registration':
      for (const to of condition.parts) yield { to, detail: { verdict: 'accepted' } };
      return;
    case 'tariff':
      for (const { id } of tariffs) yield { to: id, detail: {} };
      return;
    case 'credits':
    case 'experience':
    case 'employment':
    case 'declaration':
    case 'judgement':
      return;
  }
}

/** A subject is proved by what is in it, or in none in particular, at its level or above. */
export const mayProve = (held: Qualification, { subject, level }: SubjectCondition): boolean =>
  held.level >= level && (held.subject === undefined || held.subject === subject);

/** What a rule may say of a qualification, the worst first. */
const VERDICTS = ['refused', 'considered', 'accepted'] as const satisfies readonly Verdict[];

function grouped<T>(rows: readonly T[], keys: (row: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows)
    for (const key of keys(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  return groups;
}
