import type { Holdings } from '../../../domain/holding.js';
import type { NotEarlierCode } from '../../../domain/route.js';
import { type Month, type MonthText, spoken, textOf } from '../../../domain/time.js';
import { lodgeMonths } from '../../credit/claim-terms.js';
import { settingOf } from '../../credit/setting.js';
import { solve } from '../../credit/solve.js';
import { listed } from '../../credit/words.js';
import { entryVerdict } from '../../entry/judge.js';
import { heldAt } from '../held-on-the-way.js';
import { legsAt, openPoints, type Terms } from '../legs.js';
import { isNominated } from '../offers.js';
import { type PlannedLeg, peakDays } from '../plan.js';

/** Why a leg does not start earlier, and the last earlier month in which its stage could be joined. */
export interface NotEarlier {
  code: NotEarlierCode;
  says: string;
  earlierIntake: MonthText | null;
}

type Reason = Pick<NotEarlier, 'code' | 'says'>;

/**
 * Why a leg of a route does not start in an earlier month (spec 5.3). Every earlier month in which its stage can be
 * joined is tried, with what is held then; of those that fail, the last one gives the reason.
 */
export function notEarlier(terms: Terms, legs: readonly PlannedLeg[], leg: PlannedLeg): NotEarlier {
  const intakes = Array.from({ length: leg.start - terms.first }, (_, i) => leg.start - 1 - i).filter((month) =>
    openPoints(terms, leg.delivery, month).some(({ stage }) => stage === leg.from),
  );
  const [last] = intakes;
  if (last === undefined) return { ...firstIntake(terms, leg), earlierIntake: null };
  const tried = intakes.map((month) => ({ month, reason: inTheWay(terms, legs, leg, month) }));
  const possible = tried.find(({ reason }) => reason === null);
  const reason = possible ? byChoice(possible.month) : tried[0]!.reason!;
  return { ...reason, earlierIntake: textOf(last) };
}

const firstIntake = ({ first }: Terms, { start, from }: PlannedLeg): Reason =>
  start === first
    ? { code: 'FIRST_MONTH', says: 'It starts in the first month asked.' }
    : {
        code: 'INTAKE',
        says: `${spoken(start)} is the first intake at stage ${from} from ${spoken(first)}, the first month asked.`,
      };

const byChoice = (month: Month): Reason => ({
  code: 'CHOICE',
  says: `It could start in ${spoken(month)}; starting later makes the route as a whole better in what was asked, or as good.`,
});

/** What keeps a leg from starting in an earlier month, after those legs that start before that; null if nothing does. */
function inTheWay(terms: Terms, legs: readonly PlannedLeg[], leg: PlannedLeg, month: Month): Reason | null {
  const others = legs.filter((other) => other !== leg && other.start <= leg.start);
  const busy = leg.delivery.concurrent ? undefined : beside(others, leg, month);
  if (busy) return whileStudying(leg, busy, month);
  const before = others.filter(({ start }) => start <= month);
  const held = heldAt(terms, before, month);
  const same = legsAt(terms, held, leg.delivery, month).find(({ from, to }) => from === leg.from && to === leg.to);
  if (!same) return notYet(terms, held, legs, leg, month);
  const most = terms.constraints.releaseDays;
  const days = peakDays([...others, same]);
  if (most === undefined || days <= most) return null;
  return {
    code: 'RELEASE_DAYS',
    says: `At the intake of ${spoken(month)} it would run beside other study, and take ${days} release days a week together; at most ${most} are allowed.`,
  };
}

/** Other study that is not concurrent and would run in some month of a leg moved to an earlier one. */
const beside = (others: readonly PlannedLeg[], { start, after }: PlannedLeg, month: Month): PlannedLeg | undefined =>
  others
    .filter((other) => !other.delivery.concurrent && other.start < month + after - start && other.after > month)
    .at(-1);

function whileStudying({ start }: PlannedLeg, busy: PlannedLeg, month: Month): Reason {
  const { title } = busy.programme;
  if (busy.after === start) return { code: 'STUDY', says: `It starts as soon as the study of ${title} has ended.` };
  return {
    code: 'STUDY',
    says: `At the intake of ${spoken(month)} the study of ${title} is not over: it runs to ${spoken(busy.after - 1)}; there is no intake at this stage between.`,
  };
}

/** What is not there yet in a month: a nomination, what entry asks, or what credit rests on, or it is not lodged long enough. */
function notYet(terms: Terms, then: Holdings, legs: readonly PlannedLeg[], leg: PlannedLeg, month: Month): Reason {
  const { catalogue, nominated, constraints } = terms;
  const { programme, delivery, from } = leg;
  const at = `At the intake of ${spoken(month)}`;
  if (!isNominated(catalogue, delivery, nominated, month))
    return { code: 'NOMINATION', says: `${at} no support is in force with which an employer nominates.` };
  const now = heldAt(
    terms,
    legs.filter((other) => other !== leg && other.start <= leg.start),
    leg.start,
  );
  const waited = came(then, now);
  const asked = { programme, delivery, start: month, stage: from, entryRoute: constraints.entryRoute };
  if (entryVerdict(catalogue, then, asked).verdict === 'NOT_MET')
    return { code: 'ENTRY', says: `${at} its entry conditions are not met yet: ${waited}.` };
  const setting = settingOf(catalogue, then, { programme, delivery, start: month, include: constraints.include });
  const lodge = lodgeMonths(setting.policies);
  if (lodge > 0 && !terms.assessing.solution(then, programme, delivery, month, from))
    if (solve(setting, 'CREDITS', { stage: from }))
      return {
        code: 'LODGING',
        says: `${at} the claims it rests on are not lodged in time: they must be lodged ${lodge} months before the start, from ${spoken(terms.first)} on and once what they rest on is held.`,
      };
  return { code: 'RESULT', says: `${at} the credit that stage ${from} rests on does not stand yet: ${waited}.` };
}

/** What came to be held between two months, as it is waited for; what came into force where nothing did. */
function came(then: Holdings, now: Holdings): string {
  const known = new Set(then.awards.map(({ qualification, programme }) => `${qualification} ${programme}`));
  const awards = now.awards.filter(({ qualification, programme }) => !known.has(`${qualification} ${programme}`));
  const modules = [...now.sources.values()].filter(({ id }) => !then.sources.has(id)).map(({ title }) => `‘${title}’`);
  const months = Math.max(0, ...now.experience.map((spell, i) => spell.months - (then.experience[i]?.months ?? 0)));
  const waited = [
    ...(awards.length
      ? [`the award of what is studied before (${spoken(Math.max(...awards.map(({ since = 0 }) => since)))})`]
      : []),
    ...(awards.length === 0 && modules.length ? [`the results of ${listed(modules)}`] : []),
    ...(months > 0 ? [`${months} more months of experience`] : []),
  ];
  return waited.length ? `it waits for ${listed(waited)}` : 'a rule, a mapping or a curriculum is in force only later';
}
