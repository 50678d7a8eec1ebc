import type { Rows } from '../../src/domain/catalogue.js';
import type { Accepts, AwardCondition, Condition, SubjectCondition } from '../../src/domain/conditions.js';
import type { Id } from '../../src/domain/fact.js';
import type { HeldAward, Learner } from '../../src/domain/learner.js';
import type { Programme, Qualification } from '../../src/domain/provision.js';
import type { EntryQuestion } from '../../src/domain/questions.js';
import type { EntryRule } from '../../src/domain/recognition.js';
import { type Month, monthOf, validIn } from '../../src/domain/time.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { byCodeUnit } from './credit-oracle-claims.js';
import { holdingsOf } from './credit-oracle-held.js';
import { subsets } from './credit-oracle-stages.js';

/** An award as entry conditions see it. */
export interface AwardHeld {
  qualification: Qualification;
  /** The programme whose own award it is. */
  programme?: Id;
  on?: Month;
  mark?: number;
  grade?: string;
}

/** What a learner holds, as entry conditions see it. */
export interface EntryHeld {
  awards: AwardHeld[];
  credits: { level: number; credits: number }[];
}

export interface EntryAnswer {
  verdict: Verdict;
  /** All smallest sets of unmet conditions, by size and then paths. */
  unmet: string[][];
}

interface Leaf {
  path: string;
  condition: Condition;
}

interface Asked {
  rows: Rows;
  learner: Learner;
  start: Month;
  held: EntryHeld;
}

/** Whether this learner may start, and every smallest set of leaf conditions that, taken as met, leaves no rule unmet. */
export function entryOracle(rows: Rows, question: EntryQuestion, held?: EntryHeld): EntryAnswer {
  const { leaves, verdictWith } = judged(rows, question, held);
  const verdict = verdictWith(new Set());
  if (verdict !== 'NOT_MET') return { verdict, unmet: [] };
  const enough: string[][] = [];
  for (const set of bySizeThenPaths(subsets(leaves.map(({ path }) => path)))) {
    if (enough.some((smaller) => smaller.every((path) => set.includes(path)))) continue;
    if (verdictWith(new Set(set)) !== 'NOT_MET') enough.push(set);
  }
  return { verdict, unmet: enough };
}

/** Whether this learner may start, and no more. */
export const verdictOracle = (rows: Rows, question: EntryQuestion): Verdict =>
  judged(rows, question).verdictWith(new Set());

/** The leaf conditions of all rules that fit, and the verdict where some of them are taken as met. */
function judged(rows: Rows, question: EntryQuestion, held?: EntryHeld) {
  const asked: Asked = {
    rows,
    learner: question.learner,
    start: question.start,
    held: held ?? entryHeldOf(rows, question.learner),
  };
  const rules = rulesThatFit(rows, question);
  const leaves = rules.flatMap(({ id, rule }) => leavesOf(rule, `${id}:`));
  const found = new Map(leaves.map(({ path, condition }) => [path, leafVerdict(asked, condition)]));
  const verdictWith = (met: ReadonlySet<string>): Verdict =>
    every(
      rules.map(({ id, rule }) => treeVerdict(rule, `${id}:`, (path) => (met.has(path) ? 'MET' : found.get(path)!))),
    );
  return { leaves, verdictWith };
}

function bySizeThenPaths(sets: string[][]): string[][] {
  return sets
    .map((set) => [...set].sort(byCodeUnit))
    .sort((a, b) => {
      const at = a.findIndex((path, index) => path !== b[index]);
      return a.length - b.length || (at < 0 ? 0 : byCodeUnit(a[at]!, b[at]!));
    });
}

