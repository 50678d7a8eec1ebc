import type { Id } from '../../../domain/fact.js';
import type { Delivery, Programme } from '../../../domain/provision.js';
import type { EntryRule } from '../../../domain/recognition.js';
import type { Month } from '../../../domain/time.js';
import { entryVerdict, turnsWithTime } from '../../entry/judge.js';
import type { HeldByMonth } from '../held-by-month.js';
import type { Terms } from '../legs.js';
import { daysOf, isFullTime, type Plan } from '../plan.js';
import type { Intakes } from './intakes.js';
import type { Relevance } from './relevance.js';

/** From which month on it can make a difference to wait for a later intake of a delivery. */
export class Waiting {
  readonly #timeless = new Map<Id, boolean>();

  constructor(
    private readonly terms: Terms,
    private readonly relevance: Relevance,
  ) {}

  /** Where an intake gave no leg: the next that can differ from it, by what is held or by what the month changes. */
  whereNone({ delivery, months }: Intakes, at: number, held: HeldByMonth): number {
    const { catalogue, assessing, admitted, latest } = this.terms;
    const programme = catalogue.programmes.get(delivery.programme)!;
    const month = months[at]!;
    if (!this.#isTimeless(programme.id)) return at + 1;
    const isShut = (start: Month): boolean =>
      !admitted.has(programme.id) && this.#isShut(programme, delivery, start, held);
    const shut = isShut(month);
    if (shut && isShut(latest)) return months.length;
    const event = held.nextEvent(month);
    const moment = (start: Month): string => assessing.moment(held.at(start), programme, delivery, start);
    const same = shut ? null : moment(month);
    let next = at + 1;
    while (next < months.length && months[next]! < event && (same === null || moment(months[next]!) === same))
      next += 1;
    return next;
  }

  /**
   * Where a plan was grown by a leg that can only let one in: to start it later is no better, unless somebody else pays
   * then, or its days would not add up with others'.
   */
  whereGrown(grown: Plan, before: Plan): Month {
    const { start, completes, delivery } = grown.legs.at(-1)!;
    const { lettingIn, ageing } = this.relevance;
    const only = lettingIn.has(delivery.programme) && completes !== null && !ageing.has(delivery.programme);
    const leastDays = grown.releaseDays === Math.max(before.releaseDays, daysOf(delivery));
    return only && leastDays && !isFullTime(delivery) ? this.terms.legsAtLeast.turnAfter(start) : start + 1;
  }

  #isShut(programme: Programme, delivery: Delivery, start: Month, held: HeldByMonth): boolean {
    const { catalogue, constraints } = this.terms;
    const asked = { programme, delivery, start, entryRoute: constraints.entryRoute };
    return entryVerdict(catalogue, held.at(start), asked).verdict === 'NOT_MET';
  }

  /** Whether entry is the same in every month, by whatever delivery and stage, for those who hold the same. */
  #isTimeless(id: Id): boolean {
    const { catalogue, holdings } = this.terms;
    const isSupported = (catalogue.deliveriesOf.get(id) ?? []).some(({ support }) => support?.length);
    const rules = catalogue.rulesFor(catalogue.programmes.get(id)!);
    const found =
      this.#timeless.get(id) ??
      (!isSupported && rules.every((rule) => isAlwaysThere(rule) && !turnsWithTime(rule.rule, holdings)));
    this.#timeless.set(id, found);
    return found;
  }
}

const isAlwaysThere = ({ from, to, stages, minimumAge, maximumAge, deliveries }: EntryRule): boolean =>
  [from, to, stages, minimumAge, maximumAge, deliveries].every((narrowed) => narrowed === undefined);
