import type { Id } from '../../../domain/fact.js';
import type { Holdings } from '../../../domain/holding.js';
import { type Month, monthOf } from '../../../domain/time.js';
import { heldAt } from '../held-on-the-way.js';
import type { Terms } from '../legs.js';
import { compareLegs } from '../measures.js';
import { daysOf, isFullTime, type Plan, type PlannedLeg } from '../plan.js';
import type { Relevance } from './relevance.js';

/** Something held: a name that says all of it but its months, since when, of what date, and what gave it. */
type Thing = readonly [string, { readonly since: Month; readonly on: Month }, { readonly id: Id }];

/** A plan, and what of it decides how it can go on. */
export interface Label {
  readonly plan: Plan;
  /** What is held in the end, as far as it matters: plans of one key can go on in the same ways, but for months. */
  readonly key: string;
  /** First months in which each thing of the key is held. */
  readonly since: readonly Month[];
  /** Which things of the key can only let one in: to hold these sooner changes no assessment. */
  readonly opens: readonly boolean[];
  /** Which things of the key can count in study that runs beside other study. */
  readonly beside: readonly boolean[];
  /** Dates that currencies and spans look at, where they still can matter. */
  readonly aged: string;
  /** Set once another plan is known that does better in every way it can go on. */
  beaten: boolean;
}

/**
 * Plans that can go on in the same ways. One beats another if whatever comes after the other can come after it, and
 * makes a route that is no worse in any measure and comes before it among equals: it holds the same things, of the
 * same dates where dates matter, all of them before anything more can start; its studies end no later.
 */
export class Labels {
  readonly #known = new Map<string, Label[]>();
  readonly #grows: boolean;
  readonly #dated: boolean;
  readonly #besides: boolean;

  constructor(
    private readonly terms: Terms,
    private readonly relevance: Relevance,
  ) {
    const { catalogue, part, holdings } = terms;
    this.#dated = catalogue.waysTo(part).some(({ from, to }) => from !== undefined || to !== undefined);
    this.#grows = holdings.experience.some(({ ongoing }) => ongoing);
    this.#besides = [...relevance.offered.values()].some((offers) => offers.some(({ concurrent }) => concurrent));
  }

  /** The label of a plan, where none known beats it; those that it beats are marked. `inTime` tells of a programme that can still be worth taking up from a month on. */
  add(plan: Plan, inTime: (programme: Id, from: Month) => boolean): Label | null {
    const label = this.#labelOf(plan, inTime);
    const known = this.#known.get(label.key);
    if (!known) {
      this.#known.set(label.key, [label]);
      return label;
    }
    if (known.some((other) => this.#beats(other, label))) return null;
    const kept = known.filter((other) => !this.#beats(label, other));
    for (const other of known) if (!kept.includes(other)) other.beaten = true;
    this.#known.set(label.key, [...kept, label]);
    return label;
  }

  #labelOf(plan: Plan, inTime: (programme: Id, from: Month) => boolean): Label {
    const { relevance } = this;
    const { catalogue } = this.terms;
    const held = heldAt(this.terms, plan.legs, this.terms.latest);
    const under = new Set(
      plan.legs
        .filter(({ completes, programme }) => completes === null && relevance.resumable.has(programme.id))
        .map(({ programme }) => programme.id),
    );
    const things = [...this.#complete(plan), ...this.#things(held, under)].sort(
      ([a, { since: one }], [b, { since: other }]) => (a < b ? -1 : a > b ? 1 : one - other),
    );
    const away = this.#grows ? plan.legs.filter(({ delivery }) => isFullTime(delivery)) : [];
    const key = [
      ...things.map(([thing]) => thing),
      away.reduce((sum, { start, after }) => sum + after - start, 0),
    ].join('\n');
    const dates = ageing(plan, relevance, inTime);
    // What rests on credit spends it when it is given: that may tell elsewhere.
    const opening = new Set(
      [...relevance.lettingIn.keys()].filter(
        (id) => !plan.legs.some((leg) => leg.programme.id === id && leg.solution.used.length > 0),
      ),
    );
    const beside = given(plan.legs.filter(({ programme }) => relevance.countingBeside.has(programme.id)));
    return {
      plan,
      key,
      since: things.map(([, { since }]) => since),
      opens: things.map(([, , { id }]) => opening.has(id)),
      beside: things.map(([, , { id }]) => beside.has(id) || (beside.size > 0 && catalogue.registerParts.has(id))),
      aged: things.flatMap(([, { on }, { id }]) => (dates.has(id) ? [on] : [])).join(),
      beaten: false,
    };
  }

  /** Programmes of the sets that a plan completes. */
  *#complete({ legs }: Plan): Iterable<Thing> {
    for (const { programme, completes } of legs)
      if (completes !== null && this.relevance.finals.has(programme.id))
        yield [
          `${programme.id} complete${this.#dated ? ` ${completes}` : ''}`,
          { since: completes, on: completes },
          programme,
        ];
  }

  /** What is held on the way and can matter. */
  *#things(held: Holdings, under: ReadonlySet<Id>): Iterable<Thing> {
    const { holdings, first } = this.terms;
    const { matters, namedAwards, countsCredits } = this.relevance;
    const named = (ids: Iterable<Id>): Id[] => [...ids].filter((id) => namedAwards.has(id)).sort();
    for (const source of held.sources.values()) {
      if (source === holdings.sources.get(source.id)) continue;
      const { id, mark, compensated, spentAt, awards, studiedOn, creditsByLevel } = source;
      const progress = [...studiedOn].filter((programme) => under.has(programme)).sort();
      if (progress.length > 0 || matters.has(id))
        yield [[id, mark, compensated, [...spentAt].sort(), named(awards), progress].join('|'), source, source];
      else if (countsCredits) yield [`credits ${[...creditsByLevel].join(' ')}`, source, source];
    }
    for (const award of held.awards.slice(holdings.awards.length)) {
      const { qualification, programme = '', complete, level, grade, sources, since = first, on = since } = award;
      const asked = named([qualification, programme]).length > 0 ? `${programme} ${[...sources].sort()}` : '';
      yield [[qualification, complete, level, grade, asked].join('|'), { since, on }, { id: programme }];
    }
    for (const programme of under) {
      const grants = [...(held.granted.get(programme) ?? [])]
        .map(([module, { oldest }]) => `${module}@${oldest}`)
        .sort();
      yield [
        `${programme} begun ${grants}`,
        { since: first, on: held.enrolled.get(programme) ?? first },
        { id: programme },
      ];
    }
    for (const { part, since } of (held.learner.registrations ?? []).slice(
      holdings.learner.registrations?.length ?? 0,
    )) {
      const on = since === undefined ? first : monthOf(since);
      yield [`registered ${part}`, { since: on, on }, { id: part }];
    }
  }

