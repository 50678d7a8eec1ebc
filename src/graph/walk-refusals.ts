import type { Accepts, Condition, SubjectCondition } from '../domain/conditions.js';
import type { Id } from '../domain/fact.js';
import type { Qualification } from '../domain/provision.js';
import { type Month, validIn } from '../domain/time.js';
import { walk } from './walk.js';
import { mayProve } from './walk-rules.js';
import type { CatalogueGraph, Verdict } from './walk-types.js';

/** What an entry rule says of a qualification as proof of a subject. */
export interface Stance {
  rule: Id;
  subject: string;
  level: number;
  /** `unnamed`: the rule asks for the subject and does not name the qualification, which is then no proof of it. */
  verdict: Verdict | 'unnamed';
  /** The least grade with which it is accepted or considered. */
  grade?: string;
  /** Programmes the rule is for. */
  programmes: Id[];
}

/** The worst first. */
const VERDICTS = ['refused', 'unnamed', 'considered', 'accepted'] as const satisfies readonly Stance['verdict'][];

/**
 * Who refuses this qualification, or this kind of qualification (`functional-skills`), and who considers or accepts it?
 * Refusals first, then by the id of the rule, then by subject. A rule that is silent of it is listed as `unnamed` where
 * it asks for a subject that the qualification, or one of the kind, is in. Throws a RangeError if neither a
 * qualification nor a rule knows the name.
 */
export function whoRefuses(graph: CatalogueGraph, kindOrQualification: string, asOf?: Month): Stance[] {
  const { entryRules, qualifications } = graph.getAttribute('rows');
  const meant = qualifications.filter(({ id, kind }) => id === kindOrQualification || kind === kindOrQualification);
  const single = meant.find(({ id }) => id === kindOrQualification);
  const stances: Stance[] = [];
  let known = meant.length > 0;
  for (const rule of entryRules) {
    if (asOf !== undefined && !validIn(rule, asOf)) continue;
    for (const condition of subjectConditions(rule.rule)) {
      const said = single ? saidOfOne(condition, single) : saidOfKind(condition, kindOrQualification, meant);
      if (said.some(({ verdict }) => verdict !== 'unnamed')) known = true;
      for (const each of said)
        stances.push({
          rule: rule.id,
          subject: condition.subject,
          level: condition.level,
          ...each,
          programmes: programmesUnder(graph, rule.id),
        });
    }
  }
  if (!known) throw new RangeError(`no qualification, kind or entry rule knows the name ${kindOrQualification}`);
  return inOrder(stances);
}

type Said = Pick<Stance, 'verdict' | 'grade'>;

/** Of one qualification a condition speaks only where that could prove the subject; a plain refusal settles it. */
function saidOfOne(condition: SubjectCondition, held: Qualification): Said[] {
  if (!mayProve(held, condition)) return [];
  const said = sayings(condition, ({ qualification, kind }) =>
    qualification === undefined ? kind === held.kind : qualification === held.id,
  );
  const refusal = said.find(({ verdict, grade }) => verdict === 'refused' && grade === undefined);
  if (refusal) return [refusal];
  return said.length > 0 || held.subject === undefined ? said : [{ verdict: 'unnamed' }];
}

/** Of a kind, whatever is said of it or of a qualification of that kind. */
function saidOfKind(condition: SubjectCondition, name: string, ofKind: readonly Qualification[]): Said[] {
  const said = sayings(condition, ({ qualification, kind }) =>
    qualification === undefined ? kind === name : ofKind.some(({ id }) => id === qualification),
  );
  const expected = ofKind.some((held) => held.subject !== undefined && mayProve(held, condition));
  return said.length > 0 || !expected ? said : [{ verdict: 'unnamed' }];
}

const sayings = (condition: SubjectCondition, means: (named: Accepts) => boolean): Said[] =>
  (['refused', 'considered', 'accepted'] as const).flatMap((verdict) =>
    (condition[verdict] ?? []).filter(means).map(({ grade }) => ({ verdict, ...(grade !== undefined && { grade }) })),
  );

function* subjectConditions(condition: Condition): Generator<SubjectCondition> {
  if (condition.kind === 'subject') yield condition;
  else if ('of' in condition) for (const part of condition.of) yield* subjectConditions(part);
}

const programmesUnder = (graph: CatalogueGraph, rule: Id): Id[] => [
  ...new Set(
    walk(graph, rule, { edge: 'requires', direction: 'in' })
      .filter(({ kind }) => kind === 'programmes' || kind === 'modules')
      .map(({ node }) => node),
  ),
];

/** By verdict, rule, subject, grade; the same thing said twice is said once. */
function inOrder(stances: readonly Stance[]): Stance[] {
  const keyed = stances.map((stance) => {
    const { verdict, rule, subject, grade, level } = stance;
    return [JSON.stringify([VERDICTS.indexOf(verdict), rule, subject, level, grade ?? '']), stance] as const;
  });
  return [...new Map(keyed)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stance]) => stance);
}
