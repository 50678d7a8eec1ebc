import type { Condition } from '../../domain/conditions.js';
import type { Holdings } from '../../domain/holding.js';
import type { Learner } from '../../domain/learner.js';
import type { Delivery, Programme } from '../../domain/provision.js';
import type { EntryQuestion } from '../../domain/questions.js';
import type { EntryRule } from '../../domain/recognition.js';
import { type Month, monthOf, validIn } from '../../domain/time.js';
import type { EntryVerdict, JudgedCondition, JudgedRule, Verdict } from '../../domain/verdict.js';
import type { Catalogue } from '../../graph/catalogue.js';
import type { Applicant } from '../../rules/conditions/applicant.js';
import { all } from '../../rules/conditions/kleene.js';
import { holdingsOf } from '../credit/holdings.js';
import { awardWithGiver } from '../credit/words.js';
import { repairs } from './repairs.js';
import { conditionAt, judgeRule, leaves } from './tree.js';
import { smallestUnmet } from './unmet.js';

/** What is asked of an applicant for one programme, delivery, stage and month. */
export interface EntryAsked {
  programme: Programme;
  delivery?: Delivery | undefined;
  start: Month;
  stage?: number | undefined;
  entryRoute?: string | undefined;
}

/** Whether a learner may start at all, with the whole tree, the smallest unmet sets and their repairs (spec 4). */
export function judgeEntry(catalogue: Catalogue, question: EntryQuestion): EntryVerdict {
  const programme = catalogue.programmes.get(question.programme);
  if (!programme) throw new RangeError(`programme "${question.programme}" is not in the catalogue`);
  const delivery = question.delivery === undefined ? undefined : catalogue.deliveries.get(question.delivery);
  if (question.delivery !== undefined && delivery?.programme !== programme.id)
    throw new RangeError(`delivery "${question.delivery}" is not one of programme "${programme.id}"`);
  const { start, stage, entryRoute, learner } = question;
  const asked: EntryAsked = { programme, delivery, start, stage, entryRoute };
  const holdings = holdingsOf(catalogue, learner);
  const rules = fitting(catalogue, holdings, asked);
  const judged = rules.map((rule) => judgeRule(rule, applicantOf(catalogue, holdings, start)));
  const verdict = all(judged.map((rule) => rule.verdict));
  const { sets, cut } = smallestUnmet(rules, judged);
  return {
    programme: programme.id,
    verdict,
    rules: judged,
    unmet: sets,
    cut,
    repairs: sets.map((set) => repairs(catalogue, rules, judged, set, start)),
    notes: notes(catalogue, programme, judged, question.delivery),
    summary: summary(programme, verdict, judged),
  };
}

/** The verdict alone, and what is still undecided; for those who ask often. `rules` are those of the programme, or others in their place. */
export function entryVerdict(
  catalogue: Catalogue,
  holdings: Holdings,
  asked: EntryAsked,
  rules: readonly EntryRule[] = catalogue.rulesFor(asked.programme),
): { verdict: Verdict; undecided: string[] } {
  const judged: JudgedRule[] = [];
  for (const rule of rules) {
    if (!fits(rule, asked) || !isOfAge(rule, holdings.learner, asked.start)) continue;
    const one = remembered(catalogue, holdings, rule, asked.start);
    if (one.verdict === 'NOT_MET') return { verdict: 'NOT_MET', undecided: [] };
    judged.push(one);
  }
  const verdict = all(judged.map((rule) => rule.verdict));
  const undecided =
    verdict === 'UNDECIDED'
      ? judged.filter((rule) => rule.verdict === 'UNDECIDED').flatMap(({ root }) => open(root))
      : [];
  return { verdict, undecided };
}

/** Rules judged once, for holdings of which only the experience may grow. */
interface Remembered extends Pick<Holdings, 'awards' | 'learner' | 'employment'> {
  readonly judged: Map<EntryRule, JudgedRule>;
}

const timeless = new WeakMap<Holdings['sources'], Remembered>();

/** A rule judged once for what is held, unless the month can change it. */
function remembered(catalogue: Catalogue, holdings: Holdings, rule: EntryRule, start: Month): JudgedRule {
  if (turnsWithTime(rule.rule, holdings)) return judgeRule(rule, applicantOf(catalogue, holdings, start));
  const { judged } = rememberedOf(holdings);
  const known = judged.get(rule) ?? judgeRule(rule, applicantOf(catalogue, holdings, start));
  judged.set(rule, known);
  return known;
}

function rememberedOf({ sources, awards, learner, employment }: Holdings): Remembered {
  const known = timeless.get(sources);
  if (known && known.awards === awards && known.learner === learner && known.employment === employment) return known;
  const begun: Remembered = { awards, learner, ...(employment && { employment }), judged: new Map() };
  timeless.set(sources, begun);
  return begun;
}

