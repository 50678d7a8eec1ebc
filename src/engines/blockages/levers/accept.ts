import type { Accepts, Condition, SubjectCondition } from '../../../domain/conditions.js';
import type { Id } from '../../../domain/fact.js';
import type { Qualification } from '../../../domain/provision.js';
import type { EntryRule } from '../../../domain/recognition.js';
import { everValid } from '../../../domain/time.js';
import type { Catalogue } from '../../../graph/catalogue.js';
import { subject } from '../../../rules/conditions/subject.js';
import { applicantOf } from '../../entry/judge.js';
import { ownerOf } from '../names.js';
import type { Bearing } from './bearing.js';
import { alter, type WorkedLever } from './worked.js';

/**
 * *accept* (subject, rule, a kind held): a rule takes a kind of qualification that the cohort holds as proof of a subject
 * at the level asked, at the grade held; an award without a subject only where some rule takes its kind as such proof. One for each rule row: a rule that holds for several programmes changes for all.
 */
export function acceptLevers(bearing: Bearing): WorkedLever[] {
  const { catalogue, programme, terms } = bearing;
  return catalogue
    .rulesFor(programme)
    .filter((rule) => everValid(rule, terms.first, terms.starts.at(-1)!))
    .flatMap((rule) => subjectsOf(rule.rule).flatMap((condition) => acceptedBy(bearing, rule, condition)));
}

function acceptedBy(
  { catalogue, holdings, terms, names, programme, cohort }: Bearing,
  rule: EntryRule,
  condition: SubjectCondition,
): WorkedLever[] {
  const { qualifications } = catalogue;
  const find = (id: Id): Qualification | undefined => qualifications.get(id);
  if (subject(condition, applicantOf(catalogue, holdings, terms.first)).verdict !== 'NOT_MET') return [];
  const { subject: name, level } = condition;
  return holdings.awards.flatMap(({ qualification, grade }): WorkedLever[] => {
    const held = find(qualification);
    if (!held || held.level < level || !canProve(catalogue, held, name)) return [];
    const accepts: Accepts = { kind: held.kind, ...(grade !== undefined && { grade }) };
    const graded = grade === undefined ? '' : ` at grade ${grade}`;
    return [
      {
        id: `accept:${rule.id}:${name}:${held.kind}${grade === undefined ? '' : `:${grade}`}`,
        kind: 'accept',
        says: `Accept ${held.kind.replaceAll('-', ' ')}${graded} as proof of ${name} at level ${level} under ‘${rule.name}’.`,
        owner: ownerOf(names, rule.owner, 'admissions', { programme, region: cohort.region }),
        cost: 1,
        leadMonths: 0,
        programmes: rule.programmes ?? [programme.id],
        source: condition.source ?? rule.source,
        edits: [
          alter<EntryRule>('entryRules', rule.id, (row) => ({
            ...row,
            rule: accepting(row.rule, name, accepts, find),
          })),
        ],
        concerns: (_, { awards }) => awards.some(({ qualification }) => find(qualification)?.kind === held.kind),
      },
    ];
  });
}

/** Whether people would think of it as proof: it is of the subject, or without one and some rule somewhere takes its kind as proof. */
function canProve(catalogue: Catalogue, { subject: own, kind }: Qualification, name: string): boolean {
  if (own !== undefined) return own === name;
  const known =
    taken.get(catalogue) ?? new Set(catalogue.rows.entryRules.flatMap(({ rule }) => proofsIn(rule, catalogue)));
  taken.set(catalogue, known);
  return known.has(`${name} ${kind}`);
}

const taken = new WeakMap<Catalogue, ReadonlySet<string>>();

const proofsIn = (rule: Condition, { qualifications }: Catalogue): string[] =>
  subjectsOf(rule).flatMap(({ subject: name, accepted, considered = [] }) =>
    [...accepted, ...considered].map(
      ({ kind, qualification = '' }) => `${name} ${kind ?? qualifications.get(qualification)?.kind}`,
    ),
  );

/** Every subject condition in a tree. */
const subjectsOf = (condition: Condition): SubjectCondition[] =>
  'of' in condition ? condition.of.flatMap(subjectsOf) : condition.kind === 'subject' ? [condition] : [];

/** The tree with a kind accepted as proof of a subject, and no longer refused. */
function accepting(
  condition: Condition,
  name: string,
  accepts: Accepts,
  find: (id: Id) => Qualification | undefined,
): Condition {
  if ('of' in condition)
    return { ...condition, of: condition.of.map((child) => accepting(child, name, accepts, find)) };
  if (condition.kind !== 'subject' || condition.subject !== name) return condition;
  const { refused = [], ...rest } = condition;
  const still = refused.filter(({ kind, qualification = '' }) => (kind ?? find(qualification)?.kind) !== accepts.kind);
  return { ...rest, accepted: [...condition.accepted, accepts], ...(still.length > 0 && { refused: still }) };
}