/** Rules valid at the start for this programme, delivery, stage, age and entry route. */
function rulesThatFit(
  rows: Rows,
  { learner, programme: id, delivery, start, stage, entryRoute }: EntryQuestion,
): EntryRule[] {
  const programme = rows.programmes.find((row) => row.id === id);
  if (!programme) throw new Error(`${id}: no such programme`);
  const age = learner.born === undefined ? undefined : Math.floor((start - monthOf(learner.born)) / 12);
  return rows.entryRules
    .filter(
      (rule) =>
        validIn(rule, start) &&
        (!rule.registerParts || rule.registerParts.some((part) => leadsTo(rows, programme, part))) &&
        (!rule.institutions || rule.institutions.includes(programme.institution)) &&
        (!rule.programmes || rule.programmes.includes(id)) &&
        (!rule.deliveries || (delivery !== undefined && rule.deliveries.includes(delivery))) &&
        (rule.entryRoute === undefined || rule.entryRoute === entryRoute) &&
        (rule.minimumAge === undefined || (age !== undefined && age >= rule.minimumAge)) &&
        (rule.maximumAge === undefined || (age !== undefined && age <= rule.maximumAge)) &&
        (!rule.stages || rule.stages.includes(stage ?? 1)),
    )
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

const leadsTo = (rows: Rows, programme: Programme, part: Id): boolean =>
  (programme.leadsTo ?? []).includes(part) ||
  rows.registerParts.some(
    ({ id, sets }) => id === part && (sets ?? []).some(({ programmes }) => programmes.includes(programme.id)),
  );

function leavesOf(condition: Condition, path: string): Leaf[] {
  return 'of' in condition
    ? condition.of.flatMap((child, index) => leavesOf(child, below(path, index)))
    : [{ path, condition }];
}

const below = (path: string, index: number): string => (path.endsWith(':') ? `${path}${index}` : `${path}.${index}`);

function treeVerdict(condition: Condition, path: string, leaf: (path: string) => Verdict): Verdict {
  if (!('of' in condition)) return leaf(path);
  const children = condition.of.map((child, index) => treeVerdict(child, below(path, index), leaf));
  const needed = condition.kind === 'all' ? children.length : condition.kind === 'any' ? 1 : condition.n;
  const met = children.filter((verdict) => verdict === 'MET').length;
  const open = children.filter((verdict) => verdict === 'UNDECIDED').length;
  return met >= needed ? 'MET' : met + open >= needed ? 'UNDECIDED' : 'NOT_MET';
}

const every = (verdicts: Verdict[]): Verdict =>
  verdicts.includes('NOT_MET') ? 'NOT_MET' : verdicts.includes('UNDECIDED') ? 'UNDECIDED' : 'MET';

const when = (met: boolean): Verdict => (met ? 'MET' : 'NOT_MET');

/** What is not given is not held; only declarations not given, judgements and the considered are undecided. */
function leafVerdict({ rows, learner, start, held }: Asked, condition: Condition): Verdict {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      throw new Error('not a leaf');
    case 'subject':
      return subjectVerdict(held.awards, condition);
    case 'award':
      return when(held.awards.some((award) => awardFits(award, condition, start)));
    case 'credits':
      return when(
        sumOf(
          held.credits.filter(({ level }) => level >= condition.level),
          'credits',
        ) >= condition.credits,
      );
    case 'tariff':
      return when(held.awards.reduce((sum, award) => sum + pointsOf(rows, award, start), 0) >= condition.points);
    case 'experience': {
      const spells = (learner.experience ?? []).filter(
        ({ setting, hoursPerWeek }) =>
          (!condition.settings || condition.settings.includes(setting)) &&
          (condition.hoursPerWeek === undefined || (hoursPerWeek ?? 0) >= condition.hoursPerWeek),
      );
      return when(sumOf(spells, 'months') >= condition.months);
    }
    case 'employment': {
      const job = learner.employment;
      return when(
        job !== undefined &&
          (!condition.sectors || (job.sector !== undefined && condition.sectors.includes(job.sector))) &&
          (condition.hoursPerWeek === undefined || (job.hoursPerWeek ?? 0) >= condition.hoursPerWeek) &&
          (!condition.nominated || job.nominated === true),
      );
    }
    case 'registration':
      return when(
        (learner.registrations ?? []).some(
          ({ part, status, since }) =>
            condition.parts.includes(part) &&
            (condition.status === 'either' || status === (condition.status ?? 'current')) &&
            (condition.sinceMonths === undefined ||
              (since !== undefined && start - monthOf(since) >= condition.sinceMonths)),
        ),
      );
    case 'declaration': {
      const declared = learner.declarations?.[condition.declaration];
      return declared === undefined ? 'UNDECIDED' : when(declared);
    }
    case 'judgement':
      return 'UNDECIDED';
  }
}