/** Whether the verdict on the same holdings, of which only the experience grows, can differ from month to month. */
export function turnsWithTime(condition: Condition, holdings: Holdings): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return condition.of.some((one) => turnsWithTime(one, holdings));
    case 'award':
      return condition.maximumMonths !== undefined;
    case 'registration':
      return condition.sinceMonths !== undefined;
    case 'tariff':
      return true;
    case 'experience':
      return holdings.experience.some(({ ongoing }) => ongoing);
    case 'subject':
    case 'credits':
    case 'employment':
    case 'declaration':
    case 'judgement':
      return false;
  }
}

/**
 * Leaf conditions that keep a rule unmet at a start, or may come to do so as awards age. Rules only ever become better met
 * by holding more, so nothing else of a rule is worth working for.
 */
export function unmetLeaves(
  { catalogue, holdings, first }: { catalogue: Catalogue; holdings: Holdings; first: Month },
  rule: EntryRule,
): Condition[] {
  const stuck = (node: JudgedCondition): Condition[] => {
    const condition = conditionAt(rule, node.path);
    if (node.verdict !== 'NOT_MET' && !asksAge(condition)) return [];
    return node.children.length ? node.children.flatMap(stuck) : [condition];
  };
  return stuck(judgeRule(rule, applicantOf(catalogue, holdings, first)).root);
}

/** Whether a condition asks how old an award is. */
export const asksAge = (condition: Condition): boolean =>
  'of' in condition ? condition.of.some(asksAge) : condition.kind === 'award' && condition.maximumMonths !== undefined;

const open = (root: JudgedRule['root']): string[] =>
  leaves(root)
    .filter(({ verdict }) => verdict === 'UNDECIDED')
    .map(({ asks }) => asks);

/** What the conditions of rules look at. */
export const applicantOf = (catalogue: Catalogue, holdings: Holdings, start: Month): Applicant => ({
  holdings,
  start,
  qualification: (id) => catalogue.qualifications.get(id),
  title: (id) => catalogue.registerParts.get(id)?.name ?? awardWithGiver({ catalogue }, id),
  tariff: catalogue.rows.tariffs.find((table) => validIn(table, start)),
});

/** Every rule that fits must be met: by date, delivery, entry route, stage and age. */
export const fitting = (catalogue: Catalogue, { learner }: Holdings, asked: EntryAsked): EntryRule[] =>
  fittingAnyAge(catalogue, asked).filter((rule) => isOfAge(rule, learner, asked.start));

/** The rules that fit by date, delivery, entry route and stage: for somebody of some age. */
export const fittingAnyAge = (catalogue: Catalogue, asked: EntryAsked): EntryRule[] =>
  catalogue.rulesFor(asked.programme).filter((rule) => fits(rule, asked));

const fits = (rule: EntryRule, { delivery, start, stage = 1, entryRoute }: EntryAsked): boolean =>
  validIn(rule, start) &&
  (!rule.deliveries || (delivery !== undefined && rule.deliveries.includes(delivery.id))) &&
  (rule.entryRoute === undefined || rule.entryRoute === entryRoute) &&
  (!rule.stages || rule.stages.includes(stage));

/** Whether a rule is one for a learner's age when study starts. An age not given fits no rule for an age. */
export function isOfAge({ minimumAge, maximumAge }: EntryRule, { born }: Learner, start: Month): boolean {
  const age = born === undefined ? undefined : Math.floor((start - monthOf(born)) / 12);
  return (
    (minimumAge === undefined || (age !== undefined && age >= minimumAge)) &&
    (maximumAge === undefined || (age !== undefined && age <= maximumAge))
  );
}

function notes(
  catalogue: Catalogue,
  programme: Programme,
  judged: readonly JudgedRule[],
  delivery: string | undefined,
): string[] {
  const said: string[] = [];
  if (judged.length === 0)
    said.push('No entry rule of this programme is known: the verdict is MET for want of one. Ask the institution.');
  if (delivery === undefined && catalogue.rulesFor(programme).some((rule) => rule.deliveries))
    said.push('Some rules hold for one delivery only: name the delivery to have them judged.');
  for (const { preference } of judged) if (preference) said.push(`Preference, not a condition: ${preference}`);
  return said;
}

function summary({ title }: Programme, verdict: Verdict, judged: readonly JudgedRule[]): string {
  const asks = judged
    .flatMap(({ root }) => leaves(root).filter((leaf) => leaf.verdict === verdict))
    .map(({ asks, finds }) => `${asks} (${finds})`);
  switch (verdict) {
    case 'MET':
      return judged.length ? `Entry to ${title} is met.` : `No entry rule of ${title} is known.`;
    case 'UNDECIDED':
      return `Entry to ${title} is subject to: ${asks.join('; ')}.`;
    case 'NOT_MET':
      return `Entry to ${title} is refused: ${asks.join('; ')}.`;
  }
}
