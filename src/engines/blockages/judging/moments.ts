import type { Id } from '../../../domain/fact.js';
import type { Delivery } from '../../../domain/provision.js';
import { type Month, validIn } from '../../../domain/time.js';
import { type Catalogue, modulesOf } from '../../../graph/catalogue.js';
import { openEntries } from '../../credit/entries.js';
import { frameOf } from '../../credit/frame.js';

/** What of one start credit hangs on, whoever asks. */
export interface CreditMoment {
  /** Starts of the same name ask the same of credit, but for the ages of what is held. */
  readonly name: string;
  /** The months of the currency limits in force; null where dates count in another way. */
  readonly ages: readonly Month[] | null;
  readonly experience: boolean;
}

/** Starts by what credit hangs on there: what is taught, what limits and rows are in force, and where one can join. */
export class CreditMoments {
  readonly #known = new Map<string, Omit<CreditMoment, 'name'> & { number: number }>();
  readonly #numbers = new Map<string, number>();

  constructor(readonly catalogue: Catalogue) {}

  /** `row`: the delivery as it is, or as levers open it, under the rules of the one in the catalogue. */
  at(original: Delivery, start: Month, row: Delivery): CreditMoment {
    const key = `${original.id} ${start}`;
    const known = this.#known.get(key) ?? this.#see(original, start);
    this.#known.set(key, known);
    return { ...known, name: `${known.number} ${content(row, start)}` };
  }

  #see(delivery: Delivery, start: Month): Omit<CreditMoment, 'name'> & { number: number } {
    const { catalogue } = this;
    const programme = catalogue.programmes.get(delivery.programme)!;
    const { stages, limits } = frameOf(catalogue, programme, delivery, start);
    const into = <T>(rows: ReadonlyMap<Id, T[]>): T[] => [
      ...new Set(modulesOf(programme).flatMap((module) => rows.get(module) ?? [])),
    ];
    const byExperience = [...into(catalogue.experienceInto), ...(catalogue.experienceHours.get(programme.id) ?? [])];
    const rows = [
      ...into(catalogue.mappingsInto),
      ...(catalogue.agreementsInto.get(programme.id) ?? []),
      ...byExperience,
    ];
    const text = JSON.stringify(
      [
        programme.id,
        stages,
        limits.map(({ policy, limit }) => [policy, limit.id]),
        rows.filter((row) => validIn(row, start)).map(({ id }) => id),
      ],
      (_, value) => (value instanceof Set ? [...value] : value),
    );
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    const dated = limits.some(({ limit }) => limit.kind === 'span') || rows.some(({ scope }) => scope?.years);
    const ages = limits.flatMap(({ limit }) => (limit.kind === 'currency' ? [limit.months] : []));
    return { number, ages: dated ? null : ages, experience: byExperience.length > 0 };
  }
}

/** Where a delivery is given, what it costs, who supports it and how many it takes say nothing of credit. */
function content(delivery: Delivery, start: Month): string {
  const { months, assessmentMonths, paced, pace, employment } = delivery;
  const open = openEntries({ delivery, start }).map(({ stage, outstanding }) => [stage, outstanding]);
  return JSON.stringify([months, assessmentMonths, paced, pace, employment, open]);
}