const sumOf = <K extends string>(rows: Record<K, number>[], key: K): number =>
  rows.reduce((total, row) => total + row[key], 0);

function subjectVerdict(awards: AwardHeld[], condition: SubjectCondition): Verdict {
  const named = (list: Accepts[] | undefined) => (award: AwardHeld) =>
    (list ?? []).some((accepts) => isNamed(award, accepts, condition));
  const left = awards.filter((award) => !named(condition.refused)(award));
  return left.some(named(condition.accepted))
    ? 'MET'
    : left.some(named(condition.considered))
      ? 'UNDECIDED'
      : 'NOT_MET';
}

/** A kind stands for its qualifications at the level, in the subject or in none in particular. */
const isNamed = (
  award: AwardHeld,
  { qualification, kind, grade }: Accepts,
  { subject, level }: SubjectCondition,
): boolean =>
  (qualification === undefined || award.qualification.id === qualification) &&
  (kind === undefined ||
    (award.qualification.kind === kind &&
      (award.qualification.subject ?? subject) === subject &&
      award.qualification.level >= level)) &&
  (grade === undefined || reaches(award, grade));

/** At or above a grade on the qualification's own scale, best first. */
function reaches({ qualification: { grades }, grade }: AwardHeld, least: string): boolean {
  const rank = (label: string | undefined): number => (grades ?? []).findIndex((equal) => equal.includes(label ?? ''));
  return rank(grade) >= 0 && rank(least) >= 0 && rank(grade) <= rank(least);
}

const awardFits = (award: AwardHeld, asks: AwardCondition, start: Month): boolean =>
  (!asks.kinds || asks.kinds.includes(award.qualification.kind)) &&
  (!asks.awards || asks.awards.includes(award.qualification.id) || asks.awards.includes(award.programme ?? '')) &&
  (asks.minimumLevel === undefined || award.qualification.level >= asks.minimumLevel) &&
  (asks.mark === undefined || (award.mark !== undefined && award.mark >= asks.mark)) &&
  (asks.grade === undefined || reaches(award, asks.grade)) &&
  (asks.maximumMonths === undefined || (award.on !== undefined && start - award.on <= asks.maximumMonths));

function pointsOf(rows: Rows, { qualification, grade }: AwardHeld, start: Month): number {
  const found = rows.tariffs
    .filter((tariff) => validIn(tariff, start))
    .flatMap(({ points }) => points)
    .find(
      (row) =>
        row.grade === grade &&
        (row.qualification === undefined || row.qualification === qualification.id) &&
        (row.kind === undefined || row.kind === qualification.kind),
    );
  return found?.points ?? 0;
}

/** What the learner holds when asked, awards expanded. */
export const entryHeldOf = (rows: Rows, learner: Learner): EntryHeld => ({
  awards: awardsHeld(rows, learner),
  credits: [...holdingsOf(rows, learner).held.values()].flatMap(({ credits }) => credits),
});

export const awardsHeld = (rows: Rows, learner: Learner): AwardHeld[] =>
  (learner.awards ?? []).flatMap((award) => awardHeld(rows, award));

function awardHeld(rows: Rows, { award, programme: on, stage, ...held }: HeldAward): AwardHeld[] {
  const programme = rows.programmes.find(({ id }) => id === (on ?? award));
  const last = programme?.stages.length;
  const complete = programme !== undefined && (stage ?? last) === last;
  const given = complete ? programme.award : programme?.stages[(stage ?? 1) - 1]?.exitAward;
  const qualification =
    rows.qualifications.find(({ id }) => id === award) ?? rows.qualifications.find(({ id }) => id === given);
  if (!qualification) return [];
  return [
    {
      qualification,
      ...(complete && qualification.id === programme.award ? { programme: programme.id } : {}),
      ...(held.on === undefined ? {} : { on: monthOf(held.on) }),
      ...(held.mark === undefined ? {} : { mark: held.mark }),
      ...(held.grade === undefined ? {} : { grade: held.grade }),
    },
  ];
}