  #beats(a: Label, b: Label): boolean {
    if (a.aged !== b.aged) return false;
    const [mine, its] = [a.plan, b.plan];
    if (
      mine.learnerPart > its.learnerPart ||
      mine.totalFees > its.totalFees ||
      mine.creditsStudied > its.creditsStudied ||
      mine.releaseDays > its.releaseDays ||
      mine.legs.length > its.legs.length ||
      mine.loanLeft < its.loanLeft ||
      mine.free > its.free
    )
      return false;
    const last = its.legs.at(-1);
    if (!last || (mine.legs.at(-1)?.start ?? 0) > last.start) return false;
    const next = Math.max(last.start, its.free);
    const soon = this.#besides ? last.start : next;
    const { lodging } = this.relevance;
    return (
      a.since.every((mine, i) => {
        const its = b.since[i]!;
        if (mine === its || (a.opens[i] && mine <= Math.max(its, soon))) return true;
        return Math.max(mine, its) + lodging <= (a.beside[i] ? soon : next);
      }) &&
      isNoMoreUnderWay(mine, its, soon) &&
      mine.legs.every(({ programme }) => its.legs.some((leg) => leg.programme.institution === programme.institution)) &&
      comesBefore(mine, its)
    );
  }
}

/** Programmes of a plan, and modules they gave, of which something on the way asks how old they are, and can still be worth taking up by when it matters. */
function ageing({ legs }: Plan, { ageing }: Relevance, inTime: (programme: Id, from: Month) => boolean): Set<Id> {
  const ages = (leg: PlannedLeg): boolean =>
    [...(ageing.get(leg.programme.id) ?? [])].some(([programme, months]) =>
      inTime(programme, oldestOf(leg) + months + 1),
    );
  return given(legs.filter(ages));
}

/** The programmes of some legs, and the modules that they gave. */
const given = (legs: readonly PlannedLeg[]): Set<Id> =>
  new Set(
    legs.flatMap(({ programme, stages }) => [
      programme.id,
      ...stages.flatMap(({ gains }) => gains.map(({ module }) => module)),
    ]),
  );

const oldestOf = ({ start, stages }: PlannedLeg): Month =>
  Math.min(start, ...stages.flatMap(({ gains }) => gains.map(({ on }) => on)));

/** Whether what is under way from a month on asks no more days of the one plan than of the other, at any time, ends no later, and can be gone on with alike. */
function isNoMoreUnderWay(a: Plan, b: Plan, from: Month): boolean {
  const [mine, its] = [a, b].map(({ legs }) => legs.filter(({ after }) => after >= from));
  if (mine!.length === 0) return true;
  const alike = (legs: readonly PlannedLeg[]): string =>
    legs
      .filter(({ completes, delivery }) => completes === null || isFullTime(delivery))
      .map(({ delivery, to, after }) => `${delivery.id} ${to} ${after}`)
      .sort()
      .join();
  const last = (legs: readonly PlannedLeg[]): Month => Math.max(from, ...legs.map(({ after }) => after));
  const days = (legs: readonly PlannedLeg[], month: Month): number =>
    legs.reduce((sum, { start, after, delivery }) => sum + (start <= month && month < after ? daysOf(delivery) : 0), 0);
  return (
    last(mine!) <= last(its!) &&
    alike(mine!) === alike(its!) &&
    [from, ...mine!.map(({ start }) => Math.max(from, start))].every(
      (month) => days(mine!, month) <= days(its!, month),
    ) &&
    its!.every(({ after }) => days(mine!, after) <= days(its!, after))
  );
}

/** Whether, all else equal, a route that begins with the one comes before a route that begins with the other. */
function comesBefore(a: Plan, b: Plan): boolean {
  if (a.legs.length < b.legs.length) return true;
  if (a.learnerPart < b.learnerPart || a.totalFees < b.totalFees || a.creditsStudied < b.creditsStudied) return true;
  for (let at = 0; at < a.legs.length; at++) {
    const order = compareLegs(a.legs[at]!, b.legs[at]!);
    if (order) return order < 0;
  }
  return false;
}
