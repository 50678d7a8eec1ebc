import type { BlockageQuestion } from '../../src/domain/blockage.js';
import type { Rows } from '../../src/domain/catalogue.js';
import type { Cohort } from '../../src/domain/funding.js';
import type { Learner } from '../../src/domain/learner.js';
import type { Delivery } from '../../src/domain/provision.js';
import { monthOf, textOf, validIn } from '../../src/domain/time.js';
import { allowedSets } from './credit-oracle.js';
import { frameOf } from './credit-oracle-frame.js';
import { entryOracle } from './entry-oracle.js';

/** Whether a cohort is through, read off spec 6.1: by every delivery, month and stage, and every set of claims. */
export function isThrough(rowsAt: (month: number) => Rows, question: BlockageQuestion, id: string): boolean {
  for (let month = question.first; month < question.first + 12; month++) {
    const rows = rowsAt(month);
    const cohort = rows.cohorts.find((one) => one.id === id);
    if (!cohort) throw new Error(`${id}: no such cohort`);
    const wanted = cohort.seeks.filter((part) => question.registerParts.includes(part));
    for (const delivery of rows.deliveries) {
      const programme = rows.programmes.find((one) => one.id === delivery.programme);
      if (!programme?.leadsTo?.some((part) => wanted.includes(part))) continue;
      if (isThroughAt(rows, question, cohort, delivery, month)) return true;
    }
  }
  return false;
}

function isThroughAt(
  rows: Rows,
  question: BlockageQuestion,
  cohort: Cohort,
  delivery: Delivery,
  month: number,
): boolean {
  const { standard } = question;
  if (delivery.pace === 'full-time' && delivery.employment === 'none') return false;
  if (!delivery.distance && delivery.place?.region !== cohort.region) return false;
  const given = rows.support.filter(
    (row) => validIn(row, month) && (row.regions === undefined || row.regions.includes(cohort.region)),
  );
  const nominated =
    question.nominated === true ||
    cohort.learner.employment?.nominated === true ||
    (delivery.support ?? []).some((one) => given.some((row) => row.id === one));
  if (delivery.nomination && !nominated) return false;
  if (!validIn(delivery, month)) return false;
  if (delivery.firstEntry !== undefined && month < monthOf(delivery.firstEntry)) return false;
  if (delivery.lastEntry !== undefined && month > monthOf(delivery.lastEntry)) return false;
  const learner = learnerThen(cohort.learner, month - question.first, month, nominated);
  const stages = delivery.entryPoints
    .filter(
      (point) => point.months.includes((month % 12) + 1) && validIn(point, month) && point.stage >= standard.stage,
    )
    .map(({ stage }) => stage);
  return stages.some((stage) => {
    const asked = { learner, programme: delivery.programme, delivery: delivery.id, start: month };
    if (entryOracle(rows, { ...asked, stage }).verdict === 'NOT_MET') return false;
    return allowedSets(frameOf(rows, asked, delivery), { joining: stage }).some(
      ({ credits }) => credits >= standard.credits,
    );
  });
}

const learnerThen = (learner: Learner, later: number, month: number, nominated: boolean): Learner => ({
  ...learner,
  awards: (learner.awards ?? []).filter(({ on }) => on === undefined || on <= textOf(month)),
  experience: (learner.experience ?? []).map((spell) =>
    spell.ongoing ? { ...spell, months: spell.months + later } : spell,
  ),
  ...(learner.employment && { employment: { ...learner.employment, nominated } }),
});

/** Every inclusion-minimal set of at most so many things that is enough, by trying every subset of them. */
export function smallestEnough(
  things: readonly string[],
  most: number,
  isEnough: (set: string[]) => boolean,
): string[][] {
  const found: string[][] = [];
  const subsets = Array.from({ length: 2 ** things.length }, (_, bits) => things.filter((_, at) => bits & (1 << at)));
  for (const set of subsets.sort((a, b) => a.length - b.length)) {
    if (set.length > most || found.some((smaller) => smaller.every((one) => set.includes(one)))) continue;
    if (isEnough(set)) found.push(set);
  }
  return found;
}
